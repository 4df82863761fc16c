package guifan.report;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Width;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of tables; equal tables give equal bytes on any day and any machine. */
final class XlsxBook {

    /** The most characters that Excel takes in a cell. */
    private static final int LONGEST = 32_767;

    private static final int MOST_ROWS = 1_000_000;
    private static final int NARROWEST = 6;
    private static final int ROWS_MEASURED = 2_000;
    /** The height of a line of text, in points. */
    private static final int LINE = 15;

    private static final int MOST_LINES = 27;
    /** How many characters of normal width fit side by side on a page, small but readable. */
    private static final int PAGE = 180;

    private static final Rounding TEN = new Rounding(10, Rounding.Mode.HALF_UP);

    private XlsxBook() {}

    /** Where cells stand in their column. */
    enum Align {
        LEFT,
        CENTRE,
        /** Numbers at the right, words between them in the middle. */
        FIGURES
    }

    /**
     * A column.
     *
     * @param over what stands above the name, empty if nothing
     * @param widest how many characters of normal width it may be wide; what is longer goes on in the next line
     */
    record Column(String over, String name, int widest, Align align) {}

    /**
     * A cell.
     *
     * @param number the number, or null for text
     * @param format how the number is shown, empty for all its digits
     * @param fill the colour behind it as six hexadecimal digits, empty for none
     */
    record Cell(String text, @Nullable Rational number, String format, String fill) {

        static Cell of(String text) {
            return new Cell(text, null, "", "");
        }

        /** Returns a number with all its decimals, or with two where they do not end. */
        static Cell of(Rational number) {
            return new Cell("", number, number.isDecimal() ? "" : "0.00", "");
        }

        private String shown() {
            return number == null ? text : number.isDecimal() ? number.toString() : "00.00";
        }

        Cell shownAs(String newFormat) {
            return new Cell(text, number, newFormat, fill);
        }

        Cell filled(String newFill) {
            return new Cell(text, number, format, newFill);
        }
    }

    /**
     * A worksheet.
     *
     * @param above lines above the table
     * @param frozen how many columns stay in sight
     * @param below lines below the table
     */
    record Table(
            String name,
            List<String> above,
            List<Column> columns,
            int frozen,
            List<List<Cell>> rows,
            List<String> below) {}

    /** Returns the file that holds {@code tables}; what is too long for one worksheet goes on in another. */
    static byte[] of(List<Table> tables) throws IOException {
        return XlsxBytes.of(workbook -> {
            for (Table table : tables) {
                for (int from = 0; from == 0 || from < table.rows().size(); from += MOST_ROWS) {
                    List<List<Cell>> rows =
                            table.rows().subList(from, Math.min(table.rows().size(), from + MOST_ROWS));
                    String name = table.name() + (from == 0 ? "" : " (" + (from / MOST_ROWS + 1) + ")");
                    write(workbook.newWorksheet(name), table, rows);
                }
            }
        });
    }

