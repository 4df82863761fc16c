package guifan.diff;

import guifan.number.Rational;
import java.util.List;

/**
 * A difference from one year to another, taken apart: the three parts add up to it exactly.
 *
 * @param work what was done differently, measured by the older standard
 * @param standard what the newer standard counts differently
 * @param incomparable what cannot be told apart into work and standard (不可比)
 */
public record Change(Rational work, Rational standard, Rational incomparable) {

    /** Returns a difference that is all work. */
    static Change work(Rational difference) {
        return new Change(difference, Rational.ZERO, Rational.ZERO);
    }

    /** Returns a difference of which nothing can be told apart. */
    static Change incomparable(Rational difference) {
        return new Change(Rational.ZERO, Rational.ZERO, difference);
    }

    static Change of(Decomposition parts) {
        return new Change(parts.part(Effect.WORK), parts.standard(), parts.part(Effect.INCOMPARABLE));
    }

    /** Returns the mean of {@code changes}, of which there must be one. */
    static Change mean(List<Change> changes) {
        Rational number = Rational.of(changes.size());
        Change sum = changes.stream().reduce(work(Rational.ZERO), Change::plus);
        return new Change(
                sum.work.dividedBy(number), sum.standard.dividedBy(number), sum.incomparable.dividedBy(number));
    }

    /** Returns the same seen from the other side. */
    Change reversed() {
        return new Change(work.negate(), standard.negate(), incomparable.negate());
    }

    private Change plus(Change other) {
        return new Change(work.plus(other.work), standard.plus(other.standard), incomparable.plus(other.incomparable));
    }

    /** Returns the difference itself. */
    public Rational difference() {
        return work.plus(standard).plus(incomparable);
    }
}
