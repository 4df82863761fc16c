package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.standard.EffectiveWeights;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The weights that are shown are those by which units are evaluated. */
class EffectiveWeightsTest {

    private static Map<String, Rational> most(UnitResult unit) {
        Map<String, Rational> most = new TreeMap<>();
        unit.indicators()
                .filter(result -> result.possible().signum() > 0)
                .forEach(result -> most.put(result.id(), result.most()));
        return most;
    }

    @ParameterizedTest
    @CsvSource({"2019.0, 镇", "2019.0, 街道", "2019.1, 镇", "2019.1, 街道"})
    void theyAreWhatTheShippedStandardsGive(String id, String kind) {
        Map<String, Rational> weights = EffectiveWeights.of(Standards.shipped(id), kind);
        assertThat(new TreeMap<>(weights)).isEqualTo(most(FullMarks.of(id, kind).with()));
        assertThat(weights.values().stream().reduce(Rational.ZERO, Rational::plus))
                .isEqualTo(Rational.HUNDRED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {treat: scale, within: total} | 街道 | {b=100/7, c=600/7}
                    {treat: scale, within: area}  | 街道 | {b=40, c=60}
                    {treat: full}                 | 街道 | {a=30, b=10, c=60}
                    {treat: scale, within: area}  | 镇  | {a=30, b=10, c=60}
                    """)
    void whatDoesNotApplyIsSpreadAsTheStandardSays(String treated, String kind, String expected) {
        Standard standard = Standards.of(
                Standards.HEAD + "total: 100\nnot-applicable: " + treated + """

                areas:
                  - id: one
                    name: 甲方面
                    points: 40
                    areas:
                      - id: inner
                        name: 内
                        points: 40
                        indicators:
                          - {id: a, name: 甲, points: 30, applies-to: [镇], rule: {kind: yes-no}}
                          - {id: b, name: 乙, points: 10, rule: {kind: yes-no}}
                  - {id: two, name: 乙方面, points: 60, indicators: [{id: c, name: 丙, points: 60, rule: {kind: yes-no}}]}
                """ + Standards.GRADES + "...\n");
        Map<String, Rational> weights = EffectiveWeights.of(standard, kind);
        assertThat(new TreeMap<>(weights)).hasToString(expected);
        String a = kind.equals("镇") ? "是" : "";
        UnitResult unit = Sheets.only(standard, "单位,类别,甲,乙,丙\n某," + kind + "," + a + ",是,是\n");
        assertThat(new TreeMap<>(weights)).isEqualTo(most(unit));
    }

    @Test
    void whereNothingAppliesThereIsNone() {
        Standard standard =
                Standards.of(Standards.area("id: a, name: 甲, points: 100, applies-to: [镇], rule: {kind: yes-no}"));
        assertThat(EffectiveWeights.of(standard, "街道")).isEmpty();
    }
}
