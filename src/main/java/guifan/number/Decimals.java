package guifan.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as decimals; what fits a {@code long} without {@link BigInteger}, with the same results. */
final class Decimals {

    private static final Pattern SYNTAX =
            Pattern.compile("([+-]?)([0-9]{1,400})(?:\\.([0-9]{1,400})|/([0-9]{1,400}))?");

    /** The powers of ten that fit a {@code long}. */
    private static final long[] TENS = new long[19];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private Decimals() {}

    /**
     * Returns ten to the power of {@code scale}.
     *
     * @param scale 0 to 18
     */
    static long power(int scale) {
        return TENS[scale];
    }

    /** Returns the number that {@code text} writes as {@link Rational#parse} says. */
    static Optional<Rational> parse(String text) {
        @Nullable Rational small = small(text);
        if (small != null) {
            return Optional.of(small);
        }
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String whole = matcher.group(1).replace("+", "") + matcher.group(2);
        String decimals = matcher.group(3);
        String divisor = matcher.group(4);
        if (decimals != null) {
            return Optional.of(Rational.of(new BigInteger(whole + decimals), BigInteger.TEN.pow(decimals.length())));
        }
        BigInteger denominator = divisor == null ? BigInteger.ONE : new BigInteger(divisor);
        return denominator.signum() == 0
                ? Optional.empty()
                : Optional.of(Rational.of(new BigInteger(whole), denominator));
    }

    /** Returns the number that {@code text} writes as {@code 12} or {@code -0.10}, null if it is long or no such. */
    private static @Nullable Rational small(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = text.length();
        if (end == start || end - start >= TENS.length) {
            return null;
        }
        long digits = 0;
        int point = -1;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0 && i > start && i + 1 < end) {
                point = i;
            } else {
                return null;
            }
        }
        return Rational.of(start == 0 ? digits : -digits, TENS[point < 0 ? 0 : end - point - 1]);
    }

    /** Returns whether {@code value} has a finite decimal form. */
    static boolean isDecimal(Rational value) {
        if (value.isSmall()) {
            long rest = value.denominator() >> Long.numberOfTrailingZeros(value.denominator());
            while (rest % 5 == 0) {
                rest /= 5;
            }
            return rest == 1;
        }
        BigInteger rest = value.bigDenominator();
        rest = rest.shiftRight(rest.getLowestSetBit());
        BigInteger five = BigInteger.valueOf(5);
        while (rest.mod(five).signum() == 0) {
            rest = rest.divide(five);
        }
        return rest.equals(BigInteger.ONE);
    }

    /** Returns {@code value} as {@link Rational#toString} does. */
    static String format(Rational value) {
        if (value.isSmall() && value.denominator() == 1) {
            return Long.toString(value.numerator());
        }
        if (value.isWhole()) {
            return value.bigNumerator().toString();
        }
        if (!isDecimal(value)) {
            return value.bigNumerator() + "/" + value.bigDenominator();
        }
        int scale = value.isSmall() ? scale(value.denominator()) : -1;
        if (scale >= 0) {
            long factor = TENS[scale] / value.denominator();
            if (Math.multiplyHigh(value.numerator(), factor) == (value.numerator() * factor) >> (Long.SIZE - 1)) {
                return BigDecimal.valueOf(value.numerator() * factor, scale).toPlainString();
            }
        }
        return new BigDecimal(value.bigNumerator())
                .divide(new BigDecimal(value.bigDenominator()))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Returns the least number of decimals that a finite fraction of {@code denominator} needs, -1 if that is many. */
    private static int scale(long denominator) {
        for (int scale = 1; scale < TENS.length; scale++) {
            if (TENS[scale] % denominator == 0) {
                return scale;
            }
        }
        return -1;
    }

    /**
     * Returns {@code value} times ten to the power of {@code scale}, rounded to a whole number by {@code mode}; null
     * where that does not fit a {@code long}.
     */
    static @Nullable Long rounded(Rational value, int scale, Rounding.Mode mode) {
        if (!value.isSmall() || scale >= TENS.length) {
            return null;
        }
        long scaled = value.numerator() * TENS[scale];
        if (Math.multiplyHigh(value.numerator(), TENS[scale]) != scaled >> (Long.SIZE - 1)) {
            return null;
        }
        long whole = scaled / value.denominator();
        long rest = Math.abs(scaled % value.denominator());
        int half = Long.compare(rest, value.denominator() - rest);
        boolean negative = scaled < 0;
        boolean away = rest != 0
                && switch (mode) {
                    case HALF_UP -> half >= 0;
                    case HALF_EVEN -> half > 0 || (half == 0 && whole % 2 != 0);
                    case HALF_DOWN -> half > 0;
                    case DOWN -> false;
                    case UP -> true;
                    case FLOOR -> negative;
                    case CEILING -> !negative;
                };
        return away ? whole + (negative ? -1 : 1) : whole;
    }
}
