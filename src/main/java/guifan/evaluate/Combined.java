package guifan.evaluate;

import guifan.number.Rational;
import guifan.standard.Combining.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the score of a node came about where it is more than a sum.
 *
 * @param method what was done with the scores of the parts
 * @param parts the parts of the node, areas first, in the order of the standard
 * @param coverage the part of the weight that has a score, 0 to 1, or null where the standard does not ask
 * @param before the points that the parts come to, before the factor, bounds and rounding
 * @param factor what they were multiplied by for this unit, or null where the standard has no factor
 * @param lack why there is no score
 */
public record Combined(
        Method method,
        List<Part> parts,
        @Nullable Rational coverage,
        Rational before,
        @Nullable Rational factor,
        Lack lack) {

    /**
     * A part of a node.
     *
     * @param rate the share of its points that it reached, or null where it is left out
     * @param share the share with which it counts; all add up to 1 where there is a score
     */
    public record Part(String id, @Nullable Rational rate, Rational share) {

        /**
         * Returns whether it has a score that does not count, because it was dropped or is not the one that is taken.
         */
        public boolean isUnused() {
            return rate != null && share.isZero();
        }
    }

    /** Why a node has no score. */
    public enum Lack {
        /** It has one. */
        NONE,
        /** Nothing in it has a score. */
        EMPTY,
        /** Less of it has a score than the standard asks for. */
        COVERAGE,
        /** Nothing is left of what has a score once the lowest and highest are dropped. */
        DROPPED,
        /** A negative rate has no geometric mean. */
        NEGATIVE
    }

    public Combined {
        parts = List.copyOf(parts);
    }
}
