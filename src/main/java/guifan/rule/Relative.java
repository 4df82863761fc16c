package guifan.rule;

import guifan.number.Rational;
import java.util.List;

/** A rule whose score depends on where a measure stands: among those of the other units, or between two marks. */
public interface Relative {

    /** Gives measures their scores, once it is known what they are compared with. */
    @FunctionalInterface
    interface Scale {

        /** Returns the score of one of the measures, with its working and the comparison. */
        Working score(Rational measure);
    }

    /** Returns whether a unit is compared only with units of its kind. */
    boolean withinKind();

    /** Returns whether other units have to be known. */
    default boolean needsOthers() {
        return true;
    }

    /**
     * Returns the scale that a population makes.
     *
     * @param measures of all units that are compared, in any order; empty if no others are needed
     */
    Scale among(List<Rational> measures);
}
