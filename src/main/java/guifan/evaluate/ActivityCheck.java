package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Activities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds entries of an activity log that are there twice, and those that came too late. */
final class ActivityCheck {

    /** What makes two entries the same activity, the day apart. */
    private record Subject(String unit, String form, String title, int year) {}

    private final Activities rules;
    private final Problems problems;
    private final Map<Subject, List<Activity>> known = new HashMap<>();

    ActivityCheck(Activities rules, Problems problems) {
        this.rules = rules;
        this.problems = problems;
    }

    /**
     * Returns whether the activity was not entered before; that it was is an error. The same subject on another day may
     * well be another activity, so that it is only warned of.
     */
    boolean isNew(Activity activity) {
        Subject subject =
                new Subject(activity.unit(), activity.form(), Names.normalise(activity.title()), activity.year());
        List<Activity> others = known.computeIfAbsent(subject, same -> new ArrayList<>());
        Optional<Activity> same = others.stream()
                .filter(other -> other.date().equals(activity.date()))
                .findFirst();
        if (same.isPresent()) {
            problems.error(
                    "duplicate-activity",
                    activity.place(),
                    Text.of(
                            "日期、单位、形式、主题都相同，第一次在 %s",
                            "date, unit, form and title are the same, first at %s",
                            same.get().place().words()));
        } else if (!others.isEmpty()) {
            problems.warning(
                    "similar-activity",
                    activity.place(),
                    Text.of(
                            "单位、形式、主题与 %s 相同，只是日期不同；若是同一活动，请只留一条",
                            "unit, form and title are those of %s, only the date differs; keep one if it is the same activity",
                            others.get(0).place().words()));
        }
        others.add(activity);
        return same.isEmpty();
    }

    /** Returns whether the activity was entered too late to count; {@code place} is where the day of entry stands. */
    boolean isLate(Activity activity, LocalDate recorded, CellPlace place) {
        Optional<LocalDate> last = rules.recordedBy(activity.year());
        if (recorded.isBefore(activity.date())) {
            problems.error(
                    "recorded-before",
                    place,
                    Text.of(
                            "登记日期 %s 早于活动日期 %s",
                            "recorded on %s, before it took place on %s", recorded, activity.date()));
        }
        if (last.isEmpty() || !recorded.isAfter(last.get())) {
            return false;
        }
        problems.warning(
                "late-entry",
                place,
                Text.of(
                        "%s 登记，晚于 %s 年度的截止日 %s，不计数",
                        "recorded on %s, after the last day for the year %s, %s; not counted",
                        recorded,
                        activity.year(),
                        last.get()));
        return true;
    }
}
