package guifan.report;

import guifan.diff.AreaTrend;
import guifan.diff.Change;
import guifan.diff.Trends;
import guifan.diff.UnitTrend;
import guifan.number.Rational;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The tables of results of several years. */
public final class TrendsTables {

    private final Trends trends;
    private final TrendsWords words;

    public TrendsTables(Trends trends) {
        this.trends = trends;
        this.words = new TrendsWords(trends);
    }

    /** A table: its header first, and which columns are numbers. */
    public record Table(List<List<Text>> rows, Set<Integer> numbers) {}

    /** Returns what each year was evaluated by, and how each compares with the next. */
    public List<Text> head() {
        return words.head();
    }

    /** Returns which areas go on under another name, in several, or not at all. */
    public List<Text> regrouped() {
        return words.regrouped();
    }

    /** Returns ranks, totals, grades and the changes of totals of {@code units}. */
    public Table standings(List<UnitTrend> units) {
        List<Text> header = new ArrayList<>(List.of(new Text("单位", "unit"), new Text("名次", "rank")));
        for (int i = 0; i < trends.years().size(); i++) {
            header.add(Text.of("%s得分", "%s total", words.year(i)));
        }
        header.add(new Text("等次", "grade"));
        int numbers = header.size();
        header.addAll(words.changeHeads());
        header.add(new Text("备注", "note"));
        List<List<Text>> rows = new ArrayList<>(List.of(header));
        for (UnitTrend unit : units) {
            List<Text> row = new ArrayList<>(List.of(Text.of(unit.unit()), words.ranks(unit)));
            for (int i = 0; i < trends.years().size(); i++) {
                row.add(words.total(unit, i));
            }
            row.add(words.grades(unit));
            row.addAll(changes(unit.totals(), words::points));
            row.add(words.note(unit));
            rows.add(row);
        }
        Set<Integer> right = between(2, 2 + trends.years().size());
        right.addAll(between(numbers, header.size() - 1));
        return new Table(rows, right);
    }

    private List<Text> changes(List<Optional<Change>> changes, Function<Rational, String> shown) {
        List<Text> cells = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            for (Rational part : words.parts(i, changes.get(i).orElse(null))) {
                cells.add(Text.of(part == null ? "" : shown.apply(part)));
            }
        }
        return cells;
    }

    /** Returns the mean rates of each line of areas, and what changed them. */
    public Table means() {
        return rates(new Text("方面", "area"), trends.means());
    }

    /** Returns the rates of one unit in each line of areas, and what changed them. */
    Table areas(UnitTrend unit) {
        return rates(new Text("方面", "area"), unit.areas());
    }

    private Table rates(Text first, List<AreaTrend> areas) {
        List<Text> header = new ArrayList<>(List.of(first));
        for (int i = 0; i < trends.years().size(); i++) {
            header.add(Text.of("%s（%%）", "%s (%%)", words.year(i)));
        }
        header.addAll(words.changeHeads());
        List<List<Text>> rows = new ArrayList<>(List.of(header));
        for (int line = 0; line < areas.size(); line++) {
            List<Text> row = new ArrayList<>(List.of(trends.areas().get(line).name()));
            for (int i = 0; i < trends.years().size(); i++) {
                boolean there = !trends.areas().get(line).ids(i).isEmpty();
                row.add(areas.get(line)
                        .rates()
                        .get(i)
                        .map(rate -> Text.of(HtmlMeans.percent(rate)))
                        .orElse(there ? new Text("不适用", "n/a") : Text.of(TrendsWords.NONE)));
            }
            row.addAll(changes(areas.get(line).changes(), TrendsWords::percentPoints));
            rows.add(row);
        }
        return new Table(rows, between(1, header.size()));
    }

    /** Returns the rates of {@code units} in all lines of areas, the years in one cell. */
    public Table cells(List<UnitTrend> units) {
        List<Text> header = new ArrayList<>(List.of(new Text("单位", "unit")));
        trends.areas().forEach(line -> header.add(line.shortName()));
        List<List<Text>> rows = new ArrayList<>(List.of(header));
        for (UnitTrend unit : units) {
            List<Text> row = new ArrayList<>(List.of(Text.of(unit.unit())));
            unit.areas()
                    .forEach(
                            area -> row.add(words.chain(i -> area.rates().get(i).map(HtmlMeans::percent))));
            rows.add(row);
        }
        return new Table(rows, Set.of());
    }

    private static Set<Integer> between(int from, int to) {
        Set<Integer> columns = new LinkedHashSet<>();
        for (int i = from; i < to; i++) {
            columns.add(i);
        }
        return columns;
    }
}
