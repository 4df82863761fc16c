package guifan.rule;

import static guifan.rule.RuleText.measures;
import static guifan.rule.RuleText.number;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.source.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rules that give more above a target and less below it, and those without a cap; each line is a form that was read.
 */
class TwoSidedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # "大于目标值，每增加1%加1分，最高加2分；每少1%扣1分，扣完为止"
                    10 | %  | {kind: linear, target: 50, gains: 1, gains-at-most: 2, loses: 1, per: 1, part-of-step: full-steps} | 100=12 53=12 52=12 51.9=11 51=11 50.9=10 50=10 49.1=10 49=9 41=1 40.1=1 40=0 0=0
                    10 | %  | {kind: linear, target: 50, gains: 1, gains-at-most: 2, loses: 1, per: 1, part-of-step: begun}      | 100=12 52=12 51.1=12 51=11 50.1=11 50=10 49.9=9 49=9 41=1 40.9=0 40=0 0=0
                    10 | %  | {kind: linear, target: 50, gains: 1, gains-at-most: 2, loses: 1, per: 1, part-of-step: pro-rata}   | 100=12 52=12 51.9=11.9 50.5=10.5 50=10 49.5=9.5 40.1=0.1 40=0 39=0
                    # the same text where the points of the table are the most that can be had
                    12 | %  | {kind: linear, target: 50, at-target: 10, gains: 1, gains-at-most: 2, loses: 1, per: 1, part-of-step: pro-rata} | 52=12 50=10 45=5 40=0
                    # "加分至基本分值为止": at most twice the points
                    5  | %  | {kind: linear, target: 60, gains: 0.5, gains-at-most: points, loses: 0.5, per: 1, part-of-step: pro-rata} | 100=10 71=10 70=10 69=9.5 60=5 59=4.5 50=0 49=0
                    # "每增减1个百分点增减0.3分"
                    10 | %  | {kind: linear, target: 40, gains: 0.3, gains-at-most: none, loses: 0.3, floor: none, part-of-step: pro-rata} | 100=28 41=10.3 40=10 39=9.7 0=-2
                    # a floor of its own
                    10 | %  | {kind: linear, full-at: 40, loses: 1, floor: -5, part-of-step: begun} | 41=10 40=10 39.5=9 25.5=-5 25=-5 24=-5 0=-5
                    # "每少完成目标值10%扣1分"
                    3  | 件 | {kind: linear, full-at: 40, loses: 1, per: 10%, part-of-step: full-steps} | 41=3 40=3 37=3 36=2 33=2 32=1 29=1 28=0 0=0
                    3  | 件 | {kind: linear, full-at: 40, loses: 1, per: 10%, part-of-step: pro-rata}   | 40=3 38=2.5 28=0
                    # proportional to completion, with and without upper limit
                    6  | 件 | {kind: proportional, full-at: 20}            | 0=0 10=3 20=6 21=6
                    6  | 件 | {kind: proportional, full-at: 20, cap: none} | 0=0 10=3 20=6 21=6.3 40=12
                    # "积分上不封顶"
                    3  | 件 | {kind: count, each: 3, cap: none}            | 0=0 1=3 50=150
                    """)
    void everyReadingOfTheTextHasItsScores(String points, String in, String yaml, String table) {
        Form form = new RuleText(points, in, yaml).rule().form();
        for (String entry : table.split("\\s+")) {
            int equals = entry.indexOf('=');
            Rational score =
                    form.score(measures(form, entry.substring(0, equals))).score();
            assertThat(score).as("%s at %s", yaml, entry).isEqualTo(number(entry.substring(equals + 1)));
        }
    }

    /** "建议3条（10分），每增减1条增减5分" names no floor: none at all would be −5. */
    @Test
    void withoutAFloorTheScoreMayBeNegative() {
        Worth worth = new Worth(number("10"), "条", MeasureType.count());
        String yaml = "{kind: linear, target: 3, gains: 5, gains-at-most: none, loses: 5, floor: none}";
        Form form = new RuleText("10", "条", yaml).rule(worth).form();
        assertThat(java.util.stream.IntStream.rangeClosed(0, 5)
                        .mapToObj(n ->
                                form.score(Map.of("", Rational.of(n))).score().toString()))
                .containsExactly("-5", "0", "5", "10", "15", "20");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {kind: linear, target: 30, loses: 1, gains: 1, part-of-step: pro-rata}                                       | missing-key
                    {kind: linear, target: 30, loses: 1, gains: 1, gains-at-most: much, part-of-step: pro-rata}                  | not-a-number
                    {kind: linear, target: 30, full-at: 30, loses: 1, gains: 1, gains-at-most: none, part-of-step: pro-rata}     | unknown-key
                    {kind: linear, full-at: 30, loses: 1, gains-at-most: 2, part-of-step: pro-rata}                              | unknown-key
                    {kind: linear, full-at: 30, loses: 1, per: x%, part-of-step: pro-rata}                                       | not-a-number
                    {kind: linear, full-at: 30, loses: 1, floor: 10, part-of-step: pro-rata}                                     | floor
                    {kind: linear, full-at: 130, loses: 1, part-of-step: pro-rata}                                               | unreachable-target
                    {kind: linear, target: 30, loses: 0.0001, gains: 1, gains-at-most: none, part-of-step: begun}                | too-many-steps
                    {kind: linear, full-at: {fact: counties}, loses: 1, part-of-step: pro-rata}                                  | unknown-id
                    {kind: proportional, full-at: 20, cap: 12}                                                                   | unknown-word
                    """)
    void whatIsWrongIsToldByItsCode(String yaml, String code) {
        assertThat(new RuleText("10", "%", yaml).complaints()).containsExactly(code);
    }

    /** A loss of a hundred-thousandth for each point is a straight line, however many steps it would have. */
    @Test
    void aStraightLineHasNoStepsToBeTooMany() {
        String yaml = "{kind: linear, full-at: 80, loses: 0.00001, part-of-step: pro-rata}";
        Form form = new RuleText("2", "%", yaml).rule().form();
        assertThat(form.score(Map.of("", number("79"))).score()).isEqualTo(number("1.99999"));
    }

    @Test
    void aRuleGivesMoreThanThePointsOnlyWhereItSaysSo() {
        assertThat(rule("gains-at-most: 2").mayExceed()).isTrue();
        assertThat(rule("gains-at-most: none").mayExceed()).isTrue();
        assertThat(rule("gains-at-most: 2, at-target: 8").mayExceed()).isFalse();
        assertThat(rule("gains-at-most: 2, at-target: 8").form().most()).contains(number("10"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gains-at-most: 2             | 以 50% 为准得 10 分，每高 1 个百分点加 1 分（最多加 2 分），每低 1 个百分点扣 1 分，扣完为止（不足部分按比例） | 10 at 50%; each 1 percentage point above gains 1 (at most 2), each below loses 1, not below 0 (parts of a step pro rata)
                    gains-at-most: none, floor: none | 以 50% 为准得 10 分，每高 1 个百分点加 1 分（上不封顶），每低 1 个百分点扣 1 分，不设下限，可为负分（不足部分按比例） | 10 at 50%; each 1 percentage point above gains 1 (without a cap), each below loses 1, may be negative (parts of a step pro rata)
                    """)
    void theSentenceNamesBothSides(String keys, String zh, String en) {
        assertThat(rule(keys).sentence()).isEqualTo(new Text(zh, en));
    }

    private static Rule rule(String keys) {
        return new RuleText(
                        "10",
                        "%",
                        "{kind: linear, target: 50, gains: 1, loses: 1, part-of-step: pro-rata, " + keys + "}")
                .rule();
    }
}
