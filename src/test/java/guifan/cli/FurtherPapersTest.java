package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import guifan.evaluate.Evaluation;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.number.Rounding.Mode;
import guifan.paper.PaperText;
import guifan.report.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists that go with a result, and replies to complaints. */
class FurtherPapersTest {

    private static final Path EXAMPLES = Path.of("examples");
    private static final Path NOTICES = EXAMPLES.resolve("commands/notices");
    private static final Path OVERRIDES = EXAMPLES.resolve("commands/overrides");

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void aResultWithItsPapers() throws IOException {
        console = new Console(folder).with("results.json", EXAMPLES.resolve("2019/results.json"));
    }

    private Run notices(String settings, String... more) {
        List<String> args = List.of("notices", "results.json", "--papers", settings, "-o", "out");
        return console.run(Stream.concat(args.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private List<String> paper(String name) throws IOException {
        return PaperText.of(folder.resolve("out").resolve(name));
    }

    private Evaluation evaluation() throws Exception {
        return JsonReader.read("results.json", Files.readString(folder.resolve("results.json")));
    }

    /** The list, from the totals: whoever is at most half a point from 80 or 90. */
    @ParameterizedTest
    @ValueSource(strings = {"md", "html", "docx"})
    void whoIsCloseToALineIsThatOfTheResult(String format) throws Exception {
        console.with("papers.yaml", NOTICES.resolve("papers.yaml"));
        notices("papers.yaml", "--only", "near", "--format", format);
        List<String> said = paper("临界与争议清单." + format);
        List<String> expected = new ArrayList<>();
        Rounding two = new Rounding(2, Mode.HALF_UP);
        for (UnitResult unit : evaluation().units()) {
            Totals totals = Objects.requireNonNull(unit.totals());
            for (int line : new int[] {80, 90}) {
                Rational margin = totals.exactFinal().minus(Rational.of(line));
                if (margin.abs().times(Rational.of(2)).compareTo(Rational.ONE) <= 0) {
                    expected.add(unit.unit() + " | " + two.format(totals.finalTotal()) + " | " + totals.exactFinal()
                            + " | " + margin);
                }
            }
        }
        List<String> listed = said.stream()
                .filter(line -> line.matches("[0-9]+ \\|.*"))
                .map(line -> line.split(" \\| "))
                .map(cells -> String.join(" | ", cells[1], cells[3], cells[5], cells[6]))
                .toList();
        assertThat(expected).hasSize(3);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(said).anyMatch(line -> line.contains("不超过0.5分的，共3处"));
        assertThat(said).contains("本标准为重构示例，非台山市人大常委会正式文本");
    }

    @Test
    void howCloseIsPutDownAndWhatDecidedIsSaid() throws Exception {
        changed();
        String papers = Files.readString(NOTICES.resolve("papers.yaml")).replace("note:", "near: 0.2\nnote:");
        console.with("papers.yaml", papers);
        notices("papers.yaml", "--only", "临界与争议清单");
        assertThat(paper("临界与争议清单.md"))
                .filteredOn(line -> line.startsWith("1 |"))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("四九镇", "89.90", "差“优秀”线（90）0.1 分", "示例〔2020〕3号", "影响：得分 90.00→89.90，等次 优秀→良好");
        assertThat(paper("临界与争议清单.md")).noneMatch(line -> line.startsWith("2 |"));
    }

    /** Puts a result there that has manual changes. */
    private void changed() throws IOException {
        console.with("scores.csv", OVERRIDES.resolve("scores.csv"))
                .with("overrides.csv", OVERRIDES.resolve("overrides.csv"));
        Files.delete(folder.resolve("results.json"));
        String[] args = {
            "evaluate", "--standard", "2019", "scores.csv", "--overrides", "overrides.csv", "-o", "results.json"
        };
        assertThat(console.run(args).exit()).isZero();
    }

    @Test
    void whatWasReducedIsListedWithItsGroups() throws Exception {
        console.with("papers.yaml", NOTICES.resolve("papers.yaml"));
        Run none = notices("papers.yaml", "--only", "reductions");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("没有可出的公文");
        List<String> lines = Files.readAllLines(EXAMPLES.resolve("2019/scores.csv"));
        int column = List.of(lines.get(0).split(",", -1)).indexOf("专题询问（次）");
        StringBuilder sheet = new StringBuilder();
        for (String line : lines) {
            List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
            boolean header = sheet.isEmpty();
            if (header) {
                cells.set(column, "专题询问（次）·自评");
            }
            String reduced = cells.get(0).equals("白沙镇") ? "0,没有记录,甲组" : ",,";
            cells.add(column + 1, header ? "专题询问·核定,专题询问·核减理由,专题询问·核定人" : reduced);
            sheet.append(String.join(",", cells)).append('\n');
        }
        console.with("checked.csv", sheet.toString());
        Files.delete(folder.resolve("results.json"));
        console.run("evaluate", "--standard", "2019", "checked.csv", "-o", "results.json");
        assertThat(notices("papers.yaml", "--only", "reductions", "--format", "docx")
                        .err())
                .isEmpty();
        List<String> said = paper("核减清单.docx");
        assertThat(said).contains("按考评组", "本标准为重构示例，非台山市人大常委会正式文本").anyMatch(line -> line.contains("共1项"));
        assertThat(said).anyMatch(line -> line.startsWith("白沙镇 | super-inquiry | 专题询问 |") && line.contains("没有记录"));
    }

    @Test
    void whatTheStandardRevisedIsSetSideBySide() throws Exception {
        console.with("papers.yaml", NOTICES.resolve("papers.yaml"));
        assertThat(notices("papers.yaml", "--only", "revision").exit()).isEqualTo(2);
        notices("papers.yaml", "--only", "revision", "--revised-from", "2019.0");
        List<String> said = paper("修订对照表.md");
        assertThat(said.get(1)).contains("修订前", "编号2019.0");
        assertThat(said.get(2)).contains("修订后", "编号2019.1");
        assertThat(said)
                .contains("共5处修订。")
                .filteredOn(line -> line.matches("[0-9]+ \\|.*"))
                .hasSize(5);
        assertThat(said)
                .anyMatch(line -> line.contains("（新增） | 规范民生实事项目票决（4 分）") && line.endsWith("适应民生实事项目人大代表票决工作全面推开"));
        notices("papers.yaml", "--only", "revision", "--revised-from", "2019");
        assertThat(paper("修订对照表.md")).contains("两份标准的条文没有差别。");
        Run unknown = notices("papers.yaml", "--revised-from", "2017");
        assertThat(unknown.exit()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "html", "docx"})
    void aComplaintIsAnsweredStepByStep(String format) throws Exception {
        console.with("papers.yaml", NOTICES.resolve("replies.yaml"));
        notices("papers.yaml", "--only", "reply", "--format", format);
        List<String> reply = paper("复核答复-北陡镇." + format);
        String chain = console.run("explain", "results.json", "--unit", "北陡镇", "--indicator", "super-review")
                .out();
        List<String> steps = chain.lines().skip(3).toList();
        assertThat(steps).hasSizeGreaterThan(8);
        assertThat(reply).containsSubsequence(steps);
        assertThat(reply).anyMatch(line -> line.contains("维持不变"));
        assertThat(reply).contains("示例〔2020〕7号", "2020年2月5日", "复核后，你单位最终得分69.99分，第17名，等次为“合格”。");
        for (UnitResult other : evaluation().units()) {
            assertThat(other.unit().equals("北陡镇") || !String.join("\n", reply).contains(other.unit()))
                    .as(other.unit())
                    .isTrue();
        }
    }

    @Test
    void whatWasChangedIsSaidWithItsDocumentAndEffect() throws Exception {
        changed();
        console.with("papers.yaml", NOTICES.resolve("changed.yaml"));
        assertThat(notices("papers.yaml", "--only", "reply").err()).isEmpty();
        List<String> reply = paper("复核答复-大江镇.md");
        assertThat(reply)
                .contains("申请成立，予以更正（示例〔2020〕3号）。更正的影响：得分 88.62→89.12。")
                .anyMatch(line -> line.startsWith("更正：完成市人大常委会交办工作·未完成：1 → 0；理由："))
                .noneMatch(line -> line.contains("维持"));
    }

    @Test
    void aComplaintAboutTheTotalShowsHowItCameAbout() throws Exception {
        String papers =
                Files.readString(NOTICES.resolve("replies.yaml")).replace("    indicators: [super-review]\n", "");
        console.with("papers.yaml", papers);
        notices("papers.yaml", "--only", "reply");
        assertThat(paper("复核答复-北陡镇.md"))
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
        console.with(
                "papers.yaml", Files.readString(NOTICES.resolve("replies.yaml")).replace(now, wrong));
        Run run = notices("papers.yaml");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("error[" + code + "]");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aResultThatWasChangedSinceIsNotMaintained() throws Exception {
        changed();
        console.with(
                "papers.yaml", Files.readString(NOTICES.resolve("changed.yaml")).replace("changed", "maintained"));
        assertThat(notices("papers.yaml").err())
                .contains("error[override-since]")
                .contains("示例〔2020〕3号");
    }

    @Test
    void papersAreNamedInBothLanguages() throws Exception {
        console.with("papers.yaml", NOTICES.resolve("papers.yaml"));
        notices("papers.yaml", "--only", "通报,summary");
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("通报.md", "成绩汇总表.md");
        }
        assertThat(notices("papers.yaml", "--only", "letter").err())
                .contains("没有“letter”这种公文")
                .contains("notice（通报）");
    }
}
