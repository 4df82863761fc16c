package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.Ways;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The report that opens in any browser: one file, which loads nothing. */
final class HtmlReport implements Report {

    /** With more units their pages are not laid out before they are asked for. */
    static final int MANY = 200;

    private final NextGrades grades;

    HtmlReport(NextGrades grades) {
        this.grades = grades;
    }

    @Override
    public Report with(NextGrades found) {
        return new HtmlReport(found);
    }

    @Override
    public void write(Evaluation evaluation, Language language, Appendable out) throws IOException {
        HtmlDocument.write(title(evaluation), true, language, out, html -> body(evaluation, html));
    }

    static Text title(Evaluation evaluation) {
        StandardCard card = evaluation.standard();
        Text what = evaluation.year() == null
                ? new Text("评价结果", "Evaluation")
                : Text.of("%s年度评价结果", "Evaluation %s", String.valueOf(evaluation.year()));
        return what.plus(StandardLine.stage(evaluation)).plus(Text.of("：%s", ": %s", card.title()));
    }

    /** Writes title and provenance. */
    static void head(Evaluation evaluation, Html html) {
        html.open("header").element("h1", title(evaluation));
        for (Text line : StandardLine.lines(evaluation)) {
            html.element("p", line, "class", "standard");
        }
        html.close();
    }

    private void body(Evaluation evaluation, Html html) throws IOException {
        html.element("a", new Text("跳到正文", "Skip to the content"), "class", "skip", "href", "#main");
        head(evaluation, html);
        html.open("nav", "aria-label", html.say(new Text("目录", "Contents"))).open("ul");
        link(html, "league", "名次", "Ranking");
        link(html, "grades", "等次分布", "Grades");
        if (!evaluation.groups().isEmpty()) {
            link(html, "groups", "汇总", "Together");
        }
        link(html, "areas", "各方面得分率", "Areas");
        link(html, "units", "各单位", "Units");
        link(html, "about", "依据", "Sources");
        html.close().close();
        html.open("main", "id", "main", "tabindex", "-1");
        HtmlMeans means = HtmlMeans.of(evaluation);
        HtmlLeague league = new HtmlLeague(evaluation, html);
        league.ranking();
        league.grades();
        HtmlGroups.write(evaluation, html);
        HtmlAreas.write(evaluation, means, html);
        units(evaluation, means, html);
        HtmlSources.write(evaluation, evaluation.inputs(), true, html);
        html.close();
        html.element("div", "", "id", "said", "role", "status", "aria-live", "polite", "class", "unseen");
    }

    private static void link(Html html, String id, String zh, String en) {
        html.open("li").element("a", new Text(zh, en), "href", "#" + id).close();
    }

    static void section(Html html, String id, String zh, String en) {
        html.open("section", "id", id, "class", "view", "tabindex", "-1").element("h2", new Text(zh, en));
    }

    private void units(Evaluation evaluation, HtmlMeans means, Html html) throws IOException {
        section(html, "units", "各单位", "Units");
        List<UnitResult> units = ScoreTable.ranked(evaluation);
        boolean many = units.size() > MANY;
        if (many) {
            note(
                    html,
                    "noscript",
                    "各单位的页面须用脚本显示；也可用 --unit-pages 为每个单位写一个文件",
                    "The pages of units need a script; --unit-pages writes a file for each");
        }
        if (grades.leavesOut(evaluation)) {
            note(
                    html,
                    "div",
                    "怎样达到高一等次：此处不逐个测算，请用 explain --to",
                    "What would reach the next grade is not searched here for each unit; use explain --to");
        }
        List<Optional<Ways>> ways = grades.of(evaluation, units);
        HtmlParts parts = new HtmlParts();
        for (int i = 0; i < units.size(); i++) {
            UnitResult unit = units.get(i);
            String id = "u-" + (i + 1);
            if (many) {
                Html page = new Html(html.language());
                new HtmlUnit(evaluation, unit, means, page).write(id, ways.get(i));
                html.open("script", "type", "text/html", "data-unit", id, "data-name", unit.unit())
                        .raw(parts.add(page.toString()))
                        .close();
            } else {
                new HtmlUnit(evaluation, unit, means, html).write(id, ways.get(i));
            }
        }
        if (many) {
            parts.write(html);
        }
        html.close();
    }

    private static void note(Html html, String tag, String zh, String en) {
        html.open(tag).element("p", new Text(zh, en), "class", "fine").close();
    }
}
