package guifan.evaluate;

import guifan.evaluate.UnitResult.Outcome;
import guifan.number.Rational;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What ranking looks at of a unit.
 *
 * @param outcome its grade before places are given, or null where it has no score
 * @param links what the links of the ranking's chain look at, in their order
 */
record Contender(String unit, String kind, @Nullable Outcome outcome, List<Optional<Rational>> links) {

    /** Returns the outcome of one that has a score. */
    Outcome scored() {
        return Objects.requireNonNull(outcome);
    }

    Rational compared() {
        return scored().compared();
    }
}
