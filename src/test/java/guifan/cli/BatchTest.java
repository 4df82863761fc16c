package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan does all its runs, only what has changed, and leaves nothing half done. */
class BatchTest {

    private static final Path EXAMPLES = Path.of("examples");

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void copyTheSheets() throws IOException {
        console = new Console(folder).with("plan.yaml", EXAMPLES.resolve("plan.yaml"));
        for (String year : List.of("2018", "2019", "2020")) {
            Files.createDirectory(folder.resolve(year));
            console.with(year + "/scores.csv", EXAMPLES.resolve(year).resolve("scores.csv"));
        }
    }

    @Test
    void theExamplesAreMadeAgainByteForByte() throws IOException {
        Run run = console.run("batch", "plan.yaml");
        assertThat(run.exit()).as(run.err()).isZero();
        List<Path> made = outputs();
        assertThat(made).hasSize(10);
        for (Path file : made) {
            assertThat(folder.resolve(file)).hasSameBinaryContentAs(EXAMPLES.resolve(file));
        }
    }

    /** Whatever lies under the examples and was written by an evaluation is made by the plan. */
    @Test
    void noArchivedResultIsLeftOutOfThePlan() throws IOException {
        console.run("batch", "plan.yaml");
        List<Path> made = outputs();
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (isResult(file)) {
                    assertThat(made).contains(EXAMPLES.relativize(file));
                }
            }
        }
    }

    private static boolean isResult(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.equals("README.md") || name.endsWith(".yaml") || name.endsWith(".xlsx")) {
            return name.endsWith(".lock.yaml");
        }
        String start = Files.readString(file).replaceFirst("\n[^\0]*", "");
        return !name.endsWith(".csv") || (start.contains("名次") && start.contains("等次"));
    }

    @Test
    void aSecondRunDoesNothing() throws IOException {
        console.run("batch", "plan.yaml");
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        for (Path file : outputs()) {
            if (file.getParent() != null) {
                Files.setLastModifiedTime(folder.resolve(file), longAgo);
            }
        }
        Run run = console.run("batch", "plan.yaml");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("无变化，跳过 3 项");
        assertThat(Files.getLastModifiedTime(folder.resolve("2019/results.json")))
                .isEqualTo(longAgo);
        assertThat(console.run("batch", "plan.yaml", "--force").out()).contains("完成 3 项");
    }

    @Test
    void onlyWhatHasChangedIsDoneAgain() throws IOException {
        console.run("batch", "plan.yaml");
        Path sheet = folder.resolve("2019/scores.csv");
        Files.writeString(sheet, Files.readString(sheet) + "\n");
        Files.delete(folder.resolve("2020/results.md"));
        Run run = console.run("batch", "plan.yaml");
        assertThat(run.out()).contains("完成 2 项").contains("无变化，跳过 1 项");
        assertThat(folder.resolve("2020/results.md")).exists();
    }

    @Test
    void anOutputThatSomebodyEditedIsMadeAgain() throws IOException {
        console.run("batch", "plan.yaml");
        byte[] made = Files.readAllBytes(folder.resolve("2018/results.csv"));
        Files.writeString(folder.resolve("2018/results.csv"), "edited");
        assertThat(console.run("batch", "plan.yaml").out()).contains("完成 1 项");
        assertThat(folder.resolve("2018/results.csv")).hasBinaryContent(made);
    }

    @ParameterizedTest
    @CsvSource({"keep-going,完成 2 项；失败 1 项（2018）", "fail-fast,失败 1 项（2018）；未运行 2 项（2019、2020）"})
    void aFailureIsNamedAndThePlanSaysWhetherTheOthersGoOn(String policy, String summary) throws IOException {
        Path plan = folder.resolve("plan.yaml");
        Files.writeString(plan, Files.readString(plan).replace("on-failure: keep-going", "on-failure: " + policy));
        Files.writeString(folder.resolve("2018/scores.csv"), "单位\n白沙镇\n");
        Run run = console.run("batch", "plan.yaml", "--jobs", "1");
        assertThat(run.exit()).isEqualTo(ExitCode.DATA.number());
        assertThat(run.out()).contains(summary);
        assertThat(run.err()).contains("error[missing-column]");
        assertThat(folder.resolve("2018/results.json")).doesNotExist();
    }

    @Test
    void aMissingSheetIsAFailureOfItsRun() throws IOException {
        Files.delete(folder.resolve("2018/scores.csv"));
        Run run = console.run("batch", "plan.yaml");
        assertThat(run.exit()).isEqualTo(ExitCode.IO.number());
        assertThat(run.err()).contains("没有这个文件：2018/scores.csv");
        assertThat(run.out()).contains("完成 2 项").contains("失败 1 项（2018）");
    }

    @Test
    void aStandardThatHasMovedStopsEverythingBeforeItStarts() throws IOException {
        console.run("batch", "plan.yaml");
        Path lock = folder.resolve("plan.lock.yaml");
        Files.writeString(lock, Files.readString(lock).replace("standard: \"2019.1\"", "standard: \"2019.0\""));
        Files.delete(folder.resolve("2018/results.json"));
        Run run = console.run("batch", "plan.yaml");
        assertThat(run.exit()).isEqualTo(ExitCode.STANDARD.number());
        assertThat(run.err()).contains("error[standard-moved]").contains("上次是 2019.0，现在是 2019.1");
        assertThat(folder.resolve("2018/results.json")).doesNotExist();
        assertThat(console.run("batch", "plan.yaml", "--follow").exit()).isZero();
        assertThat(Files.readString(lock)).contains("standard: \"2019.1\"").doesNotContain("2019.0\"");
    }

    @Test
    void aTextThatWasAlteredStopsItToo() throws IOException {
        console.run("batch", "plan.yaml");
        Path lock = folder.resolve("plan.lock.yaml");
        Files.writeString(lock, Files.readString(lock).replaceFirst("text: \"[0-9a-f]{8}", "text: \"00000000"));
        assertThat(console.run("batch", "plan.yaml").err()).contains("error[standard-altered]");
    }

    @Test
    void whatReadsAnothersOutputComesAfterIt() throws IOException {
        console.with("chain.yaml", """
            format: 1
            runs:
              - {id: second, years: 2018, standard: "2018", sheets: out/merged.csv, outputs: out/second.json}
              - {id: first, years: 2018, standard: "2018", sheets: 2018, outputs: out/first.json, merged: out/merged.csv}
            ...
            """);
        Run run = console.run("batch", "chain.yaml", "--log", "log.jsonl");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(folder.resolve("out/second.json")).exists();
        assertThat(Files.readAllLines(folder.resolve("log.jsonl")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"run\":\"second\",\"state\":\"done\",\"exit\":0,\"year\":2018,\"standard\":\"2018.0\"");
        Files.writeString(folder.resolve("2018/scores.csv"), "单位\n白沙镇\n");
        Run broken = console.run("batch", "chain.yaml");
        assertThat(broken.out()).contains("失败 1 项（first）").contains("未运行 1 项（second）");
    }

    @Test
    void eachRunIsToldOfAsItStartsAndEnds() throws IOException {
        Run run = console.run("batch", "plan.yaml", "--jobs", "1");
        assertThat(run.err().lines().filter(line -> !line.startsWith("    ")))
                .containsExactly(
                        "2018 开始",
                        "[1/3] 2018 完成：2018/results.json、2018/results.csv、2018/results.md",
                        "2019 开始",
                        "[2/3] 2019 完成：2019/results.json、2019/results.csv、2019/results.md",
                        "2020 开始",
                        "[3/3] 2020 完成：2020/results.json、2020/results.csv、2020/results.md");
        assertThat(console.run("batch", "plan.yaml", "--jobs", "1").err())
                .contains("[1/3] 2018 无变化，跳过")
                .doesNotContain("开始");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown-key | {id: a, years: 2018, standard: '2018', sheets: x.csv, outputs: a.json, sheet: y.csv}",
                "missing-key | {id: a, years: 2018, standard: '2018', sheets: x.csv}",
                "not-a-year | {id: a, years: 18, standard: '2018', sheets: x.csv, outputs: a.json}",
                "duplicate-run | {years: [2018, 2018], standard: '2018', sheets: x.csv, outputs: a.json}",
                "duplicate-output | {years: [2018, 2019], standard: '2018', sheets: x.csv, outputs: a.json}",
                "circle | {years: 2018, standard: '2018', sheets: a.csv, outputs: a.csv}",
                "one-only | {years: 2018, standard: '2018', sheets: x.csv, outputs: a.csv, roster: [a, b]}",
            })
    void aWrongPlanIsRefusedWithItsPlace(String code, String run) throws IOException {
        console.with("wrong.yaml", "format: 1\nruns:\n  - " + run.replace('\'', '"') + "\n...\n");
        Run result = console.run("batch", "wrong.yaml");
        assertThat(result.exit()).isEqualTo(ExitCode.DATA.number());
        assertThat(result.err()).contains("wrong.yaml:3:").contains("error[" + code + "]");
    }

    @Test
    void twoBatchesInOneFolderDoNotMix() throws IOException {
        try (FileChannel channel = FileChannel.open(
                folder.resolve(".guifan-batch.busy"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            Run run = console.run("batch", "plan.yaml");
            assertThat(run.exit()).isEqualTo(ExitCode.IO.number());
            assertThat(run.err()).contains("另一个 batch 正在此目录中运行");
        }
        assertThat(console.run("batch", "plan.yaml").exit()).isZero();
        assertThat(folder.resolve(".guifan-batch.busy")).doesNotExist();
    }

    private List<Path> outputs() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(file -> !file.endsWith("scores.csv") && !file.endsWith("plan.yaml"))
                    .toList();
        }
    }
}
