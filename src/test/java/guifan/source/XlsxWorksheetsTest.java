package guifan.source;

import static guifan.source.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxWorksheetsTest {

    private static final String[] SHEET = {row(1, "单位", "得分"), row(2, "甲镇", 1)};

    private final Problems problems = new Problems();

    @Test
    void everyVisibleWorksheetWithAHeaderIsASheet() {
        RawWorkbook workbook = new RawWorkbook()
                .sheet("名册", "hidden", SHEET)
                .sheet("机密", "veryHidden", SHEET)
                .sheet("甲镇", "visible", SHEET)
                .sheet("空白", "visible")
                .sheet("说明", "visible", row(1, "填次数，不填分"))
                .sheet("乙镇", "visible", row(1, "填报表"), row(2, "单位", "得分"), row(3, "乙镇", 2));
        List<SheetTable> tables = read(workbook);
        assertThat(tables).extracting(SheetTable::worksheet).containsExactly("甲镇", "乙镇");
        assertThat(said())
                .containsExactly(
                        "NOTE a.xlsx [名册]: 隐藏的工作表，未使用",
                        "NOTE a.xlsx [机密]: 隐藏的工作表，未使用",
                        "NOTE a.xlsx [说明]: 前 10 行没有表头，未使用");
    }

    @ParameterizedTest
    @CsvSource({"乙镇, 乙镇", "' 乙 镇 ', 乙镇", "字典, 字典", "（一）甲镇, (一)甲镇"})
    void aNamedWorksheetIsTheOnlyOne(String name, String found) {
        RawWorkbook workbook = new RawWorkbook()
                .sheet("(一)甲镇", "visible", SHEET)
                .sheet("乙镇", "visible", SHEET)
                .sheet("字典", "hidden", SHEET);
        assertThat(read(workbook, name)).extracting(SheetTable::worksheet).containsExactly(found);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void anUnknownWorksheetIsAnErrorWithASuggestion() {
        RawWorkbook workbook = new RawWorkbook().sheet("填报表1", "visible", SHEET).sheet("说明", "visible");
        assertThat(read(workbook, "填报表")).isEmpty();
        assertThat(said()).containsExactly("ERROR a.xlsx: 没有工作表“填报表”，是否应为“填报表1”？已知的有：填报表1、说明");
    }

    @Test
    void severalNamedWorksheetsAreReadInTheOrderNamedAndEachOnce() {
        RawWorkbook workbook = new RawWorkbook()
                .sheet("甲", "visible", SHEET)
                .sheet("乙", "hidden", SHEET)
                .sheet("丙", "visible", SHEET);
        assertThat(read(workbook, "乙", "甲", " 乙"))
                .extracting(SheetTable::worksheet)
                .containsExactly("乙", "甲");
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void everyUnknownWorksheetIsToldWithThoseThatThereAre() {
        RawWorkbook workbook = new RawWorkbook().sheet("甲镇", "visible", SHEET).sheet("字典", "hidden", SHEET);
        assertThat(read(workbook, "甲镇", "2019年", "汇总")).hasSize(1);
        assertThat(said())
                .containsExactly("ERROR a.xlsx: 没有工作表“2019年”；已知的有：甲镇、字典", "ERROR a.xlsx: 没有工作表“汇总”；已知的有：甲镇、字典");
    }

    @Test
    void aWorkbookWithoutAnyHeaderIsAnError() {
        String[] rows = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> row(i, i == 11 ? "单位" : "第" + i + "行", "甲"))
                .toArray(String[]::new);
        RawWorkbook workbook = new RawWorkbook().sheet("a", "visible").sheet("b", "visible", rows);
        assertThat(read(workbook)).isEmpty();
        assertThat(said()).containsExactly("ERROR a.xlsx [b]: 前 10 行没有找到表头；首行是“第1行 甲”");
    }

    @Test
    void aNamedWorksheetWithoutAHeaderIsAnError() {
        RawWorkbook workbook = new RawWorkbook().sheet("甲", "visible", SHEET).sheet("说明", "visible", row(1, "填次数"));
        assertThat(read(workbook, "说明")).isEmpty();
        assertThat(said()).containsExactly("ERROR a.xlsx [说明]: 前 10 行没有找到表头；首行是“填次数”");
    }

    @Test
    void anEmptyWorkbookIsAnError() {
        assertThat(read(new RawWorkbook().sheet("a", "visible").sheet("b", "visible", "<row r='1'/>")))
                .isEmpty();
        assertThat(said()).containsExactly("ERROR a.xlsx: 是空的，没有表头");
    }

    @Test
    void aWorkbookWithNothingToSeeIsAnError() {
        assertThat(read(new RawWorkbook())).isEmpty();
        assertThat(read(new RawWorkbook().sheet("a", "hidden", SHEET))).isEmpty();
        assertThat(said()).containsExactly("ERROR a.xlsx: 没有可见的工作表", "NOTE a.xlsx [a]: 隐藏的工作表，未使用");
    }

    @Test
    void aHeaderWithoutRowsIsAnError() {
        assertThat(read(RawWorkbook.of(row(1, "单位", "得分")))).isEmpty();
        assertThat(said()).containsExactly("ERROR a.xlsx [Sheet1] 1: 只有表头，没有数据行");
    }

    @Test
    void whatIsWrongInAWorksheetThatIsNotUsedIsNotTold() {
        RawWorkbook workbook = new RawWorkbook()
                .sheet("统计", "visible", row(1, RawWorkbook.xml("<c r='@'><f>NOW()</f></c>"), "合计"))
                .sheet("甲镇", "visible", SHEET);
        assertThat(read(workbook)).hasSize(1);
        assertThat(said()).containsExactly("NOTE a.xlsx [统计]: 前 10 行没有表头，未使用");
    }

    @Test
    void duplicateHeadersAreRefusedAsInCsv() {
        assertThat(read(RawWorkbook.of(row(1, "单位", "得分", "得分 "), row(2, "甲镇", 1, 2))))
                .hasSize(1);
        assertThat(said()).containsExactly("ERROR a.xlsx [Sheet1] C1「得分」: 与 B 列「得分」同名");
    }

    @Test
    void whatIsTooLargeForASheetIsRefusedAtItsCell() {
        Object[] wide = new Object[SheetTable.MAX_COLUMNS + 1];
        wide[SheetTable.MAX_COLUMNS] = 1;
        read(RawWorkbook.of(row(1, "单位", "得分", "备注"), row(2, wide), row(3, "甲镇", "x".repeat(32_768))));
        assertThat(said())
                .containsExactly(
                        "ERROR a.xlsx [Sheet1] AMK2: 超过 1024 列的上限", "ERROR a.xlsx [Sheet1] B3「得分」: 单元格超过 32767 个字符的上限");
    }

    @Test
    void aWorkbookMayHaveNoStyles() {
        assertThat(read(RawWorkbook.of(SHEET)).get(0).rows().get(0).texts()).containsExactly("甲镇", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.XLSX", "stdin", "sheet"})
    void aWorkbookIsMeantByItsContentOrItsName(String name) {
        assertThat(XlsxReader.isMeant(InputFile.of(name, RawWorkbook.of(SHEET).bytes())))
                .isTrue();
    }

    @Test
    void aWorkbookNamedLikeTextAndTextNamedLikeAWorkbookAreToldForWhatTheyAre() {
        InputFile csv = InputFile.of("a.csv", RawWorkbook.of(SHEET).bytes());
        assertThat(XlsxReader.isMeant(csv)).isFalse();
        assertThat(csv.decode(null, problems)).isEmpty();
        InputFile text = InputFile.of("a.xlsx", "单位,得分\n".getBytes(StandardCharsets.UTF_8));
        assertThat(XlsxReader.isMeant(text)).isTrue();
        assertThat(XlsxReader.read(text, names -> true, problems)).isEmpty();
        assertThat(said()).hasSize(2);
        assertThat(said().get(0)).contains("不是 CSV，实际是Excel 工作簿");
        assertThat(said().get(1)).isEqualTo("ERROR a.xlsx: 不是 .xlsx，实际是文本；请用 CSV 文件");
    }

    private List<SheetTable> read(RawWorkbook workbook, String... worksheets) {
        return XlsxReader.read(workbook.file(), List.of(worksheets), names -> names.contains("单位"), problems);
    }

    private List<String> said() {
        return problems.all().stream()
                .map(one -> one.severity() + " " + one.place().words().zh() + ": "
                        + one.message().zh())
                .toList();
    }

    @Test
    void notesAreNoErrors() {
        read(new RawWorkbook().sheet("a", "hidden", SHEET).sheet("b", "visible", SHEET));
        assertThat(problems.all()).allMatch(one -> one.severity() == Severity.NOTE);
    }
}
