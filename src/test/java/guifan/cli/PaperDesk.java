package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import guifan.evaluate.Evaluation;
import guifan.paper.PaperText;
import guifan.report.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with an archived result, of which papers are made. */
final class PaperDesk {

    static final Path EXAMPLES = Path.of("examples");
    static final Path NOTICES = EXAMPLES.resolve("commands/notices");

    private final Path folder;
    private final Console console;

    PaperDesk(Path folder) throws IOException {
        this.folder = folder;
        this.console = new Console(folder).with("results.json", EXAMPLES.resolve("2019/results.json"));
    }

    Console console() {
        return console;
    }

    /** Puts the settings of the examples there, as {@code papers.yaml}. */
    PaperDesk withPapers() throws IOException {
        return withPapers("", "");
    }

    /** Puts the settings of the examples there, with one thing in them replaced. */
    PaperDesk withPapers(String now, String other) throws IOException {
        console.with(
                "papers.yaml", Files.readString(NOTICES.resolve("papers.yaml")).replace(now, other));
        return this;
    }

    Run notices(String settings, String... more) {
        List<String> args = List.of("notices", "results.json", "--papers", settings, "-o", "out", "-q");
        return console.run(Stream.concat(args.stream(), Stream.of(more)).toArray(String[]::new));
    }

    /** Returns the text of a paper. */
    String written(String name) throws IOException {
        return Files.readString(folder.resolve("out").resolve(name));
    }

    /** Returns the lines of a paper. */
    List<String> paper(String name) throws IOException {
        return PaperText.of(folder.resolve("out").resolve(name));
    }

    Evaluation evaluation() throws Exception {
        return JsonReader.read("results.json", Files.readString(folder.resolve("results.json")));
    }

    /** Replaces the result by one that has manual changes. */
    void change() throws IOException {
        Path overrides = EXAMPLES.resolve("commands/overrides");
        console.with("scores.csv", overrides.resolve("scores.csv"))
                .with("overrides.csv", overrides.resolve("overrides.csv"));
        Files.delete(folder.resolve("results.json"));
        String[] args = {
            "evaluate", "--standard", "2019", "scores.csv", "--overrides", "overrides.csv", "-o", "results.json"
        };
        assertThat(console.run(args).exit()).isZero();
    }
}
