package guifan.evaluate;

import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Manual changes that were approved, with what the result would be without them.
 *
 * @param file the file that they stand in
 * @param changes in the order of that file
 * @param without the units that were changed or have another total, grade or rank because of them, as they would be
 *     without; in the order of the sheets
 */
public record Overrides(Input file, List<Change> changes, List<Standing> without) {

    /**
     * One manual change.
     *
     * @param question the id of the indicator, bonus, penalty or fact
     * @param item the item or assessor as the file names it, empty for the whole
     * @param was what the sheet says
     * @param now what counts instead
     * @param date the day of approval as {@code 2019-12-05}
     * @param document the number of the document
     */
    public record Change(
            String unit,
            String question,
            String item,
            String was,
            String now,
            String reason,
            String approvedBy,
            String date,
            String document) {}

    /**
     * Where a unit would stand.
     *
     * @param total the final total, null if it could not be graded
     * @param grade the index of the grade, null if there is none
     * @param rank the rank, 0 if there is none
     */
    public record Standing(
            String unit, @Nullable Rational total, @Nullable Integer grade, Rational rank) {

        static Standing of(UnitResult unit) {
            Totals totals = unit.totals();
            Outcome outcome = unit.outcome();
            return totals == null || outcome == null
                    ? new Standing(unit.unit(), null, null, Rational.ZERO)
                    : new Standing(unit.unit(), totals.finalTotal(), outcome.grade(), outcome.rank());
        }
    }

    public Overrides {
        changes = List.copyOf(changes);
        without = List.copyOf(without);
    }

    /** Returns the changes to one unit. */
    public List<Change> of(String unit) {
        return changes.stream().filter(change -> change.unit().equals(unit)).toList();
    }

    /** Returns where a unit would stand, if the changes make a difference to it or concern it. */
    public Optional<Standing> without(String unit) {
        return without.stream().filter(standing -> standing.unit().equals(unit)).findFirst();
    }
}
