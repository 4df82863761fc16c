package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.CellState;
import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Reduction;
import guifan.evaluate.Reduction.Difference;
import guifan.evaluate.Stage;
import guifan.evaluate.UnitCheck;
import guifan.source.CellPlace;
import guifan.source.InputException;
import guifan.source.Language;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What checking changed is archived with the result. */
class CheckJsonTest {

    private static Entry entry(String raw, int column) {
        CellPlace place = new CellPlace("a.xlsx", "填报表", 7, 0, column, "视察");
        return new Entry("part", "", CellState.VALUE, Samples.number(raw), raw, "", place);
    }

    static Evaluation evaluation(Stage stage) {
        Reduction reduction = new Reduction(
                "visits", List.of(new Difference(entry("11", 9), entry("9", 11))), Samples.number("10/3"), "逾期", "张三");
        Reduction without = new Reduction("veto", List.of(new Difference(entry("1", 9), entry("0", 11))), null, "", "");
        Evaluation sample = Samples.evaluation();
        return new Evaluation(
                sample.standard(),
                sample.inputs(),
                sample.year(),
                stage,
                sample.units(),
                List.of(),
                null,
                List.of(new UnitCheck("白沙镇", "第一组", List.of(reduction, without)), new UnitCheck("大江镇", "", List.of())));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenReadsBack(Stage stage) throws IOException, InputException {
        StringBuilder json = new StringBuilder();
        new JsonWriter().write(evaluation(stage), Language.ZH, json);
        Evaluation read = JsonReader.read("out.json", json.toString());
        assertThat(read.stage()).isEqualTo(stage);
        assertThat(read.checks()).isEqualTo(evaluation(stage).checks());
        assertThat(read.reduction("白沙镇", "visits").orElseThrow().points()).isEqualTo(Samples.number("10/3"));
    }

    @Test
    void anOlderResultIsOfTheLastStage() throws IOException, InputException {
        StringBuilder json = new StringBuilder();
        new JsonWriter().write(Samples.evaluation(), Language.ZH, json);
        Evaluation read = JsonReader.read("out.json", json.toString().replace("  \"stage\": \"final\",\n", ""));
        assertThat(read.stage()).isEqualTo(Stage.FINAL);
        assertThat(read.checks()).isEmpty();
    }
}
