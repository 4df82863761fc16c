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

/** What was lost, and who stands close to a line. */
class ExplainListsTest {

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void putASheetIntoTheFolder() throws IOException {
        console = new Console(folder)
                .with("scores.csv", Path.of("examples/2019/scores.csv"))
                .with("o.csv", Path.of("examples/commands/overrides/overrides.csv"));
    }

    private Run explain(String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "explain";
        args[1] = "--standard";
        args[2] = "2019";
        args[3] = "scores.csv";
        System.arraycopy(more, 0, args, 4, more.length);
        return console.run(args);
    }

    @Test
    void lossesComeLargestFirstWithWhatIsMissing() {
        assertThat(explain("--unit", "大江镇", "--lost").out())
                .contains("失分 16 处，共 11.38 分")
                .contains("1. 新闻信息采用：失 2.2 分\n  得分 0.8 / 3\n  填报：台山 4")
                .contains("4. 年度监督计划制定、报批、公布：失 1 分\n  得分 0 / 1\n  缺：公布")
                .contains("扣分情形：未完成 1")
                .contains("迟报：年度计划");
    }

    @Test
    void lossesAreThoseOfTheRebasedTotalAndPenaltiesAreAmongThem() {
        assertThat(explain("--unit", "台城街道", "--lost").out()).contains("新闻信息采用：失 ≈2.6829 分");
        assertThat(explain("--unit", "北陡镇", "--lost").out())
                .contains("扣分·迟报材料：失 1 分")
                .contains("状态：确认未报，不论规则，计 0 分");
    }

    @Test
    void anArchivedResultListsTheSame() {
        console.run("evaluate", "--standard", "2019", "scores.csv", "--overrides", "o.csv", "-o", "r.json");
        assertThat(console.run("explain", "r.json", "--unit", "大江镇", "--lost").out())
                .isEqualTo(explain("--overrides", "o.csv", "--unit", "大江镇", "--lost")
                        .out());
        assertThat(console.run("explain", "r.json", "--near", "0.5").out())
                .isEqualTo(explain("--overrides", "o.csv", "--near", "0.5").out());
    }

    @Test
    void waysToAGradeAreTheSameFromASheetAndFromAnArchivedResult() {
        console.run("evaluate", "--standard", "2019", "scores.csv", "-o", "r.json");
        Run archived = console.run("explain", "r.json", "--unit", "大江镇", "--to", "优秀");
        assertThat(archived.out())
                .isEqualTo(explain("--unit", "大江镇", "--to").out())
                .contains("仅供整改参考", "新闻信息采用：全国 0 → 1（1 步），得分 0.8 → 2.3\n  重新评分：90.12，优秀");
        assertThat(archived.exit()).isZero();
    }

    @Test
    void theStandardOfAnArchivedResultHasToBeTheOneItWasMadeWith() {
        console.run("evaluate", "--standard", "2019", "scores.csv", "-o", "r.json");
        Run other = console.run("explain", "r.json", "--standard", "2019.0", "--unit", "大江镇", "--to");
        assertThat(other.exit()).isEqualTo(4);
        assertThat(other.err()).contains("error[other-standard]", "2019.1");
        assertThat(other.out()).isEmpty();
    }

    @Test
    void anUnknownGradeIsRefusedWithASuggestion() {
        Run unknown = explain("--unit", "大江镇", "--to", "优秀级");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("没有等次“优秀级”，是否应为“优秀”");
        assertThat(explain("--unit", "大江镇", "--to", "优秀", "--lost").exit()).isEqualTo(2);
    }

    @Test
    void unitsOnEitherSideOfALineAreListedTheClosestFirst() {
        String out = explain("--near", "0.5").out();
        assertThat(out).contains("共 3 处").contains("四九镇（镇）：90.00，恰在“优秀”线 90 上");
        assertThat(out.indexOf("四九镇")).isLessThan(out.indexOf("赤溪镇"));
        assertThat(explain("--near", "1.3").out()).contains("海宴镇").contains("等次上限：封顶合格：人代会代表出席率不足三分之二");
    }

    @Test
    void changesByHandAreNamedWithTheirEffect() {
        assertThat(explain("--overrides", "o.csv", "--near", "0.1").out())
                .contains("四九镇（镇）：89.90，差“优秀”线（90）0.1 分")
                .contains("等次 优秀→良好");
    }

    @Test
    void roundingThatDecidesIsNamed() throws IOException {
        console.with("one.yaml", STANDARD).with("one.csv", "单位,a\n甲,89.995\n乙,89.9949\n");
        String out = console.run("explain", "--standard", "one.yaml", "one.csv", "--near", "0.01")
                .out();
        assertThat(out).contains("甲（镇）：90.00").contains("精确值：89.995，距线 −0.005").contains("舍入后才达到此线");
        assertThat(out.substring(out.indexOf("乙"))).contains("差“优秀”线（90）0.01 分").doesNotContain("舍入");
    }

    private static final String STANDARD = """
            format: 1
            standard: "one"
            title: 一项
            status: draft
            provenance: reconstructed
            units: {kinds: [镇]}
            total: 100
            rounding:
              final: {scale: 2, mode: half-up}
            areas:
              - id: all
                name: 全部
                points: 100
                indicators:
                  - {id: a, name: 甲项, points: 100, rule: {kind: given}}
            grades:
              by: final
              compare: rounded
              levels:
                - {name: 优秀, at-least: 90}
                - {name: 合格, otherwise: true}
            ...
            """;

    @ParameterizedTest
    @CsvSource({"--near,half", "--near,-1", "--near,''"})
    void theDistanceIsANumberOfPoints(String option, String value) {
        assertThat(explain(option, value).exit()).isEqualTo(2);
    }

    @Test
    void theListsDoNotGoTogether() {
        assertThat(explain("--near", "1", "--lost", "--unit", "大江镇").exit()).isEqualTo(2);
        assertThat(explain("--lost", "--unit", "大江镇", "--indicator", "dep-reply")
                        .exit())
                .isEqualTo(2);
        assertThat(explain("--lost").exit()).isEqualTo(2);
    }
}
