package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a mistake in a standard is true and names the cure. */
class ReaderMessagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        full-at: 100, loses: 0.001 | 100000 steps, and at most 10000 are possible; make "loses" larger
        full-at: 100, loses: 1, floor: none, per: 0.001 | make "per" larger
        target: 100, loses: 1, gains: 0.001, gains-at-most: 99 | make "gains" larger
        target: 100, loses: 1, gains: 1, gains-at-most: none | no end; say a number for "gains-at-most"
        full-at: {fact: counties}, loses: 1, floor: none | no limit; say a number for "floor"
        """)
    void stairsThatAreTooLongAreToldWithTheCure(String keys, String message) {
        String text = Standards.HEAD
                + "facts: [{id: counties, name: 县数, type: count, min: 1}]\n"
                + Standards.oneArea(
                        "id: a, name: 甲, points: 100, measured-in: 件, rule: {kind: linear, part-of-step: begun, " + keys
                                + "}")
                + Standards.GRADES
                + "...\n";
        assertThat(Standards.said(Standards.problems(text)))
                .contains("too-many-steps", message, "part-of-step: pro-rata");
    }

    private static String text(String indicator, String more) {
        return Standards.HEAD
                + more
                + Standards.oneArea(indicator)
                + Standards.GRADES
                + "  caps: [{id: cap, when: {indicator: a, below: 1}, at-most: 良好, reason: 少}]\n...\n";
    }

    private static String said(String text) {
        return Standards.said(Standards.problems(text));
    }

    /** A mistake elsewhere in the file keeps nothing back. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rule: {kind: rank} | rank-steps",
                "rule: {kind: parts, parts: []} | no-parts",
                "rule: {kind: parts, parts: [{id: x, name: 子, points: 1, rule: {kind: count, each: 1, cap: 2}}]} |"
                        + " unreachable",
                "rule: {kind: given}, factor: {fact: nowhere} | no fact \"nowhere\"",
            })
    void everyMistakeIsToldBesideOthers(String rule, String message) {
        String text = text("id: a, name: 甲, points: 100, " + rule, "").replace("format: 1", "format: 2");
        assertThat(said(text)).contains("1:9 format", message);
    }

    @Test
    void anEmptyAreaIsToldBesideOthers() {
        String text = Standards.HEAD.replace("format: 1", "format: 2")
                + "total: 100\nareas: [{id: one, name: 甲, points: 100}]\n" + Standards.GRADES + "...\n";
        assertThat(said(text)).contains("1:9 format", "area-content");
    }

    /** An indicator that is there and could not be read is not said to be missing. */
    @Test
    void onlyWhatTheTextDoesNotHaveIsUnknown() {
        String text = text("id: a, name: 甲, points: 100, rule: {kind: cuont}", "");
        assertThat(said(text)).contains("unknown-word").doesNotContain("unknown-id");
        assertThat(said(text.replace("indicator: a", "indicator: b"))).contains("unknown-word", "there is no \"b\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "measure: {type: decimal, min: 5, max: 2}, | '' | bounds the least, 5, is above the most, 2",
                "measure: {type: percent, min: 150}, | '' | bounds the least, 150, is above the most, 100",
                "'' | facts: [{id: f, name: 事, type: count, min: 5, max: 2}] | 8:44 bounds the least, 5",
                "'' | years: {from: 2021, to: 2019} | 8:25 years it holds to 2019, which is before 2021",
                "'' | years: {to: 2019} | 8:13 years it holds to 2019, which is before 2020",
            })
    void whatEndsBeforeItBeginsIsTold(String measure, String more, String message) {
        String rule = "id: a, name: 甲, points: 100, " + measure + " rule: {kind: proportional, full-at: 100}";
        assertThat(said(text(rule, more.isEmpty() ? "" : more + "\n"))).contains(message);
    }

    @Test
    void theHighestBandEndsWhereMeasuresDo() {
        String bands = "id: a, name: 甲, points: 100, measured-in: '%', rule: {kind: bands, bands: "
                + "[{at-least: 60, at-most: 110, points: 100}, {otherwise: true, points: 0}]}";
        assertThat(said(text(bands, ""))).contains("110 is beyond 100, the most that can be filled in");
        assertThat(said(text(bands.replace("110", "100"), ""))).isEmpty();
    }

    @Test
    void aSecondIdIsToldWithTheFileOfTheFirst() {
        String one = "id: a, name: 甲, points: 50, rule: {kind: yes-no}";
        String text = Standards.area(one, one.replace("甲", "乙"));
        assertThat(said(text)).contains("\"a\" appears twice, first at small.yaml:11:");
    }

    @Test
    void theCureForTabsIsSaidInBothLanguages() {
        assertThat(said(Standards.HEAD + "areas:\n\t- {id: one}\n...\n"))
                .contains("YAML syntax (indent with spaces, not with tabs): ");
    }
}
