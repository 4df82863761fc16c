package guifan.evaluate;

import guifan.number.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An indicator whose measures a unit can better by its own work.
 *
 * @param candidates what it may be changed to, from the fewest steps up, at equal steps from the least gain up
 */
record Lever(String indicator, List<Candidate> candidates) {

    /**
     * One changed answer.
     *
     * @param steps how far it is from what was filled in
     * @param entries the answer
     * @param gain what it adds to the base total, or at most where that depends on other indicators
     */
    record Candidate(Rational steps, List<Ways.Shift> shifts, List<Entry> entries, Rational gain) {}

    Lever {
        candidates = candidates.stream()
                .sorted(Comparator.comparing(Candidate::steps).thenComparing(Candidate::gain))
                .toList();
    }

    /**
     * Returns the candidates that gain more than every one with fewer steps.
     *
     * @param evenForNothing whether one without any gain is worth its steps, because it lifts a cap
     */
    List<Candidate> frontier(boolean evenForNothing) {
        List<Candidate> frontier = new ArrayList<>();
        for (Candidate candidate : candidates) {
            int last = frontier.size() - 1;
            Rational least = last < 0 ? Rational.ZERO : frontier.get(last).gain();
            boolean first = last < 0 && evenForNothing;
            if (!first && candidate.gain().compareTo(least) <= 0) {
                continue;
            }
            if (last >= 0 && frontier.get(last).steps().equals(candidate.steps())) {
                frontier.remove(last);
            }
            frontier.add(candidate);
        }
        return frontier;
    }

    /** Returns the candidate with the largest gain, of those the one with the fewest steps. */
    Optional<Candidate> best() {
        List<Candidate> frontier = frontier(false);
        return frontier.isEmpty() ? Optional.empty() : Optional.of(frontier.get(frontier.size() - 1));
    }
}
