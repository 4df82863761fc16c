package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.UnitResult.Outcome;
import guifan.number.Rational;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankerTest {

    private static final String TEXT = Standards.HEAD + """
            total: 100
            rounding: {final: {scale: 2, mode: half-up}}
            areas:
              - {id: rest, name: 其余, points: 60, indicators: [{id: a, name: 甲, points: 60, rule: {kind: given}}]}
              - {id: super, name: 监督, points: 20, indicators: [{id: b, name: 乙, points: 20, rule: {kind: given}}]}
              - {id: deputy, name: 代表, points: 20, indicators: [
                  {id: c, name: 丙, points: 10, applies-to: [镇], rule: {kind: given}},
                  {id: d, name: 丁, points: 10, applies-to: [镇], rule: {kind: given}}]}
            facts: [{id: veto, name: 否决, type: yes-no}]
            grades:
              levels: [{name: 优秀, at-least: 90}, {name: 合格, otherwise: true}]
              caps: [{id: cap, when: {fact: veto, is: 是}, at-most: 合格, reason: 否决}]
            ranking: {ties: share, chain: [{area: super}, {area: deputy}]}
            ...
            """;

    private static final String HEADER = "单位,类别,甲,乙,丙,丁,否决\n";

    @ParameterizedTest
    @CsvSource({"share, 1 2 2 4 5", "dense, 1 2 2 3 4", "average, 1 2.5 2.5 4 5"})
    void equalTotalsShareTheirRankAsDeclared(String ties, String ranks) {
        String text = TEXT.replace("ties: share", "ties: " + ties);
        String rows = row("A", 50) + row("B", 40) + row("C", 40) + row("D", 30) + row("E", 20);
        assertThat(String.join(" ", ranks(text, rows).values())).isEqualTo(ranks);
    }

    @Test
    void threeEqualUnitsShareAMeanRank() {
        String text = TEXT.replace("ties: share", "ties: average");
        assertThat(ranks(text, row("A", 40) + row("B", 40) + row("C", 40) + row("D", 40) + row("E", 30)))
                .containsValues("2.5", "5");
    }

    @Test
    void theChainOfAreasDecidesInItsOrder() {
        String rows = "A,镇,50,15,10,10,否\nB,镇,49,16,10,10,否\nC,镇,50,16,9,10,否\nD,镇,50,16,10,9,否\n";
        assertThat(ranks(TEXT, rows)).isEqualTo(Map.of("A", "4", "B", "1", "C", "2", "D", "2"));
        Map<String, Outcome> outcomes = outcomes(TEXT, rows);
        assertThat(outcomes.get("A").decidedBy()).isEqualTo("super");
        assertThat(outcomes.get("B").decidedBy()).isEqualTo("super,deputy");
        assertThat(outcomes.get("B").tied()).isFalse();
        assertThat(outcomes.get("C").tied()).isTrue();
    }

    @Test
    void theSecondAreaDecidesWhereTheFirstDoesNot() {
        Map<String, Outcome> outcomes = outcomes(TEXT, "A,镇,50,16,9,9,否\nB,镇,49,16,10,9,否\nC,镇,20,16,10,9,否\n");
        assertThat(outcomes.get("A").rank()).hasToString("2");
        assertThat(outcomes.get("A").decidedBy()).isEqualTo("deputy");
        assertThat(outcomes.get("C").decidedBy()).isEmpty();
    }

    @Test
    void withoutAChainEqualTotalsAreTied() {
        String text = TEXT.replace(", chain: [{area: super}, {area: deputy}]", "");
        Map<String, Outcome> outcomes = outcomes(text, "A,镇,50,15,10,10,否\nB,镇,49,16,10,10,否\n");
        assertThat(outcomes.values())
                .allMatch(one -> one.tied() && one.rank().toString().equals("1"));
    }

    @Test
    void anAreaThatDoesNotApplyCountsAsTheUnitAsAWhole() {
        String rows = "A,镇,48,16,7,8,否\nB,街道,47.2,16,,,否\nC,镇,48,16,8,7,否\n";
        assertThat(outcomes(TEXT, rows).get("B").compared())
                .isEqualTo(outcomes(TEXT, rows).get("A").compared());
        assertThat(ranks(TEXT, rows)).isEqualTo(Map.of("A", "2", "B", "1", "C", "2"));
    }

    @Test
    void theNumberThatWasComparedIsRanked() {
        String rows = "A,镇,50.004,15,10,10,否\nB,镇,50,15,10,10,否\n";
        assertThat(ranks(TEXT, rows)).isEqualTo(Map.of("A", "1", "B", "1"));
        String exact = TEXT.replace("grades:", "grades:\n  compare: exact");
        assertThat(ranks(exact, rows)).isEqualTo(Map.of("A", "1", "B", "2"));
    }

    @Test
    void aCappedGradeKeepsItsRank() {
        Map<String, Outcome> outcomes = outcomes(TEXT, "A,镇,60,20,10,10,是\nB,镇,60,20,10,9,否\n");
        assertThat(outcomes.get("A").rank()).hasToString("1");
        assertThat(outcomes.get("A").grade()).isEqualTo(1);
        assertThat(outcomes.get("B").grade()).isZero();
    }

    @Test
    void aUnitWithoutAScoreHasNoRank() {
        Standard standard =
                Standards.of(Standards.area("id: a, name: 甲, points: 100, applies-to: [镇], rule: {kind: given}"));
        List<UnitResult> units = Sheets.evaluate(standard, "单位,类别,甲\nA,街道,\nB,镇,50\nC,镇,60\n");
        assertThat(units.get(0).outcome()).isNull();
        assertThat(Objects.requireNonNull(units.get(1).outcome()).rank()).hasToString("2");
        assertThat(Objects.requireNonNull(units.get(2).outcome()).rank()).hasToString("1");
    }

    @Test
    void noUnitsAndOneUnitAreRankedToo() {
        assertThat(new Ranker(Standards.of(TEXT)).rank(List.of())).isEmpty();
        assertThat(ranks(TEXT, row("A", 1))).isEqualTo(Map.of("A", "1"));
    }

    @Test
    void theOrderOfTheSheetChangesNothingAndIsKept() {
        List<String> rows = new ArrayList<>();
        Random random = new Random(17);
        for (int i = 0; i < 17; i++) {
            rows.add("U%02d,镇,%s,%s,%s,%s,否\n"
                    .formatted(
                            i, 40 + random.nextInt(3), 10 + random.nextInt(3), random.nextInt(3), random.nextInt(3)));
        }
        Map<String, Outcome> expected = outcomes(TEXT, String.join("", rows));
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(rows, random);
            assertThat(outcomes(TEXT, String.join("", rows))).isEqualTo(expected);
        }
        assertThat(Sheets.evaluate(Standards.of(TEXT), HEADER + String.join("", rows)))
                .extracting(UnitResult::unit)
                .containsExactlyElementsOf(
                        rows.stream().map(row -> row.substring(0, 3)).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # the link, and the ranks of units with the same rounded total
                    indicator: b               | 2 1 3
                    measure: b                 | 2 1 3
                    'measure: b, better: lower' | 2 3 1
                    total: exact               | 1 3 2
                    total: base                | 1 3 2
                    total: marks               | 1 1 1
                    """)
    void aLinkMayLookAtAnIndicatorOrATotal(String link, String ranks) {
        String text = TEXT.replace("{area: super}, {area: deputy}", "{" + link + "}");
        String rows = "A,镇,50.004,15,10,10,否\nB,镇,49,16,10,10,否\nC,镇,51.001,14,10,10,否\n";
        assertThat(String.join(" ", ranks(text, rows).values())).isEqualTo(ranks);
    }

    @Test
    void theMarksThatAPanelDropsCountForTheirSum() {
        String text = TEXT.replace("{area: super}, {area: deputy}", "{total: marks}")
                .replace(
                        "rule: {kind: given}}]}\n  - {id: super",
                        "rule: {kind: given}, panel: {combine: median}}]}\n  - {id: super");
        String header = "单位,类别,甲·一,甲·二,甲·三,乙,丙,丁,否决\n";
        List<UnitResult> units =
                Sheets.evaluate(Standards.of(text), header + "A,镇,40,50,51,15,10,10,否\nB,镇,45,50,50,15,10,10,否\n");
        assertThat(units)
                .extracting(
                        unit -> Objects.requireNonNull(unit.outcome()).rank().toString())
                .containsExactly("2", "1");
        assertThat(units)
                .extracting(unit -> Objects.requireNonNull(unit.outcome()).decidedBy())
                .containsOnly("marks:");
    }

    @Test
    void everyLinkThatPartsAUnitFromAnEqualOneIsNamed() {
        Map<String, Outcome> outcomes = outcomes(TEXT, "A,镇,50,16,9,9,否\nB,镇,49,16,10,9,否\nC,镇,48,17,10,9,否\n");
        assertThat(outcomes.get("A").decidedBy()).isEqualTo("super,deputy");
        assertThat(outcomes.get("B").decidedBy()).isEqualTo("super,deputy");
        assertThat(outcomes.get("C").decidedBy()).isEqualTo("super");
    }

    @Test
    void everyKindMayBeRankedByItself() {
        String text = TEXT.replace("ranking: {", "ranking: {within: kind, ");
        String rows = "A,镇,50,15,10,10,否\nB,街道,50,15,,,否\nC,镇,49,15,10,10,否\nD,街道,40,15,,,否\n";
        assertThat(ranks(text, rows)).isEqualTo(Map.of("A", "1", "B", "1", "C", "2", "D", "2"));
        assertThat(outcomes(text, rows).get("B").among()).isEqualTo("街道");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'area: super, indicator: b'  | ranking-link
                    'total: sum'                 | unknown-word
                    'measure: nothing'           | unknown-id
                    'area: super, better: lower' | unknown-key
                    'better: lower'              | missing-key
                    """)
    void aMalformedLinkIsRefused(String link, String code) {
        String text = TEXT.replace("{area: super}, {area: deputy}", "{" + link + "}");
        assertThat(Standards.said(Standards.problems(text))).contains(code);
    }

    /** Properties 7 and 38 to 40, by counting. */
    @Test
    void ranksAgreeWithCountingForRandomUnits() {
        Random random = new Random(38);
        String noChain = TEXT.replace(", chain: [{area: super}, {area: deputy}]", "");
        for (int round = 0; round < 60; round++) {
            int n = 1 + random.nextInt(8);
            List<Integer> keys = new ArrayList<>();
            StringBuilder rows = new StringBuilder();
            StringBuilder twice = new StringBuilder();
            for (int i = 0; i < n; i++) {
                keys.add(30 + random.nextInt(5));
                rows.append(row("U" + i, keys.get(i)));
                twice.append(row("U" + i, keys.get(i))).append(row("V" + i, keys.get(i)));
            }
            Map<String, String> share = ranks(noChain, rows.toString());
            Map<String, String> dense = ranks(noChain.replace("ties: share", "ties: dense"), rows.toString());
            Map<String, Outcome> average = outcomes(noChain.replace("ties: share", "ties: average"), rows.toString());
            Map<String, String> doubled = ranks(noChain, twice.toString());
            for (int i = 0; i < n; i++) {
                int key = keys.get(i);
                long better = keys.stream().filter(other -> other > key).count();
                long distinct =
                        keys.stream().filter(other -> other > key).distinct().count();
                assertThat(share.get("U" + i)).isEqualTo(String.valueOf(better + 1));
                assertThat(dense.get("U" + i)).isEqualTo(String.valueOf(distinct + 1));
                assertThat(doubled.get("U" + i)).isEqualTo(String.valueOf(2 * (better + 1) - 1));
            }
            assertThat(average.values().stream().map(Outcome::rank).reduce(Rational.ZERO, Rational::plus))
                    .isEqualTo(Rational.of(n * (n + 1L), 2));
        }
    }

    private static String row(String unit, int mark) {
        return unit + ",镇," + mark + ",15,10,10,否\n";
    }

    private static Map<String, Outcome> outcomes(String text, String rows) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        Sheets.evaluate(Standards.of(text), HEADER + rows)
                .forEach(unit -> outcomes.put(unit.unit(), Objects.requireNonNull(unit.outcome())));
        return outcomes;
    }

    private static Map<String, String> ranks(String text, String rows) {
        Map<String, String> ranks = new TreeMap<>();
        outcomes(text, rows)
                .forEach((unit, outcome) -> ranks.put(unit, outcome.rank().toString()));
        return ranks;
    }
}
