package guifan.rule;

import static guifan.rule.RuleText.measures;
import static guifan.rule.RuleText.number;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The kinds on a single measure, below, at and above every edge.
 *
 * <p>The columns are the points of the indicator ({@code -} for a bonus or penalty), what the measure is counted in,
 * the rule, and measures with their scores. A comment says of which indicator or text a line is.
 */
class RuleKindsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2 | - | {kind: yes-no}              | 否=0 是=2 0=0 1=2
                    - | - | {kind: yes-no, points: 0.5} | 否=0 是=0.5
                    """)
    void yesNo(String points, String in, String rule, String table) {
        assertTable(points, in, rule, table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    3 | 次     | {kind: count, each: 1}             | 0=0 1=1 2=2 3=3 4=3 1000000=3
                    3 | 项     | {kind: count, each: 1.5}           | 0=0 1=1.5 2=3 3=3
                    1 | 篇     | {kind: count, each: 0.4}           | 0=0 1=0.4 2=0.8 3=1 4=1
                    2 | -      | {kind: count, each: 1, cap: 2}     | 1=1 2=2 3=2
                    1 | -      | {kind: count, each: 1/3}           | 1=1/3 2=2/3 3=1 4=1
                    - | 工作日 | {kind: count, each: 0.2, cap: 1}   | 0=0 4=0.8 5=1 6=1
                    - | 项     | {kind: count, each: 2}             | 0=0 1=2 500=1000
                    """)
    void count(String points, String in, String rule, String table) {
        assertTable(points, in, rule, table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    4 | 次 | {kind: shortfall, target: 2}               | 0=0 1=2 2=4 3=4
                    1 | 次 | {kind: shortfall, target: 3}               | 0=0 1=1/3 2=2/3 3=1 4=1
                    2 | 次 | {kind: shortfall, target: 1}               | 0=0 1=2 2=2
                    3 | 次 | {kind: shortfall, target: 4, loses: 0.5}   | 0=1 3=2.5 4=3 5=3
                    # plat-receive
                    2 | 场 | {kind: shortfall, target: 12, loses: 0.25} | 0=0 2=0 4=0 5=0.25 9=1.25 11=1.75 12=2 13=2
                    """)
    void shortfall(String points, String in, String rule, String table) {
        assertTable(points, in, rule, table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2 | 件 | {kind: deduct, each: 0.5} | 0=2 1=1.5 3=0.5 4=0 5=0 1000=0
                    2 | 份 | {kind: deduct, each: 0.3} | 0=2 6=0.2 7=0 8=0
                    5 | -  | {kind: deduct, each: 7}   | 0=5 1=0 2=0
                    """)
    void deduct(String points, String in, String rule, String table) {
        assertTable(points, in, rule, table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # dep-reply, read in each of the three ways that the texts leave open
                    3 | %  | {kind: linear, full-at: 100, loses: 0.3, per: 1, part-of-step: pro-rata}   | 100=3 99.9=2.97 97.5=2.25 90.1=0.03 90=0 89.9=0 0=0
                    3 | %  | {kind: linear, full-at: 100, loses: 0.3, per: 1, part-of-step: begun}      | 100=3 99.9=2.7 99=2.7 98.9=2.4 97.5=2.1 91=0.3 90.9=0 90=0 0=0
                    3 | %  | {kind: linear, full-at: 100, loses: 0.3, per: 1, part-of-step: full-steps} | 100=3 99.1=3 99=2.7 98.1=2.7 97.5=2.4 97=2.1 90.1=0.3 90=0 0=0
                    # dep-satisfy
                    2 | %  | {kind: linear, full-at: 95, loses: 0.1, per: 1, part-of-step: pro-rata, zero-below: 80}   | 100=2 95.01=2 95=2 94.9=1.99 80=0.5 79.99=0 0=0
                    2 | %  | {kind: linear, full-at: 95, loses: 0.1, per: 1, part-of-step: begun, zero-below: 80}      | 95=2 94.9=1.9 94=1.9 80.5=0.5 80=0.5 79.99=0
                    2 | %  | {kind: linear, full-at: 95, loses: 0.1, per: 1, part-of-step: full-steps, zero-below: 80} | 95=2 94.1=2 94=1.9 81=0.6 80.5=0.6 80.01=0.6 80=0.5 79.99=0
                    2 | %  | {kind: linear, full-at: 95, loses: 0.1, per: 1, part-of-step: full-steps, zero-below: 79.5} | 80.5=0.6 80=0.5 79.5=0.5 79.4=0
                    # "达到90%以上得25分，每下降一个百分点扣1分"
                    25 | % | {kind: linear, full-at: 90, loses: 1, part-of-step: pro-rata}              | 100=25 90=25 89.5=24.5 65.1=0.1 65=0 64=0
                    # "每少完成目标值10%扣1分": a step of ten
                    3 | %  | {kind: linear, full-at: 100, loses: 1, per: 10, part-of-step: full-steps}  | 100=3 90.1=3 90=2 80.1=2 80=1 70.1=1 70=0 0=0
                    3 | %  | {kind: linear, full-at: 100, loses: 1, per: 10, part-of-step: begun}       | 100=3 99.9=2 90=2 89.9=1 80=1 79.9=0 0=0
                    # what is left of the points is less than a step
                    1 | %  | {kind: linear, full-at: 100, loses: 0.3, per: 1, part-of-step: begun}      | 97=0.1 96.9=0 96=0 95=0
                    1 | %  | {kind: linear, full-at: 100, loses: 0.3, per: 1, part-of-step: full-steps} | 97=0.1 96.1=0.1 96=0 95=0
                    # points are left at the least measure
                    5 | 户 | {kind: linear, full-at: 4, loses: 1, part-of-step: begun}                  | 0=1 0.5=1 1=2 4=5 9=5
                    5 | 户 | {kind: linear, full-at: 4, loses: 1, part-of-step: full-steps}             | 0=1 0.5=2 1=2 3.5=5 4=5
                    5 | 户 | {kind: linear, full-at: 4, loses: 1, part-of-step: pro-rata}               | 0=1 0.5=1.5 4=5 9=5
                    """)
    void linear(String points, String in, String rule, String table) {
        assertTable(points, in, rule, table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1 | %  | {kind: proportional, full-at: 100} | 0=0 0.5=0.005 33=0.33 66.7=0.667 99.9=0.999 100=1
                    2 | %  | {kind: proportional, full-at: 20}  | 0=0 10=1 19.9=1.99 20=2 20.1=2 100=2
                    2 | 户 | {kind: proportional, full-at: 30}  | 0=0 7=7/15 29=29/15 30=2 31=2 1000=2
                    """)
    void proportional(String points, String in, String rule, String table) {
        assertTable(points, in, rule, table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2   | %  | {kind: bands, bands: [{at-least: 30, points: 2}, {at-least: 20, points: 1.5}, {otherwise: true, points: 0}]} | 100=2 30=2 29.9=1.5 20=1.5 19.999=0 0=0
                    2   | %  | {kind: bands, bands: [{otherwise: true, points: 0}, {at-least: 20, points: 1.5}, {at-least: 30, points: 2}]} | 100=2 30=2 29.9=1.5 20=1.5 19.999=0 0=0
                    2   | %  | {kind: bands, bands: [{at-least: 0, points: 1}, {at-least: 200/3, points: 2}]}                                | 0=1 66.66=1 66.67=2 200/3=2
                    # 瑞安: the two bands below 60 also look at the share of weak votes, which a single measure does not have
                    200 | %  | {kind: bands, bands: [{at-least: 90, points: 200}, {at-least: 80, points: 190}, {at-least: 70, points: 180}, {at-least: 60, points: 170}, {otherwise: true, points: 160}]} | 90=200 89.9=190 80.0=190 79.9=180 70=180 69.9=170 60=170 59=160
                    160 | %  | {kind: bands, bands: [{otherwise: true, points: 160}, {at-least: 100/3, points: 130}]}                         | 0=160 33.3=160 100/3=130 33.4=130
                    """)
    void bands(String points, String in, String rule, String table) {
        assertTable(points, in, rule, table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    3 | 次 | {kind: steps, steps: {0: 0, 1: 2, 2: 3}}      | 0=0 1=2 2=3 3=3 100=3
                    3 | 次 | {kind: steps, steps: {4: 3, 0: 0.5, 2: 1}}    | 0=0.5 1=0.5 2=1 3=1 4=3 5=3
                    """)
    void steps(String points, String in, String rule, String table) {
        assertTable(points, in, rule, table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2  | - | {kind: level, values: {五星: 2, 四星: 1.5, 三星: 1, 二星: 0.5, 一星: 0, 无: 0}} | 五星=2 四星=1.5 三星=1 二星=0.5 一星=0 无=0
                    30 | - | {kind: level, values: {不宣传: 0, 不全面: 15, 全面: 30}}                      | 不宣传=0 不全面=15 全面=30
                    """)
    void level(String points, String in, String rule, String table) {
        assertTable(points, in, rule, table);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2 | 分 | {kind: given, step: 0.5} | 0=0 0.5=0.5 1.5=1.5 2=2
                    2 | 分 | {kind: given}            | 0=0 1.234=1.234 5/3=5/3 2=2
                    """)
    void given(String points, String in, String rule, String table) {
        assertTable(points, in, rule, table);
    }

    private static void assertTable(String points, String in, String yaml, String table) {
        Form form = new RuleText(points, in, yaml).rule().form();
        for (String entry : table.split("\\s+")) {
            int equals = entry.indexOf('=');
            Rational score =
                    form.score(measures(form, entry.substring(0, equals))).score();
            assertThat(score)
                    .as("%s at %s", yaml, entry.substring(0, equals))
                    .isEqualTo(number(entry.substring(equals + 1)));
        }
        if (!points.equals("-")) {
            assertThat(form.most()).as("the most of %s", yaml).contains(number(points));
        }
    }
}
