package guifan.diff;

import guifan.diff.AdjustmentSteps.Adjusted;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.standard.Standard;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Final totals on the way from an older result to a newer one, each by the rounding of the older standard. */
final class TotalSteps {

    private final Standard older;
    private final Standard newer;
    private final Map<Effect, Rational> parts = new EnumMap<>(Effect.class);
    private Rational reached;

    TotalSteps(Standard older, Standard newer, Totals start) {
        this.older = older;
        this.newer = newer;
        this.reached = start.finalTotal();
    }

    /** Goes on to the total that {@code base} and {@code adjusted} make, once {@code effect} is taken in. */
    void to(Effect effect, Rational base, Adjusted adjusted) {
        Standard bounds = effect == Effect.RULES || effect == Effect.POINTS ? newer : older;
        Rational total = round(older.rounding().base(), base)
                .plus(adjusted.bonus())
                .minus(adjusted.penalty())
                .max(Rational.ZERO);
        @Nullable Rational cap = bounds.adjustments().bonusCap();
        total = cap == null ? total : total.min(bounds.total().plus(cap));
        move(effect, round(older.rounding().finalTotal(), total));
    }

    /** Returns all parts, the last of which leads to {@code end}. */
    Map<Effect, Rational> ending(Rational end) {
        move(Effect.ROUNDING, end);
        return parts;
    }

    private void move(Effect effect, Rational to) {
        parts.put(effect, to.minus(reached));
        reached = to;
    }

    private static Rational round(@Nullable Rounding rounding, Rational value) {
        return rounding == null ? value : rounding.apply(value);
    }
}
