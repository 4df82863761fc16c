package guifan.number;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exact fraction: a third is a third.
 *
 * <p>Always in lowest terms with a positive denominator. Fractions whose parts fit a {@code long} are computed without
 * {@link BigInteger}; the others fall back to it, with the same results.
 */
public final class Rational implements Comparable<Rational> {

    public static final Rational ZERO = new Rational(0, 1);
    public static final Rational ONE = new Rational(1, 1);
    public static final Rational HUNDRED = new Rational(100, 1);

    private final long numerator;
    private final long denominator;
    /** Both parts when one of them does not fit a {@code long}; otherwise null. */
    private final BigInteger @Nullable [] big;

    private Rational(long numerator, long denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.big = null;
    }

    private Rational(BigInteger numerator, BigInteger denominator) {
        this.numerator = 0;
        this.denominator = 1;
        this.big = new BigInteger[] {numerator, denominator};
    }

    /** Returns the whole number {@code value}. */
    public static Rational of(long value) {
        return of(value, 1);
    }

    /**
     * Returns {@code numerator / denominator}.
     *
     * @throws ArithmeticException if the denominator is 0
     */
    public static Rational of(long numerator, long denominator) {
        if (denominator == 1 && numerator != Long.MIN_VALUE) {
            return new Rational(numerator, 1);
        }
        if (denominator <= 0 || numerator == Long.MIN_VALUE) {
            return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }
        long divisor = gcd(Math.abs(numerator), denominator);
        return new Rational(numerator / divisor, denominator / divisor);
    }

    /**
     * Returns {@code numerator / denominator}.
     *
     * @throws ArithmeticException if the denominator is 0
     */
    public static Rational of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        BigInteger n = numerator.divide(divisor);
        BigInteger d = denominator.divide(divisor);
        boolean small = n.bitLength() < Long.SIZE && d.bitLength() < Long.SIZE && !isMin(n);
        return small ? new Rational(n.longValue(), d.longValue()) : new Rational(n, d);
    }

    private static boolean isMin(BigInteger value) {
        return value.bitLength() == Long.SIZE - 1 && value.longValue() == Long.MIN_VALUE;
    }

    /**
     * Returns the number that {@code text} writes in ASCII as {@code -12}, {@code 0.10} or {@code 93/23}, if it does.
     */
    public static Optional<Rational> parse(String text) {
        return Decimals.parse(text);
    }

    public Rational plus(Rational other) {
        if (big == null && other.big == null) {
            if (numerator == 0 || other.numerator == 0) {
                return numerator == 0 ? other : this;
            }
            try {
                if (denominator == other.denominator) {
                    return of(Math.addExact(numerator, other.numerator), denominator);
                }
                long divisor = gcd(denominator, other.denominator);
                long mine = other.denominator / divisor;
                long theirs = denominator / divisor;
                return of(
                        Math.addExact(Math.multiplyExact(numerator, mine), Math.multiplyExact(other.numerator, theirs)),
                        Math.multiplyExact(denominator, mine));
            } catch (ArithmeticException overflow) {
                return plusBig(other);
            }
        }
        return plusBig(other);
    }

    private Rational plusBig(Rational other) {
        BigInteger sum = bigNumerator()
                .multiply(other.bigDenominator())
                .add(other.bigNumerator().multiply(bigDenominator()));
        return of(sum, bigDenominator().multiply(other.bigDenominator()));
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational times(Rational other) {
        if (big == null && other.big == null) {
            long first = gcd(Math.abs(numerator), other.denominator);
            long second = gcd(Math.abs(other.numerator), denominator);
            try {
                long product = Math.multiplyExact(numerator / first, other.numerator / second);
                long divisor = Math.multiplyExact(denominator / second, other.denominator / first);
                return product == Long.MIN_VALUE ? timesBig(other) : new Rational(product, divisor);
            } catch (ArithmeticException overflow) {
                return timesBig(other);
            }
        }
        return timesBig(other);
    }

    private Rational timesBig(Rational other) {
        return of(
                bigNumerator().multiply(other.bigNumerator()), bigDenominator().multiply(other.bigDenominator()));
    }

    /**
     * Returns this divided by {@code other}.
     *
     * @throws ArithmeticException if {@code other} is 0
     */
    public Rational dividedBy(Rational other) {
        if (big == null && other.big == null) {
            return times(of(/* numerator= */ other.denominator, /* denominator= */ other.numerator));
        }
        return timesBig(of(other.bigDenominator(), other.bigNumerator()));
    }

    public Rational negate() {
        return big == null ? new Rational(-numerator, denominator) : of(big[0].negate(), big[1]);
    }

    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    public Rational min(Rational other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Rational max(Rational other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Returns the largest whole number that is not above this. */
    public Rational floor() {
        if (big == null) {
            return of(Math.floorDiv(numerator, denominator));
        }
        BigInteger[] parts = bigNumerator().divideAndRemainder(bigDenominator());
        BigInteger whole = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return of(whole, BigInteger.ONE);
    }

    /** Returns the smallest whole number that is not below this. */
    public Rational ceiling() {
        return negate().floor().negate();
    }

    public int signum() {
        return big == null ? Long.signum(numerator) : big[0].signum();
    }

    public boolean isZero() {
        return signum() == 0;
    }

    public boolean isWhole() {
        return big == null ? denominator == 1 : big[1].equals(BigInteger.ONE);
    }

    /**
     * Returns the whole number as an {@code int}.
     *
     * @throws ArithmeticException if this is not a whole number in the range of {@code int}
     */
    public int intValueExact() {
        if (!isWhole()) {
            throw new ArithmeticException(this + " is not whole");
        }
        return bigNumerator().intValueExact();
    }

    /** Returns whether both parts fit a {@code long}, so that {@link #numerator} and {@link #denominator} hold them. */
    boolean isSmall() {
        return big == null;
    }

    long numerator() {
        return numerator;
    }

    long denominator() {
        return denominator;
    }

    BigInteger bigNumerator() {
        return big == null ? BigInteger.valueOf(numerator) : big[0];
    }

    BigInteger bigDenominator() {
        return big == null ? BigInteger.valueOf(denominator) : big[1];
    }

    @Override
    public int compareTo(Rational other) {
        if (big == null && other.big == null) {
            if (denominator == other.denominator) {
                return Long.compare(numerator, other.numerator);
            }
            long high = Math.multiplyHigh(numerator, other.denominator);
            long otherHigh = Math.multiplyHigh(other.numerator, denominator);
            return high == otherHigh
                    ? Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator)
                    : Long.compare(high, otherHigh);
        }
        return bigNumerator()
                .multiply(other.bigDenominator())
                .compareTo(other.bigNumerator().multiply(bigDenominator()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rational that
                && numerator == that.numerator
                && denominator == that.denominator
                && Arrays.equals(big, that.big);
    }

    @Override
    public int hashCode() {
        return big == null
                ? Long.hashCode(numerator) * 31 + Long.hashCode(denominator)
                : big[0].hashCode() * 31 + big[1].hashCode();
    }

    /** Returns whether this has a finite decimal form. */
    public boolean isDecimal() {
        return Decimals.isDecimal(this);
    }

    /**
     * Returns the plain decimal form without trailing zeros where it is finite, otherwise {@code n/d}; {@link #parse}
     * reads both.
     */
    @Override
    public String toString() {
        return Decimals.format(this);
    }

    private static long gcd(long a, long b) {
        if (a == 1 || b == 1) {
            return 1;
        }
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
}
