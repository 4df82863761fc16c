package guifan.standard;

import guifan.number.Irrational;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.rule.Worth;
import guifan.source.Fields;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.standard.Combining.Factor;
import guifan.standard.Combining.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how the scores of the parts of a node become its own. */
final class CombiningReader {

    private static final Map<String, Method> METHODS = methods();

    private static final Map<String, Rational> TOTALS = Map.of("1", Rational.ONE, "100", Rational.HUNDRED);

    private final Fields node;
    private final Map<String, Worth.Known> facts;
    private final Method method;

    /**
     * Makes the reader of a node.
     *
     * @param facts the facts of a unit that are numbers, by id
     */
    CombiningReader(Fields node, Map<String, Worth.Known> facts) {
        this.node = node;
        this.facts = facts;
        // Said or not, sums are the same rule.
        boolean sum = node.optionalProse("combine").filter("sum"::equals).isPresent() || !node.has("combine");
        this.method = sum ? Method.SUM : node.choice("combine", METHODS, Method.SUM);
    }

    private static Map<String, Method> methods() {
        Map<String, Method> methods = new HashMap<>();
        for (Method method : Method.values()) {
            methods.put(method.key(), method);
        }
        return Map.copyOf(methods);
    }

    /** Returns whether the parts have weights, or count alike, instead of points. */
    boolean isAveraged() {
        return method != Method.SUM;
    }

    /**
     * Returns the whole.
     *
     * @param parts what the parts were read of, each with its weight
     * @param isRoot whether the node is the whole standard, which says elsewhere how its total is rounded
     */
    Combining read(List<Fields> parts, boolean isRoot) {
        @Nullable
        Rational total = node.has("weights-total") ? node.choice("weights-total", TOTALS, Rational.HUNDRED) : null;
        Map<String, Rational> weights = weights(parts, total);
        int lowest = drop("drop-lowest");
        int highest = drop("drop-highest");
        long counting = parts.size()
                - weights.values().stream().filter(Rational::isZero).count();
        if (lowest + highest > 0 && lowest + highest >= counting) {
            node.error(
                    "drops-all",
                    lowest > 0 ? "drop-lowest" : "drop-highest",
                    Text.of(
                            "共 %s 项，去掉 %s 项后没有剩下的",
                            "of %s parts, nothing is left without %s", counting, lowest + highest));
        }
        @Nullable Rational atLeast = node.optionalNumber("at-least").orElse(null);
        @Nullable Rational atMost = node.optionalPositive("at-most").orElse(null);
        if (atLeast != null && atMost != null && atLeast.compareTo(atMost) > 0) {
            node.error("bounds", "at-least", Text.of("下限高于上限 %s", "the floor is above the cap, %s", atMost));
        }
        Optional<Fields> round = node.optionalSection("round");
        return new Combining(
                method,
                weights,
                total,
                lowest,
                highest,
                atLeast,
                atMost,
                coverage(),
                digits(round),
                round.flatMap(section -> rounding(section, isRoot)).orElse(null),
                node.optionalSection("factor")
                        .flatMap(section -> factor(section, atMost))
                        .orElse(null));
    }

    /** A factor above 1 may bring more than the points, so that a cap has to say how far. */
    private Optional<Factor> factor(Fields factor, @Nullable Rational atMost) {
        String fact = factor.text("fact");
        Worth.@Nullable Known known = facts.get(fact);
        if (known == null) {
            if (!fact.isEmpty()) {
                factor.error(
                        "unknown-id",
                        "fact",
                        Text.of("没有“%s”这一数字事实", "there is no fact \"%s\" that is a number", fact)
                                .plus(Similar.suggestion(fact, facts.keySet())));
            }
            return Optional.empty();
        }
        if (known.mayNotApply()) {
            factor.error(
                    "factor",
                    "fact",
                    Text.of(
                            "“%s”可以不适用，那时没有系数；请去掉它的“may-not-apply”",
                            "\"%s\" may not apply, and there would be no factor; do without its \"may-not-apply\"",
                            fact));
        }
        boolean above = known.most() == null || known.most().compareTo(Rational.ONE) > 0;
        if (known.least().signum() < 0) {
            node.error("factor", "factor", Text.of("“%s”可能为负，不能作系数", "\"%s\" may be negative and is no factor", fact));
        } else if (above && atMost == null) {
            node.error(
                    "factor",
                    "factor",
                    Text.of(
                            "系数可能大于 1，请写“at-most”说明最多得多少分",
                            "the factor may be above 1: say with \"at-most\" how many points there can be"));
        }
        return Optional.of(new Factor(fact, known.name()));
    }

    private int drop(String key) {
        int count = node.has(key) ? node.whole(key, 0, 0) : 0;
        if (count > 0 && !isAveraged()) {
            node.error(
                    "drop-in-sum",
                    key,
                    Text.of(
                            "得分相加的方面不能去掉项目；要去掉的请写“combine: mean”",
                            "nothing is dropped where points are added; say \"combine: mean\" to drop"));
            return 0;
        }
        return count;
    }

