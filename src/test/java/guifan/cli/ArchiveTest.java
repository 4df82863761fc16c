package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a batch leaves of a year can be moved and verified, and nothing in it can be altered unseen. */
class ArchiveTest {

    private static final Path EXAMPLES = Path.of("examples");

    private static final String PLAN = """
        format: 1
        plan: 存档
        archive: "%s"
        runs:
          - id: "{year}"
            years: 2019
            standard: "2019"
            sheets: scores.csv
            roster: roster.csv
            outputs: ["results.json", "results.csv"]
          - {id: as issued, years: 2019, standard: "2019.0", sheets: scores.csv, outputs: issued.json}
        ...
        """;

    private static final String PAPERS = "    papers: papers.yaml\n    papers-output: \"papers/{year}\"\n"
            + "    papers-format: [md, html]\n  - {id";

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void copyWhatIsRead() throws IOException {
        console = new Console(folder)
                .with("scores.csv", EXAMPLES.resolve("2019/scores.csv"))
                .with("roster.csv", EXAMPLES.resolve("roster.csv"))
                .with("papers.yaml", EXAMPLES.resolve("commands/notices/papers.yaml"))
                .with("plan.yaml", PLAN.formatted("archive/{year}"));
    }

    private Path archivedWithPapers() throws IOException {
        console.with("plan.yaml", PLAN.formatted("archive/{year}").replace("  - {id", PAPERS));
        return archived();
    }

    private Path archived() throws IOException {
        Run run = console.run("batch", "plan.yaml");
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("存档 archive/2019：已写");
        return folder.resolve("archive/2019");
    }

    @Test
    void holdsStandardsSheetsResultsAndPapersAndTheirList() throws IOException {
        List<String> files = files(archivedWithPapers());
        assertThat(files)
                .contains(
                        "SHA256SUMS",
                        "archive.yaml",
                        "2019/standards/2019.yaml",
                        "2019/standards/2019.1.yaml",
                        "2019/sheets/scores.csv",
                        "2019/sheets/roster.csv",
                        "2019/results/results.json",
                        "2019/results/results.csv",
                        "2019/papers/papers.yaml",
                        "2019/papers/通报.md",
                        "as issued/standards/2019.yaml",
                        "as issued/results/issued.json")
                .doesNotContain("as issued/standards/2019.1.yaml");
        assertThat(Files.readAllLines(folder.resolve("archive/2019/SHA256SUMS")))
                .hasSize(files.size() - 1);
    }

    @Test
    void isVerifiedWhereverItIsMovedAndWhateverBecameOfTheRest() throws IOException {
        Path moved = Files.createDirectory(folder.resolve("搬 走")).resolve("2019 年");
        Files.move(archived(), moved);
        for (String file : List.of("scores.csv", "roster.csv", "results.json", "plan.yaml", "papers.yaml")) {
            Files.delete(folder.resolve(file));
        }
        Run run = new Console(folder).withEnvironment(java.util.Map.of()).run("verify", moved.toString());
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("完好").contains("2 项结果重新计算一致");
    }

    @Test
    void aByteThatIsChangedIsFoundInEveryKindOfFile() throws IOException {
        Path archive = archivedWithPapers();
        for (String file : List.of(
                "SHA256SUMS",
                "archive.yaml",
                "2019/standards/2019.1.yaml",
                "2019/sheets/scores.csv",
                "2019/sheets/roster.csv",
                "2019/results/results.json",
                "2019/results/results.csv",
                "2019/papers/papers.yaml",
                "2019/papers/通报.md",
                "2019/papers/通报.html")) {
            Path path = archive.resolve(file);
            byte[] content = Files.readAllBytes(path);
            byte[] changed = content.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(path, changed);
            Run run = console.run("verify", "archive/2019", "--lang", "en");
            assertThat(run.exit()).as(file).isEqualTo(ExitCode.NO.number());
            if (!file.equals("SHA256SUMS")) {
                assertThat(run.out()).contains(file + " is not the one listed");
            }
            Files.write(path, content);
        }
        assertThat(console.run("verify", "archive/2019").exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019/standards/2019.1.yaml",
                "2019/sheets/scores.csv",
                "2019/results/results.json",
                "archive.yaml"
            })
    void aForgedListDoesNotHideWhatWasAltered(String file) throws IOException {
        Path archive = archived();
        Path path = archive.resolve(file);
        String old = Files.readString(path);
        String forged = old.replaceFirst("87\\.9\\b|97\\.5|,40,|points: \\{was: 4, now: 3}|year: \"2019\"", "1");
        assertThat(forged).isNotEqualTo(old);
        Files.writeString(path, forged);
        Path list = archive.resolve("SHA256SUMS");
        String line = "  " + file + "\n";
        Files.writeString(list, Files.readString(list).replace(hash(old) + line, hash(forged) + line));
        Run run = console.run("verify", "archive/2019");
        assertThat(run.exit()).as(run.out()).isEqualTo(ExitCode.NO.number());
        assertThat(run.out()).doesNotContain("与清单不符");
    }

    @Test
    void whatIsMissingAndWhatWasAddedIsNamed() throws IOException {
        Path archive = archivedWithPapers();
        Files.delete(archive.resolve("2019/papers/通报.md"));
        Files.writeString(archive.resolve("2019/papers/私加.md"), "x");
        Run run = console.run("verify", "archive/2019");
        assertThat(run.exit()).isEqualTo(ExitCode.NO.number());
        assertThat(run.out()).contains("缺少 2019/papers/通报.md").contains("多出 2019/papers/私加.md");
        Files.delete(archive.resolve("archive.yaml"));
        assertThat(console.run("verify", "archive/2019").out()).contains("缺少 archive.yaml");
        Files.delete(archive.resolve("SHA256SUMS"));
        assertThat(console.run("verify", "archive/2019").out()).contains("缺少清单 SHA256SUMS");
    }

