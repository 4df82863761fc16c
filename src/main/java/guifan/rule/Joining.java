package guifan.rule;

import guifan.number.Rational;
import guifan.source.Text;
import java.util.List;
import java.util.Map;

/** How several numbers become one. */
public enum Joining {
    SUM("合计", "sum"),
    MEAN("平均", "mean"),
    MIN("最低", "lowest"),
    MAX("最高", "highest"),
    LAST("最后一期", "last");

    /** The words that standards use. */
    static final Map<String, Joining> WORDS = Map.of("sum", SUM, "mean", MEAN, "min", MIN, "max", MAX, "last", LAST);

    private final String zh;
    private final String en;

    Joining(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Returns how it is said. */
    public Text words() {
        return new Text(zh, en);
    }

    /** Returns what {@code numbers} come to, 0 where there are none. */
    Rational of(List<Rational> numbers) {
        if (numbers.isEmpty()) {
            return Rational.ZERO;
        }
        return switch (this) {
            case SUM -> sum(numbers);
            case MEAN -> sum(numbers).dividedBy(Rational.of(numbers.size()));
            case MIN -> numbers.stream().reduce(numbers.get(0), Rational::min);
            case MAX -> numbers.stream().reduce(numbers.get(0), Rational::max);
            case LAST -> numbers.get(numbers.size() - 1);
        };
    }

    private static Rational sum(List<Rational> numbers) {
        return numbers.stream().reduce(Rational.ZERO, Rational::plus);
    }
}
