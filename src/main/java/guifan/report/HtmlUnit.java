package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AdjustmentCard;
import guifan.evaluate.StandardCard.FactCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.UnitCheck;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.FactResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.Ways;
import guifan.number.Rational;
import guifan.report.HtmlTable.Column;
import guifan.rule.Numbers;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page of one unit says: where it stands, its areas against the mean, what it lost, and every indicator. */
final class HtmlUnit {

    private final Evaluation evaluation;
    private final StandardCard card;
    private final UnitResult unit;
    private final HtmlMeans means;
    private final Html html;

    HtmlUnit(Evaluation evaluation, UnitResult unit, HtmlMeans means, Html html) {
        this.evaluation = evaluation;
        this.card = evaluation.standard();
        this.unit = unit;
        this.means = means;
        this.html = html;
    }

    /** Writes it, with the ways to the next grade where they are told. */
    void write(Optional<Ways> ways) throws IOException {
        standing();
        profile();
        HtmlIndicators indicators = new HtmlIndicators(evaluation, unit, html);
        indicators.lost();
        if (ways.isPresent()) {
            ways(ways.get());
        }
        changed();
        indicators.all();
        adjustments();
        facts();
    }

    private void standing() {
        html.open("dl", "class", "standing");
        Totals totals = unit.totals();
        Outcome outcome = unit.outcome();
        if (totals == null || outcome == null) {
            entry(new Text("最终得分", "final total"), new Text("无得分", "no score"));
        } else {
            figure(
                    new Text("最终得分", "final total"),
                    totals.finalTotal(),
                    card.finalRounding() == null
                            ? Figures.brief(totals.finalTotal())
                            : card.finalRounding().format(totals.finalTotal()));
            GradeCard grade = card.grades().get(outcome.grade());
            Text then = Summary.consequence(grade);
            entry(
                    new Text("等次", "grade"),
                    Text.of(grade.name()).plus(then.zh().isEmpty() ? then : Text.of("（%s）", " (%s)", then)));
            if (!ScoreTable.rank(outcome).isEmpty()) {
                html.open("div")
                        .element("dt", new Text("名次", "rank"))
                        .open("dd", "data-figure", "rank", "data-v", Html.plain(outcome.rank()))
                        .text(Text.of(
                                "%s（共 %s 个%s）",
                                "%s (of %s %s)",
                                ScoreTable.rank(outcome),
                                TotalsExplanation.peers(evaluation, outcome).count(),
                                TotalsExplanation.among(outcome)))
                        .close()
                        .close();
            }
            means.total()
                    .ifPresent(mean -> entry(
                            new Text("全部单位平均", "mean of all units"),
                            Text.of(Figures.total(mean, card.finalRounding()))));
            String base = Figures.brief(totals.base());
            figure(
                    new Text("基础分", "base total"),
                    totals.base(),
                    Summary.isRebased(card, totals)
                            ? Figures.brief(totals.raw()) + "/" + Figures.brief(totals.possible()) + "→" + base
                            : base);
            figure(new Text("加分", "bonus"), totals.bonus(), Figures.brief(totals.bonus()));
            figure(new Text("扣分", "penalty"), totals.penalty(), Figures.brief(totals.penalty()));
        }
        List<Text> combined = new CombinedWords(card).base(unit);
        if (!combined.isEmpty()) {
            entry(new Text("基础分的合成", "how the base came about"), Text.join(combined, "；", "; "));
        }
        Text remarks = Remarks.of(evaluation, unit);
        if (!remarks.zh().isEmpty()) {
            entry(new Text("备注", "note"), remarks);
        }
        html.close();
    }

    private void entry(Text name, Text value) {
        html.open("div").element("dt", name).element("dd", value).close();
    }

    private void figure(Text name, Rational value, String shown) {
        html.open("div")
                .element("dt", name)
                .element("dd", shown, "data-figure", name.en(), "data-v", Html.plain(value))
                .close();
    }

    /** Bars in the table itself: they need no script and print as they are. */
    private void profile() {
        html.element("h4", new Text("各方面与平均", "Areas and their means"));
        Text caption = new Text("各方面得分率与全部单位平均", "Rates of areas and their means over all units");
        HtmlTable.start(
                html,
                caption,
                List.of(
                        HtmlTable.words("方面", "area"),
                        HtmlTable.number("得分", "score"),
                        HtmlTable.number("适用分值", "points"),
                        HtmlTable.number("得分率（%）", "rate (%)"),
                        HtmlTable.number("平均（%）", "mean (%)"),
                        HtmlTable.number("高于平均", "above it"),
                        HtmlTable.words("竖线为平均", "the line is the mean")),
                "class",
                "profile");
        for (int i = 0; i < card.areas().size(); i++) {
            area(card.areas().get(i).name(), unit.areas().get(i), means.rates().get(i));
        }
        HtmlTable.end(html);
    }

