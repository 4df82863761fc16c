package guifan.evaluate;

import guifan.evaluate.Taken.Source;
import guifan.number.Rational;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Earlier results of the same units, and what follows from grades over years.
 *
 * @param sources the results, the latest first
 * @param units what they say of each unit, in the order of the units; empty where the standard does not look back
 */
public record History(List<Source> sources, List<UnitHistory> units) {

    /** Nobody looked back. */
    public static final History NONE = new History(List.of(), List.of());

    /**
     * What is known of a unit over years.
     *
     * @param past its earlier results, the latest first
     * @param follows what follows from grades over years, or cannot be told
     */
    public record UnitHistory(String unit, List<Past> past, List<Follow> follows) {

        public UnitHistory {
            past = List.copyOf(past);
            follows = List.copyOf(follows);
        }
    }

    /**
     * An earlier result of a unit.
     *
     * @param source the index of the result
     * @param grade the name of its grade, empty if it had none
     * @param total its final total, or null
     * @param rank its rank, 0 if it had none
     */
    public record Past(int source, String grade, @Nullable Rational total, Rational rank) {}

    /**
     * A condition over years that holds, or that cannot be told because years are missing.
     *
     * @param id the cap or consequence
     * @param cap whether it is a cap of the grade
     * @param then what follows, or the reason of the cap
     * @param missing the years that would have to be known; empty if it holds
     */
    public record Follow(String id, boolean cap, String then, List<String> missing) {

        public Follow {
            missing = List.copyOf(missing);
        }
    }

    public History {
        sources = List.copyOf(sources);
        units = List.copyOf(units);
    }

    /** Returns what is known of the unit of that name. */
    public Optional<UnitHistory> of(String unit) {
        return units.stream().filter(one -> one.unit().equals(unit)).findFirst();
    }
}
