package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing, unsettled or out of place in the answers of a unit is refused, never scored. */
class AnswerCheckTest {

    private static final Standard STANDARD = Standards.of(Standards.HEAD
            + Standards.oneArea(
                    "id: visits, name: 视察, points: 10, measured-in: 次, rule: {kind: count, each: 5}",
                    "id: hold, name: 人代会, applies-to: [镇], points: 10, measured-in: 次, rule: {kind: shortfall, target:"
                            + " 2}",
                    "id: norm, name: 会议, applies-to: [镇], points: 10, rule: {kind: checklist, items: [{id: a, name:"
                            + " 甲}, {id: b, name: 乙}]}",
                    "id: reply, name: 答复, points: 10, measured-in: \"%\", measure: {part: 已答, whole: 应答, when-zero:"
                            + " error}, rule: {kind: proportional, full-at: 100}",
                    "id: report, name: 报送, points: 20, rule: {kind: checklist, late-loses: 2, items: [{id: p, name:"
                            + " 计划}, {id: s, name: 总结}]}",
                    "id: news, name: 采用, points: 20, rule: {kind: levels, values: {市: 1, 省: 2}}",
                    "id: task, name: 交办, points: 10, rule: {kind: deduct-by-class, classes: [{id: o, name: 未完成, each:"
                            + " 1}, {id: l, name: 逾期, each: 1}]}",
                    "id: files, name: 档案, points: 10, measured-in: 分, rule: {kind: given, step: 0.5}, panel: {combine:"
                            + " mean}")
            + """
            adjustments:
              bonus: {items: [{id: case, name: 案例, rule: {kind: levels, values: {省: 2, 市: 1}}, evidence: [文件], evidence-required: true},
                              {id: brand, name: 品牌, rule: {kind: levels, values: {命名: 1}}}]}
              penalty: {items: [{id: late, name: 迟报, measured-in: 天, rule: {kind: count, each: 0.2}}]}
            facts: [{id: veto, name: 否决, type: yes-no, evidence: 文号}]
            """
            + Standards.GRADES + "...\n");

    private static final String HEADER =
            "单位,类别,视察,人代会,会议,答复·已答,答复·应答,报送·计划,报送·总结,采用·市,采用·省,交办·未完成,交办·逾期,档案·甲,档案·乙,加分·案例,加分·品牌,扣分·迟报,否决\n";

    private static final String TOWN = "白沙镇,镇,2,2,全,11,12,按时,迟报,3,,0,1,9,8.5,,,,否";
    private static final String STREET = "台城街道,街道,2,,,11,12,按时,迟报,3,,0,1,9,8.5,,,,否";

