package guifan.diff;

import guifan.diff.LineEffect.Kind;
import guifan.diff.LineEffect.Points;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rate of one line of areas in the results of one unit in two years, and what its change is made of.
 *
 * <p>With {@code w} the share of a line of the crosswalk in the full points of the area, {@code r} its rate, {@code d}
 * the rate of the older rule on the newer facts and {@code R} the older rate of the area, a line changes the rate of
 * the area by {@code w₁(r₁ − R) − w₀(r₀ − R)}; the terms with {@code R} cancel in the sum. Of that {@code w₀(d − r₀)}
 * is work, and the rest the standard's, where the line is comparable; where it was added or retired, or comes from
 * another area, all is the standard's; where it is not comparable, or was in several areas, all is not comparable.
 */
final class AreaRates {

    private final List<AreaResult> before;
    private final List<AreaResult> after;

    private AreaRates(List<AreaResult> before, List<AreaResult> after) {
        this.before = before;
        this.after = after;
    }

    /** Returns the areas of {@code ids} at the top of a result. */
    static List<AreaResult> areas(UnitResult unit, List<String> ids) {
        return unit.areas().stream().filter(area -> ids.contains(area.id())).toList();
    }

    /** Returns what {@code areas} contribute over the most that they could, 0 to 1; empty where nothing applies. */
    static Optional<Rational> rate(List<AreaResult> areas) {
        boolean withheld = areas.stream().flatMap(AreaResult::leaves).anyMatch(one -> one.basis() == Basis.WITHHELD);
        if (withheld) {
            return Optional.empty();
        }
        Points counted = Points.NONE;
        Points raw = Points.NONE;
        for (AreaResult area : areas) {
            counted = counted.plus(new Points(area.contribution(), area.most()));
            raw = raw.plus(new Points(area.score(), area.possible()));
        }
        Points points = counted.full().isZero() ? raw : counted;
        return points.full().isZero() ? Optional.empty() : Optional.of(points.rate());
    }

    /**
     * Returns the change between two years, empty where one of them has no rate.
     *
     * @param parts the difference of the totals taken apart
     */
    static Optional<Change> change(List<AreaResult> before, List<AreaResult> after, Decomposition parts) {
        return rate(before)
                .flatMap(old -> rate(after).map(now -> new AreaRates(before, after).change(old, now, parts)));
    }

    private Change change(Rational old, Rational now, Decomposition parts) {
        Rational difference = now.minus(old);
        Leaves was = new Leaves(before);
        Leaves is = new Leaves(after);
        if (parts.lines().isEmpty() || was.full().isZero() || is.full().isZero()) {
            return Change.incomparable(difference);
        }
        Rational work = Rational.ZERO;
        Rational incomparable = Rational.ZERO;
        for (LineEffect line : parts.lines()) {
            Points from = was.of(line.before());
            Points to = is.of(line.after());
            boolean whole = was.hasAll(line.before());
            if (line.kind() == Kind.INCOMPARABLE || (was.hasSome(line.before()) && !whole)) {
                Rational gone = from.above(old).dividedBy(was.full());
                incomparable =
                        incomparable.plus(to.above(old).dividedBy(is.full())).minus(gone);
            } else if (line.kind() == Kind.COMPARABLE && whole) {
                work = work.plus(line.derived().minus(from.reached()).dividedBy(was.full()));
            }
        }
        return new Change(work, difference.minus(work).minus(incomparable), incomparable);
    }

    /** The indicators in areas, by what they contribute. */
    private static final class Leaves {

        private final List<IndicatorResult> leaves;
        private final Set<String> ids = new HashSet<>();

        Leaves(List<AreaResult> areas) {
            this.leaves =
                    new ArrayList<>(areas.stream().flatMap(AreaResult::leaves).toList());
            leaves.forEach(one -> ids.add(one.id()));
        }

        Rational full() {
            return leaves.stream().map(IndicatorResult::most).reduce(Rational.ZERO, Rational::plus);
        }

        boolean hasAll(List<String> wanted) {
            return !wanted.isEmpty() && ids.containsAll(wanted);
        }

        boolean hasSome(List<String> wanted) {
            return wanted.stream().anyMatch(ids::contains);
        }

        Points of(List<String> wanted) {
            Points sum = Points.NONE;
            for (IndicatorResult one : leaves) {
                sum = wanted.contains(one.id()) ? sum.plus(new Points(one.contribution(), one.most())) : sum;
            }
            return sum;
        }
    }
}
