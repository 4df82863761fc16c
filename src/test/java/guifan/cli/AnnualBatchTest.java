package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of an annual run does what it says, and tells by its exit code how it went. */
@DisabledOnOs(OS.WINDOWS)
class AnnualBatchTest {

    private static final Path SCRIPTS = Path.of("scripts").toAbsolutePath();

    @TempDir
    Path folder;

    @BeforeEach
    void copyAPlan() throws IOException {
        Files.copy(Path.of("examples/2018/scores.csv"), folder.resolve("scores.csv"));
        Files.createDirectory(folder.resolve("standards"));
        Files.copy(Path.of("standards/2018.yaml"), folder.resolve("standards/2018.yaml"));
        Files.writeString(folder.resolve("plan.yaml"), """
            format: 1
            archive: "archive/{year}"
            runs: [{years: 2018, standard: "2018", sheets: scores.csv, outputs: results.json}]
            ...
            """);
        // The launcher would build the program.
        Path guifan = folder.resolve("guifan");
        Files.writeString(
                guifan,
                "#!/bin/sh\nexec \"%s/bin/java\" -XX:TieredStopAtLevel=1 -cp \"%s\" guifan.Main \"$@\"\n"
                        .formatted(System.getProperty("java.home"), System.getProperty("java.class.path")));
        assertThat(guifan.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void evaluatesArchivesAndVerifies() throws IOException, InterruptedException {
        Ended ended = run("plan.yaml", "archive/2018");
        assertThat(ended.exit()).as(ended.said()).isZero();
        assertThat(ended.said()).contains("年度存档 archive/2018 完好").contains("全部完成");
        assertThat(folder.resolve("plan.jsonl")).content().startsWith("{\"run\":\"2018\",\"state\":\"done\"");
        Files.writeString(folder.resolve("archive/2018/added.txt"), "x");
        Ended altered = run("plan.yaml", "archive/2018");
        assertThat(altered.exit()).isEqualTo(1);
        assertThat(altered.said()).contains("存档与当时不同：archive/2018").doesNotContain("全部完成");
    }

    @Test
    void namesTheRunWhoseSheetIsRefused() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("scores.csv"), "单位\n白沙镇\n");
        Ended ended = run("plan.yaml", "archive/2018");
        assertThat(ended.exit()).as(ended.said()).isEqualTo(3);
        assertThat(ended.said()).contains("有填报表被拒").contains("\n  2018\n").doesNotContain("archive/2018 完好");
    }

    private record Ended(int exit, String said) {}

    private Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(
                List.of("sh", SCRIPTS.resolve("annual-batch").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GUIFAN", folder.resolve("guifan").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }
}
