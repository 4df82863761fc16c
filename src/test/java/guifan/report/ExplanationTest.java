package guifan.report;

import static guifan.report.Samples.area;
import static guifan.report.Samples.cell;
import static guifan.report.Samples.entry;
import static guifan.report.Samples.other;
import static guifan.report.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.CellState;
import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.source.CellPlace;
import guifan.source.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final String HEAD = """
            评价标准：2019年版第1次修订（编号2019.1，2019-07-01起施行），4项、10分；原文3项，新增1项、调整2项。按原文请用 --standard 2019.0
            本标准为重构示例，非台山市人大常委会正式文本
            """;

    private static String whole(Evaluation evaluation, UnitResult unit, Language language) throws IOException {
        StringBuilder out = new StringBuilder();
        Explanation.write(evaluation, unit, language, out);
        return out.toString();
    }

    private static String chain(UnitResult unit, String indicator, Language language) throws IOException {
        StringBuilder out = new StringBuilder();
        Evaluation all = SampleUnits.all();
        Explanation.write(all, unit, all.standard().indicator(indicator).orElseThrow(), language, out);
        return out.toString();
    }

    @Test
    void everyLostPointIsNamedWithItsRule() throws IOException {
        assertThat(whole(SampleUnits.all(), SampleUnits.town(), Language.ZH)).isEqualTo(HEAD + """
                        单位：白沙镇（镇），2019年度

                        加强党的领导：4.25 / 6
                          理论学习：2.25 / 3；填报 3（C2）
                            扣 0.75：达到 4 次得 3 分，每少 1 次扣 0.75 分，扣完为止
                          “六有”达标：2 / 3；填报 缺：经费（D2）
                            扣 1：共 3 项，每项 1 分：场所、经费、制度；可不涉及（分值由其余项分担）：制度

                        代表工作：1.5 / 4
                          建议答复率：0.5 / 3；填报 按期答复件数 11（E2）、应答复件数 12（F2）；实绩 11 ÷ 12 = 91.67%（精确值 275/3 %）
                            扣 2.5：达到 100% 得 3 分，每低 1 个百分点扣 0.3 分，扣完为止（不足部分按比例扣）
                          召开人代会：1 / 1；填报 是（G2）

                        基础分：5.75 / 10
                          核对：各项贡献合计 5.75 = 基础分 5.75
                        加分：2（合计 2.5，封顶 2）
                          创新案例：2.5；填报 省（甲）；台山（乙）（H2）；省 1、台山 1；1×2 + 1×0.5 = 2.5
                        扣分：0.4
                          迟报材料：0.4；填报 2（J2）；2 工作日：0.2 × 2 = 0.4
                        最终得分：5.75 + 2 − 0.4 = 7.35
                        事实：严重违纪违法案件 否（I2）
                        按最终得分 7.35，达到 7：良好
                        等次：良好
                        名次：第 2 名（共 3 个单位）
                        """);
    }

    @Test
    void aRebasedTotalAndACappedGradeAreTold() throws IOException {
        assertThat(whole(SampleUnits.all(), SampleUnits.street(), Language.ZH)).isEqualTo(HEAD + """
                        单位：台城街道（街道），2019年度

                        加强党的领导：5.25 / 6 → ≈5.8333
                          理论学习：2.25 / 3 → 2.5；填报 3（C3）
                            扣 0.75（折算后 ≈0.8333）：达到 4 次得 3 分，每少 1 次扣 0.75 分，扣完为止
                          “六有”达标：3 / 3 → ≈3.3333；填报 全；不涉及：制度（D3）

                        代表工作：3 / 3 → ≈3.3333
                          建议答复率：3 / 3 → ≈3.3333；填报 100%（E3）
                          召开人代会：不适用

                        基础分：8.25 / 9 → ≈9.1667
                          核对：各项贡献合计 55/6（≈9.1667） = 基础分 55/6（≈9.1667）
                        加分：无
                        扣分：无
                        最终得分：≈9.1667
                          四舍五入，保留2位小数：≈9.1667 → 9.17
                        事实：严重违纪违法案件 是（号）（I3）
                        按最终得分 9.17，达到 9：优秀
                          封顶良好：一票否决
                        等次：良好
                        名次：第 1 名（共 3 个单位）
                        """);
    }

    @Test
    void scoresThatComeFromNoRuleSayWhy() throws IOException {
        assertThat(whole(SampleUnits.all(), SampleUnits.silent(), Language.ZH))
                .contains("  理论学习：0 / 3；填报 未报（C4）\n    扣 3：确认未报，不论规则，计 0 分\n")
                .contains("  “六有”达标：0 / 3；填报 作假（D4）\n    扣 3：材料作假，计 0 分\n")
                .contains("    0 ÷ 0，没有比率可算，按标准计满分\n")
                .contains("    扣 1：未填，按标准计 0 分\n")
                .contains("按最终得分 3.00，低于 7：合格\n等次：合格；提醒并限期整改（30天内）\n");
        assertThat(whole(SampleUnits.all(), SampleUnits.none(), Language.ZH))
                .contains("    未填，按标准不计入，分值折算到其余指标\n")
                .endsWith("\n无得分：没有适用的指标\n");
    }

    @Test
    void englishSaysTheSame() throws IOException {
        assertThat(whole(SampleUnits.all(), SampleUnits.street(), Language.EN)).isEqualTo("""
                        Standard: edition 2019, amendment 1 (id 2019.1, in force from 2019-07-01), 4 indicators, 10 points; \
                        as issued 3 indicators, 1 added, 2 adjusted. For the text as issued use --standard 2019.0
                        This standard is a reconstruction, not an official text of 台山市人大常委会
                        Unit: 台城街道 (街道), year 2019

                        加强党的领导: 5.25 / 6 → ≈5.8333
                          理论学习: 2.25 / 3 → 2.5; filled in 3 (C3)
                            lost 0.75 (re-based ≈0.8333): 3 at 4 次 or more; each one short loses 0.75, not below 0
                          “六有”达标: 3 / 3 → ≈3.3333; filled in 全；不涉及：制度 (D3)

                        代表工作: 3 / 3 → ≈3.3333
                          建议答复率: 3 / 3 → ≈3.3333; filled in 100% (E3)
                          召开人代会: n/a

                        Base total: 8.25 / 9 → ≈9.1667
                          Check: contributions add up to 55/6 (≈9.1667) = base total 55/6 (≈9.1667)
                        Bonus: none
                        Penalties: none
                        Final total: ≈9.1667
                          rounded half up to 2 decimals: ≈9.1667 → 9.17
                        Fact: 严重违纪违法案件 是（号） (I3)
                        By the final total 9.17, 9 or more: 优秀
                          capped at 良好: 一票否决
                        Grade: 良好
                        Rank: 1 (of 3 units)
                        """);
        assertThat(whole(SampleUnits.all(), SampleUnits.silent(), Language.EN))
                .contains(
                        "confirmed not reported: 0 whatever the rule", "false material: 0", "blank: 0 by the standard")
                .contains("0 of 0, there is no rate; by the standard counted in full");
    }

    @Test
    void anIndicatorIsTracedFromItsCellsToItsContribution() throws IOException {
        assertThat(chain(SampleUnits.town(), "reply", Language.ZH)).isEqualTo(HEAD + """
                        单位：白沙镇（镇），2019年度
                        方面：代表工作
                        指标：建议答复率（reply），3 分
                        规则：达到 100% 得 3 分，每低 1 个百分点扣 0.3 分，扣完为止（不足部分按比例扣）
                        填报：按期答复件数 11（E2）、应答复件数 12（F2）
                        实绩：11 ÷ 12 = 91.67%（精确值 275/3 %）
                        计算：91.67%：3 − 0.3 × (100 − 275/3) = 0.5
                        得分：0.5 / 3
                        对基础分的贡献：0.5，最多 3
                        佐证：交办单、答复件
                        依据：《代表法》（2015）第42条［已核对］
                        说明：按件计。
                        """);
        assertThat(chain(SampleUnits.street(), "six", Language.EN)).endsWith("""
                        Area: 加强党的领导
                        Indicator: “六有”达标 (six), 3 points
                        Rule: 3 items, 1 each: 场所, 经费, 制度; need not arise (the others then share its points): 制度
                        Filled in: 全；不涉及：制度 (D3)
                        Working: met: 场所, 经费; did not arise: 制度; 2; re-based to what arose 2 × 1.5 = 3
                        Score: 3 / 3
                        Contribution to the base total: 3 × 10/9 = 10/3 (≈3.3333), at most ≈3.3333
                        """);
        assertThat(chain(SampleUnits.street(), "hold", Language.ZH)).endsWith("状态：不适用于街道，不计入，分值折算到其余指标\n得分：不计入\n");
    }

    @Test
    void marksOfAssessorsAreCombinedBeforeTheReadersEyes() throws IOException {
        assertThat(measure("7/4", "2", "1.5")).isEqualTo("(2 + 1.5) ÷ 2 = 1.75（平均）");
        assertThat(measure("1.5", "2", "1.5", "0")).isEqualTo("2、1.5、0 的中位数 1.5");
        assertThat(measure("5/3", "2", "1.5", "1.5")).isEqualTo("(2 + 1.5 + 1.5) ÷ 3 = 5/3（≈1.6667）（平均）");
        assertThat(measure("2", "2")).isEqualTo("2 次");
    }

    private static String measure(String combined, String... marks) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("", "考评员0", CellState.RECUSED, null, "回避", "", cell(2, 1)));
        for (int i = 0; i < marks.length; i++) {
            entries.add(
                    new Entry("", "考评员" + i, CellState.VALUE, Samples.number(marks[i]), marks[i], "", cell(2, i + 2)));
        }
        IndicatorResult result = new IndicatorResult(
                "study",
                Basis.RULE,
                entries,
                Samples.number(combined),
                null,
                Rational.ONE,
                Rational.ONE,
                Rational.ONE,
                Rational.ONE,
                List.of());
        return AnswerWords.measure(
                        result, Samples.card().indicator("study").orElseThrow().base())
                .orElseThrow()
                .zh();
    }

    @Test
    void cellsAreNamedWithWhatIsNeededToFindThem() {
        Evaluation one = SampleUnits.all();
        CellPlace later = new CellPlace("a/scores.csv", "", 9, 12, 8, "");
        CellPlace workbook = new CellPlace("a/白沙镇.xlsx", "填报表", 31, 0, 11, "");
        assertThat(new AnswerWords(one).cells(List.of(entry("", "3", "3", later)), Map.of()))
                .extracting(text -> text.zh())
                .containsExactly("3（H9，第 12 行）");
        Evaluation two =
                new Evaluation(one.standard(), List.of(new Input("a", ""), new Input("b", "")), null, List.of());
        assertThat(new AnswerWords(two).cells(List.of(entry("", "3", "3", workbook)), Map.of()))
                .extracting(text -> text.zh())
                .containsExactly("3（白沙镇.xlsx [填报表] K31）");
        assertThat(new AnswerWords(one).cells(List.of(entry("", "", "0", cell(2, 3))), Map.of()))
                .extracting(text -> text.en())
                .containsExactly("blank (counts as 0) (C2)");
    }

    @Test
    void roundingDifferencesAndBoundsAreNamed() throws IOException {
        UnitResult town = SampleUnits.town();
        List<AreaResult> areas = List.of(
                area(
                        "party",
                        other("study", Basis.MISSING_FULL, "1.24", "3"),
                        other("six", Basis.MISSING_FULL, "1", "3")),
                area(
                        "deputy",
                        other("reply", Basis.MISSING_FULL, "1", "3"),
                        other("hold", Basis.MISSING_FULL, "1", "1")));
        Rational half = Samples.number("0.5");
        Totals totals = new Totals(
                Samples.number("4.24"),
                Rational.of(10),
                Samples.number("4.2"),
                Rational.of(4),
                Rational.ZERO,
                Rational.ZERO,
                half.plus(Rational.of(4)),
                Rational.of(6),
                Rational.ZERO,
                Rational.ZERO);
        Outcome outcome = new Outcome(Rational.ZERO, 2, 2, List.of("veto"), Rational.ONE, true, "deputy");
        UnitResult unit =
                Samples.unit("甲镇", "镇", 2, areas, Optional.of(totals), town.adjustments(), "否", Optional.of(outcome));
        UnitResult twin = Samples.unit("乙镇", "镇", 3, areas, Optional.of(totals), List.of(), "否", Optional.of(outcome));
        assertThat(whole(Samples.evaluation(unit, twin), unit, Language.ZH))
                .contains("核对：各项贡献合计 4.24 − 0.04（方面舍入差） − 0.2（基础分舍入差） = 基础分 4\n")
                .contains("扣分：4.5（合计 6，封顶 4.5）\n")
                .contains("最终得分：4 − 4.5 = −0.5 → 0（不低于 0）\n")
                .contains("  封顶良好：一票否决（未因此降等）\n")
                .contains("名次：第 1 名（共 2 个单位），与乙镇并列；同分，按代表工作得分率排定\n");
        assertThat(Objects.requireNonNull(unit.outcome()).tied()).isTrue();
    }

    @Test
    void hostileCharactersAreMadeVisible() throws IOException {
        List<AreaResult> areas = List.of(
                area(
                        "party",
                        other(
                                "study",
                                Basis.NOT_REPORTED,
                                "0",
                                "3",
                                state(CellState.NOT_REPORTED, "\u001B[2J", cell(2, 3))),
                        other("six", Basis.NOT_APPLICABLE, "0", "0")),
                area(
                        "deputy",
                        other("reply", Basis.NOT_APPLICABLE, "0", "0"),
                        other("hold", Basis.NOT_APPLICABLE, "0", "0")));
        UnitResult unit = Samples.unit("a\nb", "镇", 2, areas, Optional.empty(), List.of(), "否", Optional.empty());
        assertThat(whole(Samples.evaluation(unit), unit, Language.ZH))
                .contains("单位：a\\u{A}b（镇）", "填报 \\u{1B}[2J（C2）")
                .doesNotContain("\u001B");
    }
}
