package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyCommandTest {

    private static final Path EXAMPLES = Path.of("examples");

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void theSampleLogIsThere() throws IOException {
        console = new Console(folder)
                .with("log.csv", EXAMPLES.resolve("tally/activities.csv"))
                .with("roster.csv", EXAMPLES.resolve("roster.csv"));
    }

    private Run tally(String words) {
        return console.run(("tally log.csv --standard 2019 --roster roster.csv " + words)
                .strip()
                .split(" +"));
    }

    @Test
    void theSheetWithTheRestIsTheEvaluationOfTheWholeSheet() throws IOException {
        console.with("rest.csv", EXAMPLES.resolve("tally/filled-in.csv"))
                .with("whole.csv", EXAMPLES.resolve("2020/scores.csv"));
        assertThat(tally("--year 2020 -o counted.csv").exit()).isZero();
        Run parts = console.run("evaluate", "--standard", "2019", "counted.csv", "rest.csv", "--format", "csv");
        Run whole = console.run("evaluate", "--standard", "2019", "whole.csv", "--format", "csv");
        assertThat(parts.exit()).isZero();
        assertThat(parts.out()).isEqualTo(whole.out());
    }

    @Test
    void anIncompleteSheetIsRefusedUntilTheRestIsFilledIn() {
        tally("--year 2020 -o counted.csv");
        Run run = console.run("evaluate", "--standard", "2019", "counted.csv");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("error[blank]").doesNotContain("「专题询问");
    }

    @Test
    void statisticsComeAsCsvAndJson() {
        assertThat(tally("--by form,year --format csv").out()).startsWith("\uFEFF形式,年度,次数\r\n执法检查,2018,11\r\n");
        assertThat(tally("--by form --format json --lang en").out())
                .contains("\"by\": [\n    \"form\"\n  ]")
                .contains("\"total\": 356")
                .contains("\"form\": \"专题询问\",\n      \"count\": 59");
        assertThat(tally("--by unit,form,year --year 2019 --format csv").out().lines())
                .hasSize(1 + 17 * 5);
        assertThat(tally("--by 月份").out()).contains("2018-12");
    }

    @Test
    void theOrderOfTheEntriesChangesNothing() throws IOException {
        String table = tally("--by unit,form").out();
        String sheet = tally("--year 2019").out();
        var lines = new java.util.ArrayList<>(Files.readAllLines(folder.resolve("log.csv")));
        java.util.Collections.reverse(lines.subList(1, lines.size()));
        Files.write(folder.resolve("log.csv"), lines);
        assertThat(tally("--by unit,form").out()).isEqualTo(table);
        assertThat(tally("--year 2019").out()).isEqualTo(sheet);
    }

    @Test
    void aLogInGb18030IsReadAsOne() throws IOException {
        String table = tally("--by form").out();
        String text = Files.readString(folder.resolve("log.csv")).substring(1);
        Files.write(folder.resolve("log.csv"), text.getBytes(Charset.forName("GB18030")));
        assertThat(tally("--by form").out()).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--year 2019 --format csv | --format",
                "--by form --entries e.csv | --entries",
                "--by colour | colour",
                "--by form,形式 | 形式",
                "--by form --format docx | docx",
                "--by form -o x.docx | x.docx",
                "-o sheet.xlsx --year 2019 | .csv",
                "--year 2019 -o log.csv | log.csv",
                "--year 2019 -o a.csv --entries a.csv | a.csv",
                "--year 2019 --kept 唱歌 | 唱歌",
                "'' | 2018",
            })
    void whatCannotBeAskedIsAMistakeOfTheCommandLine(String words, String named) {
        Run run = tally(words);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(named);
        assertThat(folder.resolve("a.csv")).doesNotExist();
    }

    @Test
    void nothingIsWrittenWhenTheLogIsRefused() throws IOException {
        console.with("bad.csv", "日期,单位,形式,主题,佐证\n3月5日,白沙镇,专题询问,甲,件\n2019-03-05,白沙镇,专题询问,乙,件\n");
        Run run = console.run("tally", "bad.csv", "--standard", "2019", "--roster", "roster.csv", "-o", "sheet.csv");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("bad.csv: 第 2 行 A 列「日期」: error[date]");
        assertThat(folder.resolve("sheet.csv")).doesNotExist();
    }

    @Test
    void anExistingSheetIsKeptIfThatIsWanted() throws IOException {
        console.with("sheet.csv", "old");
        assertThat(tally("--year 2019 -o sheet.csv --no-clobber").exit()).isEqualTo(5);
        assertThat(folder.resolve("sheet.csv")).hasContent("old");
    }

    @Test
    void theEndingOfAFileSaysItsForm() throws IOException {
        assertThat(tally("--by form --format csv -o statistics.JSON").exit()).isZero();
        assertThat(Files.readString(folder.resolve("statistics.JSON")))
                .isEqualTo(tally("--by form --format json").out())
                .startsWith("{");
    }
}
