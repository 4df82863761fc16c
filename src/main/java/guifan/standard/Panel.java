package guifan.standard;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.rule.Numbers;
import guifan.source.Text;
import guifan.standard.Standard.RoundingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How what several assessors gave becomes one: their marks of an indicator, or their sums of an area or of the whole.
 *
 * @param ways how it is combined, by how many there are, the most first; at least one
 * @param roles the weight of a mark by the role of who gave it, empty where all count alike
 * @param fewRefused whether fewer than the last way takes are an error in the sheet, otherwise there is no score
 * @param each how the sum of one assessor is rounded, or null if it is exact
 * @param together how the combined mark is rounded, or null if it is exact
 * @param factor what the combined mark is multiplied by, or null
 */
public record Panel(
        List<Way> ways,
        Map<String, Rational> roles,
        boolean fewRefused,
        @Nullable Rounding each,
        @Nullable Rounding together,
        @Nullable Factor factor) {

    /** What is made of the marks that count. */
    public enum Combine {
        MEAN,
        MEDIAN
    }

    /**
     * How marks are combined where there are enough of them.
     *
     * @param minimum how many marks there must be
     * @param dropHighest how many of the highest marks do not count
     * @param dropLowest how many of the lowest marks do not count
     */
    public record Way(int minimum, Combine combine, int dropHighest, int dropLowest) {

        private static final Way MEAN = new Way(1, Combine.MEAN, 0, 0);

        /** Returns how many of the highest of {@code marks} marks do not count; of a median's, all but the middle. */
        private int highest(int marks) {
            return combine == Combine.MEDIAN ? (marks - 1) / 2 : dropHighest;
        }

        private int lowest(int marks) {
            return combine == Combine.MEDIAN ? (marks - 1) / 2 : dropLowest;
        }

        private Text words() {
            List<Text> parts = new ArrayList<>();
            if (dropHighest > 0) {
                parts.add(Text.of("去掉 %s 个最高分", "the highest %s dropped", dropHighest));
            }
            if (dropLowest > 0) {
                parts.add(Text.of("去掉 %s 个最低分", "the lowest %s dropped", dropLowest));
            }
            parts.add(combine == Combine.MEDIAN ? new Text("取中位数", "the median") : new Text("取平均", "the mean"));
            return Text.join(parts, "，", ", ");
        }
    }

    /**
     * A mark with its weight.
     *
     * @param weight relative to the others
     */
    public record Mark(Rational value, Rational weight) {}

    /**
     * Marks that have become one.
     *
     * @param shares what each mark weighs in the end: 0 where it was dropped; where some of several equal marks with
     *     equal weights were dropped, all of them lose the same part, so that it does not matter which were
     * @param exact the mean of the marks by these shares
     * @param value the same, rounded as the standard says
     */
    public record Combined(Way way, List<Rational> shares, Rational exact, Rational value) {}

    /** Returns how many marks there must be for a score. */
    public int minimum() {
        return ways.get(ways.size() - 1).minimum();
    }

    /** Returns how many marks the standard reckons with. */
    public int usual() {
        return ways.get(0).minimum();
    }

    /** Returns the largest number that combined marks are multiplied by, 1 where there is no factor. */
    public Rational most() {
        return factor == null ? Rational.ONE : factor.most();
    }

    /** Returns the same of a panel that there may be. */
    static Rational mostOf(@Nullable Panel panel) {
        return panel == null ? Rational.ONE : panel.most();
    }

    /** Returns the weight of a mark given in {@code role}, nothing if the standard does not say. */
    public Optional<Rational> weight(String role) {
        return roles.isEmpty() ? Optional.of(Rational.ONE) : Optional.ofNullable(roles.get(role));
    }

    /** Returns what the marks come to, nothing if there are fewer than there must be. */
    public Optional<Combined> combine(List<Mark> marks) {
        return ways.stream()
                .filter(way -> marks.size() >= way.minimum())
                .findFirst()
                .map(way -> combine(way, marks));
    }

    private Combined combine(Way way, List<Mark> marks) {
        List<Rational> shares = PanelShares.of(marks, way.highest(marks.size()), way.lowest(marks.size()));
        Rational weights = Rational.ZERO;
        Rational sum = Rational.ZERO;
        for (int i = 0; i < marks.size(); i++) {
            weights = weights.plus(shares.get(i));
            sum = sum.plus(marks.get(i).value().times(shares.get(i)));
        }
        Rational exact = sum.dividedBy(weights);
        return new Combined(way, shares, exact, together == null ? exact : together.apply(exact));
    }

    /** Returns what is done with marks of an indicator in words, nothing for the plain mean of all. */
    public Optional<Text> sentence() {
        boolean plain = ways.equals(List.of(Way.MEAN)) && roles.isEmpty() && together == null && fewRefused;
        return plain
                ? Optional.empty()
                : Optional.of(Text.of("多名考评员的评分", "of several marks: ").plus(words()));
    }

    /** Returns what is done with the sums of assessors in words. */
    public Text clause() {
        Text sums = each == null
                ? new Text("每名考评员各自的合计", "of the sums of each assessor: ")
                : Text.of("每名考评员各自的合计（%s）", "of the sums of each assessor (%s): ", RoundingPolicy.words(each));
        return sums.plus(words());
    }

    private Text words() {
        List<Text> parts = new ArrayList<>(List.of(ways.get(0).words()));
        roles.keySet().stream()
                .sorted()
                .map(role ->
                        Text.of("%s权重 %s", "%s weighs %s", role, Numbers.shown(roles.getOrDefault(role, Rational.ONE))))
                .forEach(parts::add);
        if (usual() > 1) {
            parts.add(Text.of("至少 %s 人评分", "of %s marks or more", usual()));
        }
        for (int i = 1; i < ways.size(); i++) {
            int least = ways.get(i).minimum();
            int most = ways.get(i - 1).minimum() - 1;
            String number = least == most ? String.valueOf(least) : least + "–" + most;
            parts.add(
                    Text.of("%s 人评分时", "of %s marks: ", number).plus(ways.get(i).words()));
        }
        if (!fewRefused) {
            parts.add(Text.of("不足 %s 人无效", "no score with fewer than %s", minimum()));
        }
        if (together != null) {
            parts.add(Text.of("合成后%s", "then %s", RoundingPolicy.words(together)));
        }
        if (factor != null) {
            parts.add(Text.of("再乘以%s", "multiplied by %s", factor.words()));
        }
        return Text.join(parts, "，", ", ");
    }
}
