package guifan.report;

import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.Taken;
import guifan.evaluate.Taken.Absent;
import guifan.evaluate.Taken.Body;
import guifan.evaluate.Taken.Choice;
import guifan.evaluate.Taken.Source;
import guifan.evaluate.Taken.Taking;
import java.util.Map;

/** What was taken from other results, to and from JSON. */
final class TakenJson {

    private TakenJson() {}

    /** Adds the members of what was taken, if anything was or could be. */
    static void add(Members members, Taken taken) {
        members.with("results", taken.sources().stream().map(TakenJson::source).toList())
                .with(
                        "withoutResults",
                        taken.absent().stream().map(TakenJson::absent).toList())
                .with("taken", taken.takings().stream().map(TakenJson::taking).toList());
    }

    static Taken read(JsonFields json) throws ResultFormatException {
        return new Taken(
                json.list("results", TakenJson::source),
                json.list("withoutResults", TakenJson::absent),
                json.list("taken", TakenJson::taking));
    }

    static Map<String, Object> source(Source source) {
        return new Members()
                .with("name", source.file().name())
                .with("sha256", source.file().sha256())
                .with("standard", source.standard())
                .with("title", source.title())
                .with("rulesHash", source.rulesHash())
                .with("textHash", source.textHash())
                .with("year", source.year())
                .with("stage", source.stage().word())
                .with("partial", source.partial())
                .object();
    }

    static Source source(JsonFields json) throws ResultFormatException {
        return new Source(
                new Input(json.requiredText("name"), json.text("sha256")),
                json.requiredText("standard"),
                json.text("title"),
                json.text("rulesHash"),
                json.text("textHash"),
                json.optionalInteger("year"),
                CheckJson.stage(json),
                json.flag("partial"));
    }

    private static Map<String, Object> absent(Absent absent) {
        return new Members()
                .with("question", absent.question())
                .with("standard", absent.standard())
                .object();
    }

    private static Absent absent(JsonFields json) throws ResultFormatException {
        return new Absent(json.requiredText("question"), json.requiredText("standard"));
    }

    private static Map<String, Object> taking(Taking taking) {
        return new Members()
                .with("unit", taking.unit())
                .with("question", taking.question())
                .with("result", taking.source())
                .with("choice", JsonFields.word(taking.choice()))
                .with("bodies", taking.bodies().stream().map(TakenJson::body).toList())
                .with("sheet", taking.sheet().stream().map(UnitJson::entry).toList())
                .object();
    }

    private static Taking taking(JsonFields json) throws ResultFormatException {
        return new Taking(
                json.requiredText("unit"),
                json.requiredText("question"),
                json.integer("result"),
                json.constant("choice", Choice.class),
                json.list("bodies", TakenJson::body),
                json.list("sheet", UnitJson::entry));
    }

    private static Map<String, Object> body(Body body) {
        return new Members()
                .with("name", body.name())
                .with("kind", body.kind())
                .with("grade", body.grade())
                .with("total", body.total())
                .with("countsAs", body.as())
                .object();
    }

    private static Body body(JsonFields json) throws ResultFormatException {
        return new Body(
                json.requiredText("name"),
                json.text("kind"),
                json.text("grade"),
                json.optionalNumber("total"),
                json.text("countsAs"));
    }
}
