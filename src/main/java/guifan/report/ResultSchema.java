package guifan.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema of archived results, for those who read them with other programs. */
public final class ResultSchema {

    private ResultSchema() {}

    /** Returns the schema, in JSON. */
    public static String text() {
        try (InputStream schema =
                Objects.requireNonNull(ResultSchema.class.getResourceAsStream("result.schema.json"))) {
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("result.schema.json cannot be read", e);
        }
    }
}
