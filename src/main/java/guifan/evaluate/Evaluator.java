package guifan.evaluate;

import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.FactResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.standard.Area;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Applies a standard to what one unit filled in; of other units it knows only the {@link Population}. */
public final class Evaluator {

    private final Standard standard;
    private final Population population;
    private final Map<String, Rational> shares;
    /** The indicators that no assessor marks alone. */
    private final List<Indicator> plain;

    /** Whether there are other indicators. */
    private final boolean judged;

    private final Area root;

    /** What answers came to that are known to be the same wherever they stand, by what is said. */
    private final IdentityHashMap<List<Entry>, Assessment> known = new IdentityHashMap<>();

    /** Makes an evaluator that withholds the scores that depend on other units. */
    public Evaluator(Standard standard) {
        this(standard, Population.UNKNOWN);
    }

    /** Makes an evaluator of the units that make up {@code population}. */
    public Evaluator(Standard standard, Population population) {
        this(standard, population, Map.of());
    }

    /**
     * Makes an evaluator that tries other points.
     *
     * @param shares what the points of an indicator are multiplied by, 0 or more, where that is not 1
     */
    Evaluator(Standard standard, Population population, Map<String, Rational> shares) {
        this.standard = standard;
        this.population = population;
        this.shares = Map.copyOf(shares);
        this.plain = standard.indicators()
                .filter(indicator -> indicator.above() == null)
                .toList();
        this.judged = plain.size() < standard.indicators().count();
        this.root = standard.root();
    }

    /** Returns the results of all units there are, each with its rank. */
    static List<UnitResult> together(Standard standard, List<Filing> filings) {
        return together(standard, filings, Map.of());
    }

    /** The same with the points of indicators multiplied by {@code shares}. */
    static List<UnitResult> together(Standard standard, List<Filing> filings, Map<String, Rational> shares) {
        return together(standard, filings, shares, ranked -> Map.of());
    }

    /** The same where the order of equal units was decided upon. */
    static List<UnitResult> together(
            Standard standard, List<Filing> filings, Function<List<UnitResult>, Map<String, Rational>> decision) {
        return together(standard, filings, Map.of(), decision);
    }

    /** The same with other points, and where the order of equal units was decided upon. */
    static List<UnitResult> together(
            Standard standard,
            List<Filing> filings,
            Map<String, Rational> shares,
            Function<List<UnitResult>, Map<String, Rational>> decision) {
        Evaluator evaluator = new Evaluator(standard, Population.of(standard, filings), shares);
        List<UnitResult> ranked = evaluator.all(filings, new Ranker(standard));
        Map<String, Rational> orders = decision.apply(ranked);
        return orders.isEmpty() ? ranked : evaluator.all(filings, new Ranker(standard, orders));
    }

    /** Returns the results of some of the units, without their ranks and what else depends on the others. */
    static List<UnitResult> apart(Standard standard, List<Filing> filings, Map<String, Rational> shares) {
        return new Evaluator(standard, Population.UNKNOWN, shares).all(filings, null);
    }

    /**
     * Returns the results of {@code filings}; where there are many, they are made when they are asked for.
     *
     * @param ranker ranks them, or null where they get no ranks
     */
    private List<UnitResult> all(List<Filing> filings, @Nullable Ranker ranker) {
        boolean few = DerivedUnits.areFew(standard, filings.size());
        List<UnitResult> kept = new ArrayList<>();
        List<Contender> contenders = new ArrayList<>();
        for (Filing filing : filings) {
            UnitResult unit = evaluate(filing);
            if (few) {
                kept.add(unit);
            } else {
                contenders.add(
                        ranker == null
                                ? new Contender(unit.unit(), unit.kind(), unit.outcome(), List.of())
                                : ranker.contender(unit));
            }
        }
        if (few) {
            return ranker == null ? kept : ranker.rank(kept);
        }
        IdentityHashMap<Contender, Outcome> ranked =
                ranker == null ? new IdentityHashMap<>() : ranker.outcomes(contenders);
        List<DerivedUnits.Standing> standings = contenders.stream()
                .map(unit -> new DerivedUnits.Standing(
                        unit.unit(), Optional.ofNullable(ranked.getOrDefault(unit, unit.outcome()))))
                .toList();
        return new DerivedUnits(filings, this::evaluate, standings);
    }

    /** Returns the result of one unit, without its rank. */
    public UnitResult evaluate(Filing filing) {
        Map<String, Assessment> assessed = new HashMap<>();
        for (Indicator indicator : plain) {
            assessed.put(indicator.id(), assess(indicator, filing));
        }
        Jury jury = new Jury(filing, this::assess);
        NodeScore node = new Aggregation(standard, filing, shares, jury).score(root, assessed);
        List<FactResult> facts = standard.facts().stream()
                .flatMap(fact -> filing.answer(fact.id()).stream().map(entry -> new FactResult(fact.id(), entry)))
                .toList();
        boolean scored = node.possible().signum() > 0 && !isWithoutTotal(assessed);
        Rational factor = scored ? standard.total().dividedBy(node.possible()) : Rational.ZERO;
        AreaResult marked = node.result(factor);
        if (judged) {
            marked.leaves().forEach(one -> assessed.putIfAbsent(one.id(), Assessment.of(one)));
        }
        boolean few = scored && isWithoutTotal(assessed);
        AreaResult whole = few ? node.result(Rational.ZERO) : marked;
        List<AdjustmentResult> adjustments = new Adjusting(standard, filing, assessed).all();
        @Nullable Totals totals = scored && !few ? totals(node, whole, adjustments) : null;
        @Nullable
        Outcome outcome = totals == null
                ? null
                : new GradeDecision(standard.grades(), filing, assessed, whole.areas(), totals).outcome();
        return new UnitResult(
                filing.unit(),
                filing.kind(),
                filing.place(),
                whole.areas(),
                totals,
                adjustments,
                facts,
                outcome,
                filing.details(),
                node.combined(),
                whole.panel());
    }

