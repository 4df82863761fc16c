package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateCommandTest {

    @TempDir
    Path folder;

    private Console console() throws IOException {
        return new Console(folder).with("roster.csv", Path.of("examples/roster.csv"));
    }

    @Test
    void withoutAFileTheWideSheetIsPrinted() throws IOException {
        Run run = console().run("template", "--standard", "2019", "--year", "2019", "--roster", "roster.csv");
        assertThat(run.exit()).isZero();
        assertThat(run.out().lines()).hasSize(18);
        assertThat(run.out()).startsWith("\uFEFF单位,类别,年度,党（工）委专题听取人大工作汇报（次）,");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aFolderTakesAFileForEachUnit() throws IOException {
        Run run = console()
                .run("template", "--standard", "2018", "--roster", "roster.csv", "-o", "new/sheets/", "-o", "all.xlsx");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("编号2018");
        try (Stream<Path> files = Files.list(folder.resolve("new/sheets"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(17)
                    .contains("白沙镇.xlsx", "台城街道.xlsx");
        }
        assertThat(folder.resolve("all.xlsx")).exists();
    }

    @Test
    void aFolderMayHoldCsv() throws IOException {
        console().run("template", "--standard", "2018", "-q", "--format", "csv", "-o", "sheets/");
        assertThat(folder.resolve("sheets/镇.csv")).content().contains("单位：,类别：镇,年度：\r\n");
        assertThat(folder.resolve("sheets/街道.csv")).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "template, 2, --standard",
        "template --standard 2019 --assessors 0, 2, 1–20",
        "template --standard 2019 -o sheet.doc, 2, .xlsx",
        "template --standard 2019 --layout wide -o sheets/, 2, 目录",
        "template --standard 2019 --layout unit -o sheet.csv, 2, --format csv",
        "template --standard 2019 --roster roster.csv -o roster.csv, 2, 既是输入又是输出",
        "template --standard 2019 -o a.csv -o ./a.csv, 2, 写了两次",
        "template --standard 2019 --roster none.csv, 5, 没有这个文件",
        "template --standard 1999, 4, 1999",
        "template --standard 2019 --no-clobber -o old.csv, 5, 已有这个文件"
    })
    void whatCannotBeIsRefusedAndNothingWritten(String line, int exit, String said) throws IOException {
        Run run = console().with("old.csv", "old").run(line.split(" "));
        assertThat(run.err()).contains(said);
        assertThat(run.exit()).isEqualTo(exit);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("roster.csv", "old.csv");
        }
        assertThat(folder.resolve("old.csv")).hasContent("old");
    }

    @Test
    void aRosterWithMistakesIsRefused() throws IOException {
        Run run = new Console(folder)
                .with("r.csv", "单位,类别\n甲镇,乡\n")
                .run("template", "--standard", "2019", "--roster", "r.csv", "-o", "x.csv");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("r.csv: 第 2 行", "unknown-kind");
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }
}
