package guifan.rule;

import static guifan.rule.RuleText.number;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.rule.Comparison.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds that compare measures: the points, the rule, and a population of measures with their scores. */
class RelativeRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # 温州: 8 units from 600 down to 500, the third 600 − 100 × 2/7
        600 | {kind: rank, last: 500}                          | 9=600 8=4100/7 7=4000/7 6=3900/7 5=3800/7 4=3700/7 3=3600/7 2=500
        # base 30, each place 5 % of it: the fourth 25.5; the floor is not in the text
        30  | {kind: rank, better: lower, loses-percent: 5}    | 1=30 2=28.5 3=27 4=25.5 5=24
        30  | {kind: rank, loses: 12}                          | 4=30 3=18 2=6 1=0
        30  | {kind: rank, loses: 12, floor: -6}               | 4=30 3=18 2=6 1=-6 0=-6
        30  | {kind: rank, loses: 12, floor: 5}                | 4=30 3=18 2=6 1=5 0=5
        10  | {kind: rank, loses: 1}                           | 5=10 4=9 4=9 3=7
        10  | {kind: rank, loses: 1, ties: average}            | 5=10 4=8.5 4=8.5 3=7
        10  | {kind: rank, loses: 1, ties: dense}              | 5=10 4=9 4=9 3=8
        10  | {kind: rank, loses: 1}                           | 4=10 4=10 4=10
        10  | {kind: rank, last: 4}                            | 7=10
        10  | {kind: rank, last: 4}                            | 7=10 7=10 6=4
        10  | {kind: rank, last: -2}                           | 7=10 6=4 5=-2
        """)
    void rank(String points, String rule, String table) {
        assertTable(points, rule, table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        600 | {kind: share-of-best}                  | 1200=600 1050.5=525.25 400=200 0=0
        600 | {kind: share-of-best}                  | 3=600 1=200 3=600
        400 | {kind: share-of-best, better: lower}   | 6=400 10=240 12=200
        400 | {kind: share-of-best, better: lower}   | 0=400 10=0 0=400
        40  | {kind: share-of-best}                  | 0=0 0=0
        40  | {kind: share-of-best, all-zero: full}  | 0=40 0=40
        40  | {kind: share-of-best}                  | 5=40
        """)
    void shareOfBest(String points, String rule, String table) {
        assertTable(points, rule, table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        40 | {kind: normalise, when-equal: full}                                 | 12=40 5=64/3 -3=0
        40 | {kind: normalise, when-equal: zero, better: lower}                  | 12=0 5=56/3 -3=40
        40 | {kind: normalise, when-equal: full}                                 | 7=40 7=40
        40 | {kind: normalise, when-equal: half}                                 | 7=20
        40 | {kind: normalise, when-equal: zero}                                 | 7=0 7=0 7=0
        30 | {kind: normalise, low: 1, high: 100, log: true, digits: 20}         | 0.5=0 1=0 10=15 100=30 1000=30
        30 | {kind: normalise, low: 1, high: 8, log: true, digits: 3}            | 2=9.99 4=20.01 8=30
        30 | {kind: normalise, low: 1, high: 100, log: true, digits: 9, better: lower} | 1=30 10=15 100=0
        """)
    void normalise(String points, String rule, String table) {
        assertTable(points, rule, table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        100 | {kind: z-score, mean-gives: 60, deviation-gives: 15, digits: 9}                     | 2=37.5 4=52.5 4=52.5 4=52.5 5=60 5=60 7=75 9=90
        70  | {kind: z-score, mean-gives: 60, deviation-gives: 15, digits: 9}                     | 2=37.5 4=52.5 4=52.5 4=52.5 5=60 5=60 7=70 9=70
        100 | {kind: z-score, mean-gives: 60, deviation-gives: 15, digits: 9, better: lower}      | 2=82.5 4=67.5 4=67.5 4=67.5 5=60 5=60 7=45 9=30
        100 | {kind: z-score, mean-gives: 50, deviation-gives: 10, digits: 3}                     | 0=37.75 1=50 2=62.25
        100 | {kind: z-score, mean-gives: 50, deviation-gives: 10, digits: 3, deviation: sample}  | 0=40 1=50 2=60
        100 | {kind: z-score, mean-gives: 50, deviation-gives: 10, digits: 3}                     | 3=50 3=50
        100 | {kind: z-score, mean-gives: 50, deviation-gives: 10, digits: 3, deviation: sample}  | 3=50
        """)
    void zScore(String points, String rule, String table) {
        assertTable(points, rule, table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        30 | {kind: normalise, low: 20, high: 85}                 | 0=0 20=0 52.5=15 85=30 86=30
        30 | {kind: normalise, low: 20, high: 85, better: lower}  | 0=30 20=30 52.5=15 85=0 86=0
        """)
    void goalpostsNeedNoOtherUnit(String points, String yaml, String table) {
        Rule rule = new RuleText(points, "-", yaml).rule();
        assertThat(rule.relative()).isEmpty();
        for (String entry : table.split(" ")) {
            Form form = rule.form();
            Rational score =
                    form.score(RuleText.measures(form, entry.split("=")[0])).score();
            assertThat(score).as(entry).isEqualTo(number(entry.split("=")[1]));
        }
    }

    @Test
    void theOrderOfThePopulationChangesNothing() {
        Random random = new Random(7);
        for (String yaml : List.of(
                "{kind: rank, loses: 1, ties: average}",
                "{kind: share-of-best, better: lower}",
                "{kind: normalise, when-equal: half}",
                "{kind: z-score, mean-gives: 5, deviation-gives: 2, digits: 6}")) {
            Relative rule = new RuleText("10", "-", yaml).rule().relative().orElseThrow();
            List<Rational> measures = new ArrayList<>(Stream.generate(() -> Rational.of(random.nextInt(9), 2))
                    .limit(12)
                    .toList());
            List<Working> expected =
                    measures.stream().map(rule.among(measures)::score).toList();
            List<Rational> shuffled = new ArrayList<>(measures);
            for (int round = 0; round < 10; round++) {
                Collections.shuffle(shuffled, random);
                assertThat(measures.stream().map(rule.among(shuffled)::score).toList())
                        .as(yaml)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void theWorkingNamesWhatWasCompared() {
        Relative rule = new RuleText("600", "-", "{kind: rank, last: 500}")
                .rule()
                .relative()
                .orElseThrow();
        Working working =
                rule.among(List.of(number("3"), number("5"), number("3"))).score(number("3"));
        Comparison comparison = working.comparison();
        assertThat(comparison).isNotNull();
        assertThat(comparison.figures())
                .extracting(Figure::aspect, figure -> figure.value().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Comparison.Aspect.UNITS, "3"),
                        org.assertj.core.groups.Tuple.tuple(Comparison.Aspect.BEST, "5"),
                        org.assertj.core.groups.Tuple.tuple(Comparison.Aspect.SHARING, "2"),
                        org.assertj.core.groups.Tuple.tuple(Comparison.Aspect.PLACE, "2"));
        assertThat(working.terms().get(0).measure()).hasToString("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {kind: rank}                                                     | rank-steps
        {kind: rank, loses: 1, last: 5}                                  | rank-steps
        {kind: rank, loses: 1, loses-percent: 5}                         | rank-steps
        {kind: rank, last: 10}                                           | rank-last
        {kind: rank, loses: 1, ties: shared}                             | unknown-word
        {kind: rank, loses: 1, within: group}                            | unknown-word
        {kind: normalise}                                                | missing-key
        {kind: normalise, low: 5, high: 5}                               | goalposts
        {kind: normalise, low: 5}                                        | missing-key
        {kind: normalise, low: 0, high: 5, log: true, digits: 9}         | logarithm
        {kind: normalise, when-equal: full, log: true, digits: 9}        | logarithm
        {kind: normalise, low: 1, high: 5, log: true}                    | digits
        {kind: normalise, low: 1, high: 5, log: true, digits: 101}       | not-whole
        {kind: normalise, low: 1, high: 5, when-equal: full}             | unknown-key
        {kind: z-score, mean-gives: 11, deviation-gives: 1, digits: 9}   | mean-gives
        {kind: z-score, mean-gives: 5, deviation-gives: 1}               | digits
        """)
    void whatDoesNotFitIsRefused(String rule, String code) {
        assertThat(new RuleText("10", "-", rule).complaints()).contains(code);
    }

    private static void assertTable(String points, String yaml, String table) {
        Rule rule = new RuleText(points, "-", yaml).rule();
        List<String> entries = List.of(table.split("\\s+"));
        List<Rational> measures =
                entries.stream().map(entry -> number(entry.split("=")[0])).toList();
        Relative.Scale scale = rule.relative().orElseThrow().among(measures);
        for (String entry : entries) {
            assertThat(scale.score(number(entry.split("=")[0])).score())
                    .as("%s of %s", entry, yaml)
                    .isEqualTo(number(entry.split("=")[1]));
        }
        assertThat(rule.form().most()).contains(number(points));
    }
}
