package guifan.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads the worksheets of a workbook (.xlsx) as Excel, WPS and LibreOffice save it. */
public final class XlsxReader {

    /** How characters are written that XML does not allow. */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final InputFile file;
    private final Predicate<List<String>> isHeader;
    private final Problems problems;

    private XlsxReader(InputFile file, Predicate<List<String>> isHeader, Problems problems) {
        this.file = file;
        this.isHeader = isHeader;
        this.problems = problems;
    }

    /** The workbook is not as it should be; the library says why, in words for programmers. */
    private static final class Unreadable extends Exception {

        Unreadable(Exception cause) {
            super(cause);
        }
    }

    /** Something that the library does, and may fail to do in many ways. */
    private interface Step<T extends @Nullable Object> {

        T take() throws IOException;
    }

    /** Returns whether {@code file} is a workbook or is named like one, and not named like a text file. */
    public static boolean isMeant(InputFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean text = name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
        return name.endsWith(".xlsx") || name.endsWith(".xlsm") || (file.kind() == FileKind.WORKBOOK && !text);
    }

    /** Returns all sheets of {@code file}, as {@link #read(InputFile, List, Predicate, Problems)} does. */
    public static List<SheetTable> read(InputFile file, Predicate<List<String>> isHeader, Problems problems) {
        return read(file, List.of(), isHeader, problems);
    }

    /**
     * Returns the sheets of {@code file}, none if it cannot be read.
     *
     * <p>Each visible worksheet is one that has, among its first ten rows, one for which {@code isHeader} holds; the
     * others are noted as not used. Rows are numbered as the spreadsheet numbers them.
     *
     * @param worksheets the only worksheets to read, even if they are hidden; if empty, all visible ones
     */
    public static List<SheetTable> read(
            InputFile file, List<String> worksheets, Predicate<List<String>> isHeader, Problems problems) {
        XlsxReader reader = new XlsxReader(file, isHeader, problems);
        FileKind kind = file.kind();
        if (kind != FileKind.WORKBOOK) {
            reader.error("file-kind", Text.of("不是 .xlsx，实际是%s；%s", "not .xlsx, but %s; %s", kind.words(), kind.cure()));
            return List.of();
        }
        Optional<XlsxScan> scan = XlsxGuard.check(file, problems);
        return scan.isEmpty() ? List.of() : reader.tables(worksheets, scan.get().hasStyles());
    }

    private static <T extends @Nullable Object> T library(Step<T> step) throws Unreadable {
        try {
            return step.take();
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(e);
        }
    }

    private List<SheetTable> tables(List<String> worksheets, boolean withFormats) {
        ReadingOptions options = new ReadingOptions(withFormats, true);
        try (ReadableWorkbook workbook =
                library(() -> new ReadableWorkbook(new ByteArrayInputStream(file.content()), options))) {
            return tables(workbook, chosen(workbook, worksheets));
        } catch (Unreadable | IOException e) {
            XlsxGuard.Fault fault = XlsxGuard.damaged(Text.of("部件缺失或不合格式", "parts are missing or malformed"));
            error(fault.code(), fault.text());
            return List.of();
        }
    }

    private void error(String code, Text message) {
        problems.error(code, place(""), message);
    }

    private CellPlace place(String worksheet) {
        return new CellPlace(file.name(), worksheet, 0, 0, 0, "");
    }

