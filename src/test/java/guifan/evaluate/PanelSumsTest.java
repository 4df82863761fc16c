package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a panel stands on an area or on the whole, every assessor comes to a sum, and the sums become one. */
class PanelSumsTest {

    private static final String LEAVES = """
            {id: a, name: 甲项, points: 60, rule: {kind: given}},
            {id: b, name: 乙项, points: 40, rule: {kind: given}}
            """;

    private static Standard onTheWhole(String panel) {
        return Standards.of(Standards.HEAD + "total: 100\npanel: {" + panel + "}\nareas:\n"
                + "  - {id: area, name: 方面, points: 100, indicators: [" + LEAVES + "]}\n" + Standards.GRADES + "...\n");
    }

    /** Writes a sheet of one unit whose marks are given as {@code 50+30 60+40 缺席}, one for each assessor. */
    private static String sheet(String marks) {
        List<String[]> all = Arrays.stream(marks.split(" "))
                .map(mark -> mark.contains("+") ? mark.split("\\+") : new String[] {mark, mark})
                .toList();
        StringBuilder header = new StringBuilder("单位,类别");
        StringBuilder row = new StringBuilder("白沙镇,镇");
        for (int item = 0; item < 2; item++) {
            for (int i = 0; i < all.size(); i++) {
                header.append(item == 0 ? ",甲项·评委" : ",乙项·评委").append(i + 1);
                row.append(',').append(all.get(i)[item]);
            }
        }
        return header + "\n" + row + "\n";
    }

    private static UnitResult evaluate(Standard standard, String marks) {
        return Sheets.only(standard, sheet(marks));
    }

