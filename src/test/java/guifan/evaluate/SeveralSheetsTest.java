package guifan.evaluate;

import static guifan.evaluate.HandedStandard.BAISHA;
import static guifan.evaluate.HandedStandard.HEADER;
import static guifan.evaluate.HandedStandard.SMALL;
import static guifan.evaluate.HandedStandard.TAICHENG;
import static guifan.evaluate.HandedStandard.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic.Severity;
import guifan.source.InputFile;
import guifan.source.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many sheets make one evaluation; they may say the same of a unit, but not different things. */
class SeveralSheetsTest {

    private static final String BAISHA_SHEET = "单位：白沙镇 类别：镇,,,,,,,,,,,,\n" + UNIT;

    @Test
    void sheetsOfAllLayoutsMakeOneEvaluation() {
        Handed handed = Handed.in().with("a.csv", BAISHA_SHEET).with("b.csv", HEADER + TAICHENG);
        assertThat(handed.evaluate(SMALL).units()).extracting(UnitResult::unit).containsExactly("白沙镇", "台城街道");
        assertThat(handed.said(Severity.ERROR)).isEmpty();
    }

    @Test
    void whatIsSaidTwiceAlikeIsSaidOnce() {
        Handed handed = Handed.in()
                .with("a.csv", HEADER + BAISHA.replace("白沙镇,镇,3,", "白沙镇,镇,3次,"))
                .with("b.csv", HEADER + BAISHA);
        assertThat(handed.evaluate(SMALL).units()).hasSize(1);
        assertThat(handed.said(Severity.ERROR)).isEmpty();
    }

    @Test
    void whatDiffersIsAConflictThatNamesBothPlaces() {
        Handed handed = Handed.in()
                .with("a.csv", HEADER + BAISHA)
                .with("b.csv", HEADER + BAISHA.replace("白沙镇,镇,3,", "白沙镇,镇,4,"));
        assertThat(Handed.errors(handed, SMALL))
                .containsExactly("conflict b.csv: 第 2 行 C 列「视察」: “白沙镇”在两张表中不一致：这里是“4”，a.csv: 第 2 行 C 列「视察」 是“3”");
    }

    @Test
    void oneSheetMayFillWhatAnotherLeavesBlank() {
        String first = HEADER + BAISHA.replace(",11,12,", ",,,");
        String second = "单位,指标,子项,实绩\n白沙镇,答复率,按期答复,11\n白沙镇,答复率,应答复,12\n";
        for (List<String> texts : List.of(List.of(first, second), List.of(second, first))) {
            Handed handed = Handed.in().with("a.csv", texts.get(0)).with("b.csv", texts.get(1));
            assertThat(Handed.errors(handed, SMALL)).isEmpty();
        }
    }

    @Test
    void departmentsMayEachFillTheirColumns() {
        String left = "单位,类别,视察,召开人代会,答复率·按期答复,答复率·应答复,否决\n白沙镇,镇,3,2,11,12,否\n";
        String right = "单位,六有,档案·甲\n白沙镇,全,20\n";
        assertThat(Handed.errors(Handed.in().with("a.csv", left).with("b.csv", right), SMALL))
                .isEmpty();
        assertThat(Handed.errors(Handed.in().with("a.csv", left).with("b.csv", right.replace("六有", "备注")), SMALL))
                .containsExactly("missing-column a.csv: 第 1 行: 缺少“六有”（six）一列");
    }

    @Test
    void theSameRowTwiceInOneSheetIsRefused() {
        assertThat(Handed.errors(Handed.in().with("a.csv", HEADER + BAISHA + BAISHA), SMALL))
                .containsExactly("duplicate-unit a.csv: 第 3 行: 单位“白沙镇”重复，第一次在 a.csv: 第 2 行");
    }

    @Test
    void oldWorkbooksAreAllNamedAtOnce() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        Problems problems = new Problems();
        SheetSet sheets = new SheetSet(problems);
        sheets.add(InputFile.of("白沙镇.xls", old), null);
        sheets.add(InputFile.of("大江镇.et", old), null);
        sheets.refuseOld();
        assertThat(problems.all()).hasSize(1);
        assertThat(problems.all().get(0).message().zh()).contains("白沙镇.xls、大江镇.et", "另存为 .xlsx");
    }

    @Test
    void aMixtureOfFormsIsMergedByItems() {
        String second = TAICHENG.replace("街道", "镇").replace(",4,,", ",4,2,");
        Handed handed = Handed.in().with("a.csv", BAISHA_SHEET).with("b.csv", HEADER + second);
        Evaluation evaluation = handed.evaluate(SMALL);
        WideSheet merged = handed.sheets().merged().orElseThrow();
        assertThat(merged.obstacle()).isEmpty();
        assertThat(merged.rows(null).get(0)).contains("六有·场所", "六有·人员").doesNotContain("六有");
        Handed again = Handed.in().with("merged.csv", LayoutsTest.csv(merged.rows(null)));
        assertThat(again.evaluate(SMALL).units())
                .extracting(UnitResult::totals)
                .isEqualTo(evaluation.units().stream().map(UnitResult::totals).toList());
    }

    @Test
    void aPercentageBesideCountsCannotBeMerged() {
        String percentage = "单位,类别,视察,召开人代会,答复率,六有,档案·甲,否决\n大江镇,镇,3,2,98,全,20,否\n";
        Handed handed = Handed.in().with("a.csv", BAISHA_SHEET).with("b.csv", percentage);
        handed.evaluate(SMALL);
        assertThat(handed.said(Severity.ERROR)).isEmpty();
        assertThat(handed.sheets().merged().orElseThrow().obstacle()).isPresent();
    }
}
