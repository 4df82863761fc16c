package guifan.diff;

import guifan.evaluate.Evaluation;
import guifan.report.JsonReader;
import guifan.source.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The archived results of the examples. */
final class Results {

    private Results() {}

    static Evaluation of(int year) {
        Path file = Path.of("examples/" + year + "/results.json");
        try {
            return JsonReader.read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InputException e) {
            throw new AssertionError(e.diagnostics().toString(), e);
        }
    }
}
