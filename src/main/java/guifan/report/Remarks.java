package guifan.report;

import guifan.evaluate.Combined;
import guifan.evaluate.Combined.Lack;
import guifan.evaluate.Evaluation;
import guifan.evaluate.PanelResult;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.StandardCard.CapCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Step;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.UnitResult.Why;
import guifan.evaluate.Unrated;
import guifan.number.Rational;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is noted beside a unit. */
final class Remarks {

    private Remarks() {}

    /** What stands for the grade of a unit that could not be graded. */
    static final Text UNRATED = new Text("未评", "not rated");

    /** Returns why {@code unit} was not rated: what was found first, and how much there is. */
    static Text of(Unrated unit) {
        Text first = unit.first()
                .place()
                .words()
                .plus(new Text("：", ": "))
                .plus(unit.first().message());
        return unit.reasons().size() == 1
                ? first
                : first.plus(Text.of("（共 %s 处）", " (%s errors)", unit.reasons().size()));
    }

    /** Returns what is noted beside {@code unit}, what was changed by hand in a few words. */
    static Text of(Evaluation evaluation, UnitResult unit) {
        return joined(plain(evaluation, unit), new OverrideWords(evaluation).remark(unit));
    }

    /** Returns what is noted beside {@code unit}, what was changed by hand in full. */
    static Text full(Evaluation evaluation, UnitResult unit) {
        return joined(plain(evaluation, unit), new OverrideWords(evaluation).full(unit));
    }

    private static Text plain(Evaluation evaluation, UnitResult unit) {
        List<Text> more = new ArrayList<>(new TakenWords(evaluation).remarks(unit));
        more.addAll(DecisionsJson.remarks(evaluation.decisions(), unit.unit()));
        more.addAll(new HistoryWords(evaluation).remarks(unit.unit()));
        return joined(of(evaluation.standard(), unit), Text.join(more, "；", "; "));
    }

    private static Text joined(Text one, Text other) {
        return one.zh().isEmpty() || other.zh().isEmpty()
                ? one.plus(other)
                : one.plus(new Text("；", "; ")).plus(other);
    }

    /** Returns what is noted beside {@code unit}, empty if nothing. */
    static Text of(StandardCard card, UnitResult unit) {
        List<Text> remarks = new ArrayList<>();
        Outcome outcome = unit.outcome();
        if (outcome == null) {
            remarks.add(withoutTotal(unit));
        } else {
            remarks.addAll(caps(card, outcome));
            remarks.addAll(briefly(card, outcome));
            if (outcome.tied()) {
                remarks.add(new Text("并列", "tied"));
            }
            if (!outcome.decidedBy().isEmpty()) {
                remarks.add(decided(card, outcome));
            }
        }
        remarks.addAll(CombinedWords.lacks(card, unit));
        count(remarks, unit, Set.of(Basis.NOT_REPORTED), "未报 %s 项", "%s not reported");
        count(
                remarks,
                unit,
                Set.of(Basis.MISSING_ZERO, Basis.MISSING_EXCLUDED, Basis.MISSING_FULL),
                "未填 %s 项",
                "%s left blank");
        count(remarks, unit, Set.of(Basis.FALSE_MATERIAL), "作假 %s 项", "%s false");
        Totals totals = unit.totals();
        if (totals != null) {
            remarks.addAll(limits(totals));
        }
        return Text.join(remarks, "；", "; ");
    }

    /** Returns the limits that bonuses and penalties ran into. */
    static List<Text> limits(Totals totals) {
        List<Text> remarks = new ArrayList<>();
        limit(remarks, totals.bonusBeforeCap(), totals.bonus(), new Text("加分", "bonus"));
        limit(remarks, totals.penaltyBeforeCap(), totals.penalty(), new Text("扣分", "penalty"));
        return remarks;
    }

    /** Returns why a grade is lower than the total alone would make it: conditions and quotas. */
    static List<Text> lowered(Outcome outcome) {
        return outcome.decisive().stream()
                .filter(step -> step.to() > step.from())
                .map(Step::reason)
                .toList();
    }

    /** Returns the same, in one remark where the places of several grades did not suffice. */
    private static List<Text> briefly(StandardCard card, Outcome outcome) {
        List<Step> places = outcome.decisive().stream()
                .filter(step -> step.to() > step.from() && step.why() == Why.QUOTA)
                .toList();
        if (places.size() < 2) {
            return lowered(outcome);
        }
        List<Text> grades = places.stream()
                .map(step -> Text.of(card.grades().get(step.from()).name()))
                .toList();
        List<Text> remarks = new ArrayList<>(outcome.decisive().stream()
                .filter(step -> step.to() > step.from() && step.why() != Why.QUOTA)
                .map(Step::reason)
                .toList());
        remarks.add(Text.of("名额所限，未列入%s", "for want of places not in %s", Text.join(grades, "、", ", ")));
        return remarks;
    }

    /** Returns what stands for the score of an area that is left out. */
    static Text leftOut(AreaResult area) {
        return isLacking(area) ? new Text("无得分", "no score") : leftOut(area.leaves());
    }

    /** Returns whether an area has no score for another reason than that nothing in it applies. */
    static boolean isLacking(AreaResult area) {
        Combined combined = area.combined();
        return combined != null && combined.lack() != Lack.NONE && combined.lack() != Lack.EMPTY;
    }

