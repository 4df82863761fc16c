package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every form of rule that has an example: sheets, results and explanations go round. */
class RuleExamplesTest {

    @TempDir
    Path folder;

    static List<Path> standards() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> file.getParent().startsWith("examples/rules")
                            || List.of("ruian.yaml", "zhenhai.yaml", "jury.yaml")
                                    .contains(file.getFileName().toString()))
                    .filter(file -> Files.exists(file.resolveSibling("scores.csv")))
                    .sorted()
                    .toList();
        }
    }

    private Console console(Path standard) throws IOException {
        Console console = new Console(folder)
                .with(standard.getFileName().toString(), standard)
                .with("scores.csv", standard.resolveSibling("scores.csv"));
        Path roster = standard.resolveSibling("roster.csv");
        return Files.exists(roster) ? console.with("roster.csv", roster) : console;
    }

    private String[] args(Path standard, String... more) {
        Stream<String> roster = Files.exists(standard.resolveSibling("roster.csv")) && !more[0].equals("template")
                ? Stream.of("--roster", "roster.csv")
                : Stream.of();
        Stream<String> named =
                Stream.of(more[0], "--standard", standard.getFileName().toString());
        return Stream.concat(Stream.concat(named, roster), Stream.of(more).skip(1))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("standards")
    void theMergedSheetGivesTheSameScores(Path standard) throws IOException {
        Console console = console(standard);
        Run first = console.run(args(standard, "evaluate", "scores.csv", "--merged", "merged.csv", "--format", "csv"));
        assertThat(first.exit()).as(first.err()).isZero();
        Run second = console.run(args(standard, "evaluate", "merged.csv", "--format", "csv"));
        assertThat(second.out()).as(second.err()).isEqualTo(first.out());
    }

    @ParameterizedTest
    @MethodSource("standards")
    void anArchivedResultIsExplainedLikeTheSheet(Path standard) throws IOException {
        Console console = console(standard);
        Run run = console.run(args(standard, "evaluate", "scores.csv", "-o", "results.json"));
        assertThat(run.exit()).as(run.err()).isZero();
        for (String line : Files.readAllLines(folder.resolve("scores.csv")).subList(1, 3)) {
            String unit = line.substring(0, line.indexOf(','));
            for (String language : List.of("zh", "en")) {
                Run fresh = console.run(args(standard, "explain", "scores.csv", "--unit", unit, "--lang", language));
                Run archived = console.run("explain", "results.json", "--unit", unit, "--lang", language);
                assertThat(fresh.exit()).isZero();
                assertThat(archived.out()).isEqualTo(fresh.out());
                assertThat(fresh.out()).doesNotContain("null", "Rational[", "%s", "$s");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("standards")
    void everyColumnOfTheEmptySheetIsUnderstood(Path standard) throws IOException {
        Console console = console(standard);
        Run template = console.run(args(standard, "template", "-o", "empty.csv"));
        assertThat(template.exit()).as(template.err()).isZero();
        String header = Files.readAllLines(folder.resolve("empty.csv")).get(0);
        String unit = Files.readAllLines(folder.resolve("scores.csv")).get(1).split(",")[0];
        Files.writeString(folder.resolve("one.csv"), header + "\n" + unit + "\n");
        Run check = new Console(folder)
                .run("evaluate", "--standard", standard.getFileName().toString(), "one.csv");
        assertThat(check.err())
                .doesNotContain("near-miss", "ignored-column", "header-unit", "duplicate-column", "two-forms");
    }
}
