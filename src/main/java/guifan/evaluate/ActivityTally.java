package guifan.evaluate;

import guifan.rule.Item;
import guifan.rule.MeasureType.Kind;
import guifan.rule.Rule.Shape;
import guifan.source.Text;
import guifan.standard.Blank;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import guifan.standard.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The measures of one year that follow from an activity log.
 *
 * <p>A 0 is never supposed where the log may simply not be kept: an indicator with a form of which the whole log, of
 * all years, has no entry is left to the clerk, and so is a unit without any entry in the year.
 */
public final class ActivityTally {

    /**
     * An activity with the indicator that it counts for.
     *
     * @param item the id of the item, empty where there is one measure
     */
    public record Counted(Indicator indicator, String item, Activity activity) {}

    private final Standard standard;
    private final ActivityLog log;
    private final Set<String> kept;
    private final int year;
    private final Map<String, List<Activity>> byUnit;
    private final Set<String> silent;
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();

    private ActivityTally(Standard standard, ActivityLog whole, Collection<String> complete, int year) {
        this.standard = standard;
        this.log = whole.of(year);
        this.kept = whole.forms();
        kept.addAll(complete);
        this.year = year;
        this.byUnit = log.byUnit();
        this.silent = new LinkedHashSet<>(log.units().keySet());
        silent.removeAll(byUnit.keySet());
        standard.indicators()
                .filter(one -> Optional.ofNullable(one.tally())
                        .filter(tally -> tally.missing(kept).isEmpty())
                        .isPresent())
                .forEach(one -> indicators.put(one.id(), one));
    }

    /**
     * Returns the measures of {@code year} that follow from {@code log}, which may hold other years as well.
     *
     * @param complete the forms that the log keeps even if there was no such activity, so that none is 0
     */
    public static ActivityTally of(Standard standard, ActivityLog log, Collection<String> complete, int year) {
        return new ActivityTally(standard, log, complete, year);
    }

    public Standard standard() {
        return standard;
    }

    public int year() {
        return year;
    }

    /** Returns the kind of every unit by its name. */
    public Map<String, String> units() {
        return log.units();
    }

    /** Returns what belongs into a cell of the sheet, if the log tells it. */
    public Optional<String> cell(String unit, Blank blank) {
        Indicator indicator = indicators.get(blank.question().id());
        if (indicator == null || silent.contains(unit)) {
            return Optional.empty();
        }
        Tally tally = Objects.requireNonNull(indicator.tally());
        if (blank.question().shape() == Shape.CHECKLIST && blank.item().isEmpty()) {
            return checklist(unit, blank.question().items(), tally);
        }
        return tally.forms().containsKey(blank.item())
                ? Optional.of(text(unit, blank.item(), blank.question().items(), tally))
                : Optional.empty();
    }

    private String text(String unit, String item, List<Item> items, Tally tally) {
        int number = number(unit, item, tally);
        Item filled =
                items.stream().filter(one -> one.id().equals(item)).findFirst().orElseThrow();
        return filled.type().kind() == Kind.YES_NO ? (number > 0 ? "是" : "否") : String.valueOf(number);
    }

    /** Where the log does not tell all items, it tells none: the sentence is about all of them. */
    private Optional<String> checklist(String unit, List<Item> items, Tally tally) {
        if (items.stream().anyMatch(item -> !tally.forms().containsKey(item.id()))) {
            return Optional.empty();
        }
        List<String> missing = items.stream()
                .filter(item -> number(unit, item.id(), tally) == 0)
                .map(Item::name)
                .toList();
        boolean none = missing.size() == items.size();
        return Optional.of(missing.isEmpty() ? "全" : none ? "无" : "缺：" + String.join("、", missing));
    }

    private int number(String unit, String item, Tally tally) {
        Stream<Activity> counted = counted(unit, item, tally);
        return Math.toIntExact(
                tally.different() ? counted.map(Activity::form).distinct().count() : counted.count());
    }

    private Stream<Activity> counted(String unit, String item, Tally tally) {
        List<String> forms = tally.forms().getOrDefault(item, List.of());
        return byUnit.getOrDefault(unit, List.of()).stream().filter(activity -> forms.contains(activity.form()));
    }

    /** Returns every activity with what it counts for, by indicator and unit. */
    public List<Counted> counted() {
        List<Counted> all = new ArrayList<>();
        for (Indicator indicator : indicators.values()) {
            Tally tally = Objects.requireNonNull(indicator.tally());
            for (Map.Entry<String, String> unit : log.units().entrySet()) {
                if (indicator.appliesTo(unit.getValue())) {
                    tally.forms()
                            .keySet()
                            .forEach(item -> counted(unit.getKey(), item, tally)
                                    .forEach(activity -> all.add(new Counted(indicator, item, activity))));
                }
            }
        }
        return all;
    }

    /** Returns what was counted and what is left to the clerks, in sentences. */
    public List<Text> sentences() {
        List<Text> sentences = new ArrayList<>();
        sentences.add(Text.of(
                "%s年度（%s至%s）：%s个单位、%s项活动",
                "year %s (%s to %s): %s units, %s activities",
                year,
                standard.activities().from(year),
                standard.activities().to(year),
                log.units().size(),
                log.activities().size()));
        sentences.add(Text.of(
                "由台账统计的指标 %s 项：%s",
                "indicators counted from the log, %s: %s",
                indicators.size(),
                String.join(
                        "、",
                        indicators.values().stream().map(ActivityTally::name).toList())));
        leftBlank(sentences);
        long others = standard.indicators().count() - indicators.size();
        sentences.add(Text.of(
                "其余 %s 项指标以及加分、扣分、事实项留空，由填报人填写",
                "the other %s indicators, bonuses, penalties and facts are left blank for the clerks", others));
        if (!silent.isEmpty()) {
            sentences.add(Text.of(
                    "本年度没有任何记录的单位留空，不能当作 0：%s",
                    "units without any entry in the year are left blank, which is not taken for 0: %s",
                    Text.list(silent)));
        }
        if (!log.late().isEmpty()) {
            sentences.add(Text.of(
                    "迟登不计 %s 项",
                    "entered too late and not counted: %s", log.late().size()));
        }
        return sentences;
    }

    private void leftBlank(List<Text> sentences) {
        List<String> never = new ArrayList<>();
        for (Indicator one : standard.indicators().toList()) {
            Set<String> missing = Optional.ofNullable(one.tally())
                    .map(tally -> tally.missing(kept))
                    .orElse(Set.of());
            if (!missing.isEmpty()
                    && missing.size()
                            == Objects.requireNonNull(one.tally()).all().count()) {
                never.add(name(one));
            } else if (!missing.isEmpty()) {
                sentences.add(Text.of(
                        "“%s”留空：台账中从无“%s”的记录；确实没有开展的，用 --kept 说明",
                        "\"%s\" is left blank: the log never has an entry of %s; if there was none, say so with --kept",
                        name(one),
                        Text.list(missing)));
            }
        }
        if (!never.isEmpty()) {
            sentences.add(Text.of(
                    "台账中从无其活动形式、不能当作 0 而留空的指标：%s",
                    "left blank and not taken for 0, because the log never has an entry of theirs: %s",
                    Text.list(never)));
        }
    }

    private static String name(Indicator indicator) {
        return indicator.base().name();
    }
}
