package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.CapCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.StandardCard.ItemCard;
import guifan.evaluate.StandardCard.WordingCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.WaySearch;
import guifan.evaluate.Ways;
import guifan.evaluate.Ways.Change;
import guifan.evaluate.Ways.Shift;
import guifan.evaluate.Ways.Way;
import guifan.number.Rational;
import guifan.rule.Numbers;
import guifan.source.Language;
import guifan.source.Text;
import guifan.standard.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The cheapest ways of a unit to a grade, for reference in putting things right only. */
public final class WaysPage {

    private final StandardCard card;
    private final Ways ways;
    private final Page page;

    private WaysPage(Evaluation evaluation, Ways ways, Page page) {
        this.card = evaluation.standard();
        this.ways = ways;
        this.page = page;
    }

    /**
     * Writes {@code ways}.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(Evaluation evaluation, Ways ways, Language language, Appendable out) throws IOException {
        new WaysPage(evaluation, ways, new Page(out, language)).write();
    }

    /** Writes them without what names the standard and the unit. */
    static void body(Evaluation evaluation, Ways ways, Language language, Appendable out) throws IOException {
        new WaysPage(evaluation, ways, new Page(out, language)).body();
    }

    private void write() throws IOException {
        for (Text line : StandardLine.lines(card)) {
            page.line(0, line);
        }
        UnitResult now = ways.now();
        page.line(0, "单位：%s（%s）", "Unit: %s (%s)", now.unit(), now.kind());
        body();
    }

    private void body() throws IOException {
        UnitResult now = ways.now();
        if (now.isWithheld()) {
            page.line(0, Remarks.withoutTotal(now));
            return;
        }
        GradeCard target = card.grades().get(ways.target());
        if (ways.answer() == Ways.Answer.NO_SCORE) {
            page.line(0, "没有适用的指标，无得分", "No indicator applies: no score");
            return;
        }
        Rational line = target.atLeast();
        page.line(
                0,
                "现为：%s；目标：%s%s",
                "Now: %s; wanted: %s%s",
                standing(now),
                target.name(),
                line == null ? Text.of("") : Text.of("（%s 分起）", " (from %s)", Numbers.shown(line)));
        switch (ways.answer()) {
            case REACHED -> page.line(0, "已达到，无须改进", "It is reached already");
            case CAPPED -> capped();
            case OUT_OF_REACH ->
                page.line(
                        0,
                        "达不到：可改进的各项全部做到最好，也只有 %s",
                        "Out of reach: with all that can be bettered at its best, it would be %s",
                        standing(ways.utmost()));
            default -> found();
        }
    }

    private Text standing(UnitResult unit) {
        Totals totals = Objects.requireNonNull(unit.totals());
        Outcome outcome = Objects.requireNonNull(unit.outcome());
        Rational compared = outcome.compared();
        return Text.of(
                "%s，%s",
                "%s, %s",
                Figures.total(compared, compared.equals(totals.finalTotal()) ? card.finalRounding() : null),
                card.grades().get(outcome.grade()).name());
    }

    private void capped() throws IOException {
        page.line(0, "达不到：下列等次上限不因改进实绩而解除", "Out of reach: no better measure lifts these caps");
        caps(ways.hindering());
    }

    private void caps(List<String> ids) throws IOException {
        for (CapCard cap : card.caps()) {
            if (ids.contains(cap.id())) {
                String most = card.grades().get(cap.atMost()).name();
                page.line(1, "封顶%s：%s", "capped at %s: %s", most, cap.reason());
            }
        }
    }

