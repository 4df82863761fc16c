package guifan.number;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out whether a product of powers is rational, without working out powers that may be huge. */
final class Powers {

    private final List<BigInteger> base = new ArrayList<>();

    private Powers(List<Rational> values) {
        Deque<BigInteger> rest = new ArrayDeque<>();
        for (Rational value : values) {
            rest.add(value.bigNumerator());
            rest.add(value.bigDenominator());
        }
        while (!rest.isEmpty()) {
            refine(rest.remove(), rest);
        }
    }

    /**
     * Returns the product of {@code values}, each to the power of its exponent, if that is rational.
     *
     * <p>Values are written as products of whole numbers that have no factor in common. A product of powers of those is
     * rational only if every one of them is.
     *
     * @param values above 0
     */
    static Optional<Rational> product(List<Rational> values, List<Rational> exponents) {
        Rational product = Rational.ONE;
        for (BigInteger prime : new Powers(values).base) {
            Rational exponent = Rational.ZERO;
            for (int i = 0; i < values.size(); i++) {
                long times = times(prime, values.get(i).bigNumerator())
                        - times(prime, values.get(i).bigDenominator());
                exponent = exponent.plus(exponents.get(i).times(Rational.of(times)));
            }
            Optional<BigInteger> root = root(prime, exponent.bigDenominator());
            if (root.isEmpty()) {
                return Optional.empty();
            }
            BigInteger power = root.get().pow(exponent.abs().bigNumerator().intValueExact());
            product = exponent.signum() < 0
                    ? product.dividedBy(Rational.of(power, BigInteger.ONE))
                    : product.times(Rational.of(power, BigInteger.ONE));
        }
        return Optional.of(product);
    }

    /** Returns the logarithm of {@code value}, above 0, to the base {@code to}, above 1, if that is rational. */
    static Optional<Rational> logarithm(Rational value, Rational to) {
        Set<Rational> found = new HashSet<>();
        for (BigInteger prime : new Powers(List.of(value, to)).base) {
            long top = times(prime, value.bigNumerator()) - times(prime, value.bigDenominator());
            long bottom = times(prime, to.bigNumerator()) - times(prime, to.bigDenominator());
            if (bottom == 0 && top != 0) {
                return Optional.empty();
            }
            if (bottom != 0) {
                found.add(Rational.of(top, bottom));
            }
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** Adds a number to the base; where it shares a factor with one there, both are taken apart. */
    private void refine(BigInteger number, Deque<BigInteger> rest) {
        if (number.equals(BigInteger.ONE)) {
            return;
        }
        for (int i = 0; i < base.size(); i++) {
            BigInteger common = base.get(i).gcd(number);
            if (!common.equals(BigInteger.ONE)) {
                BigInteger other = base.remove(i);
                rest.add(common);
                rest.add(other.divide(common));
                rest.add(number.divide(common));
                return;
            }
        }
        base.add(number);
    }

    private static long times(BigInteger factor, BigInteger number) {
        long times = 0;
        BigInteger[] parts = number.divideAndRemainder(factor);
        while (parts[1].signum() == 0) {
            times++;
            parts = parts[0].divideAndRemainder(factor);
        }
        return times;
    }

    /** Returns the whole root of {@code number}, above 1, if it has one. */
    private static Optional<BigInteger> root(BigInteger number, BigInteger degree) {
        if (degree.equals(BigInteger.ONE)) {
            return Optional.of(number);
        }
        if (degree.bitLength() > 31 || degree.intValue() >= number.bitLength()) {
            return Optional.empty();
        }
        int n = degree.intValue();
        BigInteger low = BigInteger.ONE;
        BigInteger high = BigInteger.ONE.shiftLeft(number.bitLength() / n + 1);
        while (low.compareTo(high) < 0) {
            BigInteger middle = low.add(high).add(BigInteger.ONE).shiftRight(1);
            if (middle.pow(n).compareTo(number) <= 0) {
                low = middle;
            } else {
                high = middle.subtract(BigInteger.ONE);
            }
        }
        return low.pow(n).equals(number) ? Optional.of(low) : Optional.empty();
    }
}
