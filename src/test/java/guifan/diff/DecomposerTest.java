package guifan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.diff.LineEffect.Kind;
import guifan.evaluate.Evaluation;
import guifan.evaluate.UnitResult;
import guifan.number.Rational;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecomposerTest {

    @ParameterizedTest
    @CsvSource({"2018,2019", "2018,2020", "2019,2020", "2019,2018", "2020,2018", "2020,2019", "2019,2019"})
    void thePartsAddUpExactlyForEveryUnitOfTheExamples(int before, int after) {
        List<Decomposition> all = decompose(before, after);
        assertThat(all).hasSize(17);
        for (Decomposition one : all) {
            Rational sum = Rational.ZERO;
            for (Effect effect : Effect.values()) {
                sum = sum.plus(one.part(effect));
            }
            assertThat(sum).isEqualTo(one.after().minus(one.before()));
            assertThat(one.part(Effect.WORK).plus(one.standard()).plus(one.part(Effect.INCOMPARABLE)))
                    .isEqualTo(sum);
        }
    }

    @ParameterizedTest
    @CsvSource({"2018,2019", "2018,2020"})
    void theLinesAddUpToTheDifferenceOfTheBaseTotals(int before, int after) {
        Evaluation old = Results.of(before);
        Evaluation now = Results.of(after);
        List<Decomposition> all = decompose(before, after);
        for (int i = 0; i < all.size(); i++) {
            Rational sum = Rational.ZERO;
            for (LineEffect line : all.get(i).lines()) {
                for (Effect effect : Effect.values()) {
                    sum = sum.plus(line.effect(effect));
                }
            }
            assertThat(sum).isEqualTo(exact(now, i).minus(exact(old, i)));
        }
    }

    private static Rational exact(Evaluation evaluation, int unit) {
        return Objects.requireNonNull(evaluation.units().get(unit).totals()).exact();
    }

    @ParameterizedTest
    @CsvSource({"2018,2019", "2018,2020", "2019,2020"})
    void backwardsEveryPartChangesItsSign(int before, int after) {
        List<Decomposition> there = decompose(before, after);
        List<Decomposition> back = decompose(after, before);
        for (int i = 0; i < there.size(); i++) {
            for (Effect effect : Effect.values()) {
                assertThat(back.get(i).part(effect))
                        .as("%s of %s", effect, i)
                        .isEqualTo(there.get(i).part(effect).negate());
            }
        }
    }

    @Test
    void byTheSameRulesEverythingIsWork() {
        for (Decomposition one : decompose(2019, 2020)) {
            assertThat(one.part(Effect.WORK)).isEqualTo(one.after().minus(one.before()));
            assertThat(one.standard()).isEqualTo(Rational.ZERO);
        }
    }

    /**
     * Inspections of 2018 are the law checks and the inspections of 2019 together; 4 are asked, each missing one takes
     * 2.
     */
    @Test
    void anOlderMeasureIsTheSumOfNewerOnes() {
        Decomposition baisha = of("白沙镇", decompose(2018, 2019));
        LineEffect line = line(baisha, "super-inspect");
        assertThat(line.kind()).isEqualTo(Kind.COMPARABLE);
        assertThat(line.after()).containsExactly("super-lawcheck", "super-inspect");
        UnitResult now = Results.of(2019).unit("白沙镇").orElseThrow();
        Rational held = Objects.requireNonNull(
                        now.indicator("super-lawcheck").orElseThrow().measure())
                .plus(Objects.requireNonNull(
                        now.indicator("super-inspect").orElseThrow().measure()));
        Rational missing = Rational.of(4).minus(held).max(Rational.ZERO);
        assertThat(line.derived()).isEqualTo(Rational.of(8).minus(missing.times(Rational.of(2))));
    }

    @Test
    void whatDoesNotFollowIsNotComparableAndWhatIsNewIsStructure() {
        Decomposition baisha = of("白沙镇", decompose(2018, 2019));
        assertThat(line(baisha, "super-review").kind()).isEqualTo(Kind.INCOMPARABLE);
        assertThat(line(baisha, "super-review").after()).containsExactly("super-review", "super-inquiry", "super-meet");
        assertThat(newLine(baisha, "recess-meet").kind()).isEqualTo(Kind.ADDED);
        assertThat(newLine(baisha, "recess-meet").effect(Effect.INCOMPARABLE)).isEqualTo(Rational.ZERO);
        assertThat(newLine(baisha, "session-attend").kind()).isEqualTo(Kind.INCOMPARABLE);
    }

    /** 会议组织规范 applied to subdistricts in 2018, none of its successors does. */
    @Test
    void theCrosswalkIsReadByKindOfUnit() {
        Decomposition subdistrict = of("台城街道", decompose(2018, 2019));
        assertThat(line(subdistrict, "session-norm").kind()).isEqualTo(Kind.RETIRED);
        assertThat(line(of("白沙镇", decompose(2018, 2019)), "session-norm").kind())
                .isEqualTo(Kind.INCOMPARABLE);
    }

    @Test
    void anEditionWithoutCrosswalkIsNotTakenApart() {
        Standard stranger = Standards.of(Standards.area("id: plan, name: 计划, points: 100, rule: {kind: yes-no}"));
        assertThat(Decomposer.of(stranger, Standards.shipped("2019"))).isEmpty();
        assertThat(Decomposer.of(Standards.shipped("2018"), Standards.shipped("2019.0")))
                .isPresent();
    }

    private static Decomposition of(String unit, List<Decomposition> all) {
        List<String> names =
                Results.of(2019).units().stream().map(UnitResult::unit).toList();
        return all.get(names.indexOf(unit));
    }

    private static LineEffect line(Decomposition one, String before) {
        return one.lines().stream()
                .filter(line -> line.before().contains(before))
                .findFirst()
                .orElseThrow();
    }

    private static LineEffect newLine(Decomposition one, String after) {
        return one.lines().stream()
                .filter(line -> line.after().contains(after))
                .findFirst()
                .orElseThrow();
    }

    private static List<Decomposition> decompose(int before, int after) {
        Evaluation old = Results.of(before);
        Evaluation now = Results.of(after);
        Decomposer decomposer = Decomposer.of(
                        Standards.shipped(old.standard().id()),
                        Standards.shipped(now.standard().id()))
                .orElseThrow();
        return old.units().stream()
                .map(unit -> decomposer
                        .decompose(unit, now.unit(unit.unit()).orElseThrow())
                        .orElseThrow())
                .toList();
    }
}
