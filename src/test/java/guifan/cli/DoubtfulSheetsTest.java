package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets that can be read in two ways are told, and never graded without a word. */
class DoubtfulSheetsTest {

    private static final Path SHEET = Path.of("examples/2019/scores.csv");

    @TempDir
    Path folder;

    private Console console;
    private String sheet;

    @BeforeEach
    void putASheetIntoTheFolder() throws IOException {
        sheet = Files.readString(SHEET);
        console = new Console(folder).with("scores.csv", SHEET);
    }

    @Test
    void aBareOneAmongPercentagesMayMeanAllOfThem() throws IOException {
        console.with("one.csv", sheet.replace("94.2", "1")).with("one-percent.csv", sheet.replace("94.2", "1%"));
        Run one = console.run("evaluate", "--standard", "2019", "--check", "one.csv");
        assertThat(one.exit()).isZero();
        assertThat(one.err()).contains("warning[percent-one]: “1”按 1% 计；若指百分之百，请填 100");
        assertThat(console.run("evaluate", "--standard", "2019", "--strict", "one.csv")
                        .exit())
                .isEqualTo(3);
        Run percent = console.run("evaluate", "--standard", "2019", "--check", "one-percent.csv");
        assertThat(percent.err()).doesNotContain("percent-one");
    }

    @Test
    void theYearOfASheetIsNotOverruled() {
        Run other = console.run("evaluate", "--standard", "2019", "--year", "2020", "scores.csv", "-o", "x.json");
        assertThat(other.exit()).isEqualTo(3);
        assertThat(other.err()).contains("error[year]: 填报表写的是 2019 年度，评的却是 2020 年度");
        assertThat(folder.resolve("x.json")).doesNotExist();
        Run same = console.run("evaluate", "--standard", "2019", "--year", "2019", "scores.csv");
        assertThat(same.exit()).isZero();
    }
}
