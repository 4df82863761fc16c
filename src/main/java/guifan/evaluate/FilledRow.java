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

/**
 * A row of a file that records what somebody answers for (manual changes, decisions), all of whose required cells are
 * filled.
 *
 * @param place the place of the row
 * @param cells the cells of the required and the optional columns, by column
 */
record FilledRow(CellPlace place, Map<String, SheetCell> cells) {

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");

    /**
     * The columns of such a file.
     *
     * @param file what it is called
     * @param required the columns that it has to have
     * @param optional the columns that it may have
     * @param cures what to write where there is nothing to say, by required column
     */
    record Columns(Text file, List<String> required, List<String> optional, Map<String, Text> cures) {

        /** Returns the rows that are complete; a missing column and each blank cell are reported. */
        List<FilledRow> read(SheetTable table, Problems problems) {
            Map<String, Integer> columns = new HashMap<>();
            for (int i = 0; i < table.header().size(); i++) {
                columns.putIfAbsent(Names.normalise(table.header().get(i)), i);
            }
            List<String> missing =
                    required.stream().filter(name -> !columns.containsKey(name)).toList();
            if (!missing.isEmpty()) {
                problems.error(
                        "missing-column",
                        table.place(),
                        Text.of(
                                "缺少以下各列：%s；%s应有：%s",
                                "columns are missing: %s; %s has %s", Text.list(missing), file, Text.list(required)));
                return List.of();
            }
            List<FilledRow> rows = new ArrayList<>();
            table.rows().forEach(row -> read(row, columns, problems).ifPresent(rows::add));
            return rows;
        }

        private Optional<FilledRow> read(SheetRow row, Map<String, Integer> columns, Problems problems) {
            Map<String, SheetCell> cells = new LinkedHashMap<>();
            boolean complete = true;
            for (String name : required) {
                SheetCell cell = row.cell(columns.getOrDefault(name, 0));
                cells.put(name, cell);
                if (cell.isBlank()) {
                    complete = false;
                    problems.error("blank", cell.place(), cures.getOrDefault(name, new Text("必须填写", "is required")));
                }
            }
            for (String name : optional) {
                Integer column = columns.get(name);
                cells.put(name, column == null ? new SheetCell("", row.place()) : row.cell(column));
            }
            return complete ? Optional.of(new FilledRow(row.place(), cells)) : Optional.empty();
        }
    }

    /** Returns what the cell of a column says. */
    String text(String column) {
        return cell(column).text();
    }

    /** Returns where the cell of a column is. */
    CellPlace place(String column) {
        return cell(column).place();
    }

    /** Returns the day that the cell of a column says, in ISO form; another text is reported. */
    Optional<String> day(String column, Problems problems) {
        Matcher matcher = DAY.matcher(Numerals.fold(text(column)).strip());
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
                place(column),
                Text.of("“%s”不是日期，应如 2019-12-05", "\"%s\" is no date such as 2019-12-05", text(column)));
        return Optional.empty();
    }

    private SheetCell cell(String column) {
        return Objects.requireNonNull(cells.get(column));
    }
}
