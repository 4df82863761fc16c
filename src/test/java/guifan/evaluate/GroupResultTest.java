package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.GroupResult.Mean;
import guifan.number.Rational;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that belong together become one: the weighted mean of their totals. */
class GroupResultTest {

    private static final String TEXT = """
        format: 1
        standard: "small"
        title: 项目
        status: issued
        provenance: reconstructed
        units: {kinds: [子项目], called: 子项目, owner: 单位, columns: [项目]}
        not-applicable: {treat: scale}
        total: 100
        areas:
          - {id: a, name: 方面, points: 100, indicators: [
              {id: i, name: 得分项, points: 100, missing: exclude, rule: {kind: given}}]}
        facts: [{id: money, name: 投资, type: decimal, min: 0.01}]
        grades: {levels: [{name: 优, at-least: 90}, {name: 差, otherwise: true}]}
        groups:
          by: 项目
          weights: WEIGHTS
          ROUNDING
          grades: {compare: COMPARE, levels: [{name: 好, at-least: 80}, {name: 一般, at-least: 60}, {name: 差, otherwise: true}]}
        ...
        """;

    private static final String ROUNDED = "rounding: {scale: 1, mode: half-up}";

    private static Standard standard(String weights, String rounding, String compare) {
        return Standards.of(TEXT.replace("WEIGHTS", weights)
                .replace("  ROUNDING\n", rounding.isEmpty() ? "" : "  " + rounding + "\n")
                .replace("COMPARE", compare));
    }

    private static List<GroupResult> groups(Standard standard, List<String> rows) {
        String sheet = "子项目,单位,项目,得分项,投资\n" + String.join("\n", rows) + "\n";
        return GroupResult.of(standard, Sheets.evaluate(standard, sheet));
    }

    private static Mean mean(List<GroupResult> groups, String name) {
        return Objects.requireNonNull(groups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow()
                .mean());
    }

    @ParameterizedTest
    @CsvSource({"equal, 70", "money, 55"})
    void theMeanIsWeightedAsTheStandardSays(String weights, String expected) {
        List<String> rows = List.of("甲,镇,路,100,1", "乙,镇,路,40,3", "丙,镇,桥,10,7");
        Mean mean = mean(groups(standard(weights, "", "rounded"), rows), "路");
        assertThat(mean.exact()).hasToString(expected);
        assertThat(mean.total()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "79.94, rounded, 79.9, 1",
        "79.95, rounded, 80, 0",
        "79.95, exact, 80, 1",
        "59.949, rounded, 59.9, 2",
        "100, exact, 100, 0"
    })
    void theGradeIsThatOfTheNumberThatTheStandardCompares(String total, String compare, String shown, int grade) {
        Mean mean = mean(groups(standard("equal", ROUNDED, compare), List.of("甲,镇,路," + total + ",1")), "路");
        assertThat(mean.total()).hasToString(shown);
        assertThat(mean.grade()).isEqualTo(grade);
    }

    @Test
    void equalMeansShareARankAndNamesAreComparedWithoutBlanks() {
        List<GroupResult> groups = groups(
                standard("equal", "", "rounded"),
                List.of("甲,镇,路,70,1", "乙,镇,桥,90,1", "丙,镇,桥 ,50,1", "丁,镇,灯,71,1", "戊,镇,井,69,1"));
        assertThat(groups).extracting(GroupResult::name).containsExactly("路", "桥", "灯", "井");
        assertThat(groups)
                .extracting(
                        group -> group.mean().rank().toString() + group.mean().tied())
                .containsExactly("2true", "2true", "1false", "4false");
        assertThat(groups.get(1).members()).hasSize(2);
    }

    @Test
    void whatHasNoScoreDoesNotCountAndIsStillThere() {
        List<GroupResult> groups =
                groups(standard("money", "", "rounded"), List.of("甲,镇,路,,5", "乙,镇,路,40,3", "丙,镇,桥,,2"));
        assertThat(groups.get(0).members()).hasSize(2);
        assertThat(groups.get(0).weight()).hasToString("3");
        assertThat(mean(groups, "路").exact()).hasToString("40");
        assertThat(groups.get(1).mean()).isNull();
        assertThat(groups.get(0).mean().rank()).hasToString("1");
    }

    /** Against a plain sum; also that the order of rows does not matter, nor a common factor of the weights. */
    @Test
    void theMeanIsThatOfAPlainSumWhateverTheOrderAndUnitOfWeights() {
        Standard standard = standard("money", "", "exact");
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            List<String> rows = new ArrayList<>();
            List<String> tenfold = new ArrayList<>();
            Rational weighted = Rational.ZERO;
            Rational weights = Rational.ZERO;
            int least = 100;
            int most = 0;
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                int total = random.nextInt(101);
                int weight = 1 + random.nextInt(30);
                least = Math.min(least, total);
                most = Math.max(most, total);
                weighted = weighted.plus(Rational.of((long) total * weight));
                weights = weights.plus(Rational.of(weight));
                rows.add("子" + i + ",镇,路," + total + "," + weight);
                tenfold.add("子" + i + ",镇,路," + total + "," + weight + "0");
            }
            Rational mean = mean(groups(standard, rows), "路").exact();
            Collections.shuffle(rows, random);
            assertThat(mean).isEqualTo(weighted.dividedBy(weights)).isBetween(Rational.of(least), Rational.of(most));
            assertThat(mean(groups(standard, rows), "路").exact()).isEqualTo(mean);
            assertThat(mean(groups(standard, tenfold), "路").exact()).isEqualTo(mean);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        by: 项目          | by: 工程                          | unknown-column
        weights: WEIGHTS  | weights: cash                     | group-weights
        min: 0.01         | min: 0                            | group-weights
        type: decimal, min: 0.01 | type: yes-no               | group-weights
        'levels: [{name: 好, at-least: 80}'  | 'levels: [{name: 好, at-least: 80, quota: {number: 1, ties: overflow}}' | group-grades
        """)
    void whatCannotBePutTogetherIsRefused(String text, String instead, String code) {
        String yaml = TEXT.replace(text, instead)
                .replace("WEIGHTS", "money")
                .replace("  ROUNDING\n", "")
                .replace("COMPARE", "exact");
        assertThat(Standards.problems(yaml))
                .extracting(problem -> problem.code())
                .contains(code);
    }

    /** Ten items of 32 projects, as [the office reported them]; the numbers of the sample are invented. */
    @Test
    void theSampleHasTenItemsOfThirtyTwoProjects() throws IOException {
        Standard standard = Standards.shipped("livelihood-project/2019");
        String sheet = Files.readString(Path.of("examples/livelihood-project/projects.csv"));
        List<GroupResult> groups = GroupResult.of(standard, Sheets.evaluate(standard, sheet));
        assertThat(groups).hasSize(10);
        assertThat(groups).flatExtracting(GroupResult::members).hasSize(32);
        // (92.77 × 780 + 89.2 × 780 + 64.34 × 310) ÷ 1870 = 86.5679…
        assertThat(mean(groups, "养老服务").exact()).hasToString("80941/935");
        assertThat(mean(groups, "养老服务").total()).hasToString("86.57");
    }
}
