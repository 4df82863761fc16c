package guifan.evaluate;

import guifan.source.SheetCell;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a sheet says of a body beside its name and its measures. */
final class Details {

    private Map<String, SheetCell> cells = Map.of();
    private Set<String> beyond = Set.of();

    void put(String heading, SheetCell cell) {
        cells = cells.isEmpty() ? new LinkedHashMap<>() : cells;
        cells.put(heading, cell);
    }

    /** Returns the text under {@code heading}, empty if the sheet does not say it. */
    String text(String heading) {
        SheetCell cell = cells.get(heading);
        return cell == null ? "" : cell.text();
    }

    /** Returns the cell under {@code heading}, which must be there. */
    SheetCell cell(String heading) {
        return Objects.requireNonNull(cells.get(heading));
    }

    /** Returns all texts by the heading of their column. */
    Map<String, String> texts() {
        if (cells.isEmpty()) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        cells.forEach((heading, cell) -> texts.put(heading, cell.text()));
        return texts;
    }

    /** Notes that others came first, up to a limit, or that a condition on earlier years holds. */
    void exceed(String limit) {
        beyond = beyond.isEmpty() ? new HashSet<>() : beyond;
        beyond.add(limit);
    }

    /** Returns the limits that it came too late for, and the conditions on earlier years that hold. */
    Set<String> beyond() {
        return Set.copyOf(beyond);
    }
}
