package guifan.evaluate;

import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.standard.Ranking;
import guifan.standard.Ranking.Link;
import guifan.standard.Standard;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ranks units by the number that was compared, then by the declared chain, then shared; the places of grades go by
 * rank.
 */
public final class Ranker {

    private final Standard standard;
    private final Ranking ranking;
    private final Comparator<UnitResult> bestFirst;
    private final Map<String, Rational> decided;

    /** Makes a ranker of units about whose order nobody decided. */
    public Ranker(Standard standard) {
        this(standard, Map.of());
    }

    /**
     * Makes a ranker.
     *
     * @param decided the order that was decided upon, by unit
     */
    Ranker(Standard standard, Map<String, Rational> decided) {
        this.standard = standard;
        this.decided = Map.copyOf(decided);
        this.ranking = standard.ranking();
        Comparator<UnitResult> order = Comparator.comparing(Ranker::compared);
        for (Link link : ranking.chain()) {
            order = order.thenComparing(
                    unit -> value(unit, link),
                    // A unit that lacks the number comes last, whichever way the link goes.
                    (one, other) -> one.isEmpty() || other.isEmpty()
                            ? Boolean.compare(one.isPresent(), other.isPresent())
                            : one.get().compareTo(other.get()) * (link.higher() ? 1 : -1));
        }
        this.bestFirst = order.reversed();
    }

    /** Returns {@code units} in their order, each with its rank; those without a score get none. */
    public List<UnitResult> rank(List<UnitResult> units) {
        List<UnitResult> sorted = units.stream()
                .filter(unit -> unit.outcome() != null)
                .sorted(bestFirst)
                .toList();
        IdentityHashMap<UnitResult, Outcome> outcomes = new IdentityHashMap<>();
        Map<String, List<UnitResult>> groups = sorted.stream()
                .collect(Collectors.groupingBy(
                        unit -> ranking.withinKind() ? unit.kind() : "", LinkedHashMap::new, Collectors.toList()));
        groups.forEach((kind, members) -> rank(members, kind, outcomes));
        IdentityHashMap<UnitResult, Outcome> placed = new Places(standard.grades(), bestFirst).give(sorted, outcomes);
        return units.stream().map(unit -> unit.with(placed.get(unit))).toList();
    }

    /** Ranks units that are ranked together, the best first. */
    private void rank(List<UnitResult> sorted, String kind, IdentityHashMap<UnitResult, Outcome> outcomes) {
        int distinct = 0;
        for (int start = 0; start < sorted.size(); ) {
            int end = start + 1;
            while (end < sorted.size() && bestFirst.compare(sorted.get(start), sorted.get(end)) == 0) {
                end++;
            }
            Rational rank = rank(start, end, ++distinct);
            for (UnitResult unit : sorted.subList(start, end)) {
                outcomes.put(unit, Objects.requireNonNull(unit.outcome()).ranked(rank, end - start > 1, "", kind));
            }
            start = end;
        }
        decide(sorted, kind, outcomes);
    }

    /** Returns the rank of the units from {@code start} to {@code end}, which are equal. */
    private Rational rank(int start, int end, int distinct) {
        return switch (ranking.ties()) {
            case SHARE -> Rational.of(start + 1L);
            case DENSE -> Rational.of(distinct);
            case AVERAGE -> Rational.of(start + 1L + end, 2);
        };
    }

    /** Names the link that decided among units with the same total. */
    private void decide(List<UnitResult> sorted, String kind, IdentityHashMap<UnitResult, Outcome> outcomes) {
        for (int start = 0; start < sorted.size(); ) {
            int end = start + 1;
            while (end < sorted.size() && compared(sorted.get(start)).equals(compared(sorted.get(end)))) {
                end++;
            }
            List<UnitResult> equals = sorted.subList(start, end);
            for (UnitResult unit : equals) {
                Outcome outcome = Objects.requireNonNull(outcomes.get(unit));
                outcomes.put(unit, outcome.ranked(outcome.rank(), outcome.tied(), decidedBy(unit, equals), kind));
            }
            start = end;
        }
    }

    private static Rational compared(UnitResult unit) {
        return Objects.requireNonNull(unit.outcome()).compared();
    }

    /** Returns the number that a link looks at; for what does not apply, the rate of the whole unit. */
    private Optional<Rational> value(UnitResult unit, Link link) {
        Totals totals = Objects.requireNonNull(unit.totals());
        return switch (link.subject()) {
            case AREA ->
                unit.area(link.id())
                        .filter(area -> area.possible().signum() > 0)
                        .map(area -> area.score().dividedBy(area.possible()))
                        .or(() -> Optional.of(whole(totals)));
            case INDICATOR ->
                unit.indicator(link.id())
                        .filter(one -> one.possible().signum() > 0)
                        .map(one -> one.score().dividedBy(one.possible()))
                        .or(() -> Optional.of(whole(totals)));
            case MEASURE -> unit.indicator(link.id()).flatMap(one -> Optional.ofNullable(one.measure()));
            case BASE -> Optional.of(totals.base());
            case EXACT -> Optional.of(totals.exactFinal());
            case MARKS -> Optional.of(marks(unit));
            case DECISION -> Optional.ofNullable(decided.get(unit.unit()));
        };
    }

    private static Rational whole(Totals totals) {
        return totals.raw().dividedBy(totals.possible());
    }

    private static Rational marks(UnitResult unit) {
        return unit.indicators()
                .flatMap(one -> one.entries().stream())
                .filter(entry -> !entry.assessor().isEmpty())
                .flatMap(entry -> Optional.ofNullable(entry.value()).stream())
                .reduce(Rational.ZERO, Rational::plus);
    }

    /** Returns the links that separate the unit from others with the same total, each by the first that does. */
    private String decidedBy(UnitResult unit, List<UnitResult> equals) {
        List<Link> first = equals.stream()
                .flatMap(other ->
                        ranking.chain().stream()
                                .filter(link -> !value(other, link).equals(value(unit, link)))
                                .findFirst()
                                .stream())
                .toList();
        return ranking.chain().stream().filter(first::contains).map(Link::key).collect(Collectors.joining(","));
    }
}
