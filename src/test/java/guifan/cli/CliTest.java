package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line answers to what cannot be done. */
class CliTest {

    private static final Path SHEET = Path.of("examples/2019/scores.csv");

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void putASheetIntoTheFolder() throws IOException {
        console = new Console(folder).with("scores.csv", SHEET);
    }

    @Test
    void noArgumentsPrintTheHelpAndAreAUsageError() {
        Run run = console.run();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("evaluate").contains("explain").contains("standards");
    }

    @Test
    void aMisspeltOptionIsRefusedWithTheNearestOne() {
        Run run = console.run("evaluate", "--stndard", "2019", "scores.csv");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--stndard").contains("--standard");
    }

    @Test
    void anEmptyStandardIsAUsageError() {
        assertThat(console.run("evaluate", "--standard", "", "scores.csv").exit())
                .isEqualTo(2);
    }

    @Test
    void anUnknownStandardListsThoseThereAre() {
        Run run = console.run("evaluate", "--standard", "1999", "scores.csv");
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("1999").contains("2018.0").contains("2019.1");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whatIsSaidBeforeTheVerbHoldsForIt() {
        assertThat(console.run("--lang", "en", "standards", "list"))
                .isEqualTo(console.run("standards", "list", "--lang", "en"))
                .isEqualTo(console.run("standards", "--lang", "en", "list"))
                .isNotEqualTo(console.run("standards", "list"));
        assertThat(console.run("--lang", "en", "standards", "list", "--lang", "zh"))
                .isEqualTo(console.run("standards", "list"));
        assertThat(console.run("--message-format", "json", "evaluate", "--standard", "2018", "scores.csv")
                        .err())
                .startsWith("{");
        assertThat(console.run("-q", "template", "--standard", "2018", "-o", "a.csv")
                        .err())
                .isEqualTo(console.run("template", "-q", "--standard", "2018", "-o", "b.csv")
                        .err())
                .isNotEqualTo(console.run("template", "--standard", "2018", "-o", "c.csv")
                        .err());
    }

    @Test
    void aUnitOfAGroupIsToldItsWeight() throws IOException {
        console.with("projects.csv", Path.of("examples/livelihood-project/projects.csv"));
        String[] explain = {"explain", "--standard", "livelihood-project/2019", "projects.csv", "--unit", "四九长者饭堂"};
        assertThat(console.run(explain).out()).contains("计入实事项目“养老服务”的平均分，权重 ≈41.7112%");
        assertThat(console.run(Stream.concat(Stream.of(explain), Stream.of("--lang", "en"))
                                .toArray(String[]::new))
                        .out())
                .contains("Counts in the mean of 实事项目 \"养老服务\" with a weight of ≈41.7112%");
    }

    @Test
    void anOptionGivenTwiceIsAUsageError() {
        Run run = console.run("evaluate", "--standard", "2018", "--standard", "2019", "scores.csv");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--standard");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "template --layout form | --layout 不能是“form”，应为：wide、long、unit 之一",
                "template --layout form --lang en | --layout cannot be \"form\", expected one of wide, long, unit",
                "batch plan.yaml --jobs two | --jobs 不能是“two”，应为：整数",
                "standards new 2020 --from 2019 --effective 2020.1.1 | --effective 不能是“2020.1.1”，应为：日期，如 2019-06-30",
                "evaluate --standard 2019 scores.csv --encoding klingon | --encoding"
                        + " 不能是“klingon”，应为：UTF-8、GB18030、GBK、UTF-16 之一",
                "tally scores.csv --standard 2019 --encoding klingon --lang en | --encoding cannot be \"klingon\","
                        + " expected one of UTF-8, GB18030, GBK, UTF-16",
                "verify r.json --encoding klingon | --encoding 不能是“klingon”，应为：UTF-8、GB18030、GBK、UTF-16 之一",
                "tally scores.csv --standard 2019 --by form --format htm | 没有格式“htm”，可用：text、csv、json、md",
                "tally scores.csv --standard 2019 --by mont | 不能按“mont”统计，可用：form、unit、year、month",
                "evaluate --standard 2019 scores.csv --stage finall | 没有阶段“finall”，可用：self、first、final",
                "evaluate --standard 2019 scores.csv --message-format jsn | --message-format 不能是“jsn”，应为：text、json 之一",
                "evaluate --standard 2019 scores.csv --fail-on 优 | 没有等次“优”；已知的有：优秀、良好、合格",
                "explain --standard 2019 scores.csv --unit 白沙镇 --to 优 | 没有等次“优”；已知的有：优秀、良好、合格",
                "diff 2018 2019 --severity majr | 没有“majr”这一级，可用：major、minor、wording",
                "diff 2018 2019 --format jsn | 没有格式“jsn”，可用：text、csv、json、md、html、revision-table、amendment",
                "template --standard 2019 --format xls -o d/ | --format 不能是“xls”，应为：csv、xlsx 之一",
                "verify r.json --format jsn | 没有“jsn”这种格式，可用：text、json",
                "standards show 2019 --format jsn | 没有格式“jsn”，可用：text、md、html",
                "notices r.json -o d --papers p.yaml --order foo | --order 不能是“foo”，应为：roster、rank 之一",
                "evaluate --lang fr | --lang 不能是“fr”，应为：zh、en 之一",
                "evaluate --standard 2018 --standard 2019 x.csv | 选项 --standard 写了两次",
                "evaluate --standard 2018 --standard 2019 x.csv --lang=en | option --standard is given twice",
                "evaluate --standard | 缺少参数：--standard ID",
                "batch | 缺少参数：PLAN"
            })
    void aWrongValueIsToldInTheLanguageOfTheUser(String line, String message) {
        Run run = console.run(line.split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines().findFirst()).contains(message);
    }

