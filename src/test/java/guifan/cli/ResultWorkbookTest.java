package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import guifan.cli.Console.Run;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workbook of a result holds the figures of its JSON form, and says what the other forms say. */
class ResultWorkbookTest {

    @TempDir
    Path folder;

    private Map<String, List<List<String>>> sheets = new HashMap<>();
    private JsonNode json = NullNode.getInstance();

    private Run evaluate(Path scores, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("evaluate", "scores.csv", "-o", "x.xlsx", "-o", "x.json"));
        args.addAll(List.of(more));
        Run run = new Console(folder).with("scores.csv", scores).run(args.toArray(String[]::new));
        sheets = Grids.ofWorkbook(Files.readAllBytes(folder.resolve("x.xlsx")));
        json = Results.of(Files.readString(folder.resolve("x.json"))).json();
        return run;
    }

    @Test
    void whatAPartWeighsStandsBesideItsFullMarks() throws IOException {
        Path example = Path.of("examples/aggregation/mean").toAbsolutePath();
        evaluate(
                example.resolve("scores.csv"),
                "--standard",
                example.resolve("example.yaml").toString());
        assertThat(sheets.get("汇总"))
                .anySatisfy(row -> assertThat(row).contains("民生实事\n/100，权重60", "日常工作\n/20，权重40", "基础分\n/100"));
        assertThat(sheets.get("各指标得分"))
                .anySatisfy(row -> assertThat(row).contains("民生实事，权重60", "日常工作，权重40"))
                .anySatisfy(row -> assertThat(row).contains("校园改造\n（满分100，权重93/23）", "走访\n（满分8）"));
        Files.delete(folder.resolve("scores.csv"));
        Path index = Path.of("examples/index").toAbsolutePath();
        evaluate(
                index.resolve("scores.csv"),
                "--standard",
                index.resolve("index.yaml").toString());
        assertThat(sheets.get("各指标得分").get(0).toString()).containsPattern("，权重[0-9/.]+ · [^,]+，权重");
    }

    @ParameterizedTest
    @CsvSource({"2018, 2018", "2019, 2019", "2020, 2019"})
    void theFiguresOfSeventeenUnitsAreThoseOfTheJson(String year, String standard) throws IOException {
        Run run = evaluate(Path.of("examples/" + year + "/scores.csv"), "--standard", standard);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(sheets.keySet()).containsExactly("汇总", "各指标得分", "明细", "问题");
        assertThat(json.get("units")).hasSize(17);
        List<String> heads = header(sheets.get("汇总"), "名次");
        List<String> details = header(sheets.get("明细"), "指标代码");
        int compared = 0;
        for (JsonNode unit : json.get("units")) {
            String name = unit.get("unit").asText();
            List<String> row = row(sheets.get("汇总"), 1, name);
            JsonNode totals = unit.get("totals");
            same(row.get(0), unit.get("outcome").get("rank"));
            same(row.get(heads.indexOf("得分")), totals.get("raw"));
            same(row.get(heads.indexOf("适用分值")), totals.get("possible"));
            same(row.get(heads.indexOf("基础分\n/100")), totals.get("base"));
            same(row.get(heads.indexOf("加分")), totals.get("bonus"));
            same(row.get(heads.indexOf("扣分")), totals.get("penalty"));
            same(row.get(heads.indexOf("最终得分")), totals.get("final"));
            assertThat(row.get(heads.indexOf("等次")))
                    .isEqualTo(unit.get("outcome").get("gradeName").asText());
            List<String> scores = row(sheets.get("各指标得分"), 0, name);
            int column = 2;
            for (int area = 0; area < unit.get("areas").size(); area++) {
                JsonNode known = unit.get("areas").get(area);
                applied(row.get(3 + area), known);
                for (JsonNode one : known.get("indicators")) {
                    applied(scores.get(column++), one);
                    List<String> detail = detail(name, one.get("id").asText());
                    same(detail.get(details.indexOf("得分")), one.get("score"));
                    same(detail.get(details.indexOf("分值")), one.get("possible"));
                    same(detail.get(details.indexOf("贡献")), one.get("contribution"));
                    compared++;
                }
            }
        }
        assertThat(compared)
                .isEqualTo(17 * (header(sheets.get("各指标得分"), "单位").size() - 3))
                .isPositive();
    }

    @Test
    void unitsThatAreNotRatedStandInItWithTheirReasons() throws IOException {
        Run run = evaluate(Path.of("examples/commands/partial/scores.csv"), "--standard", "2019", "--partial");
        assertThat(run.exit()).isEqualTo(3);
        List<String> row = row(sheets.get("汇总"), 1, "北陡镇");
        assertThat(row).contains("未评");
        assertThat(row.get(row.size() - 1)).contains("AO 列", "九十");
        List<String> remark = row(sheets.get("问题"), 0, "北陡镇");
        assertThat(remark.get(3)).startsWith("未评：").contains("九十");
        assertThat(remark.get(4)).contains("scores.csv", "AO 列");
    }

    @Test
    void whatWasChangedByHandStandsInItWithItsEffect() throws IOException {
        Path overrides = Path.of("examples/commands/overrides/overrides.csv").toAbsolutePath();
        Run run = evaluate(
                Path.of("examples/commands/overrides/scores.csv"),
                "--standard",
                "2019",
                "--overrides",
                overrides.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> remarks = sheets.get("问题").stream()
                .filter(row -> row.get(0).equals("四九镇"))
                .map(row -> row.get(3))
                .toList();
        assertThat(remarks).anyMatch(text -> text.startsWith("更正　代表对建议办理满意率：95 → 94；理由：复核征询意见表"));
        assertThat(remarks).anyMatch(text -> text.startsWith("更正的影响：得分 "));
        List<String> row = row(sheets.get("汇总"), 1, "四九镇");
        assertThat(row.get(row.size() - 1)).contains("更正 1 处");
    }

    @Test
    void whatCheckingReducedHasAWorksheet() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : Grids.ofCsv(Files.readString(Path.of("examples/2019/scores.csv")))) {
            List<String> longer = new ArrayList<>(row);
            boolean head = rows.isEmpty();
            int inquiry = (head ? row : rows.get(0)).indexOf("专题询问（次）");
            longer.add(head ? "专题询问·核定" : row.get(0).equals("白沙镇") ? "0" : row.get(inquiry));
            longer.add(head ? "专题询问·核减理由" : row.get(0).equals("白沙镇") ? "没有记录" : "");
            rows.add(longer);
        }
        Files.writeString(folder.resolve("checked.csv"), Grids.csv(rows));
        Run run = evaluate(folder.resolve("checked.csv"), "--standard", "2019");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(sheets).containsKey("核减清单");
        List<String> head = header(sheets.get("核减清单"), "核减理由");
        List<String> reduced = row(sheets.get("核减清单"), 0, "白沙镇");
        assertThat(reduced.get(head.indexOf("核减理由"))).isEqualTo("没有记录");
        assertThat(new BigDecimal(reduced.get(head.indexOf("实绩核减")))).isPositive();
    }

    private static void applied(String shown, JsonNode node) {
        if (node.get("possible").decimalValue().signum() == 0) {
            assertThat(shown).isEqualTo("不适用");
        } else {
            same(shown, node.get("score"));
        }
    }

    /** A fraction stands in a cell with ten decimals. */
    private static void same(String shown, JsonNode figure) {
        if (figure.isObject()) {
            String[] parts = figure.get("fraction").asText().split("/");
            BigDecimal exact = new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), 10, RoundingMode.HALF_UP);
            assertThat(new BigDecimal(shown)).isEqualByComparingTo(exact);
        } else {
            assertThat(new BigDecimal(shown)).isEqualByComparingTo(figure.decimalValue());
        }
    }

    private List<String> detail(String unit, String id) {
        return sheets.get("明细").stream()
                .filter(row ->
                        row.size() > 2 && row.get(0).equals(unit) && row.get(2).equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> header(List<List<String>> rows, String name) {
        return rows.stream().filter(row -> row.contains(name)).findFirst().orElseThrow();
    }

    private static List<String> row(List<List<String>> rows, int column, String unit) {
        return rows.stream()
                .filter(row -> row.size() > column && row.get(column).equals(unit))
                .findFirst()
                .orElseThrow();
    }
}
