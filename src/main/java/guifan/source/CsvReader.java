package guifan.source;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads CSV as spreadsheets write it: separated by commas, semicolons or tabs, with titles above the header or without.
 *
 * <p>Records are numbered as a spreadsheet numbers its rows: blank ones and titles count, a {@code sep=;} line does
 * not.
 */
public final class CsvReader {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
    private static final Pattern SEPARATOR_LINE =
            Pattern.compile("\"?(?i:sep)=([\\p{Punct}\\t &&[^\"]])\"?[,;\\t]*(\\r\\n|\\r|\\n|\\z)");

    /** How many characters, at least, are looked at to find the delimiter. */
    private static final int HEAD = 1 << 18;

    private final CellPlace whole;
    private final Supplier<Reader> text;
    private final Predicate<List<String>> isHeader;
    private final Problems problems;
    private final String head;
    private final String separatorLine;

    private CsvReader(CellPlace whole, Supplier<Reader> text, Predicate<List<String>> isHeader, Problems problems)
            throws IOException {
        this.whole = whole;
        this.text = text;
        this.isHeader = isHeader;
        this.problems = problems;
        String start = start(text);
        Matcher separator = SEPARATOR_LINE.matcher(start);
        this.separatorLine = separator.lookingAt() ? separator.group() : "";
        this.head = start.substring(separatorLine.length());
    }

    /**
     * Returns the sheet in {@code text}, empty if it cannot be read as one.
     *
     * <p>The header is the first of the first ten rows for which {@code isHeader} holds, otherwise the first row. A row
     * that does not fit the header is reported and left out.
     *
     * @param file the file as the user named it
     */
    public static Optional<SheetTable> read(
            String file, Decoded text, Predicate<List<String>> isHeader, Problems problems) {
        return read(file, text::reader, isHeader, problems);
    }

    /** Returns the sheet in {@code text}, as {@link #read(String, Decoded, Predicate, Problems)} does. */
    public static Optional<SheetTable> read(
            String file, String text, Predicate<List<String>> isHeader, Problems problems) {
        return read(file, () -> new StringReader(text), isHeader, problems);
    }

    private static Optional<SheetTable> read(
            String file, Supplier<Reader> text, Predicate<List<String>> isHeader, Problems problems) {
        CellPlace whole = new CellPlace(file, "", 0, 0, 0, "");
        try {
            return new CsvReader(whole, text, isHeader, problems).table();
        } catch (IOException | UncheckedIOException e) {
            String reason = String.valueOf(e.getMessage());
            problems.error("csv", whole, Text.of("不是正确的 CSV：%s", "not well-formed CSV: %s", reason));
            return Optional.empty();
        }
    }

    private Optional<SheetTable> table() throws IOException {
        char delimiter = delimiter();
        if (hasWideDelimiter(delimiter) || !isSound(delimiter)) {
            return Optional.empty();
        }
        SheetBuilder builder = new SheetBuilder(isHeader, false, problems);
        try (CSVParser parser = parser(rest(), delimiter)) {
            Iterator<CSVRecord> records = parser.iterator();
            long line = parser.getCurrentLineNumber();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                builder.add(place(record, line), Arrays.asList(record.values()));
                line = parser.getCurrentLineNumber();
            }
        }
        return builder.finish(whole);
    }

    private boolean isSound(char delimiter) throws IOException {
        try (Reader in = rest()) {
            return new CsvStructure(in, delimiter, whole, firstLine(), problems).isSound();
        }
    }

    /** Returns the place of {@code record}, which starts after {@code linesBefore} lines. */
    private CellPlace place(CSVRecord record, long linesBefore) {
        int line = firstLine() + Math.toIntExact(linesBefore);
        return new CellPlace(whole.file(), "", Math.toIntExact(record.getRecordNumber()), line, 0, "");
    }

    private int firstLine() {
        return separatorLine.isEmpty() ? 1 : 2;
    }

    private static String start(Supplier<Reader> text) throws IOException {
        StringBuilder start = new StringBuilder();
        char[] buffer = new char[1 << 13];
        try (Reader in = text.get()) {
            for (int n = in.read(buffer); n > 0 && start.length() < HEAD; n = in.read(buffer)) {
                start.append(buffer, 0, n);
            }
        }
        return start.toString();
    }

    /** Returns the text after a {@code sep=;} line. */
    private Reader rest() throws IOException {
        Reader in = text.get();
        for (int i = 0; i < separatorLine.length(); i++) {
            in.read();
        }
        return in;
    }

    private static CSVParser parser(Reader in, char delimiter) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        return CSVParser.builder().setReader(in).setFormat(format).get();
    }

    /**
     * Returns the delimiter with which a header is found, otherwise the one that makes most columns of the first row.
     */
    private char delimiter() {
        if (!separatorLine.isEmpty()) {
            return separatorLine.charAt(separatorLine.indexOf('=') + 1);
        }
        char best = DELIMITERS.get(0);
        int most = 1;
        for (char candidate : DELIMITERS) {
            List<List<String>> rows = firstRows(candidate);
            Optional<List<String>> header = rows.stream().filter(isHeader).findFirst();
            int columns =
                    header.or(() -> rows.stream().findFirst()).map(List::size).orElse(0);
            int score = columns + (header.isPresent() ? HEAD : 0);
            if (score > most) {
                best = candidate;
                most = score;
            }
        }
        return best;
    }

    /** Returns the rows among which the header is sought, as far as they can be read. */
    private List<List<String>> firstRows(char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = parser(new StringReader(head), delimiter)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (rows.size() < SheetBuilder.HEADER_WITHIN && records.hasNext()) {
                List<String> names =
                        SheetBuilder.names(Arrays.asList(records.next().values()));
                if (!names.stream().allMatch(String::isEmpty)) {
                    rows.add(names);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            return rows;
        }
        return rows;
    }

    /** Returns whether the header is separated by full-width commas or semicolons, which it reports. */
    private boolean hasWideDelimiter(char delimiter) {
        List<List<String>> rows = firstRows(delimiter);
        if (rows.isEmpty() || rows.stream().anyMatch(isHeader)) {
            return false;
        }
        boolean wide = rows.stream().anyMatch(names -> isHeader.test(split(names)))
                || (rows.get(0).size() == 1 && split(rows.get(0)).size() > 1);
        if (wide) {
            Text message = Text.of("表头用全角“，”或“；”分隔；请改用半角逗号", "the header is separated by full-width commas; use \",\"");
            problems.error("wide-delimiter", whole, message);
        }
        return wide;
    }

    private static List<String> split(List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(name.split("[，；]", -1)))
                .map(Names::header)
                .toList();
    }
}
