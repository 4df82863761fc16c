package guifan.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guifan.number.Rounding.Mode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoundingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # number  | scale | half-up | half-even | half-down |  down |    up | floor | ceiling
                     0.145    |     2 |    0.15 |      0.14 |      0.14 |  0.14 |  0.15 |  0.14 |    0.15
                    -0.145    |     2 |   -0.15 |     -0.14 |     -0.14 | -0.14 | -0.15 | -0.15 |   -0.14
                     0.155    |     2 |    0.16 |      0.16 |      0.15 |  0.15 |  0.16 |  0.15 |    0.16
                    -0.155    |     2 |   -0.16 |     -0.16 |     -0.15 | -0.15 | -0.16 | -0.16 |   -0.15
                     89.995   |     2 |   90.00 |     90.00 |     89.99 | 89.99 | 90.00 | 89.99 |   90.00
                     89.9949  |     2 |   89.99 |     89.99 |     89.99 | 89.99 | 90.00 | 89.99 |   90.00
                     89.99501 |     2 |   90.00 |     90.00 |     90.00 | 89.99 | 90.00 | 89.99 |   90.00
                     1/3      |     2 |    0.33 |      0.33 |      0.33 |  0.33 |  0.34 |  0.33 |    0.34
                    -1/3      |     2 |   -0.33 |     -0.33 |     -0.33 | -0.33 | -0.34 | -0.34 |   -0.33
                     2/3      |     2 |    0.67 |      0.67 |      0.67 |  0.66 |  0.67 |  0.66 |    0.67
                     1/3      |     0 |       0 |         0 |         0 |     0 |     1 |     0 |       1
                     2.5      |     0 |       3 |         2 |         2 |     2 |     3 |     2 |       3
                     3.5      |     0 |       4 |         4 |         3 |     3 |     4 |     3 |       4
                    -2.5      |     0 |      -3 |        -2 |        -2 |    -2 |    -3 |    -3 |      -2
                     0.5      |     0 |       1 |         0 |         0 |     0 |     1 |     0 |       1
                    -0.5      |     0 |      -1 |         0 |         0 |     0 |    -1 |    -1 |       0
                    -0.004    |     2 |    0.00 |      0.00 |      0.00 |  0.00 | -0.01 | -0.01 |    0.00
                     72.4     |     2 |   72.40 |     72.40 |     72.40 | 72.40 | 72.40 | 72.40 |   72.40
                    -7        |     1 |    -7.0 |      -7.0 |      -7.0 |  -7.0 |  -7.0 |  -7.0 |    -7.0
                    """)
    void theTableOfTies(
            String number,
            int scale,
            String halfUp,
            String halfEven,
            String halfDown,
            String down,
            String up,
            String floor,
            String ceiling) {
        Rational value = Rational.parse(number).orElseThrow();
        List<String> expected = List.of(halfUp, halfEven, halfDown, down, up, floor, ceiling);
        assertThat(Arrays.stream(Mode.values()).map(mode -> new Rounding(scale, mode).format(value)))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void theColumnsOfTheTableAreTheModes() {
        assertThat(Arrays.stream(Mode.values()).map(Mode::key))
                .containsExactly("half-up", "half-even", "half-down", "down", "up", "floor", "ceiling");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void everyModeTakesTheNeighbourThatItsNameSays(Mode mode) {
        Random random = new Random(2019);
        for (int i = 0; i < 1_000; i++) {
            int scale = random.nextInt(5);
            Rational value = value(random, scale);
            Rational power = Rational.of(BigInteger.TEN.pow(scale), BigInteger.ONE);
            Rational scaled = value.times(power);
            Rational rounded = new Rounding(scale, mode).apply(value);
            assertThat(rounded.times(power)).isEqualTo(neighbour(scaled, mode));
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void roundingAgainChangesNothingAndKeepsTheOrder(Mode mode) {
        Random random = new Random(2020);
        for (int i = 0; i < 1_000; i++) {
            Rounding rounding = new Rounding(random.nextInt(4), mode);
            Rational one = value(random, rounding.scale());
            Rational other = value(random, rounding.scale());
            Rational rounded = rounding.apply(one);
            assertThat(rounding.apply(rounded)).isEqualTo(rounded);
            assertThat(rounding.format(rounded)).isEqualTo(rounding.format(one));
            assertThat(rounded.compareTo(rounding.apply(other)) * one.compareTo(other))
                    .isNotNegative();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whatIsFormattedIsWhatWasRoundedWithAllItsDecimals(Mode mode) {
        Random random = new Random(2021);
        for (int i = 0; i < 1_000; i++) {
            Rounding rounding = new Rounding(1 + random.nextInt(4), mode);
            Rational value = value(random, rounding.scale());
            String formatted = rounding.format(value);
            assertThat(Rational.parse(formatted)).contains(rounding.apply(value));
            assertThat(formatted).matches("-?\\d+\\.\\d{" + rounding.scale() + "}");
        }
    }

    @Test
    void aBinaryFractionWouldHaveRoundedAnotherNumber() {
        Rounding twoDecimals = new Rounding(2, Mode.HALF_UP);
        assertThat(twoDecimals.format(Rational.parse("0.145").orElseThrow())).isEqualTo("0.15");
        assertThat(twoDecimals.format(Rational.parse("1.005").orElseThrow())).isEqualTo("1.01");
        assertThat(twoDecimals.format(
                        Rational.of(724, 10).times(Rational.HUNDRED).dividedBy(Rational.of(82))))
                .isEqualTo("88.29");
    }

    @Test
    void aNegativeScaleIsRefused() {
        assertThatThrownBy(() -> new Rounding(-1, Mode.HALF_UP)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Returns the whole number that {@code mode} takes for {@code value}, from the words of the mode. */
    private static Rational neighbour(Rational value, Mode mode) {
        Rational below = value.floor();
        Rational above = value.ceiling();
        boolean negative = value.signum() < 0;
        Rational towardsZero = negative ? above : below;
        Rational awayFromZero = negative ? below : above;
        int nearer = value.minus(below).compareTo(above.minus(value));
        Rational nearest = nearer <= 0 ? below : above;
        boolean tie = nearer == 0;
        return switch (mode) {
            case HALF_UP -> tie ? awayFromZero : nearest;
            case HALF_DOWN -> tie ? towardsZero : nearest;
            case HALF_EVEN -> tie && !below.dividedBy(Rational.of(2)).isWhole() ? above : nearest;
            case DOWN -> towardsZero;
            case UP -> awayFromZero;
            case FLOOR -> below;
            case CEILING -> above;
        };
    }

    /** Returns a number of either sign; every other one is a tie at {@code scale} or next to one. */
    private static Rational value(Random random, int scale) {
        Rational any = Rational.of(random.nextInt(2_000_001) - 1_000_000L, 1 + random.nextInt(999));
        if (random.nextBoolean()) {
            return any;
        }
        Rational power = Rational.of(BigInteger.TEN.pow(scale), BigInteger.ONE);
        Rational tie = any.floor().plus(Rational.of(1, 2)).dividedBy(power);
        return tie.plus(Rational.of(random.nextInt(3) - 1L, 1_000_000_000L));
    }
}
