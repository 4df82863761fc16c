package guifan.report;

import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AdjustmentCard;
import guifan.evaluate.StandardCard.FactCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.StandardCard.ItemCard;
import guifan.evaluate.StandardCard.WordingCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.FactResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.rule.Working;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one unit filled in and what came of it, answer by answer, in words. */
public final class UnitDetails {

    private static final Text NOTHING = Text.of("—");

    private final Evaluation evaluation;
    private final StandardCard card;
    private final UnitResult unit;

    public UnitDetails(Evaluation evaluation, UnitResult unit) {
        this.evaluation = evaluation;
        this.card = evaluation.standard();
        this.unit = unit;
    }

    /**
     * An answer.
     *
     * @param filled what was filled in, and what checking changed of it
     * @param clause the rule in words; empty for a fact
     * @param working how the rule gave the score, or why it was not asked
     */
    public record Line(Text filled, Text clause, Text working) {}

    /** Returns the answer to an indicator of the standard. */
    public Line of(IndicatorCard indicator, IndicatorResult result) {
        WordingCard wording = indicator.wording(unit.kind());
        List<Text> working = new ArrayList<>();
        if (result.basis() != Basis.RULE) {
            working.add(AnswerWords.state(result, unit));
        }
        if (result.entries().size() > 1) {
            AnswerWords.measure(result, wording).ifPresent(working::add);
        }
        if (result.working() != null) {
            working.add(worked(result.working(), wording));
            if (!result.working().score().equals(result.score())) {
                working.add(Text.of(
                        "由 %s 舍入",
                        "rounded from %s", Figures.result(result.working().score())));
            }
        }
        return new Line(
                filled(indicator.id(), result.entries(), wording.items()),
                wording.clause(),
                working.isEmpty() ? NOTHING : Text.join(working, "；", "; "));
    }

    private static Text worked(Working working, WordingCard wording) {
        return WorkingWords.of(working, wording.items(), wording.measuredIn());
    }

    /** Returns the answer to a bonus or penalty of the standard. */
    public Line of(AdjustmentCard adjustment, AdjustmentResult result) {
        Working working = result.working();
        return new Line(
                filled(adjustment.id(), result.entries(), adjustment.items()),
                adjustment.clause(),
                working == null ? NOTHING : WorkingWords.of(working, adjustment.items(), adjustment.measuredIn()));
    }

    /** Returns the answer to a fact of the standard. */
    public Line of(FactCard fact, FactResult result) {
        return new Line(filled(fact.id(), List.of(result.entry()), Map.of()), Text.of(""), NOTHING);
    }

    private Text filled(String id, List<Entry> entries, Map<String, ItemCard> items) {
        List<Text> answers = AnswerWords.answers(entries, items);
        Text filled = answers.isEmpty() ? NOTHING : Text.join(answers, "、", ", ");
        return evaluation
                .reduction(unit.unit(), id)
                .map(one -> filled.plus(Text.of("（%s）", " (%s)", new AnswerWords(evaluation).reduction(one, items))))
                .orElse(filled);
    }

    /** Returns why the grade is not what the total alone would give: caps, conditions and quotas. */
    public Text held() {
        if (unit.outcome() == null) {
            return Text.of("");
        }
        List<Text> reasons = new ArrayList<>(Remarks.caps(card, unit.outcome()));
        reasons.addAll(Remarks.lowered(unit.outcome()));
        return Text.join(reasons, "；", "; ");
    }
}
