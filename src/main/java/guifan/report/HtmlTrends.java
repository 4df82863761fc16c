package guifan.report;

import guifan.diff.AreaTrend;
import guifan.diff.Change;
import guifan.diff.Trends;
import guifan.diff.UnitDiff.Standing;
import guifan.diff.UnitTrend;
import guifan.diff.YearStep.Method;
import guifan.evaluate.Evaluation;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.report.HtmlArticles.Article;
import guifan.report.HtmlTable.Column;
import guifan.report.HtmlViews.View;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Results of several years side by side, as a page for the browser. */
public final class HtmlTrends {

    private static final Text PERCENT = new Text("（%）", " (%)");

    private final Trends trends;
    private final List<UnitTrend> shown;
    private final TrendsWords words;

    private HtmlTrends(Trends trends, List<UnitTrend> shown) {
        this.trends = trends;
        this.shown = shown.isEmpty() ? trends.units() : shown;
        this.words = new TrendsWords(trends);
    }

    /**
     * Writes the page.
     *
     * @param shown the units to write, none for all
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(Trends trends, List<UnitTrend> shown, Language language, Appendable out)
            throws IOException {
        HtmlTrends page = new HtmlTrends(trends, shown);
        List<View> views = List.of(
                new View("ranks", new Text("名次", "Ranks"), page::ranks),
                new View("totals", new Text("得分增减", "Totals"), page::totals),
                new View("areas", new Text("各方面得分率", "Areas"), page::areas),
                new View("units", new Text("各单位", "Units"), page::units),
                new View("about", HtmlSources.NAME, page::about));
        HtmlViews.write(page.words.title(), page.words.head(), views, language, out);
    }

    private int years() {
        return trends.years().size();
    }

    /** Returns before which years the rules changed. */
    private List<Integer> breaks() {
        return IntStream.range(0, trends.steps().size())
                .filter(i -> trends.steps().get(i).method() != Method.SAME)
                .mapToObj(i -> i + 1)
                .toList();
    }

    private static List<Integer> columns(int from, int number) {
        return IntStream.range(from, from + number).boxed().toList();
    }

    private void ranks(Html html) {
        Text title = new Text("各单位历年名次", "Ranks of all units");
        html.element("p", HtmlTable.MOVES, "class", "fine");
        HtmlTable.figure(html, "slope", title, columns(1, years()), breaks());
        List<Column> columns = new ArrayList<>(List.of(HtmlTable.words("单位", "unit")));
        for (int i = 0; i < years(); i++) {
            columns.add(new Column(Text.of(words.year(i)), Text.of(""), true));
        }
        columns.add(HtmlTable.words("等次", "grade"));
        columns.add(HtmlTable.words("备注", "note"));
        HtmlTable.start(html, title, columns, "class", "list ranks");
        for (int i = 0; i < shown.size(); i++) {
            UnitTrend unit = shown.get(i);
            unit(html, i);
            for (int year = 0; year < years(); year++) {
                Optional<Rational> rank =
                        Optional.ofNullable(unit.standing(year)).flatMap(Standing::rank);
                number(rank, Rational.ONE, Rational::toString, html);
            }
            html.element("td", words.grades(unit), "class", "t").element("td", words.note(unit), "class", "note");
            html.close();
        }
        HtmlTable.end(html);
        html.close();
    }

    /** Opens a row with the name of a unit, which leads to its page. */
    private void unit(Html html, int index) {
        html.open("tr").open("th", "scope", "row");
        html.open("a", "href", "#" + HtmlArticles.id(index))
                .name(shown.get(index).unit());
        html.close().close();
    }

    private static void number(
            Optional<Rational> value, Rational measure, Function<Rational, String> shown, Html html) {
        if (value.isPresent()) {
            html.number(value.get().times(measure), shown.apply(value.get()));
        } else {
            html.element("td", "–", "class", "n");
        }
    }

    private void totals(Html html) {
        html.element("p", TrendsPage.READ_STANDINGS, "class", "fine");
        for (int step = 0; step < trends.steps().size(); step++) {
            totals(step, html);
        }
    }

    private void totals(int step, Html html) {
        Text title = Text.of("%s：", "%s: ", words.step(step))
                .plus(trends.steps().get(step).method().words());
        List<Column> columns = new ArrayList<>(List.of(HtmlTable.words("单位", "unit")));
        columns.add(new Column(Text.of("%s得分", "%s total", words.year(step)), Text.of(""), true));
        parts(step).forEach(name -> columns.add(new Column(name, Text.of(""), true)));
        columns.add(new Column(Text.of("%s得分", "%s total", words.year(step + 1)), Text.of(""), true));
        HtmlTable.figure(html, "parts", title, columns(2, columns.size() - 3), List.of());
        HtmlTable.start(html, title, columns, "class", "list");
        for (int i = 0; i < shown.size(); i++) {
            UnitTrend unit = shown.get(i);
            unit(html, i);
            total(unit, step, html);
            change(step, unit.totals().get(step), Rational.ONE, words::points, html);
            total(unit, step + 1, html);
            html.close();
        }
        HtmlTable.end(html);
        html.close();
    }

