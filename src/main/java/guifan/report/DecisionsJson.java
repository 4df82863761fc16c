package guifan.report;

import guifan.evaluate.Decisions;
import guifan.evaluate.Decisions.Decided;
import guifan.evaluate.Evaluation.Input;
import guifan.source.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decisions about the order of equal units, to and from JSON, and in words. */
final class DecisionsJson {

    private DecisionsJson() {}

    static @Nullable Map<String, Object> of(@Nullable Decisions decisions) {
        return decisions == null
                ? null
                : new Members()
                        .with("file", decisions.file().name())
                        .with("sha256", decisions.file().sha256())
                        .with(
                                "decided",
                                decisions.decided().stream()
                                        .map(DecisionsJson::decided)
                                        .toList())
                        .object();
    }

    static Decisions read(JsonFields json) throws ResultFormatException {
        return new Decisions(
                new Input(json.text("file"), json.text("sha256")), json.list("decided", DecisionsJson::decided));
    }

    private static Map<String, Object> decided(Decided one) {
        return new Members()
                .with("unit", one.unit())
                .with("order", one.order())
                .with("reason", one.reason())
                .with("decidedBy", one.decidedBy())
                .with("date", one.date())
                .with("document", one.document())
                .object();
    }

    private static Decided decided(JsonFields json) throws ResultFormatException {
        return new Decided(
                json.requiredText("unit"),
                json.integer("order"),
                json.text("reason"),
                json.text("decidedBy"),
                json.text("date"),
                json.text("document"));
    }

    /** Returns what was decided about one unit, nothing if nothing was. */
    static List<Text> remarks(@Nullable Decisions decisions, String unit) {
        return decisions == null
                ? List.of()
                : decisions.of(unit).stream().map(DecisionsJson::words).toList();
    }

    private static Text words(Decided one) {
        return Text.of(
                "同分中排第 %s；理由：%s；%s，%s，%s",
                "number %s of its equals; reason: %s; %s, %s, %s",
                one.order(),
                one.reason(),
                one.decidedBy(),
                one.date(),
                one.document());
    }
}