    private static String total(UnitResult unit) {
        return unit.totals() == null ? "none" : unit.totals().exact().toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "combine: mean | 50+30 60+40 | 90",
                "combine: median | 10+10 50+30 60+40 | 80",
                "combine: median | 10+10 50+30 60+40 60+40 | 90",
                "combine: trimmed-mean | 0+0 60+20 50+20 60+40 | 75",
                "combine: mean, drop-lowest: 1 | 0+40 30+0 60+40 | 70",
                "combine: mean | 50+30 缺席 60+40 回避 | 90",
                "'combine: mean, round: {each: {scale: 0, mode: half-up}}' | 50.5+30 50+30 | 80.5",
                "'combine: mean, round: {together: {scale: 0, mode: half-up}}' | 50.5+30 50+30.5 50+30 | 80",
                "'combine: trimmed-mean, minimum: 4, fewer: [{combine: mean, minimum: 2}]' | 60+40 60+40 0+0 60+20 | 90",
                "'combine: trimmed-mean, minimum: 4, fewer: [{combine: mean, minimum: 2}]' | 60+40 60+40 0+10 | 70"
            })
    void sumsAreCombined(String panel, String marks, String total) {
        assertThat(total(evaluate(onTheWhole(panel), marks))).isEqualTo(total);
    }

    @Test
    void aWholeSumIsDroppedAndNotASingleMark() {
        UnitResult unit = evaluate(onTheWhole("combine: trimmed-mean"), "60+0 30+40 10+40 60+40");
        assertThat(total(unit)).isEqualTo("65");
        assertThat(unit.indicator("a").orElseThrow().score()).isEqualTo(Rational.of(45));
        assertThat(unit.indicator("b").orElseThrow().score()).isEqualTo(Rational.of(20));
    }

    @Test
    void ofEqualSumsItDoesNotMatterWhichIsDropped() {
        UnitResult unit = evaluate(onTheWhole("combine: mean, drop-lowest: 1"), "60+0 20+40 60+40");
        assertThat(total(unit)).isEqualTo("80");
        assertThat(unit.indicator("a").orElseThrow().score()).isEqualTo(Rational.of(50));
        assertThat(unit.indicator("b").orElseThrow().score()).isEqualTo(Rational.of(30));
        assertThat(unit.panel().judges())
                .extracting(judge -> judge.share().toString())
                .containsExactly("0.5", "0.5", "1");
    }

    @Test
    void aHeavierRoleCountsMore() {
        Standard standard = onTheWhole("combine: mean, roles: {组长: 2, 组员: 1}");
        String sheet = "单位,类别,甲项·评委1（组长）,甲项·评委2（组员）,乙项·评委1（组长）,乙项·评委2（组员）\n白沙镇,镇,60,30,40,10\n";
        assertThat(total(Sheets.only(standard, sheet))).isEqualTo("80");
    }

    @Test
    void tooFewAssessorsAreAnErrorUnlessTheStandardSaysThatThereIsNoScore() {
        Standard refusing = onTheWhole("combine: mean, minimum: 3");
        assertThat(Sheets.errors(refusing, sheet("50+30 缺席 60+40")))
                .singleElement()
                .asString()
                .contains(" few-marks ");
        UnitResult unit = evaluate(onTheWhole("combine: mean, minimum: 3, too-few: no-score"), "50+30 缺席 60+40");
        assertThat(total(unit)).isEqualTo("none");
        assertThat(unit.outcome()).isNull();
        assertThat(unit.panel().combined()).isNull();
        assertThat(unit.panel().present()).isEqualTo(2);
        assertThat(unit.panel().minimum()).isEqualTo(3);
        assertThat(unit.indicators()).allMatch(one -> one.basis() == UnitResult.Basis.FEW_MARKS);
    }

    @Test
    void tooFewMarksOfAnIndicatorMayMeanNoScoreToo() {
        String yaml = Standards.area("id: files, name: 档案, points: 100, rule: {kind: given}, "
                + "panel: {combine: mean, minimum: 2, too-few: no-score}");
        UnitResult unit = Sheets.only(Standards.of(yaml), "单位,类别,档案·评委1,档案·评委2\n白沙镇,镇,90,缺席\n");
        assertThat(total(unit)).isEqualTo("none");
        assertThat(unit.indicator("files").orElseThrow().basis()).isEqualTo(UnitResult.Basis.FEW_MARKS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50,缺席,30,40 | part-marked",
                "50,60,30,回避 | part-marked",
                "50,60,30, | blank",
                "50,60.5,30,40 | out-of-range"
            })
    void whoeverMarksOneMarksAll(String row, String code) {
        Standard standard = onTheWhole("combine: mean");
        String sheet = "单位,类别,甲项·评委1,甲项·评委2,乙项·评委1,乙项·评委2\n白沙镇,镇," + row + "\n";
        assertThat(Sheets.errors(standard, sheet)).singleElement().asString().contains(" " + code + " ");
    }

    @Test
    void whatIsFilledInWithoutAnAssessorHoldsForAll() {
        String sheet = "单位,类别,甲项·评委1,甲项·评委2,乙项\n白沙镇,镇,50,60,40\n";
        UnitResult unit = Sheets.only(onTheWhole("combine: mean"), sheet);
        assertThat(total(unit)).isEqualTo("95");
        assertThat(unit.panel().judges()).hasSize(2);
    }

    @Test
    void whatWasNotReportedScoresNothingForEverybody() {
        Standard standard = onTheWhole("combine: trimmed-mean, minimum: 3");
        UnitResult part = Sheets.only(standard, "单位,类别,甲项,乙项·评委1,乙项·评委2,乙项·评委3\n白沙镇,镇,未报,10,20,40\n");
        assertThat(total(part)).isEqualTo("20");
        UnitResult whole = Sheets.only(standard, "单位,类别,甲项,乙项\n白沙镇,镇,未报,未报\n");
        assertThat(total(whole)).isEqualTo("0");
        assertThat(whole.panel()).isNull();
    }

    @Test
    void whoBelongsToTheUnitOfACaseHasToAbstain() {
        Standard standard = Standards.of("""
                format: 1
                standard: "small"
                title: 案例
                status: issued
                provenance: reconstructed
                units: {kinds: [案例], called: 案例, owner: 单位}
                total: 100
                panel: {combine: mean}
                areas:
                  - {id: area, name: 方面, points: 100, indicators: [%s]}
                grades: {levels: [{name: 入选, at-least: 80}, {name: 落选, otherwise: true}]}
                ...
                """.formatted(LEAVES));
        String cases = "案例,单位,甲项·评委1,甲项·评委2,乙项·评委1,乙项·评委2\n";
        String roster = "单位,类别,考评员\n白沙镇,镇,评委2\n三合镇,镇,评委1\n";
        Handed wrong = Handed.in().roster(roster).with("a.csv", cases + "四条专线,白沙镇,50,60,30,40\n");
        assertThat(Handed.errors(wrong, standard)).hasSize(2).allMatch(one -> one.startsWith("must-recuse "));
        Handed right = Handed.in().roster(roster).with("a.csv", cases + "四条专线,白沙镇,50,回避,30,回避\n");
        Evaluation evaluation = right.evaluate(standard);
        assertThat(right.said(Severity.ERROR)).isEmpty();
        assertThat(total(evaluation.units().get(0))).isEqualTo("80");
    }

    private static String areas(String panel, String points) {
        return Standards.HEAD + """
                total: %2$s
                rounding: {area: {scale: 1, mode: half-up}}
                areas:
                  - {id: dive, name: 跳水, points: %2$s, panel: {%1$s}, indicators: [
                      {id: mark, name: 得分, points: 10, rule: {kind: given}}]}
                facts: [{id: difficulty, name: 难度, type: decimal, min: 1, max: 4}, {id: veto, name: 否决, type: yes-no}]
                grades: {levels: [{name: 优, at-least: 1}, {name: 良, otherwise: true}]}
                ...
                """.formatted(panel, points);
    }

    @Test
    void theCombinedMarkIsMultipliedByTheDifficulty() {
        Standard standard = Standards.of(areas("combine: trimmed-mean, factor: {fact: difficulty, times: 3}", "120"));
        String header = IntStream.rangeClosed(1, 5).mapToObj(i -> ",得分·" + i).collect(Collectors.joining());
        UnitResult unit = Sheets.only(standard, "单位,类别,难度,否决" + header + "\n甲,镇,3.1,否,7,8,8.5,7.5,9\n");
        assertThat(total(unit)).isEqualTo("74.4"); // (7.5 + 8 + 8.5) ÷ 3 × 3 × 3.1
        UnitResult.AreaResult dive = unit.area("dive").orElseThrow();
        assertThat(dive.possible()).isEqualTo(Rational.of(120));
        assertThat(dive.leaves().findFirst().orElseThrow().lost())
                .isEqualTo(Rational.parse("45.6").orElseThrow());
        UnitResult best = Sheets.only(standard, "单位,类别,难度,否决" + header + "\n甲,镇,4,否,10,10,10,10,10\n");
        assertThat(total(best)).isEqualTo("120");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'combine: mean, factor: {fact: hardness}' | 120 | unknown-id",
                "'combine: mean, factor: {fact: veto}' | 120 | unknown-id",
                "'combine: mean, factor: {fact: difficulty}' | 120 | points-sum",
                "'combine: mean}, factor: {fact: difficulty' | 10 | factor",
                "'combine: mean, fewer: [{combine: mean, minimum: 1}]' | 10 | panel",
                "'combine: mean, minimum: 3, too-few: zero' | 10 | unknown-word",
                "'combine: mean, round: {final: {scale: 1, mode: half-up}}' | 10 | unknown-key"
            })
    void aPanelThatCannotBeIsRefused(String panel, String points, String code) {
        assertThat(Standards.problems(areas(panel, points)))
                .extracting(Diagnostic::code)
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'id: x, name: 甲, points: 100, rule: {kind: checklist, items: [{id: i, name: 子}]}' | panel",
                "'id: x, name: 甲, points: 100, rule: {kind: given}, panel: {combine: mean}' | panel",
                "'id: x, name: 甲, points: 100, rule: {kind: rank, first: 100, last: 0}' | panel"
            })
    void belowAPanelThereIsOneMarkForEach(String indicator, String code) {
        String yaml =
                Standards.HEAD + "panel: {combine: mean}\n" + Standards.oneArea(indicator) + Standards.GRADES + "...\n";
        assertThat(Standards.problems(yaml)).extracting(Diagnostic::code).contains(code);
    }

    @Test
    void theStandardSaysItInWords() {
        Standard standard = onTheWhole("combine: trimmed-mean, minimum: 7, fewer: [{combine: mean, minimum: 5}], "
                + "too-few: no-score, round: {each: {scale: 1, mode: half-up}}");
        assertThat(StandardCard.of(standard).combining().zh())
                .isEqualTo("每名考评员各自的合计（四舍五入到 1 位小数）去掉 1 个最高分，去掉 1 个最低分，取平均，至少 7 人评分，5–6 人评分时取平均，不足 5 人无效");
    }
}
