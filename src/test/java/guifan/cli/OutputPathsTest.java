package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where results may be written to. */
class OutputPathsTest {

    private static final Path SHEET = Path.of("examples/2019/scores.csv");

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void putASheetIntoTheFolder() throws IOException {
        console = new Console(folder).with("scores.csv", SHEET);
    }

    /** What is read would be lost, and what is written twice is written once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluate --standard 2019 scores.csv -o x.json -o ./x.json",
                "evaluate --standard 2019 scores.csv -o x.csv --merged x.csv",
                "evaluate --standard 2019 scores.csv --roster roster.csv -o roster.csv",
                "evaluate --standard 2019 scores.csv --overrides roster.csv --reductions roster.csv",
                "evaluate --standard 2019 scores.csv -o link.csv",
                "template --standard 2019 --roster roster.csv -o roster.csv",
                "tally scores.csv --standard 2019 --roster roster.csv -o roster.csv",
                "diff a.json b.json -o a.json",
                "diff 2018 2019 -o x.md -o ./x.md"
            })
    void nothingThatIsReadIsWrittenToAndNothingIsWrittenTwice(String line) throws IOException {
        console.with("roster.csv", "单位,类别\n甲镇,镇\n").with("a.json", "{}").with("b.json", "{}");
        Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("scores.csv"));
        Run run = console.run(line.split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("既是输入又是输出，或写了两次");
        assertThat(folder.resolve("scores.csv")).hasSameBinaryContentAs(SHEET);
        assertThat(folder.resolve("a.json")).hasContent("{}");
        assertThat(folder.resolve("x.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"diff 2018 2019 -o 2018.yaml, 5, 已有这个文件，没有覆盖", "standards show 2018 -o 2018.yaml, 2, 后缀不在其列"})
    void theTextOfAStandardIsNotReplaced(String line, int exit, String told) throws IOException {
        console.with("2018.yaml", "issued");
        Run run = console.run(line.split(" "));
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.err()).contains(told);
        assertThat(folder.resolve("2018.yaml")).hasContent("issued");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "evaluate --standard 2019 scores.csv -o none/x.json | 没有这个文件夹：none",
                "evaluate --standard 2019 scores.csv -o none/x.json --lang en | no such folder: none",
                "evaluate --standard 2019 scores.csv -o dir.json | 是文件夹，不是文件：dir.json",
                "evaluate --standard 2019 scores.csv -o dir | 是文件夹，不是文件：dir",
                "evaluate --standard 2019 dir | 文件夹里没有填报表（.csv、.xlsx）：dir",
                "evaluate --standard 2019 scores.csv --roster dir | 是文件夹，不是文件：dir",
                "evaluate --standard 2019 scores.csv --merged scores.json | “scores.json”的扩展名应为 .csv"
            })
    void aFolderInThePlaceOfAFileIsToldAsOne(String line, String message) throws IOException {
        Files.createDirectory(folder.resolve("dir"));
        Files.createDirectory(folder.resolve("dir.json"));
        Run run = console.run(line.split(" "));
        assertThat(run.exit()).isEqualTo(message.contains("扩展名") ? 2 : 5);
        assertThat(run.err().lines().findFirst()).contains(message);
    }
}
