package guifan.standard;

import guifan.number.Rational;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What each indicator is worth to units of one kind, once what does not apply to them is re-based. */
public final class EffectiveWeights {

    private final Standard standard;
    private final String kind;
    private final Map<String, Rational> weights = new LinkedHashMap<>();

    private EffectiveWeights(Standard standard, String kind) {
        this.standard = standard;
        this.kind = kind;
    }

    /**
     * Returns by id the points that each indicator can add to the base total of a unit to which everything applies that
     * applies to its kind; they add up to full marks. What does not apply is not there, unless it is given full points.
     * Where rates are combined in another way than by a mean, these are the shares before anything is dropped or taken.
     */
    public static Map<String, Rational> of(Standard standard, String kind) {
        EffectiveWeights weights = new EffectiveWeights(standard, kind);
        weights.spread(standard.root(), standard.total());
        return weights.weights;
    }

    private boolean counts(Indicator indicator) {
        return indicator.appliesTo(kind) || !standard.notApplicable().scale();
    }

    private boolean counts(Area area) {
        return area.leaves().anyMatch(this::counts);
    }

    /** Returns the points that an area hands up. */
    private Rational possible(Area area) {
        if (!counts(area)) {
            return Rational.ZERO;
        }
        boolean full = area.combining().isAveraged() || standard.notApplicable().withinArea();
        return full ? area.points() : area.combining().reachable(total(parts(area)));
    }

    private static Rational total(Map<String, Rational> parts) {
        return parts.values().stream().reduce(Rational.ZERO, Rational::plus);
    }

    /** Returns with what share each part that counts does so, all in proportion. */
    private Map<String, Rational> parts(Area area) {
        Combining combining = area.combining();
        Map<String, Rational> parts = new LinkedHashMap<>();
        area.areas().stream()
                .filter(this::counts)
                .forEach(inner ->
                        parts.put(inner.id(), combining.isAveraged() ? combining.weight(inner.id()) : possible(inner)));
        area.indicators().stream()
                .filter(this::counts)
                .forEach(indicator -> parts.put(
                        indicator.id(),
                        combining.isAveraged()
                                ? combining.weight(indicator.id())
                                : indicator.wording(kind).points()));
        return parts;
    }

    private void spread(Area area, Rational worth) {
        Map<String, Rational> parts = parts(area);
        Rational all = total(parts);
        if (all.isZero()) {
            return;
        }
        Rational each = worth.dividedBy(all);
        area.areas().stream()
                .filter(this::counts)
                .forEach(inner -> spread(inner, each.times(Objects.requireNonNull(parts.get(inner.id())))));
        area.indicators().stream()
                .filter(this::counts)
                .forEach(one -> weights.put(one.id(), each.times(Objects.requireNonNull(parts.get(one.id())))));
    }
}
