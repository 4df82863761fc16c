package guifan.evaluate;

import guifan.source.Text;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many activities there were, by form, unit and year in any combination.
 *
 * @param by what is told apart, at least one, each once
 * @param values the values of each dimension, in the order of the standard, the roster, the years
 * @param counts how many by one value of each dimension; nothing where there are none
 * @param total how many in all
 */
public record ActivityStatistics(
        List<Dimension> by, List<List<String>> values, Map<List<String>, Integer> counts, int total) {

    /** What activities are told apart by. */
    public enum Dimension {
        FORM("form", "形式"),
        UNIT("unit", "单位"),
        YEAR("year", "年度"),
        MONTH("month", "月份");

        private final String word;
        private final String chinese;

        Dimension(String word, String chinese) {
            this.word = word;
            this.chinese = chinese;
        }

        /** Returns the word by which the command line names it. */
        public String word() {
            return word;
        }

        public Text title() {
            return new Text(chinese, word);
        }

        /** Returns the dimension named {@code word} in either language, if there is one. */
        public static Optional<Dimension> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word.equals(word) || one.chinese.equals(word))
                    .findFirst();
        }

        private String of(Activity activity) {
            return switch (this) {
                case FORM -> activity.form();
                case UNIT -> activity.unit();
                case YEAR -> String.valueOf(activity.year());
                case MONTH -> activity.date().toString().substring(0, "2019-01".length());
            };
        }

        /** Units without activities are there with 0; forms, years and months only where there is an activity. */
        private List<String> values(ActivityLog log, Standard standard) {
            if (this == UNIT) {
                return List.copyOf(log.units().keySet());
            }
            LinkedHashSet<String> found = new LinkedHashSet<>();
            log.activities().stream().map(this::of).sorted().forEach(found::add);
            if (this == FORM) {
                LinkedHashSet<String> ordered = new LinkedHashSet<>(ActivityLog.formsOf(standard));
                ordered.retainAll(found);
                return List.copyOf(ordered);
            }
            return List.copyOf(found);
        }
    }

    /** Returns the statistics of {@code log}. */
    public static ActivityStatistics of(ActivityLog log, Standard standard, List<Dimension> by) {
        Map<List<String>, Integer> counts = new HashMap<>();
        log.activities()
                .forEach(activity ->
                        counts.merge(by.stream().map(one -> one.of(activity)).toList(), 1, Integer::sum));
        return new ActivityStatistics(
                List.copyOf(by),
                by.stream().map(one -> one.values(log, standard)).toList(),
                counts,
                log.activities().size());
    }

    /** Returns how many there are at one value of each dimension. */
    public int count(List<String> key) {
        return counts.getOrDefault(key, 0);
    }

    /** Returns how many there are with {@code value} in the dimension of index {@code dimension}. */
    public int sum(int dimension, String value) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().get(dimension).equals(value))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Returns every combination of values, in order. */
    public List<List<String>> keys() {
        List<List<String>> keys = List.of(List.of());
        for (List<String> some : values) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> key : keys) {
                for (String value : some) {
                    List<String> next = new ArrayList<>(key);
                    next.add(value);
                    longer.add(List.copyOf(next));
                }
            }
            keys = longer;
        }
        return keys;
    }
}
