package guifan.number;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rounding.Mode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Small numbers, which are computed by themselves, against the library's large ones. */
class DecimalsTest {

    private static final Random RANDOM = new Random(20190101);

    /** Numerators and denominators of every length, those at the ends of their range included. */
    private static List<Rational> numbers() {
        List<Rational> numbers = new ArrayList<>(List.of(
                Rational.ZERO,
                Rational.of(Long.MAX_VALUE),
                Rational.of(-Long.MAX_VALUE),
                Rational.of(Long.MIN_VALUE),
                Rational.of(1, Long.MAX_VALUE),
                Rational.of(-1, 1_000_000_000_000_000_000L),
                Rational.of(Long.MAX_VALUE, 1_000_000_000_000_000_000L),
                Rational.of(Long.MAX_VALUE, Long.MAX_VALUE - 1)));
        for (int i = 0; i < 3_000; i++) {
            long numerator = RANDOM.nextLong() >> RANDOM.nextInt(Long.SIZE);
            long denominator = i % 2 == 0
                    ? (RANDOM.nextLong() >>> (1 + RANDOM.nextInt(Long.SIZE - 1))) + 1
                    : (1L << RANDOM.nextInt(20)) * (long) Math.pow(5, RANDOM.nextInt(18));
            numbers.add(Rational.of(numerator, Math.max(1, denominator)));
        }
        return numbers;
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void smallNumbersAreRoundedAsLargeOnesAre(Mode mode) {
        RoundingMode library = RoundingMode.valueOf(mode.name());
        for (Rational number : numbers()) {
            for (int scale : new int[] {0, 1, 2, 7, 18, 19, 30}) {
                Rounding rounding = new Rounding(scale, mode);
                BigDecimal plain = new BigDecimal(number.bigNumerator())
                        .divide(new BigDecimal(number.bigDenominator()), scale, library);
                assertThat(rounding.format(number)).isEqualTo(plain.toPlainString());
                assertThat(rounding.apply(number))
                        .isEqualTo(Rational.of(plain.unscaledValue(), BigInteger.TEN.pow(scale)));
            }
        }
    }

    @Test
    void smallNumbersArePrintedAsLargeOnesAre() {
        for (Rational number : numbers()) {
            String plain = number.bigNumerator() + "/" + number.bigDenominator();
            try {
                plain = new BigDecimal(number.bigNumerator())
                        .divide(new BigDecimal(number.bigDenominator()))
                        .stripTrailingZeros()
                        .toPlainString();
                assertThat(number.isDecimal()).isTrue();
            } catch (ArithmeticException endless) {
                assertThat(number.isDecimal()).isFalse();
            }
            assertThat(number).hasToString(plain);
            assertThat(Rational.parse(plain)).contains(number);
        }
    }

    @Test
    void smallNumbersAreComparedAndCutAsLargeOnesAre() {
        List<Rational> numbers = numbers();
        for (int i = 1; i < numbers.size(); i++) {
            Rational one = numbers.get(i - 1);
            Rational other = numbers.get(i);
            int plain = one.bigNumerator()
                    .multiply(other.bigDenominator())
                    .compareTo(other.bigNumerator().multiply(one.bigDenominator()));
            assertThat(Integer.signum(one.compareTo(other))).isEqualTo(plain);
            BigDecimal floor = new BigDecimal(one.bigNumerator())
                    .divide(new BigDecimal(one.bigDenominator()), 0, RoundingMode.FLOOR);
            assertThat(one.floor()).isEqualTo(Rational.of(floor.toBigIntegerExact(), BigInteger.ONE));
        }
    }

    @Test
    void numbersOfEveryLengthAreReadAsTheLibraryReadsThem() {
        for (int i = 0; i < 3_000; i++) {
            BigDecimal plain = new BigDecimal(new BigInteger(RANDOM.nextInt(80), RANDOM), RANDOM.nextInt(20));
            String text = (i % 3 == 0 ? plain.negate() : plain).toPlainString();
            Rational expected =
                    Rational.of(new BigDecimal(text).unscaledValue(), BigInteger.TEN.pow(new BigDecimal(text).scale()));
            assertThat(Rational.parse(text)).as(text).contains(expected);
        }
    }
}
