package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic;
import guifan.source.Problems;
import guifan.standard.Question;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cell that answers for all items at once. */
class CompositeCellTest {

    private static final Standard STANDARD = Standards.of(Standards.area(
            "id: six, name: 六有, points: 15, rule: {kind: checklist, items: [{id: place, name: 场所}, {id: staff, name: 人员},"
                    + " {id: funds, name: 经费}]}",
            "id: rules, name: 制度, points: 15, rule: {kind: checklist, counted: missing, items: [{id: a, name: 议事规则},"
                    + " {id: b, name: 评议、询问}, {id: c, name: 评议}]}",
            "id: staffed, name: 配备, points: 10, rule: {kind: checklist, counted: met, met: {0: 0, 2: 10},"
                    + " items: [{id: a, name: 甲}, {id: b, name: 乙}]}",
            "id: budget, name: 预算, points: 20, rule: {kind: checklist, items: [{id: year, name: 年度预算},"
                    + " {id: adjust, name: 预算调整, may-not-arise: true}]}",
            "id: report, name: 报送, points: 10, rule: {kind: checklist, late-loses: 2, items: [{id: plan, name: 计划},"
                    + " {id: summary, name: 总结}]}",
            "id: article, name: 采用, points: 15, rule: {kind: levels, values: {台山: 1, 江门: 2, 省: 4, 全国: 8}}",
            "id: task, name: 交办, points: 15, rule: {kind: deduct-by-class, classes: [{id: open, name: 未完成, each: 3},"
                    + " {id: late, name: 逾期, each: 1}]}"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "six | 全 | 1 1 1",
                "six | 无 | 0 0 0",
                "six | 缺：人员 | 1 0 1",
                "six | 缺:人员、经费 | 1 0 0",
                "six | 缺：人员，经费 | 1 0 0",
                "six | 缺: 人员, 经费 | 1 0 0",
                "six | 缺 人员 | 1 0 1",
                "six | 有：场所 | 1 0 0",
                "six | 有：场所、经费 | 1 0 1",
                "six | 缺：funds | 1 1 0",
                "six | 有：场所；缺：人员 | 1 0 0",
                "six | 缺：场所；缺：人员 | 0 0 1",
                "rules | 缺：评议、询问 | 1 0 1",
                "rules | 缺：评议 | 1 1 0",
                "rules | 缺：评议、询问、评议 | 1 0 0",
                "rules | 缺：评议、评议、询问 | 1 0 0",
                "budget | 全；不涉及：预算调整 | 1 -",
                "budget | 缺：年度预算；不涉及：预算调整 | 0 -",
                "budget | 不涉及：预算调整；全 | 1 -",
                "report | 全 | 2 2",
                "report | 无 | 0 0",
                "report | 缺：总结 | 2 0",
                "report | 迟报：总结 | 2 1",
                "report | 未报：计划；迟报：总结 | 0 1",
                "report | 按时：计划 | 2 0"
            })
    void aChecklistIsAnsweredInWords(String question, String cell, String values) {
        assertThat(read(question, cell)).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "six | 缺：设备 | unknown-item",
                "six | 有：场所、设备 | unknown-item",
                "six | 缺 | composite",
                "six | 缺： | composite",
                "six | 全部 | composite",
                "six | 是 | composite",
                "six | √ | composite",
                "six | 场所 | composite",
                "six | 全：场所 | composite",
                "six | 全；缺：人员 | composite",
                "six | 无；有：人员 | composite",
                "six | 全；无 | composite",
                "six | ； | composite",
                "six | 缺：人员；有：人员 | item-twice",
                "six | 缺：人员、人员 | item-twice",
                "six | 迟报：人员 | composite",
                "six | 缺：人员。经费 | unknown-item",
                "six | 缺：不存在的 | unknown-item",
                "report | 有：计划 | composite",
                "six | 全；不涉及：人员 | may-not-arise",
                "six | 不涉及 | may-not-arise",
                "six | 缺席 | assessor-word",
                "six | 回避 | assessor-word",
                "budget | 不涉及：预算调整 | composite",
                "budget | 全；缺：预算调整；不涉及：预算调整 | item-twice composite",
                "budget | 缺：预算调整；不涉及：预算调整 | item-twice",
                "budget | 不涉及：年度预算、预算调整 | may-not-arise"
            })
    void anAnswerThatSaysTooMuchOrTooLittleIsRefused(String question, String cell, String codes) {
        assertThat(read(question, cell)).isEqualTo("!" + codes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"rules | 1 | #=1", "rules | 0 | #=0", "rules | 3 | #=3", "staffed | 2 | #=2", "staffed | ２ | #=2"})
    void aBareNumberCountsWhereTheStandardSaysWhat(String question, String cell, String value) {
        assertThat(read(question, cell)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "six | 3 | bare-number", "six | 0 | bare-number", "six | -1 | bare-number", "budget | 1 | bare-number",
                "report | 2 | bare-number", "rules | 4 | out-of-range", "rules | -1 | out-of-range",
                        "rules | 1.5 | not-whole"
            })
    void aBareNumberIsRefusedWhereItMayMeanEither(String question, String cell, String code) {
        assertThat(read(question, cell)).isEqualTo("!" + code);
    }

    @Test
    void aBareNumberThatIsRefusedComesWithAnExample() {
        assertThat(message("six", "3")).contains("达到的项数还是缺的项数").contains("缺：场所、人员");
    }

    @Test
    void anUnknownItemComesWithTheOneThatWasMeantOrTheList() {
        assertThat(message("six", "缺：人圆")).contains("“人圆”").contains("场所、人员、经费");
        assertThat(message("rules", "缺：议事规测")).contains("是否应为“议事规则”？");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "article | 台山3 江门1 | 3 1 0 0",
                "article | 台山3、江门1 | 3 1 0 0",
                "article | 台山×3；省*2 | 3 0 2 0",
                "article | 台山：3，江门：1 | 3 1 0 0",
                "article | 省 | 0 0 1 0",
                "article | 台山；台山；江门 | 2 1 0 0",
                "article | 无 | 0 0 0 0",
                "article | 0 | 0 0 0 0",
                "article | 台山３ | 3 0 0 0",
                "article | 全国2（人民日报〔2019〕3号） | 0 0 0 2",
                "task | 未完成1 逾期2 | 1 2",
                "task | 未完成0，逾期0 | 0 0",
                "task | 无 | 0 0",
                "task | open1 late0 | 1 0"
            })
    void countsByLevelStandInOneCell(String question, String cell, String values) {
        assertThat(read(question, cell)).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "article | 3/2/1 | composite",
                "article | 3 | composite",
                "article | 市级3 | composite",
                "article | 台山2.5 | composite",
                "article | 台山-1 | composite",
                "article | 台山99999999999999999999 | composite",
                "article | 台山约3 | composite",
                "article | 台山3+1 | composite",
                "article | 是 | composite",
                "article | 不涉及 | may-not-arise",
                "task | 未完成1 | class-missing",
                "task | 1 | composite",
                "task | 1 2 | composite"
            })
    void countsThatCannotBeToldApartAreRefused(String question, String cell, String code) {
        assertThat(read(question, cell)).isEqualTo("!" + code);
    }

    @Test
    void evidenceStandsInBracketsBehindTheLevel() {
        assertThat(evidence("省（粤常办〔2019〕3号）")).containsExactly("", "", "粤常办〔2019〕3号", "");
        assertThat(evidence("台山（甲、乙；丙 丁）；江门 (台人〔2019〕1号（复印件）)")).containsExactly("甲、乙;丙 丁", "台人〔2019〕1号(复印件)", "", "");
        assertThat(evidence("台山（一号）；台山（二号）")).containsExactly("一号；二号", "", "", "");
        assertThat(evidence("台山（一号）；台山")).containsExactly("", "", "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "未报, NOT_REPORTED",
        "不适用, NOT_APPLICABLE",
        "待核, PENDING",
        "作假, FALSE_MATERIAL",
        "'', BLANK",
        "'  ', BLANK"
    })
    void aStateStandsForTheWhole(String cell, String state) {
        for (String question : List.of("six", "rules", "budget", "report", "article", "task")) {
            assertThat(read(question, cell)).isEqualTo(state);
        }
    }

    private static Question question(String id) {
        return STANDARD.questions("镇").stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String read(String question, String cell) {
        Problems problems = new Problems();
        List<Entry> entries = CompositeCell.read(question(question), cell, Sheets.PLACE, problems);
        if (!problems.all().isEmpty()) {
            return problems.all().stream().map(Diagnostic::code).collect(Collectors.joining(" ", "!", ""));
        }
        return entries.stream().map(CompositeCellTest::shown).collect(Collectors.joining(" "));
    }

    private static String shown(Entry entry) {
        if (entry.state() == CellState.NOT_ARISING) {
            return "-";
        }
        String item = entry.item().equals(Question.COUNTED) ? "#=" : "";
        return entry.value() == null ? entry.state().name() : item + entry.value();
    }

    private static String message(String question, String cell) {
        Problems problems = new Problems();
        CompositeCell.read(question(question), cell, Sheets.PLACE, problems);
        return problems.all().get(0).message().zh();
    }

    private static List<String> evidence(String cell) {
        Problems problems = new Problems();
        List<Entry> entries = CompositeCell.read(question("article"), cell, Sheets.PLACE, problems);
        assertThat(problems.all()).isEmpty();
        return entries.stream().map(Entry::evidence).toList();
    }
}
