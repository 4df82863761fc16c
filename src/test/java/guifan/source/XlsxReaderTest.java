package guifan.source;

import static guifan.source.RawWorkbook.number;
import static guifan.source.RawWorkbook.row;
import static guifan.source.RawWorkbook.xml;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxReaderTest {

    private static final String HEADER = row(1, "单位", "说明", "实绩");

    private final Problems problems = new Problems();

    @Test
    void whatLibreOfficeSavesIsRead() throws IOException {
        List<SheetTable> tables = read(resource("libreoffice-cells.xlsx"));
        assertThat(tables).hasSize(1);
        SheetTable table = tables.get(0);
        assertThat(table.header()).containsExactly("单位", "说明", "实绩（次）");
        assertThat(table.place()).isEqualTo(new CellPlace("libreoffice-cells.xlsx", "填报表", 3, 0, 0, ""));
        assertThat(table.above()).extracting(SheetRow::texts).containsExactly(List.of("人大工作规范化建设填报表"));
        assertThat(table.rows())
                .extracting(row -> row.texts().get(1) + "=" + row.texts().get(2))
                .containsExactly(
                        "percent=95%",
                        "percent2=97.561%",
                        "date=2019-11-12",
                        "month and day=2019-11-12",
                        "time=08:30",
                        "sum=0.3",
                        "ratio=91.6666666666667",
                        "truth=TRUE",
                        "error=#DIV/0!",
                        "text formula=缺：设备",
                        "empty formula=",
                        "rich text=缺：设备、经费",
                        "small=0.0000001",
                        "hidden row=4");
        assertThat(codes()).containsExactly("hidden-worksheet", "hidden-rows", "worksheet-ignored");
        assertThat(problems.all()).allMatch(one -> one.severity() == Severity.NOTE);
    }

    @Test
    void cellsKnowTheirPlaceAsTheSpreadsheetNamesIt() {
        SheetTable table = only(RawWorkbook.of(row(4, null, "单位", "得分"), row(31, null, "甲镇", 4)));
        SheetCell cell = table.rows().get(0).cell(2);
        assertThat(cell.place()).isEqualTo(new CellPlace("a.xlsx", "Sheet1", 31, 0, 3, "得分"));
        assertThat(cell.place().words().zh()).isEqualTo("a.xlsx [Sheet1] C31「得分」");
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.30000000000000004|0.3",
                "95|95",
                "1E-7|0.0000001",
                "1.2000000000000001E-2|0.012",
                "99.99999999999994|99.9999999999999",
                "99.9999999999999986|100",
                "1.23456789012345678E17|123456789012346000",
                "-0|0",
                "1E+400000000|1E+400000000",
                "NaN|NaN"
            })
    void numbersAreTheStoredOnesToFifteenDigits(String stored, String text) {
        assertThat(cell(number(stored, 0))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9|0.95|95%",
                "10|0.97560000000000002|97.56%",
                "0.0%;-0.0%|0.912|91.2%",
                "0%|1|100%",
                "0\"%\"|95|95",
                "0\\%|95|95",
                "General|4|4",
                "G/通用格式|4|4",
                "#,##0.00_ |1000.5|1000.5",
                "[Red]0.00|2.5|2.5",
                "0\"次\"|4|4",
                "0.00E+00|4|4",
                "@|4|4",
            })
    void onlyAPercentFormatMakesAPercentage(String format, String stored, String text) {
        assertThat(formatted(format, stored)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14|43781|2019-11-12",
                "31|43781|2019-11-12",
                "57|43781|2019-11-12",
                "m\"月\"d\"日\"|43781|2019-11-12",
                "yyyy\\-mm\\-dd|43781.5|2019-11-12 12:00",
                "[$-804]yyyy\"年\"m\"月\"|43781|2019-11-12",
                "d-mmm|43781|2019-11-12",
                "mmm-yy|43781|2019-11-12",
                "yyyy/m/d h:mm|43781.354166666664|2019-11-12 08:30",
                "h:mm|0.354166666666667|08:30",
                "[h]:mm:ss|0.5|12:00",
                "14|1|1900-01-01",
                "14|60|1900-02-29",
                "14|61|1900-03-01",
                "14|2958466|########",
                "14|-1|########"
            })
    void numbersFormattedAsDatesAreDates(String format, String stored, String text) {
        assertThat(formatted(format, stored)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-11-12", "2019-11-12 08:30", "2019-11-12 08:30:15", "1900-02-29"})
    void datesAreKnownAsSuchToWhoeverExpectsANumber(String date) {
        assertThat(Numerals.looksLikeDate(date)).isTrue();
    }

    @Test
    void daysMayBeCountedFrom1904() {
        RawWorkbook workbook =
                RawWorkbook.of(HEADER, row(2, "甲镇", "", number("42319", 1))).formats("14");
        byte[] content = workbook.part("xl/workbook.xml", """
                        <workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'
                          xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>
                        <workbookPr date1904='1'/><sheets><sheet name='a' sheetId='1' r:id='rId1'/></sheets></workbook>""").bytes();
        assertThat(read(InputFile.of("a.xlsx", content)).get(0).rows().get(0).texts())
                .containsExactly("甲镇", "", "2019-11-12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c r='@' t='b'><v>1</v></c>|TRUE",
                "<c r='@' t='b'><v>0</v></c>|FALSE",
                "<c r='@' t='e'><v>#N/A</v></c>|#N/A",
                "<c r='@' t='e'><f>1/0</f><v>#DIV/0!</v></c>|#DIV/0!",
                "<c r='@'><f>SUM(A1:A2)</f><v>4</v></c>|4",
                "<c r='@' t='b'><f>1=1</f><v>1</v></c>|TRUE",
                "<c r='@' t='str'><f>\"\"</f><v></v></c>|''",
                "<c r='@' t='str'><v>五星</v></c>|五星",
                "<c r='@' t='s'/>|''",
                "<c r='@' s='1'/>|''",
                "<c r='@' t='inlineStr'><is><r><t>五</t></r><r><t>星</t></r></is></c>|五星"
            })
    void cellsSayWhatTheSpreadsheetShows(String cell, String text) {
        assertThat(cell(xml(cell))).isEqualTo(text);
    }

    @Test
    void aFormulaWithoutItsResultIsRefusedByTheNameOfItsCell() {
        read(RawWorkbook.of(HEADER, row(2, "甲镇", "", xml("<c r='@'><f>SUM(A1:A2)</f></c>"))));
        assertThat(codes()).containsExactly("formula-no-value");
        assertThat(problems.all().get(0).place().words().zh()).isEqualTo("a.xlsx [Sheet1] C2「实绩」");
        assertThat(problems.all().get(0).message().zh()).contains("重新计算并保存");
    }

    @Test
    void sharedTextsAreWholeAndWithoutPhoneticGuides() {
        RawWorkbook workbook = RawWorkbook.of(HEADER, row(2, "甲镇", shared(1), shared(2)))
                .texts(
                        "<t>a</t>",
                        "<r><rPr><b/></rPr><t xml:space='preserve'>缺： </t></r><r><t>设备</t></r>",
                        "<t>重庆</t><rPh sb='0' eb='2'><t>chongqing</t></rPh><phoneticPr fontId='1'/>");
        assertThat(only(workbook).rows().get(0).texts()).containsExactly("甲镇", "缺： 设备", "重庆");
    }

    @Test
    void charactersThatXmlHasToWriteInWordsAreThemselves() {
        assertThat(cell(xml("<c r='@' t='inlineStr'><is><t>a_x000D_&#10;b_x005F_x000D_</t></is></c>")))
                .isEqualTo("a\r\nb_x000D_");
    }

    @Test
    void headersMayBreakAndTitlesMayBeMerged() {
        SheetTable table = only(RawWorkbook.of(
                row(1, "规范化建设填报表", xml("<c r='@' s='0'/>"), xml("<c r='@' s='0'/>")),
                row(3, "单位", "得分\n（分）"),
                row(4, "甲镇", 4)));
        assertThat(table.header()).containsExactly("单位", "得分（分）");
        table.noteTitles(problems);
        assertThat(codes()).containsExactly("title-skipped");
        assertThat(problems.all().get(0).place().words().zh()).isEqualTo("a.xlsx [Sheet1] 1");
    }

    @Test
    void blankRowsAndFormattedBlankCellsAreNothing() {
        Object blank = xml("<c r='@' s='0'/>");
        SheetTable table = only(RawWorkbook.of(
                HEADER,
                row(2, blank, "　", blank, blank),
                row(3, "甲镇"),
                "<row r='9'/>",
                row(10, "乙镇", blank, 1, blank, blank)));
        assertThat(table.rows())
                .extracting(SheetRow::texts)
                .containsExactly(List.of("甲镇", "", ""), List.of("乙镇", "", "1"));
        assertThat(table.rows()).extracting(row -> row.place().record()).containsExactly(3, 10);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void contentBesideTheColumnsIsRefused() {
        read(RawWorkbook.of(HEADER, row(2, "甲镇", "", 1, null, null, "备注")));
        assertThat(codes()).containsExactly("long-row");
        assertThat(problems.all().get(0).place().words().zh()).isEqualTo("a.xlsx [Sheet1] F2");
    }

    @Test
    void rowsAndCellsNeedNotBeNumbered() {
        SheetTable table = only(RawWorkbook.of(
                "<row><c t='inlineStr'><is><t>单位</t></is></c><c t='inlineStr'><is><t>得分</t></is></c></row>",
                "<row><c t='inlineStr'><is><t>甲镇</t></is></c><c><v>1</v></c></row>"));
        assertThat(table.rows().get(0).texts()).containsExactly("甲镇", "1");
        assertThat(table.rows().get(0).place().record()).isEqualTo(2);
    }

    private static Object shared(int index) {
        return xml("<c r='@' t='s'><v>" + index + "</v></c>");
    }

    private String cell(Object cell) {
        return only(RawWorkbook.of(HEADER, row(2, "甲镇", "", cell)))
                .rows()
                .get(0)
                .texts()
                .get(2);
    }

    private String formatted(String format, String stored) {
        RawWorkbook workbook =
                RawWorkbook.of(HEADER, row(2, "甲镇", "", number(stored, 1))).formats(format);
        return only(workbook).rows().get(0).texts().get(2);
    }

    private SheetTable only(RawWorkbook workbook) {
        List<SheetTable> tables = read(workbook);
        assertThat(tables).as(problems.all().toString()).hasSize(1);
        return tables.get(0);
    }

    private List<SheetTable> read(RawWorkbook workbook) {
        return read(workbook.file());
    }

    private List<SheetTable> read(InputFile file) {
        return XlsxReader.read(file, names -> names.contains("单位"), problems);
    }

    private static InputFile resource(String name) throws IOException {
        try (InputStream in = XlsxReaderTest.class.getResourceAsStream("xlsx/" + name)) {
            return InputFile.of(name, Objects.requireNonNull(in).readAllBytes());
        }
    }

    private List<String> codes() {
        return problems.all().stream().map(Diagnostic::code).toList();
    }
}
