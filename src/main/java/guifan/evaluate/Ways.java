package guifan.evaluate;

import guifan.number.Rational;
import java.util.List;

/**
 * How a unit could reach a grade: what is cheapest first, by the number of indicators, then by steps.
 *
 * @param target the index of the grade asked for
 * @param answer whether there are ways, and if not, why
 * @param now the result as it is
 * @param ways the cheapest ways, each confirmed by evaluating the changed answers
 * @param exact whether no cheaper way exists; otherwise the way was found by taking the largest gains first
 * @param hindering the ids of the caps that no lever lifts, where they are the reason
 * @param lifted the ids of the caps that each way lifts
 * @param utmost the result with every lever at its best
 */
public record Ways(
        int target,
        Answer answer,
        UnitResult now,
        List<Way> ways,
        boolean exact,
        List<String> hindering,
        List<String> lifted,
        UnitResult utmost) {

    /** Whether there are ways. */
    public enum Answer {
        /** The grade is reached already. */
        REACHED,
        FOUND,
        /** A cap or veto stands in the way, whatever is improved. */
        CAPPED,
        /** The points to be had do not suffice. */
        OUT_OF_REACH,
        /** Nothing applies, so that there is no score. */
        NO_SCORE
    }

    /**
     * One way.
     *
     * @param changes what has to change, in the order of the standard
     * @param result what the evaluation of the changed answers gives
     */
    public record Way(List<Change> changes, UnitResult result) {

        /** Returns the steps of all changes together. */
        public Rational steps() {
            return changes.stream().map(Change::steps).reduce(Rational.ZERO, Rational::plus);
        }
    }

    /**
     * The change of one indicator.
     *
     * @param steps one for each count, item or level, or for a percentage point
     */
    public record Change(String indicator, List<Shift> shifts, Rational steps) {}

    /** The change of one measure. */
    public record Shift(String item, Rational from, Rational to) {}
}
