package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where one of several outputs cannot be written, none is. */
class SeveralOutputsTest {

    @TempDir
    Path folder;

    @Test
    void areWrittenAllOrNotAtAll() throws IOException {
        Console console = new Console(folder).with("scores.csv", Path.of("examples/2019/scores.csv"));
        Files.writeString(folder.resolve("old.csv"), "old");
        String[] line = "evaluate --standard 2019 scores.csv -o new.json -o nowhere/new.csv".split(" ");
        Run missing = console.run(line);
        assertThat(missing.exit()).isEqualTo(5);
        line[line.length - 1] = "old.csv";
        Run kept = console.run((String.join(" ", line) + " --no-clobber").split(" "));
        assertThat(kept.exit()).isEqualTo(5);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("scores.csv", "old.csv");
        assertThat(folder.resolve("old.csv")).hasContent("old");
    }
}
