package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.UnitResult;
import guifan.source.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {

    private static String csv(Language language, UnitResult... units) {
        return Samples.written(new CsvReport(), Samples.evaluation(units), language);
    }

    @Test
    void aRowPerUnitHoldsItsTotalsAndEveryIndicator() {
        String csv = csv(Language.ZH, SampleUnits.town(), SampleUnits.street(), SampleUnits.none());
        String standard = "2019年版第1次修订（编号2019.1，重构示例）";
        assertThat(csv)
                .isEqualTo(String.join(
                        "\r\n",
                        "\uFEFF名次,单位,类别,加强党的领导（满分6）,代表工作（满分4）,得分,适用分值,基础分,加分,扣分,最终得分,等次,按分数等次,等次上限,备注,"
                                + "评价标准,理论学习（满分3）,“六有”达标（满分3）,建议答复率（满分3）,召开人代会（满分1）",
                        "1,台城街道,街道,5.25,3,8.25,9,9.166667,0,0,9.17,良好,优秀,封顶良好：一票否决,封顶良好：一票否决," + standard
                                + ",2.25,3,3,不适用",
                        "2,白沙镇,镇,4.25,1.5,5.75,10,5.75,2,0.4,7.35,良好,良好,,\"加分 2.5，封顶 2\",".replace("\"", "")
                                + standard
                                + ",2.25,2,0.5,1",
                        "\"\",新区,街道,不适用,不适用,,,,,,无得分,,,,没有适用的指标；未填 1 项," + standard + ",不适用,不适用,未填,不适用",
                        ""));
    }

    @Test
    void theHeaderIsEnglishWhereAsked() {
        assertThat(csv(Language.EN, SampleUnits.none()))
                .startsWith("\uFEFFrank,unit,kind,加强党的领导 (full 6)")
                .contains("n/a", "no score", "blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"})
    void textThatASpreadsheetWouldEvaluateGetsAnApostrophe(String name) {
        UnitResult town = SampleUnits.town();
        UnitResult named = new UnitResult(
                name, town.kind(), town.place(), town.areas(), town.totals(), List.of(), town.facts(), town.outcome());
        assertThat(csv(Language.ZH, named)).contains("'" + name);
    }
}
