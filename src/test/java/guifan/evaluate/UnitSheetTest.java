package guifan.evaluate;

import static guifan.evaluate.HandedStandard.BAISHA;
import static guifan.evaluate.HandedStandard.HEADER;
import static guifan.evaluate.HandedStandard.SMALL;
import static guifan.evaluate.HandedStandard.UNIT;
import static guifan.evaluate.HandedStandard.UNIT_HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.CellPlace;
import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One unit per sheet: its name stands above the header, a row for every indicator or item. */
class UnitSheetTest {

    private static final String COMMAS = ",,,,,,,,,,,,";

    private static Handed handed(String name, String text) {
        return Handed.in().with(name, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "单位：白沙镇 类别：镇 年度：2019",
                "填报单位: 白沙镇（盖章）　单位类别：镇　评价年度：2019年",
                "单位,白沙镇,类别,镇,年度,2019",
                "单位：,白沙镇,,类别：,镇,,年度：,2019年度"
            })
    void itSaysTheSameAsARowOfAWideSheet(String title) {
        Handed handed = handed("a.csv", "填报表" + COMMAS + "\n" + title + COMMAS + "\n" + UNIT);
        Evaluation evaluation = handed.evaluate(SMALL);
        assertThat(handed.said(Severity.ERROR)).isEmpty();
        assertThat(evaluation.year()).isEqualTo(2019);
        Evaluation wide = handed("b.csv", HEADER + BAISHA).evaluate(SMALL);
        String six = "raw=缺：人员";
        assertThat(Handed.figures(evaluation).replaceAll("raw=[√×]", six)).isEqualTo(Handed.figures(wide));
    }

    @Test
    void aLabelAloneOnItsRowIsNoHeader() {
        Handed handed = handed("a.csv", "单位,白沙镇,,,,,,,,,,,\n类别,镇,,,,,,,,,,,\n" + UNIT);
        assertThat(handed.evaluate(SMALL).units()).extracting(UnitResult::unit).containsExactly("白沙镇");
    }

    @Test
    void withoutATitleTheFileNamesTheUnit() {
        String roster = "单位,类别\n白沙镇,镇\n";
        for (String file : List.of("白沙镇.csv", "sub/2019白沙镇填报表.csv")) {
            Handed handed = handed(file, UNIT).roster(roster);
            assertThat(handed.evaluate(SMALL).units())
                    .extracting(UnitResult::unit)
                    .containsExactly("白沙镇");
        }
        assertThat(Handed.errors(handed("-", UNIT).roster(roster), SMALL))
                .contains("no-unit -: 第 1 行: 不知道是哪个单位的表；请在表头以上写明“单位：…”");
    }

    @Test
    void severalWorksheetsNameTheirUnits() {
        List<SheetTable> tables = new ArrayList<>();
        for (String unit : List.of("白沙镇", "大江镇")) {
            List<String> header = List.of("指标代码", "自评实绩");
            List<SheetRow> rows = List.of(new SheetRow(place(unit, 2), header, List.of("visits", "2.5")));
            tables.add(new SheetTable(place(unit, 1), header, List.of(), rows));
        }
        Problems problems = new Problems();
        List<Filing> filings = SheetReading.read(SMALL, tables, problems).stream()
                .map(Reported::filing)
                .toList();
        assertThat(filings).extracting(Filing::unit).containsExactly("白沙镇", "大江镇");
        assertThat(problems.all().stream().map(one -> one.place().words().zh()))
                .contains("填报表.xlsx [白沙镇] B2「视察」", "填报表.xlsx [大江镇] B2「视察」");
    }

