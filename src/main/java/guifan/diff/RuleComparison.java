package guifan.diff;

import guifan.number.Rational;
import guifan.rule.Form;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule;
import guifan.source.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two rules compared over all measures: what share of the points the same measure gets under either. Where the points
 * change and the share does not, the rule has only followed the points.
 *
 * @param strictness what was found
 * @param lower a measure that gets a smaller share under the new rule, or null if there is none
 * @param higher a measure that gets a larger share under the new rule, or null if there is none
 * @param tried in how many situations the rules were tried, where that is all that is known; 0 where all measures were
 *     compared
 */
public record RuleComparison(
        Strictness strictness,
        @Nullable Witness lower,
        @Nullable Witness higher,
        int tried) {

    /** Nothing can be compared. */
    static final RuleComparison OTHER_MEASURE = new RuleComparison(Strictness.OTHER_MEASURE, null, null, 0);

    private static final RuleComparison SAME = new RuleComparison(Strictness.SAME, null, null, 0);
    static final RuleComparison NOT_COMPARED = new RuleComparison(Strictness.NOT_COMPARED, null, null, 0);

    /**
     * A measure that shows the difference.
     *
     * @param shown the measure as people write it
     * @param before its points under the old rule
     * @param after its points under the new rule
     */
    public record Witness(Text shown, Rational before, Rational after) {}

    /** A rule as it is compared: its form, and the points that a share is taken of. */
    record Side(Form form, Rational points) {

        Rational score(Map<String, Rational> measures) {
            return form.score(measures).score();
        }

        Rational share(Rational score) {
            return score.dividedBy(points);
        }

        private boolean isMark() {
            return form.parts().size() == 1
                    && points.equals(form.parts().get(0).item().type().most())
                    && form.parts().get(0).curve().pieces().size() == 1
                    && form.parts().get(0).curve().pieces().get(0).slope().equals(Rational.ONE);
        }
    }

    /**
     * Compares two rules.
     *
     * @param beforePoints the points of the old indicator; 1 where there are none, −1 for what is taken
     * @param afterPoints the points of the new one, in the same way
     */
    public static RuleComparison of(Rule before, Rational beforePoints, Rule after, Rational afterPoints) {
        return of(before, beforePoints, after, afterPoints, Map.of());
    }

    /**
     * Compares two rules that may depend on facts of the unit.
     *
     * @param known what may be said of these facts, by id
     */
    static RuleComparison of(
            Rule before, Rational beforePoints, Rule after, Rational afterPoints, Map<String, Item> known) {
        if (before.equals(after) && beforePoints.equals(afterPoints)) {
            return SAME;
        }
        return isSum(before) && isSum(after)
                ? of(before.form(), beforePoints, after.form(), afterPoints)
                : isComparable(before.form(), after.form())
                        ? TriedComparison.of(before, beforePoints, after, afterPoints, known)
                        : OTHER_MEASURE;
    }

    /** Returns how the comparison came out, with how much that rests on. */
    public Text words() {
        return tried == 0
                ? strictness.words()
                : strictness.words().plus(Text.of("（试过 %s 种情况）", " (%s situations tried)", tried));
    }

    /** Returns whether the rules are known to give the same share everywhere. */
    boolean isSame() {
        return strictness == Strictness.SAME && tried == 0;
    }

    /** Returns whether nothing is known of a difference. */
    boolean isOpen() {
        return strictness == Strictness.NOT_COMPARED || (strictness == Strictness.SAME && tried > 0);
    }

    static String shown(Item item, String answer) {
        return item.name().isEmpty() ? answer : item.name() + " " + answer;
    }

    /** Returns whether a rule adds up what each answer brings by itself. */
    private static boolean isSum(Rule rule) {
        return rule.relative().isEmpty()
                && rule.facts().isEmpty()
                && rule.form().isSum();
    }

    private static RuleComparison of(Form before, Rational beforePoints, Form after, Rational afterPoints) {
        Side old = new Side(before, beforePoints);
        Side now = new Side(after, afterPoints);
        if (!isComparable(before, after)) {
            return OTHER_MEASURE;
        }
        if (old.isMark() && now.isMark()) {
            return SAME; // an assessor's mark grows with the points
        }
        boolean curves = before.parts().size() == 1
                && before.outer() == null
                && after.outer() == null
                && before.items().get(0).type().words().isEmpty();
        return curves ? CurveComparison.of(old, now) : ItemComparison.of(old, now);
    }

    static RuleComparison of(@Nullable Witness lower, @Nullable Witness higher) {
        return new RuleComparison(Strictness.of(lower != null, higher != null), lower, higher, 0);
    }

    /** Two rules compare if the same things are filled in, whatever their order. */
    private static boolean isComparable(Form before, Form after) {
        Map<String, Item> now = byId(after);
        return byId(before).keySet().equals(now.keySet())
                && before.items().stream()
                        .allMatch(item -> isComparable(
                                item.type(),
                                Objects.requireNonNull(now.get(item.id())).type()));
    }

    private static boolean isComparable(MeasureType before, MeasureType after) {
        return before.kind() == after.kind()
                && (before.words().isEmpty() || before.words().stream().anyMatch(after.words()::contains));
    }

    private static Map<String, Item> byId(Form form) {
        return form.items().stream().collect(Collectors.toMap(Item::id, Function.identity()));
    }

    /** Returns the words of levels that only {@code type} has. */
    static List<String> wordsOnlyIn(MeasureType type, MeasureType other) {
        return type.words().stream()
                .filter(word -> !other.words().contains(word))
                .toList();
    }
}