    private void found() throws IOException {
        page.line(
                0,
                "仅供整改参考：只看填报的事实，考评员评分、未报、作假、加扣分都不在其内",
                "For reference in putting things right only: facts alone, no marks of assessors, nothing unreported or "
                        + "false, no bonus or penalty");
        page.line(
                0,
                "一步指一次、一件、一项、一级或一个百分点，不论难易；每个办法均已重新评分核实，任一项少一步（百分数少 0.1）即达不到",
                "A step is one count, item, level or percentage point, easy or not; each way is confirmed by"
                        + " evaluating it, and with one step less of any indicator (0.1 of a percentage) it does not reach"
                        + " the grade");
        if (!ways.lifted().isEmpty()) {
            page.line(0, "其中解除了下列等次上限", "These caps are lifted by it");
            caps(ways.lifted());
        }
        if (!ways.exact()) {
            page.line(
                    0,
                    ways.ways().get(0).changes().size() > WaySearch.EXACTLY
                            ? new Text(
                                    "须改进的指标多于 3 项：先取增分最多的指标，使指标数最少；步数未必最少",
                                    "More than 3 indicators have to change: those that gain most are taken first, so"
                                            + " that they are few; another way may have fewer steps")
                            : new Text(
                                    "各指标的增分互相影响，未逐一比较：每一步都少不了，步数未必最少",
                                    "Gains depend on one another and were not all compared: no step can be left out,"
                                            + " but another way may have fewer"));
        } else if (ways.ways().size() == WaySearch.MOST_WAYS) {
            page.line(0, "只列最省的 %s 个办法", "No more than the %s cheapest ways are listed", WaySearch.MOST_WAYS);
        }
        int number = 0;
        for (Way way : ways.ways()) {
            number++;
            page.blank();
            page.line(
                    0,
                    "办法 %s：%s 项指标，共 %s 步",
                    "Way %s: indicators: %s, steps: %s",
                    number,
                    way.changes().size(),
                    Numbers.shown(way.steps()));
            for (Change change : way.changes()) {
                change(change, way.result());
            }
            page.line(1, "重新评分：%s", "Evaluated anew: %s", standing(way.result()));
        }
    }

    private void change(Change change, UnitResult changed) throws IOException {
        WordingCard wording = card.indicator(change.indicator())
                .orElseThrow()
                .wording(ways.now().kind());
        IndicatorResult before = ways.now().indicator(change.indicator()).orElseThrow();
        IndicatorResult after = changed.indicator(change.indicator()).orElseThrow();
        page.line(
                1,
                "%s：%s（%s 步），得分 %s → %s",
                "%s: %s (steps: %s), score %s → %s",
                wording.name(),
                shifts(change.shifts(), wording, before, after),
                Numbers.shown(change.steps()),
                Numbers.shown(before.score()),
                Numbers.shown(after.score()));
    }

    private static Text shifts(List<Shift> shifts, WordingCard wording, IndicatorResult before, IndicatorResult after) {
        List<String> met = new ArrayList<>();
        List<Text> others = new ArrayList<>();
        for (Shift shift : shifts) {
            ItemCard item = wording.items().get(shift.item());
            String in = shift.item().isEmpty() ? wording.measuredIn() : "";
            String name = item == null ? "" : item.name();
            boolean yesNo = item != null && item.words().equals(List.of("否", "是"));
            if (yesNo && !name.isEmpty() && shift.to().signum() > 0) {
                met.add(name);
                continue;
            }
            Text label = shift.item().equals(Question.COUNTED)
                    ? new Text("项数 ", "items ")
                    : Text.of(name.isEmpty() ? "" : name + " ");
            others.add(label.plus(WorkingWords.measure(shift.from(), in, item))
                    .plus(Text.of(" → "))
                    .plus(WorkingWords.measure(shift.to(), in, item))
                    .plus(rate(shift, before, after)));
        }
        if (!met.isEmpty()) {
            others.add(0, Text.of("补齐 %s", "supply %s", Text.list(met)));
        }
        return Text.join(others, "，", ", ");
    }

    private static Text rate(Shift shift, IndicatorResult before, IndicatorResult after) {
        if (!shift.item().equals(Question.PART) || before.measure() == null || after.measure() == null) {
            return Text.of("");
        }
        String rates = Figures.brief(before.measure()) + "% → " + Figures.brief(after.measure()) + "%";
        return Text.of("（%s）", " (%s)", rates);
    }
}
