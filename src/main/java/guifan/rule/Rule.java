package guifan.rule;

import guifan.source.Fields;
import guifan.source.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
                DeductByClass {

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
                DeductByClass.KIND);
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
        CLASSES
    }

    RuleKind kind();

    /** Returns the rule as curves. */
    Form form();

    /** Returns the rule in words and numbers. */
    Text sentence();

    default Shape shape() {
        return Shape.SINGLE;
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
        return kind.map(one -> one.reader().read(fields, worth));
    }
}
