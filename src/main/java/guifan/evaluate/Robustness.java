package guifan.evaluate;

import guifan.evaluate.UnitResult.Outcome;
import guifan.number.Rational;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much grades and ranks hang on single indicators and on the points that the standard gives them. It says nothing
 * of what is right: a trial (试算), never a result.
 *
 * @param seed what the random points follow from
 * @param samples how many times all points were changed
 * @param spread how far the points of an indicator were changed at most, as a part of them, 0 to 1
 * @param drops the effect of dropping each indicator, in the order of the standard
 * @param stands where the units came, in the order of the evaluation; those without a score are not there
 */
public record Robustness(
        Evaluation evaluation, long seed, int samples, Rational spread, List<Drop> drops, List<Stand> stands) {

    /**
     * What happens without an indicator.
     *
     * @param grades how many units get another grade
     * @param ranks how many units get another rank
     * @param furthest how many places the unit moves that moves most
     */
    public record Drop(String indicator, int grades, int ranks, Rational furthest) {}

    /**
     * Where a unit came.
     *
     * @param best its best rank
     * @param worst its worst rank
     * @param sameRank how many times it came where it is
     * @param bestGrade the index of its best grade
     * @param worstGrade the index of its worst grade
     * @param sameGrade how many times it had the grade that it has
     */
    public record Stand(
            UnitResult unit,
            Rational best,
            Rational worst,
            int sameRank,
            int bestGrade,
            int worstGrade,
            int sameGrade) {

        private Stand and(Outcome other) {
            Outcome now = Objects.requireNonNull(unit.outcome());
            return new Stand(
                    unit,
                    best.min(other.rank()),
                    worst.max(other.rank()),
                    sameRank + (other.rank().equals(now.rank()) ? 1 : 0),
                    Math.min(bestGrade, other.grade()),
                    Math.max(worstGrade, other.grade()),
                    sameGrade + (other.grade() == now.grade() ? 1 : 0));
        }
    }

    /** The steps from none to the whole spread that the points of an indicator may take, either way. */
    private static final int STEPS = 1000;

    /**
     * Tries the evaluation of all units without each indicator and with other points.
     *
     * @param standard the one that {@code evaluation} was made with
     */
    public static Robustness of(Standard standard, Evaluation evaluation, long seed, int samples, Rational spread) {
        List<UnitResult> scored = evaluation.units().stream()
                .filter(unit -> unit.outcome() != null)
                .toList();
        List<Filing> filings =
                scored.stream().map(unit -> Filing.of(standard, unit)).toList();
        List<Drop> drops = standard.indicators()
                .map(one -> drop(
                        one.id(), scored, outcomes(standard, evaluation, filings, Map.of(one.id(), Rational.ZERO))))
                .toList();
        List<Stand> stands = new ArrayList<>();
        scored.forEach(unit -> stands.add(start(unit)));
        for (int i = 0; i < samples; i++) {
            List<UnitResult> sample = outcomes(standard, evaluation, filings, shares(standard, seed, i, spread));
            for (int k = 0; k < stands.size(); k++) {
                stands.set(
                        k,
                        stands.get(k).and(Objects.requireNonNull(sample.get(k).outcome())));
            }
        }
        return new Robustness(evaluation, seed, samples, spread, drops, List.copyOf(stands));
    }

    private static Stand start(UnitResult unit) {
        Outcome now = Objects.requireNonNull(unit.outcome());
        return new Stand(unit, now.rank(), now.rank(), 0, now.grade(), now.grade(), 0);
    }

    private static List<UnitResult> outcomes(
            Standard standard, Evaluation evaluation, List<Filing> filings, Map<String, Rational> shares) {
        return Evaluator.together(standard, filings, shares, ranked -> WhatIf.orders(evaluation, ranked));
    }

    private static Drop drop(String indicator, List<UnitResult> before, List<UnitResult> after) {
        int grades = 0;
        int ranks = 0;
        Rational furthest = Rational.ZERO;
        for (int i = 0; i < before.size(); i++) {
            Outcome was = Objects.requireNonNull(before.get(i).outcome());
            @Nullable Outcome would = after.get(i).outcome();
            grades += would == null || would.grade() != was.grade() ? 1 : 0;
            ranks += would == null || !would.rank().equals(was.rank()) ? 1 : 0;
            if (would != null) {
                furthest = furthest.max(would.rank().minus(was.rank()).abs());
            }
        }
        return new Drop(indicator, grades, ranks, furthest);
    }

    /**
     * Returns what the points of each indicator are multiplied by in one sample, whatever samples there are besides.
     */
    static Map<String, Rational> shares(Standard standard, long seed, int sample, Rational spread) {
        SplitMix numbers = new SplitMix(new SplitMix(seed).next() + sample);
        Map<String, Rational> shares = new HashMap<>();
        for (Indicator indicator : standard.indicators().toList()) {
            Rational part = Rational.of(numbers.upTo(2 * STEPS) - STEPS, STEPS);
            shares.put(indicator.id(), Rational.ONE.plus(spread.times(part)));
        }
        return shares;
    }

    /** SplitMix64 (Steele, Lea and Flood 2014): the same numbers from the same seed everywhere. */
    private static final class SplitMix {

        private long state;

        SplitMix(long seed) {
            this.state = seed;
        }

        long next() {
            state += 0x9E3779B97F4A7C15L;
            long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
            return mixed ^ (mixed >>> 31);
        }

        /** Returns a number from 0 to {@code most}. */
        long upTo(long most) {
            return Long.remainderUnsigned(next(), most + 1);
        }
    }
}
