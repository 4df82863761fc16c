package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.CellPlace;
import guifan.source.CsvReader;
import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.standard.Question;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same facts in each layout give the same evaluation, and so does the sheet that they are merged into. */
class LayoutsTest {

    @ParameterizedTest
    @CsvSource({"2018, 2018", "2019.1, 2019", "2019, 2020"})
    void theLayoutsSayTheSame(String id, String year) throws IOException {
        Standard standard = Standards.shipped(id);
        String wide = Files.readString(Path.of("examples", year, "scores.csv")).replace("\uFEFF", "");
        Handed first = Handed.in().with("wide.csv", wide);
        Evaluation expected = first.evaluate(standard);
        assertThat(first.said(Severity.ERROR)).isEmpty();
        assertThat(expected.units()).hasSize(17);

        SheetTable table = CsvReader.read("wide.csv", wide, SheetReading::isHeader, new Problems())
                .orElseThrow();
        check(Handed.in().with("long.csv", longSheet(standard, table)), standard, expected);
        Handed units = Handed.in();
        unitSheets(standard, table).forEach(units::with);
        check(units, standard, expected);
        for (Handed handed : List.of(first, units)) {
            assertThat(handed.sheets().merged().orElseThrow().obstacle()).isEmpty();
            List<List<String>> rows = handed.sheets().merged().orElseThrow().rows(expected.year());
            check(Handed.in().with("merged.csv", csv(rows)), standard, expected);
        }
    }

    private static void check(Handed handed, Standard standard, Evaluation expected) {
        Evaluation evaluation = handed.evaluate(standard);
        assertThat(handed.said(Severity.ERROR)).isEmpty();
        assertThat(handed.said(Severity.WARNING)).isEmpty();
        assertThat(evaluation.year()).isEqualTo(expected.year());
        assertThat(Handed.figures(evaluation)).isEqualTo(Handed.figures(expected));
    }

    static String csv(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static Target target(Standard standard, SheetTable table, int column) {
        CellPlace place = table.place(column);
        return new Columns(standard, new Problems())
                .target(table.header().get(column), place)
                .orElseThrow();
    }

    private static String longSheet(Standard standard, SheetTable table) {
        StringBuilder text = new StringBuilder("单位,年度,类别,备注,实绩,考评员,子项,指标\n");
        for (int column = 3; column < table.header().size(); column++) {
            Target target = target(standard, table, column);
            for (SheetRow row : table.rows()) {
                List<String> texts = row.texts();
                text.append(String.join(
                                ",",
                                texts.get(0),
                                texts.get(2),
                                texts.get(1),
                                "",
                                texts.get(column),
                                target.assessor(),
                                target.item(),
                                target.question()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** Returns a sheet for each unit, the name in one cell or in two, items below their indicator. */
    private static Map<String, String> unitSheets(Standard standard, SheetTable table) {
        Map<String, String> sheets = new LinkedHashMap<>();
        for (SheetRow row : table.rows()) {
            List<String> texts = row.texts();
            boolean cells = sheets.size() % 2 == 0;
            StringBuilder text = new StringBuilder("规范化建设填报表,,,,,\n")
                    .append(
                            cells
                                    ? "单位,%s,类别,%s,年度,%s\n".formatted(texts.get(0), texts.get(1), texts.get(2))
                                    : "单位：%s　类别：%s　年度：%s年度,,,,,\n".formatted(texts.get(0), texts.get(1), texts.get(2)))
                    .append("方面,指标/子项,指标代码,自评实绩,核定实绩,考评员\n");
            String before = "";
            for (int column = 3; column < table.header().size(); column++) {
                Target target = target(standard, table, column);
                Question question = new Columns(standard, new Problems()).question(target);
                if (!target.item().isEmpty() && !target.question().equals(before)) {
                    text.append("%s,%s,%s,,,\n".formatted("", question.name(), question.id()));
                }
                String header = table.header().get(column);
                String item = header.substring(header.lastIndexOf('·') + 1);
                text.append(
                        target.item().isEmpty()
                                ? ",%s,%s,%s,,%s\n"
                                        .formatted(question.name(), question.id(), texts.get(column), target.assessor())
                                : ",%s,,%s,,\n".formatted(item, texts.get(column)));
                text.append(",,,,,\n");
                before = target.question();
            }
            sheets.put(texts.get(0) + ".csv", text.toString());
        }
        return sheets;
    }
}
