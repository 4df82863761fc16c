package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.Text;
import java.util.List;

/**
 * A unit that could not be graded because something in its rows is wrong (未评).
 *
 * @param kind its kind as far as it is known
 * @param reasons what is wrong, in the order of finding; at least one
 */
public record Unrated(String unit, String kind, List<Reason> reasons) {

    /**
     * One thing that is wrong.
     *
     * @param code the code of the message
     */
    public record Reason(String code, CellPlace place, Text message) {}

    public Unrated {
        reasons = List.copyOf(reasons);
    }

    /** Returns what was found first. */
    public Reason first() {
        return reasons.get(0);
    }
}
