package guifan.diff;

import guifan.diff.UnitDiff.Standing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One unit through the years.
 *
 * @param unit its name, the same for all years
 * @param years what it came to in each year; empty where it is not in the result of that year, never 0
 * @param totals the changes of the final total from each year to the next, in points; empty where a year has none
 * @param areas its rates in each line of areas, in the order of {@link Trends#areas}
 */
public record UnitTrend(String unit, List<Optional<Year>> years, List<Optional<Change>> totals, List<AreaTrend> areas) {

    /**
     * A unit in one year.
     *
     * @param name what it was called then
     * @param standing its totals, grade and rank; the result in it is null where it was not rated (未评)
     */
    public record Year(String name, Standing standing) {}

    public UnitTrend {
        years = List.copyOf(years);
        totals = List.copyOf(totals);
        areas = List.copyOf(areas);
    }

    /** Returns where the unit stood in one year, null if it is not in the result of that year. */
    public @Nullable Standing standing(int year) {
        return years.get(year).map(Year::standing).orElse(null);
    }
}
