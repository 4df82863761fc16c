package guifan.standard;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Text;
import guifan.standard.Standard.RoundingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the scores of the parts of a node become its own.
 *
 * @param method what is done with them
 * @param weights the shares of the parts by their ids, relative to one another, 0 or more; empty where every part
 *     counts alike or points are added
 * @param total what the weights have to add up to, or null where they are relative
 * @param dropLowest how many of the lowest rates do not count
 * @param dropHighest how many of the highest rates do not count
 * @param atLeast the least score, or null
 * @param atMost the highest score, or null
 * @param coverage the least part of the weight that has to have a score, above 0 and up to 1, or null
 * @param digits the decimals to which a root is computed, or null where there is none
 * @param rounding how the score is rounded, or null where the policy of the whole standard holds
 * @param factor what the score is multiplied by before it is bounded, each unit's own, or null
 */
public record Combining(
        Method method,
        Map<String, Rational> weights,
        @Nullable Rational total,
        int dropLowest,
        int dropHighest,
        @Nullable Rational atLeast,
        @Nullable Rational atMost,
        @Nullable Rational coverage,
        @Nullable Integer digits,
        @Nullable Rounding rounding,
        @Nullable Factor factor) {

    /** Points are added, and that is all. */
    public static final Combining SUM =
            new Combining(Method.SUM, Map.of(), null, 0, 0, null, null, null, null, null, null);

    /**
     * A factor that a fact of the unit states, such as a degree of difficulty.
     *
     * @param fact the id of the fact
     */
    public record Factor(String fact, String name) {}

    /** What is done with the scores of parts. */
    public enum Method {
        /** Points are added. */
        SUM("sum", "各部分得分相加", "the sum of the parts"),
        /** The mean of the rates. */
        MEAN("mean", "各部分得分率的平均", "the mean of the parts' rates"),
        /** The product of the rates, each to the power of its share. */
        GEOMETRIC_MEAN("geometric-mean", "各部分得分率的几何平均", "the geometric mean of the parts' rates"),
        /** The lowest rate. */
        MIN("min", "取各部分得分率的最低", "the lowest of the parts' rates"),
        /** The highest rate. */
        MAX("max", "取各部分得分率的最高", "the highest of the parts' rates"),
        /** The rate in the middle, or the mean of the two there. */
        MEDIAN("median", "取各部分得分率的中位数", "the median of the parts' rates");

        private final String key;
        private final String zh;
        private final String en;

        Method(String key, String zh, String en) {
            this.key = key;
            this.zh = zh;
            this.en = en;
        }

        /** Returns the word that standards use. */
        public String key() {
            return key;
        }

        public Text words() {
            return new Text(zh, en);
        }

        /** Returns whether parts have weights. */
        public boolean isWeighted() {
            return this == MEAN || this == GEOMETRIC_MEAN;
        }
    }

    public Combining {
        weights = Map.copyOf(weights);
    }

    /** Returns whether points are added and nothing else is done. */
    public boolean isPlain() {
        return equals(SUM);
    }

    /** Returns whether rates are combined, so that points of parts do not count. */
    public boolean isAveraged() {
        return method != Method.SUM;
    }

    /**
     * Returns whether the parts always count with the same shares of what has a score; otherwise what a part is worth
     * depends on the others.
     */
    public boolean isLinear() {
        return method == Method.SUM || (method == Method.MEAN && dropLowest == 0 && dropHighest == 0);
    }

    /** Returns the weight of a part, 1 where every part counts alike. */
    public Rational weight(String part) {
        return weights.isEmpty() ? Rational.ONE : weights.getOrDefault(part, Rational.ZERO);
    }

    /** Returns {@code score}, out of {@code possible} points, not below the least and not above the highest one. */
    public Rational bounded(Rational score, Rational possible) {
        Rational up = atLeast == null ? score : score.max(atLeast.min(possible));
        return atMost == null ? up : up.min(atMost);
    }

    /** Returns {@code possible} points as far as they can be reached. */
    public Rational reachable(Rational possible) {
        return method == Method.SUM && atMost != null ? possible.min(atMost) : possible;
    }

    /** Returns what is done in words; nothing where points are added and that is all. */
    public Optional<Text> sentence() {
        if (isPlain()) {
            return Optional.empty();
        }
        List<Text> words = new ArrayList<>(List.of(method.words().plus(shares())));
        if (dropLowest > 0) {
            words.add(Text.of("去掉最低 %s 项", "without the lowest %s", dropLowest));
        }
        if (dropHighest > 0) {
            words.add(Text.of("去掉最高 %s 项", "without the highest %s", dropHighest));
        }
        if (factor != null) {
            words.add(Text.of("乘以“%s”", "times the \"%s\" of the unit", factor.name()));
        }
        if (atLeast != null) {
            words.add(Text.of("不低于 %s 分", "not below %s", atLeast));
        }
        if (atMost != null) {
            words.add(Text.of("不高于 %s 分", "not above %s", atMost));
        }
        if (coverage != null) {
            words.add(Text.of(
                    "有得分的权重不足 %s%% 的无得分",
                    "no score where less than %s %% of the weight has one", coverage.times(Rational.HUNDRED)));
        }
        if (digits != null) {
            words.add(Text.of("开方算到 %s 位小数", "the root to %s decimals", digits));
        }
        if (rounding != null) {
            words.add(RoundingPolicy.words(rounding));
        }
        return Optional.of(Text.join(words, "，", ", "));
    }

    private Text shares() {
        if (!method.isWeighted()) {
            return Text.of("");
        }
        return weights.isEmpty()
                ? new Text("（各项等权）", " (all alike)")
                : total == null
                        ? new Text("（按权重）", " (by weight)")
                        : Text.of("（按权重，合计 %s）", " (by weights that add up to %s)", total);
    }
}
