package guifan.source;

import guifan.source.XlsxGuard.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks the rows and cells of a worksheet over: where they say they are, and what they refer to. */
final class XlsxCells {

    private static final Pattern INDEX = Pattern.compile("[0-9]{1,9}");
    private static final Set<String> TYPES = Set.of("n", "s", "str", "b", "e", "inlineStr");
    private static final int LAST_ROW = 1 << 20;
    private static final int LAST_COLUMN = 1 << 14;
    /** The most cells, those left out before others in a row included: the reader makes room for all of them. */
    private static final int MOST_SPAN = 100_000_000;

    private static final int MOST_FAULTS = 20;
    /** The most characters of a number. */
    static final int LONGEST_NUMBER = 100;

    /** Something wrong with a row or cell. */
    record CellFault(int row, int column, Text text) {}

    private final List<CellFault> faults = new ArrayList<>();
    private int row;
    private int column;
    private long span;
    private String type = "";
    private int highestText = -1;
    private int highestRow;
    private int highestColumn;

    /** Returns what is wrong with the cells, where there are {@code known} texts to refer to. */
    List<CellFault> faults(int known) {
        if (highestText >= known) {
            Text message = Text.of("引用的文字不存在，工作簿已损坏", "refers to a text that does not exist; the workbook is damaged");
            fault(highestRow, highestColumn, message);
        }
        return faults;
    }

    /** Starts a table of cells. */
    void start() {
        row = 0;
    }

    /** Takes the start of a row, with the number it is given. */
    void row(@Nullable String number) throws Fault {
        span += column;
        if (span > MOST_SPAN) {
            throw XlsxGuard.tooLarge(Text.of("%s 个单元格（空的也算）", "%s cells, blank ones included", MOST_SPAN));
        }
        int given = number == null ? row + 1 : INDEX.matcher(number).matches() ? Integer.parseInt(number) : 0;
        column = 0;
        if (given <= row || given > LAST_ROW) {
            fault(
                    row,
                    0,
                    Text.of(
                            "其后的行号“%s”不对，工作簿已损坏",
                            "the row after it has the wrong number \"%s\"; the workbook is damaged", shown(number)));
        }
        row = Math.max(row, given);
    }

    /** Takes the start of a cell, with its reference and type. */
    void cell(@Nullable String reference, @Nullable String kind) {
        type = kind == null ? "n" : kind;
        int given = reference == null ? column + 1 : columnOf(reference);
        if (given <= column || given > LAST_COLUMN) {
            fault(
                    row,
                    0,
                    Text.of(
                            "单元格位置“%s”不对，工作簿已损坏",
                            "the cell reference \"%s\" is wrong; the workbook is damaged", shown(reference)));
        }
        column = Math.max(column, given);
        if (!TYPES.contains(type)) {
            fault(
                    row,
                    column,
                    Text.of(
                            "单元格类型“%s”不认识；请另存为“Excel 工作簿（*.xlsx）”",
                            "the cell is of the unknown type \"%s\"; save the file as \"Excel workbook (*.xlsx)\"",
                            shown(kind)));
        }
    }

    /** Takes what the cell holds. */
    void value(String value) {
        if (type.equals("s")) {
            boolean isIndex = INDEX.matcher(value).matches();
            int index = isIndex ? Integer.parseInt(value) : Integer.MAX_VALUE;
            if (!value.isEmpty() && index > highestText) {
                highestText = index;
                highestRow = row;
                highestColumn = column;
            }
        } else if (type.equals("n") && value.length() > LONGEST_NUMBER) {
            fault(row, column, Text.of("数字过长，工作簿已损坏", "the number is too long; the workbook is damaged"));
        }
    }

    private void fault(int atRow, int atColumn, Text text) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new CellFault(atRow, atColumn, text));
        }
    }

    /** Returns the 1-based column of a cell of the current row, or 0 if {@code reference} is no such cell. */
    private int columnOf(String reference) {
        int at = 0;
        int found = 0;
        while (at < Math.min(reference.length(), 3) && isBetween('A', reference.charAt(at), 'Z')) {
            found = found * 26 + reference.charAt(at) - 'A' + 1;
            at++;
        }
        int number = 0;
        int digits = at;
        while (at < Math.min(reference.length(), digits + 7) && isBetween('0', reference.charAt(at), '9')) {
            number = number * 10 + reference.charAt(at) - '0';
            at++;
        }
        return at == reference.length() && number == row ? found : 0;
    }

    private static boolean isBetween(char first, char c, char last) {
        return first <= c && c <= last;
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : Width.visible(text.substring(0, Math.min(text.length(), 40)));
    }
}
