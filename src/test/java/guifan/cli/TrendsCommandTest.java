package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guifan.cli.Console.Run;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendsCommandTest {

    @TempDir
    Path folder;

    @BeforeEach
    void archived() throws IOException {
        for (String year : List.of("2018", "2019", "2020")) {
            Files.copy(Path.of("examples", year, "results.json"), folder.resolve(year + ".json"));
        }
    }

    private Run trends(String... args) {
        String[] all = Stream.concat(Stream.of("trends", "2020.json", "2018.json", "2019.json"), Arrays.stream(args))
                .toArray(String[]::new);
        return new Console(folder).run(all);
    }

    private static JsonNode json(Run run) throws IOException {
        assertThat(run.err()).isEmpty();
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(run.out());
    }

    /** Returns a number of the JSON exactly enough to be shown with six decimals. */
    private static BigDecimal number(JsonNode node, int times) {
        if (node.has("fraction")) {
            String[] parts = node.get("fraction").asText().split("/");
            return new BigDecimal(parts[0])
                    .multiply(BigDecimal.valueOf(times))
                    .divide(new BigDecimal(parts[1]), 6, RoundingMode.HALF_UP);
        }
        return node.decimalValue().multiply(BigDecimal.valueOf(times));
    }

    /** Every figure of the table is in the JSON, at the same place, and none is more. */
    @Test
    void theTableEqualsTheJson() throws IOException {
        JsonNode json = json(trends("--format", "json"));
        List<CSVRecord> rows;
        try (CSVParser parser =
                CSVParser.parse(new StringReader(trends("--format", "csv").out().substring(1)), CSVFormat.RFC4180)) {
            rows = parser.getRecords();
        }
        List<String> header = rows.get(0).toList();
        int lines = json.get("areas").size();
        assertThat(rows).hasSize(1 + 17 * (1 + lines) + lines);
        int at = 1;
        for (JsonNode unit : json.get("units")) {
            List<String> total = rows.get(at++).toList();
            assertThat(total.get(0)).isEqualTo(unit.get("unit").asText());
            for (JsonNode year : unit.get("years")) {
                String name = year.get("year").asText();
                assertThat(cell(header, total, name + "等次"))
                        .isEqualTo(year.get("grade").asText());
                assertNumber(cell(header, total, name + "名次"), year.get("rank"), 1);
                assertNumber(cell(header, total, name + "得分"), year.get("final"), 1);
            }
            assertChanges(header, total, unit.get("changes"), 1);
            at = assertAreas(header, rows, at, unit.get("areas"));
        }
        assertAreas(header, rows, at, json.get("means"));
    }

    private static int assertAreas(List<String> header, List<CSVRecord> rows, int from, JsonNode areas) {
        int at = from;
        for (JsonNode area : areas) {
            List<String> row = rows.get(at++).toList();
            assertThat(row.get(1))
                    .isEqualTo(
                            area.get("name").isTextual()
                                    ? area.get("name").asText()
                                    : area.get("name").get("zh").asText());
            int filled = 0;
            for (JsonNode rate : area.path("rates")) {
                assertNumber(cell(header, row, rate.get("year").asText() + "得分率（%）"), rate.get("rate"), 100);
                filled++;
            }
            assertThat(row.stream().skip(2).limit(12).filter(cell -> !cell.isEmpty()))
                    .hasSize(filled);
            assertChanges(header, row, area.path("changes"), 100);
        }
        return at;
    }

    private static void assertChanges(List<String> header, List<String> row, JsonNode changes, int times) {
        for (JsonNode change : changes) {
            String step = change.get("from").asText() + "→" + change.get("to").asText();
            assertNumber(cell(header, row, step + "增减"), change.get("difference"), times);
            assertNumber(cell(header, row, step + "工作"), change.get("work"), times);
            assertNumber(cell(header, row, step + "标准"), change.get("standard"), times);
            assertNumber(cell(header, row, step + "不可比"), change.get("incomparable"), times);
        }
        long filled = row.stream().skip(14).filter(cell -> !cell.isEmpty()).count();
        assertThat(filled).isEqualTo(2 + 4L * changes.size());
    }

    private static String cell(List<String> header, List<String> row, String name) {
        return row.get(header.indexOf(name));
    }

    private static void assertNumber(String cell, JsonNode expected, int times) {
        assertThat(new BigDecimal(cell)).isEqualByComparingTo(number(expected, times));
    }

    @Test
    void aChangeOfMethodIsMarked() throws IOException {
        Run run = trends();
        assertThat(run.out()).contains("2018‖2019：规则不同", "2019→2020：规则相同", "5‖3→3", "良好‖优秀→优秀");
        List<String> methods = new ArrayList<>();
        json(trends("--format", "json"))
                .get("steps")
                .forEach(step -> methods.add(step.get("method").asText()));
        assertThat(methods).containsExactly("crosswalk", "same");
    }

    @Test
    void withoutTheStandardNothingIsTakenApart() throws IOException {
        Files.createDirectory(folder.resolve("none"));
        Run run = trends("--standards", "none");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("增减不作分解");
        assertThat(run.out()).contains("2018‖2019：规则不同，没有新旧指标对照，不可比").doesNotContain("2018‖2019工作");
    }

    @Test
    void oneUnitIsListedAreaByArea() throws IOException {
        Run run = trends("--unit", "白沙镇");
        assertThat(run.out()).contains("白沙镇", "代表工作＋代表履职平台建设").doesNotContain("水步镇");
        assertThat(json(trends("--unit", "白沙镇", "--format", "json")).get("units"))
                .hasSize(1);
        Run unknown = trends("--unit", "白沙");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("白沙镇");
    }

    @Test
    void inEnglishThereIsNoChinese() {
        String english = trends("--lang", "en").out();
        for (String word : List.of("得分", "名次", "工作变化", "不可比", "单位", "年")) {
            assertThat(english.lines().filter(line -> !line.contains("镇") && !line.contains("街道")))
                    .noneMatch(line -> line.contains(word) && !line.contains("工作＋"));
        }
        assertThat(english).contains("other rules: taken apart by the crosswalk", "not comparable");
    }

    @Test
    void theSameYearTwiceIsRefused() {
        Run run = new Console(folder).run("trends", "2018.json", "2019.json", "2018.json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("year-twice", "2018.json 也是2018年度的结果");
        assertThat(new Console(folder).run("trends", "2018.json").exit()).isEqualTo(2);
    }

    @Test
    void aResultWithoutAYearIsRefused() throws IOException {
        String json = Files.readString(folder.resolve("2018.json")).replaceFirst("\"year\": 2018,\\R", "");
        Run run = new Console(folder).with("no-year.json", json).run("trends", "no-year.json", "2019.json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("no-year", "--year");
    }

    @Test
    void aUnitThatWasRenamedIsFoundByTheRoster() throws IOException {
        String renamed = Files.readString(folder.resolve("2018.json")).replace("\"水步镇\"", "\"水步公社\"");
        Console console = new Console(folder)
                .with("old.json", renamed)
                .with("roster.csv", "单位,别名\n水步镇,水步公社\n")
                .with("both.csv", "单位,别名\n水步镇,水步公社、白沙镇\n");
        Run apart = console.run("trends", "old.json", "2019.json", "--format", "csv");
        assertThat(apart.out()).contains("水步公社,合计", "水步镇,合计");
        Run together = console.run("trends", "old.json", "2019.json", "--roster", "roster.csv", "--format", "json");
        JsonNode unit = StreamSupport.stream(json(together).get("units").spliterator(), false)
                .filter(one -> one.get("unit").asText().equals("水步镇"))
                .findFirst()
                .orElseThrow();
        assertThat(unit.get("years")).hasSize(2);
        assertThat(unit.get("years").get(0).get("name").asText()).isEqualTo("水步公社");
        Run both = console.run("trends", "old.json", "2019.json", "--roster", "both.csv");
        assertThat(both.exit()).isEqualTo(3);
        assertThat(both.err()).contains("水步公社", "白沙镇", "同一单位");
    }

    @Test
    void theEndingOfAFileNamesTheFormat() throws IOException {
        Run run = trends("-o", "t.txt", "-o", "t.csv", "-o", "t.json", "-o", "t.MD");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(folder.resolve("t.txt"))).isEqualTo(trends().out());
        assertThat(Files.readString(folder.resolve("t.csv"))).startsWith("\uFEFF单位,方面,");
        assertThat(Files.readString(folder.resolve("t.MD"))).contains("| ---: |");
        assertThat(trends("-o", "t.doc").exit()).isEqualTo(2);
        assertThat(trends("--format", "doc").exit()).isEqualTo(2);
        assertThat(trends("-o", "t.txt", "--no-clobber").exit()).isEqualTo(5);
        assertThat(trends("-o", "2018.json").exit()).isNotZero();
        assertThat(Files.readString(folder.resolve("2018.json")))
                .isEqualTo(Files.readString(Path.of("examples/2018/results.json")));
    }
}
