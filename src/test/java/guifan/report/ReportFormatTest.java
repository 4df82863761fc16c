package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Language;
import org.junit.jupiter.api.Test;

class ReportFormatTest {

    @Test
    void theEndingOfAFilePicksTheFormatInEitherCase() {
        assertThat(ReportFormat.ofFile("结果/2019.json")).contains(ReportFormat.JSON);
        assertThat(ReportFormat.ofFile("RESULT.CSV")).contains(ReportFormat.CSV);
        assertThat(ReportFormat.ofFile("a.json.md")).contains(ReportFormat.MARKDOWN);
        assertThat(ReportFormat.ofFile("a.txt")).contains(ReportFormat.TABLE);
        assertThat(ReportFormat.ofFile("json")).isEmpty();
    }

    @Test
    void everyFormatIsFoundByItsWordAndWritesSomething() {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(ReportFormat.ofWord(format.word())).contains(format);
            assertThat(ReportFormat.words().zh()).contains(format.word());
            assertThat(ReportFormat.endings().en()).contains("." + format.ending());
            assertThat(Samples.written(format.report(), SampleUnits.all(), Language.ZH))
                    .contains("白沙镇");
        }
        assertThat(ReportFormat.ofWord("pdf")).isEmpty();
    }
}
