package guifan.evaluate;

import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.UnitResult.Outcome;
import guifan.number.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Returns the order of units that are equal in a trial, where all of them were decided about: who would be equal
     * only in the trial was not.
     *
     * @param ranked the units, ranked without it
     */
    Map<String, Rational> orders(List<UnitResult> ranked) {
        Map<List<Object>, List<String>> equals = new LinkedHashMap<>();
        for (UnitResult unit : ranked) {
            Outcome outcome = unit.outcome();
            if (outcome != null && outcome.tied()) {
                equals.computeIfAbsent(List.of(outcome.among(), outcome.rank()), key -> new ArrayList<>())
                        .add(unit.unit());
            }
        }
        Map<String, Rational> orders = new HashMap<>();
        for (List<String> units : equals.values()) {
            if (units.stream().allMatch(unit -> of(unit).isPresent())) {
                units.forEach(unit -> of(unit).ifPresent(one -> orders.put(unit, Rational.of(one.order()))));
            }
        }
        return orders;
    }

    /** Returns what was decided about a unit, if something was. */
    public Optional<Decided> of(String unit) {
        return decided.stream().filter(one -> one.unit().equals(unit)).findFirst();
    }
}
