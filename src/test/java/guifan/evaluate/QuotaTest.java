package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.UnitResult.Outcome;
import guifan.source.Diagnostic;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {

    private static final String TEXT = Standards.HEAD + """
            total: 100
            areas:
              - {id: main, name: 主要, points: 60, indicators: [{id: a, name: 甲, points: 60, rule: {kind: given}}]}
              - {id: super, name: 监督, points: 40, indicators: [{id: b, name: 乙, points: 40, rule: {kind: given}}]}
            facts: [{id: veto, name: 否决, type: yes-no}]
            grades:
              levels:
                - {name: 一, at-least: 90, quota: {FIRST}}
                - {name: 二, at-least: 80, quota: {SECOND}}
                - {name: 三, otherwise: true}
              caps: [{id: cap, when: {fact: veto, is: 是}, at-most: 三, reason: 否决}]
            ranking: {chain: [{area: super}]}
            ...
            """;

    private static final String PLENTY = "number: 99, ties: exclude";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # the places and the totals; a star is a veto; then the grades
                    number: 2, ties: exclude   | 99 98 97 96         | 1 1 2 2
                    number: 2, ties: exclude   | 99 98 98 96         | 1 2 2 2
                    number: 2, ties: overflow  | 99 98 98 96         | 1 1 1 2
                    number: 2, ties: exclude   | 98 98 98 96         | 2 2 2 2
                    number: 2, ties: overflow  | 98 98 98 96         | 1 1 1 2
                    number: 0, ties: overflow  | 98 98               | 2 2
                    number: 0, ties: exclude   | 98                  | 2
                    number: 9, ties: exclude   | 98 98 89            | 1 1 2
                    # a unit under a cap takes no place, and neither does one below the line
                    number: 2, ties: exclude   | 99* 98 97 96        | 3 1 1 2
                    number: 2, ties: exclude   | 99* 98* 97*         | 3 3 3
                    number: 2, ties: exclude   | 99 89 70            | 1 2 3
                    # heads: 20 % of 4, of 5, of 7
                    'percent: 20, heads: half-up, ties: exclude' | 99 98 97 96          | 1 2 2 2
                    'percent: 20, heads: down, ties: exclude'    | 99 98 97 96          | 2 2 2 2
                    'percent: 20, heads: up, ties: exclude'      | 99 98 97 96          | 1 2 2 2
                    'percent: 20, heads: up, ties: exclude'      | 99 98 97 96 70       | 1 2 2 2 3
                    'percent: 20, heads: up, ties: exclude'      | 99 98 97 96 70 60    | 1 1 2 2 3 3
                    'percent: 50, heads: half-up, ties: exclude' | 99 98 97             | 1 1 2
                    'percent: 100, heads: down, ties: exclude'   | 99 98 97             | 1 1 1
                    # units under a cap and below the line count among the heads
                    'percent: 50, heads: down, ties: exclude'    | 99* 98 97 70         | 3 1 1 3
                    """)
    void placesGoByRankToThoseWhoReachTheGrade(String quota, String totals, String grades) {
        assertThat(grades(TEXT.replace("FIRST", quota).replace("SECOND", PLENTY), totals))
                .isEqualTo(grades);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # places that are left lapse or pass on
                    number: 2, ties: exclude                 | 'number: 1, ties: exclude' | 99 85 84   | 1 2 3
                    'number: 2, ties: exclude, unused: pass-on' | 'number: 1, ties: exclude' | 99 85 84   | 1 2 2
                    'number: 2, ties: exclude, unused: pass-on' | 'number: 1, ties: exclude' | 99 98 98 84 | 1 2 2 3
                    # one tied place left passes on, and those who were out take part in what it is used for
                    'number: 2, ties: exclude, unused: pass-on' | 'number: 0, ties: exclude' | 99 98 98   | 1 3 3
                    'number: 2, ties: overflow, unused: pass-on' | 'number: 1, ties: exclude' | 98 98 98 84 | 1 1 1 2
                    """)
    void whatIsLeftLapsesOrPassesOn(String first, String second, String totals, String grades) {
        assertThat(grades(TEXT.replace("FIRST", first).replace("SECOND", second), totals))
                .isEqualTo(grades);
    }

    @Test
    void aTieBreakGoesByTheChainAndLeavesOutWhomItCannotPart() {
        String text = TEXT.replace("FIRST", "number: 2, ties: tie-break").replace("SECOND", PLENTY);
        String rows = "A,镇,60,35,否\nB,镇,57,36,否\nC,镇,56,37,否\nD,镇,50,30,否\n";
        assertThat(graded(text, rows)).isEqualTo(Map.of("A", 1, "B", 2, "C", 1, "D", 2));
        String equal = "A,镇,60,35,否\nB,镇,57,36,否\nC,镇,57,36,否\n";
        assertThat(graded(text, equal)).isEqualTo(Map.of("A", 1, "B", 2, "C", 2));
    }

    @Test
    void everyKindMayHavePlacesOfItsOwn() {
        String rows = "A,镇,60,39,否\nB,镇,60,38,否\nC,街道,60,37,否\nD,街道,60,36,否\n";
        for (String quota : List.of(
                "numbers: {镇: 1, 街道: 1}, ties: exclude",
                "number: 1, within: kind, ties: exclude",
                "percent: 50, within: kind, heads: down, ties: exclude")) {
            String text = TEXT.replace("FIRST", quota).replace("SECOND", PLENTY);
            assertThat(graded(text, rows)).as(quota).isEqualTo(Map.of("A", 1, "B", 2, "C", 1, "D", 2));
        }
    }

    @Test
    void aUnitThatGetsNoPlaceAlsoHasToMeetTheConditionsOfTheNextGrade() {
        String text = TEXT.replace("FIRST", "number: 1, ties: exclude")
                .replace("at-least: 80, quota: {SECOND}", "at-least: 80, requires: [{area: super, rate-at-least: 90}]");
        assertThat(graded(text, "A,镇,60,39,否\nB,镇,60,35,否\nC,镇,57,37,否\n")).isEqualTo(Map.of("A", 1, "B", 3, "C", 2));
    }

    @Test
    void aGradeMayHaveTheLineOfTheOneAboveWhosePlacesAreGone() {
        String text = TEXT.replace("at-least: 90, quota: {FIRST}", "at-least: 80, quota: {number: 1, ties: exclude}")
                .replace("SECOND", "number: 1, ties: exclude");
        String rows = "A,镇,60,39,否\nB,镇,60,38,否\nC,镇,60,37,否\nD,镇,40,39,否\n";
        assertThat(graded(text, rows)).isEqualTo(Map.of("A", 1, "B", 2, "C", 3, "D", 3));
        String without =
                TEXT.replace("at-least: 90, quota: {FIRST}", "at-least: 80").replace("SECOND", PLENTY);
        assertThat(Standards.problems(without)).extracting(Diagnostic::code).containsExactly("grade-order");
    }

    @Test
    void theReasonNamesPlacesAndPlace() {
        String text = TEXT.replace("FIRST", "percent: 20, heads: half-up, ties: exclude")
                .replace("SECOND", PLENTY);
        Outcome outcome =
                outcomes(text, "A,镇,60,39,否\nB,镇,60,35,否\nC,镇,50,30,否\n").get("B");
        assertThat(outcome.steps())
                .extracting(step -> step.reason().zh())
                .startsWith("“一”名额 1 个（3 个单位的 20%，四舍五入取整）：在达到条件的 2 个单位中排第 2，名额已满");
        assertThat(outcome.steps().get(0).reason().en())
                .isEqualTo("places of 一: 1 (20 % of 3 units, rounded half up to heads);"
                        + " place 2 of the 2 units that reach it, no place left");
    }

    /** Who gets a place, by counting: nothing is sorted here. */
    @Test
    void placesAgreeWithCountingForRandomUnits() {
        Random random = new Random(35);
        for (int round = 0; round < 300; round++) {
            int units = random.nextInt(9);
            int places = random.nextInt(5);
            List<Integer> keys = IntStream.range(0, units)
                    .mapToObj(i -> 78 + random.nextInt(18))
                    .toList();
            List<Boolean> vetoed = IntStream.range(0, units)
                    .mapToObj(i -> random.nextInt(4) == 0)
                    .toList();
            for (String ties : List.of("exclude", "overflow")) {
                String text = TEXT.replace("FIRST", "number: " + places + ", ties: " + ties)
                        .replace("SECOND", "number: 2, ties: " + ties);
                List<String> rows = new ArrayList<>();
                for (int i = 0; i < units; i++) {
                    rows.add("U%d,镇,%d,40,%s%n".formatted(i, keys.get(i) - 40, vetoed.get(i) ? "是" : "否"));
                }
                Map<String, Integer> expected = counted(keys, vetoed, places, ties.equals("overflow"));
                Collections.shuffle(rows, random);
                assertThat(units == 0 ? Map.of() : graded(text, String.join("", rows)))
                        .as("%s of %s, vetoed %s, %s", places, keys, vetoed, ties)
                        .isEqualTo(expected);
            }
        }
    }

    private static Map<String, Integer> counted(
            List<Integer> keys, List<Boolean> vetoed, int places, boolean overflow) {
        Map<String, Integer> grades = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            grades.put("U" + i, vetoed.get(i) ? 3 : keys.get(i) >= 90 ? 1 : keys.get(i) >= 80 ? 2 : 3);
        }
        for (int grade = 1; grade <= 2; grade++) {
            int asked = grade;
            Map<String, Integer> before = Map.copyOf(grades);
            for (int i = 0; i < keys.size(); i++) {
                int key = keys.get(i);
                long ahead = IntStream.range(0, keys.size())
                        .filter(j -> Objects.equals(before.get("U" + j), asked))
                        .filter(j -> overflow ? keys.get(j) > key : keys.get(j) >= key)
                        .count();
                int limit = grade == 1 ? places : 2;
                boolean in = overflow ? ahead < limit : ahead <= limit;
                if (Objects.equals(before.get("U" + i), grade) && !in) {
                    grades.put("U" + i, grade + 1);
                }
            }
        }
        return grades;
    }

    private static String grades(String text, String totals) {
        List<String> rows = new ArrayList<>();
        for (String total : totals.split(" ")) {
            boolean veto = total.endsWith("*");
            int key = Integer.parseInt(total.replace("*", ""));
            rows.add("U%02d,镇,%d,40,%s%n".formatted(rows.size(), key - 40, veto ? "是" : "否"));
        }
        return String.join(
                " ",
                graded(text, String.join("", rows)).values().stream()
                        .map(String::valueOf)
                        .toList());
    }

    private static Map<String, Integer> graded(String text, String rows) {
        Map<String, Integer> grades = new TreeMap<>();
        outcomes(text, rows).forEach((unit, outcome) -> grades.put(unit, outcome.grade() + 1));
        return grades;
    }

    private static Map<String, Outcome> outcomes(String text, String rows) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        Sheets.evaluate(Standards.of(text), "单位,类别,甲,乙,否决\n" + rows)
                .forEach(unit -> outcomes.put(unit.unit(), Objects.requireNonNull(unit.outcome())));
        return outcomes;
    }
}
