package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.source.Diagnostic;
import guifan.source.Problems;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellReaderTest {

    private static final List<String> STARS = List.of("无", "一星", "二星", "三星", "四星", "五星");

    @ParameterizedTest
    @CsvSource({
        "是, 1",
        "有, 1",
        "√, 1",
        "✓, 1",
        "1, 1",
        "１, 1",
        "否, 0",
        "无, 0",
        "×, 0",
        "x, 0",
        "Ｘ, 0",
        "0, 0",
        "' 是 ', 1"
    })
    void yesAndNoAreUnderstoodInTheFormsInUse(String cell, String value) {
        assertThat(read(cell, MeasureType.yesNo(), "")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "2", "-1", "是的", "基本是", "yes", "TRUE", "是否", "√×", "1.0"})
    void anythingElseIsNoAnswerToAYesNoQuestion(String cell) {
        assertThat(read(cell, MeasureType.yesNo(), "")).isEqualTo("!unknown-word");
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4",
        "0, 0",
        "4次, 4",
        "4 次, 4",
        "４次, 4",
        "＋4, 4",
        "'1,000', 1000",
        "'１，０００', 1000",
        "4.0, 4",
        "007, 7",
        "'\u00a012\u3000', 12"
    })
    void countsAreReadWithWhatTheyAreMeasuredIn(String cell, String value) {
        assertThat(read(cell, MeasureType.count(), "次")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "是, not-a-number",
        "2.5, not-whole",
        "≥4, not-a-number",
        "约4, not-a-number",
        "3+1, not-a-number",
        "4项, not-a-number",
        "四, not-a-number",
        "4％, not-a-number",
        "-1, out-of-range",
        "3/4, not-a-number",
        "-, not-a-number",
        "—, not-a-number",
        "缺考, not-a-number",
        "'1,00', not-a-number",
        "'90,5', not-a-number",
        "1e3, not-a-number",
        "1E2147483647, not-a-number",
        "NaN, not-a-number",
        "Infinity, not-a-number",
        "0x1F, not-a-number",
        "1_000, not-a-number",
        "9O, not-a-number",
        "٩٠, not-a-number",
        "90。5, not-a-number",
        "12:30, not-a-number",
        "3次次, not-a-number",
        "#DIV/0!, sheet-error",
        "#N/A, sheet-error",
        "####, sheet-error",
        "2019/11/12, excel-date",
        "11月12日, excel-date",
        "12-Nov, excel-date"
    })
    void whatIsNoCountIsRefused(String cell, String code) {
        assertThat(read(cell, MeasureType.count(), "次")).isEqualTo("!" + code);
    }

    @Test
    void aNumberOfFourHundredDigitsIsRefused() {
        assertThat(read("9".repeat(400), MeasureType.count(), "次")).isEqualTo("!not-a-number");
        assertThat(read("0." + "3".repeat(400), MeasureType.percent(), "%")).isEqualTo("!not-a-number");
    }

    @ParameterizedTest
    @CsvSource({
        "97.5, 97.5",
        "97.5%, 97.5",
        "97.5％, 97.5",
        "９７．５％, 97.5",
        "97.5 %, 97.5",
        "0, 0",
        "100, 100",
        "100.00, 100",
        "0.5%, 0.5",
        "1%, 1",
        "66.6666666667, 66.6666666667"
    })
    void percentagesAreReadWithTheirSignOrWithout(String cell, String value) {
        assertThat(read(cell, MeasureType.percent(), "%")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "0.95, percent-fraction",
        "0.9999, percent-fraction",
        ".95, not-a-number",
        "120, out-of-range",
        "100.01%, out-of-range",
        "-1, out-of-range",
        "97.5%%, not-a-number",
        "97.5分, not-a-number",
        "九十, not-a-number",
        "11/12, not-a-number",
        "2019-11-12, excel-date",
        "11月12日, excel-date"
    })
    void whatIsNoPercentageIsRefused(String cell, String code) {
        assertThat(read(cell, MeasureType.percent(), "%")).isEqualTo("!" + code);
    }

    @Test
    void aFractionTypedForAPercentageIsAskedAbout() {
        assertThat(message("0.95", MeasureType.percent(), "%"))
                .contains("百分之 0.95")
                .contains("95%");
    }

    @Test
    void aDateComesWithItsCure() {
        assertThat(message("11月12日", MeasureType.percent(), "%"))
                .contains("是日期")
                .contains("11/12")
                .contains("文本");
    }

    @ParameterizedTest
    @CsvSource({"五星, 5", "五星级, 5", "5, 5", "5星, 5", "５星, 5", "一星, 1", "无, 0"})
    void levelsAreReadInTheFormsInUse(String cell, String value) {
        assertThat(read(cell, MeasureType.level(STARS), "")).isEqualTo(value);
    }

    @Test
    void aLevelOfOtherStarsHasNoNumber() {
        assertThat(read("-1", MeasureType.level(List.of("无", "金星")), "")).isEqualTo("!unknown-word");
        assertThat(read("-1星", MeasureType.level(List.of("无", "金星")), "")).isEqualTo("!unknown-word");
    }

    @ParameterizedTest
    @ValueSource(strings = {"准五星", "六星", "6", "0", "五", "星", "五星一星", "-1"})
    void anUnknownLevelIsRefusedWithTheList(String cell) {
        assertThat(read(cell, MeasureType.level(STARS), "")).isEqualTo("!unknown-word");
        assertThat(message(cell, MeasureType.level(STARS), "")).contains("无、一星、二星、三星、四星、五星");
    }

    @ParameterizedTest
    @CsvSource({"按时, 2", "迟报, 1", "未报, 0"})
    void latenessIsALevelOfItsOwn(String cell, String value) {
        assertThat(read(cell, MeasureType.timely(), "")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.5", "2, 2", "0, 0", "1.5分, 1.5", "1.50, 1.5"})
    void marksGoInSteps(String cell, String value) {
        assertThat(read(cell, mark(), "分")).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "1.3, step",
        "0.25, step",
        "2.5, out-of-range",
        "-0.5, out-of-range",
        "优, not-a-number",
        "1 1/2, not-a-number"
    })
    void marksOffTheStepsAreRefused(String cell, String code) {
        assertThat(read(cell, mark(), "分")).isEqualTo("!" + code);
    }

    @ParameterizedTest
    @CsvSource({
        "未报, NOT_REPORTED",
        "不适用, NOT_APPLICABLE",
        "待核, PENDING",
        "作假, FALSE_MATERIAL",
        "'', BLANK",
        "' ', BLANK",
        "'\u3000', BLANK"
    })
    void theStatesOfACellAreNeverConfused(String cell, String state) {
        for (MeasureType type : List.of(MeasureType.count(), MeasureType.percent(), MeasureType.yesNo(), mark())) {
            assertThat(read(cell, type, "次")).isEqualTo(state);
        }
    }

    @Test
    void notArisingIsForItemsThatMayNotArise() {
        assertThat(read("不涉及", MeasureType.yesNo(), "")).isEqualTo("!may-not-arise");
        Item item = new Item("adjust", "预算调整", MeasureType.yesNo(), true);
        assertThat(read("不涉及", item, "", "")).isEqualTo("NOT_ARISING");
    }

    @Test
    void onlyAnAssessorIsAbsentOrRecused() {
        assertThat(read("缺席", mark(), "分")).isEqualTo("!assessor-word");
        assertThat(read("回避", mark(), "分")).isEqualTo("!assessor-word");
        assertThat(read("缺席", Item.only(mark()), "分", "考评员1")).isEqualTo("ABSENT");
        assertThat(read("回避", Item.only(mark()), "分", "考评员1")).isEqualTo("RECUSED");
    }

    @Test
    void aMeasureMayHaveARangeOfItsOwn() {
        MeasureType members = MeasureType.count().within(Rational.ONE, Rational.of(9));
        assertThat(read("9", members, "人")).isEqualTo("9");
        assertThat(read("0", members, "人")).isEqualTo("!out-of-range");
        assertThat(read("10人", members, "人")).isEqualTo("!out-of-range");
    }

    @Test
    void theRawTextIsKept() {
        Entry entry = new CellReader(new Problems()).read("４次", Item.only(MeasureType.count()), "次", "", Sheets.PLACE);
        assertThat(entry.raw()).isEqualTo("４次");
        assertThat(entry.place()).isEqualTo(Sheets.PLACE);
    }

    private static MeasureType mark() {
        return MeasureType.mark(Rational.of(2), Rational.of(1, 2));
    }

    private static String read(String cell, MeasureType type, String measuredIn) {
        return read(cell, Item.only(type), measuredIn, "");
    }

    /** Returns the value, otherwise the state; or what is wrong, after a {@code !}. */
    private static String read(String cell, Item item, String measuredIn, String assessor) {
        Problems problems = new Problems();
        Entry entry = new CellReader(problems).read(cell, item, measuredIn, assessor, Sheets.PLACE);
        if (!problems.all().isEmpty()) {
            assertThat(entry.value()).isNull();
            return problems.all().stream().map(Diagnostic::code).collect(Collectors.joining(" ", "!", ""));
        }
        return entry.value() == null ? entry.state().name() : entry.value().toString();
    }

    private static String message(String cell, MeasureType type, String measuredIn) {
        Problems problems = new Problems();
        new CellReader(problems).read(cell, Item.only(type), measuredIn, "", Sheets.PLACE);
        return problems.all().get(0).message().zh();
    }
}
