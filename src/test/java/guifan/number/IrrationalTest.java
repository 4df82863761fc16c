package guifan.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IrrationalTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 2", "9/4, 1.5", "1/9, 1/3", "2, 1.414213562373", "0.5, 0.707106781187", "3, 1.732050807569"
    })
    void aRootIsExactWhereItCanBe(String value, String root) {
        assertThat(Irrational.root(number(value), 12)).isEqualTo(number(root));
    }

    @Test
    void aRootIsRoundedHalfUpAsTheLibraryRoundsIt() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            long whole = 1 + random.nextInt(1_000_000);
            BigDecimal expected =
                    new BigDecimal(whole).sqrt(new MathContext(40)).setScale(9, RoundingMode.HALF_UP);
            assertThat(Irrational.root(Rational.of(whole), 9)).isEqualTo(number(expected.toPlainString()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1/9 1/9, 1/2 1/2, 1/9",
        "4/9 1, 1/2 1/2, 2/3",
        "4/9 9/4, 1/2 1/2, 1",
        "2/3 12, 1/2 1/2, 2.828427124746190097603377448",
        "6 6 6, 1/3 1/3 1/3, 6",
        "0.8 0.4 0.1, 1/3 1/3 1/3, 0.317480210393639894950341128",
        "0.5 0, 1/2 1/2, 0",
        "0.3 0.7, 1/1000003 1000002/1000003, 0.699999406893528317330220841",
        "1, 1, 1",
        "8 8, 1/6 1/6, 2"
    })
    void aProductOfPowersIsExactWhereItCanBe(String values, String exponents, String product) {
        List<Rational> of =
                Stream.of(values.split(" ")).map(IrrationalTest::number).toList();
        List<Rational> to =
                Stream.of(exponents.split(" ")).map(IrrationalTest::number).toList();
        assertThat(Irrational.product(of, to, 27)).isEqualTo(number(product));
    }

    /** A root that was rounded lies within half a unit of its last digit: that is seen by taking its power again. */
    @Test
    void aRoundedProductIsTheNearestDecimal() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            int degree = 2 + random.nextInt(6);
            List<Rational> values = new ArrayList<>();
            for (int k = 0; k < degree; k++) {
                values.add(Rational.of(1 + random.nextInt(1000), 1 + random.nextInt(1000)));
            }
            List<Rational> exponents = Collections.nCopies(degree, Rational.of(1, degree));
            Rational power = values.stream().reduce(Rational.ONE, Rational::times);
            Rational root = Irrational.product(values, exponents, 12);
            Rational half = Rational.of(1, 2_000_000_000_000L);
            assertThat(power(root.minus(half), degree)).isLessThanOrEqualTo(power);
            assertThat(power(root.plus(half), degree)).isGreaterThanOrEqualTo(power);
            Rational more = Irrational.product(values, exponents, 40);
            assertThat(root.isDecimal() ? new Rounding(12, Rounding.Mode.HALF_UP).apply(more) : more)
                    .isEqualTo(root);
        }
    }

    private static Rational power(Rational value, int times) {
        return Collections.nCopies(times, value).stream().reduce(Rational.ONE, Rational::times);
    }

    @Test
    void aNegativeNumberHasNoPower() {
        assertThatThrownBy(() -> Irrational.product(List.of(Rational.of(-1)), List.of(Rational.ONE), 3))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aNegativeNumberHasNoRoot() {
        assertThatThrownBy(() -> Irrational.root(Rational.of(-1), 3)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10, 9, 0",
        "10, 10, 9, 1",
        "100, 10, 9, 2",
        "0.1, 10, 9, -1",
        "8, 2, 30, 3",
        // an eighth is a tie, which no series meets from the right side
        "3, 6561, 2, 0.13",
        "10, 100000000, 2, 0.13",
        "5, 390625, 2, 0.13",
        "1/3, 6561, 2, -0.13",
        "27/8, 9/4, 0, 2",
        "2/3, 9/4, 0, -1",
        "2, 8, 10, 0.3333333333",
        "2, 10, 20, 0.30102999566398119521",
        "3, 2, 20, 1.58496250072115618145",
        "1000000, 1.001, 6, 13822.417163"
    })
    void logarithms(String value, String base, int digits, String expected) {
        assertThat(Irrational.logarithm(number(value), number(base), digits)).isEqualTo(number(expected));
    }

    @Test
    void moreDigitsRoundToTheSameOnes() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            Rational value = Rational.of(1 + random.nextInt(100_000), 1 + random.nextInt(1000));
            Rational base = Rational.of(1001 + random.nextInt(100_000), 1000);
            Rounding twelve = new Rounding(12, Rounding.Mode.HALF_UP);
            assertThat(twelve.apply(Irrational.logarithm(value, base, 60)))
                    .isEqualTo(twelve.apply(Irrational.logarithm(value, base, 30)));
            assertThat(twelve.apply(Irrational.root(value, 60))).isEqualTo(twelve.apply(Irrational.root(value, 30)));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "-1, 10", "5, 1", "5, 0.5"})
    void whatHasNoLogarithmIsRefused(String value, String base) {
        assertThatThrownBy(() -> Irrational.logarithm(number(value), number(base), 3))
                .isInstanceOf(ArithmeticException.class);
    }

    private static Rational number(String text) {
        return Rational.parse(text).orElseThrow();
    }
}
