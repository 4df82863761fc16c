package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;

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
}
