package guifan.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guifan.batch.RunReport.State;
import guifan.source.FileException;
import guifan.source.InputException;
import guifan.standard.Standard;
import guifan.standard.TextFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive is written into a folder of its own, under names that every system takes, and spoils nothing. */
class ArchiveFolderTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeWhatARunLeaves() throws IOException {
        Files.createDirectories(folder.resolve("x"));
        Files.createDirectories(folder.resolve("y"));
        for (String file : List.of("2019.yaml", "s.csv", "x/t.csv", "y/T.csv", "r.json")) {
            Files.writeString(folder.resolve(file), file);
        }
    }

    /** Knows the text of one standard and evaluates nothing. */
    private record OneText(Path folder) implements Batch.Engine {

        @Override
        public Standard find(String standard, int year) throws InputException {
            throw new AssertionError("not asked for");
        }

        @Override
        public int run(List<String> arguments, PrintWriter messages) {
            throw new AssertionError("not asked for");
        }

        @Override
        public List<TextFile> texts(String standard, String resolved) {
            return List.of(new TextFile(folder.resolve("2019.yaml"), "2019.yaml"));
        }

        @Override
        public String version() {
            return "1";
        }
    }

    /** Returns the archive of a run for each of {@code ids}, with these sheets. */
    private Archive archive(List<String> ids, String... sheets) throws IOException {
        List<String> lines = new ArrayList<>(List.of("runs:"));
        for (int i = 0; i < ids.size(); i++) {
            lines.add("  - {id: \"%s\", years: 2019, standard: \"2019\", sheets: [%s], outputs: r%s.json}"
                    .formatted(ids.get(i), String.join(", ", sheets), i));
        }
        Plan plan = Plans.plan(folder, lines.toArray(String[]::new));
        List<RunReport> reports = new ArrayList<>();
        for (Run run : plan.runs()) {
            String result = run.result().orElseThrow();
            Files.writeString(folder.resolve(result), result);
            reports.add(new RunReport(run, State.DONE, 0, "2019.0", Inputs.of(run, folder), hashes(run.written()), ""));
        }
        return Archive.of(plan, reports, folder, new OneText(folder));
    }

    private Map<String, String> hashes(List<String> files) throws IOException {
        return new LinkedHashMap<>(Inputs.existing(files, folder).orElseThrow());
    }

    private Path user(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }

    @Test
    void filesOfAnotherListAreNotRemoved() throws IOException {
        Path sheet = user("kept/s.csv", "measures");
        Path list = user("kept/SHA256SUMS", ArchiveList.line(Inputs.hash(sheet), "s.csv") + "\n");
        assertThatThrownBy(() -> archive(List.of("a"), "s.csv").write("kept"))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("kept")
                .hasMessageContaining("another place");
        assertThat(sheet).hasContent("measures");
        assertThat(list).content().endsWith("  s.csv\n");
        assertThat(ArchiveList.present(folder.resolve("kept"))).containsExactly("SHA256SUMS", "s.csv");
    }

    @Test
    void aFolderThatIsNoArchiveIsLeftAsItIs() throws IOException {
        Path plan = user("kept/archive.yaml", "a plan");
        assertThatThrownBy(() -> archive(List.of("a"), "s.csv").write("kept")).isInstanceOf(FileException.class);
        assertThat(plan).hasContent("a plan");
    }

    @Test
    void anArchiveIsRenewedAndAnEmptyFolderFilled() throws IOException {
        Files.createDirectory(folder.resolve("kept"));
        assertThat(archive(List.of("a"), "s.csv").write("kept")).isTrue();
        assertThat(archive(List.of("a"), "s.csv").write("kept")).isFalse();
        assertThat(archive(List.of("b"), "s.csv").write("kept")).isTrue();
        assertThat(ArchiveList.present(folder.resolve("kept")))
                .containsExactly(
                        "SHA256SUMS", "archive.yaml", "b/results/r0.json", "b/sheets/s.csv", "b/standards/2019.yaml");
        assertThat(ArchiveList.findings(folder.resolve("kept"))).isEmpty();
    }

    @Test
    void anArchiveThatWasHalfWrittenIsCompleted() throws IOException {
        archive(List.of("a"), "s.csv").write("kept");
        Files.delete(folder.resolve("kept/SHA256SUMS"));
        Files.delete(folder.resolve("kept/a/sheets/s.csv"));
        assertThat(archive(List.of("a"), "s.csv").write("kept")).isTrue();
        assertThat(ArchiveList.findings(folder.resolve("kept"))).isEmpty();
    }

    @Test
    void everyRunAndEveryFileHasANameOfItsOwnOnEverySystem() throws IOException {
        List<String> ids = List.of(".a", ".A", "-b", "CON", "c:d", "..", "as issued");
        archive(ids, "x/t.csv", "y/T.csv").write("kept");
        assertThat(ArchiveList.present(folder.resolve("kept")))
                .contains(
                        "_.a/sheets/t.csv",
                        "_.a/sheets/T_2.csv",
                        "_.A_2/sheets/t.csv",
                        "_-b/sheets/t.csv",
                        "_CON/sheets/t.csv",
                        "c%3Ad/sheets/t.csv",
                        "_/sheets/t.csv",
                        "as issued/sheets/t.csv");
        assertThat(ArchiveList.findings(folder.resolve("kept"))).isEmpty();
    }

    @Test
    void theSameRunsGiveTheSameZipInEveryZone() throws IOException {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
            archive(List.of("a"), "s.csv").write("east.zip");
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            archive(List.of("a"), "s.csv").write("west.ZIP");
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(folder.resolve("west.ZIP")).hasSameBinaryContentAs(folder.resolve("east.zip"));
    }
}
