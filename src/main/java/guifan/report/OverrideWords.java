package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Overrides;
import guifan.evaluate.Overrides.Change;
import guifan.evaluate.Overrides.Standing;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.number.Rational;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what was changed by hand, and what that does. */
public final class OverrideWords {

    private final Evaluation evaluation;
    private final StandardCard card;

    public OverrideWords(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.card = evaluation.standard();
    }

    /** Returns the changes of one unit in a few words with their effect, empty if there are none. */
    Text remark(UnitResult unit) {
        List<Change> changes = changes(unit.unit());
        return changes.isEmpty()
                ? Text.of("")
                : Text.of("更正 %s 处（%s）", "%s changed by hand (%s)", changes.size(), effect(unit));
    }

    /** Returns the changes of one unit in full for a single cell, empty if there are none. */
    Text full(UnitResult unit) {
        List<Text> said = changes(unit.unit()).stream().map(this::line).toList();
        Text remark = remark(unit);
        return said.isEmpty() ? remark : remark.plus(Text.of("：%s", ": %s", Text.join(said, "／", " / ")));
    }

    private List<Change> changes(String unit) {
        Overrides overrides = evaluation.overrides();
        return overrides == null ? List.of() : overrides.of(unit);
    }

    /** Returns the changes of one unit, one line each, to all indicators or to the one named. */
    public List<Text> lines(UnitResult unit, @Nullable String question) {
        return changes(unit.unit()).stream()
                .filter(change -> question == null || change.question().equals(question))
                .map(this::line)
                .toList();
    }

    private Text line(Change change) {
        String item = change.item().isEmpty() ? "" : "·" + change.item();
        return Text.of(
                "%s：%s → %s；理由：%s；批准：%s，%s，%s",
                "%s: %s → %s; reason: %s; approved by %s, %s, %s",
                name(change.question()) + item,
                change.was(),
                change.now(),
                change.reason(),
                change.approvedBy(),
                change.date(),
                change.document());
    }

    private String name(String question) {
        Stream<String> indicators = card.indicators()
                .filter(one -> one.id().equals(question))
                .map(one -> one.base().name());
        Stream<String> adjustments = card.adjustments().stream()
                .filter(one -> one.id().equals(question))
                .map(StandardCard.AdjustmentCard::name);
        Stream<String> facts =
                card.facts().stream().filter(one -> one.id().equals(question)).map(StandardCard.FactCard::name);
        return Stream.of(indicators, adjustments, facts)
                .flatMap(names -> names)
                .findFirst()
                .orElse(question);
    }

    /**
     * Returns what the changes do to the total, grade and rank of {@code unit}.
     *
     * @throws NullPointerException if the result knows of no manual changes
     */
    public Text effect(UnitResult unit) {
        Overrides overrides = Objects.requireNonNull(evaluation.overrides());
        Standing without = overrides.without(unit.unit()).orElse(null);
        if (without == null || unit.totals() == null || unit.outcome() == null) {
            return new Text("无影响", "no effect");
        }
        if (without.total() == null || without.grade() == null) {
            return new Text("不更正则无法评分", "without that it could not be graded");
        }
        Rational total = unit.totals().finalTotal();
        Outcome outcome = unit.outcome();
        List<Text> effects = new ArrayList<>();
        if (!without.total().equals(total)) {
            effects.add(Text.of("得分 %s→%s", "total %s→%s", total(without.total()), total(total)));
        }
        if (without.grade() != outcome.grade()) {
            effects.add(Text.of("等次 %s→%s", "grade %s→%s", grade(without.grade()), grade(outcome.grade())));
        }
        if (!without.rank().isZero() && !without.rank().equals(outcome.rank())) {
            effects.add(Text.of("名次 %s→%s", "rank %s→%s", without.rank(), outcome.rank()));
        }
        return effects.isEmpty()
                ? new Text("得分、等次、名次不变", "total, grade and rank unchanged")
                : Text.join(effects, "，", ", ");
    }

    private String total(Rational value) {
        return Figures.total(value, card.finalRounding());
    }

    private String grade(int index) {
        GradeCard grade = card.grades().get(index);
        return grade.name();
    }

    /** Returns all changes with their effect on the whole, empty if there was no file of them. */
    List<Text> summary() {
        Overrides overrides = evaluation.overrides();
        if (overrides == null) {
            return List.of();
        }
        List<Text> lines = new ArrayList<>();
        List<String> changed =
                overrides.changes().stream().map(Change::unit).distinct().toList();
        lines.add(Text.of(
                "更正 %s 处，涉及 %s 个单位（%s）",
                "Changed by hand: %s in %s units (%s)",
                overrides.changes().size(),
                changed.size(),
                overrides.file().name()));
        for (Change change : overrides.changes()) {
            lines.add(Text.of("　%s：", "  %s: ", change.unit()).plus(line(change)));
        }
        for (String name : changed) {
            evaluation
                    .unit(name)
                    .ifPresent(unit -> lines.add(Text.of("　更正对%s的影响：%s", "  Effect on %s: %s", name, effect(unit))));
        }
        List<Text> others = evaluation.units().stream()
                .filter(unit -> !changed.contains(unit.unit()))
                .filter(unit -> overrides.without(unit.unit()).isPresent())
                .map(unit -> Text.of("%s %s", "%s %s", unit.unit(), effect(unit)))
                .toList();
        if (!others.isEmpty()) {
            lines.add(Text.of("　其他单位随之变化：%s", "  Others that change with it: %s", Text.join(others, "；", "; ")));
        }
        return lines;
    }
}