    @Test
    void anUnknownFormatListsThoseThereAre() {
        Run run = console.run("evaluate", "--standard", "2019", "--format", "jso", "scores.csv");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("jso").contains("json");
    }

    @Test
    void anEndingThatNamesNoFormatIsAUsageError() {
        assertThat(console.run("evaluate", "--standard", "2019", "scores.csv", "-o", "x.doc")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void aMissingSheetIsAnInputFailure() {
        Run run = console.run("evaluate", "--standard", "2019", "none.csv");
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("none.csv");
    }

    @Test
    void aSheetNamedAsOutputTooIsRefused() {
        Run run = console.run("evaluate", "--standard", "2019", "scores.csv", "-o", "./scores.csv");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(folder.resolve("scores.csv")).hasSameBinaryContentAs(SHEET);
    }

    @Test
    void aSheetThatWouldHaveToBeTypedIsNotWaitedFor() {
        Map<String, String> terminal = Map.of(
                "GUIFAN_INPUT",
                "terminal",
                "GUIFAN_STANDARDS",
                Path.of("standards").toAbsolutePath().toString());
        Run run = console.withEnvironment(terminal).run("evaluate", "--standard", "2019", "-");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("- 表示标准输入，但没有内容传入");
    }

    @Test
    void aMissingOutputFolderIsAnOutputFailure() {
        Run run = console.run("evaluate", "--standard", "2019", "scores.csv", "-o", "none/x.json");
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains("none");
    }

    @Test
    void anExistingOutputIsKeptWhereThatIsAsked() throws IOException {
        console.with("x.json", "old");
        Run run = console.run("evaluate", "--standard", "2019", "scores.csv", "-o", "x.json", "--no-clobber");
        assertThat(run.exit()).isEqualTo(5);
        assertThat(folder.resolve("x.json")).hasContent("old");
    }

    @Test
    void nothingIsWrittenWhenTheSheetIsRefused() throws IOException {
        console.with("bad.csv", Files.readString(SHEET).replace("94.2", "九十"));
        Run run = console.run("evaluate", "--standard", "2019", "bad.csv", "-o", "x.json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("x.json")).doesNotExist();
    }

    @Test
    void aSheetFromStandardInputGivesTheSameTable() throws IOException {
        String fromFile =
                console.run("evaluate", "--standard", "2019", "scores.csv").out();
        String piped = console.withInput(Files.readString(SHEET))
                .run("evaluate", "--standard", "2019", "-")
                .out();
        assertThat(piped).isEqualTo(fromFile);
    }

    @Test
    void aFileWhoseNameStartsWithAnAtSignIsAFile() throws IOException {
        console.with("@a.csv", SHEET);
        assertThat(console.run("evaluate", "--standard", "2019", "@a.csv").exit())
                .isZero();
    }

    @Test
    void aFileWhoseNameStartsWithADashWorksAfterTwoDashes() throws IOException {
        console.with("-x.csv", SHEET);
        assertThat(console.run("evaluate", "--standard", "2019", "--", "-x.csv").exit())
                .isZero();
    }

    @Test
    void messagesCanBeReadByPrograms() {
        Run run = console.run("evaluate", "--message-format", "json", "--standard", "1999", "scores.csv");
        assertThat(run.err()).startsWith("{\"severity\":\"error\",\"code\":\"unknown-standard\"");
    }

    @Test
    void theLanguageComesFromTheOptionOrTheEnvironment() {
        String chinese =
                console.run("evaluate", "--standard", "2019", "scores.csv").out();
        String asked = console.run("evaluate", "--lang", "en", "--standard", "2019", "scores.csv")
                .out();
        String standards = Path.of("standards").toAbsolutePath().toString();
        String environment = console.withEnvironment(Map.of("GUIFAN_LANG", "en", "GUIFAN_STANDARDS", standards))
                .run("evaluate", "--standard", "2019", "scores.csv")
                .out();
        assertThat(chinese).startsWith("评价标准：2019年版第1次修订");
        assertThat(asked).startsWith("Standard").isEqualTo(environment);
    }

    @Test
    void anArchivedResultExplainsItselfAsTheSheetDoes() {
        console.run("evaluate", "--standard", "2019", "scores.csv", "-o", "r.json");
        String archived = console.run("explain", "r.json", "--unit", "北陡镇").out();
        String live = console.run("explain", "--standard", "2019", "scores.csv", "--unit", "北陡镇")
                .out();
        assertThat(archived).isEqualTo(live).contains("名次：第 17 名");
    }

    @Test
    void anUnknownUnitIsRefusedWithTheNearestOne() {
        Run run = console.run("explain", "--standard", "2019", "scores.csv", "--unit", "白沙");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("白沙镇");
    }

    @Test
    void aDamagedArchiveIsRefused() throws IOException {
        console.with("r.json", "{\"formatVersion\": \"1.0\"");
        Run run = console.run("explain", "r.json", "--unit", "白沙镇");
        assertThat(run.exit()).isEqualTo(3);
    }

    @Test
    void theFirstAmendmentIsUnknownToTheTextAsIssued() {
        assertThat(console.run("standards", "show", "2019.0").out()).doesNotContain("decide-vote");
        assertThat(console.run("standards", "show", "2019").out()).contains("decide-vote");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "合格 | 1 | “合格”及以下（--fail-on）5个：冲蒌镇、海宴镇、汶村镇、深井镇、北陡镇",
                "优秀 | 1 | “优秀”及以下（--fail-on）17个",
                "优良 | 2 | 没有等次“优良”",
                "合格 --check | 2 | --fail-on 看评定的等次",
                "合格 --set 合格=0 | 2 | --fail-on 看评定的等次"
            })
    void aGradeCanBeAskedToStop(String grade, int exit, String said) {
        Run run = console.run(("evaluate --standard 2019 scores.csv --fail-on " + grade).split(" "));
        assertThat(run.exit()).isEqualTo(exit);
        assertThat(run.err()).contains(said);
        assertThat(run.out().isEmpty()).isEqualTo(exit == 2);
    }

    @Test
    void aGateThatNobodyIsStoppedAtSaysNothing() throws IOException {
        String[] lines = Files.readString(SHEET).split("\n", 3);
        console.with("one.csv", lines[0] + "\n" + lines[1] + "\n");
        Run run = console.run("evaluate", "--standard", "2019", "one.csv", "--fail-on", "良好", "-q");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
    }
}
