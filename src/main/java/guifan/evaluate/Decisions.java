package guifan.evaluate;

import guifan.evaluate.Evaluation.Input;
import java.util.List;
import java.util.Optional;

/**
 * The order of units that were equal in everything else, as it was decided upon and recorded.
 *
 * @param file the file that it stands in
 * @param decided in the order of that file
 */
public record Decisions(Input file, List<Decided> decided) {

    /**
     * The place of one unit among its equals.
     *
     * @param order 1 for the first of them
     * @param decidedBy who decided
     * @param date the day as {@code 2019-12-05}
     * @param document the number of the document
     */
    public record Decided(String unit, int order, String reason, String decidedBy, String date, String document) {}

    public Decisions {
        decided = List.copyOf(decided);
    }

    /** Returns what was decided about a unit, if something was. */
    public Optional<Decided> of(String unit) {
        return decided.stream().filter(one -> one.unit().equals(unit)).findFirst();
    }
}
