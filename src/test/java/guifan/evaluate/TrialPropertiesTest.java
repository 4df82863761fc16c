package guifan.evaluate;

import static guifan.evaluate.RandomCases.forAll;
import static guifan.evaluate.RandomCases.only;
import static guifan.evaluate.RandomCases.outcome;
import static guifan.evaluate.RandomCases.sum;
import static guifan.evaluate.RandomCases.summary;
import static guifan.evaluate.RandomCases.totals;
import static guifan.evaluate.RandomCases.without;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.RandomStandard.Row;
import guifan.evaluate.Robustness.Stand;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.WhatIf.Move;
import guifan.number.Rational;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of every trial, of any standard and any sheet. */
class TrialPropertiesTest {

    /** A trial evaluates a sheet many times over. */
    private static final int FEW = 15;

    private static Evaluation evaluate(RandomStandard standard, List<Row> rows) {
        Standard read = Standards.of(standard.yaml(null));
        return new Evaluation(StandardCard.of(read), List.of(), null, RandomCases.evaluate(standard, rows));
    }

    private static List<UnitResult> after(RandomStandard standard, Evaluation evaluation, List<String> settings) {
        Problems problems = new Problems();
        List<Move> moves = WhatIf.of(Standards.of(standard.yaml(null)), evaluation, settings, problems)
                .moves();
        assertThat(Standards.said(problems.all())).isEmpty();
        return moves.stream().map(Move::after).toList();
    }

    /** Returns another answer of a unit to one of the indicators that it has to answer, or nothing if there is none. */
    private static List<String> setting(RandomStandard standard, Row row, Random random) {
        List<RandomLeaf> leaves = standard.leaves().stream()
                .filter(leaf -> !leaf.townsOnly() || row.kind().equals("镇"))
                .toList();
        if (leaves.isEmpty()) {
            return List.of();
        }
        RandomLeaf leaf = leaves.get(random.nextInt(leaves.size()));
        List<String> answers = leaf.rising();
        return List.of(row.unit() + "/" + leaf.id() + "=" + answers.get(random.nextInt(answers.size())));
    }

    @Test
    void nothingSetAndNothingPerturbedIsTheEvaluation() {
        forAll(45, FEW, (standard, random) -> {
            Evaluation evaluation = evaluate(standard, standard.rows(random, 4));
            assertThat(after(standard, evaluation, List.of())).isEqualTo(evaluation.units());
            Standard read = Standards.of(standard.yaml(null));
            for (Stand stand : Robustness.of(read, evaluation, random.nextLong(), 2, Rational.ZERO)
                    .stands()) {
                assertThat(List.of(stand.best(), stand.worst()))
                        .containsOnly(outcome(stand.unit()).rank());
                assertThat(stand.sameRank()).isEqualTo(2);
                assertThat(stand.sameGrade()).isEqualTo(2);
            }
        });
    }

    @Test
    void whatIsSetOfOneUnitLeavesTheTotalsOfTheOthers() {
        forAll(46, FEW, (standard, random) -> {
            List<Row> rows = standard.rows(random, 4);
            Evaluation evaluation = evaluate(standard, rows);
            List<UnitResult> after = after(standard, evaluation, setting(standard, rows.get(0), random));
            for (int i = 1; i < rows.size(); i++) {
                assertThat(after.get(i).totals())
                        .isEqualTo(evaluation.units().get(i).totals());
            }
        });
    }

    @Test
    void settingsOfDifferentIndicatorsCommute() {
        forAll(460, FEW, (standard, random) -> {
            List<Row> rows = standard.rows(random, 3);
            Evaluation evaluation = evaluate(standard, rows);
            List<String> settings = new ArrayList<>();
            rows.forEach(row -> settings.addAll(setting(standard, row, random)));
            List<String> backwards = new ArrayList<>(settings);
            Collections.reverse(backwards);
            assertThat(summary(after(standard, evaluation, backwards)))
                    .isEqualTo(summary(after(standard, evaluation, settings)));
        });
    }

