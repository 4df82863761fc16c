package guifan.evaluate;

import guifan.evaluate.Lever.Candidate;
import guifan.number.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds, set by set, the candidates of fewest steps whose gains suffice, and keeps the cheapest sets. */
final class CheapestSet {

    /** How often a set whose gains seemed to suffice is tried again with more. */
    private static final int TRIES = 200;

    private final Function<Lever, List<Candidate>> frontier;
    private final Predicate<Map<Lever, Candidate>> reaches;
    private final Rational need;
    private final int most;
    private final Map<Lever, List<Candidate>> frontiers = new HashMap<>();
    /** The steps of the cheapest sets so far, the dearest first. */
    private final PriorityQueue<Rational> cheapest = new PriorityQueue<>(Comparator.reverseOrder());

    /**
     * Makes a search.
     *
     * @param frontier the candidates of a lever worth a try, with rising steps and gains
     * @param reaches whether the chosen candidates really reach the grade
     * @param need what the gains must add up to at least
     * @param most how many sets are wanted
     */
    CheapestSet(
            Function<Lever, List<Candidate>> frontier,
            Predicate<Map<Lever, Candidate>> reaches,
            Rational need,
            int most) {
        this.frontier = frontier;
        this.reaches = reaches;
        this.need = need;
        this.most = most;
    }

    /** Adds to {@code found} what every set of {@code chosen} and {@code more} of the {@code free} ones takes. */
    void extend(List<Lever> chosen, List<Lever> free, int from, int more, List<Map<Lever, Candidate>> found) {
        if (more == 0) {
            if (!chosen.isEmpty()) {
                cheapest(chosen).ifPresent(found::add);
            }
            return;
        }
        for (int i = from; i <= free.size() - more; i++) {
            List<Lever> extended = new ArrayList<>(chosen);
            extended.add(free.get(i));
            extend(extended, free, i + 1, more - 1, found);
        }
    }

    private List<Candidate> of(Lever lever) {
        return frontiers.computeIfAbsent(lever, frontier);
    }

    private static Candidate last(List<Candidate> candidates) {
        return candidates.get(candidates.size() - 1);
    }

    private Optional<Map<Lever, Candidate>> cheapest(List<Lever> set) {
        Rational utmost = Rational.ZERO;
        for (Lever lever : set) {
            if (of(lever).isEmpty()) {
                return Optional.empty();
            }
            utmost = utmost.plus(last(of(lever)).gain());
        }
        Rational enough = need;
        for (int i = 0; i < TRIES && utmost.compareTo(enough) >= 0; i++) {
            List<Candidate> choice = choice(set, enough, i > 0);
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            Map<Lever, Candidate> chosen = new LinkedHashMap<>();
            Rational gain = Rational.ZERO;
            for (int k = 0; k < set.size(); k++) {
                chosen.put(set.get(k), choice.get(k));
                gain = gain.plus(choice.get(k).gain());
            }
            if (reaches.test(chosen)) {
                remember(choice.stream().map(Candidate::steps).reduce(Rational.ZERO, Rational::plus));
                return Optional.of(chosen);
            }
            enough = gain;
        }
        return Optional.empty();
    }

    private void remember(Rational steps) {
        cheapest.add(steps);
        if (cheapest.size() > most) {
            cheapest.poll();
        }
    }

    /**
     * Returns the cheapest candidates of {@code set} whose gains add up to {@code enough}, none if that is too dear.
     *
     * @param more whether they have to add up to more than that
     */
    private List<Candidate> choice(List<Lever> set, Rational enough, boolean more) {
        Best best = new Best(more, cheapest.size() < most ? Optional.empty() : Optional.of(cheapest.element()));
        descend(set, 0, enough, Rational.ZERO, new ArrayList<>(), best);
        return best.choice;
    }

    /** The cheapest choice so far. */
    private static final class Best {

        private final boolean more;
        private Optional<Rational> steps;
        private List<Candidate> choice = List.of();

        Best(boolean more, Optional<Rational> limit) {
            this.more = more;
            this.steps = limit;
        }

        boolean isTooDear(Rational cost) {
            return steps.map(limit -> cost.compareTo(limit) >= 0).orElse(false);
        }
    }

    private void descend(List<Lever> set, int at, Rational missing, Rational cost, List<Candidate> chosen, Best best) {
        List<Candidate> candidates = of(set.get(at));
        if (at == set.size() - 1) {
            int index = first(candidates, missing, best.more);
            if (index < candidates.size()
                    && !best.isTooDear(cost.plus(candidates.get(index).steps()))) {
                best.steps = Optional.of(cost.plus(candidates.get(index).steps()));
                best.choice = new ArrayList<>(chosen);
                best.choice.add(candidates.get(index));
            }
            return;
        }
        Rational others = Rational.ZERO;
        for (int k = at + 1; k < set.size(); k++) {
            others = others.plus(last(of(set.get(k))).gain());
        }
        for (int i = first(candidates, missing.minus(others), false); i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            Rational sum = cost.plus(candidate.steps());
            if (best.isTooDear(sum)) {
                return;
            }
            chosen.add(candidate);
            descend(set, at + 1, missing.minus(candidate.gain()), sum, chosen, best);
            chosen.remove(chosen.size() - 1);
        }
    }

    /** Returns the index of the first candidate that gains {@code gain} at least, or more than that. */
    private static int first(List<Candidate> candidates, Rational gain, boolean more) {
        int low = 0;
        int high = candidates.size();
        while (low < high) {
            int middle = (low + high) / 2;
            int order = candidates.get(middle).gain().compareTo(gain);
            if (order > 0 || (order == 0 && !more)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
