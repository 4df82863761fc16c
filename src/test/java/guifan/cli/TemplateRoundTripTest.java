package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import guifan.source.RawWorkbook;
import guifan.standard.Blank;
import guifan.standard.Standard;
import guifan.standard.StandardId;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.Folder;
import guifan.standard.Standards;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code template} writes and a script fills in, {@code evaluate} reads back: the same facts, the same result. */
class TemplateRoundTripTest {

    @TempDir
    Path folder;

    /** Standards of units. */
    static List<String> standards() throws Exception {
        return standards(true);
    }

    /** Standards of bodies that belong to units, which have one layout only: a row per body. */
    static List<String> standardsOfBodies() throws Exception {
        return standards(false);
    }

    private static List<String> standards(boolean ofUnits) throws Exception {
        return new StandardLibrary(List.of(new Folder(Standards.SHIPPED, "standards")))
                .texts().stream()
                        .map(StandardId::toString)
                        .filter(id -> Standards.shipped(id).bodies().areUnits() == ofUnits)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("standards")
    void everyLayoutAndFormatFilledInWithTheSameFactsGivesTheSameResult(String id) throws Exception {
        Standard standard = Standards.shipped(id);
        Map<String, String> units = units(standard);
        Facts facts = Facts.madeUp(standard, units, 2, 20);
        Console console = new Console(folder).with("roster.csv", roster(units));
        Results expected = null;
        for (List<String> form : forms()) {
            Path sheets = Files.createDirectories(folder.resolve(form.get(0) + form.get(1) + form.get(2)));
            String name = folder.relativize(sheets) + "/" + form.get(2);
            Run made = console.run(
                    "template",
                    "--standard",
                    id,
                    "--roster",
                    "roster.csv",
                    "--year",
                    "2020",
                    "--layout",
                    form.get(0),
                    "--format",
                    form.get(1),
                    "-o",
                    name);
            assertThat(made.exit()).as(made.err()).isZero();
            fillIn(facts, sheets);
            Run read = console.run(
                    "evaluate",
                    "--standard",
                    id,
                    "--roster",
                    "roster.csv",
                    name.replaceAll("/$", ""),
                    "--format",
                    "json");
            assertThat(read.exit()).as(form + "\n" + read.err()).isZero();
            assertThat(read.err()).doesNotContain("error[");
            Results results = Results.of(read.out());
            expected = expected == null ? results : expected;
            assertThat(results.withoutWords()).as(form.toString()).isEqualTo(expected.withoutWords());
        }
        assertThat(expected).isNotNull();
        assertThat(expected.units()).hasSize(units.size());
    }

    /** The layout, the format and the file, or nothing for a folder with a file for each unit. */
    private static List<List<String>> forms() {
        return List.of(
                List.of("long", "csv", "sheet.csv"),
                List.of("long", "xlsx", "sheet.xlsx"),
                List.of("wide", "csv", "sheet.csv"),
                List.of("wide", "xlsx", "sheet.xlsx"),
                List.of("unit", "csv", ""),
                List.of("unit", "xlsx", ""),
                List.of("unit", "xlsx", "sheet.xlsx"));
    }

    @ParameterizedTest
    @MethodSource("standardsOfBodies")
    void theSheetOfBodiesIsReadBackFromEveryFormat(String id) throws Exception {
        Standard standard = Standards.shipped(id);
        Console console = new Console(folder);
        List<List<String>> rows = bodies(standard, columns(console, id, "sheet.csv"));
        assertThat(columns(console, id, "sheet.xlsx")).isEqualTo(rows.get(0));
        String csv = Grids.csv(rows);
        Files.write(folder.resolve("gbk.csv"), csv.getBytes(Charset.forName("GBK")));
        Files.writeString(folder.resolve("mark.csv"), "\uFEFF" + csv);
        String[] lines = new String[rows.size()];
        for (int i = 0; i < lines.length; i++) {
            Object[] cells =
                    rows.get(i).stream().map(TemplateRoundTripTest::stored).toArray();
            lines[i] = RawWorkbook.row(i + 1, cells);
        }
        Files.write(folder.resolve("book.xlsx"), RawWorkbook.of(lines).bytes());
        List<Results> results = new ArrayList<>();
        for (String file : List.of("gbk.csv", "mark.csv", "book.xlsx")) {
            Run read = console.run("evaluate", "--standard", id, "--year", "2019", file, "--format", "json");
            assertThat(read.exit()).as(file + "\n" + read.err()).isZero();
            results.add(Results.of(read.out()));
        }
        assertThat(results.get(0).units()).hasSize(rows.size() - 1);
        assertThat(results)
                .extracting(Results::withoutWords)
                .containsOnly(results.get(0).withoutWords());
    }

    private List<String> columns(Console console, String id, String file) throws IOException {
        Run made = console.run("template", "--standard", id, "-o", file);
        assertThat(made.exit()).as(made.err()).isZero();
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        return file.endsWith(".csv")
                ? Grids.ofCsv(new String(bytes, StandardCharsets.UTF_8)).get(0)
                : Grids.ofWorkbook(bytes).values().iterator().next().get(0);
    }

    /** Returns a sheet of three bodies of three units. */
    private static List<List<String>> bodies(Standard standard, List<String> header) {
        String kind = standard.kinds().get(0);
        Map<String, String> named = new LinkedHashMap<>();
        List<List<String>> rows = new ArrayList<>(List.of(header));
        List<String> units = List.of("白沙镇", "大江镇", "水步镇");
        for (int i = 0; i < units.size(); i++) {
            List<String> row = new ArrayList<>(Collections.nCopies(header.size(), ""));
            standard.bodies().details().forEach(detail -> row.set(header.indexOf(detail), detail));
            row.set(0, units.get(i) + standard.bodies().called());
            row.set(header.indexOf(standard.bodies().owner()), units.get(i));
            for (String ordered : List.of("申报日期", "次序", "主题")) {
                if (header.contains(ordered)) {
                    row.set(
                            header.indexOf(ordered),
                            ordered.endsWith("日期") ? "2019-03-0" + (i + 1) : ordered.equals("次序") ? "1" : "主题" + i);
                }
            }
            row.set(header.indexOf("类别"), kind);
            named.put(row.get(0), kind);
            rows.add(row);
        }
        List<List<String>> filled =
                Facts.madeUp(standard, named, Blank.assessors(standard), 11).fillIn(rows);
        filled.stream().skip(1).forEach(row -> everyoneVotes(header, row));
        return filled;
    }

    /** As many people vote as there are. */
    private static void everyoneVotes(List<String> header, List<String> row) {
        int all = header.indexOf("代表满意度测评·全体人数");
        if (all >= 0) {
            int ballots = IntStream.range(all + 1, header.size())
                    .filter(i -> header.get(i).startsWith("代表满意度测评·"))
                    .map(i -> Integer.parseInt(row.get(i)))
                    .sum();
            row.set(all, String.valueOf(ballots));
        }
    }

    private static Object stored(String text) {
        return text.isEmpty() ? null : text.matches("[0-9]+([.][0-9]+)?") ? new BigDecimal(text) : text;
    }

    @Test
    void seventeenWorksheetsOfOneWorkbookAreOneEvaluation() throws Exception {
        Standard standard = Standards.shipped("2019");
        Map<String, String> units = new LinkedHashMap<>();
        Grids.ofCsv(Files.readString(Path.of("examples/roster.csv"))).stream()
                .skip(1)
                .forEach(row -> units.put(row.get(0), row.get(1)));
        assertThat(units).hasSize(17);
        Facts facts = Facts.madeUp(standard, units, 2, 17);
        Console console = new Console(folder).with("roster.csv", Path.of("examples/roster.csv"));
        console.run("template", "--standard", "2019", "--roster", "roster.csv", "--year", "2020", "-o", "all.xlsx");
        byte[] filled = Grids.changed(Files.readAllBytes(folder.resolve("all.xlsx")), facts::fillIn);
        Files.write(folder.resolve("all.xlsx"), filled);
        assertThat(Grids.ofWorkbook(filled).keySet()).containsExactlyElementsOf(units.keySet());
        Run run =
                console.run("evaluate", "--standard", "2019", "--roster", "roster.csv", "all.xlsx", "--format", "json");
        assertThat(run.exit()).as(run.err()).isZero();
        Results results = Results.of(run.out());
        assertThat(results.units()).containsExactlyElementsOf(units.keySet());
        assertThat(run.err()).doesNotContain("title-skipped");
        assertThat(run.out()).contains("\"worksheet\": \"台城街道\"", "\"worksheet\": \"北陡镇\"");

        Run one = console.run("evaluate", "--standard", "2019", "all.xlsx", "--worksheet", "北陡镇", "--format", "json");
        assertThat(one.exit()).as(one.err()).isZero();
        assertThat(Results.of(one.out()).units()).containsExactly("北陡镇");
        Run unknown = console.run("evaluate", "--standard", "2019", "all.xlsx", "--worksheet", "北斗镇", "-o", "x.json");
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.err()).contains("all.xlsx: error[unknown-worksheet]: 没有工作表“北斗镇”，是否应为“北陡镇”？已知的有：台城街道、大江镇、");
        assertThat(folder.resolve("x.json")).doesNotExist();
    }

