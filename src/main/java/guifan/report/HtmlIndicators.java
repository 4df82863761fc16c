package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.PanelResult;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.StandardCard.WordingCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.report.LostPage.Loss;
import guifan.rule.Numbers;
import guifan.rule.Working;
import guifan.source.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The indicators of one unit: what was lost, the largest loss first, and all of them. */
final class HtmlIndicators {

    private final Evaluation evaluation;
    private final UnitResult unit;
    private final Html html;

    HtmlIndicators(Evaluation evaluation, UnitResult unit, Html html) {
        this.evaluation = evaluation;
        this.unit = unit;
        this.html = html;
    }

    void lost() {
        html.element("h4", new Text("失分", "Points lost"));
        if (unit.totals() == null) {
            html.element("p", Text.of("无得分：%s", "No score: %s", Remarks.withoutTotal(unit)));
            return;
        }
        List<Loss> losses = LostPage.losses(evaluation, unit);
        if (losses.isEmpty()) {
            html.element("p", new Text("没有失分", "No points were lost"));
            return;
        }
        Rational sum = losses.stream().map(Loss::points).reduce(Rational.ZERO, Rational::plus);
        html.element(
                "p",
                Text.of("失分 %s 处，共 %s 分", "Points lost in %s places, %s in all", losses.size(), Numbers.shown(sum)));
        HtmlTable.start(
                html,
                new Text("失分，从多到少", "Points lost, the largest loss first"),
                List.of(
                        HtmlTable.words("指标", "indicator"),
                        HtmlTable.number("失分", "lost"),
                        HtmlTable.words("说明", "why")),
                "class",
                "losses");
        for (Loss loss : losses) {
            html.open("tr").element("th", loss.name(), "scope", "row");
            html.number(loss.points(), Numbers.shown(loss.points())).open("td", "class", "note");
            loss.lines().forEach(line -> html.element("div", line));
            html.close().close();
        }
        HtmlTable.end(html);
    }

    void all() {
        html.element("h4", new Text("全部指标", "All indicators"));
        HtmlTable.start(
                html,
                new Text("全部指标的填报、得分和贡献", "What was filled in, scores and contributions of all indicators"),
                List.of(
                        HtmlTable.words("指标", "indicator"),
                        HtmlTable.words("填报与实绩", "filled in, measure"),
                        HtmlTable.number("得分", "score"),
                        HtmlTable.number("适用分值", "points"),
                        HtmlTable.number("对基础分的贡献", "contribution to the base")),
                "class",
                "all");
        panel(unit.panel());
        List<AreaCard> areas = evaluation.standard().areas();
        for (int i = 0; i < areas.size(); i++) {
            area(areas.get(i), unit.areas().get(i), areas.get(i).name());
        }
        HtmlTable.end(html);
    }

    private void area(AreaCard area, AreaResult result, String path) {
        html.open("tr", "class", "area", "data-area", area.id())
                .open("th", "colspan", "2", "scope", "row")
                .text(path);
        new CombinedWords(evaluation.standard())
                .area(area, result)
                .forEach(line -> html.element("div", line, "class", "state"));
        html.close();
        points(result.score(), result.possible(), result.contribution(), Remarks.leftOut(result));
        html.close();
        panel(result.panel());
        for (int i = 0; i < area.areas().size(); i++) {
            AreaCard inner = area.areas().get(i);
            area(inner, result.areas().get(i), path + " · " + inner.name());
        }
        for (int i = 0; i < area.indicators().size(); i++) {
            indicator(area.indicators().get(i), result.indicators().get(i));
        }
    }

    private void panel(@Nullable PanelResult panel) {
        if (panel != null) {
            html.open("tr").open("td", "colspan", "5", "class", "note");
            PanelWords.lines(evaluation.standard(), panel).forEach(line -> html.element("div", line));
            html.close().close();
        }
    }

    private void indicator(IndicatorCard card, IndicatorResult result) {
        WordingCard wording = card.wording(unit.kind());
        html.open("tr", "data-indicator", card.id()).element("th", wording.name(), "scope", "row");
        List<Text> cells = new AnswerWords(evaluation).cells(result.entries(), wording.items());
        html.open("td", "class", "t").text(Text.join(cells, "、", ", "));
        Optional<Text> measure = result.entries().size() < 2 ? Optional.empty() : AnswerWords.measure(result, wording);
        measure.ifPresent(text -> html.element("div", text));
        Working working = result.working();
        if (working != null && !result.score().equals(result.possible())) {
            Text words = WorkingWords.of(working, wording.items(), wording.measuredIn());
            html.element("div", Text.of("计算：%s", "working: %s", words), "class", "state");
        }
        if (result.basis() != Basis.RULE) {
            html.element("div", AnswerWords.state(result, unit), "class", "state");
        }
        html.close();
        points(result.score(), result.possible(), result.contribution(), mark(result.basis()));
        html.close();
    }

    private static Text mark(Basis basis) {
        return switch (basis) {
            case WITHHELD -> new Text("待比较", "withheld");
            case FEW_MARKS -> new Text("评分无效", "no score");
            case NOT_APPLICABLE -> new Text("不适用", "n/a");
            default -> new Text("不计入", "left out");
        };
    }

    /** Writes the last three cells of a row. */
    private void points(Rational score, Rational possible, Rational contribution, Text leftOut) {
        if (possible.isZero()) {
            html.element("td", leftOut, "class", "n").element("td", "").element("td", "");
        } else {
            html.number(score, Numbers.shown(score))
                    .number(possible, Numbers.shown(possible))
                    .number(contribution, Numbers.shown(contribution));
        }
    }
}
