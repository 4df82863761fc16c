package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    private static final String INDICATOR = "id: i, name: 询问, points: 100, rule: {kind: count, each: 50}";

    private static String text(String activities, String indicator) {
        return Standards.HEAD + activities + Standards.oneArea(indicator) + Standards.GRADES + "...\n";
    }

    @Test
    void countingIsNoPartOfTheRules() {
        Standard plain = Standards.of(text("", INDICATOR));
        Standard counted = Standards.of(
                text("activities: {year-ends: 11-30, called: {约: 约见}}\n", INDICATOR + ", tally: {forms: [专题询问]}"));
        assertThat(counted.identity().rulesHash()).isEqualTo(plain.identity().rulesHash());
        assertThat(counted.identity().textHash()).isNotEqualTo(plain.identity().textHash());
        assertThat(plain.activities()).isEqualTo(Activities.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tally: {forms: []} | no-forms",
                "tally: {} | no-forms",
                "tally: {form: [甲]} | unknown-key",
                "tally: {forms: [甲], counts: times} | unknown-word",
                "tally: {items: {市: [甲]}} | unknown-key",
                "tally: {forms: [甲]}, variants: {街道: {rule: {kind: given}}} | not-countable",
            })
    void whatCannotBeCountedIsRefused(String tally, String code) {
        assertThat(Standards.problems(text("", INDICATOR + ", " + tally)))
                .extracting(problem -> problem.code())
                .contains(code);
    }

    @Test
    void anItemThatTheRuleDoesNotHaveIsRefused() {
        assertThat(
                        Standards.problems(
                                text(
                                        "",
                                        "id: i, name: 采用, points: 100, rule: {kind: levels, values: {市: 1}}, tally: {items: {县: [甲]}}")))
                .extracting(problem -> problem.code())
                .contains("unknown-item");
    }

    @ParameterizedTest
    @CsvSource({"11-31", "13-01", "30 November", "2019-11-30"})
    void aDayThatIsNoneIsRefused(String day) {
        assertThat(Standards.problems(text("activities: {year-ends: '" + day + "'}\n", INDICATOR)))
                .extracting(problem -> problem.code())
                .containsExactly("not-a-day");
    }

    @ParameterizedTest
    @CsvSource({
        "12-31, 2019-12-31, 2019, 2019-01-01, 2019-12-31",
        "11-30, 2019-11-30, 2019, 2018-12-01, 2019-11-30",
        "11-30, 2019-12-01, 2020, 2019-12-01, 2020-11-30",
        "02-29, 2019-03-01, 2020, 2019-03-01, 2020-02-29",
        "02-29, 2020-02-29, 2020, 2019-03-01, 2020-02-29",
    })
    void aYearEndsOnItsDay(String ends, LocalDate date, int year, LocalDate from, LocalDate to) {
        Activities rules = Standards.of(text("activities: {year-ends: " + ends + "}\n", INDICATOR))
                .activities();
        assertThat(rules.yearOf(date)).isEqualTo(year);
        assertThat(rules.from(year)).isEqualTo(from);
        assertThat(rules.to(year)).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "11-30, 12-10, 2019-12-10",
        "11-30, 01-10, 2020-01-10",
        "12-31, 01-15, 2020-01-15",
        "12-31, 12-31, 2019-12-31"
    })
    void theLastDayToEnterIsTheFirstAfterTheYear(String ends, String by, LocalDate last) {
        Activities rules = Standards.of(
                        text("activities: {year-ends: " + ends + ", recorded-by: " + by + "}\n", INDICATOR))
                .activities();
        assertThat(rules.recordedBy(2019)).contains(last);
    }
}
