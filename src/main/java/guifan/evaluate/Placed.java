package guifan.evaluate;

import guifan.source.CellPlace;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** What a cell says, as another cell with the same text said it before. */
final class Placed extends AbstractList<Entry> implements RandomAccess {

    private final List<Entry> said;
    private final CellPlace place;

    Placed(List<Entry> said, CellPlace place) {
        this.said = said;
        this.place = place;
    }

    /** Returns what is said, at another place; the same list for all cells with the same text. */
    List<Entry> said() {
        return said;
    }

    @Override
    public Entry get(int index) {
        return said.get(index).at(place);
    }

    @Override
    public int size() {
        return said.size();
    }
}
