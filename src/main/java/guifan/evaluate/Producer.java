package guifan.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The program itself, as results name it. */
public final class Producer {

    private Producer() {}

    /** Returns the version of the program, the same whether it runs from its jar or from classes. */
    public static String version() {
        try (InputStream in = Objects.requireNonNull(Producer.class.getResourceAsStream("version.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
