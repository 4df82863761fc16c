package guifan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.UnitResult;
import guifan.number.Rational;
import guifan.standard.Standard;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whatever two standards ask and whatever is filled in: the parts add up, and backwards they change their sign. */
class RandomDecompositionTest {

    private final RandomYears years = new RandomYears(20190701);

    @Test
    void thePartsAddUpExactlyForRandomStandards() {
        int changed = 0;
        for (int i = 0; i < 300; i++) {
            Standard older = standard();
            Standard newer = standard();
            UnitResult before = result(older);
            UnitResult after = result(newer);
            Decomposer there = Decomposer.of(older, newer).orElseThrow();
            if (before.totals() == null || after.totals() == null) {
                assertThat(there.decompose(before, after)).isEmpty();
                continue;
            }
            Decomposition one = there.decompose(before, after).orElseThrow();
            Rational difference = Objects.requireNonNull(after.totals())
                    .finalTotal()
                    .minus(Objects.requireNonNull(before.totals()).finalTotal());
            assertThat(sum(one)).isEqualTo(difference);
            Decomposition back = Decomposer.of(newer, older)
                    .orElseThrow()
                    .decompose(after, before)
                    .orElseThrow();
            for (Effect effect : Effect.values()) {
                assertThat(back.part(effect)).isEqualTo(one.part(effect).negate());
            }
            assertThat(lines(one))
                    .isEqualTo(Objects.requireNonNull(after.totals())
                            .exact()
                            .minus(Objects.requireNonNull(before.totals()).exact()));
            changed += one.standard().isZero() ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(100);
    }

    /** The same facts under another rule are no work. */
    @Test
    void theSameFactsAreNoWork() {
        for (int i = 0; i < 100; i++) {
            Standard older = standard();
            Standard newer = standard();
            Map<String, Rational> facts = years.facts();
            UnitResult before = RandomYears.result(older, "单位", "镇", facts);
            UnitResult after = RandomYears.result(newer, "单位", "镇", facts);
            if (before.totals() != null && after.totals() != null) {
                Decomposition one = Decomposer.of(older, newer)
                        .orElseThrow()
                        .decompose(before, after)
                        .orElseThrow();
                assertThat(one.part(Effect.WORK)).isEqualTo(Rational.ZERO);
                assertThat(one.part(Effect.INCOMPARABLE)).isEqualTo(Rational.ZERO);
            }
        }
    }

    private static Rational sum(Decomposition one) {
        Rational sum = Rational.ZERO;
        for (Effect effect : Effect.values()) {
            sum = sum.plus(one.part(effect));
        }
        return sum;
    }

    private static Rational lines(Decomposition one) {
        Rational sum = Rational.ZERO;
        for (LineEffect line : one.lines()) {
            for (Effect effect : Effect.values()) {
                sum = sum.plus(line.effect(effect));
            }
        }
        return sum;
    }

    private Standard standard() {
        return years.standard(1);
    }

    private UnitResult result(Standard standard) {
        return RandomYears.result(standard, "单位", years.kind(), years.facts());
    }
}
