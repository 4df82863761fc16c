package guifan.report;

import guifan.number.Rational;
import guifan.number.Rounding;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/** Writes CSV for spreadsheets: UTF-8 with a mark, CRLF, text that cannot act as a formula. */
public final class CsvTable {

    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+([.][0-9]+)?");

    private static final String FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠";

    private static final Rounding SIX = new Rounding(6, Rounding.Mode.HALF_UP);

    private CsvTable() {}

    /** Writes rows of texts. */
    public static void write(List<List<String>> rows, Appendable out) throws IOException {
        writeSafe(
                rows.stream()
                        .map(row -> row.stream().map(CsvTable::text).toList())
                        .toList(),
                out);
    }

    /** Writes a sheet that is read back: what is filled in stays a number, negative ones too. */
    public static void writeSheet(List<List<String>> rows, Appendable out) throws IOException {
        writeSafe(
                rows.stream()
                        .map(row -> row.stream()
                                .map(cell -> NEGATIVE.matcher(cell).matches() ? cell : text(cell))
                                .toList())
                        .toList(),
                out);
    }

    /** Writes rows in which every text has been made safe, so that numbers may be negative. */
    static void writeSafe(List<List<String>> rows, Appendable out) throws IOException {
        begin(out);
        for (List<String> row : rows) {
            row(row, out);
        }
    }

    /** Writes what stands before the first row. */
    static void begin(Appendable out) throws IOException {
        out.append('\uFEFF');
    }

    /** Writes a row in which every text has been made safe, so that numbers may be negative. */
    static void row(List<String> row, Appendable out) throws IOException {
        CSVFormat.RFC4180.printRecord(out, row.toArray());
    }

    /** Returns a number as spreadsheets read it, with six decimals where it has no end. */
    static String number(Rational value) {
        return value.isDecimal() ? value.toString() : SIX.format(value);
    }

    /** Spreadsheets evaluate text that starts with one of these signs, in quotes or not. */
    static String text(String text) {
        boolean acts = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
        return acts ? "'" + text : text;
    }
}
