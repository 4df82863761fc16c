package guifan.report;

import guifan.number.Rational;
import java.math.BigInteger;
import java.util.Random;

/** Numbers of every size and sign, with and without a finite decimal form. */
final class RandomNumbers {

    private RandomNumbers() {}

    static Rational next(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Rational.of(random.nextInt(7) - 3);
            case 1 -> Rational.of(random.nextInt(2000) - 1000, 8);
            case 2 -> Rational.of(random.nextInt(), 1 + random.nextInt(1000));
            case 3 -> Rational.of(new BigInteger(120, random), BigInteger.TEN.pow(random.nextInt(40)));
            default ->
                Rational.of(new BigInteger(200, random).negate(), new BigInteger(150, random).add(BigInteger.ONE));
        };
    }
}
