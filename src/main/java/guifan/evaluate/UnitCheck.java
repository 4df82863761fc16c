package guifan.evaluate;

import java.util.List;
import java.util.function.Predicate;

/**
 * What checking changed of what a unit reported of itself; nothing if all of it was confirmed.
 *
 * @param group who checked it, empty if not said
 */
public record UnitCheck(String unit, String group, List<Reduction> reductions) {

    public UnitCheck {
        reductions = List.copyOf(reductions);
    }

    /** Returns this without what was changed of the questions that {@code left} picks. */
    UnitCheck without(Predicate<String> left) {
        return new UnitCheck(
                unit,
                group,
                reductions.stream()
                        .filter(reduction -> !left.test(reduction.id()))
                        .toList());
    }
}