    @Test
    void aWorksheetIsOnlyNamedInAWorkbook() throws IOException {
        Console console = new Console(folder).with("a.csv", Path.of("examples/2019/scores.csv"));
        Run run = console.run("evaluate", "--standard", "2019", "a.csv", "--worksheet", "填报表");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--worksheet 只用于 XLSX");
    }

    @Test
    void whoOfSeventeenDidNotSendAFileIsTold() throws Exception {
        Standard standard = Standards.shipped("2019");
        Console console = new Console(folder).with("roster.csv", Path.of("examples/roster.csv"));
        Map<String, String> units = new LinkedHashMap<>();
        Grids.ofCsv(Files.readString(Path.of("examples/roster.csv"))).stream()
                .skip(1)
                .forEach(row -> units.put(row.get(0), row.get(1)));
        console.run("template", "--standard", "2019", "--roster", "roster.csv", "--year", "2020", "-o", "sheets/");
        fillIn(Facts.madeUp(standard, units, 2, 17), folder.resolve("sheets"));
        Files.delete(folder.resolve("sheets/北陡镇.xlsx"));
        Run run = console.run(
                "evaluate",
                "--standard",
                "2019",
                "--roster",
                "roster.csv",
                "sheets",
                "-o",
                "out.xlsx",
                "-o",
                "out.json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("error[units-missing]", "应报17，实报16，缺：北陡镇");
        assertThat(folder.resolve("out.xlsx")).doesNotExist();
        assertThat(folder.resolve("out.json")).doesNotExist();
        Run partial = console.run(
                "evaluate", "--standard", "2019", "--roster", "roster.csv", "sheets", "--partial", "-o", "out.json");
        assertThat(partial.exit()).isEqualTo(3);
        assertThat(Results.of(Files.readString(folder.resolve("out.json"))).units())
                .hasSize(16)
                .doesNotContain("北陡镇");
    }

    private static Map<String, String> units(Standard standard) {
        Map<String, String> units = new LinkedHashMap<>();
        for (String name : List.of("甲", "乙", "丙")) {
            standard.kinds().forEach(kind -> units.put(name + kind, kind));
        }
        return units;
    }

    private static String roster(Map<String, String> units) {
        List<String> lines = new ArrayList<>(List.of("单位,类别"));
        units.forEach((unit, kind) -> lines.add(unit + "," + kind));
        return String.join("\n", lines) + "\n";
    }

    private static void fillIn(Facts facts, Path sheets) throws Exception {
        try (Stream<Path> files = Files.list(sheets)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(".xlsx")) {
                    Files.write(file, Grids.changed(Files.readAllBytes(file), facts::fillIn));
                } else {
                    Files.writeString(file, Grids.csv(facts.fillIn(Grids.ofCsv(Files.readString(file)))));
                }
            }
        }
    }
}