    @Test
    void aSecondBatchLeavesItAndOneAfterAChangeRenewsIt() throws IOException {
        Path archive = archivedWithPapers();
        byte[] list = Files.readAllBytes(archive.resolve("SHA256SUMS"));
        assertThat(console.run("batch", "plan.yaml").out()).contains("存档 archive/2019：无变化");
        Files.writeString(archive.resolve("2019/results/results.csv"), "altered");
        assertThat(console.run("batch", "plan.yaml").out()).contains("存档 archive/2019：已写");
        assertThat(archive.resolve("SHA256SUMS")).hasBinaryContent(list);
        assertThat(console.run("verify", "archive/2019").exit()).isZero();
        Path plan = folder.resolve("plan.yaml");
        Files.writeString(plan, Files.readString(plan).replace("[md, html]", "md"));
        assertThat(console.run("batch", "plan.yaml").exit()).isZero();
        assertThat(files(archive)).contains("2019/papers/通报.md").doesNotContain("2019/papers/通报.html");
        assertThat(folder.resolve("papers/2019/通报.html")).doesNotExist();
        assertThat(console.run("verify", "archive/2019").exit()).isZero();
    }

    @Test
    void mayBeAZip() throws IOException {
        console.with("zip.yaml", PLAN.formatted("{year}.zip"));
        assertThat(console.run("batch", "zip.yaml").out()).contains("存档 2019.zip：已写");
        Path zip = folder.resolve("2019.zip");
        byte[] content = Files.readAllBytes(zip);
        assertThat(console.run("batch", "zip.yaml", "--force").out()).contains("存档 2019.zip：无变化");
        Run run = console.run("verify", "2019.zip");
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("完好");
        int at = new String(content, StandardCharsets.ISO_8859_1).indexOf("formatVersion");
        content[at] ^= 1;
        Files.write(zip, content);
        assertThat(console.run("verify", "2019.zip").exit()).isEqualTo(ExitCode.NO.number());
        Files.writeString(zip, "no zip");
        assertThat(console.run("verify", "2019.zip").out()).contains("不是完好的 zip");
    }

    @Test
    void isNotWrittenWhereARunFailed() throws IOException {
        console.with("plan.yaml", PLAN.formatted("archive/{year}").replace("  - {id", PAPERS));
        Files.writeString(folder.resolve("papers.yaml"), "format: 1\n...\n");
        Run run = console.run("batch", "plan.yaml");
        assertThat(run.exit()).isEqualTo(ExitCode.DATA.number());
        assertThat(run.out()).contains("失败 1 项（2019）").contains("存档 archive/2019：未写");
        assertThat(folder.resolve("archive")).doesNotExist();
    }

    /** Of the two worksheets only one was read, so that only that one may be read again. */
    @Test
    void isVerifiedByTheWorksheetThatWasRead() throws IOException {
        console.with("tally.yaml", EXAMPLES.resolve("commands/workbooks/tally.yaml"))
                .with("sheets.xlsx", EXAMPLES.resolve("commands/workbooks/sheets.xlsx"))
                .with("sheet.yaml", """
                    format: 1
                    archive: "archive/{year}"
                    runs: [{years: 2020, standard: tally.yaml, sheets: sheets.xlsx, worksheet: 白沙镇, outputs: one.json}]
                    ...
                    """);
        Run made = console.run("batch", "sheet.yaml");
        assertThat(made.exit()).as(made.err()).isZero();
        Run archived = console.run("verify", "archive/2020");
        assertThat(archived.exit()).as(archived.out() + archived.err()).isZero();
        assertThat(console.run("verify", "one.json", "--standard", "tally.yaml", "--worksheet", "白沙镇")
                        .exit())
                .isZero();
        assertThat(console.run("verify", "one.json", "--standard", "tally.yaml").exit())
                .isNotZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "archive-of-years | archive: a | years: [2018, 2019], outputs: '{year}.json'",
                "no-result | archive: a | years: 2018, outputs: a.csv",
                "no-result | standards: s | years: 2018, outputs: a.csv, papers: p.yaml, papers-output: p",
                "missing-key | standards: s | years: 2018, outputs: a.json, papers: p.yaml",
                "missing-key | standards: s | years: 2018, outputs: a.json, papers-format: md",
                "duplicate-output | standards: s | years: [2018, 2019], outputs: '{year}.json', papers: p,"
                        + " papers-output: p"
            })
    void aWrongPlanIsRefused(String code, String archive, String run) throws IOException {
        String text = "format: 1\n" + archive + "\nruns:\n  - {standard: 2018, sheets: s.csv, " + run + "}\n...\n";
        Run result = console.with("wrong.yaml", text.replace('\'', '"')).run("batch", "wrong.yaml");
        assertThat(result.exit()).isEqualTo(ExitCode.DATA.number());
        assertThat(result.err()).contains("error[" + code + "]");
    }

    private static String hash(String content) {
        return guifan.source.InputFile.of("", content.getBytes(StandardCharsets.UTF_8))
                .sha256();
    }

    private static List<String> files(Path archive) throws IOException {
        try (Stream<Path> files = Files.walk(archive)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> archive.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
