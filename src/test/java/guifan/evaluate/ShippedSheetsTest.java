package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sheets of the examples, with facts that can be checked by hand. */
class ShippedSheetsTest {

    private static final List<String> GRADES = List.of("优秀", "良好", "合格");

    @ParameterizedTest
    @CsvSource({"2018, 2018, 3, 9, 5", "2019, 2019, 4, 8, 5", "2019, 2020, 6, 7, 4"})
    void everyYearHasSeventeenUnitsAndAllThreeGrades(String standard, int year, int excellent, int good, int passed)
            throws IOException {
        Evaluation evaluation = evaluate(standard, year);
        assertThat(evaluation.units()).hasSize(17);
        assertThat(evaluation.year()).isEqualTo(year);
        List<String> grades =
                evaluation.units().stream().map(ShippedSheetsTest::grade).toList();
        assertThat(grades.stream().filter("优秀"::equals)).hasSize(excellent);
        assertThat(grades.stream().filter("良好"::equals)).hasSize(good);
        assertThat(grades.stream().filter("合格"::equals)).hasSize(passed);
    }

    @ParameterizedTest
    @CsvSource({
        "2018, 2018, 水步镇, 93.25, 1.5, 0, 94.75, 优秀, 1",
        "2018, 2018, 都斛镇, 80, 0, 0, 80, 良好, 12",
        "2018, 2018, 四九镇, 86.625, 0, 0, 86.63, 良好, 6",
        "2018, 2018, 汶村镇, 75.75, 0, 0.2, 75.55, 合格, 15",
        "2019, 2019, 四九镇, 88.5, 1.5, 0, 90, 优秀, 4",
        "2019.0, 2019, 四九镇, 88.4, 1.5, 0, 89.9, 良好, 4",
        "2019, 2019, 都斛镇, 80, 0, 0, 80, 良好, 13",
        "2019, 2019, 北陡镇, 42593/600, 0, 1, 69.99, 合格, 17",
        "2019, 2020, 三合镇, 89.995, 0, 0, 90, 优秀, 7",
        "2019, 2020, 赤溪镇, 79, 1, 0, 80, 良好, 14"
    })
    void totalsOnAndBesideTheBoundsAreExact(
            String standard,
            int year,
            String unit,
            String base,
            String bonus,
            String penalty,
            String total,
            String grade,
            String rank)
            throws IOException {
        UnitResult result = unit(standard, year, unit);
        Totals totals = totals(result);
        assertThat(totals.base()).hasToString(base);
        assertThat(totals.bonus()).hasToString(bonus);
        assertThat(totals.penalty()).hasToString(penalty);
        assertThat(totals.finalTotal()).hasToString(total);
        assertThat(grade(result)).isEqualTo(grade);
        assertThat(outcome(result).rank()).hasToString(rank);
    }

    @ParameterizedTest
    @CsvSource({
        "2018, 2018, 73.75, 85, 86.76",
        "2019, 2019, 75, 82, 91.46",
        "2019.0, 2019, 73.8, 80, 92.25",
        "2019, 2020, 75.28, 82, 92.8"
    })
    void theSubdistrictIsRebased(String standard, int year, String raw, String possible, String total)
            throws IOException {
        UnitResult street = unit(standard, year, "台城街道");
        assertThat(totals(street).raw()).hasToString(raw);
        assertThat(totals(street).possible()).hasToString(possible);
        assertThat(totals(street).exact())
                .isEqualTo(totals(street)
                        .raw()
                        .times(Rational.HUNDRED)
                        .dividedBy(totals(street).possible()));
        assertThat(totals(street).finalTotal()).hasToString(total);
    }

    @ParameterizedTest
    @CsvSource({"2018, 冲蒌镇, 78.25, 13", "2018, 赤溪镇, 78.25, 13", "2018, 汶村镇, 75.55, 15"})
    void equalTotalsThatTheChainDoesNotPartShareTheirRank(int year, String unit, String total, String rank)
            throws IOException {
        UnitResult result = unit("2018", year, unit);
        assertThat(totals(result).finalTotal()).hasToString(total);
        assertThat(outcome(result).rank()).hasToString(rank);
        assertThat(outcome(result).tied()).isEqualTo(rank.equals("13"));
    }

