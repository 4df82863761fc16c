package guifan.cli;

import static guifan.source.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import guifan.cli.Console.Run;
import guifan.source.RawWorkbook;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, names and surroundings that spoil results elsewhere; the numbers are those of the list of bad inputs. */
class HazardCasesTest {

    private static final List<String> FILES = List.of("out.json", "out.csv", "out.xlsx", "out.md", "out.html");

    @TempDir
    Path folder;

    private Run evaluate(String standard, String file, byte[] content, String... more) throws IOException {
        Files.write(folder.resolve(file), content);
        List<String> args = new ArrayList<>(List.of("evaluate", "--standard", "small.yaml", file));
        args.addAll(List.of(more));
        return new Console(folder).with("small.yaml", standard).run(args.toArray(String[]::new));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String averaged(String weights) {
        String[] weight = weights.split(" ");
        StringBuilder indicators = new StringBuilder();
        for (int i = 0; i < weight.length; i++) {
            indicators.append(
                    "      - {id: m%d, name: 甲%d, points: 100, weight: %s, measured-in: \"%%\", rule: {kind: proportional, full-at: 100}}\n"
                            .formatted(i, i, weight[i]));
        }
        return Standards.HEAD
                + "total: 100\nrounding: {final: {scale: 2, mode: half-up}}\nareas:\n"
                + "  - id: area\n    name: 方面\n    points: 100\n    combine: mean\n    indicators:\n"
                + indicators
                + "grades:\n  levels:\n    - {name: 合格, at-least: 60}\n    - {name: 不合格, otherwise: true}\n...\n";
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "65 | 0.3 0.7 | 0.5%,85.5% | 60.00 | 合格",
                "65 | 0.3 0.7 | 0.46%,85.5% | 59.99 | 不合格",
                "66 | 1 | 0.145% | 0.15 | 不合格",
                "67 | 1 1 1 | 1,0,0 | 0.33 | 不合格",
                "68 | 1 | 90.5% | 90.50 | 合格",
                "68 | 1 | 90.5 | 90.50 | 合格"
            })
    void numbersAreExactUpToTheRoundingThatTheStandardNames(
            String number, String weights, String cells, String total, String grade) throws IOException {
        StringBuilder header = new StringBuilder("单位,类别");
        for (int i = 0; i < weights.split(" ").length; i++) {
            header.append(",甲").append(i);
        }
        Run run = evaluate(averaged(weights), "a.csv", utf8(header + "\n甲镇,镇," + cells + "\n"), "--format", "csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("," + total + "," + grade + ",");
    }

    @Test
    void aFractionIsNeverTakenForAPercentage() throws IOException {
        Run run = evaluate(averaged("1"), "a.csv", utf8("单位,类别,甲0\n甲镇,镇,0.905\n"), "-o", "out.json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("a.csv: 第 2 行 C 列「甲0」: error[percent-fraction]: “0.905”是百分之 0.905，还是 90.5%？");
        assertThat(folder.resolve("out.json")).doesNotExist();
    }

    /** 100 to 103, 105 and 107: names as they stand in a workbook. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1",
                "@SUM",
                "＝1",
                "<script>alert(1)</script>",
                "\"><img onerror=alert(1)>",
                "a|b`c`",
                "[a](javascript:x)",
                "# x",
                "_x001B_[31m红",
                "_x0007_铃",
                "\u202E反",
                "\uD842\uDFB7镇",
                "甲_xD800_镇"
            })
    void aHostileNameIsTextInEveryOutput(String name) throws Exception {
        byte[] book = RawWorkbook.of(row(1, "单位", "视察", "答复率"), row(2, RawWorkbook.escaped(name), 3, 90))
                .bytes();
        List<String> outputs = new ArrayList<>();
        FILES.forEach(file -> outputs.addAll(List.of("-o", file)));
        Run run = evaluate(BadSheetsTest.STANDARD, "a.xlsx", book, outputs.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
        String spoken =
                name.replace("_x001B_", "\u001B").replace("_x0007_", "\u0007").replace("\u202E", "");
        String json = text("out.json");
        assertThat(new ObjectMapper()
                        .readTree(json)
                        .get("units")
                        .get(0)
                        .get("unit")
                        .asText())
                .isEqualTo(spoken);
        String row = text("out.csv").lines().skip(1).findFirst().orElseThrow();
        boolean formula = "=+@＝".indexOf(name.charAt(0)) >= 0;
        assertThat(row.replace("\"\"", "\"")).contains((formula ? "'" : "") + spoken);
        assertThat(text("out.html")).doesNotContain("<script>alert", "<img onerror", "\u001B", "\u0007", "\u202E反");
        assertThat(text("out.md")).doesNotContain("[a](javascript", "<script>", "\u001B", "\u0007", "a|b");
        assertThat(Grids.ofWorkbook(Files.readAllBytes(folder.resolve("out.xlsx"))))
                .isNotEmpty();
        Run shown = new Console(folder).run("evaluate", "--standard", "small.yaml", "a.xlsx");
        assertThat(shown.out() + shown.err()).doesNotContain("\u001B", "\u0007", "\u202E");
    }

    private String text(String file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(folder.resolve(file))))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssertionError(file + " is no UTF-8", e);
        }
    }

    @ParameterizedTest(name = "121: {0}")
    @ValueSource(strings = {"xterm-256color", "dumb", ""})
    void noOutputThatIsNoTerminalHasColours(String terminal) throws IOException {
        Map<String, String> environment = terminal.isEmpty() ? Map.of("NO_COLOR", "1") : Map.of("TERM", terminal);
        Console console = new Console(folder)
                .with("small.yaml", BadSheetsTest.STANDARD)
                .with("a.csv", "单位,视察,答复率\n甲镇,3,90\n")
                .with("bad.csv", "单位,视察,答复率\n甲镇,三,90\n")
                .withEnvironment(environment);
        for (String line : List.of(
                "evaluate --standard small.yaml a.csv",
                "evaluate --standard small.yaml bad.csv",
                "explain --standard small.yaml a.csv --unit 甲镇",
                "standards show small.yaml",
                "evaluate --help",
                "--help",
                "evaluate --standrad x")) {
            Run run = console.run(line.split(" "));
            assertThat(run.out() + run.err()).as(line).isNotEmpty().doesNotContain("\u001B");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anOutputMayHaveTheLongestNameThereIs() throws IOException {
        String name = "报".repeat(83) + ".csv"; // 253 bytes
        Run run = evaluate(BadSheetsTest.STANDARD, "a.csv", utf8("单位,视察,答复率\n甲镇,3,90\n"), "-o", name);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(folder.resolve(name)).isNotEmptyFile();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theEmptyDeviceIsNoSheet() throws IOException {
        Console console = new Console(folder).with("small.yaml", BadSheetsTest.STANDARD);
        Run run = console.run("evaluate", "--standard", "small.yaml", "/dev/null", "-o", "out.json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("/dev/null: error[empty-file]");
        assertThat(folder.resolve("out.json")).doesNotExist();
    }
}
