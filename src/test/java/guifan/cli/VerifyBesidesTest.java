package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result is verified against what was looked at beside the sheets: decisions and earlier results. */
class VerifyBesidesTest {

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void start() {
        console = new Console(folder);
    }

    @Test
    void aChangedDecisionIsNamedWithWhatItChanges() throws IOException {
        Path example = Path.of("examples/grades/decision");
        for (String file : List.of("example.yaml", "decisions.csv")) {
            console.with(file, example.resolve(file));
        }
        console.with("tied.csv", example.resolve("scores.csv"));
        console.run(
                "evaluate", "--standard", "example.yaml", "tied.csv", "--decisions", "decisions.csv", "-o", "r.json");
        Path file = folder.resolve("decisions.csv");
        String decisions = Files.readString(file);
        Files.writeString(file, decisions.replace("乙镇,1,", "乙镇,3,"));
        Run changed = console.run("verify", "r.json", "--standard", "example.yaml");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.out())
                .contains("决定 decisions.csv 与结果所记不同")
                .containsPattern("乙镇 .*1→2 .*优秀→合格")
                .containsPattern("甲镇 .*2→1 .*合格→优秀");
        Files.writeString(file, decisions.replace("2021-01-15", "2021-01-16"));
        assertThat(console.run("verify", "r.json", "--standard", "example.yaml").out())
                .contains("决定 decisions.csv 与结果所记不同", "2021-01-15 → 2021-01-16");
        Files.delete(file);
        assertThat(console.run("verify", "r.json", "--standard", "example.yaml").err())
                .contains("--decisions decisions.csv");
    }

    @Test
    void aChangedEarlierResultIsNamedWithWhatItChanges() throws IOException {
        Path example = Path.of("examples/grades/history");
        for (String name : List.of("example.yaml", "2018.csv", "2019.csv", "2020.csv")) {
            console.with(name, example.resolve(name));
        }
        for (String year : List.of("2018", "2019")) {
            console.run("evaluate", "--standard", "example.yaml", year + ".csv", "-o", year + ".json");
        }
        console.run(
                "evaluate",
                "--standard",
                "example.yaml",
                "2020.csv",
                "--history",
                "2018.json",
                "--history",
                "2019.json",
                "-o",
                "r.json");
        assertThat(console.run("verify", "r.json", "--standard", "example.yaml").exit())
                .isZero();
        // 乙镇 was 合格 in both years, which keeps it at 良好; with 92 in 2019 it was not.
        Files.writeString(
                folder.resolve("2019.csv"),
                Files.readString(folder.resolve("2019.csv")).replace("2019,78", "2019,92"));
        console.run("evaluate", "--standard", "example.yaml", "2019.csv", "-o", "2019.json");
        Run changed = console.run("verify", "r.json", "--standard", "example.yaml");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.out()).contains("2019.json 与结果所记不同").containsPattern("乙镇 .*良好→优秀");
    }
}
