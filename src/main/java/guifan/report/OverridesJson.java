package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.Overrides;
import guifan.evaluate.Overrides.Change;
import guifan.evaluate.Overrides.Standing;
import guifan.evaluate.StandardCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.number.Rational;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Manual changes and their effect, to and from JSON. */
final class OverridesJson {

    private OverridesJson() {}

    static @Nullable Map<String, Object> of(Evaluation evaluation) {
        Overrides overrides = evaluation.overrides();
        return overrides == null
                ? null
                : new Members()
                        .with("file", overrides.file().name())
                        .with("sha256", overrides.file().sha256())
                        .with(
                                "changes",
                                overrides.changes().stream()
                                        .map(OverridesJson::change)
                                        .toList())
                        .with(
                                "effects",
                                overrides.without().stream()
                                        .map(standing -> effect(standing, evaluation))
                                        .toList())
                        .object();
    }

    static Overrides read(JsonFields json) throws ResultFormatException {
        return new Overrides(
                new Input(json.text("file"), json.text("sha256")),
                json.list("changes", OverridesJson::change),
                json.list("effects", OverridesJson::standing));
    }

    static Map<String, Object> change(Change change) {
        return new Members()
                .with("unit", change.unit())
                .with("question", change.question())
                .with("item", change.item())
                .with("was", change.was())
                .with("now", change.now())
                .with("reason", change.reason())
                .with("approvedBy", change.approvedBy())
                .with("date", change.date())
                .with("document", change.document())
                .object();
    }

    private static Change change(JsonFields json) throws ResultFormatException {
        return new Change(
                json.requiredText("unit"),
                json.requiredText("question"),
                json.text("item"),
                json.text("was"),
                json.text("now"),
                json.text("reason"),
                json.text("approvedBy"),
                json.text("date"),
                json.text("document"));
    }

    private static Map<String, Object> effect(Standing without, Evaluation evaluation) {
        StandardCard card = evaluation.standard();
        @Nullable UnitResult unit = evaluation.unit(without.unit()).orElse(null);
        @Nullable
        Rational total =
                unit == null || unit.totals() == null ? null : unit.totals().finalTotal();
        @Nullable Outcome outcome = unit == null ? null : unit.outcome();
        return new Members()
                .with("unit", without.unit())
                .with("without", side(without.total(), without.grade(), without.rank(), card))
                .with("with", outcome == null ? null : side(total, outcome.grade(), outcome.rank(), card))
                .object();
    }

    private static Map<String, Object> side(
            @Nullable Rational total, @Nullable Integer grade, Rational rank, StandardCard card) {
        return new Members()
                .with("total", total)
                .with("grade", grade)
                .with(
                        "gradeName",
                        grade == null ? null : card.grades().get(grade).name())
                .with("rank", rank)
                .object();
    }

    private static Standing standing(JsonFields json) throws ResultFormatException {
        String unit = json.requiredText("unit");
        return json.object(
                "without",
                side -> new Standing(
                        unit, side.optionalNumber("total"), side.optionalInteger("grade"), side.number("rank")));
    }
}