    @Test
    void equalTotalsArePartedByTheWorkWithDeputies() throws IOException {
        Evaluation evaluation = evaluate("2019", 2020);
        UnitResult first = evaluation.unit("都斛镇").orElseThrow();
        UnitResult second = evaluation.unit("斗山镇").orElseThrow();
        assertThat(totals(first).finalTotal())
                .isEqualTo(totals(second).finalTotal())
                .hasToString("86.35");
        assertThat(first.area("super").orElseThrow().score())
                .isEqualTo(second.area("super").orElseThrow().score());
        assertThat(first.area("deputy").orElseThrow().score()).hasToString("17");
        assertThat(second.area("deputy").orElseThrow().score()).hasToString("14.2");
        assertThat(outcome(first).rank()).hasToString("10");
        assertThat(outcome(second).rank()).hasToString("11");
        assertThat(outcome(first).decidedBy()).isEqualTo("deputy");
    }

    @ParameterizedTest
    @CsvSource({
        "2019, 海宴镇, cap-quorum, 81.21, 良好, 合格, 11",
        "2020, 广海镇, veto, 91.63, 优秀, 良好, 6",
        "2020, 海宴镇, cap-false, 80.99, 良好, 合格, 13"
    })
    void aCapLowersTheGradeAndLeavesTheRank(
            int year, String unit, String cap, String total, String reached, String grade, String rank)
            throws IOException {
        UnitResult result = unit("2019", year, unit);
        assertThat(outcome(result).caps()).containsExactly(cap);
        assertThat(totals(result).finalTotal()).hasToString(total);
        assertThat(GRADES.get(outcome(result).reached())).isEqualTo(reached);
        assertThat(grade(result)).isEqualTo(grade);
        assertThat(outcome(result).rank()).hasToString(rank);
    }

    @Test
    void bonusesStopAtTheirCap() throws IOException {
        Totals totals = totals(unit("2019", 2019, "川岛镇"));
        assertThat(totals.bonusBeforeCap()).hasToString("5.5");
        assertThat(totals.bonus()).hasToString("5");
        assertThat(totals.finalTotal()).hasToString("87.9");
    }

    @Test
    void falseMaterialCostsTwoPointsAndTheIndicator() throws IOException {
        UnitResult unit = unit("2019", 2020, "海宴镇");
        assertThat(totals(unit).penalty()).hasToString("2");
        assertThat(unit.indicators().filter(one -> one.basis() == UnitResult.Basis.FALSE_MATERIAL))
                .hasSize(1)
                .allMatch(one -> one.score().isZero());
    }

    @ParameterizedTest
    @CsvSource({"2018, 2018", "2019, 2019", "2019.0, 2019", "2019, 2020"})
    void theContributionsOfEveryUnitAddUpToItsBase(String standard, int year) throws IOException {
        for (UnitResult unit : evaluate(standard, year).units()) {
            Rational sum = unit.indicators().map(IndicatorResult::contribution).reduce(Rational.ZERO, Rational::plus);
            assertThat(sum).as(unit.unit()).isEqualTo(totals(unit).base());
            Rational most = unit.indicators().map(IndicatorResult::most).reduce(Rational.ZERO, Rational::plus);
            assertThat(most).as(unit.unit()).isEqualTo(Rational.HUNDRED);
        }
    }

    @Test
    void theTextAsIssuedWarnsOfTheColumnThatItDoesNotKnow() throws IOException {
        Problems problems = new Problems();
        evaluate("2019.0", 2019, problems);
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("ignored-column");
        assertThat(problems.all().get(0).message().zh()).contains("规范民生实事项目票决");
    }

    private static Evaluation evaluate(String standard, int year) throws IOException {
        return evaluate(standard, year, new Problems());
    }

    private static Evaluation evaluate(String standard, int year, Problems problems) throws IOException {
        SheetSet sheets = new SheetSet(problems);
        Path file = Path.of("examples", String.valueOf(year), "scores.csv");
        sheets.add(InputFile.of("scores.csv", Files.readAllBytes(file)), null);
        Evaluation evaluation =
                sheets.evaluate(Standards.shipped(standard), sheets.year().orElseThrow());
        assertThat(problems.all()).noneMatch(one -> one.severity() == Severity.ERROR);
        return evaluation;
    }

    private static UnitResult unit(String standard, int year, String unit) throws IOException {
        return evaluate(standard, year).unit(unit).orElseThrow();
    }

    private static Totals totals(UnitResult unit) {
        return Objects.requireNonNull(unit.totals());
    }

    private static Outcome outcome(UnitResult unit) {
        return Objects.requireNonNull(unit.outcome());
    }

    private static String grade(UnitResult unit) {
        return GRADES.get(outcome(unit).grade());
    }
}
