package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From answers to the base total: scores, states, what does not apply, what is missing. */
class EvaluatorTest {

    /** What a subdistrict has to lose to come from 80 points to 72.4. */
    private static final String[] LOSES_7_6 = {
        "party-report", "4", "super-lawcheck", "0", "super-report", "1", "pub-law", "3", "dep-file", "1"
    };

    @Test
    void whatDoesNotApplyIsRebasedExactly() {
        FullMarks street = FullMarks.of("2019.0", "街道");
        UnitResult unit = street.with(LOSES_7_6);
        Totals totals = Objects.requireNonNull(unit.totals());
        assertThat(totals.raw()).hasToString("72.4");
        assertThat(totals.possible()).hasToString("80");
        assertThat(totals.exact()).isEqualTo(Rational.of(181, 2));
        assertThat(totals.finalTotal()).hasToString("90.5");
        assertThat(street.grade(unit)).isEqualTo("优秀");
    }

    @Test
    void theSamePointsAreWorthLessWhereMoreApplies() {
        FullMarks street = FullMarks.of("2019.1", "街道");
        String[] loses = {"decide-vote", "缺：差额候选、公布监督", "pub-article", "台山13"};
        String[] all = new String[LOSES_7_6.length + loses.length];
        System.arraycopy(LOSES_7_6, 0, all, 0, LOSES_7_6.length);
        System.arraycopy(loses, 0, all, LOSES_7_6.length, loses.length);
        UnitResult unit = street.with(all);
        Totals totals = Objects.requireNonNull(unit.totals());
        assertThat(totals.raw()).hasToString("72.4");
        assertThat(totals.possible()).hasToString("82");
        assertThat(totals.exact()).isEqualTo(Rational.of(7240, 82));
        assertThat(totals.finalTotal()).hasToString("88.29");
        assertThat(street.grade(unit)).isEqualTo("良好");
    }

    @Test
    void areasStayRawAndContributionsAreRebased() {
        UnitResult unit = FullMarks.of("2019.0", "街道").with(LOSES_7_6);
        AreaResult area = unit.area("super").orElseThrow();
        assertThat(area.score()).hasToString("13");
        assertThat(area.possible()).hasToString("18");
        assertThat(area.contribution()).hasToString("16.25");
        assertThat(area.most()).hasToString("22.5");
        AreaResult none = unit.area("session").orElseThrow();
        assertThat(none.possible()).isEqualTo(Rational.ZERO);
        assertThat(none.most()).isEqualTo(Rational.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"2019.0, 镇, 100", "2019.0, 街道, 80", "2019.1, 镇, 100", "2019.1, 街道, 82"})
    void fullMarksAreAHundredForEveryKind(String standard, String kind, String possible) {
        Totals totals =
                Objects.requireNonNull(FullMarks.of(standard, kind).with().totals());
        assertThat(totals.possible()).hasToString(possible);
        assertThat(totals.finalTotal()).hasToString("100");
        assertThat(totals.isRebased()).isEqualTo(kind.equals("街道"));
    }

    @ParameterizedTest
    @CsvSource({
        "dep-reply, 97.5, 2.25",
        "dep-satisfy, 94.9, 1.99",
        "dep-satisfy, 80, 0.5",
        "dep-satisfy, 79.99, 0",
        "plat-receive, 9, 1.25",
        "plat-receive, 2, 0",
        "pub-article, '台山3 江门1 省1', 1.8",
        "self-staff, 缺：专职干部, 1",
        "party-hear, 1, 2",
        "party-hear, 7, 3",
        "session-hold, 1, 2",
        "session-debate, 29.9, 1.5",
        "session-reports, 缺：政府报告, 0",
        "decide-budget, 全；不涉及：预算调整, 3",
        "decide-budget, 缺：财政决算；不涉及：预算调整, 1.5",
        "decide-major, 5, 3",
        "recess-report, 迟报：年度计划, 1.5",
        "recess-task, 未完成1 逾期2, 1.1",
        "recess-task, 未完成9 逾期9, 0",
        "dep-account, 15, 1.5",
        "plat-star, 三星, 1",
        "self-rules, 3, 2.1",
        "self-rules, 缺：约见、双联系, 2.4",
        "self-archive, 1.5, 1.5"
    })
    void theShippedRulesScoreAsWritten(String id, String answer, String score) {
        assertThat(FullMarks.of("2019.0", "镇").score(id, answer)).hasToString(score);
    }

