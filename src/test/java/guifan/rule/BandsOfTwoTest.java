package guifan.rule;

import static guifan.rule.RuleText.measures;
import static guifan.rule.RuleText.number;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.rule.Rule.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bands that look at a second measure, leave a range to an assessor, or state their upper ends. */
class BandsOfTwoTest {

    private static final String RUIAN =
            "{kind: bands, measure: 优秀票率, second: {id: weak, name: 较差票率, measured-in: \"%\"}, bands: ["
                    + "{at-least: 90, points: 200}, {at-least: 80, points: 190}, {at-least: 70, points: 180}, "
                    + "{at-least: 60, points: 170}, {otherwise: true, by-second: ["
                    + "{at-least: 100/3, points: 130}, {otherwise: true, points: 160}]}]}";

    private static final String ATTENDANCE = "{kind: bands, measure: 出勤率, mark: {name: 评定分, step: 0.5}, bands: ["
            + "{at-least: 90, points: {from: 12, to: 15}}, {at-least: 80, points: {from: 8, to: 11}}, "
            + "{otherwise: true, points: {from: 0, to: 7}}]}";

    @ParameterizedTest
    @CsvSource({
        "measure=80.0 weak=0, 190",
        "measure=79.9 weak=20, 180",
        "measure=59 weak=100/3, 130",
        "measure=59 weak=33.3, 160",
        "measure=59.999 weak=34, 130",
        "measure=60 weak=40, 170",
        "measure=100 weak=0, 200",
        "measure=0 weak=100, 130"
    })
    void theLowestBandLooksAtTheWeakVotes(String cell, String score) {
        Form form = new RuleText("200", "%", RUIAN).rule().form();
        assertThat(form.score(measures(form, cell)).score()).isEqualTo(number(score));
        assertThat(form.most()).contains(number("200"));
    }

    @ParameterizedTest
    @CsvSource({
        "measure=90 mark=12, true", "measure=90 mark=11.5, false", "measure=90 mark=15, true",
        "measure=89.9 mark=11, true", "measure=89.9 mark=11.5, false", "measure=80 mark=8, true",
        "measure=80 mark=7.5, false", "measure=79.9 mark=7, true", "measure=79.9 mark=7.5, false",
        "measure=0 mark=0, true"
    })
    void aMarkOutsideItsBandIsRefused(String cell, boolean allowed) {
        Rule rule = new RuleText("15", "%", ATTENDANCE).rule();
        assertThat(rule.complaints(measures(rule.form(), cell)).isEmpty()).isEqualTo(allowed);
        assertThat(rule.form().score(measures(rule.form(), cell)).score())
                .isEqualTo(number(cell.substring(cell.lastIndexOf('=') + 1)));
        assertThat(rule.form().most()).contains(number("15"));
    }

    @Test
    void theRefusalNamesTheRangeOfTheBand() {
        Rule rule = new RuleText("15", "%", ATTENDANCE).rule();
        Complaint complaint =
                rule.complaints(measures(rule.form(), "measure=85 mark=12")).get(0);
        assertThat(complaint.item()).isEqualTo("mark");
        assertThat(complaint.message().zh())
                .contains("出勤率")
                .contains("85%")
                .contains("8–11")
                .contains("12");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # 89.5 belongs to no band, 90 to two
                    {at-least: 90, points: 15}, {at-least: 80, at-most: 89, points: 11}, {otherwise: true, points: 7}   | % | band-gap
                    {at-least: 90, points: 15}, {at-least: 80, at-most: 90, points: 11}, {otherwise: true, points: 7}   | % | band-overlap
                    {at-least: 90, points: 15}, {at-least: 80, below: 90, points: 11}, {otherwise: true, below: 80, points: 7} | % |
                    {at-least: 90, points: 15}, {at-least: 80, below: 91, points: 11}, {otherwise: true, points: 7}     | % | band-overlap
                    {at-least: 90, at-most: 100, points: 15}, {otherwise: true, points: 7}                              | % |
                    {at-least: 90, at-most: 99, points: 15}, {otherwise: true, points: 7}                               | % | band-gap
                    {at-least: 101, points: 15}, {otherwise: true, points: 7}                                           | % | unreachable-band
                    {at-least: 90, points: 15}, {otherwise: true, points: {from: 0, to: 7}}                             | % | band-mark
                    """)
    void theEndsOfBandsMeet(String bands, String in, String codes) {
        assertThat(new RuleText("15", in, "{kind: bands, bands: [" + bands + "]}").complaints())
                .containsExactly(codes == null ? new String[0] : codes.split(" "));
    }
}
