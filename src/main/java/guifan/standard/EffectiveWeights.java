package guifan.standard;

import guifan.number.Rational;
import java.util.LinkedHashMap;
import java.util.Map;

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
     */
    public static Map<String, Rational> of(Standard standard, String kind) {
        EffectiveWeights weights = new EffectiveWeights(standard, kind);
        Rational possible = standard.areas().stream().map(weights::possible).reduce(Rational.ZERO, Rational::plus);
        if (possible.signum() > 0) {
            Rational factor = standard.total().dividedBy(possible);
            standard.areas().forEach(area -> weights.spread(area, factor));
        }
        return weights.weights;
    }

    private boolean counts(Indicator indicator) {
        return indicator.appliesTo(kind) || !standard.notApplicable().scale();
    }

    private Rational points(Indicator indicator) {
        return counts(indicator) ? indicator.wording(kind).points() : Rational.ZERO;
    }

    private Rational inside(Area area) {
        Rational sum = area.indicators().stream().map(this::points).reduce(Rational.ZERO, Rational::plus);
        return area.areas().stream().map(this::possible).reduce(sum, Rational::plus);
    }

    /** Returns the points that an area hands up. */
    private Rational possible(Area area) {
        Rational inside = inside(area);
        return standard.notApplicable().withinArea() && inside.signum() > 0 ? area.points() : inside;
    }

    private void spread(Area area, Rational factor) {
        Rational inside = inside(area);
        if (inside.isZero()) {
            return;
        }
        Rational within = factor.times(possible(area).dividedBy(inside));
        area.areas().forEach(inner -> spread(inner, within));
        area.indicators().stream()
                .filter(this::counts)
                .forEach(indicator -> weights.put(
                        indicator.id(), indicator.wording(kind).points().times(within)));
    }
}
