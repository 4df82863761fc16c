package guifan.paper;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AdjustmentCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.StandardCard.FactCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.FactResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.report.ClauseWords;
import guifan.report.LostPage;
import guifan.report.UnitDetails;
import guifan.report.UnitDetails.Line;
import guifan.rule.Numbers;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the papers of one unit may say: its own figures, and means where they tell of nobody else. */
final class UnitValues {

    /** With fewer units a mean would tell the figures of another. */
    private static final int FEWEST_FOR_MEAN = 3;

    /** How many areas are named as strong, and as weak; more where rates are equal. */
    private static final int NAMED_AREAS = 2;

    private final PaperValues common;
    private final Evaluation evaluation;
    private final StandardCard card;
    private final UnitResult unit;
    private final UnitDetails details;

    UnitValues(PaperValues common, Evaluation evaluation, UnitResult unit) {
        this.common = common;
        this.evaluation = evaluation;
        this.card = evaluation.standard();
        this.unit = unit;
        this.details = new UnitDetails(evaluation, unit);
    }

    /** Returns the values, with those of every paper. */
    Map<String, Object> values(PaperSettings settings, Addressees addressees) {
        Map<String, Object> values = common.common();
        Outcome outcome = unit.outcome();
        @Nullable GradeCard grade = outcome == null ? null : card.grades().get(outcome.grade());
        values.put("unit", unit.unit());
        values.put("kind", unit.kind());
        values.put("congress", common.say(addressees.congress(unit)));
        values.put("party", common.say(addressees.party(unit)));
        totals(values);
        boolean ranked = outcome != null && !outcome.rank().isZero();
        values.put("rank", ranked && outcome != null ? outcome.rank().toString() : "—");
        values.put("tied", outcome != null && outcome.tied());
        values.put("grade", grade == null ? "—" : grade.name());
        values.put("caps", common.say(details.held()));
        values.put("deadline", common.day(settings.deadline().day(grade == null ? null : grade.rectifyDays())));
        values.put("counting", common.say(settings.deadline().counting()));
        values.put("losses", losses());
        values.put("compared", evaluation.units().size() >= FEWEST_FOR_MEAN);
        areas(values);
        return values;
    }

    private void totals(Map<String, Object> values) {
        Totals totals = unit.totals();
        values.put("final", figure(totals, one -> common.total(one.finalTotal())));
        values.put("raw", figure(totals, one -> Numbers.shown(one.raw())));
        values.put("applicable", figure(totals, one -> Numbers.shown(one.possible())));
        values.put("rebased", totals != null && totals.isRebased());
        Rational areas = unit.areas().stream().map(AreaResult::score).reduce(Rational.ZERO, Rational::plus);
        values.put("summed", totals != null && totals.raw().equals(areas));
        values.put("base", figure(totals, one -> Numbers.shown(one.base())));
        values.put("bonus", figure(totals, one -> Numbers.shown(one.bonus())));
        values.put("penalty", figure(totals, one -> Numbers.shown(one.penalty())));
        List<Map<String, Object>> adjustments =
                unit.adjustments().stream().map(this::adjustment).toList();
        values.put("adjusted", !adjustments.isEmpty());
        values.put("adjustments", adjustments);
        values.put("facts", unit.facts().stream().map(this::fact).toList());
    }

    private static String figure(@Nullable Totals totals, Function<Totals, String> shown) {
        return totals == null ? "—" : shown.apply(totals);
    }

    private Map<String, Object> adjustment(AdjustmentResult result) {
        AdjustmentCard adjustment = card.adjustments().stream()
                .filter(one -> one.id().equals(result.id()))
                .findFirst()
                .orElseThrow();
        Map<String, Object> values = line(details.of(adjustment, result));
        Text name = result.penalty()
                ? Text.of("扣分·%s", "penalty: %s", adjustment.name())
                : Text.of("加分·%s", "bonus: %s", adjustment.name());
        values.put("name", common.say(name));
        values.put(
                "points", (result.penalty() && !result.points().isZero() ? "−" : "") + Numbers.shown(result.points()));
        return values;
    }

