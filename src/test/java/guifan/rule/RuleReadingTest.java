package guifan.rule;

import static guifan.rule.RuleText.number;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.YamlReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReadingTest {

    private static final String ITEMS = "items: [{id: a, name: 甲}, {id: b, name: 乙}]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {}                                                                                   | missing-key
        {kind: cuont, each: 1}                                                               | unknown-word
        {kind: count}                                                                        | missing-key
        {kind: count, each: 1, target: 3}                                                    | unknown-key
        {kind: count, each: -1}                                                              | not-positive
        {kind: count, each: 0}                                                               | not-positive
        {kind: count, each: one}                                                             | not-a-number
        {kind: count, each: 1e9}                                                             | not-a-number
        {kind: count, each: [1]}                                                             | not-a-word
        {kind: count, each: 1, cap: 0}                                                       | not-positive
        {kind: shortfall, target: 0}                                                         | not-positive
        {kind: linear, full-at: 100, loses: 0.3}                                             | missing-key
        {kind: linear, full-at: 100, loses: 0.3, part-of-step: partly}                       | unknown-word
        {kind: linear, full-at: 80, loses: 0.3, part-of-step: begun, zero-below: 80}         | zero-below
        {kind: linear, full-at: 80, loses: 0.00001, part-of-step: begun}                     | too-many-steps
        {kind: bands, bands: [{at-least: 30, points: 2}]}                                    | band-gap
        {kind: bands, bands: []}                                                             | band-gap
        {kind: bands, bands: [{otherwise: true, points: 0}, {at-least: 0, points: 2}]}       | band-overlap
        {kind: bands, bands: [{otherwise: true, at-least: 0, points: 2}]}                    | band unknown-key
        {kind: steps, steps: {1: 2}}                                                         | step
        {kind: steps, steps: {0: 0, one: 2}}                                                 | step
        {kind: steps, steps: {0: 0, 1.5: 2}}                                                 | step
        {kind: steps, steps: {0: 0, 1: 1, 01: 2}}                                            | step
        {kind: steps, steps: {0: -1, 1: 2}}                                                  | negative-points
        {kind: level, values: {无: -1, 有: 2}}                                                | negative-points
        {kind: bands, bands: [{at-least: 60, points: 2}, {otherwise: true, points: -1}]}     | negative-points
        {kind: checklist, met: {0: -1, 1: 2}, items: [{id: a, name: 甲}]}                     | negative-points
        {kind: level}                                                                        | missing-key
        {kind: given, step: 0.3}                                                             | step
        {kind: checklist, items: []}                                                         | no-items
        {kind: deduct-by-class, classes: []}                                                 | no-classes
        {kind: deduct-by-class, classes: [{id: a, name: 甲, each: 1}, {id: a, name: 乙, each: 1}]} | duplicate-item
        {kind: deduct-by-class, classes: [{id: a, name: 甲, each: 1}, {id: b, name: 甲, each: 1}]} | duplicate-item
        """)
    void whatIsWrongWithARuleIsToldByItsCode(String yaml, String codes) {
        assertThat(new RuleText("2", "%", yaml).complaints()).containsExactly(codes.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        each: 1, all: true                   | checklist-mode
        missing-loses: 1, late-loses: 1.5    | late-loses
        late-loses: 1.1                      | late-loses
        all: true, late-loses: 0.1           | late-loses
        counted: met, late-loses: 0.1        | late-loses
        counted: items                       | unknown-word
        'met: {2: 2, both: 1}'               | step
        'met: {2: 2, 2.0: 1}'                | step
        """)
    void whatIsWrongWithAChecklistIsToldByItsCode(String fields, String code) {
        String yaml = "{kind: checklist, " + ITEMS + ", " + fields + "}";
        assertThat(new RuleText("2", "-", yaml).complaints()).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"counted: missing", "met: {2: 2}"})
    void itemsThatAreCountedMustAllArise(String fields) {
        String yaml = "{kind: checklist, items: [{id: a, name: 甲, may-not-arise: true}], " + fields + "}";
        assertThat(new RuleText("2", "-", yaml).complaints()).containsExactly("may-not-arise");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: shortfall, target: 2}",
                "{kind: deduct, each: 1}",
                "{kind: linear, full-at: 100, loses: 1, part-of-step: begun}",
                "{kind: proportional, full-at: 100}",
                "{kind: given}",
                "{kind: checklist, " + ITEMS + "}",
                "{kind: deduct-by-class, classes: [{id: a, name: 甲, each: 1}]}"
            })
    void aRuleThatStartsFromFullPointsIsNoBonusOrPenalty(String yaml) {
        assertThat(new RuleText("-", "-", yaml).complaints()).containsExactly("needs-points");
    }

    @Test
    void moreItemsMetMayNotHideAHigherScoreForFewer() {
        Form form = new RuleText("2", "-", "{kind: checklist, met: {2: 2, 1: 3}, " + ITEMS + "}")
                .rule()
                .form();
        assertThat(form.most()).contains(number("3"));
    }

    @Test
    void theKindsHaveDifferentNamesAndReadRulesOfTheirOwn() {
        assertThat(Rule.kinds()).extracting(RuleKind::name).doesNotHaveDuplicates();
        assertThat(SentenceTest.rules())
                .allSatisfy(text -> assertThat(text.yaml())
                        .contains("kind: " + text.rule().kind().name()));
    }

    @Test
    void numbersAreReadExactlyAsWritten() {
        Rule rule = new RuleText("2", "次", "{kind: count, each: 0.10}").rule();
        assertThat(rule).isEqualTo(new Count(number("0.1"), number("2"), MeasureType.count(), "次"));
    }

    @Test
    void theMostStepsThatAreAllowedTakeNoNoticeableTime() {
        String yaml = "{kind: linear, full-at: 100, loses: 0.0002, per: 0.01, part-of-step: begun, zero-below: 0.5}";
        Rule rule = new RuleText("2", "%", yaml).rule();
        Assertions.assertTimeout(
                Duration.ofSeconds(2),
                () -> assertThat(rule.form().score(Map.of("", number("99.985"))).score())
                        .isEqualTo(number("1.9996")));
    }

    /** An indicator may restrict what can be filled in; no kind may overlook that. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: count, each: 1}",
                "{kind: shortfall, target: 2}",
                "{kind: deduct, each: 1}",
                "{kind: linear, full-at: 10, loses: 1, part-of-step: begun}",
                "{kind: proportional, full-at: 10}",
                "{kind: bands, bands: [{otherwise: true, points: 2}]}",
                "{kind: steps, steps: {0: 0, 1: 2}}"
            })
    void theTypeThatTheIndicatorStatesIsTheTypeOfTheMeasure(String yaml) {
        MeasureType upToTwelve = MeasureType.count().within(Rational.ZERO, Rational.of(12));
        Problems problems = new Problems();
        Fields fields = Fields.of(
                YamlReader.read(SourceText.of("rule.yaml", yaml + "\n...\n"), problems)
                        .orElseThrow(),
                problems);
        Optional<Rule> rule = Rule.read(fields, new Worth(Rational.of(2), "次", upToTwelve));
        assertThat(rule.orElseThrow().form().items()).extracting(Item::type).isEqualTo(List.of(upToTwelve));
    }
}
