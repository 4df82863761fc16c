package guifan.evaluate;

import static guifan.evaluate.RandomCases.evaluate;
import static guifan.evaluate.RandomCases.forAll;
import static guifan.evaluate.RandomCases.numbers;
import static guifan.evaluate.RandomCases.only;
import static guifan.evaluate.RandomCases.outcome;
import static guifan.evaluate.RandomCases.ranks;
import static guifan.evaluate.RandomCases.sum;
import static guifan.evaluate.RandomCases.summary;
import static guifan.evaluate.RandomCases.total;
import static guifan.evaluate.RandomCases.totals;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.RandomStandard.Row;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.number.Rational;
import guifan.standard.Grades;
import guifan.standard.Standards;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of every standard and every sheet, tried on made-up ones and against pencil and paper. */
class PropertiesTest {

    @Test
    void everyNumberIsWhatPencilAndPaperGive() {
        forAll(1, (standard, random) -> {
            PlainOracle oracle = new PlainOracle(standard);
            List<Row> rows = standard.rows(random, 6);
            List<UnitResult> units = evaluate(standard, rows);
            for (int i = 0; i < rows.size(); i++) {
                PlainOracle.Result expected = oracle.evaluate(rows.get(i));
                UnitResult unit = units.get(i);
                assertThat(numbers(unit, IndicatorResult::score)).isEqualTo(expected.scores());
                assertThat(numbers(unit, IndicatorResult::possible)).isEqualTo(expected.possible());
                assertThat(unit.totals() != null).isEqualTo(expected.scored());
                if (expected.scored()) {
                    assertThat(numbers(unit, IndicatorResult::contribution)).isEqualTo(expected.contributions());
                    assertThat(totals(unit).exact()).isEqualTo(expected.exact());
                    assertThat(total(unit)).isEqualTo(expected.total());
                    assertThat(outcome(unit).grade()).isEqualTo(expected.grade());
                }
            }
        });
    }

    @Test
    void everyRankIsFoundByCountingWhoIsBetter() {
        forAll(2, (standard, random) -> {
            PlainOracle oracle = new PlainOracle(standard);
            List<Row> rows = standard.rows(random, 9).stream()
                    .filter(row -> oracle.evaluate(row).scored())
                    .toList();
            List<Rational> expected =
                    oracle.ranks(rows.stream().map(oracle::evaluate).toList());
            assertThat(evaluate(standard, rows))
                    .extracting(unit -> outcome(unit).rank())
                    .isEqualTo(expected);
            if (standard.ties().equals("average")) {
                assertThat(sum(expected.stream())).isEqualTo(Rational.of((long) rows.size() * (rows.size() + 1), 2));
            }
        });
    }

    @Test
    void theOrderOfRowsColumnsKeysAreasAndIndicatorsChangesNoNumber() {
        forAll(3, (standard, random) -> {
            List<Row> rows = standard.rows(random, 5);
            Map<String, String> expected = summary(evaluate(standard, rows));
            List<UnitResult> shuffled =
                    Sheets.evaluate(Standards.of(standard.yaml(random)), standard.sheet(rows, random));
            assertThat(summary(shuffled)).isEqualTo(expected);
        });
    }

    @Test
    void noUnitChangesTheTotalOrTheGradeOfAnother() {
        forAll(4, (standard, random) -> {
            List<Row> rows = standard.rows(random, 4);
            List<UnitResult> together = evaluate(standard, rows);
            for (int i = 0; i < rows.size(); i++) {
                UnitResult alone = evaluate(standard, List.of(rows.get(i))).get(0);
                UnitResult among = together.get(i);
                assertThat(alone.totals()).isEqualTo(among.totals());
                assertThat(numbers(alone, IndicatorResult::contribution))
                        .isEqualTo(numbers(among, IndicatorResult::contribution));
                if (alone.outcome() != null) {
                    assertThat(outcome(alone).grade()).isEqualTo(outcome(among).grade());
                }
            }
        });
    }

