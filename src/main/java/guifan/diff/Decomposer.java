package guifan.diff;

import guifan.diff.LineEffect.Kind;
import guifan.diff.LineEffect.Points;
import guifan.evaluate.Entry;
import guifan.evaluate.Evaluator;
import guifan.evaluate.Filing;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.standard.Standard;
import guifan.standard.StandardId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes the differences between results of two standards apart, as {@link Decomposition} says. */
public final class Decomposer {

    private final Standard older;
    private final Standard newer;
    private final boolean backwards;
    private final List<MeasureLine> lines;

    private Decomposer(Standard older, Standard newer, boolean backwards) {
        this.older = older;
        this.newer = newer;
        this.backwards = backwards;
        this.lines = MeasureLine.of(older, newer, Crosswalk.of(older, newer).links());
    }

    /** Returns what takes differences from {@code before} to {@code after} apart, if there is a crosswalk. */
    public static Optional<Decomposer> of(Standard before, Standard after) {
        return switch (Crosswalk.of(before, after).basis()) {
            case STATED -> Optional.of(new Decomposer(before, after, false));
            case STATED_BACKWARDS -> Optional.of(new Decomposer(after, before, true));
            case SAME_EDITION -> {
                boolean late = order(before).compareTo(order(after)) > 0;
                yield Optional.of(late ? new Decomposer(after, before, true) : new Decomposer(before, after, false));
            }
            case IDS -> Optional.empty();
        };
    }

    /** Two texts of one edition are ordered by their amendments, so that both directions take apart the same. */
    private static String order(Standard standard) {
        Integer amendment = StandardId.parse(standard.identity().id()).amendment();
        return String.format(Locale.ROOT, "%05d", amendment == null ? 0 : amendment)
                + standard.identity().rulesHash();
    }

    /** Returns the difference between two results of one unit, taken apart; nothing where a side has no score. */
    public Optional<Decomposition> decompose(UnitResult before, UnitResult after) {
        UnitResult old = backwards ? after : before;
        UnitResult now = backwards ? before : after;
        if (old.totals() == null || now.totals() == null) {
            return Optional.empty();
        }
        Decomposition parts = isSameRules() ? work(old, now) : parts(old, now);
        return Optional.of(backwards ? parts.reversed() : parts);
    }

    /** Returns whether the standard of the right side is the older one, so that work is measured by that. */
    boolean isBackwards() {
        return backwards;
    }

    private boolean isSameRules() {
        return older.identity().rulesHash().equals(newer.identity().rulesHash());
    }

    /** By the same rules everything is work. */
    private Decomposition work(UnitResult old, UnitResult now) {
        List<LineEffect> effects = new ArrayList<>();
        for (MeasureLine line : lines) {
            Points was = points(old, line.before());
            Points is = points(now, line.after());
            Map<Effect, Rational> work = Map.of(Effect.WORK, is.reached().minus(was.reached()));
            effects.add(new LineEffect(line.before(), line.after(), Kind.COMPARABLE, was, is.reached(), is, work));
        }
        return ended(old, now, Map.of(Effect.WORK, difference(old, now)), effects);
    }

    private Decomposition parts(UnitResult old, UnitResult now) {
        boolean plain = isPlain(older) && isPlain(newer);
        if (plain && (!isSum(older, old) || !isSum(newer, now))) {
            return ended(old, now, Map.of(Effect.INCOMPARABLE, difference(old, now)), List.of());
        }
        Totals was = totals(old);
        Rational usual = was.exact().dividedBy(older.total());
        List<LineEffect> effects = effects(old, now, usual);
        AdjustmentSteps adjustments = new AdjustmentSteps(older, newer, old, now);
        TotalSteps steps = new TotalSteps(older, newer, was);
        Rational base = was.exact();
        for (Effect effect : List.of(Effect.WORK, Effect.INCOMPARABLE, Effect.STRUCTURE, Effect.RULES, Effect.POINTS)) {
            for (LineEffect line : effects) {
                base = base.plus(line.effect(effect));
            }
            if (effect == Effect.INCOMPARABLE && !plain) {
                base = base.plus(beside(newer, now)).minus(beside(older, old));
            }
            if (effect == Effect.POINTS) {
                Rational grown = full(now, newer).minus(full(old, older));
                base = base.plus(usual.times(grown));
            }
            steps.to(effect, base, adjustments.at(effect));
        }
        return ended(old, now, steps.ending(totals(now).finalTotal()), effects);
    }

    private static boolean isPlain(Standard standard) {
        return standard.isPlain() && standard.panels().isEmpty();
    }

    private static Rational full(UnitResult result, Standard standard) {
        return points(result, standard.indicators().map(one -> one.id()).toList())
                .full();
    }

    /** Returns what the base total has beside contributions: what bounds, roots and roundings of areas do. */
    private static Rational beside(Standard standard, UnitResult result) {
        return totals(result)
                .exact()
                .minus(points(result, standard.indicators().map(one -> one.id()).toList())
                        .reached());
    }

