package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.GroupResult;
import guifan.evaluate.GroupingCard;
import guifan.evaluate.History;
import guifan.evaluate.Overrides;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.Taken;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.Unrated;
import guifan.source.Text;
import guifan.source.Width;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that what was read hangs together, so that no output stumbles over it later. */
final class ResultCheck {

    private final StandardCard card;

    private ResultCheck(StandardCard card) {
        this.card = card;
    }

    /** Refuses an evaluation whose units do not fit its standard. */
    static void check(Evaluation evaluation) throws ResultFormatException {
        ResultCheck check = new ResultCheck(evaluation.standard());
        check.card();
        check.overrides(evaluation.overrides());
        taken(evaluation.taken());
        history(evaluation.history());
        Set<String> names = new HashSet<>();
        for (UnitResult unit : evaluation.units()) {
            check.that(names.add(unit.unit()), unit, "单位重复", "the unit appears twice");
            check.unit(unit);
        }
        check.groups(evaluation.groups());
        for (Unrated unit : evaluation.unrated()) {
            if (!names.add(unit.unit()) || unit.reasons().isEmpty()) {
                throw new ResultFormatException(Text.of(
                        "%s：未评的单位重复或没有原因", "%s: unrated twice, or without a reason", Width.visible(unit.unit())));
            }
        }
    }

    private void groups(List<GroupResult> groups) throws ResultFormatException {
        GroupingCard grouping = card.groups();
        boolean known = groups.stream()
                .allMatch(group -> grouping != null
                        && (group.mean() == null
                                || (group.mean().grade() >= 0
                                        && group.mean().grade()
                                                < grouping.grades().size()
                                        && group.weight().signum() > 0)));
        if (!known) {
            throw new ResultFormatException(new Text("汇总与标准不符", "what is put together differs from the standard"));
        }
    }

    private void overrides(@Nullable Overrides overrides) throws ResultFormatException {
        boolean known = overrides == null
                || overrides.without().stream()
                        .allMatch(without -> without.grade() == null || isGrade(without.grade()));
        if (!known) {
            throw new ResultFormatException(new Text("更正前的等次不明", "the grade without manual changes is unknown"));
        }
    }

    private static void taken(Taken taken) throws ResultFormatException {
        int sources = taken.sources().size();
        if (taken.takings().stream().anyMatch(one -> one.source() < 0 || one.source() >= sources)) {
            throw new ResultFormatException(new Text("所取的其他结果不明", "a result that was taken is unknown"));
        }
    }

    private static void history(History history) throws ResultFormatException {
        int sources = history.sources().size();
        if (history.units().stream()
                .flatMap(unit -> unit.past().stream())
                .anyMatch(one -> one.source() < 0 || one.source() >= sources)) {
            throw new ResultFormatException(new Text("往年的结果不明", "an earlier result is unknown"));
        }
    }

    private void card() throws ResultFormatException {
        boolean known = card.caps().stream().allMatch(cap -> isGrade(cap.atMost()));
        if (!known) {
            throw new ResultFormatException(new Text("等次上限不在等次之列", "a cap names no grade"));
        }
    }

    private void unit(UnitResult unit) throws ResultFormatException {
        that(fits(card.areas(), unit.areas()), unit, "方面或指标与标准不符", "areas or indicators differ from the standard");
        Outcome outcome = unit.outcome();
        that((outcome == null) == (unit.totals() == null), unit, "得分与等次不全", "totals and grade do not go together");
        if (unit.totals() != null) {
            that(unit.totals().possible().signum() > 0, unit, "适用分值应大于 0", "the points that apply must be above 0");
        }
        if (outcome != null) {
            that(isGrade(outcome.reached()) && isGrade(outcome.grade()), unit, "等次不明", "the grade is unknown");
            boolean steps = outcome.steps().stream().allMatch(step -> isGrade(step.from()) && isGrade(step.to()));
            that(steps, unit, "定等次的步骤不明", "a step of the grade is unknown");
            Set<String> caps = new HashSet<>();
            card.caps().forEach(cap -> caps.add(cap.id()));
            that(caps.containsAll(outcome.caps()), unit, "等次上限不明", "a cap is unknown");
        }
        boolean adjustments = unit.adjustments().stream()
                .allMatch(result -> card.adjustments().stream()
                        .anyMatch(one -> one.id().equals(result.id()) && one.penalty() == result.penalty()));
        that(adjustments, unit, "加扣分项目不明", "a bonus or penalty is unknown");
        boolean facts = unit.facts().stream()
                .allMatch(
                        result -> card.facts().stream().anyMatch(one -> one.id().equals(result.id())));
        that(facts, unit, "事实项不明", "a fact is unknown");
    }

    private boolean isGrade(int index) {
        return index >= 0 && index < card.grades().size();
    }

    private static boolean fits(List<AreaCard> cards, List<AreaResult> results) {
        if (cards.size() != results.size()) {
            return false;
        }
        for (int i = 0; i < cards.size(); i++) {
            AreaCard area = cards.get(i);
            AreaResult result = results.get(i);
            List<String> asked = area.indicators().stream().map(one -> one.id()).toList();
            List<String> given =
                    result.indicators().stream().map(one -> one.id()).toList();
            if (!area.id().equals(result.id()) || !asked.equals(given) || !fits(area.areas(), result.areas())) {
                return false;
            }
        }
        return true;
    }

    private void that(boolean holds, UnitResult unit, String zh, String en) throws ResultFormatException {
        if (!holds) {
            Text name = Text.of("%s：", "%s: ", Width.visible(unit.unit()));
            throw new ResultFormatException(name.plus(new Text(zh, en)));
        }
    }
}
