package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive removes nothing that is not its own, and holds whatever its runs need, whatever they are called. */
class ArchiveSafetyTest {

    private static final Path EXAMPLES = Path.of("examples");

    private static final String PLAN = """
        format: 1
        archive: "%s"
        runs:
          - {id: "2019", years: 2019, standard: "2019", sheets: scores.csv, outputs: results.json}
          - {id: as issued, years: 2019, standard: "2019.0", sheets: scores.csv, outputs: issued.json}
        ...
        """;

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void copyWhatIsRead() throws IOException {
        console = new Console(folder)
                .with("scores.csv", EXAMPLES.resolve("2019/scores.csv"))
                .with("plan.yaml", PLAN.formatted("archive/{year}"));
    }

    @Test
    void holdsTheDecisionsThatAResultNeeds() throws IOException {
        Path decided = EXAMPLES.resolve("grades/decision");
        console.with("example.yaml", decided.resolve("example.yaml"))
                .with("decided.csv", decided.resolve("scores.csv"))
                .with("decisions.csv", decided.resolve("decisions.csv"))
                .with("plan.yaml", """
                    format: 1
                    archive: kept
                    standards: .
                    runs:
                      - {years: 2020, standard: example, sheets: decided.csv, decisions: decisions.csv, outputs: r.json}
                    ...
                    """);
        Run batch = console.run("batch", "plan.yaml");
        assertThat(batch.exit()).as(batch.out() + batch.err()).isZero();
        assertThat(folder.resolve("kept/2020/sheets/decisions.csv")).exists();
        Run run = console.run("verify", "kept");
        assertThat(run.exit()).as(run.out()).isZero();
        Files.writeString(folder.resolve("decisions.csv"), "\n", StandardOpenOption.APPEND);
        assertThat(console.run("batch", "plan.yaml").out()).contains("完成 1 项");
    }

    @Test
    void isVerifiedWhateverItsRunsAreCalled() throws IOException {
        String plan =
                PLAN.formatted("kept").replace("id: \"2019\"", "id: \"-x\"").replace("as issued", ".a");
        assertThat(console.with("plan.yaml", plan).run("batch", "plan.yaml").exit())
                .isZero();
        Run run = console.run("verify", "kept");
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("2 项结果重新计算一致");
    }

    @Test
    void aForgedRunThatVerifiesNothingIsNotSound() throws IOException {
        assertThat(console.run("batch", "plan.yaml").exit()).isZero();
        Path said = folder.resolve("archive/2019/archive.yaml");
        Files.writeString(
                said, Files.readString(said).replace("result: \"2019/results/results.json\"", "result: \"--help\""));
        Run run = console.run("verify", "archive/2019");
        assertThat(run.exit()).isEqualTo(ExitCode.NO.number());
        assertThat(run.out()).contains("2019 的结果不能由存档重新得出");
    }

    @Test
    void aSheetIsNotRemovedByAnArchiveThatIsToGoOverIt() throws IOException {
        Files.createDirectories(folder.resolve("in/2019"));
        console.with("in/2019/s.csv", EXAMPLES.resolve("2019/scores.csv"))
                .with("in/2019/SHA256SUMS", "0".repeat(64) + "  s.csv\n")
                .with("plan.yaml", PLAN.formatted("in/{year}").replace("sheets: scores.csv", "sheets: in/2019/s.csv"));
        Run run = console.run("batch", "plan.yaml");
        assertThat(run.exit()).isEqualTo(ExitCode.DATA.number());
        assertThat(run.err()).contains("error[archive-overlaps]").contains("in/2019/s.csv");
        assertThat(folder.resolve("in/2019/s.csv")).exists();
    }

    @Test
    void aFolderThatHoldsSomethingElseIsNotWrittenOver() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("archive/2019")).resolve("notes.txt");
        Files.writeString(notes, "x");
        Run run = console.run("batch", "plan.yaml");
        assertThat(run.exit()).isEqualTo(ExitCode.IO.number());
        assertThat(run.err()).contains("archive/2019 不是年度存档，里面有 notes.txt").contains("换一个位置");
        assertThat(folder.resolve("archive/2019")).isDirectoryContaining("glob:**notes.txt");
        assertThat(folder.resolve("archive/2019/archive.yaml")).doesNotExist();
    }
}
