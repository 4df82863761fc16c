package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.SheetTable;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    private static final FilledRow.Columns COLUMNS = new FilledRow.Columns(
            new Text("更正文件", "a file of manual changes"),
            List.of(UNIT, INDICATOR, WAS, NOW, REASON, APPROVED_BY, DATE, DOCUMENT),
            List.of(ITEM),
            Map.of(WAS, new Text("必须填写；填报表中未填的请写“未填”", "is required; write 未填 where the sheet is blank")));

    private OverrideSheet() {}

    /**
     * One line of the file.
     *
     * @param row what it says
     * @param date the day, in ISO form
     */
    record Line(FilledRow row, String date) {

        String text(String column) {
            return row.text(column);
        }

        CellPlace place(String column) {
            return row.place(column);
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

    /** Returns whether a record is the header of such a file. */
    static boolean isHeader(List<String> cells) {
        return cells.stream().map(Names::normalise).toList().containsAll(List.of(WAS, NOW));
    }

    /** Returns the lines that are complete; the others are reported. */
    static List<Line> read(SheetTable table, Problems problems) {
        List<Line> lines = new ArrayList<>();
        for (FilledRow row : COLUMNS.read(table, problems)) {
            row.day(DATE, problems).ifPresent(day -> lines.add(new Line(row, day)));
        }
        return lines;
    }
}
