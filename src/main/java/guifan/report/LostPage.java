package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.StandardCard.ItemCard;
import guifan.evaluate.StandardCard.WordingCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.rule.Numbers;
import guifan.rule.Working;
import guifan.rule.Working.Term;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where a unit lost points, the largest loss first: the rule, and what is missing. */
public final class LostPage {

    private final Evaluation evaluation;
    private final StandardCard card;
    private final UnitResult unit;
    private final Page page;

    private LostPage(Evaluation evaluation, UnitResult unit, Page page) {
        this.evaluation = evaluation;
        this.card = evaluation.standard();
        this.unit = unit;
        this.page = page;
    }

    /**
     * A loss with the lines that explain it.
     *
     * @param evidence the papers that the standard asks for
     */
    public record Loss(Rational points, Text name, List<Text> lines, List<String> evidence) {}

    /**
     * Writes what {@code unit} lost.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(Evaluation evaluation, UnitResult unit, Language language, Appendable out)
            throws IOException {
        new LostPage(evaluation, unit, new Page(out, language)).write();
    }

    private void write() throws IOException {
        for (Text line : StandardLine.lines(evaluation)) {
            page.line(0, line);
        }
        Totals totals = unit.totals();
        if (totals == null) {
            page.line(0, "%s：无得分，%s", "%s: no score, %s", unit.unit(), Remarks.withoutTotal(unit));
            return;
        }
        List<Loss> losses = losses();
        report(losses, totals);
    }

    /** Returns what {@code unit} lost, the largest loss first; nothing where it has no total. */
    public static List<Loss> losses(Evaluation evaluation, UnitResult unit) {
        return unit.totals() == null
                ? List.of()
                : new LostPage(evaluation, unit, new Page(new StringBuilder(), Language.ZH)).losses();
    }

