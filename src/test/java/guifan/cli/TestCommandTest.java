package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCommandTest {

    private static final String STANDARD = """
            format: 1
            standard: "small"
            title: 试验标准
            status: issued
            provenance: reconstructed
            effective: 2020-01-01
            units: {kinds: [镇, 街道]}
            total: 10
            areas:
              - id: area
                name: 方面
                points: 10
                indicators:
                  - {id: held, name: 会议, points: 4, applies-to: [镇], rule: {kind: shortfall, target: 2}}
                  - {id: rate, name: 占比, points: 6, measured-in: "%", rule: {kind: bands, bands: [{at-least: 60, points: 6}, {otherwise: true, points: 1}]}}
            grades:
              levels:
                - {name: 优秀, at-least: 9}
                - {name: 合格, otherwise: true}
            ...
            """;

    private static final String TESTS = """
            format: 1
            tests: "small.0"
            tables:
              - of: held
                scores: {1: 2, 2.5: not-whole}
            cases:
              - case: 街道
                kind: 街道
                given: {rate: 59.9}
                others: full
                # 1 ÷ 6 × 10
                expect: {rate: 1, held: 不适用, exact: 5/3, grade: 合格}
            ...
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), STANDARD);
        tests(TESTS);
    }

    private void tests(String text) throws IOException {
        Files.writeString(folder.resolve("small.test.yaml"), text);
    }

    private Run run(String... more) {
        String[] args = new String[more.length + 3];
        System.arraycopy(new String[] {"standards", "test", "small.yaml"}, 0, args, 0, 3);
        System.arraycopy(more, 0, args, 3, more.length);
        return new Console(folder).run(args);
    }

    @Test
    void casesThatHoldPass() {
        Run run = run();
        assertThat(run.out()).isEqualTo("small.0（small.test.yaml）：3 个用例全部通过\n");
        assertThat(run.exit()).isZero();
    }

    private static final String LOOKS_BACK = """
            format: 1
            tests: "small.0"
            cases:
              - case: 两年合格，又由党组决定
                units:
                  甲: {kind: 镇, others: full, earlier: [合格, 合格], decided: 2, expect: {grade: 合格, caps: again, rank: 2}}
                  乙: {kind: 镇, others: full, earlier: [合格, 无, 合格], decided: 1, expect: {grade: 优秀, caps: 无, rank: 1}}
            ...
            """;

    @Test
    void earlierGradesAndDecisionsAreSaidOfUnits() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), STANDARD.replace("...\n", """
                  caps: [{id: again, when: {history: 合格, years: 2}, at-most: 合格, reason: 连续合格}]
                ranking: {ties: share, chain: [{decision: 党组}]}
                ...
                """));
        tests(LOOKS_BACK);
        assertThat(run("--coverage").out())
                .startsWith("small.0（small.test.yaml）：1 个用例全部通过\n")
                .doesNotContain("again", "决定");
        tests(LOOKS_BACK.replace("无, 合格", "中等"));
        assertThat(run().out()).contains("small.test.yaml:7:10: [unknown-grade]");
    }

    @Test
    void aDecisionThatTheRankingDoesNotProvideForIsTold() throws IOException {
        tests(LOOKS_BACK.replace("earlier: [合格, 合格], ", "").replace("caps: again, ", ""));
        assertThat(run().out()).contains("small.test.yaml:6:10: [decision-not-provided]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {1: 2,     | {1: 2.01,    | held = 1  | small.test.yaml:5:17: held 应为 2.01，实为 2
                    {1: 2,     | {2: 2,       | held = 2  | small.test.yaml:5:17: held 应为 2，实为 4
                    not-whole  | step         | held = 2.5 | small.test.yaml:5:25: refused 应为 step，实为 not-whole
                    2.5: not-whole | 3: not-whole | held = 3 | small.test.yaml:5:23: refused：应拒绝，却接受了
                    5/3        | 1.67         | 街道        | small.test.yaml:12:41: exact 应为 1.67，实为 5/3
                    合格}       | 优秀}         | 街道        | small.test.yaml:12:53: grade 应为 优秀，实为 合格
                    held: 不适用 | held: 0      | 街道        | small.test.yaml:12:29: held 应为 0，实为 不适用
                    rate: 59.9 | rate: 60     | 街道        | small.test.yaml:12:20: rate 应为 1，实为 6
                    rate: 59.9 | rate: 待核    | 街道        | small.test.yaml:9:19: [pending]
                    rate: 59.9 | rat: 5       | 街道        | small.test.yaml:9:18: [unknown-id]
                    grade:     | grad:        | 街道        | 不认识“grad”
                    """)
    void whatDiffersIsToldWithItsPlace(String old, String now, String name, String told) throws IOException {
        tests(TESTS.replace(old, now));
        Run run = run();
        assertThat(run.out()).contains("1 个未通过", "  未通过：" + name + "\n", told);
        assertThat(run.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    format: 1       | format: 2     | format
                    small.0         | other         | tests
                    others: full    | others: half  | unknown-word
                    kind: 街道       | knd: 街道      | unknown-key
                    expect:         | expct:        | unknown-key
                    of: held        | of: hold      | unknown-id
                    {rate: 59.9}    | {rate: [1]}   | not-a-word
                    case: 街道       | note: 街道     | missing-key
                    """)
    void whatIsWrongWithATestFileIsRefused(String old, String now, String code) throws IOException {
        tests(TESTS.replace(old, now));
        Run run = run();
        assertThat(run.err()).contains("error[" + code + "]", "small.test.yaml");
        assertThat(run.exit()).isEqualTo(4);
    }

    @Test
    void updateRewritesWhatDiffersAndNothingElse() throws IOException {
        tests(TESTS.replace("{1: 2,", "{1: 3,").replace("5/3, grade: 合格", "1, grade: 优秀"));
        Run run = run("--update");
        assertThat(run.out()).contains("改写了 3 处", "全部通过");
        assertThat(run.exit()).isZero();
        assertThat(folder.resolve("small.test.yaml")).hasContent(TESTS);
    }

    @Test
    void coverageListsWhatNoCaseReached() {
        Run run = run("--coverage", "--lang", "en");
        assertThat(run.out()).contains("grade: 优秀", "held: from 2");
        assertThat(run.out()).doesNotContain("held: from 0", "rate: from 0");
        assertThat(run.exit()).isZero();
        assertThat(run("--full-coverage").exit()).isEqualTo(1);
    }

    @Test
    void theBoundaryCasesReachEverythingAndPass() throws IOException {
        Run boundaries = run("--boundaries");
        assertThat(boundaries.out()).contains("59.99: 1", "60: 6", "60.01: 6");
        tests(boundaries.out());
        Run run = run("--full-coverage");
        assertThat(run.out()).contains("全部通过", "覆盖 7/7");
        assertThat(run.exit()).isZero();
    }

    @Test
    void theXmlNamesEveryCase() throws IOException {
        tests(TESTS.replace("{1: 2,", "{1: 3,").replace("case: 街道", "case: 街道 <&\"> "));
        assertThat(run("--junit", "out.xml").exit()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("out.xml")))
                .contains("<testsuite name=\"small.0\" tests=\"3\" failures=\"1\"")
                .contains("<testcase classname=\"small.0\" name=\"held = 2.5\"/>")
                .contains("name=\"街道 &lt;&amp;&quot;&gt;\"")
                .contains("<failure message=\"small.test.yaml:5:17: held 应为 3，实为 2\">");
    }

    @Test
    void aNamedStandardWithoutTestsIsAnError() throws IOException {
        Files.delete(folder.resolve("small.test.yaml"));
        Run run = run();
        assertThat(run.err()).contains("error[no-tests]");
        assertThat(run.exit()).isEqualTo(4);
    }

    @Test
    void withoutNamesAllStandardsOfTheFolderAreTested() throws IOException {
        Path standards = Files.createDirectory(folder.resolve("standards"));
        Files.move(folder.resolve("small.yaml"), standards.resolve("small.yaml"));
        Run none = new Console(folder).run("standards", "test", "--standards", "standards");
        assertThat(none.out()).contains("“small.0”没有测试（");
        assertThat(none.exit()).isZero();
        assertThat(new Console(folder)
                        .run("standards", "test", "--standards", "standards", "--full-coverage")
                        .exit())
                .isEqualTo(1);
        Files.move(folder.resolve("small.test.yaml"), standards.resolve("small.test.yaml"));
        Run run = new Console(folder).run("standards", "test", "--standards", "standards");
        assertThat(run.out()).contains("small.test.yaml）：3 个用例全部通过");
    }

    @Test
    void theTablesOfTheAmendedTextHoldOn() throws IOException {
        Run run = new Console(Path.of("").toAbsolutePath()).run("standards", "test", "2019.1");
        assertThat(run.out()).contains("全部通过");
        String own = Files.readString(Path.of("standards/2019.1.test.yaml"));
        assertThat(own).contains("continues: \"2019.0\"").doesNotContain("of: party-hear");
    }

    @Test
    void theSchemaIsPrintedAsItLiesBesideTheStandards() throws IOException {
        Run run = new Console(folder).run("standards", "schema");
        assertThat(run.out()).isEqualTo(Files.readString(Path.of("standards/standard.schema.json")));
    }
}
