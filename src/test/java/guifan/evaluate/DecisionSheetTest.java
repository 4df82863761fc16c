package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recorded decision orders units that are equal in everything else, and no others. */
class DecisionSheetTest {

    private static final Standard STANDARD =
            Standards.file(Path.of("examples/grades/decision/example.yaml")).orElseThrow();

    private static final String SHEET = "单位,类别,工作,档案\n甲镇,镇,55,40\n乙镇,镇,55,40\n丙镇,镇,56,39\n丁镇,镇,55,40\n";

    private static Evaluation evaluate(Standard standard, String rows, Problems problems) {
        SheetSet set = new SheetSet(problems);
        set.add(file("1.csv", SHEET), null);
        set.decide(file("d.csv", "单位,名次先后,理由,决定机关,日期,文号\n" + rows), null);
        return set.evaluate(standard, 2020);
    }

    private static InputFile file(String name, String text) {
        return InputFile.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(String unit, String order) {
        return unit + "," + order + ",理由,主任会议,2021-01-15,三号\n";
    }

    private static List<String> codes(String rows) {
        Problems problems = new Problems();
        Evaluation evaluation = evaluate(STANDARD, rows, problems);
        assertThat(evaluation.units().isEmpty()).isEqualTo(problems.hasErrors());
        return problems.all().stream().map(Diagnostic::code).distinct().toList();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 3, '甲镇 1,乙镇 2,丙镇 4,丁镇 3'", "3, 1, 2, '甲镇 3,乙镇 1,丙镇 4,丁镇 2'", "20, 10, 5, '甲镇 3,乙镇 2,丙镇 4,丁镇 1'"})
    void theOrderIsThatOfTheDecision(String first, String second, String third, String ranks) {
        List<String> rows = List.of(row("甲镇", first), row("乙镇", second), row("丁镇", third));
        for (String text : List.of(String.join("", rows), rows.get(2) + rows.get(0) + rows.get(1))) {
            Problems problems = new Problems();
            Evaluation evaluation = evaluate(STANDARD, text, problems);
            assertThat(problems.hasErrors()).isFalse();
            assertThat(evaluation.units())
                    .map(unit -> unit.unit() + " " + unit.outcome().rank())
                    .containsExactly(ranks.split(","));
            assertThat(evaluation.units().get(0).outcome().decidedBy()).isEqualTo("indicator:files,decision:主任会议");
        }
    }

    @Test
    void itIsRefusedWhereThereIsNothingToDecideOrNotAllIsDecided() {
        assertThat(codes(row("丙镇", "1"))).containsExactly("not-tied");
        assertThat(codes(row("戊镇", "1"))).containsExactly("unknown-unit");
        assertThat(codes(row("甲镇", "1") + row("乙镇", "2"))).containsExactly("undecided");
        assertThat(codes(row("甲镇", "1") + row("乙镇", "1") + row("丁镇", "2"))).containsExactly("same-order");
        assertThat(codes(row("甲镇", "1") + row("甲镇", "2") + row("乙镇", "3") + row("丁镇", "4")))
                .contains("duplicate-unit");
        assertThat(codes(row("甲镇", "1").replace("主任会议", "办公室"))).containsExactly("decided-by");
        assertThat(codes(row("甲镇", "0"))).containsExactly("not-a-number");
        assertThat(codes(row("甲镇", "1").replace("2021-01-15", "昨天"))).containsExactly("date");
        assertThat(codes(row("甲镇", "1").replace("理由", ""))).containsExactly("blank");
    }

    @Test
    void aStandardWithoutThatLinkKnowsNoDecisions() {
        Problems problems = new Problems();
        evaluate(
                Standards.file(Path.of("examples/grades/ranking/example.yaml")).orElseThrow(),
                row("甲镇", "1"),
                problems);
        assertThat(problems.hasErrors()).isTrue();
    }

    @Test
    void theDecisionIsTheLastLink() {
        String text = Standards.HEAD
                + Standards.oneArea("id: a, name: 甲, points: 100, rule: {kind: yes-no}")
                + Standards.GRADES
                + "ranking: {chain: [{decision: 主任会议}, {area: area}]}\n...\n";
        assertThat(Standards.problems(text)).extracting(Diagnostic::code).containsExactly("ranking-link");
    }
}
