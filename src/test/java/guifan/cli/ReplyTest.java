package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import guifan.evaluate.UnitResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies to complaints (复核答复). */
class ReplyTest {

    @TempDir
    Path folder;

    private PaperDesk desk;

    @BeforeEach
    void aResult() throws IOException {
        desk = new PaperDesk(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "html", "docx"})
    void aComplaintIsAnsweredStepByStep(String format) throws Exception {
        desk.console().with("papers.yaml", PaperDesk.NOTICES.resolve("replies.yaml"));
        desk.notices("papers.yaml", "--only", "reply", "--format", format);
        List<String> reply = desk.paper("复核答复-北陡镇." + format);
        String chain = desk.console()
                .run("explain", "results.json", "--unit", "北陡镇", "--indicator", "super-review")
                .out();
        List<String> steps = chain.lines().skip(3).toList();
        assertThat(steps).hasSizeGreaterThan(8);
        assertThat(reply).containsSubsequence(steps);
        assertThat(reply).anyMatch(line -> line.contains("维持不变"));
        assertThat(reply).contains("示例〔2020〕7号", "2020年2月5日", "复核后，你单位最终得分69.99分，第17名，等次为“合格”。");
        for (UnitResult other : desk.evaluation().units()) {
            assertThat(other.unit().equals("北陡镇") || !String.join("\n", reply).contains(other.unit()))
                    .as(other.unit())
                    .isTrue();
        }
    }

    @Test
    void whatWasChangedIsSaidWithItsDocumentAndEffect() throws Exception {
        desk.change();
        desk.console().with("papers.yaml", PaperDesk.NOTICES.resolve("changed.yaml"));
        assertThat(desk.notices("papers.yaml", "--only", "reply").err()).isEmpty();
        List<String> reply = desk.paper("复核答复-大江镇.md");
        assertThat(reply)
                .contains("申请成立，予以更正（示例〔2020〕3号）。更正的影响：得分 88.62→89.12。")
                .anyMatch(line -> line.startsWith("更正：完成市人大常委会交办工作·未完成：1 → 0；理由："))
                .noneMatch(line -> line.contains("维持"));
    }

    @Test
    void aComplaintAboutTheTotalShowsHowItCameAbout() throws Exception {
        String papers = Files.readString(PaperDesk.NOTICES.resolve("replies.yaml"))
                .replace("    indicators: [super-review]\n", "");
        desk.console().with("papers.yaml", papers);
        desk.notices("papers.yaml", "--only", "reply");
        assertThat(desk.paper("复核答复-北陡镇.md"))
                .contains("总分和等次")
                .anyMatch(line -> line.startsWith("基础分：≈70.9883"))
                .anyMatch(line -> line.startsWith("按最终得分 69.99"))
                .noneMatch(line -> line.startsWith("名次："));
    }

    /** What papers say and what the result says must not differ. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "decision: maintained; decision: changed; no-override",
                "unit: 北陡镇; unit: 北斗镇; unknown-unit",
                "[super-review]; [super-revue]; unknown-indicator",
                "decided: 2020-02-03; decided: 2020-01-03; dates-in-disorder",
                "decision: maintained; decision: perhaps; unknown-word",
                "    decision: maintained; #; missing-key",
                "claim:; claims:; unknown-key"
            })
    void aReplyThatTheResultDoesNotBearIsRefused(String now, String wrong, String code) throws Exception {
        desk.console()
                .with(
                        "papers.yaml",
                        Files.readString(PaperDesk.NOTICES.resolve("replies.yaml"))
                                .replace(now, wrong));
        Run run = desk.notices("papers.yaml");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("error[" + code + "]");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aResultThatWasChangedSinceIsNotMaintained() throws Exception {
        desk.change();
        desk.console()
                .with(
                        "papers.yaml",
                        Files.readString(PaperDesk.NOTICES.resolve("changed.yaml"))
                                .replace("changed", "maintained"));
        assertThat(desk.notices("papers.yaml").err())
                .contains("error[override-since]")
                .contains("示例〔2020〕3号");
    }
}
