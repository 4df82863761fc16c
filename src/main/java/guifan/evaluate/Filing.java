package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.standard.Standard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one unit filled in.
 *
 * @param kind its kind, such as 镇
 * @param place its row, or the first of its rows
 * @param answers by the id of the indicator, adjustment or fact; what was not asked is not there
 * @param details what else the sheet says of it, by the heading of the column
 * @param beyond the limits that it came too late for, and the conditions on earlier years that hold, by their keys
 */
public record Filing(
        String unit,
        String kind,
        CellPlace place,
        Map<String, List<Entry>> answers,
        Map<String, String> details,
        Set<String> beyond) {

    /** What a unit filled in of which the sheet says nothing else. */
    public Filing(String unit, String kind, CellPlace place, Map<String, List<Entry>> answers) {
        this(unit, kind, place, answers, Map.of(), Set.of());
    }

    /** Returns what led to {@code result}, a result under {@code standard}. */
    public static Filing of(Standard standard, UnitResult result) {
        Map<String, List<Entry>> answers = new LinkedHashMap<>();
        result.indicators().forEach(one -> answers.put(one.id(), one.entries()));
        result.adjustments().forEach(one -> answers.put(one.id(), one.entries()));
        result.facts().forEach(one -> answers.put(one.id(), List.of(one.entry())));
        List<String> caps =
                result.outcome() == null ? List.of() : result.outcome().caps();
        Set<String> beyond = standard.grades().caps().stream()
                .filter(cap -> caps.contains(cap.id()))
                .flatMap(cap -> cap.when().about().stream())
                .collect(Collectors.toSet());
        return new Filing(result.unit(), result.kind(), result.place(), answers, result.details(), beyond);
    }

    /** Returns this with {@code answers} and no others. */
    public Filing answering(Map<String, List<Entry>> answers) {
        return new Filing(unit, kind, place, answers, details, beyond);
    }

    /** Returns this with other answers to some questions. */
    Filing with(Map<String, List<Entry>> changed) {
        Map<String, List<Entry>> all = new LinkedHashMap<>(answers);
        all.putAll(changed);
        return answering(all);
    }

    /** Returns what was filled in, empty if it was not asked. */
    public List<Entry> answer(String id) {
        return answers.getOrDefault(id, List.of());
    }
}