    /** Where nothing is rounded and the same things apply, the total moves by the weight times the score. */
    @Test
    void theTotalMovesByTheEffectiveWeightTimesTheScore() {
        int[] moved = {0};
        forAll(47, (any, random) -> {
            RandomStandard standard = any.with(any.notApplicable(), RandomCases.EXACT);
            Row row = standard.row(random, "甲");
            Evaluation evaluation = evaluate(standard, List.of(row));
            UnitResult before = evaluation.units().get(0);
            List<String> settings = setting(standard, row, random);
            UnitResult after = after(standard, evaluation, settings).get(0);
            if (settings.isEmpty() || before.totals() == null || after.totals() == null) {
                return;
            }
            String id = settings.get(0).replaceAll(".*/|=.*", "");
            IndicatorResult old = before.indicator(id).orElseThrow();
            IndicatorResult now = after.indicator(id).orElseThrow();
            if (old.possible().isZero() || now.possible().isZero()) {
                return;
            }
            Rational weight = old.most().dividedBy(old.possible());
            assertThat(totals(after).exact().minus(totals(before).exact()))
                    .isEqualTo(now.score().minus(old.score()).times(weight));
            moved[0] += now.score().equals(old.score()) ? 0 : 1;
        });
        assertThat(moved[0]).isGreaterThan(20);
    }

    @Test
    void pointsOfNoneAreTheSameAsNoIndicator() {
        forAll(50, (any, random) -> {
            RandomStandard standard = any.with("total", RandomCases.EXACT).unchained();
            Row row = standard.row(random, "甲");
            List<RandomLeaf> leaves = standard.leaves();
            RandomLeaf dropped = leaves.get(random.nextInt(leaves.size()));
            List<Boolean> kept =
                    leaves.stream().map(leaf -> !leaf.equals(dropped)).toList();
            if (leaves.size() < 2) {
                return;
            }
            Evaluation evaluation = evaluate(standard, List.of(row));
            UnitResult none = after(standard, evaluation, List.of(dropped.id() + ".points=0"))
                    .get(0);
            UnitResult rest = only(without(standard, kept), without(row, kept));
            assertThat(none.totals() == null).isEqualTo(rest.totals() == null);
            if (rest.totals() != null) {
                Totals full = totals(rest);
                assertThat(totals(none).exact().dividedBy(standard.total()))
                        .isEqualTo(
                                full.exact().dividedBy(without(standard, kept).total()));
            }
        });
    }

    @Test
    void theSameSeedGivesTheSameAndMoreSamplesKeepTheFirst() {
        forAll(48, FEW, (standard, random) -> {
            Evaluation evaluation = evaluate(standard, standard.rows(random, 3));
            Standard read = Standards.of(standard.yaml(null));
            long seed = random.nextLong();
            Rational tenth = Rational.of(1, 10);
            Robustness few = Robustness.of(read, evaluation, seed, 2, tenth);
            Robustness more = Robustness.of(read, evaluation, seed, 4, tenth);
            assertThat(Robustness.of(read, evaluation, seed, 2, tenth)).isEqualTo(few);
            for (int i = 0; i < few.stands().size(); i++) {
                assertThat(more.stands().get(i).best())
                        .isLessThanOrEqualTo(few.stands().get(i).best());
                assertThat(more.stands().get(i).worst())
                        .isGreaterThanOrEqualTo(few.stands().get(i).worst());
            }
        });
    }

    /** Each indicator is accounted for once, and what is lost adds up to what is missing from the full total. */
    @Test
    void everyIndicatorIsTracedOnceAndLossesAddUp() {
        forAll(51, FEW, (any, random) -> {
            RandomStandard standard = any.with(any.notApplicable(), RandomCases.EXACT);
            UnitResult unit = only(standard, standard.row(random, "甲"));
            assertThat(unit.indicators().map(IndicatorResult::id))
                    .containsExactlyInAnyOrderElementsOf(
                            standard.leaves().stream().map(RandomLeaf::id).toList());
            if (unit.totals() != null) {
                Rational lost = sum(unit.indicators().map(one -> one.most().minus(one.contribution())));
                assertThat(lost).isEqualTo(standard.total().minus(totals(unit).exact()));
            }
        });
    }
}
