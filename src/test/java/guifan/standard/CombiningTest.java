package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.standard.Combining.Method;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a standard may say of how scores are combined, and how what makes no sense is told. */
class CombiningTest {

    private static final String TEXT = Standards.HEAD + """
        total: 100
        facts:
          - {id: hard, name: 难度, type: decimal, min: 1, max: 1.3}
          - {id: easy, name: 折扣, type: decimal, max: 1}
          - {id: signed, name: 正负, type: decimal, min: -1, max: 1}
          - {id: open, name: 可缺, type: decimal, max: 1, may-not-apply: true}
        combine: mean
        weights-total: 100
        areas:
          - id: one
            name: 甲方面
            weight: 70
            indicators:
              - {id: a, name: 甲, points: 60, rule: {kind: yes-no}}
              - {id: b, name: 乙, points: 40, rule: {kind: yes-no}}
          - id: two
            name: 乙方面
            weight: 30
            combine: geometric-mean
            round: {digits: 30}
            at-least: 1
            indicators:
              - {id: c, name: 丙, weight: 93/23, rule: {kind: yes-no}}
              - {id: d, name: 丁, weight: 1, rule: {kind: yes-no}}
              - {id: e, name: 戊, weight: 1, rule: {kind: given}}
        """ + Standards.GRADES + "...\n";

