package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.UnitResult;
import guifan.number.Rational;
import guifan.report.HtmlTable.Column;
import guifan.report.ScoreTable.Place;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of all units, and how many have which grade. */
final class HtmlLeague {

    /** The names of more units than this are not listed beside a grade. */
    private static final int NAMES = 60;

    private final Evaluation evaluation;
    private final Html html;

    HtmlLeague(Evaluation evaluation, Html html) {
        this.evaluation = evaluation;
        this.html = html;
    }

    void ranking() {
        ScoreTable table = ScoreTable.of(evaluation, html.language(), "→");
        List<Column> columns = table.columns().stream()
                .map(column -> new Column(Text.of(column.name()), Text.of(column.full()), column.number()))
                .toList();
        HtmlTable.start(
                html,
                new Text("各单位得分、等次和名次", "Scores, grades and ranks of all units"),
                columns,
                "class",
                "list league");
        List<UnitResult> units = ScoreTable.ranked(evaluation);
        for (int i = 0; i < table.rows().size(); i++) {
            html.open("tr");
            List<Optional<Rational>> figures = i < units.size() ? figures(units.get(i)) : List.of();
            int figure = 0;
            for (int c = 0; c < columns.size(); c++) {
                boolean number = table.columns().get(c).number() && figure < figures.size();
                cell(table, i, c, number ? figures.get(figure++) : Optional.empty());
            }
            html.close();
        }
        HtmlTable.end(html);
        html.open("ul", "class", "notes");
        for (Text line : Summary.notes(evaluation, table.rounded(), true)) {
            html.element("li", line);
        }
        html.close();
    }

    private void cell(ScoreTable table, int row, int column, Optional<Rational> figure) {
        String text = table.rows().get(row).get(column);
        ScoreTable.Column kind = table.columns().get(column);
        if (kind.place() == Place.UNIT) {
            html.open("th", "scope", "row");
            if (row < evaluation.units().size()) {
                html.open("a", "href", "#" + HtmlArticles.id(row)).name(text).close();
            } else {
                html.name(text);
            }
            html.close();
        } else if (kind.number()) {
            html.element(
                    "td", text, "class", "n", "data-v", figure.map(Html::plain).orElse(""));
        } else {
            html.element("td", text, "class", kind.place() == Place.NOTE ? "note" : "t");
        }
    }

    /** Returns by what the numbers in the row of {@code unit} are sorted, in the order of the columns. */
    private List<Optional<Rational>> figures(UnitResult unit) {
        List<Optional<Rational>> figures = new ArrayList<>();
        Optional<UnitResult.Totals> totals = Optional.ofNullable(unit.totals());
        if (!evaluation.isPartial()) {
            figures.add(Optional.ofNullable(unit.outcome()).map(UnitResult.Outcome::rank));
        }
        unit.areas()
                .forEach(area -> figures.add(area.possible().isZero() ? Optional.empty() : Optional.of(area.score())));
        figures.add(totals.map(UnitResult.Totals::base));
        figures.add(totals.map(UnitResult.Totals::bonus));
        figures.add(totals.map(UnitResult.Totals::penalty));
        figures.add(totals.map(UnitResult.Totals::finalTotal));
        return figures;
    }

    void grades() {
        HtmlTable.figure(html, "bars", new Text("各等次的单位数", "Units by grade"));
        Text caption = new Text("各等次的单位", "Units of each grade");
        HtmlTable.start(
                html,
                caption,
                List.of(
                        HtmlTable.words("等次", "grade"),
                        HtmlTable.number("单位数", "units"),
                        HtmlTable.number("占比（%）", "share (%)"),
                        HtmlTable.number("分数线", "from"),
                        HtmlTable.words("后果", "leads to"),
                        HtmlTable.words("单位", "which")),
                "class",
                "grades");
        List<UnitResult> rated = ScoreTable.ranked(evaluation).stream()
                .filter(unit -> unit.outcome() != null)
                .toList();
        for (int i = 0; i < evaluation.standard().grades().size(); i++) {
            grade(i, rated);
        }
        int without = evaluation.units().size() - rated.size();
        List<String> unrated = new ArrayList<>();
        evaluation.units().stream().filter(unit -> unit.outcome() == null).forEach(unit -> unrated.add(unit.unit()));
        if (without > 0) {
            row(new Text("无得分", "no score"), without, Optional.empty(), Optional.empty(), Text.of(""), unrated);
        }
        if (evaluation.isPartial()) {
            List<String> names =
                    evaluation.unrated().stream().map(one -> one.unit()).toList();
            row(Remarks.UNRATED, names.size(), Optional.empty(), Optional.empty(), Text.of(""), names);
        }
        HtmlTable.end(html);
        html.close();
    }

    private void grade(int index, List<UnitResult> rated) {
        GradeCard grade = evaluation.standard().grades().get(index);
        List<String> units = rated.stream()
                .filter(unit -> unit.outcome() != null && unit.outcome().grade() == index)
                .map(UnitResult::unit)
                .toList();
        Optional<Rational> share =
                rated.isEmpty() ? Optional.empty() : Optional.of(Rational.of(units.size(), rated.size()));
        row(
                Text.of(grade.name()),
                units.size(),
                share,
                Optional.ofNullable(grade.atLeast()),
                Summary.consequence(grade),
                units);
    }

    private void row(
            Text name, int count, Optional<Rational> share, Optional<Rational> least, Text then, List<String> units) {
        html.open("tr").element("th", name, "scope", "row");
        html.number(Rational.of(count), String.valueOf(count));
        html.element("td", share.map(HtmlMeans::percent).orElse(""), "class", "n");
        html.element("td", least.map(Figures::brief).orElse(""), "class", "n");
        html.element("td", then, "class", "t").open("td", "class", "note");
        for (int i = 0; i < Math.min(NAMES, units.size()); i++) {
            html.text(i == 0 ? Text.of("") : new Text("、", ", ")).name(units.get(i));
        }
        if (units.size() > NAMES) {
            html.text(Text.of(" 等 %s 个", " and others, %s in all", units.size()));
        }
        html.close().close();
    }
}
