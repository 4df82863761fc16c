package guifan.evaluate;

import static guifan.evaluate.HandedStandard.BAISHA;
import static guifan.evaluate.HandedStandard.HEADER;
import static guifan.evaluate.HandedStandard.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic.Severity;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheets that can be read but may not mean what they say are warned of. */
class SheetDoubtsTest {

    @Test
    void aScoreInTheSheetIsComparedAndNotUsed() {
        String header = HEADER.replace("\n", ",总分\n");
        Handed differs = Handed.in().with("a.csv", header + BAISHA.replace("\n", ",99\n"));
        Evaluation evaluation = differs.evaluate(SMALL);
        String total = String.valueOf(evaluation.units().get(0).totals().finalTotal());
        assertThat(differs.said(Severity.WARNING))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("score-differs a.csv: 第 2 行 M 列「总分」")
                .contains("“99”");
        assertThat(total).isNotEqualTo("99");
        String full = BAISHA.replace(",3,2,11,12,缺：人员,20,19.5,,2,", ",4,2,0,0,全,20,20,,,");
        Handed same = Handed.in().with("a.csv", header + full.replace("\n", ",100分\n"));
        same.evaluate(SMALL);
        assertThat(same.said(Severity.WARNING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10, 8, true", "10, 7, false", "8, 7, true", "8, 6, false", "7, 7, false"})
    void countsThatEqualTheirPointsAreSuspicious(int counts, int full, boolean told) {
        int rest = 100 - 10 * counts;
        Standard standard = Standards.of(Standards.area(IntStream.rangeClosed(0, counts)
                .mapToObj(i -> i < counts
                        ? "id: c" + i + ", name: 次" + i + ", points: 10, measured-in: 次, rule: {kind: count, each: 1}"
                        : "id: rest, name: 其余, points: " + rest + ", rule: {kind: yes-no}")
                .filter(one -> rest > 0 || !one.contains("其余"))
                .toArray(String[]::new)));
        String header = IntStream.range(0, counts).mapToObj(i -> "c" + i).collect(Collectors.joining(","))
                + (rest > 0 ? ",rest" : "");
        String row =
                IntStream.range(0, counts).mapToObj(i -> i < full ? "10" : "3").collect(Collectors.joining(","))
                        + (rest > 0 ? ",是" : "");
        Handed handed = Handed.in().with("a.csv", "单位,类别," + header + "\n白沙镇,镇," + row + "\n");
        handed.evaluate(standard);
        assertThat(handed.said(Severity.ERROR)).isEmpty();
        assertThat(handed.said(Severity.WARNING).stream().anyMatch(one -> one.startsWith("points-typed a.csv: 第 2 行")))
                .isEqualTo(told);
    }
}
