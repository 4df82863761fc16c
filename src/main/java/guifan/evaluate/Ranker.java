package guifan.evaluate;

import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.standard.Standard;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/**
 * Ranks units by the number that was compared, then by the declared chain of areas, then shared; the places of grades
 * go by rank.
 */
public final class Ranker {

    private final Standard standard;

    public Ranker(Standard standard) {
        this.standard = standard;
    }

    /** Returns {@code units} in their order, each with its rank; those without a score get none. */
    public List<UnitResult> rank(List<UnitResult> units) {
        Comparator<UnitResult> order = order().reversed();
        List<UnitResult> sorted = units.stream()
                .filter(unit -> unit.outcome() != null)
                .sorted(order)
                .toList();
        IdentityHashMap<UnitResult, Outcome> outcomes = new IdentityHashMap<>();
        int distinct = 0;
        for (int start = 0; start < sorted.size(); ) {
            int end = start + 1;
            while (end < sorted.size() && order.compare(sorted.get(start), sorted.get(end)) == 0) {
                end++;
            }
            Rational rank = rank(start, end, ++distinct);
            for (UnitResult unit : sorted.subList(start, end)) {
                outcomes.put(unit, Objects.requireNonNull(unit.outcome()).ranked(rank, end - start > 1, ""));
            }
            start = end;
        }
        decide(sorted, outcomes);
        IdentityHashMap<UnitResult, Outcome> placed = new Places(standard.grades(), order).give(sorted, outcomes);
        return units.stream().map(unit -> unit.with(placed.get(unit))).toList();
    }

    /** Returns the rank of the units from {@code start} to {@code end}, which are equal. */
    private Rational rank(int start, int end, int distinct) {
        return switch (standard.ranking().ties()) {
            case SHARE -> Rational.of(start + 1L);
            case DENSE -> Rational.of(distinct);
            case AVERAGE -> Rational.of(start + 1L + end, 2);
        };
    }

    /** Names the area that decided among units with the same total. */
    private void decide(List<UnitResult> sorted, IdentityHashMap<UnitResult, Outcome> outcomes) {
        for (int start = 0; start < sorted.size(); ) {
            int end = start + 1;
            while (end < sorted.size() && compared(sorted.get(start)).equals(compared(sorted.get(end)))) {
                end++;
            }
            List<UnitResult> equals = sorted.subList(start, end);
            for (UnitResult unit : equals) {
                Outcome outcome = Objects.requireNonNull(outcomes.get(unit));
                outcomes.put(unit, outcome.ranked(outcome.rank(), outcome.tied(), decidedBy(unit, equals)));
            }
            start = end;
        }
    }

    private Comparator<UnitResult> order() {
        Comparator<UnitResult> order = Comparator.comparing(Ranker::compared);
        for (String area : standard.ranking().chain()) {
            order = order.thenComparing(unit -> rate(unit, area));
        }
        return order;
    }

    private static Rational compared(UnitResult unit) {
        return Objects.requireNonNull(unit.outcome()).compared();
    }

    /**
     * Returns the share of its points that an area reached; for an area that does not apply, that of the whole unit.
     */
    private static Rational rate(UnitResult unit, String area) {
        return unit.area(area)
                .filter(result -> result.possible().signum() > 0)
                .map(Ranker::rate)
                .orElseGet(() -> {
                    Totals totals = Objects.requireNonNull(unit.totals());
                    return totals.raw().dividedBy(totals.possible());
                });
    }

    private static Rational rate(AreaResult area) {
        return area.score().dividedBy(area.possible());
    }

    /** Returns the first area of the chain that separates the unit from one with the same total, empty if none. */
    private String decidedBy(UnitResult unit, List<UnitResult> equals) {
        return standard.ranking().chain().stream()
                .filter(area ->
                        equals.stream().anyMatch(other -> !rate(other, area).equals(rate(unit, area))))
                .findFirst()
                .orElse("");
    }
}
