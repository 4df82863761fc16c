package guifan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.diff.RuleComparison.Witness;
import guifan.number.Rational;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that a factor or several periods carry are tried with what may be filled in, and nothing else. */
class FactorComparisonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'factor: {fact: hard}' | '' | LOOSER",
                "'' | 'factor: {fact: hard}' | STRICTER",
                "'factor: {fact: hard}' | 'factor: {fact: easy}' | LOOSER",
                "'measure: {periods: [上, 下], combine: mean}' | 'measure: {periods: [上, 下], combine: min}' | STRICTER",
                "'measure: {periods: [上, 下], combine: mean}' | 'measure: {periods: [上, 下], combine: max}' | LOOSER",
                "'measure: {periods: [上, 下], combine: max}' | 'measure: {periods: [上, 下], combine: last}' | STRICTER",
            })
    void factorsAndPeriodsAreTriedWithWhatMayBeFilledIn(String was, String now, Strictness expected) {
        String facts = "facts:\n"
                + "  - {id: hard, name: 难度, type: decimal, min: 0.5, max: 0.8}\n"
                + "  - {id: easy, name: 简易, type: decimal, min: 0.9, max: 1}\ngrades:";
        String start = "id: one, name: 甲, points: 10, rule: {kind: proportional, full-at: 50}, measured-in: \"%\"";
        String rest = "id: rest, name: 其余, points: 90, rule: {kind: given}";
        List<Standard> both = Stream.of(was, now)
                .map(more -> Standards.of(Standards.area(start + (more.isEmpty() ? "" : ", " + more), rest)
                        .replace("grades:", facts)))
                .toList();
        StandardDiff diff = StandardDiff.of(both.get(0), both.get(1));
        Detail rule = diff.changes().get(0).details().stream()
                .filter(detail -> detail.key().equals("rule"))
                .findFirst()
                .orElseThrow();
        RuleComparison found = rule.comparison();
        assertThat(found).isNotNull();
        assertThat(found.strictness()).isEqualTo(expected);
        Witness witness = expected == Strictness.STRICTER ? found.lower() : found.higher();
        assertThat(witness).isNotNull();
        assertThat(witness.before()).isBetween(Rational.ZERO, Rational.of(10));
        assertThat(witness.after()).isBetween(Rational.ZERO, Rational.of(10));
        if (was.contains("fact") || now.contains("fact")) {
            assertThat(witness.shown().zh()).contains("难度");
        }
    }
}
