package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.rule.Bands;
import guifan.rule.Bands.Band;
import guifan.rule.Checklist;
import guifan.rule.Checklist.Mode;
import guifan.rule.Count;
import guifan.rule.Deduct;
import guifan.rule.DeductByClass;
import guifan.rule.DeductByClass.FaultClass;
import guifan.rule.Given;
import guifan.rule.Level;
import guifan.rule.Levels;
import guifan.rule.Linear;
import guifan.rule.Linear.PartOfStep;
import guifan.rule.MeasureType;
import guifan.rule.Proportional;
import guifan.rule.Rule;
import guifan.rule.Shortfall;
import guifan.rule.Steps;
import guifan.rule.Steps.Step;
import guifan.source.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkingWordsTest {

    private static Rational n(String text) {
        return Samples.number(text);
    }

    private static Text said(Rule rule, String measuredIn, String... pairs) {
        Map<String, String> measures = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            measures.put(pairs[i], pairs[i + 1]);
        }
        return WorkingWords.of(Samples.working(rule, measures), Samples.items(rule), measuredIn);
    }

    private static Rule linear(PartOfStep part) {
        return new Linear(n("3"), n("100"), n("0.3"), Rational.ONE, part, null, MeasureType.percent(), "个百分点");
    }

    private static Checklist checklist(Mode mode, String each, Step... met) {
        List<Checklist.Entry> items = List.of(
                new Checklist.Entry("a", "甲", true),
                new Checklist.Entry("b", "乙", false),
                new Checklist.Entry("c", "丙", false));
        return new Checklist(n("3"), items, mode, n(each), null, List.of(met), null);
    }

    @Test
    void aStepNamesTheRangeItLiesIn() {
        Rule steps = new Steps(
                List.of(new Step(n("0"), n("0")), new Step(n("1"), n("2")), new Step(n("2"), n("3"))),
                MeasureType.count(),
                "次");
        assertThat(said(steps, "次", "", "1")).isEqualTo(new Text("1 次，落在 [1, 2)：2 分", "1 次, in [1, 2): 2"));
        assertThat(said(steps, "次", "", "5")).isEqualTo(new Text("5 次，达到 2：3 分", "5 次, 2 or more: 3"));
    }

    @Test
    void bandsOfPercentagesCarryTheirSign() {
        Rule bands = new Bands(
                List.of(new Band(n("0"), n("0")), new Band(n("20"), n("1.5")), new Band(n("30"), n("2"))),
                MeasureType.percent(),
                "%");
        assertThat(said(bands, "%", "", "25").zh()).isEqualTo("25%，落在 [20%, 30%)：1.5 分");
        assertThat(said(bands, "%", "", "275/3").zh()).isEqualTo("91.67%，达到 30%：2 分");
    }

    @Test
    void aRiseToAKnownEndIsToldFromThatEnd() {
        Rule shortfall = new Shortfall(n("2"), n("12"), n("0.25"), MeasureType.count(), "次");
        assertThat(said(shortfall, "次", "", "9").zh()).isEqualTo("9 次：2 − 0.25 × (12 − 9) = 1.25");
        assertThat(said(linear(PartOfStep.PRO_RATA), "%", "", "275/3").zh())
                .isEqualTo("91.67%：3 − 0.3 × (100 − 275/3) = 0.5");
    }

    @Test
    void aRiseFromZeroIsAProduct() {
        assertThat(said(new Count(n("0.5"), n("3"), MeasureType.count(), "篇"), "篇", "", "3")
                        .zh())
                .isEqualTo("3 篇：0.5 × 3 = 1.5");
        Rule third = new Proportional(n("1"), n("3"), MeasureType.decimal(), "");
        assertThat(said(third, "", "", "2"))
                .isEqualTo(new Text("2：1/3 × 2 = 2/3（≈0.6667）", "2: 1/3 × 2 = 2/3 (≈0.6667)"));
    }

    @Test
    void aFallIsTakenFromItsStart() {
        Rule deduct = new Deduct(n("2"), n("0.5"), MeasureType.count(), "件");
        assertThat(said(deduct, "件", "", "3").zh()).isEqualTo("3 件：2 − 0.5 × 3 = 0.5");
        assertThat(said(deduct, "件", "", "9").zh()).isEqualTo("9 件，达到 4：0 分");
    }

    @Test
    void stairsThatEndWithTheirBoundShowIt() {
        assertThat(said(linear(PartOfStep.FULL_STEPS), "%", "", "98.5").zh()).isEqualTo("98.5%，落在 (98%, 99%]：2.7 分");
    }

    @Test
    void levelsAnswersAndMarksAreSaidAsTheyAre() {
        Rule level = new Level(List.of(Samples.pair("无", "0"), Samples.pair("三星", "1"), Samples.pair("五星", "2")));
        assertThat(said(level, "", "", "1")).isEqualTo(new Text("三星：1 分", "三星: 1"));
        assertThat(said(Samples.HOLD, "", "", "0").zh()).isEqualTo("否：0 分");
        assertThat(said(new Given(n("2"), n("0.5")), "分", "", "1.75").zh()).isEqualTo("1.75 分：1.75 分");
    }

    @Test
    void aChecklistNamesWhatWasMetAndWhatIsMissing() {
        assertThat(said(checklist(Mode.EACH, "1"), "项", "a", "1", "b", "0", "c", "1"))
                .isEqualTo(new Text("达到：甲、丙；缺：乙；2 分", "met: 甲, 丙; missing: 乙; 2"));
        assertThat(said(checklist(Mode.MISSING_LOSES, "2"), "项", "a", "1", "b", "0", "c", "0")
                        .zh())
                .isEqualTo("达到：甲；缺：乙、丙；3 − 2×2 = −1 < 0 → 0，扣完为止");
        assertThat(said(checklist(Mode.MISSING_LOSES, "0.5"), "项", "a", "1", "b", "0", "c", "1")
                        .zh())
                .isEqualTo("达到：甲、丙；缺：乙；3 − 0.5 = 2.5");
    }

    @Test
    void theNumberOfItemsMetLiesOnAStep() {
        Rule met =
                checklist(Mode.MET, "1", new Step(n("0"), n("0")), new Step(n("2"), n("1")), new Step(n("3"), n("2")));
        assertThat(said(met, "项", "a", "1", "b", "0", "c", "1").zh()).isEqualTo("达到：甲、丙；缺：乙；2 项，落在 [2, 3)：1 分");
    }

    @Test
    void whatDidNotAriseRebasesTheRest() {
        assertThat(said(checklist(Mode.EACH, "1"), "项", "b", "1", "c", "0"))
                .isEqualTo(new Text(
                        "达到：乙；缺：丙；不涉及：甲；1 分；按涉及的项折算 1 × 1.5 = 1.5",
                        "met: 乙; missing: 丙; did not arise: 甲; 1; re-based to what arose 1 × 1.5 = 1.5"));
    }

    @Test
    void lateItemsAreGroupedByTheirWord() {
        Checklist plain = checklist(Mode.EACH, "1");
        Rule late = new Checklist(plain.points(), plain.items(), Mode.EACH, Rational.ONE, n("0.25"), List.of(), null);
        assertThat(said(late, "项", "a", "2", "b", "1", "c", "0").zh()).isEqualTo("按时：甲；迟报：乙；未报：丙；1 + 0.75 = 1.75");
    }

    @Test
    void countsByLevelAreASumWithItsCap() {
        Rule levels = new Levels(
                List.of(Samples.pair("台山", "0.2"), Samples.pair("江门", "0.4"), Samples.pair("省", "0.8")), n("3"), "篇");
        assertThat(said(levels, "篇", "台山", "3", "江门", "1", "省", "1").zh())
                .isEqualTo("台山 3、江门 1、省 1；3×0.2 + 1×0.4 + 1×0.8 = 1.8");
        assertThat(said(levels, "篇", "台山", "3", "江门", "0", "省", "4"))
                .isEqualTo(new Text(
                        "台山 3、江门 0、省 4；3×0.2 + 4×0.8 = 3.8 → 3，最高 3 分",
                        "台山 3, 江门 0, 省 4; 3×0.2 + 4×0.8 = 3.8 → 3, at most 3"));
        assertThat(said(levels, "篇", "台山", "0", "江门", "0", "省", "0").zh()).isEqualTo("台山 0、江门 0、省 0；0 分");
    }

    @Test
    void faultsByClassAreTakenFromFullPoints() {
        Rule classes = new DeductByClass(
                n("2"), List.of(new FaultClass("u", "未完成", n("0.5")), new FaultClass("l", "逾期", n("0.2"))), "件");
        assertThat(said(classes, "件", "u", "1", "l", "2").zh()).isEqualTo("未完成 1、逾期 2；2 − 1×0.5 − 2×0.2 = 1.1");
        assertThat(said(classes, "件", "u", "5", "l", "0").zh()).isEqualTo("未完成 5、逾期 0；2 − 5×0.5 = −0.5 < 0 → 0，扣完为止");
    }
}
