package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportFormatTest {

    @Test
    void theEndingOfAFilePicksTheFormatInEitherCase() {
        assertThat(ReportFormat.ofFile("结果/2019.json")).contains(ReportFormat.JSON);
        assertThat(ReportFormat.ofFile("RESULT.CSV")).contains(ReportFormat.CSV);
        assertThat(ReportFormat.ofFile("a.json.md")).contains(ReportFormat.MARKDOWN);
        assertThat(ReportFormat.ofFile("a.txt")).contains(ReportFormat.TABLE);
        assertThat(ReportFormat.ofFile("a.xlsx")).contains(ReportFormat.XLSX);
        assertThat(ReportFormat.ofFile("json")).isEmpty();
    }

    @Test
    void everyFormatIsFoundByItsWordAndWritesSomething() throws IOException {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(ReportFormat.ofWord(format.word())).contains(format);
            assertThat(ReportFormat.words().zh()).contains(format.word());
            assertThat(ReportFormat.endings().en()).contains("." + format.ending());
            byte[] file = format.render(SampleUnits.all(), Language.ZH);
            assertThat(format.text().isEmpty()).isEqualTo(format == ReportFormat.XLSX);
            if (format.text().isPresent()) {
                assertThat(new String(file, StandardCharsets.UTF_8))
                        .contains("白沙镇")
                        .isEqualTo(Samples.written(format.text().get(), SampleUnits.all(), Language.ZH));
            }
        }
        assertThat(ReportFormat.ofWord("pdf")).isEmpty();
    }
}
