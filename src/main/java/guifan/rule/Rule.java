package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the measures of an indicator become its score. */
public sealed interface Rule
        permits YesNo,
                Count,
                Shortfall,
                Deduct,
                Linear,
                Proportional,
                Bands,
                Steps,
                Level,
                Given,
                Checklist,
                Levels,
                DeductByClass,
                Rank,
                ShareOfBest,
                Normalise,
                ZScore,
                Vote,
                Parts,
                Gathered,
                Factored {

    /** Returns every kind of rule that a standard may name, in the order of the documentation. */
    static List<RuleKind> kinds() {
        return List.of(
                YesNo.KIND,
                Count.KIND,
                Shortfall.KIND,
                Deduct.KIND,
                Linear.KIND,
                Proportional.KIND,
                Bands.KIND,
                Steps.KIND,
                Level.KIND,
                Given.KIND,
                Checklist.KIND,
                Levels.KIND,
                DeductByClass.KIND,
                Rank.KIND,
                ShareOfBest.KIND,
                Normalise.KIND,
                ZScore.KIND,
                Vote.KIND,
                Parts.KIND);
    }

    /** How the items of a rule are filled in. */
    enum Shape {
        /** One measure in one cell. */
        SINGLE,
        /** Items that are met or not: {@code 全}, {@code 缺：…}, or a column each. */
        CHECKLIST,
        /** A count for every level; a blank among filled ones is 0. */
        LEVELS,
        /** A count for every class; a blank is refused, because it would be full marks. */
        CLASSES,
        /** An answer for every item, in a column each or named in one cell: {@code 出勤率：92；评定分：13}. */
        ITEMS
    }

    RuleKind kind();

    /**
     * Returns the rule as curves; of a {@link #relative} rule, what is filled in, worth full points for whoever stands
     * best.
     */
    Form form();

    /** Returns what compares the measure with those of others, if the rule does. */
    default Optional<Relative> relative() {
        return Optional.empty();
    }

    /** Returns the rule in words and numbers. */
    Text sentence();

    default Shape shape() {
        return Shape.SINGLE;
    }

    /** Returns whether the standard says that the rule may give more than the points of the indicator. */
    default boolean mayExceed() {
        return false;
    }

    /** Returns the ids of the facts of a unit that the rule depends on. */
    default Set<String> facts() {
        return Set.of();
    }

    /** Returns the rule for a unit of which {@code facts} are known: with its own target, for one. */
    default Rule forUnit(Map<String, Rational> facts) {
        return this;
    }

    /** Returns what the score of a unit of which {@code facts} are known is multiplied by. */
    default Rational factor(Map<String, Rational> facts) {
        return Rational.ONE;
    }

    /** Returns how the targets of a unit follow from {@code facts}. */
    default List<Working.Made> targets(Map<String, Rational> facts) {
        return List.of();
    }

    /** Returns what is wrong with measures that are sound one by one. */
    default List<Complaint> complaints(Map<String, Rational> measures) {
        return List.of();
    }

    /** Returns what the standard says of measures that give no result, such as a void vote; nothing if they do. */
    default Optional<Fallback> fallback(Map<String, Rational> measures) {
        return Optional.empty();
    }

    /**
     * Returns answers that bring what is made of them to {@code mark} or close to it, on both sides; some may be
     * unsound. None where a measure is filled in itself.
     */
    default List<Map<String, Rational>> leadingTo(Rational mark) {
        return List.of();
    }

    /** Returns answers on both sides of what it takes for a result; none where every sound answer has one. */
    default List<Map<String, Rational>> aboutResult() {
        return List.of();
    }

    /** Returns the options of a vote whose share is a second measure, empty where there is none. */
    default List<String> alsoShareOf() {
        return List.of();
    }

    /** What a result that cannot be worked out counts as. */
    enum Fallback {
        ERROR,
        ZERO,
        EXCLUDE,
        FULL
    }

    /**
     * What is wrong with a measure beside the others.
     *
     * @param item the item that it is about
     */
    record Complaint(String item, String code, Text message) {}

    /** Returns whether the measure is an assessor's mark, which is no work of the unit. */
    default boolean isMark() {
        return false;
    }

    /** Returns the rule on a bare number of items met or missing, where the standard allows one. */
    default Optional<Form> counted() {
        return Optional.empty();
    }

    /** Reads a rule of any kind; an unknown kind is reported. */
    static Optional<Rule> read(Fields fields, Worth worth) {
        Map<String, Optional<RuleKind>> known = new LinkedHashMap<>();
        kinds().forEach(kind -> known.put(kind.name(), Optional.of(kind)));
        Optional<RuleKind> kind = fields.requiredChoice("kind", known, Optional.empty());
        if (kind.isEmpty()) {
            // Which keys belong here is not known either, so none is told to be unknown.
            fields.mapping().entries().keySet().forEach(key -> fields.noteCanonical(key, () -> ""));
        }
        int before = fields.problems().all().size();
        Optional<Rule> rule = kind.map(one -> one.reader().read(fields, worth));
        if (fields.problems().all().size() == before) {
            rule.ifPresent(read -> refuseTwice(fields, read.form()));
        }
        return rule;
    }

    private static void refuseTwice(Fields fields, Form form) {
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        form.everyItem().forEach(item -> {
            if (!ids.add(item.id()) || !names.add(item.name())) {
                fields.error("duplicate-item", "items", Text.of("子项“%s”重复", "item \"%s\" appears twice", item.name()));
            }
        });
    }
}
