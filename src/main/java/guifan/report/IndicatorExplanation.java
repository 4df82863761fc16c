package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Reduction;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.StandardCard.WordingCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.rule.Numbers;
import guifan.rule.Working;
import guifan.source.Text;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An indicator of a unit: in a line or two, or as the whole chain from the cell to the contribution. */
final class IndicatorExplanation {

    private final Evaluation evaluation;
    private final AnswerWords answers;
    private final TakenWords taken;
    private final UnitResult unit;
    private final Page page;

    IndicatorExplanation(Evaluation evaluation, UnitResult unit, Page page) {
        this.evaluation = evaluation;
        this.answers = new AnswerWords(evaluation);
        this.taken = new TakenWords(evaluation);
        this.unit = unit;
        this.page = page;
    }

    /** Returns points reached of those possible, and what they contribute where that differs. */
    static Text points(Rational score, Rational possible, Rational contribution) {
        String raw = Numbers.shown(score) + " / " + Numbers.shown(possible);
        return Text.of(score.equals(contribution) ? raw : raw + " → " + Numbers.shown(contribution));
    }

    /** Writes the indicator in a line, and what was lost with its reason in another. */
    void brief(int level, IndicatorCard card, IndicatorResult result) throws IOException {
        WordingCard wording = card.wording(unit.kind());
        if (result.basis() == Basis.NOT_APPLICABLE
                && result.possible().isZero()
                && result.entries().isEmpty()) {
            page.line(level, "%s：不适用", "%s: n/a", wording.name());
            return;
        }
        List<Text> cells = answers.cells(result.entries(), wording.items());
        Text heading = taken.isTaken(unit.unit(), card.id())
                ? new Text("；取自结果 ", "; taken ")
                : new Text("；填报 ", "; filled in ");
        Text filled = cells.isEmpty() ? Text.of("") : heading.plus(list(cells));
        Text points = result.possible().isZero()
                ? new Text("不计入", "left out")
                : points(result.score(), result.possible(), result.contribution());
        page.line(
                level,
                Text.of("%s：", "%s: ", wording.name()).plus(points).plus(filled).plus(made(result, wording)));
        Rational lost = result.possible().minus(result.score());
        if (result.basis() != Basis.RULE) {
            page.line(level + 1, lost(lost, result, AnswerWords.state(result, unit)));
        } else if (lost.signum() != 0) {
            page.line(level + 1, lost(lost, result, wording.clause()));
        }
    }

    /** Returns how several cells became one measure. */
    private static Text made(IndicatorResult result, WordingCard wording) {
        Optional<Text> measure = result.entries().size() < 2 ? Optional.empty() : AnswerWords.measure(result, wording);
        return measure.map(text -> Text.of("；实绩 %s", "; measure %s", text)).orElse(Text.of(""));
    }

    private static Text lost(Rational lost, IndicatorResult result, Text reason) {
        if (lost.isZero()) {
            return reason;
        }
        Text rebased = lost.equals(result.lost())
                ? Text.of("")
                : Text.of("（折算后 %s）", " (re-based %s)", Numbers.shown(result.lost()));
        return Text.of("扣 %s%s：%s", "lost %s%s: %s", Numbers.shown(lost), rebased, reason);
    }

    private static Text list(List<Text> texts) {
        return Text.join(texts, "、", ", ");
    }

    /** Writes the whole chain. */
    void chain(String area, IndicatorCard card, IndicatorResult result) throws IOException {
        WordingCard wording = card.wording(unit.kind());
        page.line(0, "方面：%s", "Area: %s", area);
        page.line(0, "指标：%s（%s），%s 分", "Indicator: %s (%s), %s points", wording.name(), card.id(), wording.points());
        page.line(0, "规则：%s", "Rule: %s", wording.clause());
        List<Text> cells = answers.cells(result.entries(), wording.items());
        if (!cells.isEmpty()) {
            page.line(0, "%s：%s", "%s: %s", taken.heading(unit.unit(), card.id()), list(cells));
        }
        for (Text line : taken.lines(unit.unit(), card.id(), wording.items())) {
            page.line(0, line);
        }
        Optional<Reduction> reduction = evaluation.reduction(unit.unit(), card.id());
        if (reduction.isPresent()) {
            page.line(0, "核减：%s", "Checked: %s", answers.reduction(reduction.get(), wording.items()));
        }
        if (result.basis() != Basis.RULE) {
            page.line(0, "状态：%s", "State: %s", AnswerWords.state(result, unit));
        }
        Optional<Text> measure = AnswerWords.measure(result, wording);
        if (measure.isPresent()) {
            page.line(0, "实绩：%s", "Measure: %s", measure.get());
        }
        if (!result.marks().isEmpty()) {
            page.line(0, "各人得分：%s", "Scores by assessor: %s", list(marks(result)));
        }
        Working working = result.working();
        if (working != null) {
            page.line(0, "计算：%s", "Working: %s", WorkingWords.of(working, wording.items(), wording.measuredIn()));
        }
        score(result, working == null ? result.score() : working.score());
        contribution(result);
        about(wording);
    }

    private static List<Text> marks(IndicatorResult result) {
        return result.marks().stream()
                .map(mark -> Text.of((mark.assessor() + " " + Numbers.shown(mark.score())).strip()))
                .toList();
    }

    private void score(IndicatorResult result, Rational computed) throws IOException {
        Text rounded = computed.equals(result.score())
                ? Text.of("")
                : Text.of("（由 %s 舍入）", " (rounded from %s)", Figures.result(computed));
        String score = Numbers.shown(result.score());
        if (result.possible().isZero()) {
            page.line(0, "得分：不计入", "Score: left out");
        } else {
            page.line(0, "得分：%s / %s%s", "Score: %s / %s%s", score, Numbers.shown(result.possible()), rounded);
        }
    }

    private void contribution(IndicatorResult result) throws IOException {
        if (result.possible().isZero()) {
            return;
        }
        Rational factor = factor(result);
        Text product = factor.equals(Rational.ONE)
                ? Text.of("")
                : Text.of(Figures.exact(result.score()) + " × " + Figures.exact(factor) + " = ");
        page.line(
                0,
                "对基础分的贡献：%s%s，最多 %s",
                "Contribution to the base total: %s%s, at most %s",
                product,
                Figures.result(result.contribution()),
                Numbers.shown(result.most()));
    }

    /** What a point adds to the total; less than it could where a panel has a factor that is not the largest. */
    private static Rational factor(IndicatorResult result) {
        Rational most = result.most().dividedBy(result.possible());
        boolean other =
                result.score().signum() != 0 && !result.score().times(most).equals(result.contribution());
        return other ? result.contribution().dividedBy(result.score()) : most;
    }

    private void about(WordingCard wording) throws IOException {
        if (!wording.evidence().isEmpty()) {
            page.line(
                    0,
                    "佐证：%s",
                    "Evidence: %s",
                    list(wording.evidence().stream().map(Text::of).toList()));
        }
        for (Text basis : wording.basis()) {
            page.line(0, "依据：%s", "Legal basis: %s", basis);
        }
        if (!wording.note().isEmpty()) {
            page.line(0, "说明：%s", "Note: %s", wording.note());
        }
    }
}
