package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checking without grading, and grading without the units that are not sound. */
class PartialTest {

    private static final Path SHEET = Path.of("examples/2019/scores.csv");

    @TempDir
    Path folder;

    private Console console;
    private String sheet;

    @BeforeEach
    void putASheetIntoTheFolder() throws IOException {
        sheet = Files.readString(SHEET);
        console = new Console(folder).with("scores.csv", SHEET).with("bad.csv", sheet.replace("94.2", "九十"));
    }

    private Run partial(String text, String... more) throws IOException {
        console.with("sheet.csv", text);
        List<String> args = new ArrayList<>(List.of("evaluate", "--standard", "2019", "--partial", "sheet.csv"));
        args.addAll(List.of(more));
        return console.run(args.toArray(String[]::new));
    }

    @Test
    void aCheckOfASoundSheetCountsAndGradesNothing() {
        Run run = console.run("evaluate", "--standard", "2019", "--check", "scores.csv");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("无误：17个单位（街道 1个，镇 16个），已填 970 格").doesNotContain("90.00");
    }

    @Test
    void aCheckOfAnUnsoundSheetTellsWhatIsWrong() {
        Run run = console.run("evaluate", "--standard", "2019", "--check", "bad.csv");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("error[not-a-number]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--partial", "--format=csv", "--output=x.json"})
    void aCheckGoesWithNothingThatPutsOutResults(String other) {
        Run run = console.run("evaluate", "--standard", "2019", "--check", other, "scores.csv");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(folder.resolve("x.json")).doesNotExist();
    }

    @Test
    void theOthersAreGradedAsInTheWholeSheetButNotRanked() throws IOException {
        String whole = console.run("evaluate", "--standard", "2019", "--format", "csv", "scores.csv")
                .out();
        Run run = partial(sheet.replace("94.2", "九十"), "--format", "csv");
        assertThat(run.exit()).isEqualTo(3);
        for (String line : whole.lines().skip(1).toList()) {
            if (!line.contains(",北陡镇,")) {
                String sameWithoutRank = "\"\"" + line.substring(line.indexOf(','));
                assertThat(run.out()).contains(sameWithoutRank.replace("同分，按监督工作得分率排定", ""));
            }
        }
        assertThat(run.out()).containsPattern("\"\",北陡镇,镇,,+未评,,,.*九十");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json", "md"})
    void everyOutputListsTheUnitsThatAreNotRated(String format) throws IOException {
        Run run = partial(sheet.replace("94.2", "九十"), "--format", format);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("北陡镇").contains("九十").contains("白沙镇");
        assertThat(run.out()).doesNotContain("/sheet.csv");
    }

    @Test
    void anArchivedPartialResultCanBeExplained() throws IOException {
        partial(sheet.replace("94.2", "九十"), "-o", "r.json");
        Run run = console.run("explain", "r.json", "--unit", "白沙镇");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("等次：优秀").doesNotContain("名次");
    }

    @Test
    void withoutAnyErrorThePartialResultIsTheWholeOne() throws IOException {
        Run run = partial(sheet);
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .isEqualTo(console.run("evaluate", "--standard", "2019", "scores.csv")
                        .out());
    }

    @Test
    void anErrorInTheHeaderRefusesEverything() throws IOException {
        Run run = partial(sheet.replace("严重违纪违法案件", "严重违纪"), "-o", "r.json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("r.json")).doesNotExist();
    }

    @Test
    void aUnitThatIsThereTwiceIsNotRated() throws IOException {
        Run run = partial(sheet
                + sheet.lines()
                        .filter(line -> line.startsWith("白沙镇"))
                        .findFirst()
                        .orElseThrow() + "\n");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("未评 1个：白沙镇").contains("重复");
    }

    @Test
    void aRowThatBelongsToNoUnitRefusesEverything() throws IOException {
        Run run = partial(sheet.replace("\n白沙镇,", "\n,"));
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whatIsNotRatedHasCellsUnderAllColumnsOfBodiesToo() throws IOException {
        String projects = Files.readString(Path.of("examples/livelihood-project/projects.csv"));
        console.with("projects.csv", projects.replaceFirst("按时完成", "按日完成"));
        Run run = console.run(
                "evaluate", "--standard", "livelihood-project/2019", "--partial", "projects.csv", "--format", "md");
        assertThat(run.exit()).isEqualTo(3);
        List<String> table =
                run.out().lines().filter(line -> line.startsWith("|")).toList();
        String unrated =
                table.stream().filter(line -> line.contains("未评")).findFirst().orElseThrow();
        assertThat(unrated.chars().filter(one -> one == '|').count())
                .isEqualTo(table.get(0).chars().filter(one -> one == '|').count());
    }
}
