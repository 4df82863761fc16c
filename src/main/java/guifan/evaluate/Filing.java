package guifan.evaluate;

import guifan.source.CellPlace;
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

    /** Returns what was filled in, empty if it was not asked. */
    public List<Entry> answer(String id) {
        return answers.getOrDefault(id, List.of());
    }
}