    @Test
    void sharesBoundsAndScalesAreRead() {
        Standard standard = Standards.of(TEXT);
        assertThat(standard.combining().method()).isEqualTo(Method.MEAN);
        assertThat(standard.combining().weights()).isEqualTo(Map.of("one", Rational.of(70), "two", Rational.of(30)));
        Area two = standard.areas().get(1);
        assertThat(two.points()).isEqualTo(Rational.HUNDRED);
        assertThat(two.combining().weight("c")).isEqualTo(Rational.of(93, 23));
        assertThat(two.combining().digits()).isEqualTo(30);
        assertThat(two.combining().atLeast()).isEqualTo(Rational.ONE);
        assertThat(two.indicators()).allMatch(one -> one.base().points().equals(Rational.HUNDRED));
        assertThat(standard.isLinear()).isFalse();
        assertThat(Standards.of(Standards.area("id: a, name: 甲, points: 100, rule: {kind: yes-no}"))
                        .isPlain())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "weights-total: 100 | weights-total: 1 | weights-sum",
                "weights-total: 100 | weights-total: 50 | unknown-word",
                "weight: 70 | weight: 71 | weights-sum",
                "weight: 70 | weight: -70 | weight,weights-sum",
                "weight: 70 | points: 100 | no-weight",
                "weight: 70 | short: 甲 | no-weight",
                "points: 60 | points: 60, weight: 1 | weight",
                "combine: mean | combine: sum | missing-key,missing-key,weight,weight,weight",
                "combine: mean | combine: median | weight,weight,weight",
                "combine: mean | combine: average | missing-key,missing-key,unknown-word,weight,weight,weight",
                "digits: 30 | scale: 2, mode: half-up | digits",
                "digits: 30 | digits: 0 | not-whole",
                "digits: 30 | digits: 101 | not-whole",
                "digits: 30 | `digits: 30, scale: 101, mode: half-up` | not-whole",
                "round: {digits: 30} | short: 乙 | digits",
                "combine: mean | `combine: mean\nround: {digits: 30}` | digits",
                "combine: mean | `combine: mean\nround: {scale: 2, mode: half-up}` | round",
                "at-least: 1 | drop-lowest: 3 | drops-all",
                "at-least: 1 | drop-lowest: 1.5 | not-whole",
                "`weight: 1, rule: {kind: yes-no}` | `weight: 0, rule: {kind: yes-no}` | ``",
                "at-least: 1 | at-least: 101 | bounds",
                "at-least: 1 | at-most: 99 | unreachable",
                "at-least: 1 | coverage: 0% | coverage",
                "at-least: 1 | coverage: 0.8 | coverage",
                "at-least: 1 | coverage: 101% | coverage",
                "at-least: 1 | coverage: ８０% | coverage",
                "at-least: 1 | coverage: 80％ | ``",
                "weight: 70 | `weight: 70\n    drop-lowest: 1` | drop-in-sum",
                "weight: 70 | `weight: 70\n    points: 90` | points-sum",
                "weight: 70 | `weight: 70\n    at-most: 90` | ``",
                "weight: 70 | `weight: 70\n    at-most: 90\n    points: 100` | points-sum",
                "at-least: 1 | `factor: {fact: nowhere}` | unknown-id",
                "at-least: 1 | factor: easy | missing-key,not-a-mapping",
                "at-least: 1 | `factor: {fact: hard, most: 2}` | factor,unknown-key",
                "at-least: 1 | `factor: {fact: hard}` | factor",
                "at-least: 1 | `at-most: 130\n    factor: {fact: hard}` | ``",
                "at-least: 1 | `factor: {fact: easy}` | ``",
                "at-least: 1 | `factor: {fact: open}` | factor",
                "at-least: 1 | `at-most: 130\n    factor: {fact: signed}` | factor",
                "rule: {kind: given} | `rule: {kind: linear, full-at: 9, loses: 20, per: 1, part-of-step: pro-rata,"
                        + " floor: none}` | negative-root",
            })
    void whatMakesNoSenseIsTold(String old, String now, String codes) {
        assertThat(TEXT).contains(old);
        String text = TEXT.replaceFirst(java.util.regex.Pattern.quote(old), now);
        assertThat(Standards.problems(text))
                .extracting(one -> one.code())
                .containsExactlyInAnyOrderElementsOf(
                        codes == null || codes.isEmpty() ? List.of() : List.of(codes.split(",")));
    }

    @Test
    void droppingPartsOfOtherWeightsIsDoubtful() {
        String text = TEXT.replace("at-least: 1", "drop-lowest: 1");
        Problems problems = new Problems();
        StandardLint.check(Standards.of(text), null, problems);
        assertThat(problems.all())
                .filteredOn(one -> one.severity() == Severity.WARNING)
                .extracting(one -> one.code())
                .contains("drop-weights");
        Problems alike = new Problems();
        StandardLint.check(Standards.of(text.replace("93/23", "1")), null, alike);
        assertThat(alike.all()).extracting(one -> one.code()).doesNotContain("drop-weights");
    }

    @Test
    void aSumSaidInSoManyWordsIsTheSameRule() {
        String sum = Standards.area("id: a, name: 甲, points: 100, rule: {kind: yes-no}");
        String said = sum.replace("total: 100", "total: 100\ncombine: sum");
        assertThat(Standards.of(said).identity().rulesHash())
                .isEqualTo(Standards.of(sum).identity().rulesHash());
        for (String other : List.of("combine: mean", "coverage: 80%", "at-least: 1")) {
            String changed = sum.replace("total: 100", "total: 100\n" + other)
                    .replace("points: 100, indicators", "weight: 1, points: 100, indicators");
            changed = other.startsWith("combine") ? changed : changed.replace("weight: 1, ", "");
            assertThat(Standards.of(changed).identity().rulesHash())
                    .as(other)
                    .isNotEqualTo(Standards.of(sum).identity().rulesHash());
        }
    }

    @Test
    void everyChangeOfAShareOrBoundIsAnotherRule() {
        String hash = Standards.of(TEXT).identity().rulesHash();
        for (String[] change : List.of(
                new String[] {"93/23", "92/23"},
                new String[] {"at-least: 1", "at-least: 2"},
                new String[] {"digits: 30", "digits: 29"},
                new String[] {"at-least: 1", "drop-highest: 1"})) {
            assertThat(Standards.of(TEXT.replace(change[0], change[1]))
                            .identity()
                            .rulesHash())
                    .as(change[1])
                    .isNotEqualTo(hash);
        }
        assertThat(Standards.of(TEXT.replace("93/23", "186/46")).identity().rulesHash())
                .isEqualTo(hash);
    }
}