    @Test
    void aRatioOfTwoCountsIsExact() {
        IndicatorResult reply = ratio("11", "12");
        assertThat(reply.measure()).isEqualTo(Rational.of(1100, 12));
        assertThat(reply.score()).isEqualTo(Rational.of(275, 3));
    }

    @ParameterizedTest
    @CsvSource({"full, 100, 100", "zero, 0, 100", "exclude, 0, 0"})
    void nothingOfNothingMeansWhatTheStandardSays(String policy, String score, String possible) {
        IndicatorResult reply = indicator(
                Standards.area(
                        "id: reply, name: 答复, points: 90, measured-in: \"%\","
                                + " measure: {part: 已答, whole: 应答, when-zero: " + policy
                                + "}, rule: {kind: proportional, full-at: 100}",
                        OTHER),
                "单位,类别,答复·已答,答复·应答,其他\n白沙镇,镇,0,0,是\n",
                "reply");
        assertThat(reply.basis()).isEqualTo(Basis.ZERO_OF_ZERO);
        assertThat(reply.score()).isEqualTo(Rational.parse(score).orElseThrow().times(Rational.of(9, 10)));
        assertThat(reply.possible())
                .isEqualTo(Rational.parse(possible).orElseThrow().times(Rational.of(9, 10)));
    }

    private static final String OTHER = "id: other, name: 其他, points: 10, rule: {kind: yes-no}";

    @ParameterizedTest
    @CsvSource({"未报, NOT_REPORTED, 0, 90", "作假, FALSE_MATERIAL, 0, 90", "0, RULE, 90, 90", "9, RULE, 0, 90"})
    void statesScoreZeroWhateverTheRule(String cell, Basis basis, String score, String possible) {
        IndicatorResult faults = indicator(
                Standards.area(
                        "id: faults, name: 差错, points: 90, measured-in: 件, rule: {kind: deduct, each: 10}", OTHER),
                "单位,类别,差错,其他\n白沙镇,镇," + cell + ",是\n",
                "faults");
        assertThat(faults.basis()).isEqualTo(basis);
        assertThat(faults.score()).hasToString(score);
        assertThat(faults.possible()).hasToString(possible);
    }

    @ParameterizedTest
    @CsvSource({
        "zero, MISSING_ZERO, 0, 90, 10",
        "exclude, MISSING_EXCLUDED, 0, 0, 100",
        "full, MISSING_FULL, 90, 90, 100"
    })
    void aBlankMeansWhatTheStandardSays(String policy, Basis basis, String score, String possible, String total) {
        String text = Standards.area(
                "id: faults, name: 差错, points: 90, missing: " + policy + ", rule: {kind: deduct, each: 10}", OTHER);
        UnitResult unit = Sheets.only(Standards.of(text), "单位,类别,差错,其他\n白沙镇,镇,,是\n");
        IndicatorResult faults = unit.indicator("faults").orElseThrow();
        assertThat(faults.basis()).isEqualTo(basis);
        assertThat(faults.score()).hasToString(score);
        assertThat(faults.possible()).hasToString(possible);
        assertThat(Objects.requireNonNull(unit.totals()).finalTotal()).hasToString(total);
    }

    @Test
    void anItemThatWasNotReportedCountsAsNotMet() {
        String text = Standards.area(
                "id: six, name: 六有, points: 100, rule: {kind: checklist,"
                        + " items: [{id: a, name: 甲}, {id: b, name: 乙, may-not-arise: true}, {id: c, name: 丙}, {id: d, name: 丁}]}");
        String header = "单位,类别,六有·甲,六有·乙,六有·丙,六有·丁\n";
        assertThat(indicator(text, header + "白沙镇,镇,是,未报,是,是\n", "six").score()).hasToString("75");
        assertThat(indicator(text, header + "白沙镇,镇,是,不涉及,是,否\n", "six").score()).isEqualTo(Rational.of(200, 3));
    }

    @Test
    void anIndicatorOfWhichNothingAroseIsLeftOut() {
        String text = Standards.area(
                "id: six, name: 六有, points: 90, rule: {kind: checklist, items: [{id: a, name: 甲, may-not-arise: true}]}",
                OTHER);
        UnitResult unit = Sheets.only(Standards.of(text), "单位,类别,六有,其他\n白沙镇,镇,不涉及,是\n");
        assertThat(unit.indicator("six").orElseThrow().basis()).isEqualTo(Basis.NOT_APPLICABLE);
        assertThat(Objects.requireNonNull(unit.totals()).possible()).hasToString("10");
        assertThat(Objects.requireNonNull(unit.totals()).finalTotal()).hasToString("100");
    }

