package guifan.rule;

import guifan.number.Rational;
import guifan.number.Rounding;

/** Numbers in sentences. */
public final class Numbers {

    private static final Rounding SHORT = new Rounding(4, Rounding.Mode.HALF_UP);

    private Numbers() {}

    /**
     * Returns {@code value} exactly if it is whole or has a finite decimal form of a readable length, otherwise with ≈
     * and four decimals.
     */
    public static String shown(Rational value) {
        if (value.isWhole() || (value.isDecimal() && value.toString().length() <= 12)) {
            return value.toString();
        }
        return "≈" + SHORT.format(value);
    }
}
