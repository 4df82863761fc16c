package guifan.report;

import guifan.diff.AreaLine;
import guifan.diff.AreaTrend;
import guifan.diff.Change;
import guifan.diff.Trends;
import guifan.diff.UnitDiff.Standing;
import guifan.diff.UnitTrend;
import guifan.diff.YearStep.Method;
import guifan.evaluate.Evaluation;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Names;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Says how results of several years compare; every output of trends takes its words and tables from here. */
final class TrendsWords {

    /** Between years whose rules differ: what changes there is not all work. */
    static final String BREAK = "‖";

    private static final String NONE = "–";

    private final Trends trends;

    TrendsWords(Trends trends) {
        this.trends = trends;
    }

    /** A table: its header first, and which columns are numbers. */
    record Table(List<List<Text>> rows, Set<Integer> numbers) {}

    Text title() {
        List<Text> years = new ArrayList<>();
        for (int i = 0; i < trends.years().size(); i++) {
            years.add(Text.of(year(i)));
        }
        return new Text("年度对比：", "Years compared: ").plus(Text.join(years, "、", ", "));
    }

    String year(int index) {
        return String.valueOf(trends.year(index));
    }

    /** Returns the years of a step, with the mark of how their methods compare. */
    String step(int index) {
        return year(index) + mark(index) + year(index + 1);
    }

    private String mark(int step) {
        return trends.steps().get(step).method() == Method.SAME ? "→" : BREAK;
    }

    /** Returns what each year was evaluated by, how each step compares, and what the marks mean. */
    List<Text> head() {
        List<Text> lines = new ArrayList<>();
        for (int i = 0; i < trends.years().size(); i++) {
            Evaluation result = trends.years().get(i);
            lines.add(Text.of("%s年度：", "%s: ", year(i))
                    .plus(StandardLine.brief(result.standard()))
                    .plus(Text.of("，%s", ", %s", result.stage().title())));
        }
        for (int i = 0; i < trends.steps().size(); i++) {
            lines.add(Text.of(
                    "%s：%s", "%s: %s", step(i), trends.steps().get(i).method().words()));
        }
        if (!trends.isBySameRules()) {
            lines.add(Text.of(
                    "%s 两侧的规则不同，其差不是工作变化；→ 两侧的规则相同",
                    "%s stands between years of other rules: the difference is not that of the work; → between years of the same",
                    BREAK));
        }
        return lines;
    }

    /** Returns ranks, totals, grades and the changes of totals of {@code units}. */
    Table standings(List<UnitTrend> units) {
        List<Text> header = new ArrayList<>(List.of(new Text("单位", "unit"), new Text("名次", "rank")));
        for (int i = 0; i < trends.years().size(); i++) {
            header.add(Text.of("%s得分", "%s total", year(i)));
        }
        header.add(new Text("等次", "grade"));
        int numbers = header.size();
        header.addAll(changeHeads());
        header.add(new Text("备注", "note"));
        List<List<Text>> rows = new ArrayList<>(List.of(header));
        for (UnitTrend unit : units) {
            List<Text> row = new ArrayList<>(List.of(Text.of(unit.unit()), ranks(unit)));
            for (int i = 0; i < trends.years().size(); i++) {
                row.add(total(unit, i));
            }
            row.add(grades(unit));
            row.addAll(changes(unit.totals(), this::points));
            row.add(note(unit));
            rows.add(row);
        }
        Set<Integer> right = between(2, 2 + trends.years().size());
        right.addAll(between(numbers, header.size() - 1));
        return new Table(rows, right);
    }

    Text ranks(UnitTrend unit) {
        return chain(i -> of(unit, i, Standing::rank).map(Rational::toString));
    }

    Text grades(UnitTrend unit) {
        return chain(i -> of(unit, i, one -> Optional.of(one.grade())).filter(grade -> !grade.isEmpty()));
    }

    Text total(UnitTrend unit, int year) {
        @Nullable Standing standing = unit.standing(year);
        if (standing == null) {
            return Text.of(NONE);
        }
        @Nullable Rounding rounding = trends.years().get(year).standard().finalRounding();
        return standing.totals()
                .map(totals -> Text.of(Figures.total(totals.finalTotal(), rounding)))
                .orElse(standing.result() == null ? Remarks.UNRATED : new Text("无得分", "no score"));
    }

    private static <T> Optional<T> of(UnitTrend unit, int year, Function<Standing, Optional<T>> part) {
        return Optional.ofNullable(unit.standing(year)).flatMap(part);
    }

    /** Returns what else has to be known of the years of a unit. */
    Text note(UnitTrend unit) {
        List<Text> notes = new ArrayList<>();
        for (int i = 0; i < trends.years().size(); i++) {
            int year = i;
            unit.years().get(i).ifPresent(one -> {
                if (!Names.normalise(one.name()).equals(Names.normalise(unit.unit()))) {
                    notes.add(Text.of("%1$s年名为%2$s", "%2$s in %1$s", year(year), one.name()));
                }
            });
            Optional<Text> remarks = of(unit, i, one -> Optional.ofNullable(one.result()))
                    .map(result -> Remarks.of(trends.years().get(year).standard(), result));
            remarks.filter(text -> !text.zh().isEmpty())
                    .ifPresent(text -> notes.add(Text.of("%s：%s", "%s: %s", year(year), text)));
        }
        return Text.join(notes, "；", "; ");
    }

