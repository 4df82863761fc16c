package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever writes files says which, on standard error, and with -q says nothing. */
class WrittenFilesTest {

    private static final Path EXAMPLES = Path.of("examples");

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void copyWhatIsRead() throws IOException {
        console = new Console(folder)
                .with("scores.csv", EXAMPLES.resolve("2019/scores.csv"))
                .with("2018.json", EXAMPLES.resolve("2018/results.json"))
                .with("2019.json", EXAMPLES.resolve("2019/results.json"))
                .with("papers.yaml", EXAMPLES.resolve("commands/notices/papers.yaml"))
                .with("activities.csv", EXAMPLES.resolve("tally/activities.csv"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evaluate --standard 2019 scores.csv -o a.json --merged m.csv | a.json、m.csv",
                "diff 2018 2019 -o d.html -o d.md | d.html、d.md",
                "diff 2018.json 2019.json -o d.html | d.html",
                "trends 2018.json 2019.json -o t.csv | t.csv",
                "template --standard 2019 -o sheet.csv | sheet.csv",
                "standards show 2019 -o s.txt | s.txt",
                "standards new 2020 --from 2019 -o n.yaml | n.yaml",
                "tally activities.csv --standard 2019 --by year -o y.csv | y.csv",
                "manual man | man/（",
                "notices 2019.json --starter desk | desk/papers.yaml、desk/templates/（11 个文件）",
                "notices 2019.json --papers papers.yaml -o papers | papers/（43 个文件）"
            })
    void areNamedUnlessItIsToBeQuiet(String line, String files) {
        String[] args = line.strip().split(" ");
        Run run = console.run(args);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("已写 " + files.strip());
        assertThat(run.out()).isEmpty();
        String[] quiet = (line.strip()
                                .replace("--starter desk", "--starter other")
                                .replace("n.yaml", "o.yaml") + " -q")
                .split(" ");
        Run again = console.run(quiet);
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.err()).doesNotContain("已写");
    }

    @Test
    void aBatchNamesThemOnce() throws IOException {
        console.with(
                "plan.yaml",
                "format: 1\n"
                        + "runs: [{years: 2019, standard: \"2019\", sheets: scores.csv, outputs: [a.json, b.csv]}]\n"
                        + "...\n");
        assertThat(console.run("batch", "plan.yaml").err())
                .contains("完成：a.json、b.csv")
                .doesNotContain("已写");
    }
}
