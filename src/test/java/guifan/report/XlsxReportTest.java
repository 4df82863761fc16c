package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.Evaluation;
import guifan.evaluate.SheetSet;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.report.XlsxBook.Align;
import guifan.report.XlsxBook.Cell;
import guifan.report.XlsxBook.Column;
import guifan.report.XlsxBook.Table;
import guifan.source.InputException;
import guifan.source.InputFile;
import guifan.source.Language;
import guifan.source.Problems;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.source.XlsxReader;
import guifan.standard.Standards;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxReportTest {

    private static final Rounding TEN = new Rounding(10, Rounding.Mode.HALF_UP);

    @Test
    void theFiguresAreThoseOfTheJsonForm() throws IOException, InputException {
        byte[] json = ReportFormat.JSON.render(towns(), Language.ZH);
        Evaluation evaluation = JsonReader.read("results.json", new String(json, StandardCharsets.UTF_8));
        assertThat(evaluation.units()).hasSize(17);
        Map<String, SheetTable> sheets = sheets(evaluation, Language.ZH);
        assertThat(sheets.keySet()).containsExactlyInAnyOrder("汇总", "各指标得分", "明细", "问题");
        for (UnitResult unit : evaluation.units()) {
            summaryIsRight(evaluation, unit, row(table(sheets, "汇总"), unit));
            SheetTable matrix = table(sheets, "各指标得分");
            SheetRow scores = row(matrix, unit);
            List<IndicatorResult> results = unit.indicators().toList();
            for (int i = 0; i < results.size(); i++) {
                IndicatorResult one = results.get(i);
                String shown = one.possible().isZero() ? "不适用" : decimal(one.score());
                assertThat(scores.texts().get(i + 2)).isEqualTo(shown);
            }
            List<String> ids = table(sheets, "明细").rows().stream()
                    .filter(row -> row.texts().get(0).equals(unit.unit()))
                    .map(row -> row.texts().get(2))
                    .toList();
            assertThat(ids)
                    .containsAll(results.stream().map(IndicatorResult::id).toList());
        }
    }

    private static void summaryIsRight(Evaluation evaluation, UnitResult unit, SheetRow row) {
        var totals = Objects.requireNonNull(unit.totals());
        var outcome = Objects.requireNonNull(unit.outcome());
        List<String> texts = row.texts();
        assertThat(texts.get(0)).isEqualTo(decimal(outcome.rank()));
        int end = 3 + unit.areas().size();
        for (int i = 3; i < end; i++) {
            var area = unit.areas().get(i - 3);
            assertThat(texts.get(i)).isEqualTo(area.possible().isZero() ? "不适用" : decimal(area.score()));
        }
        assertThat(texts.subList(end, end + 6))
                .containsExactly(
                        decimal(totals.raw()),
                        decimal(totals.possible()),
                        decimal(totals.base()),
                        decimal(totals.bonus()),
                        decimal(totals.penalty()),
                        decimal(totals.finalTotal()));
        assertThat(texts.get(end + 6))
                .isEqualTo(evaluation.standard().grades().get(outcome.grade()).name());
    }

    @Test
    void aDetailSaysWhatWasFilledInWhereAndWhatCameOfIt() throws IOException {
        SheetTable details = table(sheets(SampleUnits.all(), Language.ZH), "明细");
        List<String> reply = details.rows().stream()
                .map(SheetRow::texts)
                .filter(row -> row.get(0).equals("白沙镇") && row.get(2).equals("reply"))
                .findFirst()
                .orElseThrow();
        assertThat(reply.get(1)).isEqualTo("代表工作");
        assertThat(reply.get(4)).isEqualTo("按规则计分");
        assertThat(reply.get(5)).contains("11", "12");
        assertThat(reply.get(6)).startsWith("11 ÷ 12 = 91.67%");
        assertThat(reply.get(7)).isEqualTo(Samples.REPLY.sentence().zh());
        assertThat(reply.get(12)).isEqualTo("E2、F2");
        assertThat(details.rows()).extracting(row -> row.texts().get(1)).contains("加分", "扣分", "事实");
    }

    @Test
    void whatStandsOutHasAWorksheetOfItsOwn() throws IOException {
        SheetTable remarks = table(sheets(SampleUnits.all(), Language.ZH), "问题");
        assertThat(remarks.rows())
                .extracting(row -> row.texts().get(0) + "：" + row.texts().get(3))
                .anyMatch(text -> text.startsWith("台城街道：封顶"))
                .anyMatch(text -> text.startsWith("台城街道：有不适用的分值"))
                .anyMatch(text -> text.contains("未填"));
    }

    @Test
    void bothLanguagesAreWhole() throws IOException {
        Map<String, SheetTable> sheets = sheets(SampleUnits.all(), Language.EN);
        assertThat(sheets.keySet()).containsExactlyInAnyOrder("Summary", "Scores", "Details", "Remarks");
        assertThat(table(sheets, "Details").header()).allMatch(header -> header.matches("[a-z ]+"));
    }

    @Test
    void theSameEvaluationGivesTheSameBytesWhereverAndWheneverItIs() throws IOException {
        byte[] here = ReportFormat.XLSX.render(SampleUnits.all(), Language.ZH);
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            assertThat(ReportFormat.XLSX.render(SampleUnits.all(), Language.ZH)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(parts(here).get("docProps/core.xml")).contains(">2000-01-01T00:00:00Z<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "＝1",
                "001",
                "123456789012345678",
                "<b>&amp;",
                "_x0041_",
                "𠮷"
            })
    void textStaysTheTextItIs(String text) throws IOException {
        byte[] file = book(text);
        assertThat(read(file).get(0).rows().get(0).texts().get(0)).isEqualTo(text);
        assertThat(parts(file).get("xl/worksheets/sheet1.xml"))
                .doesNotContain("<f")
                .contains("t=\"s\"");
    }

    @Test
    void whatCannotBeSeenIsMadeVisibleAndWhatIsTooLongIsCut() throws IOException {
        assertThat(read(book("a\u001B[31m\u202Eb\nc\uD800"))
                        .get(0)
                        .rows()
                        .get(0)
                        .texts()
                        .get(0))
                .isEqualTo("a\\u{1B}[31m\\u{202E}b\nc\\u{D800}");
        String cut = read(book("长".repeat(40_000))).get(0).rows().get(0).texts().get(0);
        assertThat(cut).hasSize(32_767);
    }

    @Test
    void theHeaderStaysInSightAndColumnsAreAsWideAsTheyNeed() throws IOException {
        String summary =
                parts(ReportFormat.XLSX.render(SampleUnits.all(), Language.ZH)).get("xl/worksheets/sheet1.xml");
        assertThat(summary)
                .contains("state=\"frozen\"", "xSplit=\"2\"", "<autoFilter", "orientation=\"landscape\"")
                .containsPattern("<col min=\"2\" max=\"2\" width=\"1[0-9].0\"");
    }

    @Test
    void anEvaluationWithoutUnitsIsAWorkbookToo() throws IOException {
        byte[] file = ReportFormat.XLSX.render(Samples.evaluation(), Language.ZH);
        assertThat(parts(file).get("xl/sharedStrings.xml")).isNotEmpty();
    }

    private static byte[] book(String text) throws IOException {
        Column column = new Column("", "单位", 20, Align.LEFT);
        List<List<Cell>> rows = List.of(List.of(Cell.of(text)));
        return XlsxBook.of(List.of(new Table("表", List.of(), List.of(column), 1, rows, List.of())));
    }

    private static Evaluation towns() throws IOException {
        Problems problems = new Problems();
        SheetSet sheets = new SheetSet(problems);
        Path file = Path.of("examples/2019/scores.csv");
        sheets.add(InputFile.of("scores.csv", Files.readAllBytes(file)), null);
        return sheets.evaluate(Standards.shipped("2019"), 2019);
    }

    private static String decimal(Rational number) {
        return number.isDecimal()
                ? number.toString()
                : Rational.parse(TEN.format(number)).orElseThrow().toString();
    }

    private static SheetTable table(Map<String, SheetTable> sheets, String name) {
        return Objects.requireNonNull(sheets.get(name));
    }

    private static SheetRow row(SheetTable table, UnitResult unit) {
        return table.rows().stream()
                .filter(row -> row.texts().contains(unit.unit()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, SheetTable> sheets(Evaluation evaluation, Language language) throws IOException {
        Map<String, SheetTable> sheets = new HashMap<>();
        read(ReportFormat.XLSX.render(evaluation, language)).forEach(table -> sheets.put(table.worksheet(), table));
        return sheets;
    }

    private static List<SheetTable> read(byte[] file) {
        Problems problems = new Problems();
        List<SheetTable> tables = XlsxReader.read(
                InputFile.of("a.xlsx", file), names -> names.contains("单位") || names.contains("unit"), problems);
        assertThat(problems.hasErrors()).as(problems.all().toString()).isFalse();
        return tables;
    }

    private static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
