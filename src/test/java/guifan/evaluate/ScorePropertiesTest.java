package guifan.evaluate;

import static guifan.evaluate.RandomCases.each;
import static guifan.evaluate.RandomCases.forAll;
import static guifan.evaluate.RandomCases.only;
import static guifan.evaluate.RandomCases.outcome;
import static guifan.evaluate.RandomCases.sum;
import static guifan.evaluate.RandomCases.total;
import static guifan.evaluate.RandomCases.totalOrZero;
import static guifan.evaluate.RandomCases.totals;
import static guifan.evaluate.RandomCases.without;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.RandomStandard.Row;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.standard.Standards;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of every score: its bounds, its direction, what is left out, and how the parts add up. */
class ScorePropertiesTest {

    @Test
    void theBestAnswersReachFullMarksAndTheWorstNone() {
        forAll(5, (standard, random) -> {
            for (String kind : List.of("镇", "街道")) {
                UnitResult best = only(standard, standard.extreme("甲", kind, true));
                UnitResult worst = only(standard, standard.extreme("甲", kind, false));
                if (best.totals() != null) {
                    boolean roundedAreas =
                            standard.roundTo().get(1) >= 0 || standard.roundTo().get(0) >= 0;
                    if (!roundedAreas) {
                        assertThat(totals(best).exact()).isEqualTo(standard.total());
                    }
                    boolean given = standard.notApplicable().equals("full") && kind.equals("街道");
                    assertThat(given || totals(worst).exact().isZero()).isTrue();
                }
            }
        });
    }

    @Test
    void bonusesRaiseUpToTheirCapAndPenaltiesLowerDownToNothing() {
        forAll(6, (standard, random) -> {
            Row row = standard.row(random, "甲");
            Rational before = null;
            for (int bonus = 0; bonus < 6; bonus++) {
                Row with = new Row("甲", row.kind(), row.cells(), String.valueOf(bonus), row.penalty(), row.veto());
                Rational now = totalOrZero(standard, with);
                assertThat(now).isLessThanOrEqualTo(standard.total().plus(standard.bonusCap()));
                assertThat(before == null || now.compareTo(before) >= 0).isTrue();
                before = now;
            }
            before = standard.total().plus(standard.bonusCap());
            for (int penalty = 0; penalty < 300; penalty += 60) {
                Row with = new Row("甲", row.kind(), row.cells(), "9", String.valueOf(penalty), row.veto());
                Rational now = totalOrZero(standard, with);
                assertThat(now.signum()).isNotNegative();
                assertThat(now).isLessThanOrEqualTo(before);
                before = now;
            }
        });
    }

    @Test
    void aBetterAnswerNeverLowersTheTotalOrTheGrade() {
        forAll(7, (standard, random) -> {
            Row row = standard.row(random, "甲");
            int index = random.nextInt(row.cells().size());
            RandomLeaf leaf = standard.leaves().get(index);
            List<String> rising = leaf.rising();
            if (leaf.townsOnly() && row.kind().equals("街道")) {
                return;
            }
            UnitResult before = only(standard, row.with(index, "未报"));
            for (String cell : rising) {
                UnitResult now = only(standard, row.with(index, cell));
                assertThat(total(now)).isGreaterThanOrEqualTo(total(before));
                assertThat(outcome(now).grade())
                        .isLessThanOrEqualTo(outcome(before).grade());
                before = now;
            }
        });
    }

    @Test
    void aBlankThatCountsAsNothingScoresLikeTheWorstAnswer() {
        forAll(8, (standard, random) -> {
            RandomStandard lenient = each(standard, leaf -> leaf.with(false, "zero"));
            Row row = lenient.row(random, "甲");
            int index = random.nextInt(row.cells().size());
            String worst = lenient.leaves().get(index).extreme(false);
            assertThat(only(lenient, row.with(index, "")).totals())
                    .isEqualTo(only(lenient, row.with(index, worst)).totals());
        });
    }

    @Test
    void everyBlankThatIsAnErrorIsTold() {
        forAll(9, (standard, random) -> {
            RandomStandard strict = each(standard, leaf -> leaf.with(false, null));
            Row row = strict.extreme("甲", "镇", true);
            int blanks = 0;
            for (int i = 0; i < row.cells().size(); i++) {
                if (random.nextBoolean()) {
                    row = row.with(i, "");
                    blanks++;
                }
            }
            assertThat(Sheets.errors(Standards.of(strict.yaml(null)), strict.sheet(List.of(row), null)))
                    .hasSize(blanks)
                    .allMatch(one -> one.contains(" blank "));
        });
    }

    @Test
    void whatIsLeftOutIsAsIfItWereNotInTheStandard() {
        forAll(10, (standard, random) -> {
            RandomStandard lenient =
                    each(standard.with("total", RandomCases.EXACT), leaf -> leaf.with(false, "exclude"));
            Row row = lenient.row(random, "甲");
            List<Boolean> kept =
                    row.cells().stream().map(cell -> !cell.isEmpty()).toList();
            if (!kept.contains(true)) {
                assertThat(only(lenient, row).totals()).isNull();
                return;
            }
            Totals all = totals(only(lenient, row));
            Totals rest = totals(only(without(lenient, kept), without(row, kept)));
            assertThat(all.raw()).isEqualTo(rest.raw());
            assertThat(all.possible()).isEqualTo(rest.possible());
            assertThat(all.exact().dividedBy(lenient.total()))
                    .isEqualTo(rest.exact().dividedBy(rest.possible()));
        });
    }

    @Test
    void whatAppliesToNobodyIsAsIfItWereNotInTheStandard() {
        forAll(11, (standard, random) -> {
            RandomStandard some =
                    each(standard.with("total", RandomCases.EXACT), leaf -> leaf.with(random.nextBoolean(), null));
            List<Boolean> kept =
                    some.leaves().stream().map(leaf -> !leaf.townsOnly()).toList();
            Row row = some.extreme("甲", "街道", true);
            for (int i = 0; i < kept.size(); i++) {
                if (kept.get(i)) {
                    row = row.with(i, some.leaves().get(i).randomCell(random, "镇"));
                }
            }
            if (kept.contains(true)) {
                Totals all = totals(only(some, row));
                Totals rest = totals(only(without(some, kept), without(row, kept)));
                assertThat(all.exact().dividedBy(some.total()))
                        .isEqualTo(rest.exact().dividedBy(rest.possible()));
            } else {
                assertThat(only(some, row).totals()).isNull();
            }
        });
    }

    @Test
    void contributionsAndLossesAddUpExactly() {
        forAll(12, (standard, random) -> {
            UnitResult unit =
                    only(standard.with(standard.notApplicable(), RandomCases.EXACT), standard.row(random, "甲"));
            if (unit.totals() == null) {
                return;
            }
            Totals totals = totals(unit);
            assertThat(sum(unit.indicators().map(IndicatorResult::contribution)))
                    .isEqualTo(totals.exact());
            assertThat(sum(unit.indicators().map(IndicatorResult::most))).isEqualTo(standard.total());
            assertThat(sum(unit.indicators().map(IndicatorResult::lost)))
                    .isEqualTo(standard.total().minus(totals.exact()));
            assertThat(sum(unit.adjustments().stream()
                            .filter(AdjustmentResult::penalty)
                            .map(AdjustmentResult::points)))
                    .isEqualTo(totals.penaltyBeforeCap());
            Rational adjusted = totals.exact().plus(totals.bonus()).minus(totals.penalty());
            assertThat(totals.exactFinal()).isEqualTo(adjusted.max(Rational.ZERO));
        });
    }
}
