package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import guifan.cli.Console.Run;
import guifan.source.RawWorkbook;
import guifan.standard.Standards;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The same facts give the same evaluation, whatever layout a sheet has and whatever program saved it. */
class SameFactsTest {

    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path folder;

    private Console console;
    private Facts facts;
    private Case given;

    /** A standard with the sheets that say facts of its year. */
    private enum Case {
        OF_2018("2018.0", "2018", "facts-2018.csv", "libreoffice-2018-"),
        OF_2019("2019.1", "2020", "facts.csv", "libreoffice-");

        private final String standard;
        private final String year;
        private final String facts;
        private final String office;

        Case(String standard, String year, String facts, String office) {
            this.standard = standard;
            this.year = year;
            this.facts = facts;
            this.office = office;
        }
    }

    private void theFactsOfFiveUnits(Case chosen) throws IOException {
        given = chosen;
        List<List<String>> rows = Grids.ofCsv(new String(resource(given.facts), StandardCharsets.UTF_8));
        facts = Facts.read(Standards.shipped(given.standard), rows);
        StringBuilder roster = new StringBuilder("单位,类别\n");
        rows.stream()
                .skip(1)
                .map(row -> row.get(0) + "," + row.get(1) + "\n")
                .distinct()
                .forEach(roster::append);
        console = new Console(folder).with("roster.csv", roster.toString());
        Files.write(folder.resolve("facts.csv"), resource(given.facts));
    }

    @ParameterizedTest
    @CsvSource({
        "OF_2018, long, long.csv",
        "OF_2018, wide, wide.csv",
        "OF_2018, unit, units/",
        "OF_2019, long, long.csv",
        "OF_2019, wide, wide.csv",
        "OF_2019, unit, units/"
    })
    void csvInEitherEncoding(Case chosen, String layout, String output) throws IOException {
        theFactsOfFiveUnits(chosen);
        template("--layout", layout, "--format", "csv", "-o", output);
        for (Path file : files(output)) {
            String text = Grids.csv(facts.fillIn(Grids.ofCsv(Files.readString(file))));
            Files.writeString(file, "\uFEFF" + text);
        }
        JsonNode unicode = same(output);
        for (Path file : files(output)) {
            String text = Files.readString(file).substring(1);
            assertThat(new String(text.getBytes(GBK), GBK)).isEqualTo(text).contains("\r\n");
            Files.write(file, text.getBytes(GBK));
        }
        assertThat(same(output)).isEqualTo(unicode);
    }

    @ParameterizedTest
    @CsvSource({
        "OF_2018, long, long.xlsx",
        "OF_2018, wide, wide.xlsx",
        "OF_2018, unit, units.xlsx",
        "OF_2019, long, long.xlsx",
        "OF_2019, wide, wide.xlsx",
        "OF_2019, unit, units.xlsx"
    })
    void workbooksOfThisProgramOfLibreOfficeAndInTheFormOfExcel(Case chosen, String layout, String own)
            throws Exception {
        theFactsOfFiveUnits(chosen);
        String office = given.office + own;
        template("--layout", layout, "-o", own);
        byte[] empty = Files.readAllBytes(folder.resolve(own));
        Files.write(folder.resolve(own), Grids.changed(empty, facts::fillIn));
        JsonNode expected = same(own);
        Files.write(folder.resolve("excel.xlsx"), inTheFormOfExcel(Files.readAllBytes(folder.resolve(own))));
        assertThat(same("excel.xlsx")).isEqualTo(expected);
        Files.write(folder.resolve(office), resource(office));
        assertThat(same(office)).isEqualTo(expected);
        if (!layout.equals("unit")) {
            template("--layout", layout, "-o", "text.csv");
            Path csv = folder.resolve("text.csv");
            Files.writeString(csv, Grids.csv(facts.fillIn(Grids.ofCsv(Files.readString(csv)))));
            assertThat(same("text.csv")).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void aWorkbookForEachUnit(Case chosen) throws Exception {
        theFactsOfFiveUnits(chosen);
        template("--layout", "unit", "-o", "units/");
        for (Path file : files("units/")) {
            Files.write(file, Grids.changed(Files.readAllBytes(file), facts::fillIn));
        }
        same("units/");
    }

    @ParameterizedTest
    @CsvSource({"facts.csv, 未报 不涉及 不适用 √ × 按时 迟报 号） 星", "facts-2018.csv, 未报 不适用 √ × 是 否"})
    void theFactsAreOfEverySort(String file, String words) throws IOException {
        String text = new String(resource(file), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF").contains(words.split(" ")).contains("\r\n");
    }

    private void template(String... more) {
        List<String> args = new ArrayList<>(
                List.of("template", "--standard", given.standard, "--roster", "roster.csv", "--year", given.year));
        args.addAll(List.of(more));
        Run run = console.run(args.toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isZero();
    }

    private List<Path> files(String output) throws IOException {
        Path path = folder.resolve(output);
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.sorted().toList();
        }
    }

    /** Asserts that {@code sheets} give the evaluation of the facts, and returns it with the words of their cells. */
    private JsonNode same(String sheets) throws IOException {
        Results results = evaluate(sheets);
        assertThat(results.units()).containsExactly("台城街道", "大江镇", "水步镇", "四九镇", "白沙镇");
        assertThat(results.withoutWords())
                .as(sheets)
                .isEqualTo(evaluate("facts.csv").withoutWords());
        return results.withoutPlaces();
    }

    private Results evaluate(String sheets) throws IOException {
        Run run = console.run(
                "evaluate", "--standard", given.standard, "--roster", "roster.csv", sheets, "--format", "json");
        assertThat(run.exit()).as(sheets + "\n" + run.err()).isZero();
        return Results.of(run.out());
    }

    /** Texts stand in a shared table, numbers are binary fractions to 17 digits, and blank cells have styles. */
    private static byte[] inTheFormOfExcel(byte[] workbook) throws IOException {
        RawWorkbook excel = new RawWorkbook();
        Map<String, Integer> texts = new LinkedHashMap<>();
        Grids.ofWorkbook(workbook).forEach((name, rows) -> {
            String[] lines = new String[rows.size()];
            for (int i = 0; i < lines.length; i++) {
                Object[] cells =
                        rows.get(i).stream().map(cell -> asExcel(cell, texts)).toArray();
                lines[i] = RawWorkbook.row(i + 1, cells);
            }
            excel.sheet(RawWorkbook.escaped(name), "visible", lines);
        });
        String[] items = texts.keySet().stream()
                .map(text -> "<t xml:space='preserve'>" + RawWorkbook.escaped(text) + "</t>")
                .toArray(String[]::new);
        return excel.formats("@", "0.00_ ").texts(items).bytes();
    }

    private static Object asExcel(String text, Map<String, Integer> texts) {
        if (text.isEmpty()) {
            return RawWorkbook.xml("<c r='@' s='1'/>");
        }
        if (text.matches("[0-9]+(\\.[0-9]+)?")) {
            return RawWorkbook.number(binary(text), 2);
        }
        int index = texts.computeIfAbsent(text, same -> texts.size());
        return RawWorkbook.xml("<c r='@' s='1' t='s'><v>" + index + "</v></c>");
    }

    /** Returns a number as Excel stores it: 64.145 as 64.144999999999996. */
    private static String binary(String number) {
        BigDecimal stored = new BigDecimal(Double.parseDouble(number)).round(new MathContext(17));
        return stored.signum() == 0 ? "0" : stored.stripTrailingZeros().toPlainString();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SameFactsTest.class.getResourceAsStream("/guifan/cli/formats/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
