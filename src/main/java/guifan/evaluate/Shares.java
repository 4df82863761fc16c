package guifan.evaluate;

import guifan.number.Irrational;
import guifan.number.Rational;
import guifan.standard.Combining;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * With what share each part of a node counts. Parts of the same rate are never told apart: what is dropped or taken of
 * them is spread over all of them alike, so that nothing depends on their order.
 */
final class Shares {

    private final Combining combining;
    private final List<@Nullable Rational> rates;
    private final List<Rational> weights;
    private final TreeMap<Rational, List<Integer>> byRate = new TreeMap<>();
    private int count;

    /**
     * Makes the shares of parts.
     *
     * @param rates what each part reached, null where it is left out
     * @param weights of the parts, 0 or more
     */
    Shares(Combining combining, List<@Nullable Rational> rates, List<Rational> weights) {
        this.combining = combining;
        this.rates = rates;
        this.weights = weights;
        for (int i = 0; i < rates.size(); i++) {
            Rational rate = rates.get(i);
            if (rate != null && weights.get(i).signum() > 0) {
                byRate.computeIfAbsent(rate, key -> new ArrayList<>()).add(i);
                count++;
            }
        }
    }

    /** Returns the share of each part, 0 for those that do not count; all are 0 where nothing is left. */
    List<Rational> all() {
        List<Rational> shares = new ArrayList<>(Collections.nCopies(rates.size(), Rational.ZERO));
        int first = combining.dropLowest();
        int end = count - combining.dropHighest();
        int at = 0;
        for (List<Integer> alike : byRate.values()) {
            int kept = taken(first, end, at, at + alike.size());
            for (int i : alike) {
                shares.set(i, weights.get(i).times(Rational.of(kept, alike.size())));
            }
            at += alike.size();
        }
        Rational sum = shares.stream().reduce(Rational.ZERO, Rational::plus);
        return sum.isZero()
                ? shares
                : shares.stream().map(share -> share.dividedBy(sum)).toList();
    }

    /** Returns how many of the places from {@code from} to {@code to}, by rising rate, are taken. */
    private int taken(int first, int end, int from, int to) {
        int last = end - 1;
        return switch (combining.method()) {
            case MIN -> first < end ? within(first, first + 1, from, to) : 0;
            case MAX -> first < end ? within(last, end, from, to) : 0;
            case MEDIAN -> {
                int middle = (first + last) / 2;
                int other = (first + last + 1) / 2;
                yield first < end ? within(middle, middle + 1, from, to) + within(other, other + 1, from, to) : 0;
            }
            case SUM, MEAN, GEOMETRIC_MEAN -> within(first, end, from, to);
        };
    }

    private static int within(int first, int end, int from, int to) {
        return Math.max(0, Math.min(end, to) - Math.max(first, from));
    }

    /** Returns whether a part that counts has a negative rate. */
    boolean hasNegative(List<Rational> shares) {
        for (int i = 0; i < shares.size(); i++) {
            if (!shares.get(i).isZero() && Objects.requireNonNull(rates.get(i)).signum() < 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the rate that the parts come to with {@code shares}, some of which are not 0. */
    Rational rate(List<Rational> shares) {
        List<Rational> values = new ArrayList<>();
        List<Rational> exponents = new ArrayList<>();
        Rational mean = Rational.ZERO;
        for (int i = 0; i < shares.size(); i++) {
            if (!shares.get(i).isZero()) {
                Rational rate = Objects.requireNonNull(rates.get(i));
                values.add(rate);
                exponents.add(shares.get(i));
                mean = mean.plus(rate.times(shares.get(i)));
            }
        }
        @Nullable Integer digits = combining.digits();
        return digits == null ? mean : Irrational.product(values, exponents, digits);
    }
}
