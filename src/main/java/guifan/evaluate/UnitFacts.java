package guifan.evaluate;

import guifan.number.Rational;
import guifan.rule.Form;
import guifan.rule.Rule;
import guifan.rule.Working;
import guifan.standard.Indicator.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The facts of a unit that a rule depends on.
 *
 * @param numbers by the id of the fact
 * @param strokes those that do not apply to the unit, so that the indicator does not either
 */
record UnitFacts(Map<String, Rational> numbers, List<Entry> strokes) {

    boolean isWithout() {
        return !strokes.isEmpty();
    }

    /** Returns what {@code filing} says of the facts that {@code rule} depends on. */
    static UnitFacts of(Rule rule, Filing filing) {
        Map<String, Rational> numbers = new HashMap<>();
        List<Entry> strokes = new ArrayList<>();
        for (String fact : rule.facts()) {
            for (Entry entry : filing.answer(fact)) {
                if (entry.state() == CellState.NOT_APPLICABLE) {
                    strokes.add(entry);
                }
                if (entry.value() != null) {
                    numbers.put(fact, entry.value());
                }
            }
        }
        return new UnitFacts(Map.copyOf(numbers), List.copyOf(strokes));
    }

    /** Returns the form for the unit, the one of all units where the rule depends on no fact. */
    Form form(Wording wording) {
        return numbers.isEmpty()
                ? wording.form()
                : wording.rule().forUnit(numbers).form();
    }

    /** Returns a working that compares units, multiplied for this one. */
    Working multiplied(Rule rule, Working working) {
        return numbers.isEmpty() ? working : working.times(rule.factor(numbers));
    }

    /** Returns a working with the targets of the unit. */
    Working explained(Rule rule, Working working) {
        return numbers.isEmpty() ? working : working.with(rule.targets(numbers));
    }
}
