package guifan.report;

import guifan.evaluate.Unrated;
import guifan.evaluate.Unrated.Reason;
import java.util.Map;

/** A unit that was not rated, to and from JSON. */
final class UnratedJson {

    private UnratedJson() {}

    static Map<String, Object> of(Unrated unit) {
        return new Members()
                .with("unit", unit.unit())
                .with("kind", unit.kind())
                .with(
                        "reasons",
                        unit.reasons().stream().map(UnratedJson::reason).toList())
                .object();
    }

    static Unrated read(JsonFields json) throws ResultFormatException {
        return new Unrated(json.requiredText("unit"), json.text("kind"), json.list("reasons", UnratedJson::reason));
    }

    private static Map<String, Object> reason(Reason reason) {
        return new Members()
                .with("code", reason.code())
                .with("place", UnitJson.place(reason.place()))
                .words("message", reason.message())
                .object();
    }

    private static Reason reason(JsonFields json) throws ResultFormatException {
        return new Reason(json.text("code"), json.object("place", UnitJson::place), json.words("message"));
    }
}
