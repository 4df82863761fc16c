package guifan.evaluate;

import guifan.evaluate.RandomJury.Judge;
import guifan.number.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Combines the sums of a {@link RandomJury} as a person would: crosses out one judge after the other. Where equal sums
 * leave open whom, every order is tried and the mean of all is taken.
 */
final class PlainJury {

    private final RandomJury jury;
    private final List<Judge> present;

    PlainJury(RandomJury jury) {
        this.jury = jury;
        this.present =
                jury.judges().stream().filter(judge -> judge.away().isEmpty()).toList();
    }

    boolean isTooFew() {
        return present.size() < Math.min(jury.minimum(), jury.fewer());
    }

    private Rational exact(Judge judge) {
        return judge.marks().stream().reduce(Rational.ZERO, Rational::plus);
    }

    private Rational sum(Judge judge) {
        Rational exact = exact(judge);
        // On the whole, sums are those of a full total without the factor: here the same.
        return round(jury.each(), exact);
    }

    private static Rational round(int scale, Rational value) {
        Rational ten = Rational.ONE;
        for (int i = 0; i < scale; i++) {
            ten = ten.times(Rational.of(10));
        }
        return scale < 0
                ? value
                : value.times(ten).plus(Rational.of(1, 2)).floor().dividedBy(ten);
    }

    private Rational weight(Judge judge) {
        return jury.weighted() && judge.leader() ? Rational.of(2) : Rational.ONE;
    }

    /** Returns who is left when judges stand in this order, which decides between those who are alike. */
    private List<Judge> left(List<Judge> order) {
        List<Judge> left = new ArrayList<>(order);
        boolean few = order.size() < jury.minimum();
        int middle = (order.size() - 1) / 2;
        int high = few ? 0 : jury.median() ? middle : jury.high();
        int low = few ? 0 : jury.median() ? middle : jury.low();
        Comparator<Judge> lighter = Comparator.comparing(this::weight);
        for (int i = 0; i < high; i++) {
            left.remove(left.stream()
                    .min(Comparator.comparing(this::sum).reversed().thenComparing(lighter))
                    .orElseThrow());
        }
        for (int i = 0; i < low; i++) {
            left.remove(left.stream()
                    .min(Comparator.comparing(this::sum).thenComparing(lighter))
                    .orElseThrow());
        }
        return left;
    }

    private static void orders(List<Judge> rest, List<Judge> chosen, List<List<Judge>> all) {
        if (rest.isEmpty()) {
            all.add(List.copyOf(chosen));
        }
        for (Judge next : rest) {
            List<Judge> others = new ArrayList<>(rest);
            others.remove(next);
            List<Judge> more = new ArrayList<>(chosen);
            more.add(next);
            orders(others, more, all);
        }
    }

    Rational total() {
        List<Judge> left = left(present);
        Rational weights = Rational.ZERO;
        Rational sum = Rational.ZERO;
        for (Judge judge : left) {
            weights = weights.plus(weight(judge));
            sum = sum.plus(sum(judge).times(weight(judge)));
        }
        Rational combined = round(jury.together(), sum.dividedBy(weights));
        Rational score = combined.times(Rational.of(Math.max(1, jury.factor())));
        return jury.whole() ? score : score.plus(Rational.of(7));
    }

    /** Returns the mean of the marks of those who are left, by indicator. */
    Map<String, Rational> meansOfLeaves() {
        List<List<Judge>> orders = new ArrayList<>();
        orders(present, List.of(), orders);
        Map<String, Rational> means = new LinkedHashMap<>();
        for (int leaf = 0; leaf < jury.leaves(); leaf++) {
            int at = leaf;
            Rational all = Rational.ZERO;
            for (List<Judge> order : orders) {
                Rational weights = Rational.ZERO;
                Rational sum = Rational.ZERO;
                for (Judge judge : left(order)) {
                    weights = weights.plus(weight(judge));
                    sum = sum.plus(judge.marks().get(at).times(weight(judge)));
                }
                all = all.plus(sum.dividedBy(weights));
            }
            means.put("m" + leaf, all.dividedBy(Rational.of(orders.size())));
        }
        return means;
    }
}
