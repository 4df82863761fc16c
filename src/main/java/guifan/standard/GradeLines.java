package guifan.standard;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Fields;
import guifan.source.Text;
import guifan.standard.Grades.Level;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every total has exactly one grade: that the lines go down, and that an upper bound which the standard
 * states as the paper does ({@code up-to: 89}, {@code below: 90}) meets the line above it, on the decimals that are
 * compared.
 *
 * @param grid how the compared number is rounded, or null where it is exact
 */
record GradeLines(@Nullable Rounding grid) {

    void check(List<Level> levels, List<Fields> sections) {
        @Nullable Level above = null;
        for (int i = 0; i < levels.size(); i++) {
            Fields fields = sections.get(i);
            Level level = levels.get(i);
            if (above != null && !level.isBelow(above)) {
                fields.error(
                        "grade-order",
                        "at-least",
                        Text.of(
                                "等次应从高到低：%s 不低于上一等次的 %s",
                                "grades go from the best down: %s is not below the %s of the one before",
                                Objects.requireNonNull(level.atLeast()),
                                Objects.requireNonNull(above.atLeast())));
            }
            upper(fields, level.atLeast(), above == null ? null : above.atLeast());
            above = level.atLeast() == null ? above : level;
        }
    }

    private void upper(Fields fields, @Nullable Rational bound, @Nullable Rational above) {
        @Nullable Rational below = fields.optionalNumber("below").orElse(null);
        @Nullable Rational upTo = fields.optionalNumber("up-to").orElse(null);
        if (below != null && upTo != null) {
            fields.error("grade-bounds", "up-to", Text.of("“below”与“up-to”只写一个", "say below or up-to, not both"));
        }
        @Nullable Rational end = below == null ? upTo : below;
        if (end == null) {
            return;
        }
        String key = below == null ? "up-to" : "below";
        if (bound != null && end.compareTo(bound) < 0) {
            fields.error("grade-order", key, Text.of("上限低于下限 %s", "the upper bound is under the lower one, %s", bound));
        } else if (above != null) {
            meet(fields, key, end, below == null, above);
        }
    }

    /** Compares an upper bound with the line of the grade above it. */
    private void meet(Fields fields, String key, Rational end, boolean included, Rational above) {
        Rational first = first(end, included);
        int order = first.compareTo(above);
        boolean touches = grid == null && included && order == 0;
        if (order > 0 || touches) {
            fields.error(
                    "grade-overlap",
                    key,
                    Text.of(
                            "%s 有两个等次：这里到 %s，上一等次从 %s 起",
                            "%s has two grades: this one goes to %s, the one above starts at %s", above, end, above));
        } else if (order < 0) {
            fields.error(
                    "grade-gap",
                    key,
                    Text.of(
                            "%s 没有等次：这里到 %s，上一等次从 %s 起",
                            "%s has no grade: this one goes to %s, the one above starts at %s",
                            example(end, first, above),
                            end,
                            above));
        }
    }

    /** Returns the first number that is beyond an upper bound. */
    private Rational first(Rational end, boolean included) {
        if (grid == null) {
            return end;
        }
        Rational unit = Rational.ONE;
        for (int i = 0; i < grid.scale(); i++) {
            unit = unit.dividedBy(Rational.of(10));
        }
        Rational steps = end.dividedBy(unit);
        Rational next = included ? steps.floor().plus(Rational.ONE) : steps.ceiling();
        return next.times(unit);
    }

    /** Returns a number in a gap: the one in the middle where it can occur. */
    private Rational example(Rational end, Rational first, Rational above) {
        Rational middle = end.plus(above).dividedBy(Rational.of(2));
        return grid == null || grid.apply(middle).equals(middle) ? middle : first;
    }
}
