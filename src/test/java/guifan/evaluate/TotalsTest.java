package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the base total to the grade: bonus and penalty, bounds, rounding, thresholds, caps and vetoes. */
class TotalsTest {

    private static final String TEXT = Standards.HEAD + """
            total: 100
            rounding: {final: {scale: 2, mode: half-up}}
            areas:
              - {id: first, name: 一, points: 90, indicators: [
                  {id: mark, name: 得分, points: 90, rule: {kind: given}}]}
              - {id: second, name: 二, points: 10, indicators: [
                  {id: hold, name: 人代会, points: 10, applies-to: [镇], measured-in: 次, rule: {kind: shortfall, target: 2}}]}
            adjustments:
              bonus: {cap: 5, items: [{id: plus, name: 加, measured-in: 件, rule: {kind: count, each: 2}},
                                      {id: case, name: 案例, rule: {kind: levels, values: {省: 2, 市: 0.5}, cap: 3}}]}
              penalty: {items: [{id: late, name: 迟报, measured-in: 天, rule: {kind: count, each: 0.2, cap: 1}},
                                {id: faults, name: 差错, measured-in: 件, rule: {kind: count, each: 30}},
                                {id: lie, name: 作假, counts-state: 作假, rule: {kind: count, each: 2}}]}
            facts: [{id: veto, name: 否决, type: yes-no}]
            grades:
              levels:
                - {name: 优秀, at-least: 90}
                - {name: 良好, at-least: 80}
                - {name: 合格, otherwise: true}
              caps:
                - {id: cap-veto, when: {fact: veto, is: 是}, at-most: 良好, reason: 一票否决}
                - {id: cap-lie, when: {state: 作假}, at-most: 合格, reason: 弄虚作假}
                - {id: cap-hold, when: {indicator: hold, below: 1}, at-most: 合格, reason: 未召开}
            ...
            """;

    @ParameterizedTest
    @CsvSource({
        "0, '', '', 95",
        "1, '', '', 97",
        "2, '', '', 99",
        "3, '', '', 100",
        "9, '', '', 100",
        "1, 省, '', 99",
        "1, 省2, '', 100",
        "0, 省2, '', 98",
        "0, 市1, 3, 94.9",
        "0, '', 5, 94",
        "0, '', 9, 94",
        "2, '', 9, 98"
    })
    void bonusesAndPenaltiesHaveTheirCaps(String plus, String cases, String late, String total) {
        assertThat(totals(row("85", "2", plus, cases, late, "", "否")).finalTotal())
                .hasToString(total);
    }

    @Test
    void whatTheCapTookIsKept() {
        Totals totals = totals(row("90", "2", "9", "", "", "", "否"));
        assertThat(totals.bonusBeforeCap()).hasToString("18");
        assertThat(totals.bonus()).hasToString("5");
        assertThat(totals.finalTotal()).hasToString("105");
    }

    @ParameterizedTest
    @CsvSource({
        "90, 2, 9, '', 105",
        "0, 0, 0, '', 0",
        "0, 0, 0, 1, 0",
        "20, 0, 0, 1, 0",
        "20.5, 2, 0, 1, 0.5",
        "90, 2, 9, 1, 75"
    })
    void theFinalTotalStaysBetweenNothingAndFullMarksWithTheBonusCap(
            String mark, String hold, String plus, String faults, String total) {
        assertThat(totals(row(mark, hold, plus, "", "", faults, "否")).finalTotal())
                .hasToString(total);
    }

    @Test
    void adjustmentsAreNeverRebased() {
        Totals totals = Objects.requireNonNull(Sheets.only(Standards.of(TEXT), HEADER + "台城街道,街道,81,,1,,5,,否\n")
                .totals());
        assertThat(totals.base()).hasToString("90");
        assertThat(totals.finalTotal()).hasToString("91");
    }

