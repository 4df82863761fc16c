package guifan.report;

import guifan.diff.AreaLine;
import guifan.diff.Change;
import guifan.diff.Effect;
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
import java.util.Collections;
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

    static final String NONE = "–";

    private final Trends trends;

    TrendsWords(Trends trends) {
        this.trends = trends;
    }

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
                    "%s stands between years of other rules: the difference is not that of the work; → between years"
                            + " of the same",
                    BREAK));
        }
        lines.add(new Text("名次、等次只写一个的，各年相同", "a rank or grade that stands alone is that of all the years"));
        return lines;
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
    Text chain(IntFunction<Optional<String>> part) {
        Set<String> different = new LinkedHashSet<>();
        StringBuilder chain = new StringBuilder();
        for (int i = 0; i < trends.years().size(); i++) {
            String shown = part.apply(i).orElse(NONE);
            different.add(shown);
            chain.append(i == 0 ? "" : mark(i - 1)).append(shown);
        }
        return Text.of(different.size() == 1 ? different.iterator().next() : chain.toString());
    }

    /** Returns the headings of what the steps change: its work, and where the rules differ what is not work. */
    List<Text> changeHeads() {
        List<Text> heads = new ArrayList<>();
        for (int i = 0; i < trends.steps().size(); i++) {
            for (Text part : partNames(trends.steps().get(i).method())) {
                heads.add(Text.of("%s%s", "%s %s", step(i), part));
            }
        }
        return heads;
    }

    /** Returns the names of the parts of a change that can be told. */
    static List<Text> partNames(Method method) {
        Text work = Effect.WORK.words();
        Text incomparable = Effect.INCOMPARABLE.words();
        return switch (method) {
            case SAME -> List.of(work);
            case CROSSWALK -> List.of(work, new Text("标准", "standard"), incomparable);
            case BROKEN -> List.of(incomparable);
        };
    }

    /** Returns the parts of a change that {@link #partNames} names, null where there is no change. */
    List<@Nullable Rational> parts(int step, @Nullable Change change) {
        Method method = trends.steps().get(step).method();
        if (change == null) {
            return Collections.nCopies(partNames(method).size(), null);
        }
        return switch (method) {
            case SAME -> List.of(change.work());
            case CROSSWALK -> List.of(change.work(), change.standard(), change.incomparable());
            case BROKEN -> List.of(change.incomparable());
        };
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