    private List<Text> parts(int step) {
        return TrendsWords.partNames(trends.steps().get(step).method());
    }

    private void total(UnitTrend unit, int year, Html html) {
        Optional<Rational> total = Optional.ofNullable(unit.standing(year))
                .flatMap(Standing::totals)
                .map(Totals::finalTotal);
        number(total, Rational.ONE, value -> html.say(words.total(unit, year)), html);
    }

    private void change(
            int step, Optional<Change> change, Rational measure, Function<Rational, String> shown, Html html) {
        for (@Nullable Rational part : words.parts(step, change.orElse(null))) {
            number(Optional.ofNullable(part), measure, shown, html);
        }
    }

    private void areas(Html html) {
        rates(TrendsPage.MEANS.plus(PERCENT), trends.means(), html);
        List<Text> regrouped = words.regrouped();
        if (!regrouped.isEmpty()) {
            html.open("ul", "class", "notes");
            regrouped.forEach(line -> html.element("li", line));
            html.close();
        }
        html.element("p", TrendsPage.READ_RATES, "class", "fine").element("p", TrendsPage.ROUNDED, "class", "fine");
        html.element("h3", TrendsPage.CELLS);
        TrendsTables.Table table = new TrendsTables(trends).cells(shown);
        List<Column> columns = table.rows().get(0).stream()
                .map(name -> new Column(name, Text.of(""), false))
                .toList();
        HtmlTable.start(html, TrendsPage.CELLS, columns, "class", "list chains");
        for (int i = 0; i < shown.size(); i++) {
            unit(html, i);
            List<Text> row = table.rows().get(i + 1);
            row.subList(1, row.size()).forEach(cell -> html.element("td", cell, "class", "t"));
            html.close();
        }
        HtmlTable.end(html);
    }

    private void rates(Text title, List<AreaTrend> areas, Html html) {
        HtmlTable.figure(html, "lines", title, columns(1, years()), breaks());
        List<Column> columns = new ArrayList<>(List.of(HtmlTable.words("方面", "area")));
        for (int i = 0; i < years(); i++) {
            columns.add(new Column(Text.of(words.year(i)), Text.of(""), true));
        }
        words.changeHeads().forEach(name -> columns.add(new Column(name, Text.of(""), true)));
        HtmlTable.start(html, title, columns, "class", "rates");
        for (int line = 0; line < areas.size(); line++) {
            AreaTrend area = areas.get(line);
            html.open("tr").element("th", trends.areas().get(line).name(), "scope", "row");
            area.rates().forEach(rate -> number(rate, Rational.HUNDRED, HtmlMeans::percent, html));
            for (int step = 0; step < area.changes().size(); step++) {
                change(step, area.changes().get(step), Rational.HUNDRED, TrendsWords::percentPoints, html);
            }
            html.close();
        }
        HtmlTable.end(html);
        html.close();
    }

    private void units(Html html) throws IOException {
        List<Article> articles = new ArrayList<>();
        for (UnitTrend unit : shown) {
            articles.add(new Article(unit.unit(), "", page -> unit(unit, page)));
        }
        HtmlArticles.write(articles, html);
    }

    private void unit(UnitTrend unit, Html html) {
        html.open("dl", "class", "standing");
        standing(new Text("名次", "rank"), words.ranks(unit), html);
        for (int i = 0; i < years(); i++) {
            standing(Text.of("%s得分", "%s total", words.year(i)), words.total(unit, i), html);
        }
        standing(new Text("等次", "grade"), words.grades(unit), html);
        Text note = words.note(unit);
        if (!note.zh().isEmpty()) {
            standing(new Text("备注", "note"), note, html);
        }
        html.close();
        rates(new Text("各方面得分率", "Rates of areas").plus(PERCENT), unit.areas(), html);
    }

    private static void standing(Text name, Text value, Html html) {
        html.open("div").element("dt", name).element("dd", value).close();
    }

    private void about(Html html) {
        for (int i = 0; i < years(); i++) {
            Evaluation result = trends.years().get(i);
            html.element("h3", Text.of(words.year(i)));
            StandardLine.provenance(result.standard()).ifPresent(line -> html.element("p", line));
            HtmlSources.write(result, result.inputs(), html);
        }
        HtmlSources.program(html);
    }
}
