package guifan.diff;

import guifan.number.Rational;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The difference of two final totals of one unit, taken apart into work, standard and what is not comparable.
 *
 * <p>The older standard, the older facts and the rounding of the older standard are replaced one after the other, and
 * every part is by how much the final total moves at its step; so the parts add up exactly. First the facts are
 * replaced as far as the crosswalk says how the older measures follow from the newer ones: the work is measured by the
 * standard that was known when it was begun. Only then comes what the standard changed: structure, because rules are
 * compared between indicators that are there; rules at the older points, because points would otherwise be counted for
 * what a rule does; points; rounding, which has the last word in every evaluation.
 *
 * <p>With {@code p} the full points of a line (contributions, after re-basing), {@code r} the rate reached, {@code d}
 * the rate of the older rule on the newer facts and {@code R} the rate of the unit's older base total:
 *
 * <ul>
 *   <li>work: {@code p₀(d − r₀)}
 *   <li>not comparable: {@code p₁(r₁ − R) − p₀(r₀ − R)}
 *   <li>structure: the same for what was added or retired, and {@code (p − p₀)(d − R)} for the re-basing of the rest,
 *       {@code p} being the older points re-based as the newer ones are
 *   <li>rules: {@code p(r₁ − d)}
 *   <li>points: {@code (p₁ − p)(r₁ − R)}
 * </ul>
 *
 * <p>Full points add up to full marks on both sides, so the terms with {@code R} cancel in the sum. They are there so
 * that points which move to something new count only by how much better or worse than usual the unit does there: rates
 * are compared, not points. Bonus and penalty are replaced with the work (by the older rules and caps), structure and
 * rules.
 *
 * @param before the older final total
 * @param after the newer final total
 * @param parts by how much each part moves the final total
 * @param lines the exact parts by line of the crosswalk, before bonus, penalty, bounds and rounding; empty where the
 *     total is no sum of contributions
 */
public record Decomposition(Rational before, Rational after, Map<Effect, Rational> parts, List<LineEffect> lines) {

    public Decomposition {
        parts = Map.copyOf(parts);
        lines = List.copyOf(lines);
    }

    /** Returns one part. */
    public Rational part(Effect effect) {
        return parts.getOrDefault(effect, Rational.ZERO);
    }

    /** Returns what the standard changed: structure, rules, points and rounding. */
    public Rational standard() {
        Rational sum = Rational.ZERO;
        for (Effect effect : Effect.values()) {
            sum = effect.isOfStandard() ? sum.plus(part(effect)) : sum;
        }
        return sum;
    }

    /** Returns the points of what is not comparable: as they were and as they are. */
    public Sides<LineEffect.Points> incomparable() {
        LineEffect.Points old = LineEffect.Points.NONE;
        LineEffect.Points now = LineEffect.Points.NONE;
        for (LineEffect line : lines) {
            if (line.kind() == LineEffect.Kind.INCOMPARABLE) {
                old = old.plus(line.old());
                now = now.plus(line.now());
            }
        }
        return new Sides<>(old, now);
    }

    /** Returns the same seen from the other side; what is taken apart stays the same, only its sign changes. */
    Decomposition reversed() {
        Map<Effect, Rational> negated = new EnumMap<>(Effect.class);
        parts.forEach((effect, amount) -> negated.put(effect, amount.negate()));
        List<LineEffect> turned = lines.stream().map(Decomposition::reversed).toList();
        return new Decomposition(after, before, negated, turned);
    }

    private static LineEffect reversed(LineEffect line) {
        Map<Effect, Rational> negated = new EnumMap<>(Effect.class);
        line.effects().forEach((effect, amount) -> negated.put(effect, amount.negate()));
        LineEffect.Kind kind = switch (line.kind()) {
            case ADDED -> LineEffect.Kind.RETIRED;
            case RETIRED -> LineEffect.Kind.ADDED;
            default -> line.kind();
        };
        return new LineEffect(line.after(), line.before(), kind, line.now(), line.derived(), line.old(), negated);
    }
}