    @ParameterizedTest
    @CsvSource({"80, 优秀", "79.99, 良好", "79.995, 优秀", "79.9949, 良好", "70, 良好", "69.99, 合格", "0, 合格"})
    void theRoundedTotalIsCompared(String mark, String grade) {
        assertThat(grade(TEXT, row(mark, "2", "", "", "", "", "否"))).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"80, 优秀", "79.995, 良好", "79.9999, 良好", "69.9999, 合格"})
    void theExactTotalIsComparedWhereTheStandardSaysSo(String mark, String grade) {
        String exact = TEXT.replace("grades:", "grades:\n  compare: exact");
        assertThat(grade(exact, row(mark, "2", "", "", "", "", "否"))).isEqualTo(grade);
    }

    @Test
    void theBaseTotalIsComparedWhereTheStandardSaysSo() {
        String row = row("79", "2", "1", "", "", "", "否");
        assertThat(grade(TEXT, row)).isEqualTo("优秀");
        assertThat(grade(TEXT.replace("grades:", "grades:\n  by: base"), row)).isEqualTo("良好");
    }

    @ParameterizedTest
    @CsvSource({
        "90, 2, 否, 优秀, 优秀, ''",
        "90, 2, 是, 优秀, 良好, cap-veto",
        "90, 2, 未报, 优秀, 良好, cap-veto",
        "65, 2, 是, 合格, 合格, cap-veto",
        "90, 1, 否, 优秀, 优秀, ''",
        "90, 0, 否, 优秀, 合格, cap-hold",
        "90, 未报, 否, 优秀, 合格, cap-hold",
        "90, 0, 是, 优秀, 合格, cap-veto cap-hold",
        "90, 作假, 否, 良好, 合格, cap-lie",
        "60, 作假, 是, 合格, 合格, cap-veto cap-lie"
    })
    void capsLowerTheGradeAndNothingElse(
            String mark, String hold, String veto, String reached, String grade, String caps) {
        Standard standard = Standards.of(TEXT);
        Outcome outcome = Objects.requireNonNull(Sheets.only(standard, HEADER + row(mark, hold, "", "", "", "", veto))
                .outcome());
        assertThat(standard.grades().levels().get(outcome.reached()).name()).isEqualTo(reached);
        assertThat(standard.grades().levels().get(outcome.grade()).name()).isEqualTo(grade);
        assertThat(String.join(" ", outcome.caps())).isEqualTo(caps);
    }

    @Test
    void aConditionOnWhatDoesNotApplyIsFalse() {
        Outcome outcome = Objects.requireNonNull(
                Sheets.only(Standards.of(TEXT), HEADER + "台城街道,街道,90,,,,,,否\n").outcome());
        assertThat(outcome.grade()).isZero();
        assertThat(outcome.caps()).isEmpty();
    }

    @Test
    void aBlankThatCountsAsNothingDoesNotHoldAgainstTheGrade() {
        String text = TEXT.replace("id: hold, name: 人代会,", "id: hold, name: 人代会, missing: exclude,");
        assertThat(grade(text, row("85", "", "", "", "", "", "否"))).isEqualTo("优秀");
    }

    @Test
    void falseMaterialCostsItsPointsAPenaltyAndTheGrade() {
        Totals totals = totals(row("90", "作假", "", "", "", "", "否"));
        assertThat(totals.base()).hasToString("90");
        assertThat(totals.penalty()).hasToString("2");
        assertThat(totals.finalTotal()).hasToString("88");
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', 100/3, 100/3, 100/3, 100/3",
        "'indicator: {scale: 1, mode: half-up}', 33.3, 33.3, 33.3, 33.3",
        "'area: {scale: 1, mode: up}', 100/3, 33.4, 33.4, 33.4",
        "'base: {scale: 0, mode: half-up}', 100/3, 100/3, 33, 33",
        "'final: {scale: 2, mode: half-up}', 100/3, 100/3, 100/3, 33.33",
        "'final: {scale: 2, mode: up}', 100/3, 100/3, 100/3, 33.34",
        "'indicator: {scale: 2, mode: half-up}, area: {scale: 1, mode: half-up}', 33.33, 33.3, 33.3, 33.3"
    })
    void roundingHappensOnlyWhereTheStandardNamesIt(
            String policy, String score, String area, String base, String total) {
        Standard standard = Standards.of(Standards.HEAD
                + "rounding: {" + policy.replace("{}", "") + "}\n"
                + Standards.oneArea("id: rate, name: 比率, points: 100, measured-in: \"%\","
                        + " measure: {part: 部分, whole: 全部, when-zero: zero}, rule: {kind: proportional, full-at: 100}")
                + Standards.GRADES + "...\n");
        UnitResult unit = Sheets.only(standard, "单位,类别,比率·部分,比率·全部\n白沙镇,镇,1,3\n");
        assertThat(unit.indicator("rate").orElseThrow().score()).hasToString(score);
        assertThat(unit.areas().get(0).contribution()).hasToString(area);
        Totals totals = Objects.requireNonNull(unit.totals());
        assertThat(totals.base()).hasToString(base);
        assertThat(totals.finalTotal()).hasToString(total);
    }

    @Test
    void threeThirdsAreAWhole() {
        Standard standard = Standards.of(Standards.area(
                "id: a, name: 甲, points: 100/3, rule: {kind: yes-no}",
                "id: b, name: 乙, points: 100/3, rule: {kind: yes-no}",
                "id: c, name: 丙, points: 100/3, rule: {kind: yes-no}"));
        UnitResult unit = Sheets.only(standard, "单位,类别,甲,乙,丙\n白沙镇,镇,是,是,是\n");
        assertThat(Objects.requireNonNull(unit.totals()).finalTotal()).isEqualTo(Rational.HUNDRED);
    }

    private static final String HEADER = "单位,类别,得分,人代会,加分·加,加分·案例,扣分·迟报,扣分·差错,否决\n";

    private static String row(
            String mark, String hold, String plus, String cases, String late, String faults, String veto) {
        return String.join(",", "白沙镇", "镇", mark, hold, plus, cases, late, faults, veto) + "\n";
    }

    private static Totals totals(String row) {
        return Objects.requireNonNull(
                Sheets.only(Standards.of(TEXT), HEADER + row).totals());
    }

    private static String grade(String text, String row) {
        Standard standard = Standards.of(text);
        Outcome outcome =
                Objects.requireNonNull(Sheets.only(standard, HEADER + row).outcome());
        return standard.grades().levels().get(outcome.grade()).name();
    }
}
