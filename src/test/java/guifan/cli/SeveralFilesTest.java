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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A year's sheets in many files, with a roster, merged, checked and reduced. */
class SeveralFilesTest {

    private static final Path SCORES = Path.of("examples/2019/scores.csv");

    @TempDir
    Path folder;

    private Console console;
    private List<String> lines;

    @BeforeEach
    void aFileForEveryUnit() throws IOException {
        lines = Files.readAllLines(SCORES);
        console = new Console(folder).with("all.csv", SCORES).with("roster.csv", Path.of("examples/roster.csv"));
        Files.createDirectory(folder.resolve("sheets"));
        for (int i = 1; i < lines.size(); i++) {
            console.with("sheets/town%02d.csv".formatted(i), lines.get(0) + "\n" + lines.get(i) + "\n");
        }
        Files.writeString(folder.resolve("sheets/.hidden.csv"), "x");
        Files.writeString(folder.resolve("sheets/notes.txt"), "x");
    }

    private Run evaluate(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "evaluate";
        args[1] = "--standard";
        args[2] = "2019";
        System.arraycopy(more, 0, args, 3, more.length);
        return console.run(args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheets", "sheets/", "sheets/*.csv", "sheets/town??.csv"})
    void aFolderOrAPatternIsOneEvaluation(String argument) {
        Run all = evaluate("all.csv");
        Run some = evaluate(argument, "--roster", "roster.csv");
        assertThat(some.err()).doesNotContain("error[");
        assertThat(some.exit()).isZero();
        assertThat(some.out()).isEqualTo(all.out());
    }

    @Test
    void whoIsMissingIsToldAndNothingWritten() throws IOException {
        Files.delete(folder.resolve("sheets/town16.csv"));
        Run run = evaluate("sheets", "--roster", "roster.csv", "-o", "out.json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("error[units-missing]").contains("应报17，实报16，缺：北陡镇");
        assertThat(folder.resolve("out.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"nothing*.csv", "sheets/*.xlsx", "none/*.csv", "empty"})
    void aPatternWithoutFilesIsNoSuchFile(String argument) throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        Run run = evaluate(argument);
        assertThat(run.exit()).isEqualTo(5);
        assertThat(run.err()).contains(argument);
    }

    @Test
    void oldWorkbooksOfAFolderAreNamedTogether() throws IOException {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        Files.write(folder.resolve("sheets/x.xls"), old);
        Files.write(folder.resolve("sheets/y.et"), old);
        Run run = evaluate("sheets");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).containsOnlyOnce("old-workbook").contains("sheets/x.xls、sheets/y.et");
    }

    @Test
    void theMergedSheetGivesTheSameEvaluation() {
        Run first = evaluate("sheets", "--merged", "merged.csv", "--format", "json");
        assertThat(first.exit()).isZero();
        Run second = evaluate("merged.csv", "--merged", "again.csv");
        assertThat(second.exit()).isZero();
        assertThat(folder.resolve("merged.csv")).hasSameBinaryContentAs(folder.resolve("again.csv"));
        assertThat(second.out()).isEqualTo(evaluate("all.csv").out());
    }

    @ParameterizedTest
    @CsvSource({
        "--merged, merged.xlsx",
        "--merged, all.csv",
        "--reductions, list.txt",
        "--reductions, all.csv",
        "--stage, middle"
    })
    void whatCannotBeMeantIsUsage(String option, String value) {
        assertThat(evaluate("all.csv", option, value).exit()).isEqualTo(2);
    }

    @Test
    void reductionsAreListedArchivedAndExplained() throws IOException {
        String header = lines.get(0).replace("专题询问（次）", "专题询问（次）·自评,专题询问·核定,专题询问·核减理由,专题询问·核定人");
        int column = List.of(lines.get(0).split(",", -1)).indexOf("专题询问（次）");
        StringBuilder text = new StringBuilder(header + "\n");
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = List.of(line.split(",", -1));
            String added =
                    cells.get(0).equals("白沙镇") ? ",0,没有记录,甲组" : cells.get(0).equals("大江镇") ? ",1,,甲组" : ",,,";
            text.append(String.join(",", cells.subList(0, column + 1)))
                    .append(added)
                    .append(",")
                    .append(String.join(",", cells.subList(column + 1, cells.size())))
                    .append("\n");
        }
        console.with("checked.csv", text.toString());
        Run run = evaluate("checked.csv", "--reductions", "list.csv", "--reductions", "list.csv", "-o", "out.json");
        assertThat(run.exit()).isEqualTo(2);
        run = evaluate("checked.csv", "--reductions", "list.csv", "-o", "out.json", "-o", "out.md");
        assertThat(run.err()).doesNotContain("error[");
        assertThat(run.exit()).isZero();
        List<String> list = Files.readAllLines(folder.resolve("list.csv"));
        assertThat(list.get(1)).startsWith("白沙镇,super-inquiry,专题询问,,").contains("没有记录,甲组,甲组");
        assertThat(list.get(3)).startsWith("考评组,单位数,核减项数");
        assertThat(list.get(4)).startsWith("甲组,2,1,");
        Files.copy(folder.resolve("checked.csv"), folder.resolve("=checked.csv"));
        evaluate("=checked.csv", "--reductions", "formula.csv");
        assertThat(Files.readAllLines(folder.resolve("formula.csv")).get(1)).contains(",'=checked.csv ");
        evaluate("checked.csv", "--reductions", "list.md");
        assertThat(folder.resolve("list.md")).content().contains("# 核减清单", "| 白沙镇 | super-inquiry |", "## 按考评组");
        Run explained = console.run("explain", "out.json", "--unit", "白沙镇", "--indicator", "super-inquiry");
        assertThat(explained.out()).contains("核减：自评 1（").contains("→ 核定 0（").contains("理由：没有记录；考评员：甲组");
        Run self = evaluate("checked.csv", "--stage", "self");
        assertThat(self.out()).contains("（自评阶段）");
        assertThat(self.out().replace("（自评阶段）", ""))
                .isEqualTo(evaluate("all.csv").out());
        assertThat(Files.readString(folder.resolve("out.json"))).contains("\"stage\": \"final\"", "\"checks\": [");
    }
}
