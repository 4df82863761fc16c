package guifan.rule;

import guifan.number.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a score came about, as numbers; the words are made from it on demand.
 *
 * @param made the measures that were worked out from what was filled in
 * @param terms the items that arise, with the piece that applied to each
 * @param base the points before any item counted
 * @param joining how the points of the terms became one
 * @param sum base and terms together
 * @param scale what the sum was multiplied by because items do not arise, otherwise 1
 * @param outer the piece of the outer curve that applied to the scaled sum, or null
 * @param beforeBounds the points before floor and cap
 * @param factor what the points within the bounds were multiplied by, usually 1
 * @param score the result, in points
 * @param comparison where the measure stands among others, which the terms go on from; null where that plays no part
 */
public record Working(
        List<Made> made,
        List<Term> terms,
        Rational base,
        Joining joining,
        Rational sum,
        Rational scale,
        Curve.@Nullable Hit outer,
        Rational beforeBounds,
        Rational factor,
        Rational score,
        @Nullable Comparison comparison) {

    /** The id of a target that was worked out for the unit. */
    public static final String TARGET = "#target";

    /** The id of what is added to a target for every unit. */
    public static final String PLUS = "#plus";

    public Working {
        made = List.copyOf(made);
        terms = List.copyOf(terms);
    }

    /** Makes the working of a plain sum: nothing is worked out before it, and nothing multiplied after. */
    public Working(
            List<Term> terms,
            Rational base,
            Rational sum,
            Rational scale,
            Curve.@Nullable Hit outer,
            Rational beforeBounds,
            Rational score) {
        this(List.of(), terms, base, Joining.SUM, sum, scale, outer, beforeBounds, Rational.ONE, score, null);
    }

    /**
     * A measure that was worked out: {@code times × (over, joined) ÷ (sum of under)}.
     *
     * @param item the id under which the terms use it
     * @param name what it is called, empty if it is the measure of the indicator
     * @param under empty for 1
     */
    public record Made(
            String item,
            String name,
            Joining joining,
            List<Addend> over,
            List<Addend> under,
            Rational times,
            Rational value) {

        public Made {
            over = List.copyOf(over);
            under = List.copyOf(under);
        }
    }

    /**
     * One number of a sum.
     *
     * @param value what was filled in
     * @param weight what one of it counts
     */
    public record Addend(String item, Rational value, Rational weight) {}

    /**
     * What one item brought.
     *
     * @param item the id of the item, empty if there is only one
     * @param measure what counted
     * @param hit the piece of the curve that applied
     * @param points what that piece gives, or the shares of it that counted
     * @param counted how many things counted with which factor, empty where all count in full
     */
    public record Term(String item, Rational measure, Curve.Hit hit, Rational points, List<Counted> counted) {

        public Term {
            counted = List.copyOf(counted);
        }

        /** Makes a term in which everything counts in full. */
        public Term(String item, Rational measure, Curve.Hit hit, Rational points) {
            this(item, measure, hit, points, List.of());
        }
    }

    /**
     * Things that counted alike.
     *
     * @param number how many
     * @param factor the share of their points that each brought
     */
    public record Counted(Rational number, Rational factor) {}

    /** Returns the measure of the indicator where it was worked out from several answers. */
    public Optional<Rational> measure() {
        return made.stream()
                .filter(one -> !one.item().equals(TARGET))
                .findFirst()
                .map(Made::value);
    }

    /** Returns this multiplied by {@code more}. */
    public Working times(Rational more) {
        return new Working(
                made,
                terms,
                base,
                joining,
                sum,
                scale,
                outer,
                beforeBounds,
                factor.times(more),
                score.times(more),
                comparison);
    }

    /** Returns this with the targets that were worked out for the unit. */
    public Working with(List<Made> targets) {
        List<Made> all = new ArrayList<>(targets);
        all.addAll(made);
        return new Working(all, terms, base, joining, sum, scale, outer, beforeBounds, factor, score, comparison);
    }
}
