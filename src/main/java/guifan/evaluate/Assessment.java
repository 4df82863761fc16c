package guifan.evaluate;

import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.rule.Form;
import guifan.rule.Item;
import guifan.rule.Rule.Fallback;
import guifan.rule.Rule.Shape;
import guifan.rule.Working;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Missing;
import guifan.standard.Indicator.Ratio;
import guifan.standard.Indicator.Wording;
import guifan.standard.Panel;
import guifan.standard.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one indicator comes to by its own rule, before anything is re-based.
 *
 * @param possible the points that apply, 0 where it is left out
 */
record Assessment(
        Basis basis,
        List<Entry> entries,
        @Nullable Rational measure,
        @Nullable Working working,
        Rational score,
        Rational possible) {

    /** Returns the assessment of an indicator that does not apply to the unit, by its kind or by an exemption. */
    static Assessment notApplicable(Rational points, boolean full, List<Entry> entries) {
        Rational given = full ? points : Rational.ZERO;
        return new Assessment(Basis.NOT_APPLICABLE, entries, null, null, given, given);
    }

    /**
     * Returns what {@code entries} come to under the wording for {@code kind}.
     *
     * @param facts what the rule has to know of the unit
     * @param usual how scores are rounded unless the indicator says it, or null
     * @param population what rules that compare units look at
     */
    static Assessment of(
            Indicator indicator,
            String kind,
            List<Entry> entries,
            UnitFacts facts,
            @Nullable Rounding usual,
            Population population) {
        Wording wording = indicator.wording(kind);
        @Nullable Rounding rounding = indicator.rounding() == null ? usual : indicator.rounding();
        if (has(entries, CellState.FALSE_MATERIAL)) {
            return zero(Basis.FALSE_MATERIAL, entries, wording);
        }
        if (entries.stream().allMatch(entry -> entry.state() == CellState.BLANK)) {
            return missing(indicator.missing(), entries, wording);
        }
        boolean checklist = wording.rule().shape() == Shape.CHECKLIST;
        boolean whole = entries.size() == 1 && entries.get(0).item().isEmpty();
        boolean none = entries.stream().allMatch(entry -> entry.state() == CellState.NOT_REPORTED);
        if (none || (has(entries, CellState.NOT_REPORTED) && (whole || !checklist))) {
            return zero(Basis.NOT_REPORTED, entries, wording);
        }
        Map<String, Rational> measures = measures(entries);
        if (wording.ratio() != null && measures.containsKey(Question.WHOLE)) {
            Rational all = measures.getOrDefault(Question.WHOLE, Rational.ZERO);
            if (all.isZero()) {
                return zeroOfZero(wording.ratio(), entries, wording);
            }
            Rational part = measures.getOrDefault(Question.PART, Rational.ZERO);
            measures = Map.of("", part.times(Rational.HUNDRED).dividedBy(all));
        } else if (indicator.panel() != null) {
            Optional<Rational> combined = combined(indicator.panel(), entries);
            if (combined.isEmpty()) {
                return indicator.panel().fewRefused()
                        ? missing(indicator.missing(), entries, wording)
                        : tooFewMarks(entries);
            }
            measures = Map.of("", combined.get());
        }
        Map<String, Rational> filled = measures;
        Rational measure = filled.containsKey("")
                ? filled.get("")
                : wording.form().made(filled, "").orElse(null);
        if (wording.rule().relative().isPresent() && measure != null) {
            return population
                    .score(indicator, kind, measure)
                    .map(working -> scored(
                            wording,
                            entries,
                            measure,
                            facts.multiplied(wording.rule(), working)
                                    .with(wording.form().made(filled)),
                            rounding))
                    .orElseGet(
                            () -> new Assessment(Basis.WITHHELD, entries, measure, null, Rational.ZERO, Rational.ZERO));
        }
        Optional<Fallback> fallback = wording.rule().fallback(measures);
        if (fallback.isPresent()) {
            return instead(fallback.get(), entries, wording);
        }
        return scored(wording, entries, measures, facts, rounding);
    }

    /** Returns the assessment of an indicator that fewer assessors marked than a score takes. */
    static Assessment tooFewMarks(List<Entry> entries) {
        return new Assessment(Basis.FEW_MARKS, entries, null, null, Rational.ZERO, Rational.ZERO);
    }

    private static Assessment instead(Fallback fallback, List<Entry> entries, Wording wording) {
        Rational points = wording.points();
        return switch (fallback) {
            case FULL -> new Assessment(Basis.VOID, entries, null, null, points, points);
            case EXCLUDE -> new Assessment(Basis.VOID, entries, null, null, Rational.ZERO, Rational.ZERO);
            case ZERO, ERROR -> zero(Basis.VOID, entries, wording);
        };
    }

    /** Returns what led to {@code result}, which several assessors marked. */
    static Assessment of(IndicatorResult result) {
        return new Assessment(
                result.basis(),
                result.entries(),
                result.measure(),
                result.working(),
                result.score(),
                result.possible());
    }

    /** Returns the same of {@code others}, which say the same at another place. */
    Assessment of(List<Entry> others) {
        return new Assessment(basis, others, measure, working, score, possible);
    }

    /** Returns this with points multiplied by {@code share}, the rate of the score staying what it is. */
    Assessment times(Rational share) {
        return share.equals(Rational.ONE)
                ? this
                : new Assessment(basis, entries, measure, working, score.times(share), possible.times(share));
    }

    /** Returns the result of indicator {@code id} where a point of {@link #score} adds {@code factor} to the total. */
    IndicatorResult result(String id, Rational factor) {
        return result(id, factor, List.of());
    }

    /** Returns the same with what the indicator came to for each of several assessors. */
    IndicatorResult result(String id, Rational factor, List<PanelResult.Mark> marks) {
        return new IndicatorResult(
                id,
                basis,
                entries,
                measure,
                working,
                score,
                possible,
                score.times(factor),
                possible.times(factor),
                marks);
    }

    private static Assessment scored(
            Wording wording,
            List<Entry> entries,
            Map<String, Rational> measures,
            UnitFacts facts,
            @Nullable Rounding rounding) {
        boolean counted = measures.containsKey(Question.COUNTED);
        Form form = counted ? wording.rule().counted().orElseThrow() : facts.form(wording);
        Map<String, Rational> byItem =
                counted ? Map.of("", measures.getOrDefault(Question.COUNTED, Rational.ZERO)) : measures;
        if (form.items().stream().map(Item::id).noneMatch(byItem::containsKey)) {
            return new Assessment(Basis.NOT_APPLICABLE, entries, null, null, Rational.ZERO, Rational.ZERO);
        }
        Working working = facts.explained(wording.rule(), form.score(byItem));
        @Nullable Rational measure = working.measure().orElse(byItem.getOrDefault("", byItem.get(Item.MEASURE)));
        return scored(wording, entries, measure, working, rounding);
    }

    private static Assessment scored(
            Wording wording,
            List<Entry> entries,
            @Nullable Rational measure,
            Working working,
            @Nullable Rounding rounding) {
        Rational score = rounding == null ? working.score() : rounding.apply(working.score());
        return new Assessment(Basis.RULE, entries, measure, working, score, wording.points());
    }

    private static boolean has(List<Entry> entries, CellState state) {
        return entries.stream().anyMatch(entry -> entry.state() == state);
    }

    /** An item of a checklist that was not reported counts as not met; one that does not arise has no measure. */
    private static Map<String, Rational> measures(List<Entry> entries) {
        Map<String, Rational> measures = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.value() != null) {
                measures.put(entry.item(), entry.value());
            } else if (entry.state() == CellState.NOT_REPORTED) {
                measures.put(entry.item(), Rational.ZERO);
            }
        }
        return measures;
    }

    /** Combines the marks of the assessors who gave one. */
    private static Optional<Rational> combined(Panel panel, List<Entry> entries) {
        List<Panel.Mark> marks = new ArrayList<>();
        for (Entry entry : entries) {
            Rational weight =
                    panel.weight(Assessor.parse(entry.assessor()).role()).orElse(Rational.ONE);
            if (entry.value() != null) {
                marks.add(new Panel.Mark(entry.value(), weight));
            }
        }
        return panel.combine(marks).map(Panel.Combined::value);
    }

    private static Assessment zero(Basis basis, List<Entry> entries, Wording wording) {
        return new Assessment(basis, entries, null, null, Rational.ZERO, wording.points());
    }

    private static Assessment missing(Missing policy, List<Entry> entries, Wording wording) {
        Rational points = wording.points();
        return switch (policy) {
            case ZERO, ERROR -> zero(Basis.MISSING_ZERO, entries, wording);
            case EXCLUDE -> new Assessment(Basis.MISSING_EXCLUDED, entries, null, null, Rational.ZERO, Rational.ZERO);
            case FULL -> new Assessment(Basis.MISSING_FULL, entries, null, null, points, points);
        };
    }

    private static Assessment zeroOfZero(Ratio ratio, List<Entry> entries, Wording wording) {
        Rational points = wording.points();
        return switch (ratio.whenZero()) {
            case FULL -> new Assessment(Basis.ZERO_OF_ZERO, entries, null, null, points, points);
            case EXCLUDE -> new Assessment(Basis.ZERO_OF_ZERO, entries, null, null, Rational.ZERO, Rational.ZERO);
            case ZERO, ERROR -> zero(Basis.ZERO_OF_ZERO, entries, wording);
        };
    }
}