    /** Either all parts have a weight or none has. */
    private Map<String, Rational> weights(List<Fields> parts, @Nullable Rational total) {
        Map<String, Rational> weights = new LinkedHashMap<>();
        for (Fields part : parts) {
            part.optionalNumber("weight")
                    .ifPresent(weight -> weights.put(part.mapping().text("id").orElse(""), weight));
        }
        if (!method.isWeighted()) {
            parts.stream().filter(part -> part.has("weight")).forEach(this::refuseWeight);
            if (total != null) {
                refuseWeight(node);
            }
            return Map.of();
        }
        for (Fields part : parts) {
            if (!part.has("weight") && (!weights.isEmpty() || total != null || part.has("points"))) {
                part.error(
                        "no-weight",
                        part.has("points") ? "points" : "id",
                        Text.of(
                                "上一级是平均，各项要写“weight”；只写“points”不算权重",
                                "scores are averaged above: say \"weight\"; \"points\" alone are no share"));
            }
        }
        check(parts, weights, total);
        return weights;
    }

    private void refuseWeight(Fields part) {
        Text message = isAveraged()
                ? Text.of("“%s”不看权重", "\"%s\" looks at no weights", method.key())
                : Text.of(
                        "得分相加的方面以“points”为准，不写“weight”",
                        "where points are added, \"points\" say what a part is worth, not \"weight\"");
        part.error("weight", part.has("weight") ? "weight" : "weights-total", message);
    }

    private void check(List<Fields> parts, Map<String, Rational> weights, @Nullable Rational total) {
        for (Fields part : parts) {
            Rational weight = weights.get(part.mapping().text("id").orElse(""));
            if (weight != null && weight.signum() < 0) {
                part.error("weight", "weight", Text.of("权重不能为负", "a weight must not be negative"));
            }
        }
        Rational sum = weights.values().stream().reduce(Rational.ZERO, Rational::plus);
        if (total != null && weights.size() == parts.size() && !sum.equals(total)) {
            node.error(
                    "weights-sum",
                    "weights-total",
                    Text.of("各项权重合计 %s，应为 %s", "the weights add up to %s, not to %s", sum, total));
        } else if (!weights.isEmpty() && sum.isZero()) {
            node.error("weights-sum", "combine", Text.of("权重全为 0", "all weights are 0"));
        }
    }

    private @Nullable Rational coverage() {
        if (!node.has("coverage")) {
            return null;
        }
        String text = node.text("coverage").replace('％', '%');
        Optional<Rational> percent = text.endsWith("%")
                ? Rational.parse(text.substring(0, text.length() - 1).strip())
                : Optional.empty();
        Optional<Rational> part = percent.map(value -> value.dividedBy(Rational.HUNDRED))
                .filter(value -> value.signum() > 0 && value.compareTo(Rational.ONE) <= 0);
        if (part.isEmpty()) {
            node.error(
                    "coverage",
                    "coverage",
                    Text.of("应如“80%”，大于 0，至多 100%", "a percentage is expected, such as 80%, above 0"));
        }
        return part.orElse(null);
    }

    private @Nullable Integer digits(Optional<Fields> round) {
        boolean root = method == Method.GEOMETRIC_MEAN;
        boolean said = round.filter(section -> section.has("digits")).isPresent();
        if (root && !said) {
            node.error(
                    "digits",
                    node.has("round") ? "round" : "combine",
                    Text.of(
                            "几何平均要写明开方算到几位小数（round: {digits: 30}）",
                            "say to how many decimals the root is computed (round: {digits: 30})"));
        } else if (!root && said) {
            node.error("digits", "round", Text.of("只有几何平均才写“digits”", "only a geometric mean has \"digits\""));
        }
        int digits = said ? round.orElseThrow().whole("digits", 1, Irrational.MOST_DIGITS, 30) : 30;
        return root ? (Integer) digits : null;
    }

    private static Optional<Rounding> rounding(Fields section, boolean isRoot) {
        boolean rounded = section.has("scale") || section.has("mode") || !section.has("digits");
        int scale = section.has("scale") ? section.whole("scale", 0, Irrational.MOST_DIGITS, 2) : 2;
        Rounding.Mode mode = section.has("mode") || rounded
                ? section.requiredChoice("mode", StandardReader.MODES, Rounding.Mode.HALF_UP)
                : Rounding.Mode.HALF_UP;
        if (rounded && isRoot) {
            section.error(
                    "round",
                    section.has("scale") ? "scale" : "mode",
                    Text.of(
                            "基础分的舍入写在“rounding: {base: …}”",
                            "say under \"rounding: {base: …}\" how the base total is rounded"));
        }
        return rounded ? Optional.of(new Rounding(scale, mode)) : Optional.empty();
    }
}
