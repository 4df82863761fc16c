package guifan.evaluate;

import guifan.source.Names;
import guifan.source.Numerals;
import guifan.source.Text;
import guifan.source.Width;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people type them, year first; what can be read in two ways is refused, never guessed. */
final class ActivityDate {

    private static final Pattern YEAR_FIRST = Pattern.compile("([12][0-9]{3})(?:([-/.])([0-9]{1,2})\\2([0-9]{1,2})"
            + "|年([0-9]{1,2})月([0-9]{1,2})[日号]?)(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?");
    private static final Pattern DIGITS = Pattern.compile("([12][0-9]{3})([0-9]{2})([0-9]{2})");
    private static final Pattern SERIAL = Pattern.compile("[1-9][0-9]{4}(\\.[0-9]+)?");
    private static final Pattern YEAR_LAST =
            Pattern.compile("[0-9]{1,2}([-/.])[0-9]{1,2}\\1[0-9]{2}([0-9]{2})?|[0-9]{2}年.*");
    private static final Pattern NO_YEAR = Pattern.compile("[0-9]{1,2}([-/.])[0-9]{1,2}|[0-9]{1,2}月([0-9]{1,2}[日号]?)?");
    private static final Pattern NO_DAY = Pattern.compile("[0-9]{4}([-/.][0-9]{1,2}|年([0-9]{1,2}月?)?)?");
    private static final Pattern SPAN = Pattern.compile("[0-9]{4}[-/.年][0-9].*[-~～—–至到、].*");

    private ActivityDate() {}

    /** Returns the date in {@code cell}, if it is one and can be only one. */
    static Optional<LocalDate> parse(String cell) {
        String text = clean(cell);
        Matcher digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return date(digits.group(1), digits.group(2), digits.group(3));
        }
        Matcher written = YEAR_FIRST.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        boolean signs = written.group(2) != null;
        return date(written.group(1), written.group(signs ? 3 : 5), written.group(signs ? 4 : 6));
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String clean(String cell) {
        String text = Numerals.fold(Names.strip(cell));
        return text.length() > 40 ? text.substring(0, 40) : text;
    }

    /** Returns why {@code cell} is not a date. */
    static Text complaint(String cell) {
        String text = clean(cell);
        return Text.of(
                "“%s”不是确定的日期：%s；应如 2019-03-05",
                "\"%s\" is no certain date: %s; write 2019-03-05", Width.visible(cell), reason(text));
    }

    private static Text reason(String text) {
        if (YEAR_FIRST.matcher(text).matches() || DIGITS.matcher(text).matches()) {
            return new Text("没有这一天", "there is no such day");
        }
        if (SERIAL.matcher(text).matches()) {
            return new Text(
                    "是表格软件的日期序号，请把该列设为日期格式", "it is a serial number of a spreadsheet; format the column as dates");
        }
        if (YEAR_LAST.matcher(text).matches()) {
            return new Text("年、月、日的先后不明", "which number is year, month or day is not certain");
        }
        if (NO_YEAR.matcher(text).matches()) {
            return new Text("没有年份", "the year is missing");
        }
        if (NO_DAY.matcher(text).matches()) {
            return new Text("没有写到日", "the day is missing");
        }
        if (SPAN.matcher(text).matches()) {
            return new Text("是一段时间，请只填开始的一天", "it is a span of time; give its first day");
        }
        return new Text("不能理解", "it is not understood");
    }
}
