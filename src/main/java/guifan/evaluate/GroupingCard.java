package guifan.evaluate;

import guifan.evaluate.StandardCard.GradeCard;
import guifan.number.Rounding;
import guifan.standard.Grouping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What outputs need to know of how bodies that belong together become one.
 *
 * @param by the heading of the column that says what a body belongs to
 * @param weightedBy the name of the fact that a body weighs, empty where all weigh the same
 * @param rounding how the mean is rounded, or null if it is exact
 * @param grades the grades of the mean
 */
public record GroupingCard(
        String by, String weightedBy, @Nullable Rounding rounding, List<GradeCard> grades) {

    static @Nullable GroupingCard of(@Nullable Grouping grouping) {
        return grouping == null
                ? null
                : new GroupingCard(
                        grouping.by(),
                        grouping.weightName(),
                        grouping.rounding(),
                        grouping.grades().levels().stream()
                                .map(StandardCard::grade)
                                .toList());
    }
}
