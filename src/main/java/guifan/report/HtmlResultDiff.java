package guifan.report;

import guifan.diff.Decomposition;
import guifan.diff.Decompositions;
import guifan.diff.Effect;
import guifan.diff.ResultDiff;
import guifan.diff.UnitDiff;
import guifan.diff.UnitDiff.Standing;
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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What differs between two results, as a page for the browser. */
public final class HtmlResultDiff {

    private static final Text TITLE = new Text("评价结果对照", "Results compared");

    private final ResultDiff diff;
    private final List<UnitDiff> changed;
    private final @Nullable Decompositions parts;
    private final ResultDiffWords words;
    private final DecompositionWords taken;

    private HtmlResultDiff(ResultDiff diff, @Nullable Decompositions parts) {
        this.diff = diff;
        this.changed = diff.changed();
        this.parts = parts;
        this.words = new ResultDiffWords(diff);
        this.taken = new DecompositionWords(diff);
    }

    /**
     * Writes the page; where nothing differs, a small one that says so.
     *
     * @param parts the differences taken apart, or null where there is nothing to take apart
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(ResultDiff diff, @Nullable Decompositions parts, Language language, Appendable out)
            throws IOException {
        HtmlResultDiff page = new HtmlResultDiff(diff, parts);
        List<Text> head = new ArrayList<>(page.words.head());
        head.add(ResultDiffPage.summary(diff));
        View about = new View("about", HtmlSources.NAME, page::about);
        if (diff.isEmpty()) {
            HtmlViews.writePlain(TITLE, head, about, language, out);
            return;
        }
        List<View> views = new ArrayList<>();
        views.add(new View("ranks", new Text("名次和得分", "Ranks and totals"), page::ranks));
        if (!diff.groups().isEmpty()) {
            views.add(new View("groups", GroupDiffWords.TITLE, page::groups));
        }
        if (parts != null) {
            views.add(new View("parts", DecompositionWords.TITLE, page::parts));
        }
        views.add(new View("units", new Text("各单位", "Units"), page::units));
        if (!diff.overrides().isEmpty()) {
            views.add(new View("overrides", ResultDiffPage.OVERRIDES, page::overrides));
        }
        views.add(about);
        HtmlViews.write(TITLE, head, views, language, out);
    }

    private void ranks(Html html) {
        if (changed.isEmpty()) {
            html.element("p", ResultDiffPage.summary(diff));
            return;
        }
        Text title = new Text("名次、得分和等次的变化", "Ranks, totals and grades");
        html.element("p", HtmlTable.MOVES, "class", "fine");
        HtmlTable.figure(html, "slope", title, List.of(1, 2), diff.isBySameRules() ? List.of() : List.of(1));
        List<Column> columns = List.of(
                HtmlTable.words("单位", "unit"),
                HtmlTable.number("旧名次", "rank before"),
                HtmlTable.number("新名次", "rank after"),
                HtmlTable.number("旧得分", "before"),
                HtmlTable.number("新得分", "after"),
                HtmlTable.number("增减", "change"),
                HtmlTable.words("等次", "grade"),
                HtmlTable.words("备注", "note"));
        HtmlTable.start(html, title, columns, "class", "list ranks");
        List<List<Text>> rows = words.table();
        for (int i = 0; i < changed.size(); i++) {
            UnitDiff unit = changed.get(i);
            List<Text> row = rows.get(i + 1);
            name(i, html);
            number(rank(unit.results().before()), rank(unit.results().before()).map(Rational::toString), html);
            number(rank(unit.results().after()), rank(unit.results().after()).map(Rational::toString), html);
            number(total(unit.results().before()), shown(row.get(2), html), html);
            number(total(unit.results().after()), shown(row.get(3), html), html);
            number(unit.difference(Totals::finalTotal), shown(row.get(4), html), html);
            html.element("td", row.get(5), "class", "t").element("td", row.get(6), "class", "note");
            html.close();
        }
        HtmlTable.end(html);
        html.close();
    }

    private void groups(Html html) {
        List<List<Text>> rows = new GroupDiffWords(diff).table();
        List<Column> columns = IntStream.range(0, rows.get(0).size())
                .mapToObj(i -> new Column(rows.get(0).get(i), Text.of(""), i > 1 && i < 5))
                .toList();
        HtmlTable.start(html, GroupDiffWords.TITLE, columns, "class", "list");
        for (List<Text> row : rows.subList(1, rows.size())) {
            html.open("tr");
            for (int i = 0; i < row.size(); i++) {
                html.element(i == 0 ? "th" : "td", row.get(i), "class", i > 1 && i < 5 ? "n" : "t");
            }
            html.close();
        }
        HtmlTable.end(html);
    }

    private void name(int index, Html html) {
        html.open("tr").open("th", "scope", "row");
        html.open("a", "href", "#" + HtmlArticles.id(index))
                .name(changed.get(index).unit());
        html.close().close();
    }

    private static Optional<Rational> rank(@Nullable Standing standing) {
        return Optional.ofNullable(standing).flatMap(Standing::rank);
    }

    private static Optional<Rational> total(@Nullable Standing standing) {
        return Optional.ofNullable(standing).flatMap(Standing::totals).map(Totals::finalTotal);
    }

    private static Optional<String> shown(Text text, Html html) {
        return Optional.of(html.say(text));
    }

    private static void number(Optional<Rational> value, Optional<String> shown, Html html) {
        if (value.isPresent()) {
            html.number(value.get(), shown.orElse(""));
        } else {
            html.element("td", "–", "class", "n");
        }
    }

    private void parts(Html html) {
        Decompositions known = Objects.requireNonNull(parts);
        if (!known.isPossible()) {
            html.element("p", DecompositionWords.IMPOSSIBLE);
            return;
        }
        html.element("p", DecompositionWords.READ, "class", "fine");
        List<Text> heads = DecompositionWords.heads();
        HtmlTable.figure(html, "parts", DecompositionWords.TITLE, List.of(2, 3, heads.size() - 2), List.of());
        List<Column> columns = IntStream.range(0, heads.size())
                .mapToObj(i -> new Column(heads.get(i), Text.of(""), i > 0))
                .toList();
        HtmlTable.start(html, DecompositionWords.TITLE, columns, "class", "list");
        for (int i = 0; i < changed.size(); i++) {
            @Nullable Decomposition one = known.byUnit().get(changed.get(i).unit());
            if (one != null) {
                name(i, html);
                List<Text> row = taken.row(changed.get(i).unit(), one);
                List<Rational> exact = exact(one);
                for (int column = 0; column < exact.size(); column++) {
                    html.number(exact.get(column), html.say(row.get(column + 1)));
                }
                html.close();
            }
        }
        HtmlTable.end(html);
        html.close();
    }

    private static List<Rational> exact(Decomposition one) {
        List<Rational> exact = new ArrayList<>(List.of(one.before(), one.part(Effect.WORK), one.standard()));
        for (Effect effect : Effect.values()) {
            if (effect.isOfStandard()) {
                exact.add(one.part(effect));
            }
        }
        exact.add(one.part(Effect.INCOMPARABLE));
        exact.add(one.after());
        return exact;
    }

    private void units(Html html) throws IOException {
        List<Article> articles = new ArrayList<>();
        for (UnitDiff unit : changed) {
            articles.add(new Article(unit.unit(), "", page -> unit(unit, page)));
        }
        if (articles.isEmpty()) {
            html.element("p", ResultDiffPage.summary(diff));
        }
        HtmlArticles.write(articles, html);
    }

    private void unit(UnitDiff unit, Html html) {
        List<Text> row = words.row(unit);
        List<Text> heads = words.table().get(0);
        html.open("dl", "class", "standing");
        for (int i = 1; i < row.size(); i++) {
            if (!row.get(i).zh().isEmpty()) {
                html.open("div")
                        .element("dt", heads.get(i))
                        .element("dd", row.get(i))
                        .close();
            }
        }
        html.close();
        List<Text> lines = new ArrayList<>(new UnitDiffWords(diff).details(unit));
        if (parts != null) {
            lines.addAll(taken.details(unit, parts));
        }
        if (!lines.isEmpty()) {
            html.open("ul", "class", "lines");
            lines.forEach(line -> html.element("li", line));
            html.close();
        }
    }

    private void overrides(Html html) {
        html.open("ul");
        words.overrides().forEach(line -> html.element("li", line));
        html.close();
    }

    private void about(Html html) {
        for (Evaluation result : List.of(diff.before(), diff.after())) {
            html.element("h3", StandardLine.brief(result.standard()));
            StandardLine.provenance(result.standard()).ifPresent(line -> html.element("p", line));
            HtmlSources.write(result, result.inputs(), html);
        }
        HtmlSources.program(html);
    }
}