    @Test
    void aSoundRowIsComplete() {
        assertThat(Sheets.errors(STANDARD, HEADER + TOWN + "\n" + STREET + "\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "C |  | C2 blank \"视察\" of 白沙镇 is blank; expected a whole number (次), 0 if none; write 未报 if it was"
                        + " not reported",
                "C | 待核 | C2 pending 待核 (pending) must be settled first",
                "C | 不适用 | C2 applies this indicator applies to 白沙镇 (镇); 不适用 is not allowed, write 未报 if it was not"
                        + " reported",
                "C | 不涉及 | C2 may-not-arise the standard does not allow 不涉及 (does not arise) here",
                "E |  | E2 blank \"会议\" of 白沙镇 is blank; write 全 (all), 无 (none), or 缺：… (missing) (items: 甲, 乙);"
                        + " write 未报 if it was not reported",
                "E | 待核 | E2 pending 待核 (pending) must be settled first",
                "F |  | F2 blank the part \"已答\" of \"答复\" of 白沙镇 is blank; expected a whole number, 0 if none",
                "G |  | G2 blank the whole \"应答\" of \"答复\" of 白沙镇 is blank; expected a whole number, 0 if none",
                "F | 13 | F2 part-above-whole \"已答\" (13) is more than \"应答\" (12)",
                "H |  | H2 blank \"计划\" of \"报送\" of 白沙镇 is blank; expected 按时 (in time), 迟报 (late) or 未报 (not"
                        + " reported)",
                "L |  | L2 blank \"未完成\" of \"交办\" of 白沙镇 is blank; expected a whole number, 0 if none",
                "N |  | N2 blank the assessor gave no mark on \"档案\" of 白沙镇; write 缺席 (absent) or 回避 (recused)",
                "P | 省 | P2 no-evidence name the 文件 in brackets, as in 省（…）",
                "P | 省（） | P2 no-evidence name the 文件 in brackets, as in 省（…）",
                "P | 待核 | P2 pending 待核 (pending) must be settled first",
                "R | 未报 | R2 penalty-state 未报 is refused on a penalty",
                "R | 作假 | R2 penalty-state 作假 is refused on a penalty",
                "S |  | S2 fact-blank \"否决\" of 白沙镇 must be 是 or 否",
                "S | 不适用 | S2 fact-blank expected 是 or 否",
                "S | 待核 | S2 pending 待核 (pending) must be settled first",
                "S | 是 | S2 no-evidence name the 文号 in brackets, as in 是（…）"
            })
    void whatIsMissingOrUnsettledIsRefused(String column, String cell, String message) {
        assertThat(Sheets.errors(STANDARD, HEADER + with(TOWN, column, cell) + "\n"))
                .containsExactly("1!" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "F | G | F2 blank \"答复\" of 白沙镇 is blank; give the part \"已答\" and the whole \"应答\" as whole numbers,"
                        + " 0 if none; write 未报 if it was not reported",
                "H | I | H2 blank \"报送\" of 白沙镇 is blank; each of the cells \"计划\", \"总结\": expected 按时 (in time), 迟报"
                        + " (late) or 未报 (not reported); write 未报 if it was not reported",
                "L | M | L2 blank \"交办\" of 白沙镇 is blank; each of the cells \"未完成\", \"逾期\": expected a whole number,"
                        + " 0 if none; write 未报 if it was not reported",
                "N | O | N2 blank \"档案\" of 白沙镇 is blank; expected a number from 0 to 10 in steps of 0.5; an assessor"
                        + " who was away writes 缺席 (absent) or 回避 (recused)"
            })
    void whatBelongsIntoTheCellsOfAQuestionIsToldOnce(String first, String second, String message) {
        assertThat(Sheets.errors(STANDARD, HEADER + with(with(TOWN, first, ""), second, "") + "\n"))
                .containsExactly("1!" + message);
    }

    @Test
    void whatBelongsIntoABlankCellIsToldInChineseToo() {
        String sheet = HEADER + with(with(with(with(TOWN, "C", ""), "E", ""), "F", ""), "G", "") + "\n";
        Problems problems = new Problems();
        SheetReading.read(STANDARD, Sheets.tables(problems, sheet), problems);
        assertThat(problems.all().stream()
                        .filter(one -> one.severity() == Severity.ERROR)
                        .map(one -> one.message().zh()))
                .containsExactly(
                        "白沙镇 的“视察”未填；应填整数（次），没有的填 0；确未报送请填“未报”",
                        "白沙镇 的“会议”未填；应填“全”“无”，或写明“缺：…”（子项：甲、乙）；确未报送请填“未报”",
                        "白沙镇 的“答复”未填；分子“已答”和分母“应答”各填整数，没有的填 0；确未报送请填“未报”");
    }

    @ParameterizedTest
    @CsvSource({
        "D, 2, does-not-apply",
        "D, 0, does-not-apply",
        "D, 未报, does-not-apply",
        "D, 待核, does-not-apply",
        "E, 全, does-not-apply",
        "E, 缺：甲, does-not-apply"
    })
    void aValueWhereNothingAppliesIsRefused(String column, String cell, String code) {
        assertThat(Sheets.errors(STANDARD, HEADER + with(STREET, column, cell) + "\n"))
                .containsExactly("1!" + column + "2 " + code
                        + " this indicator does not apply to 台城街道 (街道); leave it blank or write 不适用");
    }

    @ParameterizedTest
    @CsvSource({
        "C, 未报",
        "C, 作假",
        "E, 未报",
        "H, 未报",
        "N, 缺席",
        "N, 回避",
        "P, 市（一号）",
        "P, 未报",
        "P, 无",
        "Q, 命名",
        "R, 0",
        "R, 3天",
        "S, 未报",
        "S, 是（台纪1号）"
    })
    void theseAreAnswers(String column, String cell) {
        assertThat(Sheets.errors(STANDARD, HEADER + with(TOWN, column, cell) + "\n"))
                .isEmpty();
    }

    @Test
    void notApplicableMayBeWrittenWhereNothingApplies() {
        String street = with(with(STREET, "D", "不适用"), "E", "不适用");
        assertThat(Sheets.errors(STANDARD, HEADER + street + "\n")).isEmpty();
    }

    @Test
    void nothingOfNothingIsRefusedWhereTheStandardDoesNotSayWhatItMeans() {
        assertThat(Sheets.errors(STANDARD, HEADER + with(with(TOWN, "F", "0"), "G", "0") + "\n"))
                .containsExactly("1!G2 zero-of-zero \"应答\" is 0, and the standard does not say what that scores");
    }

    @Test
    void anIndicatorThatNobodyMarkedIsRefused() {
        assertThat(Sheets.errors(STANDARD, HEADER + with(with(TOWN, "N", "缺席"), "O", "回避") + "\n"))
                .containsExactly("1!N2 no-marks no assessor marked \"档案\" of 白沙镇");
    }

    @Test
    void levelsThatAreAllBlankAreABlank() {
        assertThat(Sheets.errors(STANDARD, HEADER + with(with(TOWN, "J", ""), "K", "1") + "\n"))
                .isEmpty();
        assertThat(Sheets.errors(STANDARD, HEADER + with(TOWN, "J", "") + "\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("1!J2 blank ");
    }

    @Test
    void aRefusedCellIsNotToldASecondTimeAsABlank() {
        for (String column : new String[] {"C", "E", "F", "H", "L", "N", "S"}) {
            assertThat(Sheets.errors(STANDARD, HEADER + with(TOWN, column, "???") + "\n"))
                    .as(column)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "D", "E", "S", "F", "G", "H", "L"})
    void aColumnThatIsNotThereIsRefused(String column) {
        String sheet = drop(HEADER.strip(), column) + "\n" + drop(TOWN, column) + "\n";
        assertThat(Sheets.errors(STANDARD, sheet)).singleElement().asString().startsWith("1!1 missing-column ");
    }

    @Test
    void adjustmentsThatAreNotThereAreNotedOnce() {
        String sheet =
                drop(drop(drop(HEADER.strip(), "R"), "Q"), "P") + "\n" + drop(drop(drop(TOWN, "R"), "Q"), "P") + "\n";
        assertThat(Sheets.errors(STANDARD, sheet)).isEmpty();
        assertThat(Sheets.said(STANDARD, Severity.NOTE, sheet))
                .containsExactly("1!1 no-adjustments no columns for these, taken as none: 加分·案例, 加分·品牌, 扣分·迟报");
    }

    @ParameterizedTest
    @CsvSource({"zero", "exclude", "full"})
    void whereABlankHasAMeaningItIsNoMistake(String policy) {
        Standard standard = Standards.of(Standards.area(
                "id: one, name: 甲, points: 50, missing: " + policy + ", rule: {kind: yes-no}",
                "id: two, name: 乙, points: 50, rule: {kind: yes-no}"));
        assertThat(Sheets.errors(standard, "单位,类别,甲,乙\n白沙镇,镇,,是\n")).isEmpty();
        assertThat(Sheets.errors(standard, "单位,类别,乙\n白沙镇,镇,是\n")).isEmpty();
        assertThat(Sheets.errors(standard, "单位,类别,甲,乙\n白沙镇,镇,是,\n")).hasSize(1);
    }

    private static String with(String row, String column, String cell) {
        String[] cells = row.split(",", -1);
        cells[column.charAt(0) - 'A'] = cell == null ? "" : cell;
        return String.join(",", cells);
    }

    private static String drop(String row, String column) {
        String[] cells = row.split(",", -1);
        cells[column.charAt(0) - 'A'] = "\u0000";
        return String.join(",", cells).replace("\u0000,", "").replace(",\u0000", "");
    }
}
