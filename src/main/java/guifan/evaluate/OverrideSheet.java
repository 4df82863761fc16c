package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.SheetCell;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.source.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the file of manual changes: every column but 子项 is required, and none of its cells may be blank. */
final class OverrideSheet {

    static final String UNIT = "单位";
    static final String INDICATOR = "指标";
    static final String ITEM = "子项";
    static final String WAS = "原值";
    static final String NOW = "新值";

    private static final String REASON = "理由";
    private static final String APPROVED_BY = "批准人";
    private static final String DATE = "日期";
    private static final String DOCUMENT = "文号";
    private static final List<String> REQUIRED =
            List.of(UNIT, INDICATOR, WAS, NOW, REASON, APPROVED_BY, DATE, DOCUMENT);
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    /**
     * One line of the file.
     *
     * @param cells what it says, by column, the optional one included
     * @param date the day, in ISO form
     */
    record Line(Map<String, SheetCell> cells, String date) {

        String text(String column) {
            return cell(column).text();
        }

        CellPlace place(String column) {
            return cell(column).place();
        }

        private SheetCell cell(String column) {
            return Objects.requireNonNull(cells.get(column));
        }

        Overrides.Change change(String unit, String question) {
            return new Overrides.Change(
                    unit,
                    question,
                    text(ITEM),
                    text(WAS),
                    text(NOW),
                    text(REASON),
                    text(APPROVED_BY),
                    date,
                    text(DOCUMENT));
        }
    }

    private final SheetTable table;
    private final Problems problems;

    private OverrideSheet(SheetTable table, Problems problems) {
        this.table = table;
        this.problems = problems;
    }

    /** Returns whether a record is the header of such a file. */
    static boolean isHeader(List<String> cells) {
        List<String> names = cells.stream().map(Names::normalise).toList();
        return names.contains(WAS) && names.contains(NOW);
    }

    /** Returns the lines that are complete; the others are reported. */
    static List<Line> read(SheetTable table, Problems problems) {
        return new OverrideSheet(table, problems).lines();
    }

    private List<Line> lines() {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < table.header().size(); i++) {
            columns.putIfAbsent(Names.normalise(table.header().get(i)), i);
        }
        List<String> missing =
                REQUIRED.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            problems.error(
                    "missing-column",
                    table.place(),
                    Text.of(
                            "缺少以下各列：%s；更正文件应有：%s",
                            "columns are missing: %s; a file of manual changes has %s",
                            String.join("、", missing),
                            String.join("、", REQUIRED)));
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        for (SheetRow row : table.rows()) {
            line(row, columns).ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<Line> line(SheetRow row, Map<String, Integer> columns) {
        Map<String, SheetCell> cells = new LinkedHashMap<>();
        boolean complete = true;
        for (String name : REQUIRED) {
            SheetCell cell = row.cell(columns.getOrDefault(name, 0));
            cells.put(name, cell);
            if (cell.isBlank()) {
                complete = false;
                problems.error(
                        "blank",
                        cell.place(),
                        name.equals(WAS)
                                ? Text.of("必须填写；填报表中未填的请写“未填”", "is required; write 未填 where the sheet is blank")
                                : Text.of("必须填写", "is required"));
            }
        }
        Integer item = columns.get(ITEM);
        cells.put(ITEM, item == null ? new SheetCell("", row.place()) : row.cell(item));
        Optional<String> date = complete ? date(Objects.requireNonNull(cells.get(DATE)), problems) : Optional.empty();
        return date.map(day -> new Line(cells, day));
    }

    /** Returns the day that a cell says, in ISO form; another text is reported. */
    static Optional<String> date(SheetCell cell, Problems problems) {
        Matcher matcher = DAY.matcher(Numerals.fold(cell.text()).strip());
        try {
            if (matcher.matches()) {
                return Optional.of(LocalDate.of(
                                Integer.parseInt(matcher.group(1)),
                                Integer.parseInt(matcher.group(2)),
                                Integer.parseInt(matcher.group(3)))
                        .toString());
            }
        } catch (DateTimeException e) { // no such day, which is told below
        }
        problems.error(
                "date",
                cell.place(),
                Text.of("“%s”不是日期，应如 2019-12-05", "\"%s\" is no date such as 2019-12-05", cell.text()));
        return Optional.empty();
    }
}
