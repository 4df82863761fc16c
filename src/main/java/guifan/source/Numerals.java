package guifan.source;

import guifan.number.Rational;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them into a cell. */
public final class Numerals {

    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3}){1,4}(\\.[0-9]{1,15})?");
    private static final Pattern LONG = Pattern.compile("[+-]?[0-9,]+(\\.[0-9]+)?");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?[0-9.,]+[eE][+-]?[0-9]+");
    private static final Pattern SUM = Pattern.compile("[=+-]?[0-9.,]+(\\s*[-+*/×÷~—–至到]\\s*[0-9.,]+)+");
    private static final Pattern CHINESE = Pattern.compile("[负零〇一二两三四五六七八九十百千万亿点半壹贰叁肆伍陆柒捌玖拾佰仟]+");
    private static final Pattern BOUND = Pattern.compile("(约|大约|近|超|超过|不少于|不低于|至少|[≥≤><≈~])=?\\s*[0-9].*");
    private static final String MONTH = "(?i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";
    private static final Pattern DATE = Pattern.compile("([0-9]{4}([-/.])[0-9]{1,2}\\2[0-9]{1,2}"
            + "|[0-9]{1,2}([-/])[0-9]{1,2}\\3([0-9]{4}|[0-9]{2})"
            + "|([0-9]{4}年)?[0-9]{1,2}月([0-9]{1,2}日)?"
            + "|[0-9]{1,4}-" + MONTH + "(-[0-9]{2,4})?|" + MONTH + "-[0-9]{1,4})"
            + "([ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?");
    private static final Pattern SHEET_ERROR = Pattern.compile(
            "#(DIV/0!|N/A|NAME\\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|GETTING_DATA)|##+|Err:[0-9]+");
    private static final int MOST_SHOWN = 40;
    /** Longer cells might exhaust the stack of the pattern matcher. */
    private static final int MOST_MATCHED = 200;

    private Numerals() {}

    /**
     * Returns the number in {@code cell}, if it is one: up to 15 digits and 15 decimals, in half or full width, with a
     * sign and thousands separators or without.
     */
    public static Optional<Rational> parse(String cell) {
        String folded = clean(cell);
        if (PLAIN.matcher(folded).matches()) {
            return Rational.parse(folded);
        }
        return GROUPED.matcher(folded).matches() ? Rational.parse(folded.replace(",", "")) : Optional.empty();
    }

    /**
     * Returns the number in {@code cell}, which may be followed by what it is counted in: {@code 4次}, {@code 97.5%}.
     */
    public static Optional<Rational> parse(String cell, String measuredIn) {
        String folded = clean(cell);
        String suffix = clean(measuredIn);
        return parse(
                !suffix.isEmpty() && folded.endsWith(suffix)
                        ? folded.substring(0, folded.length() - suffix.length())
                        : folded);
    }

    /**
     * Returns {@code cell} with full-width letters, digits and signs in half width, and the wide and no-break blank as
     * a space.
     */
    public static String fold(String cell) {
        StringBuilder folded = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            folded.append(c == '\u3000' || c == '\u00A0' ? ' ' : (char) Names.halfWidth(c));
        }
        return folded.toString();
    }

    private static String clean(String cell) {
        return fold(Names.strip(cell));
    }

    /** Returns whether {@code cell} is a date, into which spreadsheets turn a typed {@code 11/12}. */
    public static boolean looksLikeDate(String cell) {
        return DATE.matcher(clean(cell)).matches();
    }

    /** Returns whether {@code cell} is what spreadsheets show instead of a value: {@code #DIV/0!}, {@code ####}. */
    public static boolean looksLikeSheetError(String cell) {
        return SHEET_ERROR.matcher(clean(cell)).matches();
    }

    /** Returns why {@code cell} is not a number, naming the first character that is wrong. */
    public static Text complaint(String cell) {
        String folded = clean(cell);
        if (folded.isEmpty()) {
            return Text.of("空白，不是数字", "blank, not a number");
        }
        Text shown = Text.of(Width.visible(shorten(Names.strip(cell))));
        return Text.of("\"%s\" 不是数字：%s", "\"%s\" is not a number: %s", shown, reason(folded));
    }

    private static Text reason(String folded) {
        if (looksLikeSheetError(folded)) {
            return folded.startsWith("##")
                    ? Text.of("表格列宽不够，数没有显示出来", "the column was too narrow to show it")
                    : Text.of("是表格公式的出错信息", "it is the error of a formula");
        }
        if (looksLikeDate(folded)) {
            return Text.of("是日期", "it is a date");
        }
        if (LONG.matcher(folded).matches()) {
            return digitsReason(folded);
        }
        if (EXPONENT.matcher(folded).matches()) {
            return Text.of("是科学记数法，请写出全部数字", "it has an exponent; write all digits");
        }
        if (folded.length() > 1
                && parse(folded.substring(0, folded.length() - 1)).isPresent()
                && folded.endsWith("%")) {
            return Text.of("这里不用百分号", "no percent sign belongs here");
        }
        if (BOUND.matcher(folded).matches()) {
            return first(folded).plus(Text.of("，请填确切的数", "; give the exact number"));
        }
        if (folded.length() < MOST_MATCHED && SUM.matcher(folded).matches()) {
            return first(folded).plus(Text.of("，请填算好的一个数", "; give one number, worked out"));
        }
        if (CHINESE.matcher(folded).matches()) {
            return Text.of("是汉字数字，请用阿拉伯数字", "it is in Chinese numerals; use 0 to 9");
        }
        return first(folded);
    }

    private static Text digitsReason(String folded) {
        String whole = folded.split("\\.", 2)[0];
        if (whole.indexOf(',') >= 0 && !whole.matches("[+-]?[0-9]{1,3}(,[0-9]{3})+")) {
            return Text.of(
                    "逗号只能作千分位（每三位一个），小数点应为“.”", "commas may only separate thousands, and the decimal point is \".\"");
        }
        return whole.replaceAll("[^0-9]", "").length() > 15
                ? Text.of("整数部分超过 15 位", "it has more than 15 digits before the decimal point")
                : Text.of("小数超过 15 位", "it has more than 15 decimals");
    }

    /** Names the first character that cannot stand where it stands in a number. */
    private static Text first(String folded) {
        int at = offset(folded);
        if (at == folded.length()) {
            return Text.of("没有写完", "it is incomplete");
        }
        int point = folded.codePointAt(at);
        int number = folded.codePointCount(0, at) + 1;
        if (point == '。') {
            return Text.of(
                    "第%s个字符是句号“。”，小数点应为“.”", "character %s is the full stop \"。\", the decimal point is \".\"", number);
        }
        if (Names.isInvisible(point)) {
            String code = String.format(Locale.ROOT, "U+%04X", point);
            return Text.of("第%s个字符是空白（%s）", "character %s is a blank (%s)", number, code);
        }
        String seen = Width.visible(Character.toString(point));
        if (point < 0x80 && Character.isLetter(point)) {
            return Text.of("第%s个字符是字母“%s”", "character %s is the letter \"%s\"", number, seen);
        }
        return Text.of("第%s个字符是“%s”", "character %s is \"%s\"", number, seen);
    }

    private static int offset(String folded) {
        int at = folded.startsWith("+") || folded.startsWith("-") ? 1 : 0;
        boolean point = false;
        for (; at < folded.length(); at++) {
            char c = folded.charAt(at);
            boolean digitBefore = at > 0 && isDigit(folded.charAt(at - 1));
            if (c == '.' && !point && digitBefore) {
                point = true;
            } else if (!isDigit(c) && !(c == ',' && !point && digitBefore)) {
                return at;
            }
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String shorten(String cell) {
        return cell.codePointCount(0, cell.length()) <= MOST_SHOWN
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, MOST_SHOWN)) + "…";
    }
}
