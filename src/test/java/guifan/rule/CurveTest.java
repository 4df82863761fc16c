package guifan.rule;

import static guifan.rule.RuleText.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guifan.number.Rational;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static final Curve STEP = Curve.constant(Rational.ZERO).then(number("80"), number("5"), Rational.ZERO);
    private static final Curve AFTER =
            Curve.constant(Rational.ZERO).thenAfter(number("80"), number("5"), Rational.ZERO);

    @Test
    void aPieceHoldsFromItsStartUpToTheStartOfTheNext() {
        assertThat(STEP.at(number("79.999"))).isEqualTo(Rational.ZERO);
        assertThat(STEP.at(number("80"))).isEqualTo(number("5"));
        assertThat(STEP.at(number("1000"))).isEqualTo(number("5"));
    }

    @Test
    void aPieceThatStartsAfterAPointLeavesThePointToTheOneBefore() {
        assertThat(AFTER.at(number("80"))).isEqualTo(Rational.ZERO);
        assertThat(AFTER.at(number("80.001"))).isEqualTo(number("5"));
    }

    @Test
    void aPointCanHaveAValueOfItsOwn() {
        Curve curve = STEP.thenAfter(number("80"), number("7"), Rational.ZERO);
        assertThat(List.of(curve.at(number("79")), curve.at(number("80")), curve.at(number("81"))))
                .containsExactly(number("0"), number("5"), number("7"));
    }

    @Test
    void aPieceReplacesWhateverStartedThereOrLater() {
        Curve curve =
                STEP.thenAfter(number("90"), number("6"), Rational.ZERO).then(number("80"), number("1"), Rational.ZERO);
        assertThat(curve.pieces()).hasSize(2);
        assertThat(curve.at(number("95"))).isEqualTo(number("1"));
        assertThat(AFTER.then(number("80"), number("3"), Rational.ZERO).at(number("81")))
                .isEqualTo(number("3"));
    }

    @Test
    void belowTheFirstStartTheFirstPieceGoesOn() {
        Curve line = Curve.line(number("10"), number("1"), number("0.5"));
        assertThat(line.at(number("8"))).isEqualTo(Rational.ZERO);
        assertThat(line.at(number("-2"))).isEqualTo(number("-5"));
    }

    @Test
    void aHitNamesThePieceAndWhereItEnds() {
        assertThat(STEP.hit(number("79"))).isEqualTo(new Curve.Hit(STEP.pieces().get(0), number("80"), false));
        assertThat(AFTER.hit(number("80")))
                .isEqualTo(new Curve.Hit(AFTER.pieces().get(0), number("80"), true));
        assertThat(STEP.hit(number("80"))).isEqualTo(new Curve.Hit(STEP.pieces().get(1), null, false));
    }

    @Test
    void aLineIsCutWhereItMeetsTheFloorAndTheCap() {
        Curve clamped = Curve.line(Rational.ZERO, number("-1"), number("0.3")).clamped(Rational.ZERO, number("2"));
        assertThat(clamped.pieces()).hasSize(3);
        assertThat(clamped.pieces().get(1).from()).isEqualTo(number("10/3"));
        assertThat(clamped.at(number("10/3"))).isEqualTo(Rational.ZERO);
        assertThat(clamped.at(number("5"))).isEqualTo(number("0.5"));
        assertThat(clamped.at(number("10"))).isEqualTo(number("2"));
        assertThat(clamped.at(number("11"))).isEqualTo(number("2"));
    }

    @Test
    void piecesThatGoOnAsBeforeAreJoined() {
        Curve line =
                Curve.line(Rational.ZERO, Rational.ZERO, Rational.ONE).then(number("3"), number("3"), Rational.ONE);
        assertThat(line.clamped(number("-10"), null).pieces()).hasSize(1);
    }

    @Test
    void clampingACurveIsClampingItsValues() {
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            Curve curve = curve(random);
            Rational floor = Rational.of(random.nextInt(9) - 6L);
            Rational cap = random.nextInt(4) == 0 ? null : floor.plus(Rational.of(random.nextInt(8), 2));
            Curve clamped = curve.clamped(floor, cap);
            for (int x = 0; x <= 128; x++) {
                Rational at = Rational.of(x, 8);
                Rational bounded = curve.at(at).max(floor);
                assertThat(clamped.at(at))
                        .as("%s clamped to %s–%s at %s", curve, floor, cap, at)
                        .isEqualTo(cap == null ? bounded : bounded.min(cap));
            }
        }
    }

    @Test
    void noMeasureGivesMoreThanTheMost() {
        Random random = new Random(12);
        for (int i = 0; i < 400; i++) {
            Curve curve = curve(random);
            MeasureType upTo = MeasureType.decimal().within(Rational.of(random.nextInt(3)), Rational.of(14));
            Rational most = curve.most(upTo).orElseThrow();
            for (int x = 0; x <= 112; x++) {
                Rational at = Rational.of(x, 8);
                if (at.compareTo(upTo.least()) >= 0) {
                    assertThat(curve.at(at)).as("%s at %s", curve, at).isLessThanOrEqualTo(most);
                }
            }
        }
    }

    @Test
    void theMostIsReachedInsideTheRangeOfTheMeasure() {
        Curve upTo120 = Curve.line(Rational.ZERO, Rational.ZERO, number("1/60")).clamped(Rational.ZERO, number("2"));
        assertThat(upTo120.most(MeasureType.percent())).contains(number("5/3"));
        assertThat(upTo120.most(MeasureType.decimal())).contains(number("2"));
        assertThat(Curve.constant(Rational.ONE)
                        .thenAfter(Rational.HUNDRED, number("9"), Rational.ZERO)
                        .most(MeasureType.percent()))
                .contains(Rational.ONE);
    }

    @Test
    void whatGrowsWithoutEndHasNoMost() {
        Curve rising = Curve.line(Rational.ZERO, Rational.ZERO, Rational.ONE);
        assertThat(rising.most(MeasureType.count())).isEqualTo(Optional.empty());
        assertThat(rising.most(MeasureType.countTo(6))).contains(number("6"));
    }

    @Test
    void aCurveNeedsAPiece() {
        assertThatThrownBy(() -> new Curve(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** Returns a curve of up to six pieces with jumps, some of them just after a point. */
    private static Curve curve(Random random) {
        Curve curve = Curve.line(Rational.ZERO, value(random), value(random));
        for (int from = 1 + random.nextInt(3); from < 14; from += 1 + random.nextInt(4)) {
            Rational start = Rational.of(from * 2L - random.nextInt(2), 2);
            curve = random.nextBoolean()
                    ? curve.then(start, value(random), value(random))
                    : curve.thenAfter(start, value(random), value(random));
        }
        return curve;
    }

    private static Rational value(Random random) {
        return Rational.of(random.nextInt(21) - 10L, 1 + random.nextInt(4));
    }

    @Test
    void wholeNumbersAreShownInFull() {
        assertThat(Numbers.shown(Rational.of(1_234_567_890_123L))).isEqualTo("1234567890123");
        assertThat(Numbers.shown(Rational.of(1, 3))).isEqualTo("≈0.3333");
    }
}