    private static boolean isWithoutTotal(Map<String, Assessment> assessed) {
        return assessed.values().stream()
                .anyMatch(one -> one.basis() == UnitResult.Basis.WITHHELD || one.basis() == UnitResult.Basis.FEW_MARKS);
    }

    /** Returns what one question alone adds to the score, negative for a penalty; nothing where it has no score. */
    Optional<Rational> points(String id, Filing filing) {
        Optional<Indicator> indicator = standard.indicator(id);
        if (indicator.isPresent()) {
            return points(indicator.get(), filing);
        }
        if (standard.facts().stream().anyMatch(fact -> fact.id().equals(id))) {
            return Optional.empty();
        }
        Rational sum = Rational.ZERO;
        for (AdjustmentResult item : new Adjusting(standard, filing, Map.of()).all()) {
            if (item.id().equals(id)) {
                sum = item.penalty() ? sum.minus(item.points()) : sum.plus(item.points());
            }
        }
        return Optional.of(sum);
    }

    /** Of what every assessor marks, the mean of all of them. */
    private Optional<Rational> points(Indicator indicator, Filing filing) {
        if (indicator.above() == null) {
            Assessment one = assess(indicator, filing);
            return one.possible().isZero() ? Optional.empty() : Optional.of(one.score());
        }
        List<Rational> scores = Judging.of(List.of(indicator), filing, this::assess).stream()
                .flatMap(judge -> judge.assessed().values().stream())
                .filter(one -> one.possible().signum() > 0)
                .map(Assessment::score)
                .toList();
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(total(scores.stream()).dividedBy(Rational.of(scores.size())));
    }

    private Assessment assess(Indicator indicator, Filing filing) {
        return plain(indicator, filing).times(shares.getOrDefault(indicator.id(), Rational.ONE));
    }

    private Assessment plain(Indicator indicator, Filing filing) {
        List<Entry> entries = filing.answer(indicator.id());
        if (entries instanceof Placed placed) {
            Assessment same = known.get(placed.said());
            if (same == null) {
                same = plain(indicator, filing, entries);
                known.put(placed.said(), same);
            }
            return same.of(entries);
        }
        return plain(indicator, filing, entries);
    }

    private Assessment plain(Indicator indicator, Filing filing, List<Entry> entries) {
        boolean exempt = entries.stream().anyMatch(entry -> entry.state() == CellState.NOT_APPLICABLE);
        if (exempt || !indicator.appliesTo(filing.kind())) {
            boolean full = !standard.notApplicable().scale();
            return Assessment.notApplicable(indicator.wording(filing.kind()).points(), full, entries);
        }
        UnitFacts facts = UnitFacts.of(indicator.wording(filing.kind()).rule(), filing);
        if (facts.isWithout()) {
            return Assessment.notApplicable(
                    indicator.wording(filing.kind()).points(),
                    !standard.notApplicable().scale(),
                    facts.strokes());
        }
        return Assessment.of(
                indicator, filing.kind(), entries, facts, standard.rounding().indicator(), population);
    }

    private Totals totals(NodeScore root, AreaResult whole, List<AdjustmentResult> adjustments) {
        Rational exact = whole.contribution();
        Rational base = round(standard.rounding().base(), exact);
        Rational bonus =
                total(adjustments.stream().filter(item -> !item.penalty()).map(AdjustmentResult::points));
        Rational penalty =
                total(adjustments.stream().filter(AdjustmentResult::penalty).map(AdjustmentResult::points));
        @Nullable Rational bonusCap = standard.adjustments().bonusCap();
        @Nullable Rational penaltyCap = standard.adjustments().penaltyCap();
        Rational added = bonusCap == null ? bonus : bonus.min(bonusCap);
        Rational taken = penaltyCap == null ? penalty : penalty.min(penaltyCap);
        Rational exactFinal = base.plus(added).minus(taken).max(Rational.ZERO);
        if (bonusCap != null) {
            exactFinal = exactFinal.min(standard.total().plus(bonusCap));
        }
        return new Totals(
                raw(root, NodeScore::rawScore),
                raw(root, NodeScore::rawPossible),
                exact,
                base,
                added,
                bonus,
                taken,
                penalty,
                exactFinal,
                round(standard.rounding().finalTotal(), exactFinal));
    }

    /** What areas are re-based to is no raw point. */
    private static Rational raw(NodeScore root, Function<NodeScore, Rational> number) {
        return root.combined() == null && root.sitting() == null
                ? total(root.inner().stream().map(number))
                : number.apply(root);
    }

    private static Rational total(Stream<Rational> parts) {
        return parts.reduce(Rational.ZERO, Rational::plus);
    }

    private static Rational round(@Nullable Rounding rounding, Rational value) {
        return rounding == null ? value : rounding.apply(value);
    }
}
