package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is given by the indicator that it stands in.
 *
 * @param points the points of the indicator, or null for a bonus or penalty, which has none
 * @param measuredIn what the measure is counted in (计量单位), empty if not said
 * @param type the type of the measure where the indicator says it, otherwise null
 * @param facts the facts of a unit that are numbers, by id
 */
public record Worth(
        @Nullable Rational points,
        String measuredIn,
        @Nullable MeasureType type,
        Map<String, Known> facts) {

    /**
     * A fact that is a number.
     *
     * @param least the smallest that it can be
     * @param most the largest that it can be, or null for no limit
     * @param mayNotApply whether a unit may say that it does not apply
     */
    public record Known(
            String name, Rational least, @Nullable Rational most, boolean mayNotApply) {}

    public Worth {
        measuredIn = measuredIn.equals("％") ? "%" : measuredIn;
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** Makes the worth of a rule that looks at no facts. */
    public Worth(@Nullable Rational points, String measuredIn, @Nullable MeasureType type) {
        this(points, measuredIn, type, Map.of());
    }

    /** Returns the points; where there are none, that is reported. */
    public Rational required(Fields rule) {
        if (points == null) {
            rule.error(
                    "needs-points",
                    "kind",
                    Text.of("这种规则要有分值，不能用于加扣分", "a rule of this kind needs points; it is not for bonus or penalty"));
            return Rational.ONE;
        }
        return points;
    }

    /** Returns whether a rule says that it has no cap, so that it may give more than the points (上不封顶). */
    static boolean isUncapped(Fields rule) {
        return rule.mapping().text("cap").filter("none"::equals).isPresent();
    }

    /** Returns the cap that a rule states, otherwise the points; null where there is neither. */
    @Nullable
    Rational capOf(Fields rule) {
        if (isUncapped(rule)) {
            rule.noteCanonical("cap", () -> "none");
            return null;
        }
        return points == null ? rule.optionalPositive("cap").orElse(null) : rule.positive("cap", points);
    }

    /**
     * Returns the type that the indicator says, otherwise a percentage if it is measured in {@code %}, otherwise
     * {@code usual}.
     */
    public MeasureType typeOr(MeasureType usual) {
        if (type != null) {
            return type;
        }
        return measuredIn.equals("%") ? MeasureType.percent() : usual;
    }

    /** Returns the measure's unit for sentences, such as 次. */
    public String in() {
        return measuredIn.equals("%") ? "个百分点" : measuredIn;
    }
}
