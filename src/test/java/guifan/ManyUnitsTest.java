package guifan;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.standard.Standards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of many units, in a process of its own with little memory. */
class ManyUnitsTest {

    private static final int INDICATORS = 20;

    @TempDir
    Path folder;

    /** Evaluates a sheet of {@code units} with a heap of so many megabytes, and returns the exit code. */
    private int evaluate(int units, int megabytes, String... more) throws IOException, InterruptedException {
        String[] indicators = new String[INDICATORS];
        StringBuilder sheet = new StringBuilder("单位,类别");
        for (int i = 0; i < INDICATORS; i++) {
            indicators[i] =
                    "id: i" + i + ", name: 指标" + i + ", points: 5, measured-in: 次, rule: {kind: count, each: 0.5}";
            sheet.append(",i").append(i);
        }
        Files.writeString(folder.resolve("small.yaml"), Standards.area(indicators));
        sheet.append('\n');
        for (int unit = 0; unit < units; unit++) {
            sheet.append("单位").append(unit).append(",镇");
            for (int i = 0; i < INDICATORS; i++) {
                sheet.append(',').append((unit * 7 + i * 13) % 12);
            }
            sheet.append('\n');
        }
        Files.writeString(folder.resolve("many.csv"), sheet);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + megabytes + "m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "guifan.Main",
                "evaluate",
                "--standard",
                "small.yaml",
                "many.csv",
                "-q"));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
    }

    @Test
    void manyUnitsNeedLittleMemory() throws Exception {
        assertThat(evaluate(6_000, 48, "-o", "results.csv")).as(said()).isZero();
        assertThat(Files.readAllLines(folder.resolve("results.csv"))).hasSize(6_001);
    }

    @Test
    void tooManyUnitsForTheMemoryAreToldWithTheCureAndLeaveNothingBehind() throws Exception {
        assertThat(evaluate(60_000, 20, "-o", "results.csv")).as(said()).isEqualTo(5);
        assertThat(said()).contains("内存不足", "GUIFAN_JAVA_OPTS=-Xmx").doesNotContain("OutOfMemoryError");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("small.yaml", "many.csv", "said");
        }
    }
}
