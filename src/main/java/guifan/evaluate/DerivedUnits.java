package guifan.evaluate;

import guifan.evaluate.UnitResult.Outcome;
import guifan.standard.Standard;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * The results of so many units that they are not held: each is made again of what the unit filled in whenever it is
 * asked for. Only grades and ranks are kept, for they need all units.
 */
final class DerivedUnits extends AbstractList<UnitResult> implements RandomAccess {

    /** How many answers, of all units together, are held with their results. */
    static final int MOST_KEPT = 100_000;

    private final List<Filing> filings;
    private final Function<Filing, UnitResult> unranked;
    private final List<Standing> standings;

    /** What is kept of a unit. */
    record Standing(String unit, Optional<Outcome> outcome) {}

    /**
     * Makes the list.
     *
     * @param unranked evaluates what a unit filled in, all but its rank
     * @param standings of the units in the order of {@code filings}
     */
    DerivedUnits(List<Filing> filings, Function<Filing, UnitResult> unranked, List<Standing> standings) {
        this.filings = filings;
        this.unranked = unranked;
        this.standings = List.copyOf(standings);
    }

    /** Returns whether the results of that many units are kept. */
    static boolean areFew(Standard standard, int units) {
        return standard.indicators().count() * units <= MOST_KEPT;
    }

    /** Returns {@code units} as they are now. */
    static List<UnitResult> copyOf(List<UnitResult> units) {
        return units instanceof DerivedUnits ? units : List.copyOf(units);
    }

    /** Returns the names and outcomes of {@code units} without making their results. */
    static List<Standing> standings(List<UnitResult> units) {
        return units instanceof DerivedUnits derived
                ? derived.standings
                : Mapped.of(units, unit -> new Standing(unit.unit(), Optional.ofNullable(unit.outcome())));
    }

    @Override
    public UnitResult get(int index) {
        return unranked.apply(filings.get(index))
                .with(standings.get(index).outcome().orElse(null));
    }

    @Override
    public int size() {
        return standings.size();
    }
}
