package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.Ways;
import guifan.report.HtmlArticles.Article;
import guifan.report.HtmlViews.View;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The report that opens in any browser: one file, which loads nothing. */
final class HtmlReport implements Report {

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
        HtmlMeans means = HtmlMeans.of(evaluation);
        List<View> views = new ArrayList<>(List.of(
                new View("league", new Text("名次", "Ranking"), html -> new HtmlLeague(evaluation, html).ranking()),
                new View("grades", new Text("等次分布", "Grades"), html -> new HtmlLeague(evaluation, html).grades())));
        if (!evaluation.groups().isEmpty()) {
            views.add(new View("groups", new Text("汇总", "Together"), html -> HtmlGroups.write(evaluation, html)));
        }
        views.add(new View("areas", new Text("各方面得分率", "Areas"), html -> HtmlAreas.write(evaluation, means, html)));
        views.add(new View("units", new Text("各单位", "Units"), html -> units(evaluation, means, html)));
        views.add(new View("about", HtmlSources.NAME, html -> {
            HtmlSources.write(evaluation, evaluation.inputs(), html);
            HtmlSources.program(html);
        }));
        HtmlViews.write(title(evaluation), StandardLine.lines(evaluation), views, language, out);
    }

    static Text title(Evaluation evaluation) {
        StandardCard card = evaluation.standard();
        Text what = evaluation.year() == null
                ? new Text("评价结果", "Evaluation")
                : Text.of("%s年度评价结果", "Evaluation %s", String.valueOf(evaluation.year()));
        return what.plus(StandardLine.stage(evaluation)).plus(Text.of("：%s", ": %s", card.title()));
    }

    private void units(Evaluation evaluation, HtmlMeans means, Html html) throws IOException {
        if (grades.leavesOut(evaluation)) {
            html.element(
                    "p",
                    new Text(
                            "怎样达到高一等次：此处不逐个测算，请用 explain --to",
                            "What would reach the next grade is not searched here for each unit; use explain --to"),
                    "class",
                    "fine");
        }
        List<UnitResult> units = ScoreTable.ranked(evaluation);
        List<Optional<Ways>> ways = grades.of(evaluation, units);
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            articles.add(article(evaluation, units.get(i), means, ways.get(i)));
        }
        HtmlArticles.write(articles, html);
    }

    /** Returns the page of one unit. */
    static Article article(Evaluation evaluation, UnitResult unit, HtmlMeans means, Optional<Ways> ways) {
        return new Article(unit.unit(), unit.kind(), html -> new HtmlUnit(evaluation, unit, means, html).write(ways));
    }
}
