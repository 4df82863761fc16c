package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same inputs give the same bytes wherever and however they are evaluated. */
class SameBytesTest {

    private static final Path SHEET = Path.of("examples/2019/scores.csv");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"tr,TR,UTC", "ar,SA,Asia/Shanghai", "de,DE,America/New_York", "th,TH,Pacific/Kiritimati"})
    void localeAndTimeZoneChangeNothing(String language, String country, String zone) throws IOException {
        List<String> usual = allFormats();
        Locale locale = Locale.getDefault();
        TimeZone timeZone = TimeZone.getDefault();
        try {
            Locale.setDefault(new Locale.Builder()
                    .setLanguage(language)
                    .setRegion(country)
                    .build());
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(allFormats()).isEqualTo(usual);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(timeZone);
        }
    }

    private List<String> allFormats() throws IOException {
        Path own = Files.createTempDirectory(folder, "run");
        Console console = new Console(own).with("scores.csv", SHEET);
        List<String> outputs = new ArrayList<>();
        for (String format : List.of("table", "csv", "json", "md")) {
            outputs.add(console.run("evaluate", "--standard", "2019", "--format", format, "scores.csv")
                    .out());
        }
        outputs.add(console.run("explain", "--standard", "2019", "scores.csv", "--unit", "台城街道")
                .out());
        console.run("evaluate", "--standard", "2019", "scores.csv", "-o", "x.xlsx");
        console.run("template", "--standard", "2019", "--roster", "scores.csv", "-o", "t.xlsx");
        for (String file : List.of("x.xlsx", "t.xlsx")) {
            outputs.add(HexFormat.of().formatHex(Files.readAllBytes(own.resolve(file))));
        }
        return outputs;
    }

    @Test
    void theFolderOfTheSheetChangesNothing() throws IOException {
        Files.createDirectories(folder.resolve("a/b"));
        Console console = new Console(folder).with("scores.csv", SHEET).with("a/b/scores.csv", SHEET);
        String here = console.run("evaluate", "--standard", "2019", "--format", "json", "scores.csv")
                .out();
        String there = console.run("evaluate", "--standard", "2019", "--format", "json", "a/b/scores.csv")
                .out();
        assertThat(there).isEqualTo(here);
    }

    @Test
    void anotherOrderOfRowsAndColumnsChangesNoNumber() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(SHEET));
        String header = lines.remove(0).replace("\uFEFF", "");
        Random random = new Random(7);
        Collections.shuffle(lines, random);
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < header.split(",", -1).length; i++) {
            columns.add(i);
        }
        Collections.shuffle(columns, random);
        lines.add(0, header);
        String shuffled = String.join(
                        "\n",
                        lines.stream().map(line -> reordered(line, columns)).toList()) + "\n";
        Console console = new Console(folder).with("scores.csv", SHEET).with("other.csv", shuffled);
        assertThat(ranking(console, "other.csv")).isEqualTo(ranking(console, "scores.csv"));
    }

    private static String reordered(String line, List<Integer> columns) {
        assertThat(line).doesNotContain("\"");
        String[] cells = line.split(",", -1);
        return String.join(",", columns.stream().map(i -> cells[i]).toList());
    }

    /** Returns the rows of the CSV result, which stand in the order of the sheet, sorted. */
    private static List<String> ranking(Console console, String sheet) {
        return console.run("evaluate", "--standard", "2019", "--format", "csv", sheet)
                .out()
                .lines()
                .sorted()
                .toList();
    }
}