    /** Returns what stands for the score of an indicator that is left out. */
    static Text leftOut(IndicatorResult indicator) {
        return leftOut(Stream.of(indicator));
    }

    private static Text leftOut(Stream<IndicatorResult> indicators) {
        List<Basis> bases = indicators.map(IndicatorResult::basis).toList();
        if (bases.contains(Basis.FEW_MARKS)) {
            return new Text("无效", "invalid");
        }
        return bases.contains(Basis.WITHHELD) ? new Text("待比较", "withheld") : new Text("不适用", "n/a");
    }

    /** Returns what makes a difference between the contributions of indicators and the base total before rounding. */
    static Text ofNodes(UnitResult unit) {
        if (PanelResult.of(unit).findAny().isPresent()) {
            return new Text("考评员合计与合成的舍入差", "rounding of the assessors' sums and of what they come to");
        }
        return isCombined(unit)
                ? new Text("各级合成方法、上下限和舍入的差额", "how areas are combined, their bounds and rounding")
                : new Text("方面舍入差", "rounding of areas");
    }

    /** Returns whether scores are anywhere more than a sum. */
    static boolean isCombined(UnitResult unit) {
        return unit.combined() != null
                || unit.areas().stream().flatMap(CombinedWords::withInner).anyMatch(area -> area.combined() != null);
    }

    /** Returns why {@code unit} has no total. */
    static Text withoutTotal(UnitResult unit) {
        Optional<PanelResult> few =
                PanelResult.of(unit).filter(panel -> panel.combined() == null).findFirst();
        if (few.isPresent()) {
            return PanelWords.tooFew(few.get());
        }
        if (unit.indicators().anyMatch(one -> one.basis() == Basis.FEW_MARKS)) {
            return new Text("打分的考评员不足，评分无效", "too few assessors gave marks: no score");
        }
        if (unit.isWithheld()) {
            return new Text("有指标须与其他单位比较，暂无总分", "an indicator is compared with other units: no total yet");
        }
        boolean lacking =
                unit.areas().stream().flatMap(CombinedWords::withInner).anyMatch(Remarks::isLacking);
        Combined combined = unit.combined();
        boolean empty = combined == null || combined.lack() == Lack.EMPTY;
        return empty && lacking
                ? new Text("没有一个方面有得分", "no area has a score")
                : combined == null ? new Text("没有适用的指标", "no indicator applies") : CombinedWords.lack(combined);
    }

    /** Returns the caps that hold, each with its reason. */
    static List<Text> caps(StandardCard card, Outcome outcome) {
        return outcome.caps().stream()
                .flatMap(id -> card.caps().stream().filter(cap -> cap.id().equals(id)))
                .map(cap -> cap(card, outcome, cap))
                .toList();
    }

    private static Text cap(StandardCard card, Outcome outcome, CapCard cap) {
        Text words = Text.of(
                "封顶%s：%s", "capped at %s: %s", card.grades().get(cap.atMost()).name(), cap.reason());
        boolean lowers = outcome.reached() < cap.atMost();
        return lowers ? words : words.plus(new Text("（未因此降等）", " (grade not lowered by it)"));
    }

    /** Returns what decided between equal totals. */
    static Text decided(StandardCard card, Outcome outcome) {
        List<Text> links = Arrays.stream(outcome.decidedBy().split(","))
                .map(link -> link(card, link))
                .toList();
        return links.size() == 1
                ? Text.of("同分，按%s排定", "equal totals, decided by %s", links.get(0))
                : Text.of("同分，依次按%s排定", "equal totals, decided by %s", Text.join(links, "、", ", then "));
    }

    private static Text link(StandardCard card, String key) {
        String[] link = key.split(":", 2);
        if (link.length < 2) {
            return Text.of("%s得分率", "the rate of %s", area(card, key));
        }
        String indicator = card.indicator(link[1]).map(IndicatorCard::shortName).orElse(link[1]);
        return switch (link[0]) {
            case "indicator" -> Text.of("%s得分率", "the rate of %s", indicator);
            case "measure" -> Text.of("%s实绩", "the measure of %s", indicator);
            case "base" -> new Text("基础分", "the base total");
            case "decision" -> Text.of("%s的决定", "decision of %s", link[1]);
            case "exact" -> new Text("未舍入的得分", "the totals before rounding");
            default -> new Text("考评员评分合计", "the sum of all marks");
        };
    }

    /** Returns the name of an area, its id where it has none. */
    static String area(StandardCard card, String id) {
        return card.areas().stream()
                .flatMap(Remarks::withInner)
                .filter(one -> one.id().equals(id))
                .map(AreaCard::name)
                .findFirst()
                .orElse(id);
    }

    /** Returns an area and every one in it, at any depth. */
    static Stream<AreaCard> withInner(AreaCard area) {
        return Stream.concat(Stream.of(area), area.areas().stream().flatMap(Remarks::withInner));
    }

    private static void count(List<Text> remarks, UnitResult unit, Set<Basis> bases, String zh, String en) {
        long number =
                unit.indicators().filter(one -> bases.contains(one.basis())).count();
        if (number > 0) {
            remarks.add(Text.of(zh, en, number));
        }
    }

    private static void limit(List<Text> remarks, Rational before, Rational after, Text what) {
        if (!before.equals(after)) {
            remarks.add(
                    Text.of("%s %s，封顶 %s", "%s of %s capped at %s", what, Figures.brief(before), Figures.brief(after)));
        }
    }
}
