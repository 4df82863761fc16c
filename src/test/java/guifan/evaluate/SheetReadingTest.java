package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.source.SheetTable;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheets of both layouts become filings. */
class SheetReadingTest {

    static final Standard STANDARD = Standards.of(Standards.HEAD
            + Standards.oneArea(
                    "id: visits, name: 视察, points: 20, measured-in: 次, rule: {kind: count, each: 5}",
                    "id: hold, name: 召开人代会, applies-to: [镇], points: 20, measured-in: 次, rule: {kind: shortfall,"
                            + " target: 2}",
                    "id: reply, name: 答复率, points: 20, measured-in: \"%\", measure: {part: 按期答复, whole: 应答复,"
                            + " when-zero: full}, rule: {kind: proportional, full-at: 100}",
                    "id: six, name: 六有, points: 20, rule: {kind: checklist, items: [{id: place, name: 场所}, {id: staff,"
                            + " name: 人员}]}",
                    "id: files, name: 档案, points: 20, measured-in: 分, rule: {kind: given, step: 0.5}, panel: {combine:"
                            + " mean}")
            + """
            adjustments:
              bonus: {items: [{id: case, name: 案例, rule: {kind: levels, values: {省: 2, 市: 1}}, evidence: [文件], evidence-required: true}]}
              penalty: {items: [{id: late, name: 迟报, measured-in: 工作日, rule: {kind: count, each: 0.2}}]}
            facts: [{id: veto, name: 否决, type: yes-no, evidence: 文号}]
            """
            + Standards.GRADES + "...\n");

    private static final String WIDE = """
        单位,类别,年度,视察（次）,召开人代会（次）,答复率·按期答复,答复率·应答复,六有,档案·甲,档案·乙,加分·案例,扣分·迟报（工作日）,否决
        白沙镇,镇,2019,3,2,11,12,缺：人员,20,19.5,省（粤办〔2019〕3号）,2,否
        台城街道,街道,2019,４次,不适用,0,0,全,18,回避,,,是（台纪〔2019〕1号）
        """;

    private static final String LONG = """
        单位,类别,年度,指标,子项,实绩,考评员,佐证
        白沙镇,镇,2019,visits,,3,,
        白沙镇,镇,2019,召开人代会（次）,,2,,
        白沙镇,,,答复率,按期答复,11,,
        白沙镇,,,答复率,应答复,12,,
        白沙镇,镇,,六有,场所,√,,
        白沙镇,镇,,六有,staff,×,,
        白沙镇,镇,2019,档案,,20,甲,
        白沙镇,镇,2019,档案,,19.5,乙,
        白沙镇,镇,2019,案例,,省,,粤办〔2019〕3号
        白沙镇,镇,2019,扣分·迟报,,2工作日,,
        白沙镇,镇,2019,否决,,否,,
        台城街道,街道,2019,视察,,4,,
        台城街道,街道,2019,召开人代会,,,,
        台城街道,街道,2019,答复率,应答复,0,,
        台城街道,街道,2019,答复率,按期答复,0,,
        台城街道,街道,2019,六有,,全,,
        台城街道,街道,2019,档案,,18,甲,
        台城街道,街道,2019,档案,,回避,乙,
        台城街道,街道,2019,否决,,是,,台纪〔2019〕1号
        """;

    @Test
    void aSheetOfEitherLayoutGivesTheSameFilings() {
        assertThat(answers(Sheets.filings(STANDARD, LONG))).isEqualTo(answers(Sheets.filings(STANDARD, WIDE)));
        assertThat(Sheets.filings(STANDARD, WIDE)).extracting(Filing::kind).containsExactly("镇", "街道");
    }

    @Test
    void oneCellAndItemColumnsGiveTheSameFilings() {
        String items =
                WIDE.replace(",六有,", ",六有·场所,六有·人员,").replace("缺：人员", "√,×").replace("全", "是,有");
        assertThat(answers(Sheets.filings(STANDARD, items))).isEqualTo(answers(Sheets.filings(STANDARD, WIDE)));
    }

