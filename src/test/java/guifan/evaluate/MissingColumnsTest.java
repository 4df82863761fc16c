package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.standard.Standard;
import guifan.standard.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sheet with a row per unit does not ask is told once, at the header, however many units there are. */
class MissingColumnsTest {

    private static final Standard STANDARD = Standards.of(Standards.area(
            "id: visits, name: 视察, points: 20, measured-in: 次, rule: {kind: count, each: 5}",
            "id: hold, name: 人代会, applies-to: [镇], points: 20, measured-in: 次, rule: {kind: shortfall, target: 2}",
            "id: reply, name: 答复, points: 20, measured-in: \"%\","
                    + " measure: {part: 已答, whole: 应答, when-zero: full}, rule: {kind: proportional, full-at: 100}",
            "id: six, name: 六有, points: 20, rule: {kind: checklist, items: [{id: a, name: 场所}, {id: b, name: 人员}]}",
            "id: task, name: 交办, points: 10, rule: {kind: deduct-by-class, classes: [{id: o, name: 未完成, each: 1}, {id:"
                    + " l, name: 逾期, each: 1}]}",
            "id: news, name: 采用, points: 10, rule: {kind: levels, values: {市: 1, 省: 2}}"));

    private static final String HEADER = "单位,类别,视察,人代会,答复·已答,答复·应答,六有·场所,六有·人员,交办·未完成,交办·逾期,采用·市,采用·省";
    private static final String TOWN = "甲镇,镇,2,2,11,12,√,√,0,0,1,2";

    private static String sheet(int without) {
        StringBuilder text = new StringBuilder();
        for (String row : new String[] {HEADER, TOWN, TOWN.replace("甲", "乙"), TOWN.replace("甲", "丙")}) {
            String[] cells = row.split(",");
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < cells.length; i++) {
                line.append(i == without ? "" : (line.isEmpty() ? "" : ",") + cells[i]);
            }
            text.append(line).append("\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"2, 视察\" (visits)", "3, 人代会\" (hold)", "4, 答复·已答\"", "5, 答复·应答\"", "7, 六有·人员\"", "8, 交办·未完成\""})
    void aColumnThatIsMissingIsToldOnce(int without, String named) {
        assertThat(Sheets.errors(STANDARD, sheet(without)))
                .containsExactly("1!1 missing-column column \"" + named + " is missing");
    }

    @Test
    void aLevelThatIsNotAskedCountsAsNone() {
        assertThat(Sheets.errors(STANDARD, sheet(11))).isEmpty();
    }

    @Test
    void theColumnsMayStandInSeveralSheets() {
        String first = "单位,类别,视察,人代会,答复·已答,六有·场所,交办·未完成,采用·市\n甲镇,镇,2,2,11,√,0,1\n";
        String second = "单位,答复·应答,六有·人员,交办·逾期\n甲镇,12,√,0\n";
        assertThat(Sheets.errors(STANDARD, first, second)).isEmpty();
    }

    @Test
    void aRowThatIsMissingIsToldOfItsUnit() {
        String rows = "单位,类别,指标,子项,实绩\n甲镇,镇,视察,,2\n甲镇,镇,人代会,,2\n甲镇,镇,答复,已答,11\n"
                + "甲镇,镇,六有,场所,√\n甲镇,镇,六有,人员,√\n甲镇,镇,交办,未完成,0\n甲镇,镇,采用,市,1\n";
        assertThat(Sheets.errors(STANDARD, rows))
                .containsExactly(
                        "1!2 missing-item \"答复\" of 甲镇 lacks its whole \"应答\"",
                        "1!2 missing-item \"交办\" of 甲镇 lacks its item \"逾期\"");
    }

    @Test
    void whatAppliesToNoUnitOfTheSheetNeedsNoColumn() {
        String street = "单位,类别,视察,答复,六有,交办·未完成,交办·逾期,采用·市\n甲街道,街道,2,90,全,0,0,1\n";
        assertThat(Sheets.errors(STANDARD, street)).isEmpty();
        assertThat(Sheets.errors(STANDARD, street + "乙镇,镇,2,90,全,0,0,1\n"))
                .containsExactly("1!1 missing-column column \"人代会\" (hold) is missing");
    }

    @Test
    void aNameThatIsNearlyRightIsNotMissingAsWell() {
        assertThat(Sheets.errors(STANDARD, sheet(-1).replace("人代会", "人大会")))
                .containsExactly("1!D1 near-miss the standard has no such item, did you mean \"人代会\"?");
    }

    @Test
    void withoutTheColumnOfTheUnitsNothingElseIsTold() {
        assertThat(Sheets.errors(STANDARD, sheet(-1).replace("单位", "单位名").replace("类别", "种类")))
                .containsExactly(
                        "1!1 no-unit-column there is no column 单位 (unit), should \"单位名\" be called so?; the columns are"
                                + " 单位名、种类、视察、人代会、答复·已答、答复·应答、六有·场所、六有·人员、交办·未完成、交办·逾期、采用·市、采用·省");
    }
}
