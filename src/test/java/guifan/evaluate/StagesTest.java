package guifan.evaluate;

import static guifan.evaluate.HandedStandard.BAISHA;
import static guifan.evaluate.HandedStandard.HEADER;
import static guifan.evaluate.HandedStandard.SMALL;
import static guifan.evaluate.HandedStandard.TAICHENG;
import static guifan.evaluate.HandedStandard.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What was checked replaces what was reported, and the difference is kept. */
class StagesTest {

    private static final String TITLE = "单位：白沙镇 类别：镇 考评组：第一组,,,,,,,,,,,,\n";

    private static final String CHECKED = TITLE
            + UNIT.replace("填次数,3,,,,", "填次数,3,,2,一次无记录,张三")
                    .replace("按期答复,件,,,,11,,,,", "按期答复,件,,,,11,,9,两件逾期,李四")
                    .replace("迟报,工作日,,,,2,,,,", "迟报,工作日,,,,2,,3,,张三");

    private static final String WIDE = "单位,类别,考评组,视察（次）·自评,视察·核定（次）,视察·核减理由,视察·核定人,召开人代会,"
            + "答复率·按期答复·自评,答复率·按期答复·核定,答复率·按期答复·核减理由,答复率·按期答复·核定人,答复率·应答复,"
            + "六有·场所,六有·人员,档案·甲,档案·乙,扣分·迟报·自评,扣分·迟报·核定,扣分·迟报·核定人,否决\n"
            + "白沙镇,镇,第一组,3,2,一次无记录,张三,2,11,9,两件逾期,李四,12,√,×,20,19.5,2,3,张三,否\n";

    private static final String LONG = """
            单位,类别,指标,子项,自评实绩,核定实绩,核减理由,考评员,考评组
            白沙镇,镇,视察,,3,2,一次无记录,张三,第一组
            白沙镇,镇,召开人代会,,2,,,,
            白沙镇,镇,答复率,按期答复,11,9,两件逾期,李四,
            白沙镇,镇,答复率,应答复,12,,,,
            白沙镇,镇,六有,场所,√,,,,
            白沙镇,镇,六有,人员,×,,,,
            白沙镇,镇,档案,,20,,,甲,
            白沙镇,镇,档案,,19.5,,,乙,
            白沙镇,镇,迟报,,2,3,,张三,
            白沙镇,镇,否决,,否,,,,
            """;

    private static String measures(Evaluation evaluation) {
        UnitResult unit = evaluation.units().get(0);
        return String.join(
                " ",
                List.of("visits", "reply").stream()
                        .map(id ->
                                String.valueOf(unit.indicator(id).orElseThrow().measure()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"SELF, 3 275/3", "FIRST, 2 75", "FINAL, 2 75"})
    void theStageChoosesWhichFactsCount(Stage stage, String measures) {
        for (String text : List.of(CHECKED, WIDE, LONG)) {
            Handed handed = Handed.in().with("a.csv", text).at(stage);
            Evaluation evaluation = handed.evaluate(SMALL);
            assertThat(handed.said(Severity.ERROR)).isEmpty();
            assertThat(handed.said(Severity.WARNING)).isEmpty();
            assertThat(measures(evaluation)).isEqualTo(measures);
            assertThat(evaluation.stage()).isEqualTo(stage);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FIRST", "FINAL"})
    void whatWasReducedIsKeptWithReasonAndAssessor(Stage stage) {
        for (String text : List.of(CHECKED, WIDE, LONG)) {
            Evaluation evaluation = Handed.in().with("a.csv", text).at(stage).evaluate(SMALL);
            assertThat(evaluation.checks()).hasSize(1);
            UnitCheck check = evaluation.checks().get(0);
            assertThat(check.group()).isEqualTo("第一组");
            assertThat(check.reductions().stream().map(StagesTest::said))
                    .containsExactly(
                            "visits 3→2 (1) 5 一次无记录 张三", "reply 11→9 (2) 10/3 两件逾期 李四", "late 2→3 (-1) 0.2  张三");
        }
    }

    private static String said(Reduction reduction) {
        Reduction.Difference one = reduction.differences().get(0);
        return reduction.id() + " " + one.self().raw() + "→" + one.checked().raw() + " ("
                + one.measure().orElseThrow() + ") " + reduction.points() + " " + reduction.reason() + " "
                + reduction.checker();
    }

    @Test
    void theMergedSheetKeepsBothStages() {
        Handed handed = Handed.in().with("a.csv", CHECKED).with("b.csv", HEADER + TAICHENG);
        Evaluation evaluation = handed.evaluate(SMALL);
        WideSheet merged = handed.sheets().merged().orElseThrow();
        Handed again = Handed.in().with("merged.csv", LayoutsTest.csv(merged.rows(null)));
        Evaluation other = again.evaluate(SMALL);
        assertThat(again.said(Severity.ERROR)).isEmpty();
        assertThat(other.checks().get(0).reductions().stream().map(StagesTest::said))
                .isEqualTo(evaluation.checks().get(0).reductions().stream()
                        .map(StagesTest::said)
                        .toList());
        assertThat(other.units())
                .extracting(UnitResult::totals)
                .containsExactlyElementsOf(
                        evaluation.units().stream().map(UnitResult::totals).toList());
    }

    @Test
    void aCheckedValueThatConfirmsIsNoReduction() {
        String confirmed = TITLE + UNIT.replace("填次数,3,,,,", "填次数,3,,3次,,张三");
        Evaluation evaluation = Handed.in().with("a.csv", confirmed).evaluate(SMALL);
        assertThat(evaluation.checks().get(0).reductions()).isEmpty();
    }

    @Test
    void aCellThatIsReplacedIsNotRefusedButTold() {
        Handed handed = Handed.in().with("a.csv", TITLE + UNIT.replace("填次数,3,,,,", "填次数,约3,,2,,张三"));
        Evaluation evaluation = handed.evaluate(SMALL);
        assertThat(handed.said(Severity.ERROR)).isEmpty();
        assertThat(handed.said(Severity.WARNING))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("not-a-number a.csv: 第 3 行 I 列「视察」")
                .endsWith("（此格未使用）");
        assertThat(evaluation.checks().get(0).reductions().get(0).points()).isNull();
        Handed self = Handed.in()
                .with("a.csv", TITLE + UNIT.replace("填次数,3,,,,", "填次数,约3,,2,,张三"))
                .at(Stage.SELF);
        assertThat(Handed.errors(self, SMALL)).hasSize(1);
    }

    @Test
    void nobodyChecksTheOwnUnit() {
        Handed handed = Handed.in().roster("单位,类别,考评员\n白沙镇,镇,张三\n").with("a.csv", WIDE);
        assertThat(Handed.errors(handed, SMALL)).hasSize(2).allMatch(error -> error.startsWith("must-recuse a.csv"));
    }

    @Test
    void withoutAColumnOfItsOwnAValueCountsAtEveryStage() {
        for (Stage stage : Stage.values()) {
            Evaluation evaluation =
                    Handed.in().with("a.csv", HEADER + BAISHA).at(stage).evaluate(SMALL);
            assertThat(measures(evaluation)).isEqualTo("3 275/3");
            assertThat(evaluation.checks()).isEmpty();
        }
    }
}
