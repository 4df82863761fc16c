package guifan.evaluate;

import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.number.Rational;
import guifan.rule.Working;
import guifan.standard.Adjustments.Adjustment;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives bonuses and penalties to a unit.
 *
 * @param assessed its indicators by their ids, as far as penalties look at them
 */
record Adjusting(Standard standard, Filing filing, Map<String, Assessment> assessed) {

    /** Returns the bonuses and penalties that are given, in the order of the standard. */
    List<AdjustmentResult> all() {
        List<AdjustmentResult> results = new ArrayList<>();
        standard.adjustments().bonus().forEach(item -> of(item, false).ifPresent(results::add));
        standard.adjustments().penalties().forEach(item -> of(item, true).ifPresent(results::add));
        return results;
    }

    private Optional<AdjustmentResult> of(Adjustment item, boolean penalty) {
        List<Entry> entries = filing.answer(item.id());
        Map<String, Rational> measures = new HashMap<>();
        if (item.countsFalse()) {
            long count = assessed.values().stream()
                    .filter(one -> one.basis() == UnitResult.Basis.FALSE_MATERIAL)
                    .count();
            if (count > 0) {
                measures.put("", Rational.of(count));
            }
        }
        entries.stream()
                .filter(entry -> entry.value() != null)
                .forEach(entry -> measures.put(entry.item(), Objects.requireNonNull(entry.value())));
        if (measures.isEmpty()) {
            return Optional.empty();
        }
        Working working = item.rule().form().score(measures);
        return Optional.of(new AdjustmentResult(item.id(), penalty, entries, working, working.score()));
    }
}
