package guifan.rule;

import static guifan.rule.RuleText.measures;
import static guifan.rule.RuleText.number;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.source.Diagnostic;
import guifan.source.Fields;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.YamlReader;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules on several answers: parts, levels that do not simply add up, doubled deductions, periods. */
class ItemFormsTest {

    private static final String PARTS = "{kind: parts, parts: [{id: plan, name: 计划, points: 1, rule: {kind: yes-no}},"
            + " {id: held, name: 次数, points: 3, measured-in: 次, rule: {kind: shortfall, target: 3}, only-if: {part:"
            + " plan}}, {id: errors, name: 差错, measured-in: 处, takes-away: true, rule: {kind: count, each: 0.2, cap:"
            + " 1}}]}";

    @ParameterizedTest
    @CsvSource({
        "plan=是 held=3 errors=0, 4",
        "plan=是 held=4 errors=0, 4",
        "plan=是 held=2 errors=1, 2.8",
        "plan=否 held=3 errors=0, 0",
        "plan=否 held=3 errors=9, 0",
        "plan=是 held=0 errors=4, 0.2",
        "plan=是 held=0 errors=5, 0",
        "plan=是 held=0 errors=6, 0",
        "plan=是 held=3 errors=6, 3"
    })
    void partsAreAddedAndNoneCountsBeforeItsCondition(String cell, String score) {
        assertScore("4", "-", PARTS, cell, score);
    }

    @ParameterizedTest
    @CsvSource({"a=3 b=4, 4", "a=3 b=2, 4", "a=3 b=1, 3.5", "a=0 b=9, 2", "a=0 b=0, 0"})
    void partsHaveACapTogether(String cell, String score) {
        String yaml = "{kind: parts, cap: 4, parts: [{id: a, name: 甲, points: 3, rule: {kind: count, each: 1}}, "
                + "{id: b, name: 乙, points: 2, rule: {kind: count, each: 0.5}}]}";
        assertScore("4", "-", yaml, cell, score);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {kind: parts, parts: []}                                                                               | no-parts
        {kind: parts, parts: [{id: a, name: 甲, points: 1, rule: {kind: count, each: 1, cap: 2}}]}             | unreachable
        {kind: parts, parts: [{id: a, name: 甲, points: 1, rule: {kind: yes-no}, only-if: {part: b}}]}         | only-if
        {kind: parts, parts: [{id: a, name: 甲, points: 1, rule: {kind: checklist, items: [{id: x, name: 子}]}}]} | part-rule
        {kind: parts, parts: [{id: a, name: 甲, points: 1, rule: {kind: yes-no}}, {id: a, name: 乙, points: 1, rule: {kind: yes-no}}]} | duplicate-item
        {kind: levels, values: {省: 1}, others-count: 1.5}                                                     | others-count
        {kind: levels, values: {省: 1}, others-count: 0.5, stacking: allowed}                                  | others-count
        {kind: levels, values: {省: 1}, caps: {市: 1}}                                                         | unknown-level
        {kind: levels, values: {省: 1}, caps: {省: 1}, shared: {name: 合写, counts: 1/2}}                      | caps
        {kind: deduct, each: 1, multiplied-when: {name: 被指出}}                                               | missing-key
        """)
    void whatIsWrongIsToldByItsCode(String yaml, String code) {
        assertThat(new RuleText("1", "-", yaml).complaints()).containsExactly(code);
    }

    /** A bonus may be made of parts as well, and its items are refused twice too. */
    @Test
    void itemsOfABonusAreRefusedTwice() {
        String yaml = "{kind: parts, parts: [{id: a, name: 甲, points: 1, rule: {kind: yes-no}}, "
                + "{id: b, name: 甲, points: 1, rule: {kind: yes-no}}]}";
        assertThat(new RuleText("-", "-", yaml).complaints()).containsExactly("duplicate-item");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # the highest in full, the next half, all further ones a fifth
        others-count: [0.5, 0.2] | 国家=0 省=0 市=0 | 0
        others-count: [0.5, 0.2] | 国家=0 省=0 市=1 | 0.5
        others-count: [0.5, 0.2] | 国家=1 省=1 市=1 | 2.6
        others-count: [0.5, 0.2] | 国家=0 省=4 市=0 | 1.9
        others-count: [0.5, 0.2] | 国家=0 省=1 市=2 | 1.35
        others-count: 0.5        | 国家=2 省=1 市=0 | 3.5
        others-count: 0          | 国家=0 省=2 市=9 | 1
        stacking: allowed        | 国家=1 省=1 市=1 | 3.5
        'caps: {市: 1}'          | 国家=0 省=1 市=3 | 2
        'caps: {市: 1}'          | 国家=0 省=1 市=2 | 2
        """)
    void furtherLevelsOfOneWorkCountInPart(String keys, String cell, String score) {
        assertScore("-", "项", "{kind: levels, values: {国家: 2, 省: 1, 市: 0.5}, " + keys + "}", cell, score);
    }

    @Test
    void sharedWorkCountsHalf() {
        String yaml = "{kind: levels, values: {省: 1, 市: 0.6}, shared: {name: 合写, counts: 1/2}}";
        assertScore("-", "篇", yaml, "省=1 省合写=1 市=0 市合写=3", "2.4");
    }

    @Test
    void aBaseIsMultipliedByTheLevel() {
        assertScore("-", "篇", "{kind: levels, each: 0.5, times: {市: 2, 省: 3, 国家: 4}}", "市=1 省=1 国家=2", "6.5");
    }

