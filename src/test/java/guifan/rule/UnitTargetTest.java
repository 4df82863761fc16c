package guifan.rule;

import static guifan.rule.RuleText.number;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.rule.Worth.Known;
import guifan.source.Diagnostic;
import guifan.source.Fields;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.YamlReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets that follow from a fact of the unit: 每县8条，本级20条. */
class UnitTargetTest {

    private static final Map<String, Known> FACTS = Map.of(
            "counties",
            new Known("县数", Rational.ONE, null, false),
            "towns",
            new Known("镇数", Rational.ZERO, null, false));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {kind: shortfall, target: {fact: counties, times: 8, plus: 20}}           | 3 | 44 | 10
        {kind: shortfall, target: {fact: counties, times: 8, plus: 20}}           | 3 | 33 | 7.5
        {kind: shortfall, target: {fact: counties, times: 8, plus: 20}}           | 1 | 28 | 10
        {kind: shortfall, target: {fact: counties, times: 8, plus: 20}, loses: 2} | 3 | 41 | 4
        {kind: proportional, full-at: {fact: counties}}                           | 4 | 1  | 2.5
        {kind: linear, full-at: {fact: counties, times: 100}, loses: 1, per: 10%, part-of-step: full-steps} | 5 | 455 | 10
        {kind: linear, full-at: {fact: counties, times: 100}, loses: 1, per: 10%, part-of-step: full-steps} | 5 | 450 | 9
        {kind: linear, full-at: {fact: counties, times: 100}, loses: 1, per: 10%, part-of-step: full-steps} | 2 | 170 | 9
        {kind: shortfall, target: {fact: towns, plus: 4}}                         | 0 | 2  | 5
        """)
    void everyUnitHasATargetOfItsOwn(String yaml, String fact, String measure, String score) {
        Problems problems = new Problems();
        Rule rule = read(yaml, problems).orElseThrow();
        assertThat(problems.all()).isEmpty();
        Map<String, Rational> facts = Map.of("counties", number(fact), "towns", number(fact));
        Form form = rule.forUnit(facts).form();
        assertThat(form.score(Map.of("", number(measure))).score()).isEqualTo(number(score));
        assertThat(form.most()).contains(number("10"));
        assertThat(rule.form().most()).contains(number("10"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {kind: shortfall, target: {fact: cities}}                     | unknown-id
        {kind: shortfall, target: {fact: towns}}                      | target-not-positive
        {kind: shortfall, target: {fact: counties, plus: -1}}         | target-not-positive
        {kind: proportional, full-at: {fact: counties, time: 8}}      | unknown-key
        """)
    void aTargetThatMightBeNothingIsRefused(String yaml, String code) {
        Problems problems = new Problems();
        read(yaml, problems);
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly(code);
    }

    private static Optional<Rule> read(String yaml, Problems problems) {
        Fields fields = Fields.of(
                YamlReader.read(SourceText.of("rule.yaml", yaml + "\n...\n"), problems)
                        .orElseThrow(),
                problems);
        Optional<Rule> rule = Rule.read(fields, new Worth(number("10"), "", null, FACTS));
        fields.finish();
        return rule;
    }
}
