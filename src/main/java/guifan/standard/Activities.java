package guifan.standard;

import guifan.source.Fields;
import guifan.source.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the standard as a whole says of the activity log (活动台账) of the units; which forms count for which indicator is
 * said at the indicators.
 *
 * <p>None of it is part of the rules hash: the same sheet gets the same score, however its counts came about.
 *
 * @param yearEnds the last day that counts for a year; what comes after it counts for the next year
 * @param recordedBy the last day on which an activity may be entered to count for its year, or null if not said
 * @param evidenceRequired whether every activity must name its evidence
 * @param also forms that the log may hold and that count for no indicator
 * @param called what else a form is called, with the form that is meant
 */
public record Activities(
        MonthDay yearEnds,
        @Nullable MonthDay recordedBy,
        boolean evidenceRequired,
        List<String> also,
        Map<String, String> called) {

    /** Nothing said: calendar years, with evidence. */
    public static final Activities DEFAULT = new Activities(MonthDay.of(12, 31), null, true, List.of(), Map.of());

    private static final Pattern DAY = Pattern.compile("([0-9]{2})-([0-9]{2})");

    static Activities read(Fields fields) {
        Optional<MonthDay> yearEnds = day(fields, "year-ends");
        Optional<MonthDay> recordedBy = day(fields, "recorded-by");
        boolean required = fields.choice("evidence", Map.of("required", true, "optional", false), true);
        Map<String, String> called = new LinkedHashMap<>();
        fields.aside("called")
                .ifPresent(names ->
                        names.mapping().entries().keySet().forEach(name -> called.put(name, names.prose(name))));
        return new Activities(
                yearEnds.orElse(DEFAULT.yearEnds), recordedBy.orElse(null), required, fields.proses("also"), called);
    }

    private static Optional<MonthDay> day(Fields fields, String key) {
        return fields.optionalProse(key).flatMap(text -> {
            Matcher matcher = DAY.matcher(text);
            try {
                if (matcher.matches()) {
                    return Optional.of(
                            MonthDay.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
                }
            } catch (DateTimeException e) {
                // told below
            }
            fields.error(
                    "not-a-day", key, Text.of("“%s”不是月和日，应如 11-30", "\"%s\" is no month and day such as 11-30", text));
            return Optional.empty();
        });
    }

    /** Returns the year that an activity of {@code date} counts for. */
    public int yearOf(LocalDate date) {
        return MonthDay.from(date).compareTo(yearEnds) > 0 ? date.getYear() + 1 : date.getYear();
    }

    /** Returns the first day that counts for {@code year}. */
    public LocalDate from(int year) {
        return yearEnds.atYear(year - 1).plusDays(1);
    }

    /** Returns the last day that counts for {@code year}. */
    public LocalDate to(int year) {
        return yearEnds.atYear(year);
    }

    /**
     * Returns the last day on which an activity may be entered to count for {@code year}, if that is said: the first
     * such day after the year has ended.
     */
    public Optional<LocalDate> recordedBy(int year) {
        return Optional.ofNullable(recordedBy).map(day -> day.atYear(day.compareTo(yearEnds) < 0 ? year + 1 : year));
    }

    /** Returns the form that {@code name} means. */
    public String form(String name) {
        return called.getOrDefault(name, name);
    }
}
