package guifan.rule;

import static guifan.rule.RuleText.measures;
import static guifan.rule.RuleText.number;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds on several items: checklists, levels with counts, deduction by class. */
class ItemRulesTest {

    private static final String FOUR =
            "items: [{id: a, name: 甲}, {id: b, name: 乙}, {id: c, name: 丙}, {id: d, name: 丁}]";
    private static final String THREE_MAY_NOT_ARISE = "items: [{id: a, name: 甲, may-not-arise: true}, "
            + "{id: b, name: 乙, may-not-arise: true}, {id: c, name: 丙, may-not-arise: true}]";
    private static final String THREE = "items: [{id: a, name: 甲}, {id: b, name: 乙}, {id: c, name: 丙}]";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # an equal share each, 1/n
                    2   |                        | a=是 b=是 c=是 d=是 | 2
                    2   |                        | a=是 b=是 c=是 d=否 | 1.5
                    2   |                        | a=否 b=否 c=是 d=否 | 0.5
                    2   |                        | a=否 b=否 c=否 d=否 | 0
                    2   | , each: 0.5            | a=是 b=否 c=是 d=是 | 1.5
                    3   | , missing-loses: 0.5   | a=是 b=是 c=是 d=是 | 3
                    3   | , missing-loses: 0.5   | a=否 b=是 c=是 d=是 | 2.5
                    3   | , missing-loses: 0.5   | a=否 b=否 c=否 d=否 | 1
                    1   | , missing-loses: 0.4   | a=否 b=否 c=是 d=是 | 0.2
                    1   | , missing-loses: 0.4   | a=否 b=否 c=否 d=是 | 0
                    1   | , missing-loses: 0.4   | a=否 b=否 c=否 d=否 | 0
                    2   | , all: true            | a=是 b=是 c=是 d=是 | 2
                    2   | , all: true            | a=是 b=是 c=是 d=否 | 0
                    2   | , all: true            | a=否 b=否 c=否 d=否 | 0
                    # k of n; self-staff has three items and 2 of 3 give 1
                    2   | ', met: {4: 2, 3: 1}'  | a=是 b=是 c=是 d=是 | 2
                    2   | ', met: {4: 2, 3: 1}'  | a=是 b=否 c=是 d=是 | 1
                    2   | ', met: {4: 2, 3: 1}'  | a=是 b=否 c=否 d=是 | 0
                    # lateness: "未报送方案不计分，迟报扣0.1分"
                    2   | , late-loses: 0.1      | a=按时 b=按时 c=按时 d=按时 | 2
                    2   | , late-loses: 0.1      | a=迟报 b=按时 c=按时 d=按时 | 1.9
                    2   | , late-loses: 0.1      | a=未报 b=按时 c=按时 d=按时 | 1.5
                    2   | , late-loses: 0.1      | a=未报 b=迟报 c=迟报 d=未报 | 0.8
                    2   | , late-loses: 0.1      | a=未报 b=未报 c=未报 d=未报 | 0
                    2   | ', missing-loses: 1, late-loses: 0.25' | a=按时 b=按时 c=迟报 d=未报 | 0.75
                    2   | ', missing-loses: 1, late-loses: 0.25' | a=未报 b=按时 c=迟报 d=未报 | 0
                    """)
    void aChecklistOfFour(String points, String form, String cell, String score) {
        assertScore(points, "kind: checklist, " + FOUR + (form == null ? "" : form), cell, score);
    }

    @ParameterizedTest
    @CsvSource({"a=是 b=是 c=是, 2", "a=是 b=是 c=否, 1", "a=否 b=是 c=否, 0", "a=否 b=否 c=否, 0"})
    void twoOfThreeOfTheStaffGiveOnePoint(String cell, String score) {
        assertScore("2", "kind: checklist, met: {3: 2, 2: 1, 0: 0}, " + THREE, cell, score);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # one text in 江门 and 省 is in the cell once, at its highest level
                    台山=3 江门=1 省=1 全国=0 | 1.8
                    台山=3 江门=2 省=1 全国=0 | 2.2
                    台山=0 江门=0 省=0 全国=0 | 0
                    台山=1 江门=0 省=0 全国=2 | 3
                    台山=15 江门=0 省=0 全国=0 | 3
                    台山=14 江门=0 省=0 全国=0 | 2.8
                    台山=16 江门=9 省=9 全国=9 | 3
                    # a level that is not there is none of it
                    江门=2 | 0.8
                    """)
    void articlesByLevelAreCappedAtThePoints(String cell, String score) {
        assertScore("3", "kind: levels, values: {台山: 0.2, 江门: 0.4, 省: 0.8, 全国: 1.5}", cell, score);
    }

    @Test
    void aBonusByLevelHasTheCapThatIsGivenOrNone() {
        assertScore("-", "kind: levels, values: {省: 1, 江门: 0.5}, cap: 1", "省=2 江门=3", "1");
        assertScore("-", "kind: levels, values: {省: 1, 江门: 0.5}", "省=2 江门=3", "3.5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    unfinished=0 late=0  | 2
                    unfinished=0 late=1  | 1.8
                    unfinished=1 late=1  | 1.3
                    unfinished=3 late=2  | 0.1
                    unfinished=4 late=0  | 0
                    unfinished=3 late=3  | 0
                    unfinished=0 late=10 | 0
                    unfinished=9 late=99 | 0
                    """)
    void faultsOfEveryClassAreTakenFromThePoints(String cell, String score) {
        assertScore(
                "2",
                "kind: deduct-by-class, classes: [{id: unfinished, name: 未完成, each: 0.5}, {id: late, name: 逾期, each: 0.2}]",
                cell,
                score);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", each: 0.5",
                ", missing-loses: 0.7",
                ", missing-loses: 0.1",
                ", all: true",
                ", met: {4: 2, 2: 1}"
            })
    void aBareNumberGivesWhatAsManyItemsGive(String mode) {
        Rule byMet = rule("2", "kind: checklist, counted: met, " + FOUR + mode);
        Rule byMissing = rule("2", "kind: checklist, counted: missing, " + FOUR + mode);
        for (int set = 0; set < 16; set++) {
            Map<String, Rational> items = new HashMap<>();
            for (int i = 0; i < 4; i++) {
                items.put(List.of("a", "b", "c", "d").get(i), Rational.of(set >> i & 1));
            }
            Rational score = byMet.form().score(items).score();
            int met = Integer.bitCount(set);
            assertThat(counted(byMet, met)).as("%s of 4", met).isEqualTo(score);
            assertThat(counted(byMissing, 4 - met))
                    .as("%s of 4 missing", 4 - met)
                    .isEqualTo(score);
        }
    }

    @Test
    void aBareNumberMeansNothingUnlessTheStandardSaysWhatItCounts() {
        assertThat(rule("2", "kind: checklist, " + FOUR).counted()).isEmpty();
    }

    @Test
    void aBareNumberIsAtMostTheNumberOfItems() {
        MeasureType type = rule("2", "kind: checklist, counted: missing, " + FOUR)
                .counted()
                .orElseThrow()
                .items()
                .get(0)
                .type();
        assertThat(type.most()).isEqualTo(Rational.of(4));
    }

    /** Points × met ÷ arising: counted out for every choice of what arises and what of it is met. */
    @Test
    void whatDoesNotArisePassesItsShareToTheRest() {
        Form form = rule("2", "kind: checklist, " + THREE_MAY_NOT_ARISE).form();
        forEveryAnswerOfThree((measures, met) ->
                assertThat(form.score(measures).score()).isEqualTo(Rational.of(2L * met, measures.size())));
    }

    @Test
    void whatDoesNotAriseIsNotMissing() {
        Form losing = rule("2", "kind: checklist, missing-loses: 0.5, " + THREE_MAY_NOT_ARISE)
                .form();
        Form all =
                rule("2", "kind: checklist, all: true, " + THREE_MAY_NOT_ARISE).form();
        forEveryAnswerOfThree((measures, met) -> {
            int missing = measures.size() - met;
            assertThat(losing.score(measures).score()).isEqualTo(Rational.of(4L - missing, 2));
            assertThat(all.score(measures).score()).isEqualTo(Rational.of(missing == 0 ? 2 : 0));
        });
    }

    @Test
    void theWorkingSaysByWhatItWasRescaled() {
        Form form = rule("2", "kind: checklist, " + THREE_MAY_NOT_ARISE).form();
        Working working = form.score(measures(form, "a=是 b=否"));
        assertThat(working.terms()).extracting(Working.Term::item).containsExactly("a", "b");
        assertThat(working.sum()).isEqualTo(number("2/3"));
        assertThat(working.scale()).isEqualTo(number("3/2"));
        assertThat(working.score()).isEqualTo(Rational.ONE);
    }

    @Test
    void theTermsOfAWorkingAddUpToItsSum() {
        Random random = new Random(5);
        Form form = rule(
                        "9",
                        "kind: deduct-by-class, classes: "
                                + "[{id: a, name: 甲, each: 0.7}, {id: b, name: 乙, each: 1/3}, {id: c, name: 丙, each: 2}]")
                .form();
        for (int i = 0; i < 500; i++) {
            Map<String, Rational> measures = Map.of(
                    "a",
                    Rational.of(random.nextInt(9)),
                    "b",
                    Rational.of(random.nextInt(9)),
                    "c",
                    Rational.of(random.nextInt(4)));
            Working working = form.score(measures);
            Rational sum = working.terms().stream().map(Working.Term::points).reduce(working.base(), Rational::plus);
            assertThat(sum).isEqualTo(working.sum()).isEqualTo(working.beforeBounds());
            assertThat(working.score()).isEqualTo(sum.max(Rational.ZERO));
        }
    }

    private interface Answer {
        void check(Map<String, Rational> measures, int met);
    }

    private static void forEveryAnswerOfThree(Answer answer) {
        for (int code = 0; code < 27; code++) {
            Map<String, Rational> measures = new HashMap<>();
            int met = 0;
            int rest = code;
            for (String id : List.of("a", "b", "c")) {
                if (rest % 3 != 2) {
                    measures.put(id, Rational.of(rest % 3));
                    met += rest % 3;
                }
                rest /= 3;
            }
            if (!measures.isEmpty()) {
                answer.check(measures, met);
            }
        }
    }

    private static Rational counted(Rule rule, int number) {
        return rule.counted()
                .orElseThrow()
                .score(Map.of("", Rational.of(number)))
                .score();
    }

    private static Rule rule(String points, String fields) {
        return new RuleText(points, "-", "{" + fields + "}").rule();
    }

    private static void assertScore(String points, String fields, String cell, String score) {
        Form form = rule(points, fields).form();
        assertThat(form.score(measures(form, cell)).score()).as(cell).isEqualTo(number(score));
        if (!points.equals("-")) {
            assertThat(form.most()).contains(number(points));
        }
    }
}