    private void area(String name, AreaResult area, Optional<Rational> mean) {
        html.open("tr").element("th", name, "scope", "row");
        Optional<Rational> rate = HtmlMeans.rate(area);
        if (rate.isEmpty()) {
            html.element("td", Remarks.leftOut(area), "class", "n").element("td", "");
        } else {
            html.number(area.score(), Figures.brief(area.score()))
                    .number(area.possible(), Figures.brief(area.possible()));
        }
        HtmlAreas.rate(rate, Text.of(""), html);
        HtmlAreas.rate(mean, Text.of(""), html);
        if (rate.isPresent() && mean.isPresent()) {
            Rational above = rate.get().minus(mean.get());
            String shown = HtmlMeans.percent(above).replace('-', '−');
            html.number(above.times(Rational.HUNDRED), above.signum() > 0 ? "+" + shown : shown);
        } else {
            html.element("td", "");
        }
        html.open("td", "class", "bars", "aria-hidden", "true");
        rate.ifPresent(value -> html.open("div", "class", "track")
                .element("i", "", "style", "width:" + HtmlMeans.percent(within(value)) + "%")
                .raw(mean.map(one -> "<b style=\"left:" + HtmlMeans.percent(within(one)) + "%\"></b>")
                        .orElse(""))
                .close());
        html.close().close();
    }

    private static Rational within(Rational rate) {
        return rate.max(Rational.ZERO).min(Rational.ONE);
    }

    private void ways(Ways ways) throws IOException {
        String grade = card.grades().get(ways.target()).name();
        html.element("h4", Text.of("怎样达到“%s”（仅供整改参考）", "What would reach \"%s\" (for reference only)", grade));
        if (ways.answer() == Ways.Answer.NO_SCORE) {
            html.element(
                    "p",
                    new Text(
                            "有指标须与其他单位比较，不能单独测算",
                            "An indicator is compared with other units, so that it cannot be told of one alone"));
            return;
        }
        StringBuilder lines = new StringBuilder();
        WaysPage.body(evaluation, ways, html.language(), lines);
        HtmlLines.write(lines.toString(), html);
    }

    private void changed() {
        OverrideWords words = new OverrideWords(evaluation);
        List<Text> lines = new ArrayList<>(words.lines(unit, null));
        boolean affected = evaluation.overrides() != null
                && evaluation.overrides().without(unit.unit()).isPresent();
        if (affected) {
            lines.add(Text.of("影响：%s", "effect: %s", words.effect(unit)));
        }
        if (!lines.isEmpty()) {
            html.element("h4", new Text("更正", "Changed by hand")).open("ul");
            lines.forEach(line -> html.element("li", line));
            html.close();
        }
        Optional<UnitCheck> check = evaluation.checks().stream()
                .filter(one ->
                        one.unit().equals(unit.unit()) && !one.reductions().isEmpty())
                .findFirst();
        if (check.isPresent()) {
            html.element("h4", new Text("核减", "Reduced on checking")).open("ul");
            AnswerWords answers = new AnswerWords(evaluation);
            check.get()
                    .reductions()
                    .forEach(reduction -> html.element(
                            "li",
                            Text.of("%s：", "%s: ", name(reduction.id()))
                                    .plus(answers.reduction(reduction, items(reduction.id())))));
            html.close();
        }
    }

    private String name(String id) {
        return card.indicator(id)
                .map(one -> one.wording(unit.kind()).name())
                .or(() -> adjustment(id).map(AdjustmentCard::name))
                .or(() -> card.facts().stream()
                        .filter(one -> one.id().equals(id))
                        .map(FactCard::name)
                        .findFirst())
                .orElse(id);
    }

    private Map<String, StandardCard.ItemCard> items(String id) {
        return card.indicator(id)
                .map(one -> one.wording(unit.kind()).items())
                .or(() -> adjustment(id).map(AdjustmentCard::items))
                .orElse(Map.of());
    }

    private Optional<AdjustmentCard> adjustment(String id) {
        return card.adjustments().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private void adjustments() {
        if (unit.adjustments().isEmpty()) {
            return;
        }
        html.element("h4", new Text("加分与扣分", "Bonuses and penalties"));
        List<Column> columns = List.of(
                HtmlTable.words("名称", "name"),
                HtmlTable.number("分", "points"),
                HtmlTable.words("填报", "filled in"),
                HtmlTable.words("规则", "rule"));
        HtmlTable.start(html, new Text("加分与扣分（封顶前）", "Bonuses and penalties, before their caps"), columns);
        for (AdjustmentResult one : unit.adjustments()) {
            Optional<AdjustmentCard> adjustment = adjustment(one.id());
            Rational points = one.penalty() ? one.points().negate() : one.points();
            html.open("tr").element("th", name(one.id()), "scope", "row");
            html.number(
                    points,
                    (points.signum() > 0 ? "+" : "") + Numbers.shown(points).replace('-', '−'));
            List<Text> cells = new AnswerWords(evaluation).cells(one.entries(), items(one.id()));
            html.element("td", Text.join(cells, "、", ", "), "class", "t");
            html.element("td", adjustment.map(AdjustmentCard::clause).orElse(Text.of("")), "class", "note");
            html.close();
        }
        HtmlTable.end(html);
    }

    private void facts() {
        if (unit.facts().isEmpty()) {
            return;
        }
        html.element("h4", new Text("事实", "Facts")).open("dl", "class", "sources");
        for (FactResult fact : unit.facts()) {
            html.element("dt", name(fact.id()));
            html.element(
                    "dd", Text.join(new AnswerWords(evaluation).cells(List.of(fact.entry()), Map.of()), "、", ", "));
        }
        html.close();
    }
}
