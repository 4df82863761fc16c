package guifan.evaluate;

import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.SheetTable;
import guifan.source.Text;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The activities of all units (活动台账), as far as they count.
 *
 * @param units the kind of every unit by its name, in the order of the roster, otherwise of the log; the kind is empty
 *     where nothing says it
 * @param activities in the order of the log, late ones left out
 * @param late those that were entered too late to count
 */
public record ActivityLog(Map<String, String> units, List<Activity> activities, List<Activity> late) {

    /** The files of one log, before they are understood. */
    public static final class Files {

        private final List<SheetTable> tables = new ArrayList<>();
        private final Problems problems;
        private @Nullable Roster roster;

        /** Creates an empty log; what is wrong with it goes to {@code problems}. */
        public Files(Problems problems) {
            this.problems = problems;
        }

        /**
         * Adds a CSV file or a workbook.
         *
         * @param encoding the name of the encoding of text, or null to find out
         */
        public void add(InputFile file, @Nullable String encoding) {
            tables.addAll(TableFiles.read(file, encoding, List.of(), ActivityReading::isHeader, problems));
        }

        /** Takes the list of units from the first sheet of {@code file}. */
        public void readRoster(InputFile file, @Nullable String encoding) {
            TableFiles.read(file, encoding, List.of(), Roster::isHeader, problems).stream()
                    .findFirst()
                    .ifPresent(table -> roster = Roster.read(table, problems));
        }

        /** Returns what the files hold; it is complete only if there are no errors among the problems. */
        public ActivityLog read(Standard standard) {
            return new ActivityReading(standard, roster, problems).read(tables);
        }
    }

    /** Reports the units whose kind nothing says, without which no sheet can be made. */
    public void requireKinds(Problems problems) {
        activities.stream()
                .filter(activity -> units.getOrDefault(activity.unit(), "").isEmpty())
                .findFirst()
                .ifPresent(activity -> problems.error(
                        "no-kind",
                        activity.place(),
                        Text.of(
                                "不知道“%s”的类别；请用 --roster 给出名册，或加“类别”列",
                                "the kind of \"%s\" is not known; give a roster with --roster, or a column 类别",
                                activity.unit())));
    }

    /** Returns the years that activities count for, in order. */
    public Set<Integer> years() {
        Set<Integer> years = new TreeSet<>();
        activities.forEach(activity -> years.add(activity.year()));
        return years;
    }

    /** Returns the forms of which there is an activity, in the order of the log. */
    public Set<String> forms() {
        Set<String> forms = new LinkedHashSet<>();
        activities.forEach(activity -> forms.add(activity.form()));
        return forms;
    }

    /** Returns this with the activities of {@code year} only. */
    public ActivityLog of(int year) {
        return new ActivityLog(units, of(year, activities), of(year, late));
    }

    private static List<Activity> of(int year, List<Activity> all) {
        return all.stream().filter(activity -> activity.year() == year).toList();
    }

    /** Returns the activities by unit; a unit without any is not among them. */
    public Map<String, List<Activity>> byUnit() {
        Map<String, List<Activity>> byUnit = new LinkedHashMap<>();
        activities.forEach(activity -> byUnit.computeIfAbsent(activity.unit(), unit -> new ArrayList<>())
                .add(activity));
        return byUnit;
    }

    /** Returns every form that {@code standard} knows, in its order. */
    public static Set<String> formsOf(Standard standard) {
        Set<String> forms = new LinkedHashSet<>();
        standard.indicators()
                .flatMap(indicator -> Optional.ofNullable(indicator.tally()).stream())
                .forEach(tally -> tally.all().forEach(forms::add));
        forms.addAll(standard.activities().also());
        return forms;
    }
}
