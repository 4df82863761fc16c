package guifan.diff;

import guifan.diff.LineEffect.Kind;
import guifan.diff.LineEffect.Points;
import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluator;
import guifan.evaluate.Filing;
import guifan.evaluate.Ranker;
import guifan.evaluate.StandardCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.standard.Adjustments.Adjustment;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import guifan.standard.Standard.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The same facts under two standards, as far as the measures of the older one follow from those of the newer one.
 *
 * @param units in the order of the sheets
 * @param whole what differs in totals, grades and ranks, where every older measure follows for every unit; otherwise
 *     nothing, because a total with gaps would be guessed
 */
public record SameFacts(List<UnitFacts> units, Optional<ResultDiff> whole) {

    /**
     * One unit. Points are those of the rules, before re-basing; only rates can be compared.
     *
     * @param old what is comparable, by the older rules and points
     * @param rules the same by the newer rules, at the older points
     * @param now the same by the newer rules and points
     * @param lines every line of the crosswalk that asks something of this kind of unit
     */
    public record UnitFacts(String unit, String kind, Points old, Points rules, Points now, List<Line> lines) {

        /** Returns the lines that compare like that. */
        public List<Line> of(Kind kind) {
            return lines.stream().filter(line -> line.kind() == kind).toList();
        }
    }

    /**
     * One line of the crosswalk.
     *
     * @param old points by the older standard; nothing is reached where that does not follow
     * @param now points by the newer standard
     */
    public record Line(List<String> before, List<String> after, Kind kind, Points old, Points now) {}

    /** Returns the facts of {@code now}, which was evaluated under {@code after}, under both standards. */
    public static SameFacts of(Standard before, Standard after, Evaluation now) {
        List<MeasureLine> lines =
                MeasureLine.of(before, after, Crosswalk.of(before, after).links());
        List<UnitFacts> units = new ArrayList<>();
        List<UnitResult> older = new ArrayList<>();
        boolean complete = !now.isPartial();
        for (UnitResult unit : now.units()) {
            Map<String, List<Entry>> answers = answers(before, after, lines, unit);
            UnitResult derived =
                    new Evaluator(before).evaluate(Filing.of(after, unit).answering(answers));
            units.add(facts(before, after, lines, derived, unit, answers));
            older.add(derived);
            complete &=
                    before.indicators().allMatch(one -> !one.appliesTo(unit.kind()) || answers.containsKey(one.id()));
            complete &= asksTheSameBesides(before, after);
            complete &= before.bodies().limits().equals(after.bodies().limits());
        }
        if (!complete) {
            return new SameFacts(units, Optional.empty());
        }
        Evaluation old = new Evaluation(
                StandardCard.of(before),
                now.inputs(),
                now.year(),
                now.stage(),
                new Ranker(before).rank(older),
                List.of(),
                now.overrides(),
                List.of());
        return new SameFacts(units, Optional.of(ResultDiff.of(old, now)));
    }

    private static boolean asksTheSameBesides(Standard before, Standard after) {
        List<String> asked = after.adjustments().all().map(Adjustment::id).toList();
        return before.adjustments().all().map(Adjustment::id).allMatch(asked::contains)
                && after.facts().stream()
                        .map(Fact::id)
                        .toList()
                        .containsAll(before.facts().stream().map(Fact::id).toList());
    }

    /** Bonus, penalty and facts have no crosswalk; those of one id are the same. */
    private static Map<String, List<Entry>> answers(
            Standard before, Standard after, List<MeasureLine> lines, UnitResult unit) {
        Map<String, List<Entry>> answers = new HashMap<>();
        OldFacts facts = new OldFacts(before, after, unit);
        lines.forEach(line -> line.sources()
                .forEach((id, source) -> facts.answer(id, source).ifPresent(entries -> answers.put(id, entries))));
        unit.adjustments().forEach(item -> answers.put(item.id(), item.entries()));
        unit.facts().forEach(fact -> answers.put(fact.id(), List.of(fact.entry())));
        return answers;
    }

    private static UnitFacts facts(
            Standard before,
            Standard after,
            List<MeasureLine> lines,
            UnitResult derived,
            UnitResult now,
            Map<String, List<Entry>> answers) {
        List<Line> all = new ArrayList<>();
        Points old = Points.NONE;
        Points rules = Points.NONE;
        Points latest = Points.NONE;
        for (MeasureLine line : lines) {
            Points is = points(now, line.after());
            Points was = points(derived, line.before());
            boolean asked = MeasureLine.applies(before, line.before(), now.kind());
            boolean asks = MeasureLine.applies(after, line.after(), now.kind());
            boolean comparable = line.isDerivable()
                    && answers.keySet().containsAll(line.before())
                    && was.full().signum() > 0
                    && is.full().signum() > 0;
            if (comparable) {
                all.add(new Line(line.before(), line.after(), Kind.COMPARABLE, was, is));
                old = old.plus(was);
                rules = rules.plus(new Points(is.rate().times(was.full()), was.full()));
                latest = latest.plus(is);
            } else if (asked || asks) {
                boolean related = (asked && asks)
                        || (asks && line.related() && line.before().isEmpty());
                Kind kind = related ? Kind.INCOMPARABLE : asks ? Kind.ADDED : Kind.RETIRED;
                Points unknown = new Points(Rational.ZERO, full(before, line.before(), now.kind()));
                all.add(new Line(line.before(), line.after(), kind, unknown, is));
            }
        }
        return new UnitFacts(now.unit(), now.kind(), old, rules, latest, all);
    }

    private static Rational full(Standard standard, List<String> ids, String kind) {
        return ids.stream()
                .flatMap(id -> standard.indicator(id).stream())
                .filter((Indicator one) -> one.appliesTo(kind))
                .map(one -> one.wording(kind).points())
                .reduce(Rational.ZERO, Rational::plus);
    }

    private static Points points(UnitResult result, List<String> ids) {
        Points sum = Points.NONE;
        for (String id : ids) {
            Optional<IndicatorResult> one = result.indicator(id);
            sum = sum.plus(one.map(found -> new Points(found.score(), found.possible()))
                    .orElse(Points.NONE));
        }
        return sum;
    }
}
