package guifan.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The JSON Schema (draft-07) of standards and amendments, by which editors complete and check what is typed. It knows
 * the keys that the readers know; what depends on several values only the readers check.
 */
public final class StandardSchema {

    /** The name of its file beside the standards. */
    public static final String FILE = "standard.schema.json";

    private StandardSchema() {}

    /** Returns the schema. */
    public static String text() {
        try (InputStream in = Objects.requireNonNull(StandardSchema.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
