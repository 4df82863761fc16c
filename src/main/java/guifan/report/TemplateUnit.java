package guifan.report;

import guifan.source.Names;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.SheetCell;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.source.Text;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A unit that a sheet is made for.
 *
 * @param name its name, empty where the sheet is for any unit of its kind
 */
public record TemplateUnit(String name, String kind) {

    private record Ordered(TemplateUnit unit, int order) {}

    /** Returns the units of a roster by its order; what is wrong with it goes to {@code problems}. */
    public static List<TemplateUnit> read(SheetTable roster, Standard standard, Problems problems) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < roster.header().size(); i++) {
            columns.putIfAbsent(Names.normalise(roster.header().get(i)), i);
        }
        Integer name = columns.get("单位");
        Integer kind = columns.get("类别");
        boolean oneKind = standard.kinds().size() == 1;
        if (name == null || (kind == null && !oneKind)) {
            problems.error(
                    "roster-columns",
                    roster.place(),
                    Text.of("名册应有“单位”“类别”两列", "a roster needs the columns 单位 (unit) and 类别 (kind)"));
            return List.of();
        }
        List<Ordered> units = new ArrayList<>();
        Map<String, SheetRow> seen = new HashMap<>();
        for (SheetRow row : roster.rows()) {
            String unit = row.cell(name).text();
            String said =
                    kind == null ? standard.kinds().get(0) : row.cell(kind).text();
            if (unit.isEmpty()) {
                problems.error("no-unit", row.place(), Text.of("没有填单位", "the unit is missing"));
            } else if (seen.putIfAbsent(Names.normalise(unit), row) != null) {
                problems.error(
                        "duplicate-unit",
                        row.cell(name).place(),
                        Text.of("单位“%s”重复", "unit \"%s\" appears twice", unit));
            } else if (!standard.kinds().contains(said)) {
                problems.error(
                        "unknown-kind",
                        kind == null ? row.place() : row.cell(kind).place(),
                        Text.of(
                                "“%s”不是类别，应为 %s",
                                "\"%s\" is no kind, expected %s", said, String.join("、", standard.kinds())));
            }
            units.add(new Ordered(new TemplateUnit(unit, said), order(row, columns, problems)));
        }
        units.sort(Comparator.comparingInt(Ordered::order)); // units without an order keep theirs, at the end
        return units.stream().map(Ordered::unit).toList();
    }

    private static int order(SheetRow row, Map<String, Integer> columns, Problems problems) {
        Integer column = columns.get("顺序");
        if (column == null || row.cell(column).isBlank()) {
            return Integer.MAX_VALUE;
        }
        SheetCell cell = row.cell(column);
        String text = Numerals.fold(cell.text()).strip();
        if (!text.matches("[0-9]{1,9}")) {
            problems.error("not-whole", cell.place(), Text.of("“%s”不是顺序号", "\"%s\" is no ordinal number", text));
            return Integer.MAX_VALUE;
        }
        return Integer.parseInt(text);
    }
}
