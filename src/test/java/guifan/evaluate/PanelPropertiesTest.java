package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.RandomJury.Judge;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds of every panel, tried on made-up ones and against pencil and paper. */
class PanelPropertiesTest {

    private static final int CASES = 150;

    private static void forAll(int seed, BiConsumer<RandomJury, Random> property) {
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(seed * 1000L + i);
            RandomJury jury = RandomJury.of(random);
            try {
                property.accept(jury, random);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "case " + seed + "/" + i + ": " + e.getMessage() + "\n" + jury.yaml() + jury.sheet(), e);
            }
        }
    }

    private static UnitResult evaluate(RandomJury jury) {
        return Sheets.only(Standards.of(jury.yaml()), jury.sheet());
    }

    private static Rational base(UnitResult unit) {
        return Objects.requireNonNull(unit.totals()).exact();
    }

    private static PanelResult panel(UnitResult unit) {
        return PanelResult.of(unit).findFirst().orElseThrow();
    }

    @Test
    void everyNumberIsWhatPencilAndPaperGive() {
        forAll(1, (jury, random) -> {
            UnitResult unit = evaluate(jury);
            PlainJury oracle = new PlainJury(jury);
            if (oracle.isTooFew()) {
                assertThat(unit.totals()).isNull();
                return;
            }
            assertThat(base(unit)).isEqualTo(oracle.total());
            for (Map.Entry<String, Rational> leaf : oracle.meansOfLeaves().entrySet()) {
                assertThat(unit.indicator(leaf.getKey()).orElseThrow().score()).isEqualTo(leaf.getValue());
            }
        });
    }

    @Test
    void aFactorBesideThePanelOfAnIndicatorComesAfterCombining() {
        forAll(8, (drawn, random) -> {
            RandomJury jury = drawn.ofOneMark();
            UnitResult unit = Sheets.only(Standards.of(jury.yamlOnIndicator()), jury.sheet());
            PlainJury oracle = new PlainJury(jury);
            assertThat(unit.totals() == null).isEqualTo(oracle.isTooFew());
            if (!oracle.isTooFew()) {
                assertThat(unit.indicator("m0").orElseThrow().score()).isEqualTo(oracle.total());
            }
        });
    }

    @Test
    void theOrderOfAssessorsChangesNoNumber() {
        forAll(2, (jury, random) -> {
            List<Judge> shuffled = new ArrayList<>(jury.judges());
            Collections.shuffle(shuffled, random);
            UnitResult one = evaluate(jury);
            UnitResult other = evaluate(jury.with(shuffled));
            assertThat(other.totals()).isEqualTo(one.totals());
            one.indicators()
                    .forEach(leaf -> assertThat(
                                    other.indicator(leaf.id()).orElseThrow().score())
                            .isEqualTo(leaf.score()));
        });
    }

    @Test
    void whoIsAwayIsAsIfNotThere() {
        forAll(3, (jury, random) -> {
            UnitResult all = evaluate(jury);
            List<Judge> present = jury.judges().stream()
                    .filter(judge -> judge.away().isEmpty())
                    .toList();
            if (!present.isEmpty()) {
                assertThat(evaluate(jury.with(present)).totals()).isEqualTo(all.totals());
            }
        });
    }

    @Test
    void theCombinedSumIsWithinTheSumsThatAreKept() {
        forAll(4, (jury, random) -> {
            PanelResult panel = panel(evaluate(jury));
            if (panel.exact() != null) {
                List<Rational> kept = panel.judges().stream()
                        .filter(judge -> judge.share().signum() > 0)
                        .map(judge -> Objects.requireNonNull(judge.sum()))
                        .toList();
                assertThat(panel.exact())
                        .isGreaterThanOrEqualTo(
                                kept.stream().reduce(Rational::min).orElseThrow())
                        .isLessThanOrEqualTo(kept.stream().reduce(Rational::max).orElseThrow());
            }
        });
    }

    @Test
    void contributionsAddUpToTheTotalWhereNothingIsRounded() {
        forAll(5, (jury, random) -> {
            UnitResult unit = evaluate(jury.unrounded());
            if (unit.totals() != null) {
                Rational sum =
                        unit.indicators().map(IndicatorResult::contribution).reduce(Rational.ZERO, Rational::plus);
                Rational most = unit.indicators().map(IndicatorResult::most).reduce(Rational.ZERO, Rational::plus);
                assertThat(sum).isEqualTo(base(unit));
                assertThat(most).isEqualTo(jury.total());
            }
        });
    }

    @Test
    void aHigherMarkOfOneAssessorNeverLowersTheTotal() {
        forAll(6, (jury, random) -> {
            UnitResult before = evaluate(jury);
            List<Judge> judges = new ArrayList<>(jury.judges());
            int at = random.nextInt(judges.size());
            judges.set(at, judges.get(at).with(random.nextInt(jury.leaves()), Rational.of(10)));
            UnitResult after = evaluate(jury.with(judges));
            if (before.totals() != null) {
                assertThat(base(after)).isGreaterThanOrEqualTo(base(before));
            }
        });
    }

    @Test
    void whatIsRecomputedFromTheResultIsTheSame() {
        forAll(7, (jury, random) -> {
            var standard = Standards.of(jury.yaml());
            UnitResult unit = evaluate(jury);
            UnitResult again = new Evaluator(standard).evaluate(Filing.of(standard, unit));
            assertThat(again.areas()).isEqualTo(unit.areas());
            assertThat(again.totals()).isEqualTo(unit.totals());
            assertThat(again.panel()).isEqualTo(unit.panel());
        });
    }
}
