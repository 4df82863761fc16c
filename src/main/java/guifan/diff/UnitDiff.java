package guifan.diff;

import guifan.evaluate.StandardCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.FactResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two results of one unit.
 *
 * @param results the results; a side is null where the unit is not there or was not rated
 * @param indicators those that differ, in the order of the standard; none where the editions differ, because ids are
 *     unique within one edition only
 * @param adjustments the bonuses and penalties that differ
 * @param facts the facts that differ
 */
public record UnitDiff(
        String unit,
        Sides<Standing> results,
        List<Sides<IndicatorResult>> indicators,
        List<Sides<AdjustmentResult>> adjustments,
        List<Sides<FactResult>> facts) {

    /**
     * A unit in one of the results.
     *
     * @param result what it came to, null where it was not rated (未评)
     * @param grade the name of its grade, empty where it has none
     */
    public record Standing(@Nullable UnitResult result, String grade) {

        static Standing of(@Nullable UnitResult result, StandardCard card) {
            @Nullable Outcome outcome = result == null ? null : result.outcome();
            return new Standing(
                    result,
                    outcome == null ? "" : card.grades().get(outcome.grade()).name());
        }

        /** Returns the totals, if it was rated and has a score. */
        public Optional<Totals> totals() {
            return Optional.ofNullable(result).map(UnitResult::totals);
        }

        /** Returns the rank, if there is one. */
        public Optional<Rational> rank() {
            return Optional.ofNullable(result)
                    .map(UnitResult::outcome)
                    .map(Outcome::rank)
                    .filter(rank -> !rank.isZero());
        }

        private boolean sameAs(Standing other) {
            return grade.equals(other.grade)
                    && rank().equals(other.rank())
                    && totals().equals(other.totals())
                    && (result == null) == (other.result == null)
                    && of(UnitResult::kind).equals(other.of(UnitResult::kind))
                    && of(unit -> caps(unit)).equals(other.of(unit -> caps(unit)));
        }

        private <T> Optional<T> of(Function<UnitResult, T> part) {
            return Optional.ofNullable(result).map(part);
        }

        private static List<String> caps(UnitResult unit) {
            return Optional.ofNullable(unit.outcome()).map(Outcome::caps).orElse(List.of());
        }
    }

    public UnitDiff {
        indicators = List.copyOf(indicators);
        adjustments = List.copyOf(adjustments);
        facts = List.copyOf(facts);
    }

    /** Returns whether nothing differs. */
    public boolean isEmpty() {
        return isSameStanding() && indicators.isEmpty() && adjustments.isEmpty() && facts.isEmpty();
    }

    /** Returns whether total, grade, rank, caps and kind are the same. */
    public boolean isSameStanding() {
        return results.isOnBoth()
                && Objects.requireNonNull(results.before()).sameAs(Objects.requireNonNull(results.after()));
    }

    /** Returns by how much a part of the totals is higher after; nothing where a side has none: absent is not 0. */
    public Optional<Rational> difference(Function<Totals, Rational> part) {
        return both(Standing::totals).map(both -> part.apply(both.after()).minus(part.apply(both.before())));
    }

    /** Returns by how many places the rank is better after, negative where it is worse. */
    public Optional<Rational> placesGained() {
        return both(Standing::rank).map(both -> both.before().minus(both.after()));
    }

    /** Returns the points that apply on both sides, where they differ, so that all contributions are re-based. */
    public Optional<Sides<Rational>> rebased() {
        return both(Standing::totals)
                .filter(both -> !both.before().possible().equals(both.after().possible()))
                .map(both -> new Sides<>(both.before().possible(), both.after().possible()));
    }

    /** Both values of something that both sides have. */
    private record Both<T>(T before, T after) {}

    private <T> Optional<Both<T>> both(Function<Standing, Optional<T>> part) {
        Optional<T> before = Optional.ofNullable(results.before()).flatMap(part);
        Optional<T> after = Optional.ofNullable(results.after()).flatMap(part);
        return before.flatMap(one -> after.map(other -> new Both<>(one, other)));
    }

    UnitDiff reversed() {
        return new UnitDiff(
                unit,
                results.reversed(),
                indicators.stream().map(Sides::reversed).toList(),
                adjustments.stream().map(Sides::reversed).toList(),
                facts.stream().map(Sides::reversed).toList());
    }
}
