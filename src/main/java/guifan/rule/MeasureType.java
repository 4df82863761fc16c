package guifan.rule;

import guifan.number.Rational;
import guifan.source.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be filled in for an item: its type and range. Words such as 是 or 五星 stand for numbers, so that every measure
 * is one.
 *
 * @param kind how a cell is read
 * @param least the smallest measure allowed
 * @param most the largest measure allowed, or null for no limit
 * @param step the distance of allowed measures from {@code least}, or null for any decimal
 * @param words the words for 0, 1, 2 …, for levels; otherwise empty
 */
public record MeasureType(
        Kind kind,
        Rational least,
        @Nullable Rational most,
        @Nullable Rational step,
        List<String> words) {

    /** How a cell is read. */
    public enum Kind {
        COUNT("count", "整数", "a whole number"),
        PERCENT("percent", "百分数", "a percentage"),
        DECIMAL("decimal", "数字", "a number"),
        YES_NO("yes-no", "是或否", "yes (是) or no (否)"),
        LEVEL("level", "等级", "a level"),
        TIMELY("timely", "按时、迟报或未报", "按时 (in time), 迟报 (late) or 未报 (not reported)");

        private final String key;
        private final String zh;
        private final String en;

        Kind(String key, String zh, String en) {
            this.key = key;
            this.zh = zh;
            this.en = en;
        }

        /** Returns the word that standards use. */
        public String key() {
            return key;
        }
    }

    /** The measures of {@link #timely}: not reported, late, in time. */
    public static final List<String> TIMELY_WORDS = List.of("未报", "迟报", "按时");

    public static MeasureType count() {
        return new MeasureType(Kind.COUNT, Rational.ZERO, null, Rational.ONE, List.of());
    }

    /** Returns a count from 0 to {@code most}. */
    public static MeasureType countTo(int most) {
        return new MeasureType(Kind.COUNT, Rational.ZERO, Rational.of(most), Rational.ONE, List.of());
    }

    /** Returns a percentage from 0 to 100. */
    public static MeasureType percent() {
        return new MeasureType(Kind.PERCENT, Rational.ZERO, Rational.HUNDRED, null, List.of());
    }

    /** Returns any number from 0 up. */
    public static MeasureType decimal() {
        return new MeasureType(Kind.DECIMAL, Rational.ZERO, null, null, List.of());
    }

    /** Returns a mark from 0 to {@code most} in steps, or in any decimals where {@code step} is null. */
    public static MeasureType mark(Rational most, @Nullable Rational step) {
        return new MeasureType(Kind.DECIMAL, Rational.ZERO, most, step, List.of());
    }

    /** Returns 否 as 0 and 是 as 1. */
    public static MeasureType yesNo() {
        return new MeasureType(Kind.YES_NO, Rational.ZERO, Rational.ONE, Rational.ONE, List.of("否", "是"));
    }

    /** Returns named levels, the first being 0. */
    public static MeasureType level(List<String> words) {
        return new MeasureType(
                Kind.LEVEL, Rational.ZERO, Rational.of(words.size() - 1L), Rational.ONE, List.copyOf(words));
    }

    /** Returns 未报 as 0, 迟报 as 1 and 按时 as 2. */
    public static MeasureType timely() {
        return new MeasureType(Kind.TIMELY, Rational.ZERO, Rational.of(2), Rational.ONE, TIMELY_WORDS);
    }

    /** Returns this with another range. */
    public MeasureType within(Rational lower, @Nullable Rational upper) {
        return new MeasureType(kind, lower, upper, step, words);
    }

    /** Returns {@code value} as people write it: the word of a level, a number otherwise. */
    public String show(Rational value) {
        return words.isEmpty() || !value.isWhole() || value.signum() < 0 || value.intValueExact() >= words.size()
                ? Numbers.shown(value)
                : words.get(value.intValueExact());
    }

    /** Returns what is expected in a cell of this type. */
    public Text expected() {
        return kind == Kind.LEVEL
                ? Text.of("应为：%s", "expected one of %s", Text.list(words))
                : Text.of("应为", "expected ").plus(described());
    }

    /** Returns what may be filled in, in words. */
    public Text described() {
        if (kind == Kind.LEVEL) {
            return Text.list(words);
        }
        Text range = most == null
                ? least.isZero() ? Text.of("") : Text.of("（不小于 %s）", " of at least %s", Numbers.shown(least))
                : kind == Kind.YES_NO || kind == Kind.TIMELY
                        ? Text.of("")
                        : Text.of(" %s–%s", " from %s to %s", Numbers.shown(least), Numbers.shown(most));
        Text steps = step == null || kind != Kind.DECIMAL
                ? Text.of("")
                : Text.of("，以 %s 为单位", " in steps of %s", Numbers.shown(step));
        return new Text(kind.zh, kind.en).plus(range).plus(steps);
    }
}
