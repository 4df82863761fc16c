package guifan.source;

import java.util.List;

/**
 * A sheet as read, be it from a CSV file or a worksheet: named columns, and rows that are not blank.
 *
 * @param place the place of the header
 * @param header the headers without blanks around and line breaks inside; an empty one heads a column that holds
 *     nothing
 * @param above what stands above the header, row by row, blank rows left out
 * @param rows the rows below the header, each with a cell for every column
 */
public record SheetTable(CellPlace place, List<String> header, List<SheetRow> above, List<SheetRow> rows) {

    /** The most columns a sheet may have. */
    public static final int MAX_COLUMNS = 1024;

    /** The most rows that a sheet may have, blank ones and those above the header not counted. */
    public static final int MAX_ROWS = 1_000_000;

    /** The most characters that a cell may have, as in Excel. */
    public static final int MAX_CELL = 32_767;

    /** Returns the file as the user named it. */
    public String file() {
        return place.file();
    }

    /** Returns the name of the worksheet, empty for a CSV file. */
    public String worksheet() {
        return place.worksheet();
    }

    /** Says that what stands above the header was skipped, if anything does. */
    public void noteTitles(Problems problems) {
        if (!above.isEmpty()) {
            List<Text> titles =
                    above.stream().map(row -> SheetBuilder.title(row.texts())).toList();
            problems.note(
                    "title-skipped",
                    above.get(0).place(),
                    Text.of(
                            "表头以上有 %s 行标题：%s",
                            "above the header stand titles (%s): %s", above.size(), Text.join(titles, "；", "; ")));
        }
    }

    /** Returns the place of the header of the column of index {@code column}, the first being 0. */
    public CellPlace place(int column) {
        return place.column(column + 1, header.get(column));
    }
}
