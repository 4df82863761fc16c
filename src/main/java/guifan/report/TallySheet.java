package guifan.report;

import guifan.evaluate.Activity;
import guifan.evaluate.ActivityTally;
import guifan.evaluate.ActivityTally.Counted;
import guifan.rule.Item;
import guifan.standard.Blank;
import guifan.standard.BlankColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sheet that follows from an activity log, with blanks for all that no log tells. */
public final class TallySheet {

    private TallySheet() {}

    /** Writes the sheet with a row per unit, as CSV that evaluation reads. */
    public static void write(ActivityTally tally, Appendable out) throws IOException {
        List<BlankColumn> columns = BlankColumn.of(tally.standard(), Blank.assessors(tally.standard()));
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("单位", "类别", "年度"));
        columns.forEach(column -> header.add(column.heading()));
        rows.add(header);
        for (Map.Entry<String, String> unit : tally.units().entrySet()) {
            List<String> row = new ArrayList<>(List.of(unit.getKey(), unit.getValue(), String.valueOf(tally.year())));
            columns.forEach(column -> row.add(column.cell(unit.getValue())
                    .map(blank -> tally.cell(unit.getKey(), blank).orElse(""))
                    .orElse(Template.NOT_APPLICABLE)));
            rows.add(row);
        }
        CsvTable.write(rows, out);
    }

    /** Writes the activities behind every count, so that each can be checked against the log. */
    public static void writeEntries(ActivityTally tally, Appendable out) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("指标代码", "指标", "子项", "单位", "日期", "形式", "主题", "佐证", "出处"));
        for (Counted counted : tally.counted()) {
            Activity activity = counted.activity();
            rows.add(List.of(
                    counted.indicator().id(),
                    counted.indicator().base().name(),
                    item(counted),
                    activity.unit(),
                    activity.date().toString(),
                    activity.form(),
                    activity.title(),
                    activity.evidence(),
                    activity.place().words().zh()));
        }
        CsvTable.write(rows, out);
    }

    private static String item(Counted counted) {
        return counted.indicator().base().items().stream()
                .filter(item -> !item.id().isEmpty() && item.id().equals(counted.item()))
                .map(Item::name)
                .findFirst()
                .orElse("");
    }
}