    private static void write(Worksheet sheet, Table table, List<List<Cell>> rows) throws IOException {
        int[] widths = widths(table.columns(), rows);
        int top = 0;
        for (String line : table.above()) {
            sheet.value(top, 0, shown(line));
            top++;
        }
        top += table.above().isEmpty() ? 0 : 1;
        int head = header(sheet, table.columns(), widths, top);
        int bottom = head;
        for (List<Cell> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                write(
                        sheet,
                        bottom,
                        column,
                        row.get(column),
                        table.columns().get(column).align());
            }
            sheet.rowHeight(bottom, LINE * lines(row.stream().map(Cell::shown).toList(), widths));
            bottom++;
        }
        for (int i = 0; i < table.below().size(); i++) {
            sheet.value(bottom + 1 + i, 0, shown(table.below().get(i)));
        }
        for (int column = 0; column < widths.length; column++) {
            sheet.width(column, widths[column]);
        }
        sheet.freezePane(table.frozen(), head);
        sheet.setAutoFilter(
                head - 1, 0, Math.max(head - 1, bottom - 1), table.columns().size() - 1);
        sheet.repeatRows(top, head - 1);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.repeatCols(0, table.frozen() - 1);
        sheet.fitToWidth((short) Math.max(1, Arrays.stream(widths).sum() / PAGE));
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(0.4f);
        sheet.rightMargin(0.4f);
        sheet.topMargin(0.5f);
        sheet.bottomMargin(0.6f);
        sheet.footerMargin(0.3f);
        sheet.footer("&A&R&P / &N", Position.LEFT, 9);
        sheet.finish();
    }

    /** Writes the header, and returns the row below it. */
    private static int header(Worksheet sheet, List<Column> columns, int[] widths, int top) {
        boolean two = columns.stream().anyMatch(column -> !column.over().isEmpty());
        for (int i = 0; i < columns.size(); i++) {
            if (two) {
                sheet.value(top, i, blankAsNull(shown(columns.get(i).over())));
                heading(sheet.style(top, i)).wrapText(false).set();
            }
            sheet.value(top + (two ? 1 : 0), i, shown(columns.get(i).name()));
            heading(sheet.style(top + (two ? 1 : 0), i))
                    .wrapText(true)
                    .horizontalAlignment("center")
                    .set();
        }
        int last = top + (two ? 1 : 0);
        sheet.rowHeight(last, LINE * lines(columns.stream().map(Column::name).toList(), widths));
        return last + 1;
    }

    private static StyleSetter heading(StyleSetter style) {
        return style.bold()
                .fillColor("D9E1F2")
                .verticalAlignment("center")
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN);
    }

    private static void write(Worksheet sheet, int row, int column, Cell cell, Align align) {
        StyleSetter style = sheet.style(row, column)
                .verticalAlignment("center")
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .borderColor(BorderSide.BOTTOM, "D9D9D9");
        if (cell.number() == null) {
            sheet.value(row, column, blankAsNull(shown(cell.text())));
            style.wrapText(true);
        } else {
            sheet.value(row, column, new BigDecimal(decimal(cell.number())));
        }
        if (align == Align.CENTRE || (align == Align.FIGURES && cell.number() == null)) {
            style.horizontalAlignment("center");
        }
        if (!cell.format().isEmpty()) {
            style.format(cell.format());
        }
        if (!cell.fill().isEmpty()) {
            style.fillColor(cell.fill());
        }
        style.set();
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String decimal(Rational number) {
        return number.isDecimal() ? number.toString() : TEN.format(number);
    }

    private static int[] widths(List<Column> columns, List<List<Cell>> rows) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int widest = Math.max(NARROWEST, widest(columns.get(i).name()));
            for (List<Cell> row : rows.subList(0, Math.min(rows.size(), ROWS_MEASURED))) {
                widest = Math.max(widest, widest(row.get(i).shown()));
            }
            widths[i] = Math.min(widest, columns.get(i).widest()) + 2;
        }
        return widths;
    }

    private static int widest(String text) {
        return text.lines().mapToInt(Width::of).max().orElse(0);
    }

    /** Returns how many lines the longest of {@code texts} takes; a row can only be so high. */
    private static int lines(List<String> texts, int[] widths) {
        int most = 1;
        for (int i = 0; i < widths.length; i++) {
            int width = widths[i] - 1;
            most = Math.max(
                    most,
                    texts.get(i)
                            .lines()
                            .mapToInt(line -> Math.max(1, (Width.of(line) + width - 1) / width))
                            .sum());
        }
        return Math.min(most, MOST_LINES);
    }

    /** Returns {@code text} as Excel takes it: what cannot be seen made visible, and not too long. */
    private static String shown(String text) {
        String visible = text.lines()
                .map(Width::visible)
                .collect(Collectors.joining("\n"))
                .replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
        int end = Math.min(visible.length(), LONGEST);
        boolean halved = end < visible.length() && Character.isHighSurrogate(visible.charAt(end - 1));
        return visible.substring(0, halved ? end - 1 : end);
    }
}
