package guifan.evaluate;

import guifan.source.CellPlace;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one unit filled in, and where.
 *
 * @param draft what the sheets hold of it
 * @param made makes of that what it filled in, the same whenever it is asked
 * @param kept what was made, or null where it is made again each time
 */
record Reported(
        Draft draft, Function<Draft, Filing> made, @Nullable Filing kept) {

    String unit() {
        return draft.unit();
    }

    String kind() {
        return draft.kind();
    }

    /** Returns the rows that are about the unit, those that were refused included. */
    List<CellPlace> rows() {
        return draft.rows();
    }

    Filing filing() {
        return kept == null ? made.apply(draft) : Objects.requireNonNull(kept);
    }

    /** Returns what units filled in, in their order. */
    static List<Filing> filings(List<Reported> units) {
        return Mapped.of(units, Reported::filing);
    }
}
