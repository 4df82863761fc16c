package guifan.report;

import guifan.diff.Detail;
import guifan.diff.IndicatorChange;
import guifan.diff.PartChange;
import guifan.diff.PointsFlow;
import guifan.diff.StandardDiff;
import guifan.evaluate.StandardCard;
import guifan.number.Rational;
import guifan.report.HtmlTable.Column;
import guifan.report.HtmlViews.View;
import guifan.source.Language;
import guifan.source.Text;
import guifan.standard.Area;
import guifan.standard.Standard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one standard changes against another, as a page for the browser. */
public final class HtmlStandardDiff {

    private final StandardDiff diff;
    private final StandardDiffWords words;

    private HtmlStandardDiff(StandardDiff diff) {
        this.diff = diff;
        this.words = new StandardDiffWords(diff);
    }

    /**
     * Writes the page; where nothing changed, a small one that says so.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(StandardDiff diff, Language language, Appendable out) throws IOException {
        HtmlStandardDiff page = new HtmlStandardDiff(diff);
        Text title = Text.of(
                "评价标准对照：%s → %s",
                "Standards compared: %s → %s",
                diff.before().identity().id(),
                diff.after().identity().id());
        View about = new View("about", HtmlSources.NAME, page::about);
        if (diff.isEmpty()) {
            List<Text> head = new ArrayList<>(page.words.head());
            head.add(new Text("两份标准没有差别", "The standards do not differ"));
            HtmlViews.writePlain(title, head, about, language, out);
            return;
        }
        List<View> views = List.of(
                new View("flow", new Text("分值流向", "Flow of points"), page::flow),
                new View("indicators", StandardDiffWords.INDICATORS, page::indicators),
                new View("parts", StandardDiffWords.PARTS, page::parts),
                about);
        HtmlViews.write(title, page.words.head(), views, language, out);
    }

    private void flow(Html html) {
        if (diff.flow().isEmpty()) {
            html.element("p", new Text("各方面分值没有变化", "The points of areas are as before"));
        }
        PointsFlow flow = diff.flow();
        List<Area> now = diff.after().areas();
        List<Integer> columns = new ArrayList<>();
        for (int i = 1; i <= now.size() + 1; i++) {
            columns.add(i);
        }
        HtmlTable.figure(html, "flow", StandardDiffWords.FLOW, columns, List.of());
        List<Column> heads = new ArrayList<>(List.of(HtmlTable.words("旧方面", "old area")));
        now.forEach(area -> heads.add(new Column(Text.of(area.shortName()), Text.of(""), true)));
        heads.add(HtmlTable.number("腾出", "given up"));
        heads.add(HtmlTable.number("旧合计", "old points"));
        HtmlTable.start(html, StandardDiffWords.FLOW, heads, "class", "matrix");
        for (Area from : diff.before().areas()) {
            html.open("tr").element("th", from.shortName(), "scope", "row");
            now.forEach(to -> points(flow.moved(from.id(), to.id()), html));
            points(of(flow.givenUp(), from), html);
            points(of(flow.before(), from), html);
            html.close();
        }
        html.open("tr").element("th", new Text("新增", "new"), "scope", "row");
        now.forEach(to -> points(of(flow.added(), to), html));
        html.element("td", "");
        points(sum(flow.added()), html);
        html.close();
        html.open("tr", "class", "sum").element("th", new Text("新合计", "new points"), "scope", "row");
        now.forEach(to -> points(of(flow.after(), to), html));
        points(sum(flow.givenUp()), html);
        points(sum(flow.before()), html);
        html.close();
        HtmlTable.end(html);
        html.close();
    }

    private static Rational of(Map<String, Rational> points, Area area) {
        return points.getOrDefault(area.id(), Rational.ZERO);
    }

    private static Rational sum(Map<String, Rational> points) {
        return points.values().stream().reduce(Rational.ZERO, Rational::plus);
    }

    private static void points(Rational points, Html html) {
        if (points.isZero()) {
            html.element("td", "", "class", "n");
        } else {
            html.number(points, Figures.brief(points));
        }
    }

    private void indicators(Html html) {
        List<IndicatorChange> changes = diff.changes();
        if (changes.isEmpty()) {
            html.element("p", new Text("指标没有变化", "No indicator changed"));
            return;
        }
        start(html, new Text("改动的指标", "Indicators that changed"));
        for (IndicatorChange change : changes) {
            row(words.entry(change), words.details(change), html);
        }
        HtmlTable.end(html);
    }

    private void parts(Html html) {
        if (diff.parts().isEmpty()) {
            html.element("p", new Text("没有变化", "Nothing changed"));
            return;
        }
        start(html, StandardDiffWords.PARTS);
        for (PartChange change : diff.parts()) {
            row(words.entry(change), words.details(change), html);
        }
        HtmlTable.end(html);
    }

    private static void start(Html html, Text caption) {
        List<Column> columns = List.of(HtmlTable.words("改动", "change"), HtmlTable.words("内容", "what"));
        HtmlTable.start(html, caption, columns, "class", "list changes");
    }

    private static void row(Text entry, List<Detail> details, Html html) {
        html.open("tr").element("th", entry, "scope", "row").open("td", "class", "t");
        for (Detail detail : details) {
            html.element("div", StandardDiffWords.line(detail));
        }
        html.close().close();
    }

    private void about(Html html) {
        for (Standard standard : List.of(diff.before(), diff.after())) {
            StandardCard card = StandardCard.of(standard);
            html.element("h3", StandardLine.brief(card));
            StandardLine.provenance(card).ifPresent(line -> html.element("p", line));
            html.open("dl", "class", "sources");
            HtmlSources.standard(card, html);
            html.close();
        }
        HtmlSources.program(html);
    }
}
