package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer to an archive has the form of the answer to a result, and what is given for nothing is refused. */
class VerifyArchiveTest {

    @TempDir
    static Path folder;

    private static Console console;

    @BeforeAll
    static void archive() throws IOException {
        console = new Console(folder)
                .with("scores.csv", Path.of("examples/2018/scores.csv"))
                .with("plan.yaml", """
                    format: 1
                    archive: kept
                    runs: [{years: 2018, standard: "2018", sheets: scores.csv, outputs: results.json}]
                    ...
                    """);
        assertThat(console.run("batch", "plan.yaml").exit()).isZero();
    }

    private static JsonNode answer(int exit, String... arguments) throws IOException {
        Run run = console.run(Stream.concat(Stream.of("verify", "--format", "json"), Stream.of(arguments))
                .toArray(String[]::new));
        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(exit);
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void saysOfASoundOneThatAllIsIdentical() throws IOException {
        assertThat(answer(0, "kept")).hasToString("""
            {"formatVersion":"1.0","identical":true,"runs":[{"run":"2018","identical":true}]}\
            """);
        assertThat(answer(0, "results.json")).hasToString("{\"formatVersion\":\"1.0\",\"identical\":true}");
    }

    @Test
    void namesWhatIsWrongByCode() throws IOException {
        Path sheet = folder.resolve("kept/2018/sheets/scores.csv");
        byte[] before = Files.readAllBytes(sheet);
        Path added = folder.resolve("kept/added.txt");
        try {
            Files.writeString(added, "x");
            Files.writeString(sheet, Files.readString(sheet) + "\n");
            JsonNode altered = answer(1, "kept");
            assertThat(altered.get("identical").booleanValue()).isFalse();
            assertThat(altered.get("findings").findValuesAsText("code")).containsExactly("altered", "added");
            assertThat(altered.at("/findings/1/message/zh").textValue()).isEqualTo("多出 added.txt");
            assertThat(altered.at("/runs/0/identical").booleanValue()).isFalse();
            assertThat(altered.at("/runs/0/findings/0/code").textValue()).isEqualTo("sheet");
            Files.delete(sheet);
            JsonNode missing = answer(1, "kept");
            assertThat(missing.at("/findings/0/code").textValue()).isEqualTo("missing");
            assertThat(missing.at("/runs/0/findings/0/code").textValue()).isEqualTo("not-recomputed");
            assertThat(missing.at("/runs/0/findings/0/message").textValue()).contains("scores.csv");
        } finally {
            Files.write(sheet, before);
            Files.deleteIfExists(added);
        }
    }

    @Test
    void saysInTheSameFormThatAZipIsDamaged() throws IOException {
        console.with("damaged.zip", "PK no zip");
        JsonNode damaged = answer(1, "damaged.zip");
        assertThat(damaged.get("identical").booleanValue()).isFalse();
        assertThat(damaged.at("/findings/0/code").textValue()).isEqualTo("zip");
        assertThat(console.run("verify", "damaged.zip", "--lang", "en").out())
                .startsWith("the archive damaged.zip is not sound:")
                .contains("damaged.zip is no zip, or a damaged one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--standard 2018",
                "--standards .",
                "--as-of 2019-01-01",
                "--roster scores.csv",
                "--decisions scores.csv",
                "--results results.json",
                "--year 2018",
                "--encoding GBK",
                "scores.csv",
            })
    void refusesWhatWouldHaveNoEffect(String given) {
        Run run = console.run(Stream.concat(Stream.of("verify", "kept"), Stream.of(given.split(" ")))
                .toArray(String[]::new));
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run.err()).contains("核对年度存档时 " + given.split(" ")[0] + " 没有作用");
        assertThat(run.out()).isEmpty();
    }
}
