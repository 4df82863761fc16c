package guifan.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Walks over CSV text before it is parsed, to refuse in bounded memory, and at the right line, what would make a parser
 * hold the rest of the file in one cell.
 */
final class CsvStructure {

    private static final int MOST_FAULTS = 20;
    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final CellPlace whole;
    private final Problems problems;
    private int next;
    private int line;
    private int record = 1;
    private int recordLine;
    private int column = 1;
    private int length;
    private int faults;

    /**
     * Prepares to walk over the text in {@code in}.
     *
     * @param whole the place of the whole file
     * @param line the line on which the text starts
     */
    CsvStructure(Reader in, char delimiter, CellPlace whole, int line, Problems problems) {
        this.in = new BufferedReader(in, 1 << 14);
        this.delimiter = delimiter;
        this.whole = whole;
        this.line = line;
        this.recordLine = line;
        this.problems = problems;
    }

    /** Returns whether quotes are right and nothing is too large; otherwise it has been reported. */
    boolean isSound() throws IOException {
        next = in.read();
        while (next != END && faults < MOST_FAULTS) {
            walkCell();
            if (next == delimiter) {
                next = in.read();
                if (column == SheetTable.MAX_COLUMNS) {
                    Text message = Text.of("超过 %s 列的上限", "more columns than the limit of %s", SheetTable.MAX_COLUMNS);
                    fault("too-many-columns", message);
                    return false;
                }
                column++;
            } else if (next != END) {
                endLine();
                record++;
                recordLine = line;
                column = 1;
            }
        }
        return faults == 0;
    }

    private void walkCell() throws IOException {
        length = 0;
        if (next == '"' && !walkQuoted()) {
            return;
        }
        while (!isCellEnd()) {
            step();
        }
        if (length > SheetTable.MAX_CELL) {
            Text message = Text.of(
                    "单元格有 %s 个字符，超过 %s 的上限；是否少了或多了一个引号？",
                    "the cell has %s characters, the limit is %s; is there a quote missing or too many?",
                    length,
                    SheetTable.MAX_CELL);
            fault("cell-too-long", message);
        }
    }

    /** Walks from an opening quote to the end of the cell; returns whether a closing quote stands there. */
    private boolean walkQuoted() throws IOException {
        int opened = line;
        next = in.read();
        while (next != END) {
            if (next == '"') {
                next = in.read();
                if (next != '"') {
                    return endsAfterQuote(opened);
                }
                step();
            } else if (next == '\n' || next == '\r') {
                length++;
                endLine();
            } else {
                step();
            }
        }
        fault("open-quote", Text.of("引号在第 %s 行打开，没有关闭", "the quote opened in line %s is never closed", opened));
        return false;
    }

    private boolean endsAfterQuote(int opened) throws IOException {
        while (!isCellEnd() && Character.isWhitespace(next)) {
            next = in.read();
        }
        if (isCellEnd()) {
            return true;
        }
        StringBuilder found = new StringBuilder().append((char) next);
        step();
        if (Character.isHighSurrogate(found.charAt(0)) && next != END) {
            found.append((char) next);
        }
        Text message = Text.of(
                "引号在第 %s 行打开、第 %s 行关闭，其后不能再有“%s”；单元格里的引号要写成两个",
                "after the quote opened in line %s and closed in line %s stands \"%s\"; a quote inside a cell is written twice",
                opened,
                line,
                Width.visible(found.toString()));
        fault("text-after-quote", message);
        while (!isCellEnd()) {
            step();
        }
        return false;
    }

    private void step() throws IOException {
        length++;
        next = in.read();
    }

    private boolean isCellEnd() {
        return next == delimiter || next == '\n' || next == '\r' || next == END;
    }

    private void endLine() throws IOException {
        boolean afterReturn = next == '\r';
        next = in.read();
        if (afterReturn && next == '\n') {
            next = in.read();
        }
        line++;
    }

    private void fault(String code, Text message) {
        faults++;
        problems.error(code, new CellPlace(whole.file(), whole.worksheet(), record, recordLine, column, ""), message);
    }
}
