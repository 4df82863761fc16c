package guifan.paper;

import guifan.source.Fields;
import guifan.source.Text;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Until when a unit has to put things right: a fixed day, or so many days after one that is given.
 *
 * @param by the fixed day, or null
 * @param from the day after which days are counted
 * @param days how many, null to take those of the standard
 * @param working which days count, null where all of them do
 */
record Deadline(
        @Nullable LocalDate by,
        LocalDate from,
        @Nullable Integer days,
        @Nullable WorkingDays working) {

    /** The longest that a standard or an office may name, so that a slip is noticed. */
    private static final int MOST_DAYS = 1000;

    /**
     * Reads {@code rectify} of {@code papers}.
     *
     * @param issued the day of issue
     * @param standardDays the calendar days that the standard gives, or null
     */
    static Deadline read(Fields papers, LocalDate issued, @Nullable Integer standardDays) {
        Fields rectify = papers.section("rectify");
        @Nullable LocalDate by = rectify.optionalDate("by").orElse(null);
        boolean received = rectify.choice("count-from", Map.of("issued", false, "received", true), false);
        boolean working = rectify.has("working-days");
        @Nullable
        Integer days = working ? number(rectify, "working-days") : rectify.has("days") ? number(rectify, "days") : null;
        if (by != null && (days != null || rectify.has("count-from"))) {
            rectify.error(
                    "two-deadlines",
                    "by",
                    Text.of("by（固定日期）与 count-from、days 只能用一种", "by (a fixed day) goes without count-from and days"));
        }
        if (working && rectify.has("days")) {
            rectify.error(
                    "two-deadlines",
                    "working-days",
                    Text.of("days（日历日）与 working-days（工作日）只能用一种", "use one of days and working-days"));
        }
        for (String key : new String[] {"holidays", "workdays"}) {
            if (rectify.has(key) && !working) {
                rectify.error(
                        "no-working-days",
                        key,
                        Text.of("“%s”只用于 working-days（工作日）", "\"%s\" is for working-days only", key));
            }
        }
        WorkingDays calendar = WorkingDays.read(rectify);
        LocalDate from = received ? PaperSettings.date(papers, "received") : issued;
        papers.optionalDate("received");
        if (received && papers.has("received") && from.isBefore(issued)) {
            papers.error("received-before", "received", Text.of("收到日期早于印发日期", "received before it was issued"));
        }
        if (by != null && by.isBefore(issued)) {
            rectify.error("deadline-past", "by", Text.of("期限早于印发日期", "the deadline is before the day of issue"));
        }
        if (days == null && by == null && standardDays == null) {
            rectify.error(
                    "no-deadline",
                    "days",
                    Text.of("标准没有写明整改期限，请写 days 或 by", "the standard names no days; give days or by"));
        }
        return new Deadline(by, from, days, working ? calendar : null);
    }

    private static Integer number(Fields rectify, String key) {
        int number = rectify.whole(key, 1, 1);
        if (number > MOST_DAYS) {
            rectify.error("too-many-days", key, Text.of("期限超过 %s 天", "more than %s days", MOST_DAYS));
            return 1;
        }
        return number;
    }

    /**
     * Returns the last day.
     *
     * @param standardDays the calendar days that the standard gives, or null
     */
    LocalDate day(@Nullable Integer standardDays) {
        if (by != null) {
            return by;
        }
        if (working != null && days != null) {
            return working.after(from, days);
        }
        Integer number = days == null ? standardDays : days;
        return from.plusDays(number == null ? 0 : number);
    }

    /** Returns how days were counted, empty where none were. */
    Text counting() {
        if (by != null) {
            return Text.of("");
        }
        return working == null
                ? new Text("期限按日历日计算，不因周末和节假日顺延。", "Days are calendar days; weekends and holidays do not move the day.")
                : new Text(
                        "期限按工作日计算，不含周末和法定节假日，调休上班日计入。", "Days are working days, without weekends and public holidays.");
    }
}
