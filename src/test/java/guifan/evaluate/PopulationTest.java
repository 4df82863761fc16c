package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final String ROWS = "甲,镇,9\n乙,镇,8\n丙,街道,7\n丁,街道,6\n";

    @Test
    void allUnitsAreComparedUnlessKindsAreToldApart() {
        assertThat(scores("id: a, name: 指标, points: 100, rule: {kind: rank, loses: 10}", ROWS))
                .isEqualTo(Map.of("甲", "100", "乙", "90", "丙", "80", "丁", "70"));
        assertThat(scores("id: a, name: 指标, points: 100, rule: {kind: rank, loses: 10, within: kind}", ROWS))
                .isEqualTo(Map.of("甲", "100", "乙", "90", "丙", "100", "丁", "90"));
    }

    @Test
    void aUnitWithoutAMeasureIsNotCompared() {
        String indicator = "id: a, name: 指标, points: 100, applies-to: [镇], rule: {kind: rank, last: 0}";
        assertThat(scores(indicator, "甲,镇,9\n乙,镇,未报\n丙,镇,作假\n丁,镇,7\n戊,镇,8\n己,街道,\n"))
                .isEqualTo(Map.of("甲", "100", "乙", "0", "丙", "0", "丁", "0", "戊", "50", "己", "-"));
    }

    @Test
    void aVariantWithAnotherRuleHasAPopulationOfItsOwn() {
        String indicator = "id: a, name: 指标, points: 100, rule: {kind: share-of-best},"
                + " variants: {街道: {rule: {kind: share-of-best, better: lower}}}";
        assertThat(scores(indicator, "甲,镇,8\n乙,镇,6\n丙,街道,4\n丁,街道,5\n"))
                .isEqualTo(Map.of("甲", "100", "乙", "75", "丙", "100", "丁", "80"));
    }

    @Test
    void twoCountsAreComparedAsTheirExactRate() {
        String indicator = "id: a, name: 指标, points: 100, measured-in: \"%\","
                + " measure: {part: 完成, whole: 应完成, when-zero: zero}, rule: {kind: share-of-best}";
        Standard standard = Standards.of(Standards.area(indicator));
        List<UnitResult> units = Sheets.evaluate(standard, "单位,类别,指标·完成,指标·应完成\n甲,镇,1,3\n乙,镇,2,3\n丙,镇,0,0\n");
        assertThat(units).extracting(unit -> result(unit).score().toString()).containsExactly("50", "100", "0");
    }

    @Test
    void withoutTheOtherUnitsTheScoreAndTheTotalAreWithheld() {
        Standard standard = standard("id: a, name: 指标, points: 100, rule: {kind: rank, loses: 10}");
        Filing filing = Sheets.filings(standard, "单位,类别,指标\n甲,镇,9\n").get(0);
        UnitResult unit = new Evaluator(standard).evaluate(filing);
        assertThat(result(unit).basis()).isEqualTo(Basis.WITHHELD);
        assertThat(result(unit).measure()).hasToString("9");
        assertThat(unit.totals()).isNull();
        assertThat(unit.outcome()).isNull();
    }

    @Test
    void goalpostsAndTheirLogarithmsNeedNoOtherUnit() {
        Standard standard = standard(
                "id: a, name: 指标, points: 100, rule: {kind: normalise, low: 1, high: 100, log: true, digits: 9}");
        Filing filing = Sheets.filings(standard, "单位,类别,指标\n甲,镇,10\n").get(0);
        assertThat(result(new Evaluator(standard).evaluate(filing)).score()).hasToString("50");
    }

    @Test
    void onlyRelativeRulesLetOneUnitChangeTheScoreOfAnother() {
        String absolute = "id: b, name: 另一指标, points: 40, rule: {kind: proportional, full-at: 10}";
        String relative = "id: a, name: 指标, points: 60, rule: {kind: share-of-best}";
        Standard standard = Standards.of(Standards.area(relative, absolute));
        String header = "单位,类别,指标,另一指标\n";
        UnitResult before =
                Sheets.evaluate(standard, header + "甲,镇,5,5\n乙,镇,6,6\n").get(0);
        UnitResult after =
                Sheets.evaluate(standard, header + "甲,镇,5,5\n乙,镇,9,9\n").get(0);
        assertThat(before.indicator("b")).isEqualTo(after.indicator("b"));
        assertThat(before.indicator("a").orElseThrow().score()).hasToString("50");
        assertThat(after.indicator("a").orElseThrow().score()).hasToString("100/3");
    }

    private static Standard standard(String indicator) {
        return Standards.of(Standards.area(indicator));
    }

    private static Map<String, String> scores(String indicator, String rows) {
        Map<String, String> scores = new TreeMap<>();
        for (UnitResult unit : Sheets.evaluate(standard(indicator), "单位,类别,指标\n" + rows)) {
            IndicatorResult one = result(unit);
            scores.put(unit.unit(), one.possible().isZero() ? "-" : one.score().toString());
        }
        return scores;
    }

    private static IndicatorResult result(UnitResult unit) {
        return unit.indicator("a").orElseThrow();
    }
}
