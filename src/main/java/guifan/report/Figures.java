package guifan.report;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Text;
import org.jspecify.annotations.Nullable;

/** Numbers as outputs show them. */
public final class Figures {

    private static final Rounding TWO = new Rounding(2, Rounding.Mode.HALF_UP);
    private static final Rounding FOUR = new Rounding(4, Rounding.Mode.HALF_UP);

    /** The longest fraction that is written out. */
    private static final int LONGEST = 15;

    private Figures() {}

    /** Returns {@code value} exactly where it has a short decimal form, otherwise rounded to 2 decimals. */
    public static String brief(Rational value) {
        return isShort(value) ? value.toString() : TWO.format(value);
    }

    /** Returns whether {@code value} is shown exactly; decimals of a root are too many for that. */
    static boolean isShort(Rational value) {
        return value.isDecimal() && value.toString().length() <= LONGEST;
    }

    /** Returns what something is worth, with ≈ where that has no finite decimal form, and a dash for null. */
    static String worth(@Nullable Rational value) {
        return value == null ? "–" : isShort(value) ? value.toString() : "≈" + TWO.format(value);
    }

    /** Returns {@code value} with the decimals of {@code rounding}, or {@link #brief} where there is none. */
    public static String total(Rational value, @Nullable Rounding rounding) {
        return rounding == null ? brief(value) : rounding.format(value);
    }

    /** Returns {@code value} for a formula: a decimal, a fraction, or with ≈ where that would be too long. */
    static String exact(Rational value) {
        String plain = value.toString();
        String shown = plain.length() <= LONGEST ? plain : "≈" + FOUR.format(value);
        return shown.replace('-', '−');
    }

    /** Returns {@code value} as the end of a formula: a fraction is followed by its value in decimals. */
    static Text result(Rational value) {
        String shown = exact(value);
        return shown.indexOf('/') < 0
                ? Text.of(shown)
                : Text.of("%s（≈%s）", "%s (≈%s)", shown, FOUR.format(value).replace('-', '−'));
    }
}
