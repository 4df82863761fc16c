package guifan.diff;

import guifan.evaluate.UnitResult;
import guifan.standard.Standard;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The differences of all units between two results, taken apart.
 *
 * @param isPossible whether there is a crosswalk between the standards
 * @param byUnit the units of both results that have a score on both sides, in the order of the difference
 */
public record Decompositions(boolean isPossible, Map<String, Decomposition> byUnit) {

    /** Returns the differences of {@code diff} taken apart; the standards must be those of the results. */
    public static Decompositions of(ResultDiff diff, Standard before, Standard after) {
        Map<String, Decomposition> byUnit = new LinkedHashMap<>();
        Optional<Decomposer> decomposer = Decomposer.of(before, after);
        for (UnitDiff unit : diff.units()) {
            Optional<UnitResult> old =
                    Optional.ofNullable(unit.results().before()).map(UnitDiff.Standing::result);
            Optional<UnitResult> now =
                    Optional.ofNullable(unit.results().after()).map(UnitDiff.Standing::result);
            decomposer
                    .flatMap(one -> old.flatMap(was -> now.flatMap(is -> one.decompose(was, is))))
                    .ifPresent(parts -> byUnit.put(unit.unit(), parts));
        }
        return new Decompositions(decomposer.isPresent(), byUnit);
    }
}
