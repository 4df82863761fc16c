package guifan.evaluate;

import java.util.List;

/**
 * What checking changed of what a unit reported of itself; nothing if all of it was confirmed.
 *
 * @param group who checked it, empty if not said
 */
public record UnitCheck(String unit, String group, List<Reduction> reductions) {

    public UnitCheck {
        reductions = List.copyOf(reductions);
    }
}
