package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReportTest {

    @Test
    void theTableAndItsSummaryAreMarkdown() {
        assertThat(Samples.written(new MarkdownReport(), SampleUnits.all(), Language.ZH))
                .contains("\n\n| 名次 | 单位 | 类别 | 党的领导/6 | 代表/4 | 基础分/10 | 加分 |")
                .contains("\n| ---: | --- | --- | ---: | ---: | ---: |")
                .contains("\n| 1 | 台城街道 | 街道 | 5.25 | 3/3 | 8.25/9→9.17 | 0 | 0 | 9.17 | 良好 | 封顶良好：一票否决 |")
                .contains("\n- 良好 2个：白沙镇、台城街道\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a|b a\\|b",
                "*x*_y_ \\*x\\*\\_y\\_",
                "[a](b) \\[a\\](b)",
                "<b>&amp; &lt;b&gt;&amp;amp;",
                "`x`\\ \\`x\\`\\\\",
                "#1 \\#1",
                "2019.1 2019.1",
                "http://a.b http\\://a.b",
                "www.a.b www\\.a.b",
                "a~~b@c a\\~\\~b\\@c"
            })
    void nothingInANameIsMarkup(String name, String escaped) {
        assertThat(MarkdownReport.escaped(name)).isEqualTo(escaped);
    }

    @Test
    void aLineBreakInANameBecomesABlankAndOtherControlsVisible() {
        assertThat(MarkdownReport.escaped("a\r\nb\u001Bc")).isEqualTo("a b\\\\u\\{1B\\}c");
    }
}
