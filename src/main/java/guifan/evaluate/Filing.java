package guifan.evaluate;

import guifan.source.CellPlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one unit filled in.
 *
 * @param kind its kind, such as 镇
 * @param place its row, or the first of its rows
 * @param answers by the id of the indicator, adjustment or fact; what was not asked is not there
 */
public record Filing(String unit, String kind, CellPlace place, Map<String, List<Entry>> answers) {

    /** Returns what led to {@code result}. */
    static Filing of(UnitResult result) {
        Map<String, List<Entry>> answers = new LinkedHashMap<>();
        result.indicators().forEach(one -> answers.put(one.id(), one.entries()));
        result.adjustments().forEach(one -> answers.put(one.id(), one.entries()));
        result.facts().forEach(one -> answers.put(one.id(), List.of(one.entry())));
        return new Filing(result.unit(), result.kind(), result.place(), answers);
    }

    /** Returns this with other answers to some questions. */
    Filing with(Map<String, List<Entry>> changed) {
        Map<String, List<Entry>> all = new LinkedHashMap<>(answers);
        all.putAll(changed);
        return new Filing(unit, kind, place, all);
    }

    /** Returns what was filled in, empty if it was not asked. */
    public List<Entry> answer(String id) {
        return answers.getOrDefault(id, List.of());
    }
}
