package guifan.standard;

import guifan.number.Rational;
import guifan.standard.Panel.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What marks weigh when the highest and lowest are dropped; of equal ones the lighter go. */
final class PanelShares {

    private static final Comparator<Mark> BY_VALUE = Comparator.comparing(Mark::value);
    private static final Comparator<Mark> BY_WEIGHT = Comparator.comparing(Mark::weight);

    /** How many marks of one value and weight there are, and how many of them are left. */
    private static final class Group {
        private int all;
        private int left;

        private Rational part() {
            return Rational.of(left, all);
        }
    }

    private final Map<Mark, Group> groups = new TreeMap<>(BY_VALUE.thenComparing(BY_WEIGHT));

    private PanelShares(List<Mark> marks) {
        for (Mark mark : marks) {
            Group group = groups.computeIfAbsent(mark, key -> new Group());
            group.all++;
            group.left++;
        }
    }

    /**
     * Returns the weight that every mark has in the end.
     *
     * @param highest how many of the highest are dropped; at least one mark is left
     */
    static List<Rational> of(List<Mark> marks, int highest, int lowest) {
        PanelShares shares = new PanelShares(marks);
        shares.drop(highest, BY_VALUE.reversed().thenComparing(BY_WEIGHT));
        shares.drop(lowest, BY_VALUE.thenComparing(BY_WEIGHT));
        List<Rational> weights = new ArrayList<>();
        for (Mark mark : marks) {
            weights.add(mark.weight()
                    .times(Objects.requireNonNull(shares.groups.get(mark)).part()));
        }
        return weights;
    }

    private void drop(int number, Comparator<Mark> first) {
        for (int i = 0; i < number; i++) {
            groups.entrySet().stream()
                    .filter(entry -> entry.getValue().left > 0)
                    .min(Map.Entry.comparingByKey(first))
                    .ifPresent(entry -> entry.getValue().left--);
        }
    }
}