    private List<Sheet> chosen(ReadableWorkbook workbook, List<String> worksheets) {
        List<Sheet> all = workbook.getSheets().toList();
        if (!worksheets.isEmpty()) {
            return worksheets.stream()
                    .flatMap(name -> named(name, all).stream())
                    .distinct()
                    .toList();
        }
        List<Sheet> visible = new ArrayList<>();
        for (Sheet sheet : all) {
            if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                visible.add(sheet);
            } else {
                Text message = Text.of("隐藏的工作表，未使用", "the worksheet is hidden, not used");
                problems.note("hidden-worksheet", place(sheet.getName()), message);
            }
        }
        if (visible.isEmpty()) {
            error("no-worksheet", Text.of("没有可见的工作表", "there is no visible worksheet"));
        }
        return visible;
    }

    private Optional<Sheet> named(String worksheet, List<Sheet> all) {
        String wanted = Names.normalise(worksheet);
        Optional<Sheet> found = all.stream()
                .filter(sheet -> Names.normalise(sheet.getName()).equals(wanted))
                .findFirst();
        if (found.isEmpty()) {
            List<String> names = all.stream().map(Sheet::getName).toList();
            Text message = Text.of("没有工作表“%s”", "there is no worksheet \"%s\"", Width.visible(worksheet));
            error("unknown-worksheet", message.plus(Similar.suggestionAndList(worksheet, names)));
        }
        return found;
    }

    private List<SheetTable> tables(ReadableWorkbook workbook, List<Sheet> sheets) throws Unreadable {
        List<SheetTable> tables = new ArrayList<>();
        List<Worksheet> without = new ArrayList<>();
        boolean found = false;
        for (Sheet sheet : sheets) {
            Worksheet worksheet = new Worksheet(place(sheet.getName()), workbook.isDate1904());
            worksheet.read(sheet);
            if (worksheet.builder.hasHeader()) {
                found = true;
                worksheet.builder.finish(worksheet.whole).ifPresent(tables::add);
                problems.addAll(worksheet.own);
            } else if (!worksheet.first.isEmpty()) {
                without.add(worksheet);
            }
        }
        if (found) {
            Text message = Text.of("前 10 行没有表头，未使用", "there is no header in its first 10 rows, not used");
            without.forEach(one -> problems.note("worksheet-ignored", one.whole, message));
        } else if (!without.isEmpty()) {
            Worksheet one = without.get(0);
            Text message = Text.of(
                    "前 10 行没有找到表头；首行是“%s”",
                    "no header was found in the first 10 rows; the first is \"%s\"", SheetBuilder.title(one.first));
            problems.error("no-header", one.whole, message);
        } else if (!sheets.isEmpty()) {
            error("empty-file", Text.of("是空的，没有表头", "is empty, there is no header"));
        }
        return tables;
    }

    /** One worksheet while it is read. */
    private final class Worksheet {

        private final CellPlace whole;
        private final boolean since1904;
        private final Problems own = new Problems();
        private final SheetBuilder builder = new SheetBuilder(isHeader, true, own);
        private List<String> first = List.of();
        private int hidden;

        Worksheet(CellPlace whole, boolean since1904) {
            this.whole = whole;
            this.since1904 = since1904;
        }

        void read(Sheet sheet) throws Unreadable {
            try (Stream<Row> stream = library(sheet::openStream)) {
                Iterator<Row> rows = stream.iterator();
                int number = 0;
                while (builder.isWaiting() || builder.hasHeader()) {
                    if (!library(rows::hasNext)) {
                        break;
                    }
                    Row row = library(rows::next);
                    // Where rows are not numbered, the library counts from 0.
                    number = Math.max(row.getRowNum(), number + 1);
                    add(row, new CellPlace(whole.file(), whole.worksheet(), number, 0, 0, ""));
                }
            }
            if (hidden > 0) {
                own.note(
                        "hidden-rows",
                        whole,
                        Text.of("有 %s 行隐藏着，照样使用", "rows that are hidden are used too: %s", hidden));
            }
        }

        private void add(Row row, CellPlace place) throws Unreadable {
            List<String> texts = new ArrayList<>();
            int blanks = 0;
            for (Cell cell : row) {
                int column = texts.size() + blanks;
                String text = cell == null ? "" : text(cell, place.column(column + 1, builder.header(column)));
                if (text.isEmpty()) {
                    blanks++;
                    continue;
                }
                for (; blanks > 0; blanks--) {
                    texts.add("");
                }
                texts.add(text);
            }
            if (texts.size() > SheetTable.MAX_COLUMNS) {
                Text message = Text.of("超过 %s 列的上限", "more columns than the limit of %s", SheetTable.MAX_COLUMNS);
                own.error("too-many-columns", place.column(texts.size(), ""), message);
                return;
            }
            if (!texts.isEmpty()) {
                first = first.isEmpty() ? texts : first;
                hidden += row.isHidden() && builder.hasHeader() ? 1 : 0;
            }
            builder.add(place, texts);
        }

        private String text(Cell cell, CellPlace place) throws Unreadable {
            Object value = cell.getValue();
            String raw = cell.getRawValue();
            String text;
            if (value instanceof BigDecimal number) {
                text = number(cell, number);
            } else if (value instanceof Boolean truth) {
                text = truth ? "TRUE" : "FALSE";
            } else {
                text = raw == null ? "" : cell.getType() == CellType.ERROR ? raw : unescaped(raw);
            }
            if (raw == null && cell.getType() == CellType.FORMULA && cell.getFormula() != null) {
                own.error(
                        "formula-no-value",
                        place,
                        Text.of(
                                "公式没有存下结果；请在 Excel 或 WPS 中打开、重新计算并保存，或把公式改为数值",
                                "the formula has no saved result; open the file in Excel or WPS, recalculate and save"
                                        + " it, or replace the formula by its value"));
            } else if (text.length() > SheetTable.MAX_CELL) {
                own.error(
                        "cell-too-long",
                        place,
                        Text.of("单元格超过 %s 个字符的上限", "the cell has more than %s characters", SheetTable.MAX_CELL));
                return "";
            }
            return text;
        }

        private String number(Cell cell, BigDecimal number) throws Unreadable {
            Integer id = library(cell::getDataFormatId);
            String code = cell.getDataFormatString();
            return XlsxFormat.text(number, id == null ? 0 : id, code == null ? "" : code, since1904);
        }
    }

    private static String unescaped(String text) {
        return text.indexOf("_x") < 0
                ? text
                : ESCAPED.matcher(text).replaceAll(found -> {
                    char c = (char) Integer.parseInt(found.group(1), 16);
                    // Half of a character is none, and cannot be written again.
                    return Matcher.quoteReplacement(Character.isSurrogate(c) ? found.group() : "" + c);
                });
    }
}
