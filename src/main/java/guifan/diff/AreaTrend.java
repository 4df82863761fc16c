package guifan.diff;

import guifan.number.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of areas through the years, of one unit or as a mean.
 *
 * @param rates of each year, 0 to 1: what it contributes over the most that it could; empty where nothing applies
 * @param changes from each year to the next, in the same measure; empty where a year has no rate
 */
public record AreaTrend(List<Optional<Rational>> rates, List<Optional<Change>> changes) {

    public AreaTrend {
        rates = List.copyOf(rates);
        changes = List.copyOf(changes);
    }

    /** Returns the means over those units that have a rate, or a change. */
    static AreaTrend mean(List<AreaTrend> units, int years) {
        List<Optional<Rational>> rates = new ArrayList<>();
        List<Optional<Change>> changes = new ArrayList<>();
        for (int i = 0; i < years; i++) {
            int year = i;
            List<Rational> known = units.stream()
                    .flatMap(unit -> unit.rates.get(year).stream())
                    .toList();
            rates.add(
                    known.isEmpty()
                            ? Optional.empty()
                            : Optional.of(known.stream()
                                    .reduce(Rational.ZERO, Rational::plus)
                                    .dividedBy(Rational.of(known.size()))));
        }
        for (int i = 0; i < years - 1; i++) {
            int step = i;
            List<Change> known = units.stream()
                    .flatMap(unit -> unit.changes.get(step).stream())
                    .toList();
            changes.add(known.isEmpty() ? Optional.empty() : Optional.of(Change.mean(known)));
        }
        return new AreaTrend(rates, changes);
    }
}
