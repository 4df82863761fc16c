package guifan.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Rounding to a number of decimals, applied only where a standard names it.
 *
 * @param scale the number of decimals kept, 0 or more
 * @param mode which neighbour is taken
 */
public record Rounding(int scale, Mode mode) {

    /**
     * Which neighbour is taken; ties of {@code HALF_UP} and the negatives of every mode go as in {@link RoundingMode}.
     */
    public enum Mode {
        HALF_UP("half-up", RoundingMode.HALF_UP),
        HALF_EVEN("half-even", RoundingMode.HALF_EVEN),
        HALF_DOWN("half-down", RoundingMode.HALF_DOWN),
        DOWN("down", RoundingMode.DOWN),
        UP("up", RoundingMode.UP),
        FLOOR("floor", RoundingMode.FLOOR),
        CEILING("ceiling", RoundingMode.CEILING);

        private final String key;
        private final RoundingMode mode;

        Mode(String key, RoundingMode mode) {
            this.key = key;
            this.mode = mode;
        }

        /** Returns the word that standards use. */
        public String key() {
            return key;
        }
    }

    public Rounding {
        if (scale < 0) {
            throw new IllegalArgumentException("scale " + scale);
        }
    }

    /** Returns {@code value} rounded; exact, so that rounding again changes nothing. */
    public Rational apply(Rational value) {
        @Nullable Long small = Decimals.rounded(value, scale, mode);
        return small == null
                ? Rational.of(decimal(value).unscaledValue(), BigInteger.TEN.pow(scale))
                : Rational.of(small, Decimals.power(scale));
    }

    /** Returns {@code value} rounded, with exactly {@link #scale} decimals. */
    public String format(Rational value) {
        return decimal(value).toPlainString();
    }

    private BigDecimal decimal(Rational value) {
        @Nullable Long small = Decimals.rounded(value, scale, mode);
        return small != null
                ? BigDecimal.valueOf(small, scale)
                : new BigDecimal(value.bigNumerator()).divide(new BigDecimal(value.bigDenominator()), scale, mode.mode);
    }
}