    private List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        card.indicators()
                .forEach(indicator -> unit.indicator(indicator.id())
                        .filter(result -> result.lost().signum() > 0)
                        .ifPresent(result -> losses.add(loss(indicator, result))));
        unit.adjustments().stream()
                .filter(one -> one.penalty() && one.points().signum() > 0)
                .forEach(one -> losses.add(penalty(one)));
        Rational nodes = ofNodes();
        if (nodes.signum() > 0) {
            losses.add(new Loss(nodes, Remarks.ofNodes(unit), List.of(), List.of()));
        }
        losses.sort(Comparator.comparing(Loss::points).reversed());
        return losses;
    }

    /** Returns what is lost beside the indicators, where scores are not just added; what is given back is negative. */
    private Rational ofNodes() {
        Totals totals = Objects.requireNonNull(unit.totals());
        Rational leaves = unit.indicators().map(IndicatorResult::lost).reduce(Rational.ZERO, Rational::plus);
        return Remarks.isCombined(unit) ? card.total().minus(totals.exact()).minus(leaves) : Rational.ZERO;
    }

    private void report(List<Loss> losses, Totals totals) throws IOException {
        Rational lost = losses.stream().map(Loss::points).reduce(Rational.ZERO, Rational::plus);
        page.line(
                0,
                "单位：%s（%s），最终得分 %s；失分 %s 处，共 %s 分",
                "Unit: %s (%s), final total %s; points lost in %s places, %s in all",
                unit.unit(),
                unit.kind(),
                Figures.total(totals.finalTotal(), card.finalRounding()),
                losses.size(),
                Numbers.shown(lost));
        if (totals.bonus().signum() > 0) {
            page.line(
                    0,
                    "加分 %s 分另计，不在失分之内",
                    "bonus of %s besides, not among the points lost",
                    Numbers.shown(totals.bonus()));
        }
        if (ofNodes().signum() < 0) {
            Text gained = Text.of(
                    "%s：补回 %s 分",
                    "%s: %s given back",
                    Remarks.ofNodes(unit),
                    Numbers.shown(ofNodes().negate()));
            page.line(0, gained);
        }
        page.blank();
        int number = 0;
        for (Loss loss : losses) {
            number++;
            page.line(0, "%s. %s：失 %s 分", "%s. %s: lost %s", number, loss.name(), Numbers.shown(loss.points()));
            for (Text line : loss.lines()) {
                page.line(1, line);
            }
        }
    }

    private Loss loss(IndicatorCard indicator, IndicatorResult result) {
        WordingCard wording = indicator.wording(unit.kind());
        List<Text> lines = new ArrayList<>();
        Text rebased = result.most().equals(result.possible())
                ? Text.of("")
                : Text.of(
                        "（折算前失 %s）",
                        " (%s before re-basing)",
                        Numbers.shown(result.possible().minus(result.score())));
        lines.add(
                Text.of("得分 %s / %s", "score %s / %s", Numbers.shown(result.score()), Numbers.shown(result.possible()))
                        .plus(rebased));
        if (result.basis() != Basis.RULE) {
            lines.add(Text.of("状态：%s", "state: %s", AnswerWords.state(result, unit)));
        }
        Optional<Text> measure = AnswerWords.measure(result, wording);
        measure.ifPresent(text -> lines.add(Text.of("实绩：%s", "measure: %s", text)));
        List<Text> missing = missing(result, wording);
        List<Text> cells = new AnswerWords(evaluation).cells(result.entries(), wording.items());
        if (measure.isEmpty() && missing.isEmpty() && !cells.isEmpty()) {
            lines.add(Text.of("填报：%s", "filled in: %s", Text.join(cells, "、", ", ")));
        }
        lines.addAll(missing);
        lines.add(Text.of("规则：%s", "rule: %s", ClauseWords.of(wording)));
        return new Loss(result.lost(), Text.of(wording.name()), lines, wording.evidence());
    }

    /** Returns the items that are not as good as they can be, those of the same answer together. */
    private static List<Text> missing(IndicatorResult result, WordingCard wording) {
        Working working = result.working();
        Map<String, List<String>> items = new LinkedHashMap<>();
        List<Text> counts = new ArrayList<>();
        for (Term term : working == null ? List.<Term>of() : working.terms()) {
            ItemCard item = wording.items().get(term.item());
            if (item == null || term.item().isEmpty()) {
                continue;
            }
            int best = item.words().size() - 1;
            if (best > 0 && term.measure().compareTo(Rational.of(best)) < 0) {
                String word = item.show(term.measure());
                items.computeIfAbsent(word, one -> new ArrayList<>()).add(item.name());
            } else if (best < 0 && term.points().signum() < 0) {
                counts.add(Text.of("%s %s", "%s %s", item.name(), Figures.exact(term.measure())));
            }
        }
        List<Text> lines = new ArrayList<>();
        items.forEach((word, names) -> lines.add(Text.of(
                "%s：%s", "%s: %s", word.equals("否") ? new Text("缺", "missing") : Text.of(word), Text.list(names))));
        if (!counts.isEmpty()) {
            lines.add(Text.of("扣分情形：%s", "faults: %s", Text.join(counts, "、", ", ")));
        }
        return lines;
    }

    private Loss penalty(AdjustmentResult result) {
        var adjustment = card.adjustments().stream()
                .filter(one -> one.id().equals(result.id()))
                .findFirst()
                .orElseThrow();
        List<Text> lines = new ArrayList<>();
        List<Text> cells = new AnswerWords(evaluation).cells(result.entries(), adjustment.items());
        if (!cells.isEmpty()) {
            lines.add(Text.of("填报：%s", "filled in: %s", Text.join(cells, "、", ", ")));
        }
        lines.add(Text.of("规则：%s", "rule: %s", adjustment.clause()));
        Totals totals = Objects.requireNonNull(unit.totals());
        if (!totals.penaltyBeforeCap().equals(totals.penalty())) {
            lines.add(Text.of(
                    "扣分合计 %s，封顶 %s",
                    "penalties of %s are capped at %s",
                    Numbers.shown(totals.penaltyBeforeCap()),
                    Numbers.shown(totals.penalty())));
        }
        return new Loss(result.points(), Text.of("扣分·%s", "penalty: %s", adjustment.name()), lines, List.of());
    }
}
