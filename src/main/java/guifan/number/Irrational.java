package guifan.number;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Roots and logarithms to a stated number of decimals, in whole-number arithmetic. */
public final class Irrational {

    /** Decimals computed beyond those asked for; the error of a series of some hundred terms stays far below them. */
    private static final int GUARD = 12;

    /** The most decimals that a standard may ask for. */
    public static final int MOST_DIGITS = 100;

    private Irrational() {}

    /**
     * Returns the square root: exactly where it is rational, otherwise rounded half up.
     *
     * @param value 0 or more
     * @param digits decimals
     * @throws ArithmeticException if {@code value} is negative
     */
    public static Rational root(Rational value, int digits) {
        BigInteger top = value.bigNumerator().sqrt();
        BigInteger bottom = value.bigDenominator().sqrt();
        Rational exact = Rational.of(top, bottom);
        if (exact.times(exact).equals(value)) {
            return exact;
        }
        BigInteger unit = BigInteger.TEN.pow(digits);
        BigInteger twice = value.bigNumerator()
                .multiply(BigInteger.valueOf(4))
                .multiply(unit)
                .multiply(unit)
                .divide(value.bigDenominator())
                .sqrt();
        return Rational.of(twice.add(BigInteger.ONE).shiftRight(1), unit);
    }

    /**
     * Returns the logarithm of {@code value} to the base {@code base}, rounded half up; it is the same whichever
     * logarithm both are taken of.
     *
     * @param value above 0
     * @param base above 1
     * @param digits decimals
     */
    public static Rational logarithm(Rational value, Rational base, int digits) {
        if (value.signum() <= 0 || base.compareTo(Rational.ONE) <= 0) {
            throw new ArithmeticException("logarithm of " + value + " to the base " + base);
        }
        Rounding rounding = new Rounding(digits, Rounding.Mode.HALF_UP);
        Optional<Rational> exact = Powers.logarithm(value, base);
        if (exact.isPresent()) {
            return rounding.apply(exact.get());
        }
        // A base close to 1 has a logarithm close to 0, which costs as many digits as it has zeros.
        int scale = digits
                + GUARD
                + 2 * base.minus(Rational.ONE).bigDenominator().toString().length();
        return rounding.apply(Rational.of(natural(value, scale), natural(base, scale)));
    }

    /**
     * Returns the product of {@code values}, each to the power of its exponent: exactly where it is rational, otherwise
     * rounded half up.
     *
     * @param values 0 or more
     * @param exponents above 0, as many as there are values
     * @param digits decimals
     * @throws ArithmeticException if a value is negative
     */
    public static Rational product(List<Rational> values, List<Rational> exponents, int digits) {
        if (values.stream().anyMatch(value -> value.signum() < 0)) {
            throw new ArithmeticException("power of a negative number");
        }
        if (values.stream().anyMatch(Rational::isZero)) {
            return Rational.ZERO;
        }
        Optional<Rational> exact = Powers.product(values, exponents);
        return exact.orElseGet(() -> rounded(values, exponents, digits));
    }

    private static Rational rounded(List<Rational> values, List<Rational> exponents, int digits) {
        int scale = digits + GUARD;
        for (Rational value : values) {
            scale += value.bigNumerator().toString().length();
        }
        Rational sum = Rational.ZERO;
        for (int i = 0; i < values.size(); i++) {
            Rational logarithm = Rational.of(natural(values.get(i), scale), BigInteger.TEN.pow(scale));
            sum = sum.plus(logarithm.times(exponents.get(i)));
        }
        return new Rounding(digits, Rounding.Mode.HALF_UP).apply(exponential(sum, scale));
    }

    /** Returns e to the power of {@code value}, which is halved until the series is short. */
    private static Rational exponential(Rational value, int scale) {
        BigInteger unit = BigInteger.TEN.pow(scale + GUARD);
        int halvings = 8 + value.abs().ceiling().bigNumerator().bitLength();
        BigInteger x = value.bigNumerator()
                .multiply(unit)
                .divide(value.bigDenominator())
                .shiftRight(halvings);
        BigInteger term = unit;
        BigInteger sum = unit;
        for (long i = 1; term.signum() != 0; i++) {
            term = term.multiply(x).divide(unit).divide(BigInteger.valueOf(i));
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum).divide(unit);
        }
        return Rational.of(sum, unit);
    }

    /**
     * Returns the natural logarithm times a power of ten: twice the area tangent of (x − 1) / (x + 1), after halving.
     */
    private static BigInteger natural(Rational value, int scale) {
        int halvings = value.bigNumerator().bitLength() - value.bigDenominator().bitLength();
        BigInteger top = value.bigNumerator().shiftLeft(Math.max(0, -halvings));
        BigInteger bottom = value.bigDenominator().shiftLeft(Math.max(0, halvings));
        BigInteger two = areaTangent(BigInteger.ONE, BigInteger.valueOf(3), scale);
        BigInteger rest = areaTangent(top.subtract(bottom), top.add(bottom), scale);
        return rest.add(two.multiply(BigInteger.valueOf(halvings))).shiftLeft(1);
    }

    private static BigInteger areaTangent(BigInteger top, BigInteger bottom, int scale) {
        BigInteger unit = BigInteger.TEN.pow(scale);
        BigInteger square = top.multiply(top).multiply(unit).divide(bottom.multiply(bottom));
        BigInteger power = top.multiply(unit).divide(bottom);
        BigInteger sum = BigInteger.ZERO;
        for (long odd = 1; power.signum() != 0; odd += 2) {
            sum = sum.add(power.divide(BigInteger.valueOf(odd)));
            power = power.multiply(square).divide(unit);
        }
        return sum;
    }
}
