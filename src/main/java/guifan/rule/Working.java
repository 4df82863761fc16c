package guifan.rule;

import guifan.number.Rational;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a score came about, as numbers; the words are made from it on demand.
 *
 * @param terms the items that arise, with the piece that applied to each
 * @param base the points before any item counted
 * @param sum base and terms together
 * @param scale what the sum was multiplied by because items do not arise, otherwise 1
 * @param outer the piece of the outer curve that applied to the scaled sum, or null
 * @param beforeBounds the points before floor and cap
 * @param score the result, in points
 */
public record Working(
        List<Term> terms,
        Rational base,
        Rational sum,
        Rational scale,
        Curve.@Nullable Hit outer,
        Rational beforeBounds,
        Rational score) {

    public Working {
        terms = List.copyOf(terms);
    }

    /**
     * What one item brought.
     *
     * @param item the id of the item, empty if there is only one
     * @param measure what counted
     * @param hit the piece of the curve that applied
     * @param points what that piece gives
     */
    public record Term(String item, Rational measure, Curve.Hit hit, Rational points) {}
}
