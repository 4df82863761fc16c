package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Approved changes: what they replace, what they do, and what is refused. */
class OverridesTest {

    private static final Path SHEET = Path.of("examples/2019/scores.csv");
    private static final String HEADER = "单位,指标,子项,原值,新值,理由,批准人,日期,文号\n";
    private static final String APPROVED = ",复核,主任会议,2020-01-15,示例〔2020〕3号\n";

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void putASheetIntoTheFolder() throws IOException {
        console = new Console(folder).with("scores.csv", SHEET);
    }

    private Run run(String change, String... more) throws IOException {
        console.with("o.csv", HEADER + change + APPROVED);
        String[] args = new String[more.length + 6];
        args[0] = "evaluate";
        args[1] = "--standard";
        args[2] = "2019";
        args[3] = "--overrides";
        args[4] = "o.csv";
        args[5] = "scores.csv";
        System.arraycopy(more, 0, args, 6, more.length);
        return console.run(args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json", "md"})
    void everyOutputShowsTheChangeWithItsEffect(String format) throws IOException {
        Run run = run("四九镇,代表对建议办理满意率,,95.0％,94", "--format", format);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("示例〔2020〕3号").contains("89.9");
        assertThat(run.out()).containsAnyOf("等次 优秀→良好", "\"gradeName\": \"优秀\"");
    }

    @Test
    void theResultIsThatOfTheChangedSheet() throws IOException {
        Run same = run("四九镇,plat-star,,四星,五星", "--format", "csv");
        String sheet = Files.readString(SHEET);
        String row =
                sheet.lines().filter(line -> line.startsWith("四九镇")).findFirst().orElseThrow();
        console.with("edited.csv", sheet.replace(row, row.replace(",四星,", ",五星,")));
        Run edited = console.run("evaluate", "--standard", "2019", "--format", "csv", "edited.csv");
        assertThat(same.exit()).isZero();
        assertThat(same.out().replaceAll("更正 1 处[^,]*\"?,", ",").replace(",\",", ",,"))
                .isEqualTo(edited.out());
    }

    @Test
    void anotherUnitWhoseRankChangesIsNamed() throws IOException {
        assertThat(run("四九镇,中心联络站星级,,四星,无").out()).contains("其他单位随之变化：").contains("大江镇 名次 5→4");
    }

    @Test
    void aBlankCellOrOneThatIsPendingCanBeSettled() throws IOException {
        String sheet = Files.readString(SHEET);
        console.with("scores.csv", sheet.replace("94.2", "待核").replace("北陡镇,镇,2019,1,", "北陡镇,镇,2019,,"));
        console.with("o.csv", HEADER + "北陡镇,“双联系”覆盖率,,待核,94.2" + APPROVED + "北陡镇,party-hear,,未填,1" + APPROVED);
        Run run = console.run("evaluate", "--standard", "2019", "--overrides", "o.csv", "scores.csv");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("69.99").contains("更正 2 处（不更正则无法评分）");
    }

    @Test
    void anExemptionIsAllowedHereOnly() throws IOException {
        Run run = run("北陡镇,工作评议,,0,不适用");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("70.99/98->72.44");
    }

    @Test
    void aWholeIndicatorReplacesItsItemColumns() throws IOException {
        Run run = run("北陡镇,代表建议按期答复率,,6、9,不适用");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("/97->");
    }

    @Test
    void anArchivedResultExplainsTheChangeAsTheSheetDoes() throws IOException {
        run("四九镇,完成市人大常委会交办工作,逾期,1,0", "-o", "r.json");
        String archived = console.run("explain", "r.json", "--unit", "四九镇").out();
        String live = console.run(
                        "explain", "--standard", "2019", "--overrides", "o.csv", "scores.csv", "--unit", "四九镇")
                .out();
        assertThat(archived).isEqualTo(live).contains("更正：完成市人大常委会交办工作·逾期：1 → 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "override-mismatch~四九镇,代表对建议办理满意率,,96,97~在填报表中是“95”",
                "override-mismatch~四九镇,代表对建议办理满意率,,未填,97~在填报表中是“95”",
                "unknown-unit~四九,中心联络站星级,,四星,五星~是否应为“四九镇”",
                "unknown-indicator~大江镇,中心联络站星极,,四星,五星~是否应为“中心联络站星级”",
                "unknown-word~大江镇,中心联络站星级,,四星,准五星~E 列「新值」",
                "not-a-number~大江镇,专题询问,,1,两次~E 列「新值」",
                "override-form~赤溪镇,中心联络站“六有”,经费,缺,有~请不写子项",
                "exempt-item~四九镇,完成市人大常委会交办工作,逾期,1,不适用~请不写子项"
            })
    void whatDoesNotFitIsRefusedWithItsPlace(String code, String change, String message) throws IOException {
        Run run = run(change, "-o", "r.json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("o.csv: 第 2 行")
                .contains("error[" + code + "]")
                .contains(message);
        assertThat(folder.resolve("r.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"理由", "批准人", "日期", "文号", "原值", "新值"})
    void everyColumnButTheItemIsRequired(String column) throws IOException {
        console.with("o.csv", HEADER.replace("," + column, "") + "四九镇,中心联络站星级,,四星,五星,a,b,c\n");
        Run run = console.run("evaluate", "--standard", "2019", "--overrides", "o.csv", "scores.csv");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("error[missing-column]").contains(column);
    }

    @Test
    void theSameCellIsNotChangedTwice() throws IOException {
        Run run = run("四九镇,专题询问,,1,2" + APPROVED + "四九镇,super-inquiry,,2,3");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("o.csv: 第 3 行").contains("error[override-twice]");
    }

    @ParameterizedTest
    @CsvSource({"2020-01-15,0", "2020/1/15,0", "2020年1月15日,0", "2020-02-30,3", "一月,3", "15.1.2020,3"})
    void theDayOfApprovalIsADay(String day, int exit) throws IOException {
        console.with("o.csv", HEADER + "四九镇,专题询问,,1,2,复核,主任会议," + day + ",3号\n");
        Run run =
                console.run("evaluate", "--standard", "2019", "--overrides", "o.csv", "scores.csv", "--format", "json");
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(exit != 0 || run.out().contains("\"date\": \"2020-01-15\"")).isTrue();
    }
}
