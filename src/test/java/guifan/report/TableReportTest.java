package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.Evaluation;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.number.Rational;
import guifan.source.Language;
import guifan.source.Width;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TableReportTest {

    private static String table(Evaluation evaluation, Language language) {
        return Samples.written(new TableReport(), evaluation, language);
    }

    private static UnitResult named(UnitResult unit, String name, Rational rank, boolean tied, String decidedBy) {
        Outcome outcome = Objects.requireNonNull(unit.outcome());
        return new UnitResult(
                name,
                unit.kind(),
                unit.place(),
                unit.areas(),
                unit.totals(),
                unit.adjustments(),
                unit.facts(),
                new Outcome(
                        outcome.compared(), outcome.reached(), outcome.grade(), outcome.caps(), rank, tied, decidedBy));
    }

    @Test
    void theTableShowsUnitsByRankAndEndsWithItsSummary() {
        assertThat(table(SampleUnits.all(), Language.ZH)).isEqualTo("""
                        评价标准：2019年版第1次修订（编号2019.1，2019-07-01起施行），4项、10分；原文3项，新增1项、调整2项。按原文请用 --standard 2019.0
                        本标准为重构示例，非台山市人大常委会正式文本

                        名次  单位      类别  党的领导    代表        基础分  加分  扣分  最终得分  等次  备注
                                                    /6      /4           /10
                        ----  --------  ----  --------  ------  ------------  ----  ----  --------  ----  ----
                           1  台城街道  街道      5.25     3/3  8.25/9->9.17     0     0      9.17  良好  封顶良好：一票否决
                           2  白沙镇    镇        4.25     1.5          5.75     2   0.4      7.35  良好  加分 2.5，封顶 2
                           3  北陡镇    镇           0       3             3     0     0      3.00  合格  未报 1 项；未填 1 项；作假 1 项
                              新区      街道    不适用  不适用                              无得分        没有适用的指标；未填 1 项

                        共4个单位，无得分1个：新区
                        优秀 0个
                        良好 2个：白沙镇、台城街道
                        合格 1个：北陡镇
                        1个单位有不适用的分值，基础分＝得分÷适用分值×10，两数并列于基础分一栏
                        最终得分四舍五入，保留2位小数
                        等次的后果：优秀：通报表扬；合格：提醒并限期整改（30天内）
                        显示值四舍五入，合计以精确值为准
                        """);
    }

    @Test
    void theEnglishTableSaysTheSame() {
        assertThat(table(SampleUnits.all(), Language.EN))
                .contains("rank  unit", "n/a", "no score", "1 not reported; 1 left blank; 1 false")
                .contains("capped at 良好: 一票否决")
                .contains("The final total is rounded half up to 2 decimals");
    }

    @Test
    void columnsStandUnderEachOtherWhateverTheWidthOfTheirCharacters() {
        UnitResult wide = named(SampleUnits.town(), "Ｗｉｄｅ街", Rational.ONE, false, "");
        UnitResult narrow = named(SampleUnits.town(), "narrow", Rational.of(2), false, "");
        List<String> lines =
                table(Samples.evaluation(wide, narrow), Language.ZH).lines().toList();
        int column = Width.of(lines.get(3).substring(0, lines.get(3).indexOf("类别")));
        assertThat(lines.subList(6, 8))
                .allSatisfy(line -> assertThat(Width.of(line.substring(0, line.indexOf("镇"))))
                        .isEqualTo(column));
    }

    @Test
    void hostileCharactersInANameAreMadeVisible() {
        UnitResult hostile = named(SampleUnits.town(), "a\u001B[31m\nb\u202E", Rational.ONE, false, "");
        assertThat(table(Samples.evaluation(hostile), Language.ZH))
                .contains("a\\u{1B}[31m\\u{A}b\\u{202E}")
                .doesNotContain("\u001B", "\u202E");
    }

    @Test
    void tiesAreNotedAndAverageRanksMayBeFractions() {
        UnitResult first = named(SampleUnits.town(), "甲镇", Rational.of(3, 2), true, "deputy");
        UnitResult second = named(SampleUnits.town(), "乙镇", Rational.of(3, 2), true, "");
        assertThat(table(Samples.evaluation(first, second), Language.ZH))
                .contains(" 1.5  甲镇")
                .contains("并列；同分，按代表工作得分率排定")
                .contains("甲镇、乙镇");
    }

    @Test
    void aRankThatWasWithheldIsLeftEmpty() {
        UnitResult unit = named(SampleUnits.town(), "甲镇", Rational.ZERO, false, "");
        assertThat(table(Samples.evaluation(unit), Language.ZH)).contains("\n      甲镇");
    }
}
