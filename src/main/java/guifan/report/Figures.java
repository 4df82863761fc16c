package guifan.report;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.number.Rounding.Mode;
import guifan.source.Text;
import org.jspecify.annotations.Nullable;

/** Numbers as outputs show them. */
public final class Figures {

    private static final Rounding TWO = new Rounding(2, Mode.HALF_UP);
    private static final Rounding FOUR = new Rounding(4, Mode.HALF_UP);

    /** The longest fraction that is written out. */
    private static final int LONGEST = 15;

    private Figures() {}

    /** Returns {@code value} exactly where it has a finite decimal form, otherwise rounded to 2 decimals. */
    public static String brief(Rational value) {
        return value.isDecimal() ? value.toString() : TWO.format(value);
    }

    /** Returns what something is worth, with ≈ where that has no finite decimal form, and a dash for null. */
    static String worth(@Nullable Rational value) {
        return value == null ? "–" : value.isDecimal() ? value.toString() : "≈" + TWO.format(value);
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

    /** Returns how {@code mode} is said. */
    static Text words(Mode mode) {
        return switch (mode) {
            case HALF_UP -> new Text("四舍五入", "rounded half up");
            case HALF_EVEN -> new Text("四舍六入五成双", "rounded half to even");
            case HALF_DOWN -> new Text("五舍六入", "rounded half down");
            case DOWN -> new Text("舍去尾数", "rounded towards zero");
            case UP -> new Text("进一法取整", "rounded away from zero");
            case FLOOR -> new Text("向下取整", "rounded down");
            case CEILING -> new Text("向上取整", "rounded up");
        };
    }
}
