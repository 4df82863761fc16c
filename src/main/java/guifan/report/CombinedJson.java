package guifan.report;

import guifan.evaluate.Combined;
import guifan.evaluate.Combined.Lack;
import guifan.evaluate.Combined.Part;
import guifan.standard.Combining.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the score of a node came about, to and from JSON. */
final class CombinedJson {

    private CombinedJson() {}

    static @Nullable Map<String, Object> of(@Nullable Combined combined) {
        return combined == null
                ? null
                : new Members()
                        .with("method", JsonFields.word(combined.method()))
                        .with(
                                "parts",
                                combined.parts().stream()
                                        .map(CombinedJson::part)
                                        .toList())
                        .with("coverage", combined.coverage())
                        .with("before", combined.before())
                        .with("factor", combined.factor())
                        .with("lack", combined.lack() == Lack.NONE ? null : JsonFields.word(combined.lack()))
                        .object();
    }

    static Combined read(JsonFields json) throws ResultFormatException {
        return new Combined(
                json.constant("method", Method.class),
                json.list("parts", CombinedJson::part),
                json.optionalNumber("coverage"),
                json.number("before"),
                json.optionalNumber("factor"),
                json.text("lack").isEmpty() ? Lack.NONE : json.constant("lack", Lack.class));
    }

    private static Map<String, Object> part(Part part) {
        return new Members()
                .with("id", part.id())
                .with("rate", part.rate())
                .with("share", part.share())
                .object();
    }

    private static Part part(JsonFields json) throws ResultFormatException {
        return new Part(json.text("id"), json.optionalNumber("rate"), json.number("share"));
    }
}