    private Map<String, Object> fact(FactResult result) {
        FactCard fact = card.facts().stream()
                .filter(one -> one.id().equals(result.id()))
                .findFirst()
                .orElseThrow();
        Map<String, Object> values = line(details.of(fact, result));
        values.put("name", fact.name());
        return values;
    }

    private Map<String, Object> line(Line line) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("filled", common.say(line.filled()));
        values.put("clause", common.say(line.clause()));
        values.put("working", common.say(line.working()));
        return values;
    }

    private List<Map<String, Object>> losses() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (LostPage.Loss loss : LostPage.losses(evaluation, unit)) {
            rows.add(Map.of(
                    "number", rows.size() + 1,
                    "name", common.say(loss.name()),
                    "points", Numbers.shown(loss.points()),
                    "reason", common.say(Text.join(loss.lines(), "；", "; ")),
                    "evidence", loss.evidence().isEmpty() ? "—" : String.join("、", loss.evidence())));
        }
        return rows;
    }

    /** An area of the unit with the share that was reached of what applies. */
    private record Rated(String name, Rational rate) {}

    private void areas(Map<String, Object> values) {
        List<Map<String, Object>> areas = new ArrayList<>();
        List<Rated> rated = new ArrayList<>();
        for (int i = 0; i < card.areas().size(); i++) {
            AreaCard area = card.areas().get(i);
            AreaResult result = unit.areas().get(i);
            areas.add(area(area, result));
            if (result.possible().signum() > 0) {
                rated.add(new Rated(area.name(), result.score().dividedBy(result.possible())));
            }
        }
        values.put("areas", areas);
        rated.sort(Comparator.comparing(Rated::rate));
        boolean enough = rated.size() >= 2 * NAMED_AREAS;
        values.put("parted", false);
        if (enough) {
            Rational low = rated.get(NAMED_AREAS - 1).rate();
            Rational high = rated.get(rated.size() - NAMED_AREAS).rate();
            values.put("parted", low.compareTo(high) < 0);
            values.put(
                    "weak",
                    names(rated.stream()
                            .filter(one -> one.rate().compareTo(low) <= 0)
                            .toList()));
            values.put(
                    "strong",
                    names(rated.stream()
                            .filter(one -> one.rate().compareTo(high) >= 0)
                            .toList()));
        }
    }

    private String names(List<Rated> rated) {
        List<Text> names = rated.stream()
                .map(one -> Text.of("%s（%s）", "%s (%s)", one.name(), PaperValues.percent(one.rate())))
                .toList();
        return common.say(Text.join(names, "、", ", "));
    }

    private Map<String, Object> area(AreaCard area, AreaResult result) {
        boolean applies = result.possible().signum() > 0;
        List<Rational> rates = common.rates(one -> one.area(area.id()), AreaResult::score, AreaResult::possible);
        return Map.of(
                "name", area.name(),
                "score", applies ? Numbers.shown(result.score()) : common.say(new Text("不适用", "n/a")),
                "possible", applies ? Numbers.shown(result.possible()) : "—",
                "rate", applies ? PaperValues.percent(result.score().dividedBy(result.possible())) : "—",
                "mean", rates.size() >= FEWEST_FOR_MEAN ? PaperValues.percent(PaperValues.mean(rates)) : "—",
                "indicators", area.leaves().map(this::indicator).toList());
    }

    private Map<String, Object> indicator(IndicatorCard indicator) {
        IndicatorResult result = unit.indicator(indicator.id()).orElseThrow();
        boolean applies = result.possible().signum() > 0;
        Map<String, Object> values = line(details.of(indicator, result));
        values.put("name", indicator.wording(unit.kind()).name());
        values.put("clause", common.say(ClauseWords.of(indicator.wording(unit.kind()))));
        values.put("score", applies ? Numbers.shown(result.score()) : common.say(new Text("不计入", "left out")));
        values.put("possible", applies ? Numbers.shown(result.possible()) : "—");
        return values;
    }
}
