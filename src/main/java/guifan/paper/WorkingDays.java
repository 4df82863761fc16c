package guifan.paper;

import guifan.source.Fields;
import guifan.source.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which days are worked on: Monday to Friday, apart from what an office declares.
 *
 * @param holidays days off that fall on weekdays
 * @param worked days at a weekend that make up for them (调休上班)
 */
record WorkingDays(Set<LocalDate> holidays, Set<LocalDate> worked) {

    WorkingDays {
        holidays = Set.copyOf(holidays);
        worked = Set.copyOf(worked);
    }

    /** Reads both lists, of days or of ranges such as {@code 2020-01-24..2020-02-02}. */
    static WorkingDays read(Fields fields) {
        return new WorkingDays(days(fields, "holidays"), days(fields, "workdays"));
    }

    private static Set<LocalDate> days(Fields fields, String key) {
        Set<LocalDate> days = new TreeSet<>();
        for (String words : fields.proses(key)) {
            String[] ends = words.split("\\.\\.", 2);
            try {
                LocalDate first = LocalDate.parse(ends[0].strip());
                LocalDate last = LocalDate.parse(ends[ends.length - 1].strip());
                if (last.isBefore(first) || last.isAfter(first.plusYears(1))) {
                    throw new DateTimeParseException("not a range within a year", words, 0);
                }
                first.datesUntil(last.plusDays(1)).forEach(days::add);
            } catch (DateTimeParseException e) {
                fields.error(
                        "not-a-date",
                        key,
                        Text.of(
                                "“%s”不是日期；应如 2020-01-24 或 2020-01-24..2020-02-02",
                                "\"%s\" is no date; write 2020-01-24 or 2020-01-24..2020-02-02", words));
            }
        }
        return days;
    }

    private boolean isWorked(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? worked.contains(day) : !holidays.contains(day);
    }

    /**
     * Returns the last of so many working days after {@code start}, which is not counted itself.
     *
     * @param number 1 or more
     */
    LocalDate after(LocalDate start, int number) {
        LocalDate day = start;
        for (int left = number; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorked(day) ? 1 : 0;
        }
        return day;
    }
}
