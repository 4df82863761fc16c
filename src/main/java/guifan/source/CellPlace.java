package guifan.source;

/**
 * A place in a sheet.
 *
 * @param file the file as the user named it
 * @param worksheet the worksheet, empty for a CSV file
 * @param record 1-based number of the record, the header being the first, or 0 for the whole sheet
 * @param line 1-based line of the file on which the record starts, 0 in a workbook
 * @param column 1-based column, or 0 for the whole record
 * @param header the header of the column, empty if it has none
 */
public record CellPlace(String file, String worksheet, int record, int line, int column, String header)
        implements Place {

    /** Returns the place of another column of the same record. */
    public CellPlace column(int number, String name) {
        return new CellPlace(file, worksheet, record, line, number, name);
    }

    /** Returns the name of the file without its folder. */
    public String baseName() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /** Returns the letters by which a spreadsheet names a 1-based column: {@code A}, {@code Z}, {@code AA}. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    @Override
    public Text words() {
        Text named = header.isEmpty() ? Text.of("") : Text.of("「%s」", " \"%s\"", Width.visible(header));
        if (!worksheet.isEmpty()) {
            String cell = (column > 0 ? letters(column) : "") + (record > 0 ? record : "");
            return Text.of(file + " [" + Width.visible(worksheet) + "]" + (cell.isEmpty() ? "" : " " + cell))
                    .plus(named);
        }
        Text row = record == 0
                ? Text.of("")
                : record == line
                        ? Text.of(": 第 %s 行", ": record %s", record)
                        : Text.of(": 第 %s 条记录（第 %s 行）", ": record %s (line %s)", record, line);
        Text cell = column == 0 ? Text.of("") : Text.of(" %s 列", " column %s", letters(column));
        return Text.of(file).plus(row).plus(cell).plus(named);
    }
}
