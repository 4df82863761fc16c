package guifan.standard;

import guifan.number.Rational;
import guifan.rule.Numbers;
import guifan.source.Fields;
import guifan.source.NamedNumber;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the marks of several assessors become one.
 *
 * @param dropHighest how many of the highest marks do not count
 * @param dropLowest how many of the lowest marks do not count
 * @param roles the weight of a mark by the role of who gave it, empty where all count alike
 * @param minimum how many marks there must be
 */
public record Panel(Combine combine, int dropHighest, int dropLowest, Map<String, Rational> roles, int minimum) {

    /** What is made of the marks that count. */
    public enum Combine {
        MEAN,
        MEDIAN
    }

    /**
     * A mark with its weight.
     *
     * @param weight relative to the others
     */
    public record Mark(Rational value, Rational weight) {}

    static final Panel MEAN = new Panel(Combine.MEAN, 0, 0, Map.of(), 1);

    static Panel read(Fields fields) {
        String word = fields.requiredChoice(
                "combine", Map.of("mean", "mean", "median", "median", "trimmed-mean", "trimmed-mean"), "mean");
        int drop = word.equals("trimmed-mean") ? 1 : 0;
        int highest = whole(fields, "drop-highest", 0, drop);
        int lowest = whole(fields, "drop-lowest", 0, drop);
        Map<String, Rational> roles = new LinkedHashMap<>();
        List<NamedNumber> pairs = fields.has("roles") ? fields.pairs("roles") : List.of();
        for (NamedNumber pair : pairs) {
            roles.put(pair.name(), pair.number());
            if (pair.number().signum() <= 0) {
                fields.error(
                        "roles",
                        "roles",
                        Text.of("“%s”的权重应大于 0", "the weight of \"%s\" must be greater than 0", pair.name()));
            }
        }
        boolean median = word.equals("median");
        if (median && (!roles.isEmpty() || highest + lowest > 0)) {
            fields.error(
                    "panel", "combine", Text.of("取中位数时不能再去掉高低分或按角色加权", "a median drops no marks and weighs no roles"));
        }
        int least = Math.addExact(Math.min(highest + lowest, 1000), 1);
        int minimum = whole(fields, "minimum", 1, least);
        if (minimum < least) {
            fields.error(
                    "panel",
                    "minimum",
                    Text.of(
                            "去掉高低分后至少要剩一个，因此不能少于 %s",
                            "one mark must be left after dropping; the minimum is %s or more", least));
        }
        return new Panel(median ? Combine.MEDIAN : Combine.MEAN, highest, lowest, Map.copyOf(roles), minimum);
    }

    /** A key that is not there leaves no trace in the canonical text. */
    private static int whole(Fields fields, String key, int least, int otherwise) {
        return fields.has(key) ? fields.whole(key, least, otherwise) : otherwise;
    }

    /** Returns the weight of a mark given in {@code role}, nothing if the standard does not say. */
    public Optional<Rational> weight(String role) {
        return roles.isEmpty() ? Optional.of(Rational.ONE) : Optional.ofNullable(roles.get(role));
    }

    /** Returns what the marks come to, nothing if there are fewer than there must be. */
    public Optional<Rational> combine(List<Mark> marks) {
        if (marks.size() < minimum) {
            return Optional.empty();
        }
        List<Mark> counted = counted(marks);
        int n = counted.size();
        if (combine == Combine.MEDIAN) {
            Rational lower = counted.get((n - 1) / 2).value();
            return Optional.of(lower.plus(counted.get(n / 2).value()).dividedBy(Rational.of(2)));
        }
        Rational weights = Rational.ZERO;
        Rational sum = Rational.ZERO;
        for (Mark mark : counted) {
            weights = weights.plus(mark.weight());
            sum = sum.plus(mark.value().times(mark.weight()));
        }
        return Optional.of(sum.dividedBy(weights));
    }

    /** Returns the marks that are left when the lowest and the highest are dropped; of equal ones the lighter goes. */
    private List<Mark> counted(List<Mark> marks) {
        List<Mark> left = new ArrayList<>(marks);
        for (int i = 0; i < dropHighest; i++) {
            left.remove(extreme(left, true));
        }
        for (int i = 0; i < dropLowest; i++) {
            left.remove(extreme(left, false));
        }
        left.sort((a, b) -> a.value().compareTo(b.value()));
        return left;
    }

    private static Mark extreme(List<Mark> marks, boolean highest) {
        Mark found = marks.get(0);
        for (Mark mark : marks) {
            int order = mark.value().compareTo(found.value());
            boolean further = highest ? order > 0 : order < 0;
            if (further || (order == 0 && mark.weight().compareTo(found.weight()) < 0)) {
                found = mark;
            }
        }
        return found;
    }

    /** Returns what is done with the marks in words, nothing for the plain mean of all. */
    public Optional<Text> sentence() {
        if (equals(MEAN)) {
            return Optional.empty();
        }
        List<Text> parts = new ArrayList<>();
        if (dropHighest > 0) {
            parts.add(Text.of("去掉 %s 个最高分", "the highest %s dropped", dropHighest));
        }
        if (dropLowest > 0) {
            parts.add(Text.of("去掉 %s 个最低分", "the lowest %s dropped", dropLowest));
        }
        parts.add(combine == Combine.MEDIAN ? new Text("取中位数", "the median") : new Text("取平均", "the mean"));
        roles.keySet().stream()
                .sorted()
                .map(role ->
                        Text.of("%s权重 %s", "%s weighs %s", role, Numbers.shown(roles.getOrDefault(role, Rational.ONE))))
                .forEach(parts::add);
        if (minimum > 1) {
            parts.add(Text.of("至少 %s 人评分", "of %s marks or more", minimum));
        }
        return Optional.of(Text.of("多名考评员的评分", "of several marks: ").plus(Text.join(parts, "，", ", ")));
    }
}
