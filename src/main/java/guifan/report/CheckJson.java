package guifan.report;

import guifan.evaluate.Reduction;
import guifan.evaluate.Reduction.Difference;
import guifan.evaluate.Stage;
import guifan.evaluate.UnitCheck;
import java.util.Map;

/** What checking changed, to and from JSON. */
final class CheckJson {

    private CheckJson() {}

    /** Returns the stage of a result; one without it is of the last. */
    static Stage stage(JsonFields json) throws ResultFormatException {
        String word = json.text("stage");
        return Stage.ofWord(word.isEmpty() ? Stage.FINAL.word() : word)
                .orElseThrow(() -> json.refused("stage", "不是已知的阶段", "is no known stage"));
    }

    static Map<String, Object> of(UnitCheck check) {
        return new Members()
                .with("unit", check.unit())
                .with("group", check.group())
                .with(
                        "reductions",
                        check.reductions().stream().map(CheckJson::reduction).toList())
                .object();
    }

    static UnitCheck read(JsonFields json) throws ResultFormatException {
        return new UnitCheck(
                json.requiredText("unit"), json.text("group"), json.list("reductions", CheckJson::reduction));
    }

    private static Map<String, Object> reduction(Reduction reduction) {
        return new Members()
                .with("id", reduction.id())
                .with("points", reduction.points())
                .with("reason", reduction.reason())
                .with("assessor", reduction.checker())
                .with(
                        "differences",
                        reduction.differences().stream()
                                .map(CheckJson::difference)
                                .toList())
                .object();
    }

    private static Reduction reduction(JsonFields json) throws ResultFormatException {
        return new Reduction(
                json.requiredText("id"),
                json.list("differences", CheckJson::difference),
                json.optionalNumber("points"),
                json.text("reason"),
                json.text("assessor"));
    }

    private static Map<String, Object> difference(Difference difference) {
        return new Members()
                .with("selfReported", UnitJson.entry(difference.self()))
                .with("checked", UnitJson.entry(difference.checked()))
                .with("measure", difference.measure().orElse(null))
                .object();
    }

    private static Difference difference(JsonFields json) throws ResultFormatException {
        return new Difference(json.object("selfReported", UnitJson::entry), json.object("checked", UnitJson::entry));
    }
}
