package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.standard.Standards;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class XlsxSheetsTest {

    @Test
    void theSameSheetGivesTheSameEvaluationInEveryFormat() throws IOException {
        byte[] utf8 = resource("scores.csv");
        String text = new String(utf8, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        Evaluation expected = evaluation("scores.csv", utf8);
        assertThat(expected.units()).hasSize(17);
        byte[] gbk = text.substring(1).replaceAll("\r?\n", "\r\n").getBytes(Charset.forName("GBK"));
        assertSame(expected, evaluation("gbk.csv", gbk));
        assertSame(expected, evaluation("scores.xlsx", resource("libreoffice-scores.xlsx")));
    }

    @Test
    void messagesAboutAWorkbookNameTheCell() throws IOException {
        Problems problems = new Problems();
        SheetSet sheets = new SheetSet(problems);
        sheets.add(InputFile.of("cells.xlsx", resource("libreoffice-cells.xlsx")), null);
        sheets.evaluate(Standards.shipped("2019"), null);
        assertThat(problems.hasErrors()).isTrue();
        assertThat(problems.all()).anyMatch(one -> one.place().words().zh().startsWith("cells.xlsx [填报表] 3"));
    }

    private static Evaluation evaluation(String name, byte[] content) {
        Problems problems = new Problems();
        SheetSet sheets = new SheetSet(problems);
        sheets.add(InputFile.of(name, content), null);
        Evaluation evaluation = sheets.evaluate(Standards.shipped("2019"), null);
        assertThat(problems.hasErrors()).as(problems.all().toString()).isFalse();
        return evaluation;
    }

    private static void assertSame(Evaluation expected, Evaluation actual) {
        assertThat(actual.standard()).isEqualTo(expected.standard());
        assertThat(withoutPlaces(actual)).isEqualTo(withoutPlaces(expected));
    }

    private static List<String> withoutPlaces(Evaluation evaluation) {
        return evaluation.units().stream()
                .map(unit -> unit.toString().replaceAll("CellPlace\\[[^\\[\\]]*]", ""))
                .toList();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = XlsxSheetsTest.class.getResourceAsStream("/guifan/source/xlsx/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
