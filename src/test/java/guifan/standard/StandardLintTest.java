package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic;
import guifan.source.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardLintTest {

    private static final String SOUND = "evidence: [纪要], basis: [{law: 代表法, text: 2015, article: 7, status: verified}]";

    private static final String ONE = "id: one, name: 听取工作汇报, points: 60, rule: {kind: yes-no}, " + SOUND;

    private static final String TWO = "id: two, name: 代表培训, points: 40, rule: {kind: yes-no}, " + SOUND;

    private static List<String> codes(String text) {
        return codes(Standards.of(text), null);
    }

    private static List<String> codes(Standard standard, Standard predecessor) {
        Problems problems = new Problems();
        StandardLint.check(standard, predecessor, problems);
        return problems.all().stream()
                .map(one -> one.severity().name().charAt(0) + " " + one.code())
                .toList();
    }

    @Test
    void nothingIsSaidOfWhatIsInOrder() {
        assertThat(codes(Standards.area(ONE, TWO))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'evidence: [纪要], ' | '' | W no-evidence",
                "', basis: [{law: 代表法, text: 2015, article: 7, status: verified}]' | '' | W no-basis",
                "text: 2015 | text: 2022 | W law-not-in-force",
                "name: 代表培训 | name: 听取工作汇 | W similar-names",
                "at-least: 90 | at-least: 101 | W unreachable-grade",
                "at-least: 80 | at-least: 0 | W unreachable-grade",
            })
    void whatIsPlantedIsFound(String from, String to, String expected) {
        String planted = Standards.area(ONE, TWO).replace(from, to);
        assertThat(codes(planted)).isNotEmpty().allMatch(expected::equals);
    }

    /** Lines on the points of an area are held against those, not against the total. */
    @Test
    void aLineOfAnAreaIsHeldAgainstItsPoints() {
        String text = Standards.HEAD
                + "total: 100\nareas:\n"
                + "  - {id: first, name: 甲, points: 60, indicators: [{" + ONE + "}]}\n"
                + "  - {id: second, name: 乙, points: 40, indicators: [{" + TWO + "}]}\n"
                + Standards.GRADES.replace("grades:\n", "grades:\n  by: area\n  area: first\n")
                + "...\n";
        assertThat(codes(text)).containsExactly("W unreachable-grade", "W unreachable-grade");
        assertThat(codes(text.replace("least: 90", "least: 60").replace("least: 80", "least: 50")))
                .isEmpty();
    }

    @Test
    void aLaterLawIsNoFaultWhereTheNoteSaysWhyItIsNamed() {
        assertThat(codes(Standards.area(ONE, TWO).replace("text: 2015", "text: 2022, note: 仅供对照")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{kind: steps, steps: {0: 0, 5: 60, 6: 60}}, measure: {type: count, max: 5}' | W unreachable-band",
                "'{kind: bands, bands: [{at-least: 80, points: 30}, {at-least: 50, points: 60}, {otherwise: true,"
                        + " points: 0}]}' | W not-monotone",
            })
    void aRuleThatCannotBeMeantIsFound(String rule, String expected) {
        String planted = Standards.area(
                ONE.replace("{kind: yes-no}", rule + (rule.contains("measure:") ? "" : ", measured-in: \"%\"")), TWO);
        assertThat(codes(planted)).contains(expected);
    }

    @Test
    void latenessThatCountsTwiceIsNoted() {
        String late = ONE.replace(
                "{kind: yes-no}", "{kind: checklist, items: [{id: a, name: 计划}, {id: b, name: 总结}], late-loses: 10}");
        String penalty =
                "adjustments: {penalty: {items: [{id: pen, name: 迟报材料, rule: {kind: count, each: 1}}]}}\ngrades:";
        assertThat(codes(Standards.area(late, TWO).replace("grades:", penalty))).containsExactly("N punished-twice");
        assertThat(codes(Standards.area(ONE, TWO).replace("grades:", penalty))).isEmpty();
    }

    @Test
    void whatCameToNothingIsFoundForEachKindOfUnit() {
        Standard old = Standards.of(Standards.area(ONE, TWO));
        String from = ", from: [{indicator: one, measure: same}]";
        assertThat(codes(Standards.of(Standards.area(ONE + from, TWO)), old)).containsExactly("W crosswalk-hole");
        String both = TWO + from.replace("one", "two");
        assertThat(codes(Standards.of(Standards.area(ONE + from, both)), old)).isEmpty();
        assertThat(codes(Standards.of(Standards.area(ONE + from + ", applies-to: [镇]", both)), old))
                .containsExactly("N crosswalk-hole");
        assertThat(codes(
                        Standards.of(Standards.area(ONE + from, both + ", note: x")
                                .replace("indicator: two", "indicator: three")),
                        old))
                .containsExactly("W crosswalk-unknown", "W crosswalk-hole");
    }

    @ParameterizedTest
    @CsvSource({"2019, 2020, ''", "2019, 2021, years-gap", "2020, 2020, years-overlap", "'', 2020, years-overlap"})
    void theYearsOfEditionsFollowEachOther(String end, String start, String expected) {
        String text = Standards.area(ONE, TWO);
        String years = end.isEmpty() ? "years: {from: 2018}\n" : "years: {from: 2018, to: " + end + "}\n";
        Standard earlier = Standards.of(text.replace("units:", years + "units:"));
        Standard later = Standards.of(text.replace("units:", "years: {from: " + start + "}\nunits:"));
        Problems problems = new Problems();
        Periods.check(List.of(later, earlier), problems);
        assertThat(String.join("", problems.all().stream().map(Diagnostic::code).toList()))
                .isEqualTo(expected);
    }

    @Test
    void aGapOfOneYearIsToldAsOneYear() {
        String text = Standards.area(ONE, TWO);
        Standard earlier = Standards.of(text.replace("units:", "years: {from: 2018, to: 2018}\nunits:"));
        Standard later = Standards.of(text.replace("units:", "years: {from: 2020}\nunits:"));
        Problems problems = new Problems();
        Periods.check(List.of(earlier, later), problems);
        assertThat(problems.all().get(0).message().zh()).startsWith("2019 年度没有适用的标准");
    }

    @Test
    void theShippedStandardsHaveNothingToPutRight() {
        Standard old = Standards.shipped("2018.0");
        assertThat(codes(old, null)).isEmpty();
        assertThat(codes(Standards.shipped("2019.1"), old))
                .containsExactly("N punished-twice", "N punished-twice", "N crosswalk-hole");
    }
}
