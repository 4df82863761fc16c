package guifan.standard;

import guifan.rule.Form;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule;
import guifan.rule.Rule.Shape;
import guifan.standard.Adjustments.Adjustment;
import guifan.standard.Indicator.Ratio;
import guifan.standard.Indicator.Wording;
import guifan.standard.Standard.Fact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is filled in: an indicator in the wording of a kind of unit, a bonus, a penalty or a fact.
 *
 * @param measuredIn what it is counted in, empty if not said
 * @param shape how its items are filled in
 * @param items what is filled in, at least one
 * @param ratio where a percentage may be given as two counts, otherwise null
 * @param counted the type of a bare number of items where the rule allows one, otherwise null
 * @param panel whether several assessors may answer
 * @param evidence what must be named in brackets, empty if nothing must
 */
public record Question(
        Role role,
        String id,
        String name,
        String shortName,
        String measuredIn,
        Shape shape,
        List<Item> items,
        @Nullable Ratio ratio,
        @Nullable MeasureType counted,
        boolean panel,
        String evidence) {

    /** What a question is about. */
    public enum Role {
        INDICATOR(""),
        BONUS("加分"),
        PENALTY("扣分"),
        FACT("");

        private final String prefix;

        Role(String prefix) {
            this.prefix = prefix;
        }

        /** Returns the word before the name in a header, empty if there is none. */
        public String prefix() {
            return prefix;
        }
    }

    /** The item id under which a bare number of checklist items is kept. */
    public static final String COUNTED = "#";

    /** The item ids of the two counts of a {@link Ratio}. */
    public static final String PART = "part";

    public static final String WHOLE = "whole";

    /** Returns the question of an indicator to a unit of {@code kind}. */
    public static Question of(Indicator indicator, String kind) {
        Wording wording = indicator.wording(kind);
        return new Question(
                Role.INDICATOR,
                indicator.id(),
                wording.name(),
                indicator.shortName(),
                wording.measuredIn(),
                wording.rule().shape(),
                wording.items(),
                wording.ratio(),
                counted(wording.rule()),
                indicator.judges().isPresent(),
                "");
    }

    static Question of(Adjustment item, Role role) {
        return new Question(
                role,
                item.id(),
                item.name(),
                item.name(),
                item.measuredIn(),
                item.rule().shape(),
                item.rule().form().items(),
                null,
                null,
                false,
                item.evidenceRequired()
                        ? item.evidence().isEmpty() ? "文号" : item.evidence().get(0)
                        : "");
    }

    static Question of(Fact fact) {
        return new Question(
                Role.FACT,
                fact.id(),
                fact.name(),
                fact.name(),
                "",
                Shape.SINGLE,
                List.of(new Item("", "", fact.type(), fact.mayNotApply())),
                null,
                null,
                false,
                fact.evidence());
    }

    private static @Nullable MeasureType counted(Rule rule) {
        return rule.counted().map(Form::items).map(items -> items.get(0).type()).orElse(null);
    }

    /** Returns the only item of a question that has one. */
    public Optional<Item> only() {
        return shape == Shape.SINGLE ? Optional.of(items.get(0)) : Optional.empty();
    }
}
