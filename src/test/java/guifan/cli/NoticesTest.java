package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import guifan.evaluate.Evaluation;
import guifan.evaluate.UnitResult;
import guifan.number.Rounding;
import guifan.number.Rounding.Mode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The papers of an archived result. */
class NoticesTest {

    private static final Rounding TWO = new Rounding(2, Mode.HALF_UP);

    @TempDir
    Path folder;

    private PaperDesk desk;

    @BeforeEach
    void aResultWithItsPapers() throws IOException {
        desk = new PaperDesk(folder).withPapers();
    }

    private Run notices(String... more) {
        return desk.notices("papers.yaml", more);
    }

    private String paper(String name) throws IOException {
        return desk.written(name);
    }

    private Evaluation evaluation() throws Exception {
        return desk.evaluation();
    }

    @Test
    void lettersSayNothingOfOtherUnits() throws Exception {
        notices();
        List<UnitResult> units = evaluation().units();
        for (UnitResult unit : units) {
            String own = TWO.format(Objects.requireNonNull(unit.totals()).finalTotal());
            for (Path file : files("-" + unit.unit() + ".md")) {
                String letter = Files.readString(file);
                for (UnitResult other : units) {
                    String total =
                            TWO.format(Objects.requireNonNull(other.totals()).finalTotal());
                    if (!other.equals(unit)) {
                        assertThat(letter).doesNotContain(other.unit());
                    }
                    if (!total.equals(own)) {
                        assertThat(letter).doesNotContain("最终得分" + total);
                    }
                }
            }
        }
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    @Test
    void onlyUnitsThatMustPutThingsRightAreReminded() throws Exception {
        notices();
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("整改")))
                    .containsExactlyInAnyOrder(
                            "整改提醒函-冲蒌镇.md", "整改提醒函-海宴镇.md", "整改提醒函-汶村镇.md", "整改提醒函-深井镇.md", "整改提醒函-北陡镇.md");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rectify: {count-from: issued}; 2020年2月14日",
                "rectify: {count-from: issued, days: 45}; 2020年2月29日",
                "'received: 2020-01-20\nrectify: {count-from: received}'; 2020年2月19日",
                "rectify: {by: 2020-03-01}; 2020年3月1日"
            })
    void deadlinesAreCountedFromTheDayThatIsGiven(String rectify, String day) throws IOException {
        String papers = Files.readString(folder.resolve("papers.yaml"));
        Files.writeString(folder.resolve("papers.yaml"), papers.replaceAll("(?m)^rectify:.*$", rectify));
        assertThat(notices().err()).isEmpty();
        assertThat(paper("整改提醒函-北陡镇.md")).contains("于" + day + "前（含当日）");
    }

    @Test
    void theLowestAreNamedOnlyIfThatIsAskedFor() throws IOException {
        notices();
        assertThat(paper("通报.md")).contains("“合格”等次5个").doesNotContain("北陡镇");
        assertThat(paper("向市委的报告.md")).contains("北陡镇");
        notices("--publish-lowest");
        assertThat(paper("通报.md")).contains("“合格”等次5个：冲蒌镇、海宴镇、汶村镇、深井镇、北陡镇");
    }

    @Test
    void unitsStandInTheOrderOfTheResultOrOfRanks() throws IOException {
        notices();
        assertThat(paper("通报.md")).contains("台城街道、水步镇、四九镇、白沙镇");
        notices("--order", "rank");
        assertThat(paper("通报.md")).contains("水步镇、白沙镇、台城街道、四九镇");
    }

    @Test
    void everyPaperNamesTheStandardAndSaysThatItIsAReconstruction() throws IOException {
        notices("--format", "md", "--format", "html");
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .contains("编号2019.1")
                        .contains("本标准为重构示例")
                        .doesNotContain("--standard");
            }
        }
        Files.createDirectory(folder.resolve("mine"));
        desk.console().with("mine/notice.txt", "# {{year}}\n");
        notices("--templates", "mine");
        assertThat(paper("通报.md")).contains("编号2019.1").contains("本标准为重构示例").contains("实绩为虚构示例");
        notices("--lang", "en");
        assertThat(paper("notice.md")).contains("id 2019.1").contains("This standard is a reconstruction");
    }

    /** Empty as it is written, it is refused; filled in with its own examples, papers are made of it. */
    @Test
    void aFileToBeFilledInIsHandedOut() throws IOException {
        Run without = desk.console().run("notices", "results.json", "--papers", "mine.yaml", "-o", "out");
        assertThat(without.exit()).isEqualTo(2);
        assertThat(without.err()).contains("没有这个文件：mine.yaml").contains("guifan notices results.json --starter .");
        assertThat(desk.console().run("notices", "results.json", "-o", "out").err())
                .contains("缺少参数：--papers FILE")
                .contains("--starter");
        assertThat(desk.console()
                        .run("notices", "results.json", "--starter", "desk")
                        .exit())
                .isZero();
        Run empty = desk.notices("desk/papers.yaml");
        assertThat(empty.exit()).isEqualTo(3);
        assertThat(empty.err()).contains("papers.yaml:6:").contains("papers.yaml:8:");
        assertThat(folder.resolve("out")).doesNotExist();
        Path file = folder.resolve("desk/papers.yaml");
        String filled = Files.readString(file)
                .replaceAll("(?m)^( *[a-z-]+:) +(?:\\[]|\\{})? *#.*?，如 (.*?) / .*$", "$1 $2")
                .replaceAll("(?m)^# ([a-z]+: [^ ]+) .*$", "$1");
        Files.writeString(file, filled);
        Run made = desk.notices("desk/papers.yaml", "--templates", "desk/templates");
        assertThat(made.exit()).as(filled + made.err()).isZero();
        assertThat(paper("通报.md")).startsWith("台山市人大常委会文件\n\n示例〔2020〕1号").contains("\n附注\n");
        Run again = desk.console().run("notices", "results.json", "--starter", "desk");
        assertThat(again.exit()).isEqualTo(5);
        assertThat(file).hasContent(filled);
    }

    @ParameterizedTest
    @CsvSource({"self,自评", "first,初评"})
    void onlyFinalResultsMakePapers(String stage, String word) throws IOException {
        String json = Files.readString(folder.resolve("results.json"))
                .replaceAll("\"stage\"\\s*:\\s*\"final\"", "\"stage\": \"" + stage + "\"");
        Files.writeString(folder.resolve("results.json"), json);
        Run run = notices();
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("error[not-final]").contains(word);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aPartialResultMakesNoPapers() throws IOException {
        desk.console()
                .with(
                        "scores.csv",
                        Files.readString(Path.of("examples/2019/scores.csv")).replace("94.1", "194.1"));
        assertThat(desk.console()
                        .run("evaluate", "--standard", "2019", "scores.csv", "--partial", "-o", "results.json")
                        .exit())
                .isEqualTo(3);
        assertThat(notices().err()).contains("error[partial-result]");
    }

    @Test
    void lettersGoToTheBodiesAndCommitteesThatArePutDown() throws IOException {
        notices();
        assertThat(paper("整改提醒函-北陡镇.md")).contains("北陡镇人大主席团：").contains("抄送：北陡镇党（工）委");
        desk.console().with("units.csv", Path.of("examples/roster.csv"));
        assertThat(notices("--roster", "units.csv").err()).isEmpty();
        assertThat(paper("整改提醒函-北陡镇.md")).contains("抄送：中共台山市北陡镇委员会");
        assertThat(paper("反馈函-台城街道.md")).contains("中共台山市台城街道工作委员会：");
    }

    @Test
    void theRosterGivesTheOrderAndMustHaveTheUnitsOfTheResult() throws IOException {
        String roster = Files.readString(Path.of("examples/roster.csv")).replace("台城街道,街道,台城,1,", "台城街道,街道,台城,99,");
        desk.console().with("units.csv", roster);
        notices("--roster", "units.csv");
        assertThat(paper("通报.md")).contains("：水步镇、四九镇、白沙镇、台城街道。");
        desk.console().with("units.csv", roster.replace("北陡镇,镇,北陡", "汀江镇,镇,汀江").replace("中共台山市水步镇委员会", ""));
        assertThat(notices("--roster", "units.csv").err())
                .contains("error[not-in-roster]: 名册没有结果中的“北陡镇”")
                .contains("error[not-in-result]: 结果中没有名册所列的“汀江镇”")
                .contains("error[no-party]: 没有填“水步镇”的党委");
    }

    @Test
    void ownTemplatesReplaceThoseOfTheProgram() throws IOException {
        Files.createDirectory(folder.resolve("mine"));
        desk.console().with("mine/notice.txt", "# {{year}} {{document}}\n| a | {{office}} |\n");
        assertThat(notices("--templates", "mine").exit()).isZero();
        assertThat(paper("通报.md")).startsWith("# 2019 示例〔2020〕1号\n\n| a | 台山市人大常委会办公室 |");
        assertThat(paper("反馈函-北陡镇.md")).contains("北陡镇");
        Files.writeString(folder.resolve("mine/notice.txt"), "{{nothing}}");
        assertThat(notices("--templates", "mine").err()).contains("notice.txt").contains("error[template]");
    }

    @Test
    void aLetterheadStandsOverThePapersThatGoOut() throws IOException {
        desk.withPapers("note:", "letterhead: 台山市人大常委会文件\nnote:");
        notices("--format", "md", "--format", "html");
        assertThat(paper("通报.md")).startsWith("台山市人大常委会文件\n\n示例〔2020〕1号\n\n# 关于");
        assertThat(paper("反馈函-北陡镇.html")).contains("<p class=\"letterhead\">台山市人大常委会文件</p>");
        assertThat(paper("得分明细-北陡镇.md")).doesNotContain("文件");
    }

    @Test
    void whatPapersSayIsNeverMarkup() throws IOException {
        desk.withPapers("office: 台山市人大常委会办公室", "office: '<script>|a\\b'");
        notices("--format", "html");
        assertThat(paper("整改提醒函-北陡镇.html")).contains("&lt;script&gt;|a\\b").doesNotContain("<script>");
    }

    @Test
    void aUnitHeldBackByACapIsToldWhy() throws IOException {
        notices();
        assertThat(paper("整改提醒函-海宴镇.md")).contains("81.21分").contains("“合格”（封顶合格：人代会代表出席率不足三分之二）");
    }

    @Test
    void theSameResultGivesTheSameBytes() throws IOException {
        Map<String, byte[]> first = written();
        Map<String, byte[]> second = written();
        assertThat(second.keySet()).isEqualTo(first.keySet()).hasSizeGreaterThan(70);
        second.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(first.get(name)));
    }

    private Map<String, byte[]> written() throws IOException {
        notices("--format", "md", "--format", "docx");
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    @Test
    void settingsInAnotherEncodingAreDataThatIsWrong() throws IOException {
        Files.write(
                folder.resolve("papers.yaml"),
                Files.readString(folder.resolve("papers.yaml")).getBytes(Charset.forName("GB18030")));
        Run run = notices();
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("papers.yaml: error[encoding]: 应为 UTF-8 编码的文本；请另存为 UTF-8");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aRevisionNeedsTheRulesOfTheResult() throws IOException {
        Files.copy(Path.of("standards/2018.yaml"), folder.resolve("2018.yaml"));
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.copy(Path.of("standards/2019.yaml"), other.resolve("2019.yaml"));
        String amendment = Files.readString(Path.of("standards/2019.1.yaml"));
        Files.writeString(other.resolve("2019.1.yaml"), amendment.replace("late-loses: 0.25", "late-loses: 0.2"));
        Run run = notices("--revised-from", "2018.yaml", "--standards", "other");
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("不能据以列修订对照表");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
