package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.Ways.Answer;
import guifan.evaluate.Ways.Shift;
import guifan.evaluate.Ways.Way;
import guifan.number.Rational;
import guifan.standard.Standard;
import guifan.standard.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cheapest ways of a unit to a grade. */
class WaySearchTest {

    private static final String RATE = "id: rate, name: 答复率, points: 40, measured-in: \"%\", "
            + "measure: {part: 答复件数, whole: 应答复件数, when-zero: full}, "
            + "rule: {kind: linear, full-at: 100, loses: 0.8, per: 1, part-of-step: pro-rata}";
    private static final String VISITS =
            "id: visits, name: 接待, points: 40, measured-in: 次, rule: {kind: shortfall, target: 10}";
    private static final String MARK = "id: mark, name: 档案, points: 20, rule: {kind: given, step: 1}";
    private static final String CAP =
            "  caps:\n    - {id: few, when: {indicator: %s, below: %s}, at-most: 合格, reason: 过少}\n";

    private static Ways ways(String caps, int target, String rate, String visits, String mark) {
        Standard standard = Standards.of(
                Standards.HEAD + Standards.oneArea(RATE, VISITS, MARK) + Standards.GRADES + caps + "...\n");
        String sheet = "单位,类别,指标,实绩\n某镇,镇,rate," + rate + "\n某镇,镇,visits," + visits + "\n某镇,镇,mark," + mark + "\n";
        return WaySearch.of(standard, Sheets.only(standard, sheet), target);
    }

    @Test
    void oneIndicatorWithTheFewestStepsComesFirst() {
        Ways ways = ways("", 0, "90", "8", "20");
        assertThat(ways.answer()).isEqualTo(Answer.FOUND);
        assertThat(ways.exact()).isTrue();
        assertThat(ways.ways()).hasSize(2);
        Way visits = ways.ways().get(0);
        assertThat(visits.changes().get(0).shifts()).containsExactly(new Shift("", Rational.of(8), Rational.of(10)));
        assertThat(visits.steps()).isEqualTo(Rational.of(2));
        assertThat(ways.ways().get(1).changes().get(0).shifts())
                .containsExactly(new Shift("", Rational.of(90), Rational.of(975, 10)));
    }

    @Test
    void severalIndicatorsChangeOnlyWhereOneDoesNotSuffice() {
        Ways ways = ways("", 0, "85", "7", "20");
        assertThat(ways.ways()).allMatch(way -> way.changes().size() == 2);
        assertThat(ways.ways().get(0).result().totals()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"100, 10, 10, 0, REACHED", "100, 10, 5, 1, REACHED", "100, 10, 5, 0, OUT_OF_REACH"})
    void marksOfAssessorsAreNoLever(String rate, String visits, String mark, int target, Answer answer) {
        Ways ways = ways("", target, rate, visits, mark);
        assertThat(ways.answer()).isEqualTo(answer);
        assertThat(ways.ways()).isEmpty();
    }

    @Test
    void aCapIsLiftedByTheIndicatorThatItLooksAtEvenWhereThatGainsNothing() {
        Ways ways = ways(CAP.formatted("visits", "12"), 1, "100", "10", "20");
        assertThat(ways.answer()).isEqualTo(Answer.FOUND);
        assertThat(ways.lifted()).containsExactly("few");
        assertThat(ways.ways()).hasSize(1);
        assertThat(ways.ways().get(0).changes().get(0).shifts())
                .containsExactly(new Shift("", Rational.of(10), Rational.of(12)));
    }

    @Test
    void whatIsProposedCanBeWrittenInASheet() {
        Ways ways = ways(CAP.formatted("rate", "250/3"), 1, "80", "10", "20");
        assertThat(ways.ways().get(0).changes().get(0).shifts())
                .containsExactly(new Shift("", Rational.of(80), Rational.of(8334, 100)));
    }

    @Test
    void aCapThatNoLeverLiftsIsNamed() {
        assertThat(ways(CAP.formatted("mark", "20"), 0, "90", "10", "19").hindering())
                .containsExactly("few");
        Ways notReported = ways(CAP.formatted("visits", "1"), 0, "100", "未报", "20");
        assertThat(notReported.answer()).isEqualTo(Answer.CAPPED);
        assertThat(notReported.hindering()).containsExactly("few");
    }

    @Test
    void aCapThatLeavesTheGradeAskedForIsNotInTheWay() {
        Ways ways = ways(CAP.formatted("visits", "12").replace("合格", "良好"), 1, "60", "10", "20");
        assertThat(ways.answer()).isEqualTo(Answer.FOUND);
        assertThat(ways.lifted()).isEmpty();
        assertThat(ways.ways().get(0).changes().get(0).indicator()).isEqualTo("rate");
    }
}