    /** Returns what stands in each year, with the marks of the steps between them; once where nothing changes. */
    private Text chain(IntFunction<Optional<String>> part) {
        Set<String> different = new LinkedHashSet<>();
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < trends.years().size(); i++) {
            String shown = part.apply(i).orElse(NONE);
            different.add(shown);
            chain.append(i == 0 ? "" : mark(i - 1)).append(shown);
        }
        return Text.of(different.size() == 1 ? different.iterator().next() : chain.toString());
    }

    /** Returns the headings of what a step changes: its work, and where the rules differ what is not work. */
    List<Text> changeHeads() {
        List<Text> heads = new ArrayList<>();
        for (int i = 0; i < trends.steps().size(); i++) {
            Method method = trends.steps().get(i).method();
            if (method != Method.BROKEN) {
                heads.add(Text.of("%s工作", "%s work", step(i)));
            }
            if (method == Method.CROSSWALK) {
                heads.add(Text.of("%s标准", "%s standard", step(i)));
            }
            if (method != Method.SAME) {
                heads.add(Text.of("%s不可比", "%s not comparable", step(i)));
            }
        }
        return heads;
    }

    private List<Text> changes(List<Optional<Change>> changes, Function<Rational, String> shown) {
        List<Text> cells = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            for (Rational part : parts(i, changes.get(i).orElse(null))) {
                cells.add(Text.of(part == null ? "" : shown.apply(part)));
            }
        }
        return cells;
    }

    /** Returns the parts of a change that have a column, null where there is no change. */
    List<@Nullable Rational> parts(int step, @Nullable Change change) {
        List<@Nullable Rational> parts = new ArrayList<>();
        Method method = trends.steps().get(step).method();
        if (method != Method.BROKEN) {
            parts.add(change == null ? null : change.work());
        }
        if (method == Method.CROSSWALK) {
            parts.add(change == null ? null : change.standard());
        }
        if (method != Method.SAME) {
            parts.add(change == null ? null : change.incomparable());
        }
        return parts;
    }

    /** Returns a change of a total with the decimals of the latest totals. */
    String points(Rational change) {
        @Nullable
        Rounding rounding =
                trends.years().get(trends.years().size() - 1).standard().finalRounding();
        return signed(change, Figures.total(change.abs(), rounding));
    }

    /** Returns a change of a rate in points of a percent, to a tenth. */
    static String percentPoints(Rational change) {
        return signed(change, HtmlMeans.percent(change.abs()));
    }

    /** What is shown as nothing has no sign. */
    private static String signed(Rational value, String amount) {
        boolean nothing = amount.chars().allMatch(c -> c == '0' || c == '.');
        return (nothing ? "" : value.signum() > 0 ? "+" : "−") + amount;
    }

    /** Returns the mean rates of each line of areas, and what changed them. */
    Table means() {
        return rates(new Text("方面", "area"), trends.means());
    }

    /** Returns the rates of one unit in each line of areas, and what changed them. */
    Table areas(UnitTrend unit) {
        return rates(new Text("方面", "area"), unit.areas());
    }

    private Table rates(Text first, List<AreaTrend> areas) {
        List<Text> header = new ArrayList<>(List.of(first));
        for (int i = 0; i < trends.years().size(); i++) {
            header.add(Text.of("%s（%%）", "%s (%%)", year(i)));
        }
        header.addAll(changeHeads());
        List<List<Text>> rows = new ArrayList<>(List.of(header));
        for (int line = 0; line < areas.size(); line++) {
            List<Text> row = new ArrayList<>(List.of(trends.areas().get(line).name()));
            for (int i = 0; i < trends.years().size(); i++) {
                boolean there = !trends.areas().get(line).ids(i).isEmpty();
                row.add(areas.get(line)
                        .rates()
                        .get(i)
                        .map(rate -> Text.of(HtmlMeans.percent(rate)))
                        .orElse(there ? new Text("不适用", "n/a") : Text.of(NONE)));
            }
            row.addAll(changes(areas.get(line).changes(), TrendsWords::percentPoints));
            rows.add(row);
        }
        return new Table(rows, between(1, header.size()));
    }

    /** Returns the rates of {@code units} in all lines of areas, the years in one cell. */
    Table cells(List<UnitTrend> units) {
        List<Text> header = new ArrayList<>(List.of(new Text("单位", "unit")));
        trends.areas().forEach(line -> header.add(line.shortName()));
        List<List<Text>> rows = new ArrayList<>(List.of(header));
        for (UnitTrend unit : units) {
            List<Text> row = new ArrayList<>(List.of(Text.of(unit.unit())));
            unit.areas().forEach(area -> row.add(chain(i -> area.rates().get(i).map(HtmlMeans::percent))));
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

    /** Returns which areas go on under another name, in several, or not at all. */
    List<Text> regrouped() {
        List<Text> lines = new ArrayList<>();
        for (AreaLine line : trends.areas()) {
            List<Text> years = new ArrayList<>();
            for (int i = 0; i < trends.years().size(); i++) {
                Text name = line.name(i);
                if (!name.equals(line.name())) {
                    years.add(
                            name.zh().isEmpty()
                                    ? Text.of("%s年没有", "none in %s", year(i))
                                    : Text.of("%1$s年为%2$s", "%2$s in %1$s", year(i), name));
                }
            }
            if (!years.isEmpty()) {
                lines.add(line.name().plus(new Text("：", ": ")).plus(Text.join(years, "，", ", ")));
            }
        }
        return lines;
    }
}
