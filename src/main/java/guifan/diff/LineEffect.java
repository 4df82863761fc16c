package guifan.diff;

import guifan.number.Rational;
import java.util.List;
import java.util.Map;

/**
 * What one line of the crosswalk contributes to the difference of two totals of one unit.
 *
 * @param before the older indicators
 * @param after the newer indicators
 * @param kind how they compare for this unit
 * @param old what the older ones contributed, and could have
 * @param derived what the older ones would contribute on the newer facts; the same as {@code old} unless comparable
 * @param now what the newer ones contribute, and could
 * @param effects the parts of the difference, exact; those that are not there are 0
 */
public record LineEffect(
        List<String> before,
        List<String> after,
        Kind kind,
        Points old,
        Rational derived,
        Points now,
        Map<Effect, Rational> effects) {

    /** Points and full points, as contributions to the base total. */
    public record Points(Rational reached, Rational full) {

        /** Nothing of nothing. */
        public static final Points NONE = new Points(Rational.ZERO, Rational.ZERO);

        Points plus(Points other) {
            return new Points(reached.plus(other.reached), full.plus(other.full));
        }

        /** Returns the share that was reached; the full points must not be 0. */
        public Rational rate() {
            return reached.dividedBy(full);
        }

        /** Returns how many points are above what {@code rate} would have given. */
        Rational above(Rational rate) {
            return reached.minus(rate.times(full));
        }
    }

    /** How the sides of a line compare. */
    public enum Kind {
        /** The older measures follow from the newer ones, or the rules are the same. */
        COMPARABLE,
        /** Both standards ask for something related, but the older measure does not follow (不可比). */
        INCOMPARABLE,
        /** Only the newer standard asks a unit of this kind. */
        ADDED,
        /** Only the older standard asks a unit of this kind. */
        RETIRED
    }

    public LineEffect {
        before = List.copyOf(before);
        after = List.copyOf(after);
        effects = Map.copyOf(effects);
    }

    /** Returns one part of the difference. */
    public Rational effect(Effect effect) {
        return effects.getOrDefault(effect, Rational.ZERO);
    }
}
