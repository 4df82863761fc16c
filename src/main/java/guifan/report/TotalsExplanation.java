package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AdjustmentCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.FactResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Step;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.rule.Numbers;
import guifan.rule.Working;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The end of an explanation: base total, bonus and penalties, final total, grade and rank. */
final class TotalsExplanation {

    private final Evaluation evaluation;
    private final StandardCard card;
    private final UnitResult unit;
    private final Page page;

    TotalsExplanation(Evaluation evaluation, UnitResult unit, Page page) {
        this.evaluation = evaluation;
        this.card = evaluation.standard();
        this.unit = unit;
        this.page = page;
    }

    void write(Totals totals) throws IOException {
        withoutRank(totals);
        if (unit.outcome() != null) {
            rank(unit.outcome());
        }
        Optional<Text> part = GroupExplanation.part(evaluation, unit);
        if (part.isPresent()) {
            page.line(0, part.get());
        }
    }

    /** Writes all that tells of no other unit. */
    void withoutRank(Totals totals) throws IOException {
        base(totals);
        adjustments(totals);
        total(totals);
        facts();
        if (unit.outcome() != null) {
            grade(unit.outcome(), totals);
        }
    }

    private void base(Totals totals) throws IOException {
        String raw = Numbers.shown(totals.raw()) + " / " + Numbers.shown(totals.possible());
        String base = Numbers.shown(totals.base());
        page.line(0, "基础分：%s", "Base total: %s", Summary.isRebased(card, totals) ? raw + " → " + base : raw);
        for (Text line : new CombinedWords(card).base(unit)) {
            page.line(1, line);
        }
        for (Text line : PanelWords.lines(card, unit.panel())) {
            page.line(1, line);
        }
        Rational sum = unit.indicators().map(IndicatorResult::contribution).reduce(Rational.ZERO, Rational::plus);
        List<Text> steps = new ArrayList<>();
        difference(steps, totals.exact().minus(sum), Remarks.ofNodes(unit));
        difference(steps, totals.base().minus(totals.exact()), new Text("基础分舍入差", "rounding of the base total"));
        page.line(
                1,
                "核对：各项贡献合计 %s%s = 基础分 %s",
                "Check: contributions add up to %s%s = base total %s",
                Figures.result(sum),
                Text.join(steps, "", ""),
                Figures.result(totals.base()));
    }

    private static void difference(List<Text> steps, Rational difference, Text name) {
        if (!difference.isZero()) {
            String sign = difference.signum() < 0 ? " − " : " + ";
            steps.add(Text.of(sign).plus(Figures.result(difference.abs())).plus(Text.of("（%s）", " (%s)", name)));
        }
    }

    private void adjustments(Totals totals) throws IOException {
        adjustments(false, new Text("加分", "Bonus"), totals.bonusBeforeCap(), totals.bonus());
        adjustments(true, new Text("扣分", "Penalties"), totals.penaltyBeforeCap(), totals.penalty());
    }

    private void adjustments(boolean penalty, Text name, Rational before, Rational after) throws IOException {
        List<AdjustmentResult> given = unit.adjustments().stream()
                .filter(one -> one.penalty() == penalty)
                .toList();
        if (given.isEmpty()) {
            page.line(0, "%s：无", "%s: none", name);
            return;
        }
        Text capped = before.equals(after)
                ? Text.of("")
                : Text.of(
                        "（合计 %s，封顶 %2$s）", " (%s in all, capped at %2$s)", Numbers.shown(before), Numbers.shown(after));
        page.line(0, Text.of("%s：%s", "%s: %s", name, Numbers.shown(after)).plus(capped));
        for (AdjustmentResult one : given) {
            adjustment(one);
        }
    }

    private void adjustment(AdjustmentResult result) throws IOException {
        AdjustmentCard adjustment = card.adjustments().stream()
                .filter(one -> one.id().equals(result.id()))
                .findFirst()
                .orElseThrow();
        List<Text> cells = new AnswerWords(evaluation).cells(result.entries(), adjustment.items());
        TakenWords taken = new TakenWords(evaluation);
        Text heading = taken.isTaken(unit.unit(), result.id())
                ? new Text("；取自结果 ", "; taken ")
                : new Text("；填报 ", "; filled in ");
        Text filled = cells.isEmpty() ? Text.of("") : heading.plus(Text.join(cells, "、", ", "));
        Working working = result.working();
        Text words = working == null
                ? Text.of("")
                : new Text("；", "; ").plus(WorkingWords.of(working, adjustment.items(), adjustment.measuredIn()));
        page.line(
                1,
                Text.of("%s：%s", "%s: %s", adjustment.name(), Numbers.shown(result.points()))
                        .plus(filled)
                        .plus(words));
        if (taken.isConcerned(unit.unit(), result.id())) {
            for (Text line : taken.lines(unit.unit(), result.id(), adjustment.items())) {
                page.line(2, line);
            }
        }
    }