    private static CellPlace place(String worksheet, int record) {
        return new CellPlace("填报表.xlsx", worksheet, record, 0, 0, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",visits,视察,次,20,,填次数,3 | ,visits,视察,次,20,,填次数,2.5 | not-whole 白沙镇.csv: 第 3 行 I 列「视察」: “2.5”不是整数；应为整数",
                "hold,召开人代会 | held,开会 | unknown-indicator 白沙镇.csv: 第 5 条记录（第 5 行） I 列「held」: 标准中没有“held”",
                ",,,场所,,,,,√ | ,,,场地,,,,,√ | unknown-indicator",
                "1,甲,visits,视察,次,20,,填次数,3 | 1,甲,visits,视察,次,20,,填次数, | blank 白沙镇.csv: 第 3 行 I 列「视察」",
                "4,甲,six,六有,项,20,,,, | 4,甲,six,六有,项,20,,,全, | two-forms"
            })
    void whatIsWrongIsPointedAt(String said, String other, String message) {
        String text = "单位：白沙镇 类别：镇" + COMMAS + "\n" + UNIT;
        assertThat(text).contains(said);
        assertThat(Handed.errors(handed("白沙镇.csv", text.replace(said, other)), SMALL))
                .anyMatch(error -> error.startsWith(message.split(" 白沙镇.csv: 第 5 条")[0]));
    }

    @Test
    void headingsNotesAndTotalsAreNoIndicators() {
        String text = "单位：白沙镇 类别：镇" + COMMAS + "\n" + UNIT
                + ",甲方面小计,,甲方面,,,,,,,,,\n,,,合计,,100,,,99,,,,\n,,,填表说明：如实填写,,,,,,,,,\n";
        Handed handed = handed("a.csv", text);
        handed.evaluate(SMALL);
        assertThat(handed.said(Severity.ERROR)).isEmpty();
        assertThat(handed.said(Severity.WARNING)).isEmpty();
    }

    @Test
    void theColumnsMayBeFewAndInAnyOrder() {
        String text = "单位：白沙镇 类别：镇,\n自评实绩,指标代码\n3,visits\n2,hold\n98,reply\n全,six\n20,files·甲\n"
                + "否,veto\n省（粤办〔2019〕3号）,case\n";
        Handed handed = handed("a.csv", text);
        UnitResult unit = handed.evaluate(SMALL).units().get(0);
        assertThat(handed.said(Severity.ERROR)).isEmpty();
        assertThat(unit.adjustments()).hasSize(1);
    }

    @Test
    void evidenceStandsInAColumnOfItsOwn() {
        String text = "单位：白沙镇 类别：镇" + COMMAS + "\n" + UNIT.replace(",加分,,案例,,,,,,,", ",加分,,案例,,,,,省,粤办〔2019〕3号,");
        UnitResult unit = handed("a.csv", text).evaluate(SMALL).units().get(0);
        assertThat(unit.adjustments().get(0).entries().get(0).evidence()).isEqualTo("粤办〔2019〕3号");
    }

    @Test
    void aSecondSheetOfAUnitIsTold() {
        String title = "单位：白沙镇 类别：镇" + COMMAS + "\n";
        Handed copy = handed("白沙镇.csv", title + UNIT).with("川岛镇.csv", title + UNIT);
        assertThat(copy.evaluate(SMALL).units()).hasSize(1);
        assertThat(copy.said(Severity.WARNING))
                .containsExactly("second-sheet 川岛镇.csv: 第 1 行 A 列: “白沙镇”另有一张表：白沙镇.csv；这张没有新的内容，是副本，还是放错了表？");
        Handed completed = handed("a.csv", "单位：白沙镇 类别：镇,\n指标代码,自评实绩\nvisits,3\nhold,2\nreply,98\n")
                .with("b.csv", "单位：白沙镇 类别：镇,\n指标代码,自评实绩\nsix,全\nfiles·甲,20\nveto,否\n");
        assertThat(completed.evaluate(SMALL).units()).hasSize(1);
        assertThat(completed.said(Severity.ERROR)).isEmpty();
        assertThat(completed.said(Severity.WARNING)).isEmpty();
        assertThat(completed.said(Severity.NOTE)).contains("second-sheet b.csv: 第 1 行 A 列: “白沙镇”另有一张表：a.csv；两张合在一起用");
    }

    @Test
    void aColumnOfNoMeaningIsTold() {
        Handed handed = handed("a.csv", "单位：白沙镇 类别：镇" + COMMAS + "\n" + UNIT.replace("计量单位", "单价"));
        handed.evaluate(SMALL);
        assertThat(handed.said(Severity.WARNING)).hasSize(1).first().asString().contains("ignored-column", "单价");
        assertThat(UNIT_HEADER).contains("计量单位");
    }
}
