package guifan.evaluate;

import guifan.number.Rational;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of one indicator, adjustment or fact, and what was found when it was checked.
 *
 * @param id of what was asked
 * @param points by how much the score is lower than as reported, null where there is no score to compare
 * @param reason why, empty if not said
 * @param checker who checked it, empty if not said
 */
public record Reduction(
        String id, List<Difference> differences, @Nullable Rational points, String reason, String checker) {

    public Reduction {
        differences = List.copyOf(differences);
    }

    /**
     * One item of which the two differ.
     *
     * @param self what the unit reported
     * @param checked what replaces it
     */
    public record Difference(Entry self, Entry checked) {

        /** Returns by how much the measure is lower than as reported, where both are numbers. */
        public Optional<Rational> measure() {
            return self.value() == null || checked.value() == null
                    ? Optional.empty()
                    : Optional.of(self.value().minus(checked.value()));
        }
    }
}
