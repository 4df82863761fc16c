package guifan.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {

    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final int ROUNDS = 2_000;

    /** A fraction in whatever terms it was made: the oracle. */
    private record Plain(BigInteger numerator, BigInteger denominator) {

        Rational rational() {
            return Rational.of(numerator, denominator);
        }
    }

    @Test
    void sumsAndDifferencesAreThoseOfSchoolArithmetic() {
        forPairs((a, b) -> {
            BigInteger across = a.numerator().multiply(b.denominator());
            BigInteger down = b.numerator().multiply(a.denominator());
            BigInteger common = a.denominator().multiply(b.denominator());
            assertIs(a.rational().plus(b.rational()), across.add(down), common);
            assertIs(a.rational().minus(b.rational()), across.subtract(down), common);
        });
    }

    @Test
    void productsAndQuotientsAreThoseOfSchoolArithmetic() {
        forPairs((a, b) -> {
            assertIs(
                    a.rational().times(b.rational()),
                    a.numerator().multiply(b.numerator()),
                    a.denominator().multiply(b.denominator()));
            if (b.numerator().signum() != 0) {
                assertIs(
                        a.rational().dividedBy(b.rational()),
                        a.numerator().multiply(b.denominator()),
                        a.denominator().multiply(b.numerator()));
            }
        });
    }

    @Test
    void theOrderIsThatOfTheCrossProducts() {
        forPairs((a, b) -> {
            int order = a.numerator()
                            .multiply(b.denominator())
                            .compareTo(b.numerator().multiply(a.denominator()))
                    * a.denominator().signum()
                    * b.denominator().signum();
            Rational x = a.rational();
            Rational y = b.rational();
            assertThat(Integer.signum(x.compareTo(y))).isEqualTo(Integer.signum(order));
            assertThat(x.equals(y)).isEqualTo(order == 0);
            assertThat(x.min(y)).isEqualTo(order <= 0 ? x : y);
            assertThat(x.max(y)).isEqualTo(order >= 0 ? x : y);
        });
    }

    @Test
    void whatIsAddedCanBeTakenAwayThroughAnySize() {
        forPairs((a, b) -> {
            Rational x = a.rational();
            Rational back = x.plus(b.rational()).minus(b.rational());
            assertThat(back).isEqualTo(x).hasSameHashCodeAs(x);
            if (b.numerator().signum() != 0) {
                Rational again = x.times(b.rational()).dividedBy(b.rational());
                assertThat(again).isEqualTo(x).hasSameHashCodeAs(x);
            }
        });
    }

    @Test
    void theNegativeOfTheNegativeIsTheNumberItself() {
        forPairs((a, b) -> {
            Rational x = a.rational();
            assertIs(x.negate(), a.numerator().negate(), a.denominator());
            assertThat(x.negate().negate()).isEqualTo(x);
            assertThat(x.abs().signum()).isEqualTo(Math.abs(x.signum()));
            assertThat(x.abs()).isEqualTo(x.negate().abs());
        });
    }

    @Test
    void theFloorIsTheLargestWholeNumberNotAboveAndTheCeilingTheSmallestNotBelow() {
        forPairs((a, b) -> {
            Rational x = a.rational();
            assertThat(x.floor().isWhole()).isTrue();
            assertThat(x.floor()).isLessThanOrEqualTo(x);
            assertThat(x.floor().plus(Rational.ONE)).isGreaterThan(x);
            assertThat(x.ceiling()).isEqualTo(x.isWhole() ? x : x.floor().plus(Rational.ONE));
        });
    }

    @ParameterizedTest
    @CsvSource({"7/2, 3, 4", "-7/2, -4, -3", "-0.1, -1, 0", "0.1, 0, 1", "-3, -3, -3", "0, 0, 0"})
    void floorsOfNegativesGoDownAndCeilingsUp(String number, String floor, String ceiling) {
        assertThat(number(number).floor()).isEqualTo(number(floor));
        assertThat(number(number).ceiling()).isEqualTo(number(ceiling));
    }

    @Test
    void whatIsPrintedIsReadAsTheSameNumber() {
        forPairs((a, b) -> assertThat(Rational.parse(a.rational().toString())).contains(a.rational()));
    }

    @Test
    void theSmallestLongIsTheSameNumberHoweverItCameAbout() {
        Rational min = Rational.of(Long.MIN_VALUE);
        assertThat(min.toString()).isEqualTo("-9223372036854775808");
        assertThat(min.negate().toString()).isEqualTo("9223372036854775808");
        assertThat(number("-9223372036854775808")).isEqualTo(min).hasSameHashCodeAs(min);
        assertThat(Rational.of(Long.MIN_VALUE / 2).times(Rational.of(2)))
                .isEqualTo(min)
                .hasSameHashCodeAs(min);
        assertThat(Rational.of(-Long.MAX_VALUE).minus(Rational.ONE))
                .isEqualTo(min)
                .hasSameHashCodeAs(min);
        assertThat(Rational.of(Long.MIN_VALUE, Long.MIN_VALUE)).isEqualTo(Rational.ONE);
        assertThat(Rational.of(1, Long.MIN_VALUE)).isEqualTo(Rational.ONE.dividedBy(min));
    }

    @ParameterizedTest
    @CsvSource({
        "0.10, 0.1",
        "-12, -12",
        "+5, 5",
        "007, 7",
        "93/23, 93/23",
        "6/4, 1.5",
        "-0, 0",
        "0.000, 0",
        "2/6, 1/3",
        "1/8, 0.125",
        "-4/8, -0.5",
        "100, 100",
        "99.90, 99.9",
        "33.3333333333333333, 33.3333333333333333"
    })
    void numbersArePrintedPlainlyInLowestTerms(String written, String printed) {
        assertThat(number(written).toString()).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".5",
                "5.",
                "1,000",
                "1/0",
                "1/-2",
                "1.5/2",
                "1/2/3",
                " 1",
                "1 ",
                "１",
                "½",
                "NaN",
                "Infinity",
                "0x1F",
                "1_000",
                "1d",
                "--1",
                "1e0",
                "1E5",
                "1e99999999",
                "1E2147483647",
                "1e-99999999"
            })
    void whatIsNoPlainNumberIsNotRead(String written) {
        assertThat(Rational.parse(written)).isEmpty();
    }

    @Test
    void noNumberIsSoLongThatReadingItTakesNoticeableTime() {
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            assertThat(Rational.parse("9".repeat(400) + "/" + "7".repeat(400))).isPresent();
            assertThat(Rational.parse("0." + "1".repeat(400)).orElseThrow().isDecimal())
                    .isTrue();
            assertThat(Rational.parse("9".repeat(401))).isEmpty();
            assertThat(Rational.parse("0." + "0".repeat(1_000_000))).isEmpty();
        });
    }

    @Test
    void aFractionIsDecimalIfItsDenominatorHasNoFactorButTwoAndFive() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            BigInteger denominator = BigInteger.TWO
                    .pow(random.nextInt(70))
                    .multiply(BigInteger.valueOf(5).pow(random.nextInt(30)));
            BigInteger numerator = new BigInteger(80, random);
            Rational decimal = Rational.of(numerator, denominator);
            assertThat(decimal.isDecimal()).isTrue();
            assertThat(decimal.toString()).doesNotContain("/").doesNotContain("E");
            Rational other = Rational.of(
                            numerator.multiply(BigInteger.valueOf(7)).add(BigInteger.ONE), denominator)
                    .dividedBy(Rational.of(7));
            assertThat(other.isDecimal()).isFalse();
            assertThat(other.toString()).contains("/");
        }
    }

    @Test
    void aThirdIsAThird() {
        Rational third = Rational.of(1, 3);
        assertThat(third.plus(third).plus(third)).isEqualTo(Rational.ONE);
        assertThat(Rational.HUNDRED.times(third).times(Rational.of(3))).isEqualTo(Rational.HUNDRED);
    }

    @Test
    void tenthsAddUpToWholesWhereBinaryFractionsDoNot() {
        Rational exact = Rational.ZERO;
        double binary = 0;
        for (int i = 0; i < 900; i++) {
            exact = exact.plus(number("0.1"));
            binary += 0.1;
        }
        assertThat(exact).isEqualTo(Rational.of(90));
        assertThat(binary).isNotEqualTo(90.0);
    }

    @Test
    void divisionByZeroIsRefusedAtEverySize() {
        Rational big = Rational.of(MAX.multiply(MAX), BigInteger.ONE);
        assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> big.dividedBy(Rational.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.of(BigInteger.ONE, BigInteger.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void onlyWholeNumbersInItsRangeBecomeAnInt() {
        assertThat(Rational.of(-6, 3).intValueExact()).isEqualTo(-2);
        assertThatThrownBy(() -> Rational.of(1, 2).intValueExact()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.of(1L << 31).intValueExact()).isInstanceOf(ArithmeticException.class);
    }

    private static Rational number(String text) {
        return Rational.parse(text).orElseThrow();
    }

    /** Asserts the value, lowest terms, and that nothing betrays how the number came about. */
    private static void assertIs(Rational actual, BigInteger numerator, BigInteger denominator) {
        BigInteger n = actual.bigNumerator();
        BigInteger d = actual.bigDenominator();
        assertThat(n.multiply(denominator)).isEqualTo(numerator.multiply(d));
        assertThat(d.signum()).isEqualTo(1);
        assertThat(n.gcd(d)).isEqualTo(BigInteger.ONE);
        Rational same = Rational.of(numerator, denominator);
        assertThat(actual).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(actual.signum()).isEqualTo(n.signum());
        assertThat(actual.isWhole()).isEqualTo(d.equals(BigInteger.ONE));
    }

    private static void forPairs(BiConsumer<Plain, Plain> law) {
        Random random = new Random(20190101);
        for (int i = 0; i < ROUNDS; i++) {
            law.accept(fraction(random), fraction(random));
        }
    }

    private static Plain fraction(Random random) {
        BigInteger denominator = part(random);
        return new Plain(part(random), denominator.signum() == 0 ? BigInteger.ONE : denominator);
    }

    /** Returns a number of a size that matters: small, any long, around the ends of the longs, or beyond them. */
    private static BigInteger part(Random random) {
        BigInteger near = BigInteger.valueOf(random.nextInt(7) - 3L);
        return switch (random.nextInt(8)) {
            case 0, 1 -> BigInteger.valueOf(random.nextInt(41) - 20L);
            case 2 -> BigInteger.valueOf(random.nextInt(2_000_001) - 1_000_000L);
            case 3 -> BigInteger.valueOf(random.nextLong());
            case 4 -> MAX.add(near);
            case 5 -> MIN.add(near);
            case 6 -> BigInteger.ONE.shiftLeft(random.nextInt(70)).negate();
            default -> new BigInteger(75, random).subtract(BigInteger.ONE.shiftLeft(74));
        };
    }
}
