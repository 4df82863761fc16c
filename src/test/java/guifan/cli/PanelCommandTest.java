package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judges whose sums are combined, from the empty sheet to the archived result. */
class PanelCommandTest {

    private static final String STANDARD = "innovation-case/2019";

    @TempDir
    private Path folder;

    private Console console;

    @BeforeEach
    void theCases() throws IOException {
        console = new Console(folder)
                .with("cases.csv", Path.of("examples/innovation-case/cases.csv"))
                .with("roster.csv", Path.of("examples/innovation-case/roster.csv"));
    }

    @Test
    void everyOutputShowsEachSumAndTheResultIsConfirmed() throws IOException {
        Run run = console.run(
                ("evaluate --standard " + STANDARD + " cases.csv --roster roster.csv -q -o r.json -o r.xlsx -o r.html")
                        .split(" "));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(console.run("verify", "r.json").out()).contains("逐字一致");
        String explained =
                console.run("explain", "r.json", "--unit", "海上人大代表联络站").out();
        String sums = explained
                .lines()
                .filter(line -> line.contains("考评员各自的合计"))
                .findFirst()
                .orElseThrow()
                .strip();
        assertThat(sums).contains("评委1 ", "评委7 ", "（去掉）");
        assertThat(Files.readString(folder.resolve("r.html"))).contains(sums);
        Map<String, List<List<String>>> sheets = Grids.ofWorkbook(Files.readAllBytes(folder.resolve("r.xlsx")));
        List<List<String>> rows = sheets.get("考评员合计");
        assertThat(rows).hasSize(1 + 16 * 7);
        assertThat(rows.get(1).subList(0, 3)).containsExactly("海上人大代表联络站", "基础分", "评委1");
        assertThat(rows).filteredOn(row -> row.get(9).equals("去掉")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void theEmptySheetHasRoomForTheJudgesThatTheStandardReckonsWith() {
        Run run = console.run("template", "--standard", STANDARD, "-q");
        List<String> heads =
                Arrays.asList(run.out().lines().findFirst().orElseThrow().split(","));
        assertThat(heads).filteredOn(head -> head.startsWith("创新性·")).hasSize(7);
        Run fewer = console.run("template", "--standard", STANDARD, "-q", "--assessors", "5");
        assertThat(fewer.out()).contains("创新性·考评员5").doesNotContain("创新性·考评员6");
    }

    @Test
    void whatIfAMarkWereHigher() {
        Run run = console.run(("evaluate --standard " + STANDARD + " cases.csv --set 专业代表小组/effect=30").split(" "));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("专业代表小组");
    }

    @Test
    void aMarkThatChangedIsFoundInTheDifference() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("cases.csv"));
        List<String> cells = new ArrayList<>(List.of(lines.get(3).split(",")));
        cells.set(4, "20");
        lines.set(3, String.join(",", cells));
        console.with("later.csv", String.join("\n", lines) + "\n");
        console.run(("evaluate --standard " + STANDARD + " cases.csv -q -o a.json").split(" "));
        console.run(("evaluate --standard " + STANDARD + " later.csv -q -o b.json").split(" "));
        Run run = console.run("diff", "a.json", "b.json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("五个层级联动平台").doesNotContain("四条代表专线");
    }
}