    private void total(Totals totals) throws IOException {
        Rational sum = totals.base().plus(totals.bonus()).minus(totals.penalty());
        StringBuilder formula = new StringBuilder(Numbers.shown(totals.base()));
        if (!totals.bonus().isZero()) {
            formula.append(" + ").append(Numbers.shown(totals.bonus()));
        }
        if (!totals.penalty().isZero()) {
            formula.append(" − ").append(Numbers.shown(totals.penalty()));
        }
        if (formula.indexOf(" ") >= 0) {
            formula.append(" = ").append(Numbers.shown(sum).replace('-', '−'));
        }
        int order = totals.exactFinal().compareTo(sum);
        Text bounded = order == 0
                ? Text.of("")
                : Text.of(" → %s", " → %s", Numbers.shown(totals.exactFinal()))
                        .plus(
                                order > 0
                                        ? new Text("（不低于 0）", " (not below 0)")
                                        : new Text("（不超过满分加加分上限）", " (not above full marks and the cap of the bonus)"));
        page.line(0, Text.of("最终得分：%s", "Final total: %s", formula).plus(bounded));
        Rounding rounding = card.finalRounding();
        if (rounding != null && !totals.exactFinal().equals(totals.finalTotal())) {
            page.line(
                    1,
                    "%s：%s → %s",
                    "%s: %s → %s",
                    Summary.rounding(rounding),
                    Numbers.shown(totals.exactFinal()),
                    rounding.format(totals.finalTotal()));
        }
    }

    private void facts() throws IOException {
        for (FactResult fact : unit.facts()) {
            String name = card.facts().stream()
                    .filter(one -> one.id().equals(fact.id()))
                    .findFirst()
                    .orElseThrow()
                    .name();
            Text cell = Text.join(new AnswerWords(evaluation).cells(List.of(fact.entry()), Map.of()), "", "");
            page.line(0, "事实：%s %s", "Fact: %s %s", name, cell);
        }
    }

    private void grade(Outcome outcome, Totals totals) throws IOException {
        boolean rounded = outcome.by().isEmpty()
                && card.gradeOnFinal()
                && outcome.compared().equals(totals.finalTotal());
        String compared =
                rounded ? Figures.total(outcome.compared(), card.finalRounding()) : Numbers.shown(outcome.compared());
        GradeCard reached = card.grades().get(outcome.reached());
        page.line(
                0,
                "按%s %s，%s：%s",
                "By the %s %s, %s: %s",
                comparedAs(outcome),
                compared,
                threshold(outcome.reached()),
                reached.name());
        for (Text cap : Remarks.caps(card, outcome)) {
            page.line(1, cap);
        }
        for (Step step : outcome.decisive()) {
            page.line(1, step.reason());
        }
        GradeCard grade = card.grades().get(outcome.grade());
        Text consequence = Summary.consequence(grade);
        page.line(
                0,
                Text.of("等次：%s", "Grade: %s", grade.name())
                        .plus(consequence.zh().isEmpty() ? consequence : Text.of("；%s", "; %s", consequence)));
        for (Text line : new HistoryWords(evaluation).lines(unit.unit())) {
            page.line(1, line);
        }
    }

    private Text comparedAs(Outcome outcome) {
        if (!outcome.by().isEmpty()) {
            return Text.of("“%s”得分", "points of %s", Remarks.area(card, outcome.by()));
        }
        return card.gradeOnFinal() ? new Text("最终得分", "final total") : new Text("基础分", "base total");
    }

    private Text threshold(int grade) {
        Rational least = card.grades().get(grade).atLeast();
        if (least != null) {
            return Text.of("达到 %s", "%s or more", Numbers.shown(least));
        }
        Rational above = null;
        for (GradeCard better : card.grades().subList(0, grade)) {
            above = better.atLeast() == null ? above : better.atLeast();
        }
        boolean lowest = grade == card.grades().size() - 1;
        return above == null || !lowest
                ? new Text("不设下限", "no lower bound")
                : Text.of("低于 %s", "below %s", Numbers.shown(above));
    }

    private void rank(Outcome outcome) throws IOException {
        String rank = ScoreTable.rank(outcome);
        if (rank.isEmpty()) {
            return;
        }
        long scored = peers(evaluation, outcome).count();
        Text line = Text.of("名次：第 %s 名（共 %s 个%s）", "Rank: %s (of %s %s)", rank, scored, among(outcome));
        List<String> equals = peers(evaluation, outcome)
                .filter(one -> outcome.tied() && !one.unit().equals(unit.unit()))
                .filter(one -> one.outcome() != null && one.outcome().rank().equals(outcome.rank()))
                .map(UnitResult::unit)
                .toList();
        if (!equals.isEmpty()) {
            line = line.plus(Text.of("，与%s并列", ", tied with %s", Text.list(equals)));
        }
        if (!outcome.decidedBy().isEmpty()) {
            line = line.plus(new Text("；", "; ")).plus(Remarks.decided(card, outcome));
        }
        page.line(0, line);
        for (Text decided : DecisionsJson.remarks(evaluation.decisions(), unit.unit())) {
            page.line(1, decided);
        }
    }

    /** Returns what the units are called that are ranked together. */
    static Text among(Outcome outcome) {
        return outcome.among().isEmpty() ? new Text("单位", "units") : Text.of(outcome.among());
    }

    /** Returns the units that are ranked together with that of {@code outcome}. */
    static Stream<UnitResult> peers(Evaluation evaluation, Outcome outcome) {
        return evaluation.units().stream()
                .filter(one -> one.outcome() != null && one.outcome().among().equals(outcome.among()));
    }
}
