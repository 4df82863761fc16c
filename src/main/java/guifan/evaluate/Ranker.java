package guifan.evaluate;

import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.standard.Ranking;
import guifan.standard.Ranking.Link;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ranks units by the number that was compared, then by the declared chain, then shared; the places of grades go by
 * rank.
 */
public final class Ranker {

    private final Standard standard;
    private final Ranking ranking;
    private final Comparator<Contender> bestFirst;
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
        Comparator<Contender> order = Comparator.comparing(Contender::compared);
        for (int i = 0; i < ranking.chain().size(); i++) {
            int at = i;
            Link link = ranking.chain().get(i);
            order = order.thenComparing(
                    unit -> unit.links().get(at),
                    // A unit that lacks the number comes last, whichever way the link goes.
                    (one, other) -> one.isEmpty() || other.isEmpty()
                            ? Boolean.compare(one.isPresent(), other.isPresent())
                            : one.get().compareTo(other.get()) * (link.higher() ? 1 : -1));
        }
        this.bestFirst = order.reversed();
    }

    /** Returns {@code units} in their order, each with its rank; those without a score get none. */
    public List<UnitResult> rank(List<UnitResult> units) {
        List<Contender> all = units.stream().map(this::contender).toList();
        IdentityHashMap<Contender, Outcome> outcomes = outcomes(all);
        List<UnitResult> ranked = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            ranked.add(units.get(i).with(outcomes.get(all.get(i))));
        }
        return ranked;
    }

    /** Returns what ranking looks at of {@code unit}, so that the rest of the result need not be held for it. */
    Contender contender(UnitResult unit) {
        List<Optional<Rational>> links = unit.outcome() == null
                ? List.of()
                : ranking.chain().stream().map(link -> value(unit, link)).toList();
        return new Contender(unit.unit(), unit.kind(), unit.outcome(), links);
    }

    /** Returns grade and rank of those of {@code units} that have a score. */
    IdentityHashMap<Contender, Outcome> outcomes(List<Contender> units) {
        List<Contender> sorted = units.stream()
                .filter(unit -> unit.outcome() != null)
                .sorted(bestFirst)
                .toList();
        IdentityHashMap<Contender, Outcome> outcomes = new IdentityHashMap<>();
        Map<String, List<Contender>> groups = sorted.stream()
                .collect(Collectors.groupingBy(
                        unit -> ranking.withinKind() ? unit.kind() : "", LinkedHashMap::new, Collectors.toList()));
        groups.forEach((kind, members) -> rank(members, kind, outcomes));
        return new Places(standard.grades(), bestFirst).give(sorted, outcomes);
    }

    /** Ranks units that are ranked together, the best first. */
    private void rank(List<Contender> sorted, String kind, IdentityHashMap<Contender, Outcome> outcomes) {
        int distinct = 0;
        for (int start = 0; start < sorted.size(); ) {
            int end = start + 1;
            while (end < sorted.size() && bestFirst.compare(sorted.get(start), sorted.get(end)) == 0) {
                end++;
            }
            Rational rank = rank(start, end, ++distinct);
            for (Contender unit : sorted.subList(start, end)) {
                outcomes.put(unit, unit.scored().ranked(rank, end - start > 1, "", kind));
            }
            start = end;
        }
        decide(sorted, outcomes);
    }

    /** Returns the rank of the units from {@code start} to {@code end}, which are equal. */
    private Rational rank(int start, int end, int distinct) {
        return switch (ranking.ties()) {
            case SHARE -> Rational.of(start + 1L);
            case DENSE -> Rational.of(distinct);
            case AVERAGE -> Rational.of(start + 1L + end, 2);
        };
    }

    /** Names the links that decided among units with the same total. */
    private void decide(List<Contender> sorted, IdentityHashMap<Contender, Outcome> outcomes) {
        for (int start = 0; start < sorted.size(); ) {
            int end = start + 1;
            while (end < sorted.size()
                    && sorted.get(start).compared().equals(sorted.get(end).compared())) {
                end++;
            }
            decide(sorted.subList(start, end), 0, Set.of(), outcomes);
            start = end;
        }
    }

    /**
     * Names at {@code equals}, which no link before that of index {@code link} tells apart, the links that separate
     * each of them from others with the same total.
     *
     * @param before those of the links before that have separated them from others
     */
    private void decide(
            List<Contender> equals, int link, Set<Link> before, IdentityHashMap<Contender, Outcome> outcomes) {
        if (equals.size() == 1 || link == ranking.chain().size()) {
            String by = ranking.chain().stream()
                    .filter(before::contains)
                    .map(Link::key)
                    .collect(Collectors.joining(","));
            equals.forEach(unit -> outcomes.computeIfPresent(unit, (one, outcome) -> outcome.decided(by)));
            return;
        }
        Map<Optional<Rational>, List<Contender>> parts = equals.stream()
                .collect(
                        Collectors.groupingBy(unit -> unit.links().get(link), LinkedHashMap::new, Collectors.toList()));
        Set<Link> now = new HashSet<>(before);
        if (parts.size() > 1) {
            now.add(ranking.chain().get(link));
        }
        parts.values().forEach(part -> decide(part, link + 1, now, outcomes));
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
}