    @Test
    void aWideSheetCanBeCompletedByALongOne() {
        String wide = WIDE.replace(",六有,", ",").replace(",缺：人员,", ",").replace(",全,", ",");
        String rest = "单位,指标,子项,实绩\n白沙镇,六有,,缺：人员\n台城街道,六有,,全\n";
        Problems problems = new Problems();
        List<Filing> filings = SheetReading.read(STANDARD, Sheets.tables(problems, wide, rest), problems).stream()
                .map(Reported::filing)
                .toList();
        assertThat(answers(filings)).isEqualTo(answers(Sheets.filings(STANDARD, WIDE)));
    }

    @Test
    void unitsMayComeInSeveralFilesAndTwiceOnlyIfTheySayTheSame() {
        String header = WIDE.lines().findFirst().orElseThrow() + "\n";
        String first = header + WIDE.lines().skip(1).findFirst().orElseThrow() + "\n";
        String second = header + WIDE.lines().skip(2).findFirst().orElseThrow() + "\n";
        assertThat(answers(Sheets.filings(STANDARD, second, first))).isEqualTo(answers(Sheets.filings(STANDARD, WIDE)));
        assertThat(Sheets.errors(STANDARD, first, second, first)).isEmpty();
        assertThat(Sheets.errors(STANDARD, first, second, first.replace("缺：人员", "全")))
                .singleElement()
                .asString()
                .contains("1.csv")
                .contains("全");
    }

    @ParameterizedTest
    @CsvSource({"白沙镇", "' 白沙镇'", "白 沙 镇", "白沙\u200b镇", "'白沙镇\u3000'"})
    void aUnitThatLooksTheSameIsTheSame(String name) {
        String twice = WIDE + WIDE.lines().skip(1).findFirst().orElseThrow().replace("白沙镇", name) + "\n";
        assertThat(Sheets.errors(STANDARD, twice)).hasSize(1).first().asString().startsWith("1!4 duplicate-unit");
    }

    @ParameterizedTest
    @CsvSource({"合计", "总计", "平均", "平均分", "小计", "合　计", "合 计"})
    void aRowOfTotalsIsNoUnit(String name) {
        String total = WIDE + name + ",,,7,,,,,,,,,\n";
        assertThat(Sheets.filings(STANDARD, total)).hasSize(2);
        assertThat(Sheets.said(STANDARD, Severity.WARNING, total))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("1!4 total-row");
    }

    @Test
    void aRowWithoutAUnitIsRefused() {
        assertThat(Sheets.errors(STANDARD, WIDE + ",镇,,7,,,,,,,,,\n"))
                .containsExactly("1!4 no-unit the unit is missing");
    }

    @Test
    void aSheetWithoutAColumnOfUnitsIsRefused() {
        assertThat(Sheets.errors(STANDARD, "乡镇,视察\n白沙镇,3\n"))
                .containsExactly("1!1 no-unit-column there is no column 单位 (unit); the columns are 乡镇、视察");
    }

    @Test
    void theKindIsOneOfTheStandard() {
        assertThat(Sheets.errors(STANDARD, WIDE.replace(",镇,", ",乡,")))
                .containsExactly("1!B2 unknown-kind \"乡\" is no kind, expected 镇, 街道");
        String without = WIDE.replace("类别,", "").replace(",镇,", ",").replace(",街道,", ",");
        assertThat(Sheets.errors(STANDARD, without))
                .filteredOn(one -> one.contains("no-kind"))
                .containsExactly("1!0 no-kind the kinds of the units are not known; add a column 类别 (镇, 街道)");
    }

    @Test
    void aUnitHasOneKindInALongSheet() {
        String other = LONG.replaceFirst("白沙镇,,,", "白沙镇,街道,,");
        assertThat(Sheets.errors(STANDARD, other))
                .containsExactly("1!B4 two-kinds the kind of \"白沙镇\" was \"镇\" before, here it is \"街道\"");
    }

    @Test
    void whereThereIsOneKindItNeedNotBeSaid() {
        Standard standard = Standards.of(Standards.area("id: one, name: 甲, points: 100, rule: {kind: yes-no}")
                .replace("[镇, 街道]", "[镇]"));
        assertThat(Sheets.filings(standard, "单位,甲\n白沙镇,是\n").get(0).kind()).isEqualTo("镇");
    }