    @ParameterizedTest
    @CsvSource({
        "measure=0 when=否, 10", "measure=0 when=是, 10", "measure=3 when=否, 7", "measure=3 when=是, 4",
        "measure=5 when=是, 0", "measure=6 when=是, 0", "measure=9 when=否, 1", "measure=10 when=否, 0"
    })
    void aDeductionIsDoubledUnderItsCondition(String cell, String score) {
        assertScore("10", "次", "{kind: deduct, each: 1, measure: 差错, multiplied-when: {name: 被指出}}", cell, score);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {periods: 季, combine: mean}        | 一季度=1 二季度=2 三季度=3 四季度=4 | 5
        {periods: 季, combine: sum}         | 一季度=1 二季度=2 三季度=0 四季度=0 | 6
        {periods: 季, combine: min}         | 一季度=4 二季度=2 三季度=3 四季度=4 | 4
        {periods: 季, combine: max}         | 一季度=1 二季度=2 三季度=3 四季度=1 | 6
        {periods: 季, combine: last}        | 一季度=4 二季度=4 三季度=4 四季度=1 | 2
        {periods: [甲, 乙], combine: mean}  | 甲=1 乙=2                           | 3
        # a period that was left out of the mean
        {periods: 季, combine: mean, missing: exclude} | 一季度=1 二季度=2 四季度=3 | 4
        {periods: 季, combine-scores: mean} | 一季度=9 二季度=0 三季度=0 四季度=5 | 5
        {periods: 季, combine-scores: min}  | 一季度=9 二季度=3 三季度=5 四季度=5 | 6
        {counts-as: {头条: 1, 简讯: 0.5}}   | 头条=2 简讯=3                       | 7
        """)
    void answersAreGatheredIntoOneMeasure(String measure, String cell, String score) {
        Problems problems = new Problems();
        Rule rule = gathered("{kind: proportional, full-at: 5}", measure, problems);
        assertThat(problems.all()).isEmpty();
        assertThat(rule.form().score(measures(rule.form(), cell)).score()).isEqualTo(number(score));
        assertThat(rule.form().most()).contains(number("10"));
    }

    private static Rule gathered(String rule, String measure, Problems problems) {
        Fields fields = Fields.of(
                YamlReader.read(SourceText.of("measure.yaml", measure + "\n...\n"), problems)
                        .orElseThrow(),
                problems);
        Rule gathered = Gathered.of(new RuleText("10", "次", rule).rule(), fields);
        fields.finish();
        return gathered;
    }

    /** The score of a period may be negative where the rule says so, and so may the mean. */
    @ParameterizedTest
    @CsvSource({"甲=0 乙=5, 0", "甲=0 乙=0, -10", "甲=2 乙=0, -6"})
    void scoresOfPeriodsMayBeNegative(String cell, String score) {
        String rule = "{kind: linear, full-at: 5, loses: 4, floor: none, part-of-step: pro-rata}";
        Form form = gathered(rule, "{periods: [甲, 乙], combine-scores: mean}", new Problems())
                .form();
        assertThat(form.floor()).isNull();
        assertThat(form.score(measures(form, cell)).score()).isEqualTo(number(score));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void whatCountsAsNothingIsNotGathered(String number) {
        Problems problems = new Problems();
        Rule rule = gathered("{kind: proportional, full-at: 5}", "{counts-as: {长稿: 1, 短稿: " + number + "}}", problems);
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("not-positive");
        assertThat(problems.all().get(0).place().words().en()).isEqualTo("measure.yaml:1:25");
        assertThat(rule.leadingTo(Rational.ONE)).isNotEmpty();
    }

    @Test
    void anAssessorsMarkStaysOneWhenItIsMultipliedOrGathered() {
        Rule mark = new RuleText("10", "-", "{kind: given}").rule();
        assertThat(new Factored(mark, "hard", "难度", Rational.ONE, false).isMark())
                .isTrue();
        assertThat(gathered("{kind: given}", "{periods: 季, combine: mean}", new Problems())
                        .isMark())
                .isTrue();
    }

    /** Taking the factors one thing after the other, in order of worth, is what the closed form comes to. */
    @Test
    void everyThingHasTheFactorOfItsPlace() {
        Rational[] factors = {Rational.ONE, number("0.5"), number("0.3"), number("0.1")};
        String yaml = "{kind: levels, values: {甲: 3, 乙: 2, 丙: 0.7}, others-count: [0.5, 0.3, 0.1]}";
        Form form = new RuleText("-", "项", yaml).rule().form();
        for (int code = 0; code < 125; code++) {
            int[] counts = {code % 5, code / 5 % 5, code / 25};
            Rational[] worth = {number("3"), number("2"), number("0.7")};
            Rational expected = Rational.ZERO;
            int place = 0;
            for (int level = 0; level < 3; level++) {
                for (int i = 0; i < counts[level]; i++) {
                    expected = expected.plus(worth[level].times(factors[Math.min(place++, 3)]));
                }
            }
            Map<String, Rational> measures = new HashMap<>();
            measures.put("甲", Rational.of(counts[0]));
            measures.put("乙", Rational.of(counts[1]));
            measures.put("丙", Rational.of(counts[2]));
            assertThat(form.score(measures).score()).isEqualTo(expected);
        }
    }

    private static void assertScore(String points, String in, String yaml, String cell, String score) {
        Form form = new RuleText(points, in, yaml).rule().form();
        assertThat(form.score(measures(form, cell)).score()).as(cell).isEqualTo(number(score));
        if (!points.equals("-")) {
            assertThat(form.most()).contains(number(points));
        }
    }
}
