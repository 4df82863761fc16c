package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic.Severity;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stations, cases and brands are scored like units, belong to one, and are looked at together. */
class BodiesTest {

    private static final String HEADER = "案例,单位,主题,申报日期,得分项\n";

    private static Standard standard(String limits, String caps) {
        return Standards.of("""
                format: 1
                standard: "small"
                title: 案例
                status: issued
                provenance: reconstructed
                units:
                  kinds: [案例]
                  called: 案例
                  owner: 单位
                  columns: [主题, 申报日期]
                  limits: [%s]
                total: 10
                areas:
                  - {id: a, name: 方面, points: 10, indicators: [
                      {id: i, name: 得分项, points: 10, rule: {kind: given}}]}
                grades:
                  levels:
                    - {name: 入选, at-least: 8}
                    - {name: 落选, otherwise: true}
                  caps: [%s]
                ...
                """.formatted(limits, caps));
    }

    private static final Standard REFUSING = standard("{id: one, per: [单位], most: 1, reason: 每单位限报一个}", "");

    private static final Standard ORDERING = standard(
            "{id: theme, per: [主题], most: 1, first-by: 申报日期, reason: 主题不得重复}",
            "{id: cap, when: {beyond: theme}, at-most: 落选, reason: 与先申报的重复}");

    @Test
    void whatTheSheetSaysOfABodyIsKept() {
        UnitResult only = Sheets.only(REFUSING, HEADER + "联络站建设,白沙镇,平台,2019-03-01,9\n");
        assertThat(only.unit()).isEqualTo("联络站建设");
        assertThat(only.details())
                .containsExactly(Map.entry("单位", "白沙镇"), Map.entry("主题", "平台"), Map.entry("申报日期", "2019-03-01"));
    }

    @Test
    void moreThanTheLimitIsRefusedAtTheCellThatIsOneTooMany() {
        assertThat(Sheets.errors(
                        REFUSING, HEADER + "甲,白沙镇,平台,2019-03-01,9\n乙,水步镇,平台,2019-03-01,9\n丙,白沙 镇,平台,2019-03-02,9\n"))
                .containsExactly("1!B4 over-limit 每单位限报一个 (1 at most); there is \"甲\" before, at 1.csv: record 2");
    }

    @ParameterizedTest
    @CsvSource({"2019-03-01, 2019-03-02, 丙", "2019/3/10, 2019年3月9日, 甲", "2, 10, 丙", "1, 2, 丙"})
    void theFirstOfThoseWithOneThemeCountsWhateverTheOrderOfTheRows(String first, String second, String beyond) {
        String one = "甲,白沙镇,平台," + first + ",9\n";
        String other = "丙,水步镇, 平台 ," + second + ",9\n";
        for (String rows : List.of(one + other, other + one)) {
            Map<String, Integer> grades = Sheets.evaluate(ORDERING, HEADER + rows).stream()
                    .collect(Collectors.toMap(
                            UnitResult::unit, unit -> unit.outcome().grade()));
            assertThat(grades).hasSize(2).containsEntry(beyond, 1).containsValue(0);
        }
    }

    @Test
    void whoCameFirstMustBeCertain() {
        assertThat(Sheets.errors(ORDERING, HEADER + "甲,白沙镇,平台,2019-03-01,9\n丙,水步镇,平台,2019/3/1,9\n"))
                .singleElement()
                .asString()
                .startsWith("1!D3 limit-tie");
        assertThat(Sheets.errors(ORDERING, HEADER + "甲,白沙镇,平台,三月,9\n丙,水步镇,平台,2019/3/1,9\n"))
                .singleElement()
                .asString()
                .startsWith("1!D2 not-in-order");
    }

    @Test
    void everyColumnOfTheStandardIsNeededAndFilledIn() {
        assertThat(Sheets.errors(REFUSING, "案例,单位,申报日期,得分项\n甲,白沙镇,2019-03-01,9\n乙,水步镇,2019-03-01,9\n"))
                .containsExactly("1!1 missing-column column \"主题\" is missing");
        assertThat(Sheets.errors(REFUSING, HEADER + "甲,,平台,,9\n"))
                .containsExactly("1!B2 blank \"甲\" has no 单位", "1!D2 blank \"甲\" has no 申报日期");
        assertThat(Sheets.errors(REFUSING, "单位,主题,申报日期,得分项\n白沙镇,平台,2019-03-01,9\n"))
                .first()
                .isEqualTo("1!1 no-unit-column there is no column 案例; the columns are 单位、主题、申报日期、得分项");
    }

    @Test
    void aSheetWithARowPerMeasureIsRefused() {
        assertThat(Sheets.errors(REFUSING, "单位,指标,实绩\n白沙镇,得分项,9\n"))
                .containsExactly("1!1 layout this standard is about 案例; use a sheet with a row for each");
    }

    @Test
    void theRosterOfUnitsKnowsTheOwners() {
        Problems problems = new Problems();
        SheetSet sheets = new SheetSet(problems);
        sheets.add(file("cases.csv", HEADER + "甲,白沙,平台,2019-03-01,9\n乙,白纱镇,平台,2019-03-01,9\n"), null);
        sheets.readRoster(file("roster.csv", "单位,别名\n白沙镇,白沙\n水步镇,\n"), null);
        sheets.evaluate(REFUSING, 2019);
        assertThat(Sheets.said(problems, Severity.ERROR))
                .containsExactly("cases!B3 not-in-roster the roster has no unit \"白纱镇\", did you mean \"白沙镇\"?");
        Problems sound = new Problems();
        SheetSet again = new SheetSet(sound);
        again.add(file("cases.csv", HEADER + "甲,白沙,平台,2019-03-01,9\n"), null);
        again.readRoster(file("roster.csv", "单位,别名\n白沙镇,白沙\n水步镇,\n"), null);
        assertThat(again.evaluate(REFUSING, 2019).units().get(0).details()).containsEntry("单位", "白沙镇");
        assertThat(Sheets.said(sound, Severity.ERROR)).isEmpty();
    }

    private static InputFile file(String name, String text) {
        return InputFile.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theMergedSheetReadsAsTheSheetsDo() throws IOException {
        Problems problems = new Problems();
        Standard standard = Standards.shipped("brand/2019");
        String sheet = Files.readString(Path.of("examples/brand/brands.csv"));
        SheetSet sheets = new SheetSet(problems);
        sheets.add(file("brands.csv", sheet), null);
        Evaluation evaluation = sheets.evaluate(standard, 2019);
        StringBuilder merged = new StringBuilder();
        for (List<String> row : sheets.merged().orElseThrow().rows(2019)) {
            merged.append(String.join(",", row)).append('\n');
        }
        SheetSet again = new SheetSet(problems);
        again.add(file("brands.csv", merged.toString()), null);
        assertThat(again.evaluate(standard, 2019).units())
                .extracting(UnitResult::details, UnitResult::outcome)
                .isEqualTo(evaluation.units().stream()
                        .map(unit -> org.assertj.core.groups.Tuple.tuple(unit.details(), unit.outcome()))
                        .toList());
        assertThat(problems.hasErrors()).isFalse();
    }
}