    @ParameterizedTest
    @CsvSource({
        "mean, 8, 9, 9.5, 53/6",
        "median, 8, 9, 9.5, 9",
        "mean, 8, 缺席, 9, 8.5",
        "median, 8, 9, 回避, 8.5",
        "mean, 缺席, 缺席, 9, 9"
    })
    void severalMarksBecomeOne(String combine, String first, String second, String third, String score) {
        IndicatorResult files = indicator(
                Standards.area(
                        "id: files, name: 档案, points: 10, measured-in: 分, rule: {kind: given}, panel: {combine: "
                                + combine + "}",
                        "id: other, name: 其他, points: 90, rule: {kind: yes-no}"),
                "单位,类别,档案·甲,档案·乙,档案·丙,其他\n白沙镇,镇," + first + "," + second + "," + third + ",是\n",
                "files");
        assertThat(files.score()).hasToString(score);
    }

    @ParameterizedTest
    @CsvSource({"'{treat: scale, within: total}', 250/3", "'{treat: scale, within: area}', 50", "'{treat: full}', 90"})
    void whatDoesNotApplyIsScaledWithinTheTotalOrTheAreaOrGivenInFull(String policy, String total) {
        assertThat(Objects.requireNonNull(twoAreas(policy, "街道", "否,,是").totals())
                        .exact())
                .hasToString(total);
    }

    @Test
    void anAreaWithNothingLeftPassesItsPointsUp() {
        Standard standard = Standards.of(
                TWO_AREAS.formatted("{treat: scale, within: area}").replace("name: 丙,", "name: 丙, applies-to: [镇],"));
        UnitResult unit = Sheets.only(standard, "单位,类别,甲,乙,丙\n台城街道,街道,是,,\n");
        assertThat(Objects.requireNonNull(unit.totals()).exact()).hasToString("100");
        assertThat(unit.area("second").orElseThrow().most()).isEqualTo(Rational.ZERO);
    }

    @Test
    void whereNothingAppliesThereIsNoScore() {
        Standard standard =
                Standards.of(Standards.area("id: one, name: 甲, points: 100, applies-to: [镇], rule: {kind: yes-no}"));
        UnitResult unit = Sheets.only(standard, "单位,类别,甲\n台城街道,街道,\n");
        assertThat(unit.totals()).isNull();
        assertThat(unit.outcome()).isNull();
        assertThat(unit.indicator("one").orElseThrow().basis()).isEqualTo(Basis.NOT_APPLICABLE);
    }

    @Test
    void aVariantScoresItsOwnKind() {
        Standard standard = Standards.of(
                Standards.area("id: visits, name: 视察, points: 100, measured-in: 次, rule: {kind: shortfall, target: 4},"
                        + " variants: {街道: {name: 街道视察, rule: {kind: shortfall, target: 2}}}"));
        assertThat(Sheets.evaluate(standard, "单位,类别,视察\n白沙镇,镇,2\n台城街道,街道,2\n"))
                .extracting(unit ->
                        Objects.requireNonNull(unit.totals()).finalTotal().toString())
                .containsExactly("50", "100");
    }

    private static final String TWO_AREAS = Standards.HEAD + """
            total: 100
            not-applicable: %s
            areas:
              - {id: first, name: 一, points: 50, indicators: [
                  {id: a, name: 甲, points: 10, rule: {kind: yes-no}},
                  {id: b, name: 乙, points: 40, applies-to: [镇], rule: {kind: yes-no}}]}
              - {id: second, name: 二, points: 50, indicators: [
                  {id: c, name: 丙, points: 50, rule: {kind: yes-no}}]}
            """ + Standards.GRADES + "...\n";

    private static UnitResult twoAreas(String policy, String kind, String answers) {
        Standard standard = Standards.of(TWO_AREAS.formatted(policy));
        return Sheets.only(standard, "单位,类别,甲,乙,丙\n某单位," + kind + "," + answers + "\n");
    }

    private static IndicatorResult ratio(String part, String whole) {
        return indicator(
                Standards.area("id: reply, name: 答复, points: 100, measured-in: \"%\","
                        + " measure: {part: 已答, whole: 应答, when-zero: full}, rule: {kind: proportional, full-at: 100}"),
                "单位,类别,答复·已答,答复·应答\n白沙镇,镇," + part + "," + whole + "\n",
                "reply");
    }

    private static IndicatorResult indicator(String standard, String sheet, String id) {
        return Sheets.only(Standards.of(standard), sheet).indicator(id).orElseThrow();
    }
}