    @ParameterizedTest
    @CsvSource({"2019, 2019", "２０１９, 2019", "2019年, 2019", "2019年度, 2019", "'', "})
    void theYearIsRead(String cell, Integer year) {
        Problems problems = new Problems();
        List<SheetTable> tables = Sheets.tables(problems, "单位,年度,视察\n白沙镇," + cell + ",1\n大江镇," + cell + ",2\n");
        assertThat(SheetYear.of(tables, problems).orElse(null)).isEqualTo(year);
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2020, 1.csv: record 3 column B \"年度\": the sheets state two years: 2019 and 2020",
        "19年, '1.csv: record 3 column B \"年度\": \"19\" is no year such as 2019'"
    })
    void twoYearsOrNoYearAreRefused(String cell, String message) {
        Problems problems = new Problems();
        SheetYear.of(Sheets.tables(problems, "单位,年度,视察\n白沙镇,2019,1\n大江镇," + cell + ",2\n"), problems);
        assertThat(problems.all())
                .extracting(
                        one -> one.place().words().en() + ": " + one.message().en())
                .containsExactly(message);
    }

    @Test
    void whatIsSaidTwiceInALongSheetIsRefused() {
        assertThat(Sheets.errors(STANDARD, LONG + "白沙镇,镇,2019,视察,,4,,\n"))
                .containsExactly("1!F21 duplicate-row this is said twice of \"白沙镇\", first at 1.csv: record 2 column F"
                        + " \"visits\"");
        assertThat(Sheets.errors(STANDARD, LONG + "台城街道,街道,2019,六有,人员,√,,\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("1!F21 two-forms ");
        assertThat(Sheets.errors(STANDARD, LONG + "白沙镇,镇,2019,答复率,,97,,\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("1!F21 two-forms ");
    }

    @Test
    void anUnknownIndicatorInALongSheetIsRefused() {
        assertThat(Sheets.errors(STANDARD, LONG + "白沙镇,镇,2019,视查,,4,,\n"))
                .containsExactly("1!F21 unknown-indicator the standard has no \"视查\"");
        assertThat(Sheets.errors(STANDARD, LONG + "白沙镇,镇,2019,召开人大会,,4,,\n"))
                .containsExactly("1!F21 unknown-indicator the standard has no \"召开人大会\", did you mean \"召开人代会\"?");
    }

    @Test
    void theRawTextAndThePlaceAreKept() {
        Entry visits = Sheets.filings(STANDARD, WIDE).get(1).answer("visits").get(0);
        assertThat(visits.raw()).isEqualTo("４次");
        assertThat(visits.place().words().zh()).isEqualTo("1.csv: 第 3 行 D 列「视察（次）」");
        Entry veto = Sheets.filings(STANDARD, WIDE).get(1).answer("veto").get(0);
        assertThat(veto.evidence()).isEqualTo("台纪〔2019〕1号");
    }

    @Test
    void everyProblemIsToldInOneRun() {
        String wrong = WIDE.replace("白沙镇,镇,2019,3,2,11,12,缺：人员,20,19.5", "白沙镇,镇,2019,2.5,,11,x,缺：设备,20,19.3");
        Problems problems = new Problems();
        SheetReading.read(STANDARD, Sheets.tables(problems, wrong), problems);
        assertThat(problems.all())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder("not-whole", "blank", "not-a-number", "unknown-item", "step");
    }

    /** Returns what was said, without where and how it was written. */
    private static Map<String, Map<String, String>> answers(List<Filing> filings) {
        Map<String, Map<String, String>> answers = new TreeMap<>();
        for (Filing filing : filings) {
            Map<String, String> said = new TreeMap<>();
            filing.answers()
                    .forEach((id, entries) -> said.put(
                            id,
                            entries.stream()
                                    .map(one -> one.item() + "/" + one.assessor() + "/" + one.state() + "/"
                                            + one.value() + "/" + one.evidence())
                                    .sorted()
                                    .collect(Collectors.joining(" "))));
            answers.put(filing.unit() + " " + filing.kind(), said);
        }
        return answers;
    }
}
