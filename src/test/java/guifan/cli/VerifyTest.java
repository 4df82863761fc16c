package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An archived result is confirmed, or what differs is named. */
class VerifyTest {

    private static final int FLIPS = 40;

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void aResultWithItsSheet() throws IOException {
        console = new Console(folder)
                .with("scores.csv", Path.of("examples/2019/scores.csv"))
                .with("results.json", Path.of("examples/2019/results.json"));
    }

    @TestFactory
    Stream<DynamicTest> everyArchivedResultOfTheExamplesIsConfirmed() throws IOException {
        List<Path> results;
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            results = files.filter(file -> file.endsWith("results.json")).toList();
        }
        assertThat(results).hasSizeGreaterThanOrEqualTo(3);
        return results.stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Run run = new Console(Path.of("").toAbsolutePath()).run("verify", file.toString());
                    assertThat(run.out()).contains("逐字一致");
                    assertThat(run.exit()).isZero();
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"results.csv", "report.html", "results.XLSX", "2019.yaml"})
    void whatIsMadeFromAResultIsNoneToVerify(String file) throws IOException {
        Files.writeString(folder.resolve(file), "名次,单位\n1,甲镇\n");
        Run run = console.run("verify", file);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("不是存档的结果", "results.json");
    }

    @Test
    void aChangedByteOfTheSheetIsNamed() throws IOException {
        Path sheet = folder.resolve("scores.csv");
        byte[] original = Files.readAllBytes(sheet);
        Random random = new Random(2019);
        for (int i = 0; i < FLIPS; i++) {
            Files.write(sheet, flipped(original, random));
            Run run = console.run("verify", "results.json", "scores.csv");
            assertThat(run.out()).contains("填报表 scores.csv 与结果所记不同");
            assertThat(run.exit()).isEqualTo(1);
        }
    }

    @Test
    void aChangedByteOfTheResultIsNamed() throws IOException {
        Path result = folder.resolve("results.json");
        byte[] original = Files.readAllBytes(result);
        String text = Files.readString(result);
        int from = text.indexOf("\"version\"");
        int to = text.indexOf('}', from);
        Random random = new Random(2020);
        for (int i = 0; i < FLIPS; i++) {
            byte[] changed = flipped(original, random);
            // The version of the program that wrote it is the one thing that can differ without being wrong.
            boolean version = differs(original, changed, from, to);
            if (!version) {
                Files.write(result, changed);
                Run run = console.run("verify", "results.json", "scores.csv");
                assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
                assertThat(run.out()).containsAnyOf("读不出来", "结果文件被改过", "与结果所记不同", "的写法被改过");
            }
        }
    }

    @Test
    void aChangedByteOfTheStandardIsNamed() throws IOException {
        Path standards = Files.createDirectory(folder.resolve("texts"));
        for (String name : List.of("2019.yaml", "2019.1.yaml")) {
            Files.copy(Path.of("standards", name), standards.resolve(name));
        }
        console.withEnvironment(Map.of("GUIFAN_STANDARDS", standards.toString()));
        Random random = new Random(2021);
        for (int i = 0; i < FLIPS; i++) {
            Path file = standards.resolve(random.nextInt(4) == 0 ? "2019.1.yaml" : "2019.yaml");
            byte[] original = Files.readAllBytes(file);
            Files.write(file, flipped(original, random));
            Run run = console.run("verify", "results.json", "scores.csv");
            Files.write(file, original);
            assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
            assertThat(run.out()).contains("评价标准 2019.1");
        }
        assertThat(console.run("verify", "results.json").exit()).isZero();
    }

    /** Line ends make no difference, so none is made or taken. */
    private static byte[] flipped(byte[] original, Random random) {
        byte[] changed = original.clone();
        int at = random.nextInt(changed.length);
        while (changed[at] == '\n' || changed[at] == '\r') {
            at = random.nextInt(changed.length);
        }
        do {
            changed[at] = (byte) (original[at] ^ (1 << random.nextInt(8)));
        } while (changed[at] == '\n' || changed[at] == '\r');
        return changed;
    }

    private static boolean differs(byte[] one, byte[] other, int from, int to) {
        for (int i = from; i < to; i++) {
            if (one[i] != other[i]) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({"'\"final\": 93.27','\"final\": 94.27',totals.final", "'\"year\": 2019','\"year\": 2018',year"})
    void aTamperedValueIsNamedWithItsPlace(String from, String to, String path) throws IOException {
        replaceInResult(from, to);
        Run run = console.run("verify", "results.json");
        assertThat(run.out()).contains("结果文件被改过", path);
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void anotherSpellingIsNamedByItsLine() throws IOException {
        replaceInResult("\"year\": 2019", "\"year\" : 2019");
        Run run = console.run("verify", "results.json");
        assertThat(run.out()).contains("的写法被改过", "不受影响");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void lineEndsOfAnotherSystemAreNoDifference() throws IOException {
        replaceInResult("\n", "\r\n");
        assertThat(console.run("verify", "results.json").exit()).isZero();
    }

    @Test
    void anEarlierMinorFormatMayLackMembersButNotDiffer() throws IOException {
        replaceInResult("\"formatVersion\": \"1.0\"", "\"formatVersion\": \"1.-1\"");
        assertThat(console.run("verify", "results.json").exit()).isZero();
        replaceInResult("\"originalIndicators\": 47,", "");
        assertThat(console.run("verify", "results.json").out()).contains("读不出来");
    }

    @Test
    void aRenamedSheetIsKnownByItsContent() throws IOException {
        Files.move(folder.resolve("scores.csv"), folder.resolve("renamed.csv"));
        assertThat(console.run("verify", "results.json", "renamed.csv").exit()).isZero();
        Run run = console.run("verify", "results.json");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("没有找到：scores.csv");
    }

    @Test
    void rosterAndManualChangesAreNeededAndCompared() throws IOException {
        Path example = Path.of("examples/commands/overrides");
        console.with("some.csv", example.resolve("scores.csv"))
                .with("overrides.csv", example.resolve("overrides.csv"))
                .with("roster.csv", "单位,类别\n四九镇,镇\n大江镇,镇\n赤溪镇,镇\n北陡镇,镇\n");
        Run made = console.run(
                "evaluate",
                "--standard",
                "2019",
                "some.csv",
                "--overrides",
                "overrides.csv",
                "--roster",
                "roster.csv",
                "-o",
                "r.json");
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(console.run("verify", "r.json").exit()).isZero();
        console.with("roster.csv2", "单位,类别\n北陡镇,镇\n四九镇,镇\n大江镇,镇\n赤溪镇,镇\n");
        Run other = console.run("verify", "r.json", "--roster", "roster.csv2");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.out()).contains("名册 roster.csv 与结果所记不同");
        Files.writeString(
                folder.resolve("overrides.csv"),
                Files.readString(folder.resolve("overrides.csv")).replace("2020-01-15", "2020-01-14"));
        Run changed = console.run("verify", "r.json");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.out()).contains("更正文件 overrides.csv 与结果所记不同");
        Files.delete(folder.resolve("overrides.csv"));
        assertThat(console.run("verify", "r.json").err()).contains("--overrides overrides.csv");
    }

    @Test
    void aLaterAmendmentIsSaidAloudAndChangesNothing() throws IOException {
        Path standards = Files.createDirectory(folder.resolve("texts"));
        for (String name : List.of("2019.yaml", "2019.1.yaml")) {
            Files.copy(Path.of("standards", name), standards.resolve(name));
        }
        Console here = console.withEnvironment(Map.of("GUIFAN_STANDARDS", standards.toString()));
        assertThat(here.run("verify", "results.json").err()).isEmpty();
        Matcher hash = Pattern.compile("\"rulesHash\": \"([0-9a-f]+)\"")
                .matcher(Files.readString(folder.resolve("results.json")));
        assertThat(hash.find()).isTrue();
        Files.writeString(standards.resolve("2019.2.yaml"), """
            format: 1
            standard: "2019.2"
            amends: "2019.1"
            rules-hash: %s
            correction: true
            status: issued
            effective: 2019-08-01
            changes:
              - {set: party-study, short: {was: 理论学习, now: 学习}, reason: 文字更正}
            ...
            """.formatted(hash.group(1)));
        Run run = here.run("verify", "results.json");
        assertThat(run.err()).contains("“2019”现在指 2019.2；本结果按 2019.1 评价");
        assertThat(run.exit()).isZero();
        assertThat(here.run("diff", "results.json", "results.json").err()).contains("2019.2");
    }

    @Test
    void aPartialResultIsVerifiedAsOne() throws IOException {
        String sheet = Files.readString(folder.resolve("scores.csv")).replaceFirst("\n白沙镇,镇,2019,", "\n白沙镇,镇,2019,许多");
        console.with("partly.csv", sheet);
        Run made = console.run("evaluate", "--standard", "2019", "--partial", "partly.csv", "-o", "p.json");
        assertThat(made.exit()).isEqualTo(3);
        assertThat(folder.resolve("p.json")).exists();
        Run run = console.run("verify", "p.json");
        assertThat(run.exit()).as(run.out()).isZero();
    }

    private void replaceInResult(String from, String to) throws IOException {
        Path result = folder.resolve("results.json");
        String text = Files.readString(result);
        assertThat(text).contains(from);
        Files.writeString(result, text.replace(from, to));
    }
}
