package guifan.source;

import java.util.AbstractList;
import java.util.List;

/**
 * A row of a sheet. Its cells are made when asked for, so that a large sheet costs little more than its text.
 *
 * @param place the place of the row
 * @param header the headers of the columns; none above the header
 * @param texts what the cells hold, without blanks around; below the header as many as there are columns
 */
public record SheetRow(CellPlace place, List<String> header, List<String> texts) {

    /** Returns the cell in the column of index {@code column}, the first being 0. */
    public SheetCell cell(int column) {
        return new SheetCell(texts.get(column), place(column));
    }

    /** Returns the place of the cell in the column of index {@code column}, the first being 0. */
    public CellPlace place(int column) {
        return place.column(column + 1, column < header.size() ? header.get(column) : "");
    }

    /** Returns all cells, in the order of the columns. */
    public List<SheetCell> cells() {
        return new AbstractList<>() {
            @Override
            public SheetCell get(int index) {
                return cell(index);
            }

            @Override
            public int size() {
                return texts.size();
            }
        };
    }
}
