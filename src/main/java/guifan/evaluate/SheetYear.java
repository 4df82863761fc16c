package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.SheetCell;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.source.Text;
import guifan.source.Width;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the year that sheets are about. */
final class SheetYear {

    private SheetYear() {}

    /** Reports what states another year than the one that is evaluated. */
    static void check(List<SheetTable> tables, int evaluated, Problems problems) {
        stated(tables, problems).forEach((year, place) -> {
            if (year != evaluated) {
                problems.error(
                        "year",
                        place,
                        Text.of(
                                "填报表写的是 %s 年度，评的却是 %s 年度；请核对填报表或 --year",
                                "the sheet states %s, but %s is evaluated; check the sheet or --year",
                                year,
                                evaluated));
            }
        });
    }

    /** Returns the year that the sheets state, if they state one; more than one is reported. */
    static Optional<Integer> of(List<SheetTable> tables, Problems problems) {
        Map<Integer, CellPlace> years = stated(tables, problems);
        if (years.size() > 1) {
            List<Integer> all = List.copyOf(years.keySet());
            problems.error(
                    "year",
                    Objects.requireNonNull(years.get(all.get(1))),
                    Text.of("填报表中有两个年度：%s 和 %s", "the sheets state two years: %s and %s", all.get(0), all.get(1)));
        }
        return years.keySet().stream().findFirst();
    }

    /** Returns the years that the sheets state, with the first place of each. */
    private static Map<Integer, CellPlace> stated(List<SheetTable> tables, Problems problems) {
        Map<Integer, CellPlace> years = new LinkedHashMap<>();
        for (SheetTable table : tables) {
            for (int i = 0; i < table.header().size(); i++) {
                if (Columns.own(table.header().get(i)).equals(Columns.YEAR)) {
                    for (SheetRow row : table.rows()) {
                        read(row.cell(i), years, problems);
                    }
                }
            }
            if (RowSheet.isOfOneUnit(table.header())) {
                new TitleBlock(table).value(Columns.YEAR).ifPresent(cell -> read(cell, years, problems));
            }
        }
        return years;
    }

    private static void read(SheetCell cell, Map<Integer, CellPlace> years, Problems problems) {
        String text = Numerals.fold(cell.text()).strip().replaceAll("年度?$", "");
        if (text.matches("[12][0-9]{3}")) {
            years.putIfAbsent(Integer.valueOf(text), cell.place());
        } else if (!text.isEmpty()) {
            problems.error(
                    "year",
                    cell.place(),
                    Text.of("“%s”不是年度，应如 2019", "\"%s\" is no year such as 2019", Width.visible(text)));
        }
    }
}
