package guifan.paper;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic;
import guifan.source.Fields;
import guifan.source.Language;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.YamlReader;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when things have to be put right; the days were counted on a calendar of the wall. */
class DeadlineTest {

    private final Problems problems = new Problems();

    private Deadline read(String text, @Nullable Integer standardDays) {
        SourceText source = SourceText.of("papers.yaml", text + "\n...\n");
        Fields fields = Fields.of(YamlReader.read(source, problems).orElseThrow(), problems);
        LocalDate issued = fields.optionalDate("issued").orElseThrow();
        Deadline deadline = Deadline.read(fields, issued, standardDays);
        fields.finish();
        return deadline;
    }

    private List<String> codes() {
        return problems.all().stream().map(Diagnostic::code).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-15, 30, 2020-02-14",
        "2020-01-31, 30, 2020-03-01", // over the 29th of February
        "2019-01-31, 30, 2019-03-02",
        "2020-02-28, 1, 2020-02-29",
        "2021-02-28, 1, 2021-03-01",
        "2100-02-28, 1, 2100-03-01", // no leap year
        "2020-12-02, 30, 2021-01-01",
        "2020-12-31, 365, 2021-12-31",
        "2020-03-31, 30, 2020-04-30"
    })
    void calendarDaysGoOverEndsOfMonthsAndLeapDays(String issued, int days, String last) {
        Deadline own = read("issued: " + issued + "\nrectify: {days: " + days + "}", 7);
        Deadline standard = read("issued: " + issued + "\nrectify: {}", days);
        assertThat(codes()).isEmpty();
        assertThat(own.day(7)).isEqualTo(LocalDate.parse(last));
        assertThat(standard.day(days)).isEqualTo(LocalDate.parse(last));
        assertThat(standard.counting().in(Language.ZH)).contains("日历日");
    }

    @Test
    void daysCountFromTheDayOfReceiptWhereThatIsSaid() {
        Deadline deadline = read("issued: 2020-01-15\nreceived: 2020-01-31\nrectify: {count-from: received}", 30);
        assertThat(codes()).isEmpty();
        assertThat(deadline.day(30)).isEqualTo(LocalDate.parse("2020-03-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-01-15, 1, 2020-01-16",
        "2020-01-15, 3, 2020-01-19", // a Sunday that is worked
        "2020-01-15, 8, 2020-02-03", // the Spring Festival, with its Saturdays and Sundays
        "2020-01-15, 13, 2020-02-10",
        "2020-01-17, 1, 2020-01-19",
        "2020-04-30, 1, 2020-05-01" // not declared to be a holiday
    })
    void workingDaysLeaveOutWeekendsAndDeclaredHolidays(String issued, int days, String last) {
        Deadline deadline = read(
                "issued: " + issued + "\nrectify: {working-days: " + days
                        + ", holidays: [2020-01-24..2020-02-02, 2020-04-06], workdays: [2020-01-19]}",
                30);
        assertThat(codes()).isEmpty();
        assertThat(deadline.day(30)).isEqualTo(LocalDate.parse(last));
        assertThat(deadline.counting().in(Language.ZH)).contains("工作日");
    }

    @Test
    void aFixedDayIsThatDay() {
        Deadline deadline = read("issued: 2020-01-15\nrectify: {by: 2020-02-29}", 30);
        assertThat(deadline.day(30)).isEqualTo(LocalDate.parse("2020-02-29"));
        assertThat(deadline.counting().zh()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rectify: {by: 2020-01-14}; deadline-past",
                "rectify: {by: 2020-02-30}; not-a-date",
                "rectify: {by: 2020-02-01, days: 3}; two-deadlines",
                "rectify: {days: 3, working-days: 3}; two-deadlines",
                "rectify: {days: 30, holidays: [2020-01-24]}; no-working-days",
                "rectify: {working-days: 3, holidays: [2020-02-02..2020-01-24]}; not-a-date",
                "rectify: {working-days: 3, holidays: [24 January]}; not-a-date",
                "rectify: {working-days: 0}; not-whole",
                "rectify: {days: 20200}; too-many-days",
                "'received: 2020-01-14\nrectify: {count-from: received}'; received-before",
                "rectify: {count-from: received}; missing-key",
                "rectify: {count-form: received}; unknown-key"
            })
    void whatIsNoDeadlineIsTold(String text, String code) {
        read("issued: 2020-01-15\n" + text, 30);
        assertThat(codes()).contains(code);
    }

    @Test
    void aStandardWithoutDaysAsksForThem() {
        read("issued: 2020-01-15\nrectify: {}", null);
        assertThat(codes()).containsExactly("no-deadline");
    }
}
