package guifan.diff;

import guifan.diff.RuleComparison.Side;
import guifan.diff.RuleComparison.Witness;
import guifan.number.Rational;
import guifan.rule.Curve.Piece;
import guifan.rule.Form;
import guifan.rule.MeasureType;
import guifan.source.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two rules on one measure, compared exactly: between the places where either curve or a bound on it turns, the
 * difference of the shares is a straight line, so that its ends decide.
 */
final class CurveComparison {

    private final Side before;
    private final Side after;
    private final MeasureType type;
    private final String item;
    private @Nullable Witness lower;
    private @Nullable Witness higher;

    private CurveComparison(Side before, Side after) {
        this.before = before;
        this.after = after;
        MeasureType old = before.form().items().get(0).type();
        MeasureType now = after.form().items().get(0).type();
        this.item = before.form().items().get(0).id();
        Rational oldMost = old.most();
        Rational nowMost = now.most();
        @Nullable Rational most = oldMost == null ? nowMost : nowMost == null ? oldMost : oldMost.min(nowMost);
        this.type = old.within(old.least().max(now.least()), most);
    }

    static RuleComparison of(Side before, Side after) {
        return new CurveComparison(before, after).compare();
    }

    private RuleComparison compare() {
        @Nullable Rational most = type.most();
        TreeSet<Rational> turns = new TreeSet<>(List.of(type.least()));
        addTurns(turns, before.form());
        addTurns(turns, after.form());
        turns.removeIf(x -> x.compareTo(type.least()) < 0 || (most != null && x.compareTo(most) > 0));
        if (most != null) {
            turns.add(most);
        }
        if (most != null && type.step() == null && most.compareTo(Rational.HUNDRED) <= 0) {
            // whole numbers make the better examples
            for (Rational x = most.floor(); x.compareTo(type.least()) >= 0; x = x.minus(Rational.ONE)) {
                look(x);
            }
        }
        for (Rational start : turns) {
            if (isAllowed(start)) {
                look(start);
            }
            @Nullable Rational end = turns.higher(start);
            if (end != null || most == null) {
                between(start, end);
            }
        }
        return RuleComparison.of(lower, higher);
    }

    /** Adds the places where the curve starts a piece or meets a bound. */
    private static void addTurns(Set<Rational> turns, Form form) {
        for (Piece piece : form.parts().get(0).curve().pieces()) {
            turns.add(piece.from());
            if (!piece.slope().isZero()) {
                Stream.of(Optional.ofNullable(form.floor()), Optional.ofNullable(form.cap()))
                        .flatMap(Optional::stream)
                        .forEach(bound -> turns.add(meeting(piece, bound.minus(form.base()))));
            }
        }
    }

    private static Rational meeting(Piece piece, Rational value) {
        return piece.from().plus(value.minus(piece.value()).dividedBy(piece.slope()));
    }

    private boolean isAllowed(Rational x) {
        Rational step = type.step();
        return step == null || x.minus(type.least()).dividedBy(step).isWhole();
    }

    /** Looks at the open interval from {@code start} to {@code end}, which is null where it has none. */
    private void between(Rational start, @Nullable Rational end) {
        Rational step = type.step();
        if (step != null) {
            steps(start, end, step);
            return;
        }
        Rational width = end == null ? Rational.ONE : end.minus(start).dividedBy(Rational.of(3));
        Rational first = start.plus(width);
        Rational second = first.plus(width);
        Rational one = gain(first);
        Rational other = gain(second);
        look(first);
        look(second);
        Rational slope = other.minus(one).dividedBy(width);
        if (slope.isZero()) {
            return;
        }
        Rational zero = first.minus(one.dividedBy(slope));
        if (zero.compareTo(start) > 0 && (end == null || zero.compareTo(end) < 0)) {
            look(start.plus(zero).dividedBy(Rational.of(2)));
            look(end == null ? zero.plus(Rational.ONE) : zero.plus(end).dividedBy(Rational.of(2)));
        }
    }

    private void steps(Rational start, @Nullable Rational end, Rational step) {
        Rational from = type.least();
        Rational number = start.minus(from).dividedBy(step).floor().plus(Rational.ONE);
        Rational first = from.plus(number.times(step));
        if (end == null) {
            look(first);
            Rational one = gain(first);
            Rational slope = gain(first.plus(step)).minus(one);
            if (!slope.isZero()) {
                Rational steps = one.negate().dividedBy(slope).max(Rational.ZERO);
                look(first.plus(steps.floor().plus(Rational.ONE).times(step)));
            }
            return;
        }
        Rational last = from.plus(
                end.minus(from).dividedBy(step).ceiling().minus(Rational.ONE).times(step));
        if (first.compareTo(last) <= 0) {
            look(first);
            look(last);
        }
    }

    private Rational gain(Rational x) {
        Map<String, Rational> measures = Map.of(item, x);
        return after.share(after.score(measures)).minus(before.share(before.score(measures)));
    }

    private void look(Rational x) {
        int gain = gain(x).signum();
        if (gain == 0 || Objects.nonNull(gain < 0 ? lower : higher)) {
            return;
        }
        Map<String, Rational> measures = Map.of(item, x);
        Witness witness = new Witness(Text.of(type.show(x)), before.score(measures), after.score(measures));
        if (gain < 0) {
            lower = witness;
        } else {
            higher = witness;
        }
    }
}
