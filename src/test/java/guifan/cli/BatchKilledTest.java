package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A batch that is killed at any moment loses and corrupts nothing. */
class BatchKilledTest {

    private static final int KILLS = 50;
    private static final int INTERRUPTIONS = 4;
    private static final Path EXAMPLES = Path.of("examples");
    private static final List<String> YEARS = List.of("2018", "2019", "2020");

    @TempDir
    Path folder;

    @BeforeEach
    void copyThePlanOfTheExamples() throws IOException {
        Files.copy(EXAMPLES.resolve("plan.yaml"), folder.resolve("plan.yaml"));
        for (String year : YEARS) {
            Files.createDirectory(folder.resolve(year));
            Files.copy(EXAMPLES.resolve(year + "/scores.csv"), folder.resolve(year + "/scores.csv"));
        }
    }

    /** What is there is what lies under the examples, byte for byte. */
    @Test
    void everyFileIsWholeWheneverItIsKilled() throws IOException, InterruptedException {
        long started = System.nanoTime();
        assertThat(batch().waitFor()).isZero();
        long longest = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        Map<Path, byte[]> whole = outputs();
        assertThat(whole).hasSize(9);
        for (Map.Entry<Path, byte[]> file : whole.entrySet()) {
            assertThat(EXAMPLES.resolve(file.getKey())).hasBinaryContent(file.getValue());
        }
        Random random = new Random(20191);
        for (int i = 0; i < KILLS; i++) {
            Process running = batch();
            running.waitFor(random.nextLong(longest), TimeUnit.MILLISECONDS);
            running.destroyForcibly().waitFor();
            try (Stream<String> states = states()) {
                assertThat(states).isSubsetOf("running", "done");
            }
            outputs()
                    .forEach((file, content) -> assertThat(Arrays.equals(content, whole.get(file)))
                            .as(file.toString())
                            .isTrue());
            if (i % 5 == 0) {
                Files.deleteIfExists(folder.resolve("2019/results.json"));
            }
        }
        assertThat(batch().waitFor()).isZero();
        assertThat(outputs().keySet()).isEqualTo(whole.keySet());
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.map(file -> String.valueOf(file.getFileName()))).noneMatch(name -> name.startsWith("."));
        }
        try (Stream<String> states = states()) {
            assertThat(states).containsExactly("done", "done", "done");
        }
    }

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143"})
    @EnabledOnOs(OS.LINUX)
    void anInterruptedRunLeavesNothingBehind(String signal, int exit) throws IOException, InterruptedException {
        Random random = new Random(exit);
        int interrupted = 0;
        for (int i = 0; i < INTERRUPTIONS; i++) {
            Process running = batch();
            while (running.isAlive() && !Files.exists(folder.resolve(".guifan-batch.busy"))) {
                running.waitFor(5, TimeUnit.MILLISECONDS);
            }
            running.waitFor(random.nextLong(200), TimeUnit.MILLISECONDS);
            new ProcessBuilder("kill", "-" + signal, "" + running.pid()).start().waitFor();
            int ended = running.waitFor();
            assertThat(ended).isIn(0, exit);
            interrupted += ended == exit ? 1 : 0;
            try (Stream<Path> left = Files.walk(folder)) {
                assertThat(left.map(file -> String.valueOf(file.getFileName())))
                        .noneMatch(name -> name.startsWith("."));
            }
        }
        assertThat(interrupted).isPositive();
    }

    private Process batch() throws IOException {
        List<String> command = new ArrayList<>();
        if (OS.LINUX.isCurrentOs()) {
            // Whoever starts the tests may ignore signals, and so would their children.
            command.addAll(List.of("env", "--default-signal=INT,TERM"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dguifan.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "guifan.Main",
                "batch",
                "--force",
                "--log",
                "log.jsonl",
                "plan.yaml"));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Returns the states of the runs in the log, every line of which is whole. */
    private Stream<String> states() throws IOException {
        Path log = folder.resolve("log.jsonl");
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        assertThat(lines).allMatch(line -> line.startsWith("{\"run\":\"20") && line.endsWith("}"));
        return lines.stream().map(line -> line.replaceFirst("^.*?\"state\":\"([^\"]+)\".*$", "$1"));
    }

    /** Returns the results under their own names; what is still being written has another. */
    private Map<Path, byte[]> outputs() throws IOException {
        Map<Path, byte[]> outputs = new HashMap<>();
        for (String year : YEARS) {
            try (Stream<Path> files = Files.list(folder.resolve(year))) {
                for (Path file : files.toList()) {
                    if (String.valueOf(file.getFileName()).startsWith("results.")) {
                        outputs.put(folder.relativize(file), Files.readAllBytes(file));
                    }
                }
            }
        }
        return outputs;
    }
}
