package guifan.evaluate;

import static guifan.evaluate.Logs.HEADER;
import static guifan.evaluate.Logs.ROSTER;
import static guifan.evaluate.Logs.STANDARD;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.ActivityStatistics.Dimension;
import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Blank;
import guifan.standard.BlankColumn;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityTallyTest {

    private static final String ALL = HEADER + """
            2019-03-01,白沙镇,专题询问,甲,
            2019-03-02,白沙镇,专题询问,乙,
            2019-03-03,白沙镇,工作评议,丙,
            2019-03-04,白沙镇,会议,一次,
            2019-03-05,白沙镇,市采用,文,
            2019-03-06,水步镇,省采用,文,
            2019-03-07,水步镇,征集,项目,
            2019-03-08,白沙镇,征集,项目,
            2019-03-09,白沙镇,票决,项目,
            2019-03-10,台城街道,微实事,路灯,
            2018-03-10,台城街道,专题询问,去年,
            """;

    private static ActivityTally tally(String log, String... complete) {
        Problems problems = new Problems();
        ActivityLog read = Logs.read(STANDARD, ROSTER, problems, log);
        assertThat(Sheets.said(problems, Severity.ERROR)).isEmpty();
        return ActivityTally.of(STANDARD, read, List.of(complete), 2019);
    }

    private static String cell(ActivityTally tally, String unit, String code) {
        Blank blank = BlankColumn.of(STANDARD, 2).stream()
                .map(BlankColumn::any)
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        return tally.cell(unit, blank).orElse("blank");
    }

    @ParameterizedTest
    @CsvSource({
        "白沙镇, inquiry, 2",
        "水步镇, inquiry, 0",
        "白沙镇, kinds, 2",
        "水步镇, kinds, 0",
        "白沙镇, held, 是",
        "水步镇, held, 否",
        "白沙镇, press·市, 1",
        "白沙镇, press·省, 0",
        "水步镇, press·省, 1",
        "白沙镇, steps, 全",
        "水步镇, steps, 缺：票决",
        "台城街道, steps, 无",
        "台城街道, inquiry, 0",
        "白沙镇, file, blank",
    })
    void activitiesOfTheYearAreCountedAsTheCellWantsThem(String unit, String code, String cell) {
        assertThat(cell(tally(ALL), unit, code)).isEqualTo(cell);
    }

    @Test
    void noIndicatorIsZeroBecauseTheLogDoesNotKeepItsForms() {
        String log = HEADER + "2019-03-01,白沙镇,专题询问,甲,\n2019-03-01,水步镇,微实事,乙,\n";
        assertThat(cell(tally(log), "水步镇", "inquiry")).isEqualTo("0");
        assertThat(cell(tally(log), "水步镇", "held")).isEqualTo("blank");
        assertThat(cell(tally(log), "白沙镇", "kinds")).isEqualTo("blank");
        assertThat(cell(tally(log, "工作评议"), "白沙镇", "kinds")).isEqualTo("1");
        assertThat(tally(log).sentences())
                .extracting(Text::zh)
                .anyMatch(line -> line.contains("“形式”留空") && line.contains("工作评议"))
                .anyMatch(line -> line.startsWith("台账中从无其活动形式") && line.endsWith("开会、采用、步骤"));
    }

    @Test
    void aUnitWithoutAnyEntryInTheYearIsLeftBlank() {
        String log = HEADER + "2019-03-01,白沙镇,专题询问,甲,\n2018-03-01,水步镇,专题询问,乙,\n";
        assertThat(cell(tally(log), "水步镇", "inquiry")).isEqualTo("blank");
        assertThat(tally(log).sentences()).extracting(Text::zh).contains("本年度没有任何记录的单位留空，不能当作 0：台城街道、水步镇");
    }

    @Test
    void everyCountCanBeTracedToItsEntries() {
        assertThat(tally(ALL).counted())
                .filteredOn(one -> one.indicator().id().equals("inquiry"))
                .extracting(one -> one.activity().place().line())
                .containsExactly(2, 3);
    }

    /** The article: 执法检查69次、工作评议62次、专题询问59次、约见国家机关负责人65次, 101项民生微实事. */
    @Test
    void theSampleLogAddsUpToTheFiguresOfTheArticle() {
        Standard standard = Standards.shipped("2019");
        Problems problems = new Problems();
        ActivityLog log = Logs.shipped(standard, problems);
        assertThat(problems.hasErrors()).isFalse();
        ActivityStatistics forms = ActivityStatistics.of(log, standard, List.of(Dimension.FORM));
        assertThat(forms.counts())
                .isEqualTo(Map.of(
                        List.of("执法检查"), 69,
                        List.of("工作评议"), 62,
                        List.of("专题询问"), 59,
                        List.of("约见国家机关负责人"), 65,
                        List.of("民生微实事"), 101));
        assertThat(log.years()).containsExactly(2018, 2019, 2020, 2021, 2022);
        assertThat(log.activities())
                .allMatch(activity ->
                        activity.date().getYear() >= 2018 && activity.date().getYear() <= 2022);
        assertThat(log.activities()).anyMatch(activity -> activity.date().getYear() != activity.year());
        assertThat(log.byUnit()).hasSize(17);
    }

    @ParameterizedTest
    @CsvSource({
        "2018, 2018, super-review",
        "2019, 2019, super-lawcheck",
        "2019, 2019, super-review",
        "2019, 2019, super-inquiry",
        "2019, 2019, super-meet",
        "2019, 2020, super-lawcheck",
        "2019, 2020, super-review",
        "2019, 2020, super-inquiry",
        "2019, 2020, super-meet",
    })
    void theSampleLogAgreesWithTheSampleSheets(String edition, int year, String indicator) throws Exception {
        Standard standard = Standards.shipped(edition);
        ActivityTally tally = ActivityTally.of(standard, Logs.shipped(standard, new Problems()), List.of(), year);
        Blank blank = BlankColumn.of(standard, 2).stream()
                .map(BlankColumn::any)
                .filter(one -> one.code().equals(indicator))
                .findFirst()
                .orElseThrow();
        String sheet = java.nio.file.Files.readString(java.nio.file.Path.of("examples/" + year + "/scores.csv"));
        List<UnitResult> units = Sheets.evaluate(standard, sheet);
        assertThat(units)
                .hasSize(17)
                .allSatisfy(unit -> assertThat(tally.cell(unit.unit(), blank))
                        .as(unit.unit())
                        .contains(String.valueOf(
                                unit.indicator(indicator).orElseThrow().measure())));
    }
}
