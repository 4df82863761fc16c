package guifan.evaluate;

import guifan.number.Rational;
import guifan.source.CellPlace;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says about one item.
 *
 * @param item the item's id, empty where there is only one
 * @param assessor who marked it, empty for the unit itself
 * @param value the measure, null unless the state is {@link CellState#VALUE}
 * @param raw the text of the cell
 * @param evidence what was named in brackets, empty if nothing
 * @param place the cell
 */
public record Entry(
        String item,
        String assessor,
        CellState state,
        @Nullable Rational value,
        String raw,
        String evidence,
        CellPlace place) {

    /** Returns the same said by an assessor. */
    Entry by(String name) {
        return new Entry(item, name, state, value, raw, evidence, place);
    }

    /** Returns the same said at another place. */
    Entry at(CellPlace other) {
        return new Entry(item, assessor, state, value, raw, evidence, other);
    }

    static Entry blank(CellPlace place) {
        return new Entry("", "", CellState.BLANK, null, "", "", place);
    }
}
