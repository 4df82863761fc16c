package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.UnitResult;
import guifan.number.Rational;
import guifan.report.HtmlTable.Column;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much of each area each unit reached. */
final class HtmlAreas {

    private HtmlAreas() {}

    static void write(Evaluation evaluation, HtmlMeans means, Html html) {
        html.element(
                "p",
                new Text(
                        "得分率＝得分÷适用分值，以百分数表示；深色为高，空白为不适用。平均是适用单位得分率的平均",
                        "The rate is points reached over points that apply, in percent; the darker, the higher; blank where it does not apply. "
                                + "The mean is that of the rates of the units to which the area applies"));
        Text title = new Text("各单位各方面得分率（%）", "Rates of all units in all areas (%)");
        HtmlTable.figure(html, "heat", title);
        List<Column> columns = new ArrayList<>(List.of(HtmlTable.words("单位", "unit")));
        for (AreaCard area : evaluation.standard().areas()) {
            columns.add(new Column(Text.of(area.shortName()), Text.of(""), true));
        }
        HtmlTable.start(html, title, columns, "class", "list");
        html.open("tr", "class", "mean").element("th", new Text("平均", "mean"), "scope", "row");
        means.rates().forEach(rate -> rate(rate, Text.of(""), html));
        html.close();
        for (UnitResult unit : ScoreTable.ranked(evaluation)) {
            html.open("tr").open("th", "scope", "row").name(unit.unit()).close();
            unit.areas().forEach(area -> rate(HtmlMeans.rate(area), Remarks.leftOut(area), html));
            html.close();
        }
        HtmlTable.end(html);
        html.close();
    }

    /** Writes a cell with a rate, or what stands in its place. */
    static void rate(Optional<Rational> rate, Text none, Html html) {
        if (rate.isPresent()) {
            html.number(rate.get().times(Rational.HUNDRED), HtmlMeans.percent(rate.get()));
        } else {
            html.element("td", none, "class", "n");
        }
    }
}
