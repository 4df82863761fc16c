package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores that are multiplied by a fact of the unit, and rules that compare what periods come to. */
class FactorTest {

    private static final String FACTS = "facts: [{id: hard, name: 难度, type: decimal, min: 0.5, max: 1.35}]\n";

    private static String yaml(String rule) {
        return Standards.HEAD
                + FACTS
                + Standards.oneArea("id: a, name: 甲, points: 100, " + rule + ", factor: {fact: hard}")
                + Standards.GRADES
                + "...\n";
    }

    private static List<Rational> scores(Standard standard, String sheet) {
        return Sheets.evaluate(standard, sheet).stream()
                .map(unit -> unit.indicator("a").orElseThrow().score())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rule: {kind: given}                          | 80 | 1.25 | 100
                    rule: {kind: given}                          | 80 | 1.35 | 108
                    rule: {kind: given}                          | 80 | 0.5  | 40
                    'measured-in: 次, rule: {kind: shortfall, target: 4}' | 3 | 1.2 | 90
                    rule: {kind: given}                          | 未报 | 1.35 | 0
                    """)
    void aScoreIsMultipliedByTheFact(String rule, String cell, String factor, String score) {
        String sheet = "单位,类别,甲,难度\n某镇,镇," + cell + "," + factor + "\n";
        assertThat(scores(Standards.of(yaml(rule)), sheet))
                .containsExactly(Rational.parse(score).orElseThrow());
    }

    @Test
    void pointsByPlaceAreMultipliedForEachUnitAndCountedBefore() {
        Random random = new Random(32);
        Standard standard = Standards.of(yaml("rule: {kind: rank, last: 50}"));
        for (int round = 0; round < 40; round++) {
            int units = 2 + random.nextInt(6);
            List<Integer> marks = random.ints(units, 0, 50).boxed().toList();
            List<Rational> factors = random.ints(units, 50, 136)
                    .mapToObj(hundredths -> Rational.of(hundredths, 100))
                    .toList();
            StringBuilder sheet = new StringBuilder("单位,类别,甲,难度\n");
            for (int i = 0; i < units; i++) {
                sheet.append("U" + i + ",镇," + marks.get(i) + "," + factors.get(i) + "\n");
            }
            List<Rational> scores = scores(standard, sheet.toString());
            for (int i = 0; i < units; i++) {
                int mark = marks.get(i);
                long before = marks.stream().filter(other -> other > mark).count();
                Rational plain = Rational.of(100).minus(Rational.of(50 * before, units - 1L));
                assertThat(scores.get(i)).isEqualTo(plain.times(factors.get(i)));
            }
        }
    }

    @Test
    void whatPeriodsComeToIsCompared() {
        Standard standard = Standards.of(
                Standards.area(
                        "id: a, name: 甲, points: 100, measure: {type: decimal, periods: 季, combine: mean}, rule: {kind: rank, loses: 10}"));
        String header = "单位,类别,甲·一季度,甲·二季度,甲·三季度,甲·四季度\n";
        List<UnitResult> units =
                Sheets.evaluate(standard, header + "A,镇,1,2,3,4\nB,镇,4,4,4,4\nC,镇,0,0,0,9\nD,镇,9,0,0,未报\n");
        assertThat(units)
                .extracting(unit -> unit.indicator("a").orElseThrow().score().toString())
                .containsExactly("90", "100", "80", "0");
        assertThat(units.get(0).indicator("a").orElseThrow().measure()).hasToString("2.5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'min: 0.5'     | 'min: 0'    | factor-not-positive
                    'fact: hard'   | 'fact: hart' | unknown-id
                    'type: decimal, min: 0.5, max: 1.35' | 'type: yes-no' | unknown-id
                    """)
    void aFactorIsAFactAboveZero(String text, String instead, String code) {
        assertThat(Standards.said(Standards.problems(yaml("rule: {kind: given}").replace(text, instead))))
                .contains(code);
    }

    @Test
    void scoresOfPeriodsCannotBeComparedOneByOne() {
        String yaml = Standards.area(
                "id: a, name: 甲, points: 100, measure: {type: decimal, periods: 季, combine-scores: mean}, rule: {kind: rank, loses: 10}");
        assertThat(Standards.said(Standards.problems(yaml))).contains("what the periods come to");
    }

    /** The published numbers: of eight units the third gets 600 − 100 × 2/7; the fourth of 30 points 25.5. */
    @Test
    void theNumbersOfWenzhou() throws IOException {
        Standard standard =
                Standards.file(Path.of("examples/wenzhou/wenzhou.yaml")).orElseThrow();
        List<UnitResult> units = Sheets.evaluate(standard, Files.readString(Path.of("examples/wenzhou/scores.csv")));
        assertThat(units.get(2).indicator("tasks").orElseThrow().score()).hasToString("4000/7");
        assertThat(units.get(3).indicator("river").orElseThrow().score()).hasToString("25.5");
    }
}
