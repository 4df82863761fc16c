package guifan.cli;

import static guifan.source.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import guifan.source.RawWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of units may be a workbook like the sheets. */
class XlsxRosterTest {

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void theRosterAsAWorkbook() throws IOException {
        console = new Console(folder)
                .with("roster.csv", Path.of("examples/roster.csv"))
                .with("scores.csv", Path.of("examples/2019/scores.csv"));
        List<List<String>> rows = Grids.ofCsv(Files.readString(folder.resolve("roster.csv")));
        String[] lines = new String[rows.size() + 1];
        lines[0] = row(1, "台山市镇（街）名册");
        for (int i = 0; i < rows.size(); i++) {
            lines[i + 1] = row(i + 2, rows.get(i).toArray());
        }
        RawWorkbook workbook =
                new RawWorkbook().sheet("说明", "visible", row(1, "按2020年名册")).sheet("名册", "visible", lines);
        Files.write(folder.resolve("roster.xlsx"), workbook.bytes());
    }

    @Test
    void templatesAreMadeForItsUnits() {
        for (String roster : List.of("roster.csv", "roster.xlsx")) {
            Run run = console.run("template", "--standard", "2019", "--roster", roster, "-o", roster + ".out.csv");
            assertThat(run.exit()).as(run.err()).isZero();
        }
        assertThat(folder.resolve("roster.xlsx.out.csv")).hasSameBinaryContentAs(folder.resolve("roster.csv.out.csv"));
    }

    @Test
    void itSaysWhoIsMissing() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("scores.csv"));
        Files.write(
                folder.resolve("scores.csv"),
                lines.stream().filter(line -> !line.startsWith("北陡镇")).toList());
        Run run = console.run("evaluate", "--standard", "2019", "--roster", "roster.xlsx", "scores.csv");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("roster.xlsx [名册]: error[units-missing]: 应报17，实报16，缺：北陡镇");
    }

    @Test
    void whatIsWrongWithItIsToldAtItsCell() throws IOException {
        RawWorkbook workbook = RawWorkbook.of(row(1, "单位", "类别", "顺序"), row(2, "甲镇", "镇", "第一"), row(3, "甲 镇", "镇", 2));
        Files.write(folder.resolve("roster.xlsx"), workbook.bytes());
        Run run = console.run("template", "--standard", "2019", "--roster", "roster.xlsx", "-o", "out/");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("roster.xlsx [Sheet1] C2「顺序」: error[not-a-number]")
                .contains("roster.xlsx [Sheet1] 3: error[duplicate-unit]");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
