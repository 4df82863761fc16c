package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.report.Template.Layout;
import guifan.source.Language;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks hold the cells of the CSV sheets, and are the same bytes each time. */
class XlsxTemplateTest {

    private static final List<TemplateUnit> UNITS =
            List.of(new TemplateUnit("甲街道", "街道"), new TemplateUnit("乙镇", "镇"), new TemplateUnit("丙镇", "镇"));

    static List<String> standards() throws Exception {
        return TemplateTest.standards();
    }

    private static Template template(Standard standard) {
        return new Template(standard, UNITS, 3, 2020, Language.ZH);
    }

    @ParameterizedTest
    @MethodSource("standards")
    void theWideWorkbookHoldsWhatTheCsvHolds(String id) throws IOException {
        Template template = template(Standards.shipped(id));
        List<List<List<String>>> sheets = read(new TemplateFiles(template, Layout.WIDE).workbook());
        assertThat(sheets.get(0)).isEqualTo(cells(TemplateTest.csv(template, Layout.WIDE)));
        assertThat(sheets).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("standards")
    void theLongWorkbookHoldsWhatTheCsvHolds(String id) throws IOException {
        Template template = template(Standards.shipped(id));
        List<List<List<String>>> sheets = read(new TemplateFiles(template, Layout.LONG).workbook());
        assertThat(sheets.get(0)).isEqualTo(cells(TemplateTest.csv(template, Layout.LONG)));
    }

    @ParameterizedTest
    @MethodSource("standards")
    void aWorksheetForEachUnitHoldsItsRows(String id) throws IOException {
        Template template = template(Standards.shipped(id));
        List<List<List<String>>> sheets = read(new TemplateFiles(template, null).workbook());
        assertThat(sheets).hasSize(UNITS.size());
        for (int i = 0; i < UNITS.size(); i++) {
            List<List<String>> sheet = sheets.get(i);
            int header = sheet.indexOf(Template.UNIT_HEADER);
            assertThat(sheet.get(2))
                    .contains("单位：" + UNITS.get(i).name(), "类别：" + UNITS.get(i).kind(), "年度：2020");
            List<List<String>> rows =
                    template.rows(UNITS.get(i)).stream().map(template::cells).toList();
            assertThat(sheet.subList(header + 1, sheet.size()).stream().map(XlsxTemplateTest::trimmed))
                    .containsExactlyElementsOf(
                            rows.stream().map(XlsxTemplateTest::trimmed).toList());
        }
    }

    @Test
    void thereIsNoTimeInTheBytes() throws Exception {
        TemplateFiles files = new TemplateFiles(template(Standards.shipped("2019")), null);
        byte[] first = files.workbook();
        Thread.sleep(2100); // entries of archives keep time in steps of two seconds
        assertThat(files.workbook()).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void hostileNamesStayText(Layout layout) throws Exception {
        Standard standard = Standards.of(Standards.area(
                "id: a, name: '<b>&\"x', points: 50, rule: {kind: level, values: {'<高>': 50, '&低': 0}}",
                "id: b, name: =1+1, points: 50, measured-in: '<', rule: {kind: given, step: 0.5},"
                        + " panel: {combine: mean}"));
        List<TemplateUnit> units = List.of(new TemplateUnit("=1+1", "镇"), new TemplateUnit("a/b]]>", "镇"));
        Template template = new Template(standard, units, 2, null, Language.EN);
        byte[] workbook = new TemplateFiles(template, layout).workbook();
        assertThat(read(workbook).toString()).contains("<b>&\"x", "=1+1");
        assertThat(parts(workbook)).contains("xl/worksheets/sheet1.xml", "docProps/core.xml");
    }

    @Test
    void unitsWithAnyNameGetFilesOfTheirOwn() {
        FileNames names = new FileNames();
        assertThat(List.of("白沙镇", "a/b", "A/B", "CON", "..", "", "-x", "好".repeat(100)).stream()
                        .map(name -> names.of(name, "csv")))
                .containsExactly(
                        "白沙镇.csv",
                        "a%2Fb.csv",
                        "A%2FB_2.csv",
                        "_CON.csv",
                        "_.csv",
                        "__2.csv",
                        "_-x.csv",
                        "好".repeat(67) + ".csv");
    }

    private static List<List<String>> cells(String csv) {
        SheetTable table = TemplateTest.read(csv);
        List<List<String>> cells = new ArrayList<>(List.of(trimmed(table.header())));
        table.rows().stream()
                .map(SheetRow::texts)
                .map(XlsxTemplateTest::trimmed)
                .forEach(cells::add);
        return cells;
    }

    /** Leaves out blank cells at the end, which a worksheet need not hold. */
    private static List<String> trimmed(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return cells.subList(0, end);
    }

    private static List<List<List<String>>> read(byte[] workbook) throws IOException {
        List<List<List<String>>> sheets = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (var sheet : book.getSheets().toList()) {
                sheets.add(sheet.read().stream()
                        .map(XlsxTemplateTest::texts)
                        .map(XlsxTemplateTest::trimmed)
                        .toList());
            }
        }
        return sheets;
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(row.getOptionalCell(i).map(cell -> cell.getText()).orElse(""));
        }
        return texts;
    }

    /** Returns the names of the parts, each of which has to be XML. */
    private static List<String> parts(byte[] workbook) throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(zip.readAllBytes()));
            }
        }
        return names;
    }
}
