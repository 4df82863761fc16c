package guifan.standard;

import guifan.number.Rational;
import guifan.rule.Numbers;
import guifan.source.Text;
import guifan.standard.Grades.Circumstances;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that may hold of a unit: how its areas or indicators compare with a bound. What does not apply to the unit
 * is left out; a measure that was not reported (未报) decides against the unit.
 *
 * @param ids the areas or indicators
 * @param names their names, in the same order
 * @param figure which number of each is compared
 * @param order how it is compared
 * @param bound what it is compared with; a rate in percent
 * @param needed how many of them it takes, 0 for every one that applies
 * @param share what is compared where the figure is a share
 */
public record Claim(
        List<String> ids, List<String> names, Figure figure, Order order, Rational bound, int needed, Share share) {

    /**
     * A share of what was filled in for items of one indicator.
     *
     * @param over what stands over the line, names by item ids
     * @param under what stands under it
     */
    public record Share(Map<String, String> over, Map<String, String> under) {

        static final Share NONE = new Share(Map.of(), Map.of());

        /** Returns it in percent, or nothing where nothing stands under the line. */
        Optional<Rational> of(Circumstances unit, String indicator) {
            Rational whole = sum(under, unit, indicator);
            return whole.isZero()
                    ? Optional.empty()
                    : Optional.of(
                            sum(over, unit, indicator).times(Rational.HUNDRED).dividedBy(whole));
        }

        private static Rational sum(Map<String, String> items, Circumstances unit, String indicator) {
            return items.keySet().stream()
                    .flatMap(item -> unit.item(indicator, item).stream())
                    .reduce(Rational.ZERO, Rational::plus);
        }

        private Text words() {
            String sign = "＋";
            return Text.of("%s占%s", "%s of %s", String.join(sign, over.values()), String.join(sign, under.values()));
        }
    }

    /** Which number is compared. */
    public enum Figure {
        /** The points of an area. */
        POINTS("得分", "points", ""),
        /** The share of the points that was reached, in percent. */
        RATE("得分率", "rate", "%"),
        /** The measure of an indicator. */
        MEASURE("实绩", "measure", ""),
        /** A share of items of an indicator, in percent. */
        SHARE("", "", "%");

        private final String zh;
        private final String en;
        private final String sign;

        Figure(String zh, String en, String sign) {
            this.zh = zh;
            this.en = en;
            this.sign = sign;
        }
    }

    /** How a number is compared with a bound. */
    public enum Order {
        BELOW("below", "低于", "below"),
        AT_MOST("at-most", "不高于", "at most"),
        ABOVE("above", "高于", "above"),
        AT_LEAST("at-least", "不低于", "at least");

        private final String key;
        private final String zh;
        private final String en;

        Order(String key, String zh, String en) {
            this.key = key;
            this.zh = zh;
            this.en = en;
        }

        /** Returns the word that standards use. */
        String key() {
            return key;
        }

        boolean holds(Rational value, Rational bound) {
            int order = value.compareTo(bound);
            return switch (this) {
                case BELOW -> order < 0;
                case AT_MOST -> order <= 0;
                case ABOVE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }

    /** Returns whether it is met as a requirement: where nothing applies it is, what was not reported fails it. */
    public boolean isMet(Circumstances unit) {
        long holding = holding(unit, false);
        return holding >= (needed == 0 ? applying(unit) : Math.min(needed, applying(unit)));
    }

    /** Returns whether it holds as a reason to cap: where nothing applies it does not, what was not reported does. */
    public boolean holds(Circumstances unit) {
        long applying = applying(unit);
        return applying > 0 && holding(unit, true) >= (needed == 0 ? applying : needed);
    }

    private long applying(Circumstances unit) {
        return ids.stream()
                .filter(id -> value(unit, id).isPresent() || unreported(unit, id))
                .count();
    }

    private long holding(Circumstances unit, boolean whereUnreported) {
        return ids.stream()
                .filter(id -> unreported(unit, id)
                        ? whereUnreported
                        : value(unit, id)
                                .map(value -> order.holds(value, bound))
                                .orElse(false))
                .count();
    }

    private boolean unreported(Circumstances unit, String id) {
        return (figure == Figure.MEASURE || figure == Figure.SHARE) && unit.isNotReported(id);
    }

    private Optional<Rational> value(Circumstances unit, String id) {
        return switch (figure) {
            case POINTS -> unit.points(id);
            case RATE -> unit.rate(id).map(rate -> rate.times(Rational.HUNDRED));
            case MEASURE -> unit.measure(id);
            case SHARE -> share.of(unit, id);
        };
    }

    /** Returns the numbers of the unit that stand in the way, each with its name. */
    public Text failing(Circumstances unit) {
        List<Text> failing = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            Optional<Rational> value = value(unit, id);
            if (unreported(unit, id)) {
                failing.add(Text.of("%s 未报", "%s not reported", names.get(i)));
            } else if (value.isPresent() && !order.holds(value.get(), bound)) {
                String number = Numbers.shown(value.get()) + figure.sign;
                failing.add(figure == Figure.SHARE ? Text.of(number) : Text.of("%s %s", "%s %s", names.get(i), number));
            }
        }
        return Text.join(failing, "、", ", ");
    }

    /** Returns it in words. */
    public Text words() {
        Text compared = Text.of(
                "%1$s%2$s %3$s",
                "%1$s %2$s %3$s",
                figure == Figure.SHARE ? Text.of("：", "").plus(share.words()) : new Text(figure.zh, figure.en),
                new Text(order.zh, order.en),
                bound + figure.sign);
        if (ids.size() == 1) {
            return Text.of("%s%s", "%s: %s", names.get(0), compared);
        }
        Text list = Text.list(names);
        return needed == 0
                ? Text.of("各项（%s）%s", "each of %s: %s", list, compared)
                : Text.of("至少 %s 项（%s）%s", "%s or more of %s: %s", needed, list, compared);
    }

    /** Returns the orders by the words that standards use for them, with {@code prefix} before each. */
    static Map<String, Order> orders(String prefix) {
        return Map.of(
                prefix + Order.BELOW.key, Order.BELOW,
                prefix + Order.AT_MOST.key, Order.AT_MOST,
                prefix + Order.ABOVE.key, Order.ABOVE,
                prefix + Order.AT_LEAST.key, Order.AT_LEAST);
    }
}
