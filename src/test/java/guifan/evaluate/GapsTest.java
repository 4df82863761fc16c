package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic.Severity;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A unit or sheet that nobody filled in is told in one message, a few blanks cell by cell. */
class GapsTest {

    private static final int INDICATORS = 20;

    private static final Standard STANDARD = Standards.of(Standards.area(IntStream.range(0, INDICATORS)
            .mapToObj(i -> "id: c%s, name: 次%s, points: 5, %smeasured-in: 次, rule: {kind: count, each: 1}"
                    .formatted(i, i, i == 0 ? "applies-to: [镇], " : ""))
            .toArray(String[]::new)));

    private static final String HEADER = "单位,类别,"
            + IntStream.range(0, INDICATORS).mapToObj(i -> "次" + i + "（次）").collect(Collectors.joining(",")) + "\n";

    private static String row(String unit, String kind, int blanks) {
        return unit + "," + kind + ",".repeat(blanks) + ",3".repeat(INDICATORS - blanks) + "\n";
    }

    private static final String CURE = "write 0 where there was none, 未报 for what was not reported";

    @Test
    void aSheetThatNobodyFilledInIsToldOnce() {
        String street = "乙街道,街道,不适用" + ",".repeat(INDICATORS - 1) + "\n";
        assertThat(Sheets.errors(STANDARD, HEADER + row("甲镇", "镇", INDICATORS) + street))
                .containsExactly("1!0 sheet-blank nothing is filled in: not one of 2 units filled in anything"
                        + " (甲镇、乙街道); " + CURE);
    }

    @Test
    void aUnitThatFilledInNothingIsToldOnceInItsRow() {
        assertThat(Sheets.errors(STANDARD, HEADER + row("甲镇", "镇", INDICATORS) + row("乙镇", "镇", 0)))
                .containsExactly("1!2 unit-blank 甲镇 filled in none of its 20 measures; " + CURE
                        + "; to grade the other units, use --partial");
    }

    @Test
    void sheetsOfTwoFilesAreToldApart() {
        assertThat(Sheets.errors(
                        STANDARD,
                        HEADER + row("甲镇", "镇", INDICATORS) + row("乙镇", "镇", INDICATORS),
                        HEADER + row("丙镇", "镇", 0) + row("丁镇", "镇", INDICATORS)))
                .hasSize(2)
                .anySatisfy(
                        told -> assertThat(told).startsWith("1!0 sheet-blank").contains("甲镇、乙镇"))
                .anySatisfy(
                        told -> assertThat(told).startsWith("2!3 unit-blank").contains("丁镇"));
    }

    @Test
    void theSheetOfOneUnitThatIsUntouchedIsToldOnce() {
        String rows = IntStream.range(0, INDICATORS)
                .mapToObj(i -> "c" + i + ",次" + i + ",\n")
                .collect(Collectors.joining());
        assertThat(Sheets.errors(STANDARD, "单位：甲镇,,\n类别：镇,,\n指标代码,指标/子项,自评实绩\n" + rows))
                .containsExactly("1!A1 unit-blank 甲镇 filled in none of its 20 measures; " + CURE
                        + "; to grade the other units, use --partial");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "10, 10", "11, 1", "19, 1"})
    void manyBlanksOfAUnitAreToldInOneMessage(int blanks, int messages) {
        assertThat(Sheets.errors(STANDARD, HEADER + row("甲镇", "镇", blanks)))
                .hasSize(messages)
                .allMatch(told -> told.contains(" blank "));
    }

    @Test
    void manyBlanksAreNamedWithTheirColumns() {
        assertThat(Sheets.errors(STANDARD, HEADER + row("甲镇", "镇", 11)))
                .first()
                .asString()
                .startsWith("1!2 blank 甲镇 left 11 blank: column C \"次0（次）\", column D \"次1（次）\",")
                .endsWith("column M \"次10（次）\"; " + CURE);
    }

    @Test
    void whatElseIsWrongWithAnAlmostBlankRowIsToldToo() {
        String row = "甲镇,镇,二" + ",".repeat(INDICATORS - 1) + "\n";
        assertThat(Sheets.errors(STANDARD, HEADER + row))
                .hasSize(2)
                .anySatisfy(told -> assertThat(told).startsWith("1!C2 not-a-number"))
                .anySatisfy(told -> assertThat(told).startsWith("1!2 blank 甲镇 left 19 blank"));
    }

    @Test
    void whereOthersAreGradedAnUntouchedRowIsTheReasonOfItsUnit() {
        Handed handed =
                Handed.in().with("a.csv", HEADER + row("甲镇", "镇", INDICATORS) + row("乙镇", "镇", 0) + row("丙镇", "镇", 12));
        Evaluation evaluation = handed.evaluatePartly(STANDARD);
        assertThat(evaluation.units()).extracting(UnitResult::unit).containsExactly("乙镇");
        assertThat(evaluation.unrated())
                .extracting(one -> one.unit() + " " + one.first().code() + " "
                        + one.first().message().zh().replaceAll("：.*", "")
                        + one.reasons().size())
                .containsExactly("甲镇 unit-blank 甲镇 的 20 项一项也没有填；没有的填 0，确未报送的填“未报”1", "丙镇 blank 丙镇 有 12 项未填1");
    }

    @Test
    void aStandardWithOneMeasureSaysWhatBelongsThere() {
        Standard one = Standards.of(Standards.area("id: a, name: 甲, points: 100, rule: {kind: yes-no}"));
        assertThat(Sheets.errors(one, "单位,类别,甲\n甲镇,镇,\n乙镇,镇,\n")).hasSize(2).allMatch(told -> told.contains(" blank "));
    }

    @Test
    void nothingIsToldWhereBlanksAreAnswers() {
        Standard zero = Standards.of(Standards.area(
                "id: a, name: 甲, points: 50, missing: zero, rule: {kind: yes-no}",
                "id: b, name: 乙, points: 50, missing: exclude, rule: {kind: yes-no}"));
        assertThat(Sheets.said(zero, Severity.ERROR, "单位,类别,甲,乙\n甲镇,镇,,\n乙镇,镇,,\n"))
                .isEqualTo(Collections.emptyList());
    }
}
