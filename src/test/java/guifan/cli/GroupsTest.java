package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sub-projects come to together, in differences and papers. */
class GroupsTest {

    private static final Path EXAMPLE = Path.of("examples/livelihood-project/projects.csv");

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void evaluateTwice() throws IOException {
        console = new Console(folder).with("a.csv", EXAMPLE);
        String changed = Files.readString(EXAMPLE).replace("老旧小区改造,全,54,50", "老旧小区改造,全,30,50");
        console.with("b.csv", changed);
        for (String name : new String[] {"a", "b"}) {
            Run run = console.run(
                    "evaluate", "--standard", "livelihood-project/2019", name + ".csv", "-o", name + ".json", "-q");
            assertThat(run.exit()).as(run.err()).isZero();
        }
    }

    @Test
    void theDifferenceOfTwoResultsComparesThem() {
        Run run = console.run("diff", "a.json", "b.json");
        // 20 points less for one of four that weigh 1250 of 3810: 20 × 1250 ÷ 3810 = 6.56
        assertThat(run.out())
                .contains("汇总到项")
                .containsPattern("老旧小区改造 +2→5 +95\\.14 +88\\.58 +−6\\.56 +好→较好\\n")
                .containsPattern("农村道路提升 +5→4 +90\\.37 +90\\.37 +0 +好\\n")
                .doesNotContain("养老服务 ");
        assertThat(console.run("diff", "a.json", "b.json", "--format", "json").out())
                .contains("\"groups\"", "\"difference\": -6.56");
        assertThat(console.run("diff", "a.json", "b.json", "--format", "html").out())
                .contains("<caption>汇总到项</caption>", "好→较好");
        assertThat(console.run("diff", "a.json", "a.json").out()).doesNotContain("汇总到项");
    }

    @Test
    void theSummaryHasTheirTable() throws IOException {
        console.with("papers.yaml", """
            format: 1
            year: 2019
            meeting: {body: 主任会议, date: 2020-01-10}
            document: 示例〔2020〕1号
            office: 办公室
            signatory: 示例机关
            city-committee: 示例市委
            recipients: [各责任单位]
            bodies: {子项目: 责任单位}
            issued: 2020-01-15
            rectify: {by: 2020-02-28}
            note: 虚构示例
            ...
            """);
        Run run = console.run("notices", "a.json", "--papers", "papers.yaml", "--only", "summary", "-o", "p");
        assertThat(run.exit()).as(run.err()).isZero();
        String paper = Files.readString(folder.resolve("p/成绩汇总表.md"));
        assertThat(paper).contains("## 按实事项目汇总", "| 1 | 侨乡文化惠民 | 3 | 1435 | 97.40 | 好 |", "好 5个；较好 3个；一般 2个；差 0个");
    }
}
