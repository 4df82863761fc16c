package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.Combined.Lack;
import guifan.evaluate.WhatIf.Move;
import guifan.number.Rational;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One area whose parts are marks of 100, however it combines them, and what is tried with it. */
class CombinedScoresTest {

    private static Standard standard(String combining, String... weights) {
        StringBuilder text = new StringBuilder(Standards.HEAD + "total: 100\nmissing: exclude\nareas:\n"
                + "  - id: area\n    name: 方面\n    points: 100\n    " + combining + "\n    indicators:\n");
        for (int i = 0; i < weights.length; i++) {
            String weight = weights[i].isEmpty() ? "" : "weight: " + weights[i] + ", ";
            text.append("      - {id: x")
                    .append(i)
                    .append(", name: 项")
                    .append(i)
                    .append(", ")
                    .append(weight);
            text.append("measured-in: 次, rule: {kind: count, each: 1}}\n");
        }
        return Standards.of(text + Standards.GRADES + "...\n");
    }

    private static UnitResult unit(Standard standard, String cells) {
        StringBuilder header = new StringBuilder("单位,类别");
        for (int i = 0; i < cells.split(" ").length; i++) {
            header.append(",x").append(i);
        }
        return Sheets.only(standard, header + "\n甲,镇," + cells.replace(' ', ',').replace("-", "") + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "combine: mean | 1 1 2 | 50 70 90 | 75",
                "combine: mean | 1 1 2 | 50 - 90 | 230/3",
                "combine: mean | 1/3 1/3 1/3 | 50 70 90 | 70",
                "combine: mean; drop-lowest: 1 | 1 1 1 | 50 70 90 | 80",
                "combine: mean; drop-lowest: 1 | 1 3 1 | 50 50 90 | 190/3",
                "combine: mean; drop-lowest: 1 | 3 1 1 | 50 50 90 | 190/3",
                "combine: mean; drop-lowest: 1; drop-highest: 1 | 1 1 1 | 70 70 70 | 70",
                "combine: mean; drop-lowest: 1 | 0 1 1 | 10 70 90 | 90",
                "combine: min | _ _ _ | 50 70 90 | 50",
                "combine: min; drop-lowest: 1 | _ _ _ | 50 70 90 | 70",
                "combine: max; drop-highest: 1 | _ _ _ | 50 70 90 | 70",
                "combine: median | _ _ _ _ | 50 60 90 100 | 75",
                "combine: median | _ _ _ _ | 50 60 90 - | 60",
                "combine: geometric-mean; round: {digits: 9} | 1 1 | 25 100 | 50",
                "combine: geometric-mean; round: {digits: 9} | 1 2 | 25 100 | 62.9960525",
                "combine: geometric-mean; round: {digits: 9} | 1 1 | 0 100 | 0",
                "combine: mean; at-least: 60 | 1 1 | 25 75 | 60",
                "combine: mean; round: {scale: 0, mode: half-even} | 1 1 | 30 31 | 30",
                "combine: mean; round: {scale: 0, mode: up} | 1 1 | 30 31 | 31",
            })
    void oneAreaIsWhatItsPartsMake(String combining, String weights, String cells, String expected) {
        Standard standard = standard(
                combining.replace("; ", "\n    "), weights.replace("_", "").split(" ", -1));
        UnitResult unit = unit(standard, cells);
        Rational score = unit.areas().get(0).score();
        assertThat(score).isEqualTo(RandomStandard.number(expected));
        assertThat(Objects.requireNonNull(unit.totals()).exact()).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "coverage: 60% | 1 1 1 | 50 70 - | NONE",
                "coverage: 70% | 1 1 1 | 50 70 - | COVERAGE",
                "coverage: 60% | 1 1 4 | 50 70 - | COVERAGE",
                "drop-lowest: 1 | 1 1 1 | 50 - - | DROPPED",
                "drop-lowest: 1 | 1 1 1 | - - - | EMPTY",
            })
    void whereTooLittleHasAScoreThereIsNone(String combining, String weights, String cells, Lack lack) {
        UnitResult unit = unit(standard("combine: mean\n    " + combining, weights.split(" ")), cells);
        Combined combined = Objects.requireNonNull(unit.areas().get(0).combined());
        assertThat(combined.lack()).isEqualTo(lack);
        assertThat(unit.totals() == null).isEqualTo(lack != Lack.NONE);
        assertThat(unit.areas().get(0).possible().isZero()).isEqualTo(lack != Lack.NONE);
    }

    @Test
    void aWeightIsTriedLikePoints() {
        Standard standard = standard("combine: mean", "1", "1", "2");
        UnitResult before = unit(standard, "50 70 90");
        Evaluation evaluation = new Evaluation(StandardCard.of(standard), List.of(), 2020, List.of(before));
        for (Map.Entry<String, Rational> trial : Map.of(
                        "x2.weight=0", Rational.of(60), "x0.weight=5", Rational.of(125, 2))
                .entrySet()) {
            Problems problems = new Problems();
            List<Move> moves = WhatIf.of(standard, evaluation, List.of(trial.getKey()), problems)
                    .moves();
            assertThat(problems.hasErrors()).isFalse();
            assertThat(Objects.requireNonNull(moves.get(0).after().totals()).exact())
                    .as(trial.getKey())
                    .isEqualTo(trial.getValue());
        }
        for (String wrong : List.of("x0.points=5", "x0.weight=many")) {
            Problems problems = new Problems();
            WhatIf.of(standard, evaluation, List.of(wrong), problems);
            assertThat(problems.hasErrors()).as(wrong).isTrue();
        }
    }

    @Test
    void droppingAnIndicatorGivesItsWeightToTheRest() {
        Standard standard = standard("combine: mean\n    coverage: 90%", "1", "1", "2");
        List<Filing> filings = Sheets.filings(standard, "单位,类别,x0,x1,x2\n甲,镇,50,70,90\n");
        UnitResult without = Evaluator.together(standard, filings, Map.of("x2", Rational.ZERO))
                .get(0);
        assertThat(Objects.requireNonNull(without.totals()).exact()).isEqualTo(Rational.of(60));
    }

    @Test
    void aWayToAGradeRaisesEverythingThatHoldsItBack() {
        Standard standard = standard("combine: min", "", "", "");
        Ways ways = WaySearch.of(standard, unit(standard, "50 60 95"), 1);
        assertThat(ways.answer()).isEqualTo(Ways.Answer.FOUND);
        assertThat(ways.ways()).hasSize(1);
        assertThat(ways.ways().get(0).changes())
                .extracting(
                        change -> change.indicator() + change.shifts().get(0).to())
                .containsExactly("x080", "x180");
        assertThat(ways.exact()).isFalse();
    }

    @Test
    void aWayAppliesWhereGainsAddUp() {
        Standard standard = standard("combine: mean", "1", "1", "2");
        Ways ways = WaySearch.of(standard, unit(standard, "50 70 80"), 1);
        assertThat(ways.exact()).isTrue();
        assertThat(ways.ways())
                .allSatisfy(way -> assertThat(
                                Objects.requireNonNull(way.result().totals()).exact())
                        .isGreaterThanOrEqualTo(Rational.of(80)));
        assertThat(ways.ways().get(0).steps()).isEqualTo(Rational.of(20));
    }

    @ParameterizedTest
    @CsvSource({"50, 1.2, 60", "50, 1, 50", "90, 1.3, 110", "40, 0.5, 30", "10, 0, 30"})
    void aFactorComesBeforeBounds(String mark, String difficulty, String expected) {
        Standard standard = Standards.of(Standards.HEAD + """
                total: 100
                facts: [{id: hard, name: 难度, type: decimal, max: 1.3}]
                areas:
                  - id: a
                    name: 甲
                    points: 100
                    factor: {fact: hard}
                    at-least: 30
                    at-most: 110
                    indicators: [{id: x, name: 项, points: 100, rule: {kind: given}}]
                """ + Standards.GRADES + "...\n");
        UnitResult unit = Sheets.only(standard, "单位,类别,x,难度\n甲,镇," + mark + "," + difficulty + "\n");
        assertThat(unit.areas().get(0).score()).isEqualTo(RandomStandard.number(expected));
        Rational product = RandomStandard.number(mark).times(RandomStandard.number(difficulty));
        assertThat(unit.indicator("x").orElseThrow().contribution()).isEqualTo(product);
    }

    @Test
    void anAreaWithNothingLeftGivesItsWeightUp() {
        Standard standard = Standards.of(Standards.HEAD + """
                total: 100
                combine: mean
                missing: exclude
                areas:
                  - {id: a, name: 甲, weight: 3, indicators: [{id: x, name: 项, points: 5, rule: {kind: given}}]}
                  - {id: b, name: 乙, weight: 1, combine: min, indicators: [{id: y, name: 目, rule: {kind: given}}]}
                """ + Standards.GRADES + "...\n");
        UnitResult unit = Sheets.only(standard, "单位,类别,x,y\n甲,镇,4,\n");
        assertThat(Objects.requireNonNull(unit.totals()).exact()).isEqualTo(Rational.of(80));
        assertThat(unit.indicator("x").orElseThrow().most()).isEqualTo(Rational.HUNDRED);
    }
}
