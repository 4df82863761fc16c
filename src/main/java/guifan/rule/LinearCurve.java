package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Curve.Piece;
import guifan.rule.Linear.Gain;
import guifan.rule.Linear.PartOfStep;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The curve of a {@link Linear} rule: straight or in stairs, below and above the target. */
final class LinearCurve {

    /** The most steps on either side. */
    private static final int MOST_STEPS = 10_000;

    private final Linear rule;
    private final Rational target;
    private final Rational per;
    private final Rational least;

    LinearCurve(Linear rule) {
        this.rule = rule;
        this.target = rule.target().standIn();
        this.per = rule.per().beside(target);
        this.least = rule.type().least();
    }

    Curve curve() {
        Curve curve = rule.part() == PartOfStep.PRO_RATA ? slope() : new Curve(stairs());
        Rational cliff = rule.zeroBelow();
        return cliff == null ? curve : cut(curve, cliff);
    }

    /**
     * Stairs with more steps than anybody can mean.
     *
     * @param key the key that makes them so long
     * @param message with what to write instead
     */
    record Excess(String key, Text message) {}

    /** Returns what makes the stairs too long; nothing where they are not, or where there are none. */
    Optional<Excess> excess() {
        if (rule.part() == PartOfStep.PRO_RATA) {
            return Optional.empty();
        }
        Gain gains = rule.gains();
        boolean open = gains != null && gains.most() == null;
        if (open
                && (rule.type().most() == null
                        || (rule.target().isPerUnit() && rule.per().ofTarget()))) {
            return Optional.of(new Excess(
                    "gains-at-most",
                    Text.of(
                            "加分的步数没有尽头；请给“gains-at-most”写一个数，或写“part-of-step: pro-rata”",
                            "the steps up have no end; say a number for \"gains-at-most\", or \"part-of-step:"
                                    + " pro-rata\"")));
        }
        if (rule.target().isPerUnit() && rule.floor() == null) {
            return Optional.of(new Excess(
                    "floor",
                    Text.of(
                            "目标因单位而异，扣分的步数没有限度；请给“floor”写一个数，或写“part-of-step: pro-rata”",
                            "with a target by unit the steps down have no limit; say a number for \"floor\", or"
                                    + " \"part-of-step: pro-rata\"")));
        }
        return below(stepsBelow(), rule.floor() == null ? "per" : "loses")
                .or(() -> gains == null
                        ? Optional.empty()
                        : below(stepsAbove(gains), gains.most() == null ? "per" : "gains"));
    }

    private static Optional<Excess> below(Rational steps, String key) {
        return steps.compareTo(Rational.of(MOST_STEPS)) <= 0
                ? Optional.empty()
                : Optional.of(new Excess(
                        key,
                        Text.of(
                                "共 %1$s 步，至多 %2$s 步；请调大“%3$s”，或写“part-of-step: pro-rata”",
                                "%1$s steps, and at most %2$s are possible; make \"%3$s\" larger, or say"
                                        + " \"part-of-step: pro-rata\"",
                                steps,
                                MOST_STEPS,
                                key)));
    }

    private Curve slope() {
        Rational slope = rule.loses().dividedBy(per);
        Gain gains = rule.gains();
        Rational rise = gains == null ? Rational.ZERO : gains.each().dividedBy(per);
        return Curve.line(least, rule.atTarget().minus(slope.times(target.minus(least))), slope)
                .then(target, rule.atTarget(), Rational.ZERO)
                .clamped(rule.floor(), rule.atTarget())
                .then(target, rule.atTarget(), rise);
    }

    /** Returns the steps down to the floor, or to the least measure. */
    private Rational stepsBelow() {
        Rational floor = rule.floor();
        Rational toLeast = target.minus(least).max(Rational.ZERO).dividedBy(per).ceiling();
        return floor == null
                ? toLeast
                : rule.atTarget().minus(floor).dividedBy(rule.loses()).ceiling();
    }

    /** Returns the steps up to the cap, or to the largest measure. */
    private Rational stepsAbove(Gain gains) {
        Rational most = rule.type().most();
        Rational toMost = most == null
                ? Rational.of(MOST_STEPS)
                : most.minus(target).max(Rational.ZERO).dividedBy(per).ceiling();
        return gains.most() == null
                ? toMost
                : gains.most().dividedBy(gains.each()).ceiling();
    }

    private List<Piece> stairs() {
        boolean begun = rule.part() == PartOfStep.BEGUN;
        int last = stepsBelow().intValueExact();
        Rational lowest = rule.atTarget().minus(rule.loses().times(Rational.of(last)));
        List<Piece> pieces = new ArrayList<>();
        pieces.add(flat(least, false, floored(lowest)));
        for (int lost = last; lost >= 0; lost--) {
            Rational value = floored(rule.atTarget().minus(rule.loses().times(Rational.of(lost))));
            Rational start = target.minus(per.times(Rational.of(begun ? lost : lost + 1L)));
            int order = start.compareTo(least);
            if (order < 0 || (order == 0 && begun)) {
                pieces.set(0, flat(least, false, value));
            } else {
                pieces.add(flat(start, !begun, value));
            }
        }
        Gain gains = rule.gains();
        if (gains != null) {
            int steps = stepsAbove(gains).intValueExact();
            @Nullable Rational cap = rule.highest();
            for (int gained = 1; gained <= steps; gained++) {
                Rational value = rule.atTarget().plus(gains.each().times(Rational.of(gained)));
                Rational start = target.plus(per.times(Rational.of(begun ? gained - 1L : gained)));
                pieces.add(flat(start, begun, cap == null ? value : value.min(cap)));
            }
        }
        return pieces;
    }

    private Rational floored(Rational value) {
        Rational floor = rule.floor();
        return floor == null ? value : value.max(floor);
    }

    private static Piece flat(Rational from, boolean after, Rational value) {
        return new Piece(from, after, value, Rational.ZERO);
    }

    /** Returns nothing below {@code cliff}, and {@code curve} from there on. */
    private static Curve cut(Curve curve, Rational cliff) {
        Rational slope = curve.hit(cliff).piece().slope();
        List<Piece> pieces = new ArrayList<>();
        pieces.add(flat(Rational.ZERO, false, Rational.ZERO));
        pieces.add(new Piece(cliff, false, curve.at(cliff), slope));
        curve.pieces().stream().filter(piece -> !piece.startsAtOrBefore(cliff)).forEach(pieces::add);
        return new Curve(pieces);
    }
}
