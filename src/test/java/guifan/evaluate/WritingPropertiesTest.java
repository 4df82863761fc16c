package guifan.evaluate;

import static guifan.evaluate.RandomCases.evaluate;
import static guifan.evaluate.RandomCases.forAll;
import static guifan.evaluate.RandomCases.only;
import static guifan.evaluate.RandomCases.summary;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.RandomStandard.Row;
import guifan.evaluate.UnitResult.Basis;
import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.source.YamlWriter;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What does not matter however it is written, and what must never be taken for something else. */
class WritingPropertiesTest {

    private static final Pattern PROSE = Pattern.compile("name: (方面|指标)");

    /** Property 2. */
    @Test
    void otherNamesForIdsChangeOnlyIdsAndOtherProseOnlyTheHashOfTheText() {
        forAll(2_1, (standard, random) -> {
            List<Row> rows = standard.rows(random, 4);
            String yaml = standard.yaml(null);
            Map<String, String> expected = summary(evaluate(standard, rows));
            String renamed = yaml.replaceAll("\\b([gx])([0-9]+)\\b", "$1n-$2");
            String sheet = standard.sheet(rows, null).replaceAll("\\b([gx])([0-9]+)\\b", "$1n-$2");
            Map<String, String> found = new LinkedHashMap<>();
            summary(Sheets.evaluate(Standards.of(renamed), sheet))
                    .forEach((unit, text) -> found.put(unit, text.replaceAll("\\b([gx])n-([0-9]+)", "$1$2")));
            assertThat(found).isEqualTo(expected);

            Standard before = Standards.of(yaml);
            Standard reworded = Standards.of("# 说明\n" + PROSE.matcher(yaml).replaceAll("name: 另称$1"));
            assertThat(reworded.identity().rulesHash())
                    .isEqualTo(before.identity().rulesHash());
            assertThat(reworded.identity().textHash())
                    .isNotEqualTo(before.identity().textHash());
            assertThat(summary(Sheets.evaluate(reworded, standard.sheet(rows, null))))
                    .isEqualTo(expected);
        });
    }

    /** Property 3. */
    @Test
    void theLayoutAndTheSpellingOfNumbersChangeNoNumber() {
        forAll(3_1, (standard, random) -> {
            List<Row> rows = standard.rows(random, 3);
            Standard read = Standards.of(standard.yaml(null));
            Map<String, String> expected = summary(evaluate(standard, rows));
            String sheet = standard.sheet(rows, null);
            assertThat(summary(Sheets.evaluate(read, sheet.replace("\n", "\r\n"))))
                    .isEqualTo(expected);
            assertThat(summary(Sheets.evaluate(read, respelled(standard, rows, random))))
                    .isEqualTo(expected);
            assertThat(summary(Sheets.evaluate(read, longLayout(standard, rows))))
                    .isEqualTo(expected);
        });
    }

    /** Returns the sheet with 1.0, 1.00, full-width digits and blanks for the same numbers. */
    private static String respelled(RandomStandard standard, List<Row> rows, Random random) {
        List<Row> spelled = new ArrayList<>();
        for (Row row : rows) {
            List<String> cells = row.cells().stream()
                    .map(cell -> cell.matches("[0-9]+(\\.[0-9]+)?") ? spelled(cell, random) : cell)
                    .toList();
            spelled.add(new Row(row.unit(), row.kind(), cells, row.bonus(), row.penalty(), row.veto()));
        }
        return standard.sheet(spelled, null);
    }

    private static String spelled(String number, Random random) {
        String decimals = number.contains(".") ? number + "0" : number + ".00";
        return switch (random.nextInt(4)) {
            case 0 -> decimals;
            case 1 -> " " + number + "　";
            case 2 ->
                number.chars()
                        .mapToObj(c -> String.valueOf((char) (c == '.' ? '．' : c - '0' + '０')))
                        .reduce("", String::concat);
            default -> "0" + number;
        };
    }

    /** Returns a row for every answer. */
    private static String longLayout(RandomStandard standard, List<Row> rows) {
        StringBuilder sheet = new StringBuilder("单位,类别,指标,子项,实绩\n");
        for (Row row : rows) {
            String start = row.unit() + "," + row.kind() + ",";
            for (int i = 0; i < row.cells().size(); i++) {
                sheet.append(start + standard.leaves().get(i).id() + ",,"
                        + row.cells().get(i) + "\n");
            }
            sheet.append(start + "plus,," + row.bonus() + "\n" + start + "minus,," + row.penalty() + "\n");
            sheet.append(start + "veto,," + row.veto() + "\n");
        }
        return sheet.toString();
    }

    /** Property 4. */
    @Test
    void whatIsPrintedIsReadAsTheSameStandard() {
        forAll(4_1, (standard, random) -> {
            Standard once = Standards.of(standard.yaml(null));
            Standard again = Standards.of(YamlWriter.document(once.identity().text()));
            assertThat(again.identity().rulesHash()).isEqualTo(once.identity().rulesHash());
            assertThat(Standards.of(standard.yaml(random)).indicators().count())
                    .isEqualTo(once.indicators().count());
            List<Row> rows = standard.rows(random, 3);
            assertThat(summary(Sheets.evaluate(again, standard.sheet(rows, null))))
                    .isEqualTo(summary(evaluate(standard, rows)));
        });
    }

    /** Property 25: of 0, blank, 未报, 作假 and 不适用 no two have the same trace. */
    @Test
    void noTwoStatesOfACellAreConfused() {
        forAll(25, (standard, random) -> {
            Row row = standard.extreme("甲", "镇", true);
            int index = random.nextInt(row.cells().size());
            RandomLeaf leaf = standard.leaves().get(index);
            Set<String> traces = new HashSet<>();
            List<String> states = List.of(leaf.extreme(false), "", "未报", "作假", "不适用", "待核");
            for (String state : states) {
                traces.add(trace(standard, row.with(index, state), leaf.id()));
            }
            assertThat(traces).as("%s of %s", states, leaf).hasSameSizeAs(states);
        });
    }

    /** Returns the basis of a leaf, or the code with which its cell is refused. */
    private static String trace(RandomStandard standard, Row row, String leaf) {
        Problems problems = new Problems();
        Standard read = Standards.of(standard.yaml(null));
        SheetReading.read(read, Sheets.tables(problems, standard.sheet(List.of(row), null)), problems);
        List<String> errors = Sheets.said(problems, Severity.ERROR);
        if (!errors.isEmpty()) {
            assertThat(errors).hasSize(1);
            return errors.get(0).split(" ", -1)[1];
        }
        Basis basis = only(standard, row).indicator(leaf).orElseThrow().basis();
        return basis.name();
    }
}
