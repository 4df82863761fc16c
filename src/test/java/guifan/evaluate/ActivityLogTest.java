package guifan.evaluate;

import static guifan.evaluate.Logs.HEADER;
import static guifan.evaluate.Logs.ROSTER;
import static guifan.evaluate.Logs.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityLogTest {

    private static final Standard WITH_DEADLINE = Standards.of(Standards.HEAD
            + "activities: {year-ends: 11-30, recorded-by: 01-10}\n"
            + Standards.oneArea("id: i, name: 询问, points: 100, rule: {kind: count, each: 50}, tally: {forms: [专题询问]}")
            + Standards.GRADES
            + "...\n");

    private static ActivityLog sound(String... files) {
        Problems problems = new Problems();
        ActivityLog log = Logs.read(STANDARD, ROSTER, problems, files);
        assertThat(Sheets.said(problems, Severity.ERROR)).isEmpty();
        return log;
    }

    private static List<String> said(Severity severity, String... files) {
        Problems problems = new Problems();
        Logs.read(STANDARD, ROSTER, problems, files);
        return Sheets.said(problems, severity);
    }

    @Test
    void whatComesAfterTheEndOfTheYearCountsForTheNext() {
        ActivityLog log = sound(HEADER + "2018-11-30,白沙镇,专题询问,甲,\n2018-12-01,白沙镇,专题询问,乙,\n");
        assertThat(log.activities()).extracting(Activity::year).containsExactly(2018, 2019);
        assertThat(log.years()).containsExactly(2018, 2019);
        assertThat(log.of(2019).activities()).extracting(Activity::title).containsExactly("乙");
    }

    @Test
    void unitsAndFormsAreReadByTheirOtherNames() {
        ActivityLog log = sound(HEADER + "2019-03-05,白沙,询问,甲,\n");
        assertThat(log.activities())
                .extracting(Activity::unit, Activity::form)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("白沙镇", "专题询问"));
        assertThat(log.units()).containsOnlyKeys("台城街道", "白沙镇", "水步镇");
    }

    @Test
    void theSameActivityTwiceIsRefusedAcrossFilesToo() {
        assertThat(said(Severity.ERROR, HEADER + "2019-03-05,白沙镇,专题询问,饮水安全,\n", HEADER + "2019/3/5,白沙,询问,饮水 安全,\n"))
                .containsExactly(
                        "2!2 duplicate-activity date, unit, form and title are the same, first at 1.csv: record 2");
    }

    @Test
    void theSameSubjectOnAnotherDayIsCountedAndWarnedOf() {
        String log = HEADER + "2019-03-05,白沙镇,专题询问,饮水,\n2019-03-06,白沙镇,专题询问,饮水,\n";
        assertThat(sound(log).activities()).hasSize(2);
        assertThat(said(Severity.WARNING, log)).singleElement().asString().startsWith("1!3 similar-activity");
        assertThat(said(Severity.WARNING, HEADER + "2019-03-05,白沙镇,专题询问,饮水,\n2020-03-06,白沙镇,专题询问,饮水,\n"))
                .isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(said(Severity.ERROR, HEADER + "3月5日,白纱镇,专题寻问,,\n,,,,单\n2019-03-05,白沙镇,唱歌,甲,\n"))
                .extracting(line -> line.split(" ")[0] + " " + line.split(" ")[1])
                .containsExactly(
                        "1!A2 date",
                        "1!B2 not-in-roster",
                        "1!C2 unknown-form",
                        "1!D2 no-title",
                        "1!A3 date",
                        "1!B3 no-unit",
                        "1!C3 unknown-form",
                        "1!D3 no-title",
                        "1!C4 unknown-form");
    }

    @Test
    void aFormAndAUnitThatAreNearlyKnownAreSuggested() {
        assertThat(said(Severity.ERROR, HEADER + "2019-03-05,白纱镇,专题寻问,甲,\n"))
                .anySatisfy(line -> assertThat(line).contains("did you mean \"白沙镇\""))
                .anySatisfy(line -> assertThat(line).contains("did you mean \"专题询问\""));
    }

    @Test
    void aLogWithoutANeededColumnIsRefused() {
        assertThat(said(Severity.ERROR, "日期,形式,备注\n2019-03-05,专题询问,无\n"))
                .containsExactly("1!1 missing-column columns that the log lacks: 单位, 主题");
    }

    @Test
    void evidenceIsNeededUnlessTheStandardSaysOtherwise() {
        Problems problems = new Problems();
        Logs.read(WITH_DEADLINE, ROSTER, problems, "日期,单位,形式,主题,佐证,登记日期\n2019-03-05,白沙镇,专题询问,甲,,2019-03-06\n");
        assertThat(Sheets.said(problems, Severity.ERROR))
                .containsExactly("1!E2 no-evidence without evidence it cannot be counted");
    }

    @Test
    void whatIsEnteredAfterTheLastDayForItsYearDoesNotCount() {
        Problems problems = new Problems();
        ActivityLog log = Logs.read(WITH_DEADLINE, ROSTER, problems, """
            日期,单位,形式,主题,佐证,登记日期
            2019-11-30,白沙镇,专题询问,甲,件,2020-01-10
            2019-11-30,白沙镇,专题询问,乙,件,2020-01-11
            2019-12-01,白沙镇,专题询问,丙,件,2020-01-11
            2019-12-05,白沙镇,专题询问,丁,件,2019-12-04
            """);
        assertThat(log.activities())
                .extracting(Activity::title)
                .contains("甲", "丙")
                .doesNotContain("乙");
        assertThat(log.late()).extracting(Activity::title).containsExactly("乙");
        assertThat(Sheets.said(problems, Severity.WARNING))
                .containsExactly(
                        "1!F3 late-entry recorded on 2020-01-11, after the last day for the year 2019, 2020-01-10; not"
                                + " counted");
        assertThat(Sheets.said(problems, Severity.ERROR))
                .containsExactly("1!F5 recorded-before recorded on 2019-12-04, before it took place on 2019-12-05");
    }

    @Test
    void withoutARosterTheLogItselfSaysTheKinds() {
        Problems problems = new Problems();
        ActivityLog log = Logs.read(
                STANDARD,
                "",
                problems,
                "日期,单位,类别,形式,主题\n2019-03-05,白沙镇,镇,专题询问,甲\n2019-03-06,白沙镇,街道,专题询问,乙\n2019-03-06,水步镇,,专题询问,丙\n");
        assertThat(log.units()).containsEntry("白沙镇", "镇").containsEntry("水步镇", "");
        log.requireKinds(problems);
        assertThat(Sheets.said(problems, Severity.ERROR))
                .extracting(line -> line.split(" ")[0] + " " + line.split(" ")[1])
                .containsExactly("1!C3 two-kinds", "1!4 no-kind");
    }
}
