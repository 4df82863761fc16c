package guifan.report;

import guifan.diff.AreaTrend;
import guifan.diff.Change;
import guifan.diff.Trends;
import guifan.diff.UnitDiff.Standing;
import guifan.diff.UnitTrend;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Results of several years as one table for spreadsheets: a row for the total of each unit and for each of its areas.
 * Numbers have six decimals where they have no end.
 */
public final class TrendsTable {

    private final Trends trends;
    private final Language language;
    private final List<List<String>> rows = new ArrayList<>();

    private TrendsTable(Trends trends, Language language) {
        this.trends = trends;
        this.language = language;
    }

    /**
     * Writes CSV.
     *
     * @param shown the units to write, none for all and their means
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(Trends trends, List<UnitTrend> shown, Language language, Appendable out)
            throws IOException {
        TrendsTable table = new TrendsTable(trends, language);
        table.header();
        (shown.isEmpty() ? trends.units() : shown).forEach(table::unit);
        if (shown.isEmpty()) {
            table.areas(table.say("（平均）", "(mean)"), trends.means());
        }
        CsvTable.writeSafe(table.rows, out);
    }

    private String say(String zh, String en) {
        return new Text(zh, en).in(language);
    }

    private void header() {
        List<String> header = new ArrayList<>(List.of(say("单位", "unit"), say("方面", "area")));
        for (int i = 0; i < trends.years().size(); i++) {
            int year = trends.year(i);
            header.add(year + say("名次", " rank"));
            header.add(year + say("等次", " grade"));
            header.add(year + say("得分", " total"));
            header.add(year + say("得分率（%）", " rate (%)"));
        }
        for (int i = 0; i < trends.steps().size(); i++) {
            String step = trends.year(i) + "→" + trends.year(i + 1);
            header.add(step + say("规则", " rules"));
            header.add(step + say("增减", " change"));
            header.add(step + say("工作", " work"));
            header.add(step + say("标准", " standard"));
            header.add(step + say("不可比", " not comparable"));
        }
        rows.add(header);
    }

    private void unit(UnitTrend unit) {
        List<String> row = new ArrayList<>(List.of(CsvTable.text(unit.unit()), say("合计", "total")));
        for (int i = 0; i < trends.years().size(); i++) {
            Optional<Standing> standing = Optional.ofNullable(unit.standing(i));
            row.add(standing.flatMap(Standing::rank).map(CsvTable::number).orElse(""));
            row.add(standing.map(Standing::grade).map(CsvTable::text).orElse(""));
            row.add(standing.flatMap(Standing::totals)
                    .map(Totals::finalTotal)
                    .map(CsvTable::number)
                    .orElse(""));
            row.add("");
        }
        changes(unit.totals(), Rational.ONE, row);
        rows.add(row);
        areas(CsvTable.text(unit.unit()), unit.areas());
    }

    private void areas(String unit, List<AreaTrend> areas) {
        for (int line = 0; line < areas.size(); line++) {
            String name = trends.areas().get(line).name().in(language);
            List<String> row = new ArrayList<>(List.of(unit, CsvTable.text(name)));
            for (Optional<Rational> rate : areas.get(line).rates()) {
                row.addAll(List.of("", "", ""));
                row.add(rate.map(one -> CsvTable.number(one.times(Rational.HUNDRED)))
                        .orElse(""));
            }
            changes(areas.get(line).changes(), Rational.HUNDRED, row);
            rows.add(row);
        }
    }

    private void changes(List<Optional<Change>> changes, Rational measure, List<String> row) {
        for (int i = 0; i < changes.size(); i++) {
            row.add(
                    switch (trends.steps().get(i).method()) {
                        case SAME -> say("相同", "same");
                        case CROSSWALK -> say("不同", "other");
                        case BROKEN -> say("不可比", "not comparable");
                    });
            Optional<Change> change = changes.get(i);
            row.add(change.map(one -> number(one.difference(), measure)).orElse(""));
            row.add(change.map(one -> number(one.work(), measure)).orElse(""));
            row.add(change.map(one -> number(one.standard(), measure)).orElse(""));
            row.add(change.map(one -> number(one.incomparable(), measure)).orElse(""));
        }
    }

    private static String number(Rational value, Rational measure) {
        return CsvTable.number(value.times(measure));
    }
}