    @Test
    void withATwinOfEveryUnitNoTotalChangesAndRanksFollow() {
        forAll(18, (standard, random) -> {
            List<Row> rows = standard.rows(random, 5);
            Stream<Row> twins = rows.stream()
                    .map(row ->
                            new Row(row.unit() + "二", row.kind(), row.cells(), row.bonus(), row.penalty(), row.veto()));
            List<UnitResult> once = evaluate(standard, rows);
            List<UnitResult> twice =
                    evaluate(standard, Stream.concat(rows.stream(), twins).toList());
            for (int i = 0; i < twice.size(); i++) {
                UnitResult before = once.get(i % rows.size());
                assertThat(twice.get(i).totals()).isEqualTo(before.totals());
                if (before.outcome() != null) {
                    Rational rank = outcome(before).rank();
                    Rational doubled = rank.times(Rational.of(2));
                    assertThat(outcome(twice.get(i)).grade())
                            .isEqualTo(outcome(before).grade());
                    assertThat(outcome(twice.get(i)).rank())
                            .isEqualTo(
                                    switch (standard.ties()) {
                                        case "share" -> doubled.minus(Rational.ONE);
                                        case "average" -> doubled.minus(Rational.of(1, 2));
                                        default -> rank;
                                    });
                }
            }
        });
    }

    @Test
    void removingAUnitMovesUpExactlyThoseBelowIt() {
        forAll(14, (standard, random) -> {
            if (!standard.ties().equals("share")) {
                return;
            }
            List<Row> rows = standard.rows(random, 6);
            Map<String, Rational> before = ranks(evaluate(standard, rows));
            Row gone = rows.get(random.nextInt(rows.size()));
            Rational rank = before.get(gone.unit());
            Map<String, Rational> after = ranks(
                    evaluate(standard, rows.stream().filter(row -> row != gone).toList()));
            after.forEach((unit, now) -> {
                Rational then = Objects.requireNonNull(before.get(unit));
                boolean below = rank != null && then.compareTo(rank) > 0;
                assertThat(now).isEqualTo(below ? then.minus(Rational.ONE) : then);
            });
        });
    }

    @Test
    void everyValueOnTheGridHasOneGradeAndAHigherOneNoWorse() {
        forAll(15, (standard, random) -> {
            Grades grades = Standards.of(standard.yaml(null)).grades();
            PlainOracle oracle = new PlainOracle(standard);
            int before = 2;
            Rational step = Rational.of(1, 100);
            for (Rational value = Rational.ZERO; value.compareTo(standard.total()) <= 0; value = value.plus(step)) {
                int grade = grades.reached(value);
                assertThat(grade).isEqualTo(oracle.grade(value, false)).isLessThanOrEqualTo(before);
                before = grade;
            }
        });
    }

    @Test
    void onABoundTheBetterGradeIsReachedAndJustBelowItIsNot() {
        forAll(16, (standard, random) -> {
            Grades grades = Standards.of(standard.yaml(null)).grades();
            for (int grade = 0; grade < 2; grade++) {
                Rational bound = standard.bounds().get(grade);
                Rational hair = Rational.of(1, 1_000_000_000_000_000_000L);
                assertThat(grades.reached(bound)).isEqualTo(grade);
                assertThat(grades.reached(bound.plus(hair))).isEqualTo(grade);
                assertThat(grades.reached(bound.minus(hair))).isEqualTo(grade + 1);
            }
        });
    }

    @Test
    void aVetoOnlyLowersTheGradeAndIsNamed() {
        forAll(17, (standard, random) -> {
            Row row = standard.row(random, "甲");
            UnitResult free = only(standard, new Row("甲", row.kind(), row.cells(), row.bonus(), row.penalty(), "否"));
            UnitResult vetoed = only(standard, new Row("甲", row.kind(), row.cells(), row.bonus(), row.penalty(), "是"));
            assertThat(vetoed.totals()).isEqualTo(free.totals());
            if (free.totals() != null) {
                Outcome outcome = outcome(vetoed);
                assertThat(outcome(free).grade())
                        .isEqualTo(outcome(free).reached())
                        .isEqualTo(outcome.reached());
                assertThat(outcome.grade()).isEqualTo(Math.max(outcome.reached(), 1));
                assertThat(outcome.caps()).containsExactly("cap");
                assertThat(outcome(free).caps()).isEmpty();
            }
        });
    }

    @Test
    void roundingOnceMoreChangesNothing() {
        forAll(13, (standard, random) -> {
            PlainOracle oracle = new PlainOracle(standard);
            evaluate(standard, standard.rows(random, 3)).stream()
                    .filter(unit -> unit.totals() != null)
                    .forEach(unit -> assertThat(oracle.round(3, total(unit))).isEqualTo(total(unit)));
        });
    }
}
