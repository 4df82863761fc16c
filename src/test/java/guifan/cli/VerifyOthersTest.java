package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One character changed in what a result looked at beside its sheet is named, with what it changes. */
class VerifyOthersTest {

    @TempDir
    Path folder;

    private Console copied(String example, String... files) throws IOException {
        Console console = new Console(folder);
        for (String file : files) {
            console.with(file, Path.of("examples/grades", example, file));
        }
        return console;
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replaceFirst(from, to));
    }

    @Test
    void anEarlierResult() throws IOException {
        Console console = copied("history", "example.yaml", "2018.csv", "2019.csv");
        console.run("evaluate", "--standard", "example.yaml", "2018.csv", "-o", "2018.json");
        console.run("evaluate", "--standard", "example.yaml", "2019.csv", "--history", "2018.json", "-o", "2019.json");
        assertThat(console.run("verify", "2019.json", "--standard", "example.yaml")
                        .out())
                .contains("逐字一致");
        change("2018.json", "\"grade\": 0", "\"grade\": 2");
        Run changed = console.run("verify", "2019.json", "--standard", "example.yaml");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.out()).contains("往年的结果 2018.json 与结果所记不同").contains("优秀 → 合格");
        Files.delete(folder.resolve("2018.json"));
        Run missing = console.run("verify", "2019.json", "--standard", "example.yaml");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("--history", "2018.json");
    }

    @Test
    void aDecision() throws IOException {
        Console console = copied("decision", "example.yaml", "scores.csv", "decisions.csv");
        console.run(
                "evaluate", "--standard", "example.yaml", "scores.csv", "--decisions", "decisions.csv", "-o", "r.json");
        assertThat(console.run("verify", "r.json", "--standard", "example.yaml").out())
                .contains("逐字一致");
        change("decisions.csv", "乙镇,1", "乙镇,3");
        Run changed = console.run("verify", "r.json", "--standard", "example.yaml");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.out())
                .contains("决定 decisions.csv 与结果所记不同")
                .contains("甲镇")
                .contains("合格 → 优秀");
    }
}
