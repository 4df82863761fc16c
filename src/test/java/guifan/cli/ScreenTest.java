package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Width;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table fits the terminal. */
class ScreenTest {

    private static final Path SHEET = Path.of("examples/2019/scores.csv");

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void putASheetIntoTheFolder() throws IOException {
        console = new Console(folder).with("scores.csv", SHEET);
    }

    private String table(String columns) {
        String standards = Path.of("standards").toAbsolutePath().toString();
        Map<String, String> environment = columns.isEmpty()
                ? Map.of("GUIFAN_STANDARDS", standards)
                : Map.of("GUIFAN_STANDARDS", standards, "COLUMNS", columns);
        return console.withEnvironment(environment)
                .run("evaluate", "--standard", "2019", "scores.csv")
                .out();
    }

    /** Returns the rows of the table in all its blocks. */
    private static List<String> rows(String table) {
        return table.lines()
                .skip(2)
                .takeWhile(line -> !line.startsWith("共17个单位"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "80", "100", "120", "140"})
    void noRowIsWiderThanTheScreenUnlessItIsANote(String columns) {
        String table = table(columns);
        List<String> rows = rows(table);
        assertThat(rows).hasSizeGreaterThan(40);
        assertThat(rows.stream().filter(line -> !line.contains("封顶") && !line.contains("同分")))
                .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(Integer.parseInt(columns)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "60", "80", "120"})
    void everyCellIsStillThere(String columns) {
        String whole = rows(table("")).stream().collect(Collectors.joining(" "));
        String inBlocks = rows(table(columns)).stream().collect(Collectors.joining(" "));
        assertThat(List.of(inBlocks.split("[\\s-]+"))).containsAll(List.of(whole.split("[\\s-]+")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "wide", "0", "-5"})
    void aWideScreenOrOneOfUnknownWidthChangesNothing(String columns) {
        assertThat(table(columns)).isEqualTo(table(""));
    }

    @Test
    void theWidthOfTheScreenIsNoMatterOfFiles() throws IOException {
        Map<String, String> narrow =
                Map.of("GUIFAN_STANDARDS", Path.of("standards").toAbsolutePath().toString(), "COLUMNS", "60");
        console.withEnvironment(narrow).run("evaluate", "--standard", "2019", "scores.csv", "-o", "r.txt");
        assertThat(folder.resolve("r.txt")).hasContent(table(""));
    }
}