    /** Where totals are no sums of contributions, no part of them can be given to a line. */
    private static boolean isSum(Standard standard, UnitResult result) {
        Rational sum = points(result, standard.indicators().map(one -> one.id()).toList())
                .reached();
        return standard.rounding().area() != null || sum.equals(totals(result).exact());
    }

    private static Decomposition ended(
            UnitResult old, UnitResult now, Map<Effect, Rational> parts, List<LineEffect> effects) {
        return new Decomposition(totals(old).finalTotal(), totals(now).finalTotal(), parts, effects);
    }

    private static Rational difference(UnitResult old, UnitResult now) {
        return totals(now).finalTotal().minus(totals(old).finalTotal());
    }

    private static Totals totals(UnitResult result) {
        Totals totals = result.totals();
        if (totals == null) {
            throw new IllegalStateException("checked before");
        }
        return totals;
    }

    private List<LineEffect> effects(UnitResult old, UnitResult now, Rational usual) {
        Map<String, Rational> rates = ratesOfNewFacts(old, now);
        List<LineEffect> effects = new ArrayList<>();
        for (MeasureLine line : lines) {
            Points was = points(old, line.before());
            Points is = points(now, line.after());
            if (was.full().isZero() && is.full().isZero()) {
                continue;
            }
            boolean comparable = line.isDerivable()
                    && rates.keySet().containsAll(line.before())
                    && was.full().signum() > 0
                    && is.full().signum() > 0;
            effects.add(comparable ? comparable(line, old, now, rates, usual) : other(line, old, now, usual));
        }
        return effects;
    }

    private LineEffect comparable(
            MeasureLine line, UnitResult old, UnitResult now, Map<String, Rational> rates, Rational usual) {
        Points was = points(old, line.before());
        Points is = points(now, line.after());
        Rational derived = Rational.ZERO;
        for (String id : line.before()) {
            Rational full = old.indicator(id).orElseThrow().most();
            derived = derived.plus(rates.getOrDefault(id, Rational.ZERO).times(full));
        }
        Points known = new Points(derived, was.full());
        Rational factor = is.full().dividedBy(possible(now, line.after()));
        Rational rebased = possible(old, line.before()).times(factor);
        Map<Effect, Rational> effects = new EnumMap<>(Effect.class);
        effects.put(Effect.WORK, derived.minus(was.reached()));
        effects.put(
                Effect.STRUCTURE, rebased.minus(was.full()).times(known.rate().minus(usual)));
        effects.put(Effect.RULES, rebased.times(is.rate().minus(known.rate())));
        effects.put(Effect.POINTS, is.full().minus(rebased).times(is.rate().minus(usual)));
        return new LineEffect(line.before(), line.after(), Kind.COMPARABLE, was, derived, is, effects);
    }

    private LineEffect other(MeasureLine line, UnitResult old, UnitResult now, Rational usual) {
        Points was = points(old, line.before());
        Points is = points(now, line.after());
        boolean asked = MeasureLine.applies(older, line.before(), old.kind());
        boolean asks = MeasureLine.applies(newer, line.after(), now.kind());
        boolean ofRelated = line.related() && line.before().isEmpty();
        Kind kind = !old.kind().equals(now.kind()) || (asked && asks) || (ofRelated && asks)
                ? Kind.INCOMPARABLE
                : asks ? Kind.ADDED : Kind.RETIRED;
        Effect effect = kind == Kind.INCOMPARABLE ? Effect.INCOMPARABLE : Effect.STRUCTURE;
        Rational amount = is.above(usual).minus(was.above(usual));
        return new LineEffect(line.before(), line.after(), kind, was, was.reached(), is, Map.of(effect, amount));
    }

    /** Evaluates the newer facts by the older rules, and returns the rates of those older indicators that follow. */
    private Map<String, Rational> ratesOfNewFacts(UnitResult old, UnitResult now) {
        Map<String, Rational> rates = new HashMap<>();
        if (!old.kind().equals(now.kind())) {
            return rates;
        }
        OldFacts facts = new OldFacts(older, newer, now);
        Map<String, List<Entry>> answers = new HashMap<>();
        lines.forEach(line -> line.sources()
                .forEach((id, source) -> facts.answer(id, source).ifPresent(entries -> answers.put(id, entries))));
        UnitResult derived = new Evaluator(older).evaluate(Filing.of(newer, now).answering(answers));
        answers.keySet()
                .forEach(id -> derived.indicator(id)
                        .filter(one -> one.possible().signum() > 0)
                        .ifPresent(one -> rates.put(id, one.score().dividedBy(one.possible()))));
        return rates;
    }

    private static Points points(UnitResult result, List<String> ids) {
        Points sum = Points.NONE;
        for (String id : ids) {
            Optional<IndicatorResult> one = result.indicator(id);
            sum = sum.plus(one.map(found -> new Points(found.contribution(), found.most()))
                    .orElse(Points.NONE));
        }
        return sum;
    }

    private static Rational possible(UnitResult result, List<String> ids) {
        return ids.stream()
                .flatMap(id -> result.indicator(id).stream())
                .map(IndicatorResult::possible)
                .reduce(Rational.ZERO, Rational::plus);
    }
}
