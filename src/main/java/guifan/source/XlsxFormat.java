package guifan.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a cell with a number says: the number to the 15 digits that spreadsheets keep, a percentage, or a date. */
final class XlsxFormat {

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final Pattern DATE = Pattern.compile("[ymdhs]");
    private static final Pattern TIME_ALONE = Pattern.compile("[^yd]*[hs][^yd]*");

    /** The formats that have a number instead of a code; those from 27 on are the Chinese ones. */
    private static final Set<Integer> PERCENTS = Set.of(9, 10);

    /** How LibreOffice saves the truth of a formula: as the number 1 or 0. */
    private static final String TRUTH = "\"TRUE\";\"TRUE\";\"FALSE\"";

    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);
    private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);
    /** Day 60 is the 29th of February 1900, which never was but is kept for the sake of old programs. */
    private static final long NEVER_WAS = 60;
    /** The last day of the year 9999. */
    private static final long LAST_DAY = 2_958_465;

    /** Numbers of so many digits are no numbers of this world. */
    private static final int MOST_DIGITS = 400;

    private XlsxFormat() {}

    /**
     * Returns what a cell says.
     *
     * @param id the number of its format
     * @param code the code of its format, empty if the number says it all
     * @param since1904 whether days are counted from 1904 on
     */
    static String text(BigDecimal stored, int id, String code, boolean since1904) {
        if (code.equals(TRUTH)) {
            return stored.signum() == 0 ? "FALSE" : "TRUE";
        }
        String bare = bare(code);
        boolean percent = code.isEmpty() ? PERCENTS.contains(id) : bare.indexOf('%') >= 0;
        if (percent) {
            return plain(stored.round(DIGITS).movePointRight(2)) + "%";
        }
        boolean date = code.isEmpty() ? isDate(id) : DATE.matcher(bare).find();
        return date ? date(stored, bare, since1904) : plain(stored.round(DIGITS));
    }

    private static boolean isDate(int id) {
        return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    }

    private static String plain(BigDecimal value) {
        boolean absurd = Math.abs((long) value.scale()) > MOST_DIGITS;
        return absurd && value.signum() != 0
                ? value.toString()
                : value.stripTrailingZeros().toPlainString();
    }

    private static String date(BigDecimal stored, String bare, boolean since1904) {
        if (stored.signum() < 0 || stored.compareTo(BigDecimal.valueOf(LAST_DAY + 1)) >= 0) {
            return "########";
        }
        long seconds =
                stored.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        long day = seconds / 86_400;
        LocalTime time = LocalTime.ofSecondOfDay(seconds % 86_400);
        if (day == 0 && TIME_ALONE.matcher(bare).matches()) {
            return time.toString();
        }
        String date = since1904
                ? SINCE_1904.plusDays(day).toString()
                : day == NEVER_WAS
                        ? "1900-02-29"
                        : SINCE_1900.plusDays(day < NEVER_WAS ? day + 1 : day).toString();
        return time.equals(LocalTime.MIDNIGHT) ? date : date + " " + time;
    }

    /** Returns the first section of a code, without what is only printed. */
    private static String bare(String code) {
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < code.length() && code.charAt(i) != ';'; i++) {
            char c = code.charAt(i);
            switch (c) {
                case '"' -> i = end(code, '"', i);
                case '\\', '_', '*' -> i++;
                case '[' -> {
                    int end = end(code, ']', i);
                    String inner =
                            code.substring(i + 1, Math.min(end, code.length())).toLowerCase(Locale.ROOT);
                    bare.append(inner.matches("h+|m+|s+") ? inner : "");
                    i = end;
                }
                default -> bare.append(Character.toLowerCase(c));
            }
        }
        return bare.toString();
    }

    private static int end(String code, char closing, int from) {
        int end = code.indexOf(closing, from + 1);
        return end < 0 ? code.length() : end;
    }
}
