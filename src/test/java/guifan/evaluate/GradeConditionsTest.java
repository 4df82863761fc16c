package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.UnitResult.Outcome;
import guifan.standard.Standards;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeConditionsTest {

    private static final String TEXT = Standards.HEAD + """
            total: 100
            areas:
              - {id: main, name: 主要, points: 60, indicators: [
                  {id: a, name: 甲, points: 40, rule: {kind: given}},
                  {id: b, name: 乙, points: 20, applies-to: [镇], measured-in: 次, rule: {kind: count, each: 2}}]}
              - {id: super, name: 监督, points: 40, indicators: [{id: c, name: 丙, points: 40, rule: {kind: given}}]}
            grades:
              levels:
                - {name: 一, at-least: 50, requires: [{CONDITION}]}
                - {name: 二, at-least: 30}
                - {name: 三, otherwise: true}
            ...
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # the condition; kind and measures of 甲 乙 丙; whether it is met
                    'area: super, rate-at-least: 60'                        | 镇 40 10 24   | true
                    'area: super, rate-at-least: 60'                        | 镇 40 10 23.9 | false
                    'area: super, rate-above: 60'                           | 镇 40 10 24   | false
                    'area: super, at-least: 24'                             | 镇 40 10 24   | true
                    'area: super, below: 24'                                | 镇 40 10 24   | false
                    'area: super, at-most: 24'                              | 镇 40 10 24   | true
                    'every: area, rate-at-least: 60'                        | 镇 26 5 24    | true
                    'every: area, rate-at-least: 60'                        | 镇 25.9 5 24  | false
                    'every: [main, c], rate-at-least: 60'                   | 镇 26 5 24    | true
                    'some: indicator, number: 2, rate-at-least: 100'        | 镇 40 10 5    | true
                    'some: indicator, number: 2, rate-at-least: 100'        | 镇 40 9 39    | false
                    'some: indicator, rate-at-least: 100'                   | 镇 40 9 39    | true
                    'indicator: b, at-least: 3'                             | 镇 40 3 40    | true
                    'indicator: b, at-least: 3'                             | 镇 40 2 40    | false
                    # what was not reported fails, what does not apply is left out
                    'indicator: b, at-least: 0'                             | 镇 40 未报 40 | false
                    'indicator: b, below: 3'                                | 镇 40 未报 40 | false
                    'indicator: b, at-least: 3'                             | 街道 40 - 40  | true
                    'every: [a, b], rate-at-least: 100'                     | 街道 40 - 30  | true
                    'some: [a, b, c], number: 3, rate-at-least: 100'        | 街道 40 - 40  | true
                    'area: main, rate-at-least: 100'                        | 街道 40 - 20  | true
                    """)
    void aGradeIsKeptIfItsConditionIsMet(String condition, String cells, boolean met) {
        Outcome outcome = outcome(TEXT.replace("CONDITION", condition), cells);
        assertThat(outcome.reached()).isZero();
        assertThat(outcome.grade()).isEqualTo(met ? 0 : 1);
        assertThat(outcome.decisive()).hasSize(met ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # the same as a reason to cap: what was not reported holds, what does not apply does not
                    'area: super, rate-below: 60'                | 镇 40 10 23.9 | true
                    'area: super, rate-below: 60'                | 镇 40 10 24   | false
                    'some: area, rate-below: 60'                 | 镇 20 5 40    | true
                    'every: area, rate-below: 60'                | 镇 20 5 40    | false
                    'indicator: b, at-most: 2'                   | 镇 40 2 40    | true
                    'indicator: b, at-most: 2'                   | 镇 40 3 40    | false
                    'indicator: b, at-most: 2'                   | 镇 40 未报 40 | true
                    'indicator: b, at-most: 2'                   | 街道 40 - 40  | false
                    'every: [b], rate-below: 60'                 | 街道 40 - 40  | false
                    """)
    void aCapLooksAtTheSameConditions(String condition, String cells, boolean holds) {
        String text = TEXT.replace(", requires: [{CONDITION}]", "")
                .replace("...", "  caps: [{id: cap, when: {" + condition + "}, at-most: 三, reason: 缘由}]\n...");
        assertThat(outcome(text, cells).caps()).isEqualTo(holds ? List.of("cap") : List.of());
    }

    @Test
    void theConditionsOfTheNextGradeAreAskedToo() {
        String text = TEXT.replace("CONDITION", "area: super, rate-at-least: 90")
                .replace("at-least: 30}", "at-least: 30, requires: [{area: super, rate-at-least: 50}]}");
        Outcome outcome = outcome(text, "镇 40 10 19");
        assertThat(outcome.grade()).isEqualTo(2);
        assertThat(outcome.decisive())
                .extracting(step -> step.reason().zh())
                .containsExactly("未达到“一”的条件：监督得分率不低于 90%（监督 47.5%）", "未达到“二”的条件：监督得分率不低于 50%（监督 47.5%）");
        assertThat(outcome(text, "镇 40 10 20").grade()).isEqualTo(1);
    }

    @Test
    void anAreaMayDecideInsteadOfTheTotal() {
        String text = TEXT.replace(", requires: [{CONDITION}]", "")
                .replace("  levels:", "  by: area\n  area: main\n  levels:");
        assertThat(outcome(text, "镇 40 10 0").compared()).hasToString("60");
        assertThat(outcome(text, "镇 39 5 40").grade()).isEqualTo(1);
        assertThat(outcome(text, "街道 30 - 0").compared()).hasToString("45");
        assertThat(outcome(text, "镇 40 10 0").by()).isEqualTo("main");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '{name: 一, at-least: 90}, {name: 二, at-least: 80, up-to: 89.99}, {name: 三, otherwise: true, below: 80}' | 2  | -
                    '{name: 一, at-least: 90}, {name: 二, at-least: 80, up-to: 89}, {name: 三, otherwise: true}'               | 2  | grade-gap 89.5
                    '{name: 一, at-least: 90}, {name: 二, at-least: 80, up-to: 89}, {name: 三, otherwise: true}'               | 0  | -
                    '{name: 一, at-least: 90}, {name: 二, at-least: 80, up-to: 89}, {name: 三, otherwise: true}'               | -  | grade-gap 89.5
                    '{name: 一, at-least: 90}, {name: 二, at-least: 80, up-to: 90}, {name: 三, otherwise: true}'               | 2  | grade-overlap 90
                    '{name: 一, at-least: 90}, {name: 二, at-least: 80, up-to: 90}, {name: 三, otherwise: true}'               | -  | grade-overlap 90
                    '{name: 一, at-least: 90}, {name: 二, at-least: 80, below: 90}, {name: 三, otherwise: true}'               | -  | -
                    '{name: 一, at-least: 90}, {name: 二, at-least: 80, below: 89.5}, {name: 三, otherwise: true}'             | 2  | grade-gap 89.75
                    '{name: 一, at-least: 90}, {name: 二, at-least: 80, below: 89.5}, {name: 三, otherwise: true}'             | 0  | -
                    '{name: 一, at-least: 90}, {name: 二, at-least: 80, below: 91}, {name: 三, otherwise: true}'               | 2  | grade-overlap 90
                    '{name: 一, at-least: 90}, {name: 二, at-least: 80}, {name: 三, otherwise: true, up-to: 78}'               | 1  | grade-gap 79
                    '{name: 一, at-least: 90}, {name: 二, at-least: 80}, {name: 三, otherwise: true, up-to: 79.9}'             | 2  | grade-gap 79.95
                    '{name: 一, at-least: 90}, {name: 二, at-least: 80, up-to: 79}, {name: 三, otherwise: true}'               | 2  | grade-order 80
                    '{name: 一, at-least: 90}, {name: 二, at-least: 90}, {name: 三, otherwise: true}'                          | 2  | grade-order 90
                    '{name: 一, at-least: 90}, {name: 二, requires: [{area: super, at-least: 1}]}, {name: 三, at-least: 95}, {name: 四, otherwise: true}' | 2 | grade-order 95
                    """)
    void holesAndOverlapsBetweenTheLinesAreFound(String levels, String scale, String expected) {
        String text = TEXT.substring(0, TEXT.indexOf("grades:"))
                + (scale.equals("-") ? "" : "rounding: {final: {scale: " + scale + ", mode: half-up}}\n")
                + "grades:\n  levels: [" + levels + "]\n...\n";
        String said = Standards.said(Standards.problems(text));
        if (expected.equals("-")) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said).contains(expected.split(" "));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'area: super'                                   | condition
                    'rate-at-least: 60'                             | condition
                    'area: super, indicator: b, at-least: 3'        | condition
                    'area: super, at-least: 3, rate-at-least: 60'   | condition
                    'area: nowhere, at-least: 3'                    | unknown-id
                    'every: [a, super], at-least: 3'                | condition
                    'some: area, number: 3, rate-at-least: 60'      | condition
                    'area: super, at-least: 60%'                    | not-a-number
                    'area: super, rate-atleast: 60'                 | unknown-key
                    """)
    void aMalformedConditionIsRefused(String condition, String code) {
        assertThat(Standards.said(Standards.problems(TEXT.replace("CONDITION", condition))))
                .contains(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'ties: exclude'                                         | quota
                    'number: 1, percent: 20, heads: up, ties: exclude'      | quota
                    'number: 1'                                             | missing-key
                    'percent: 20, ties: exclude'                            | missing-key
                    'percent: 120, heads: up, ties: exclude'                | quota
                    'number: 1, ties: exclude, unused: pass-on'             | quota
                    'numbers: {镇: 1}, ties: exclude'                       | quota
                    'numbers: {镇: 1, 街道: 1, 村: 1}, ties: exclude'       | unknown-kind
                    'number: 1.5, ties: exclude'                            | not-whole
                    """)
    void aMalformedQuotaIsRefused(String quota, String code) {
        String text = TEXT.replace("requires: [{CONDITION}]", "quota: {" + quota + "}");
        assertThat(Standards.said(Standards.problems(text))).contains(code);
    }

    private static Outcome outcome(String text, String cells) {
        String row = "U," + cells.replace(" ", ",").replace(",-,", ",,") + "\n";
        return Objects.requireNonNull(
                Sheets.only(Standards.of(text), "单位,类别,甲,乙,丙\n" + row).outcome());
    }
}
