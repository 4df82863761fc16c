package guifan.evaluate;

import static guifan.evaluate.TakenSheets.CENTRE;
import static guifan.evaluate.TakenSheets.choice;
import static guifan.evaluate.TakenSheets.errors;
import static guifan.evaluate.TakenSheets.evaluate;
import static guifan.evaluate.TakenSheets.from;
import static guifan.evaluate.TakenSheets.level;
import static guifan.evaluate.TakenSheets.result;
import static guifan.evaluate.TakenSheets.sheet;
import static guifan.evaluate.TakenSheets.total;
import static guifan.evaluate.TakenSheets.towns;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.Taken.Choice;
import guifan.number.Rational;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a unit got under another standard becomes a measure: which bodies, and which of result and sheet. */
class TakingsTest {

    @ParameterizedTest
    @CsvSource({"9, 五星, 60", "8.9, 四星, 40", "7, 四星, 40", "6.9, 无, 0"})
    void theGradeOfTheCentreStationStandsInThePlaceOfTheSheet(String mark, String grade, String points) {
        OtherResult stations = result("甲中心站,甲镇,中心站," + mark + "\n甲特色站,甲镇,特色站,10\n乙站,乙镇,中心站,10\n");
        for (String said : List.of("五星", "四星", "无", "")) {
            Evaluation evaluation = evaluate(level(CENTRE), sheet(said, ""), stations);
            assertThat(total(evaluation)).hasToString(points);
            Taken.Taking taking = evaluation.taken().of("甲镇", "star").orElseThrow();
            assertThat(taking.choice()).isEqualTo(Choice.RESULT);
            assertThat(taking.bodies()).singleElement().satisfies(body -> {
                assertThat(body.name()).isEqualTo("甲中心站");
                assertThat(body.grade()).isEqualTo(grade).isEqualTo(body.as());
                assertThat(body.total()).hasToString(mark);
            });
            assertThat(taking.sheet()).hasSize(said.isEmpty() ? 0 : 1);
        }
    }

    @Test
    void withoutResultsTheSheetCountsAndThatIsSaid() {
        Evaluation evaluation = evaluate(level(CENTRE), sheet("四星", ""));
        assertThat(total(evaluation)).hasToString("40");
        assertThat(evaluation.taken().absent()).containsExactly(new Taken.Absent("star", "small"));
        assertThat(evaluation.taken().takings()).isEmpty();
        assertThat(errors(level(CENTRE), sheet("", "")))
                .singleElement()
                .asString()
                .contains("blank");
    }

    @Test
    void aColumnMayBeMissingWhereResultsAreGiven() {
        OtherResult stations = result("甲中心站,甲镇,中心站,9\n");
        assertThat(total(evaluate(level(CENTRE), "单位,类别\n甲镇,镇\n", stations))).hasToString("60");
        assertThat(errors(level(CENTRE), "单位,类别\n甲镇,镇\n"))
                .singleElement()
                .asString()
                .contains("missing-column");
    }

    @Test
    void aUnitWithoutAResultHasWhatTheSheetSaysOrIsRefused() {
        OtherResult stations = result("乙站,乙镇,中心站,10\n");
        Evaluation evaluation = evaluate(level(CENTRE), sheet("四星", ""), stations);
        assertThat(total(evaluation)).hasToString("40");
        assertThat(choice(evaluation, "star")).isEqualTo(Choice.NO_RESULT);
        Standard required =
                towns(", from-standard: {standard: small, none: error, which: only, sheet: replaced}", "", "");
        assertThat(errors(required, sheet("四星", ""), stations))
                .containsExactly("1!2 results-missing stations.json has no result of 甲镇 for \"星级\"");
    }

    @Test
    void severalWhereOneIsMeantAreNamed() {
        OtherResult stations = result("一站,甲镇,中心站,9\n二站,甲镇,中心站,8\n");
        assertThat(errors(level(CENTRE), sheet("四星", ""), stations))
                .containsExactly(
                        "1!2 results-several stations.json has several that belong to 甲镇: 一站, 二站; \"星级\" takes one");
    }

    @Test
    void theBestOfSeveralCountsWhateverTheirOrder() {
        Standard best = level("which: best, sheet: replaced");
        for (String rows : List.of("一站,甲镇,中心站,7\n二站,甲镇,中心站,9.5\n", "二站,甲镇,中心站,9.5\n一站,甲镇,中心站,7\n")) {
            Evaluation evaluation = evaluate(best, sheet("", ""), result(rows));
            assertThat(total(evaluation)).hasToString("60");
            assertThat(evaluation.taken().of("甲镇", "star").orElseThrow().bodies())
                    .extracting(Taken.Body::name, Taken.Body::as)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple("二站", "五星"),
                            org.assertj.core.groups.Tuple.tuple("一站", ""));
        }
    }

    @ParameterizedTest
    @CsvSource({"only, total, 8, '', 3.2", "only, rate, 8, '', 32", "sum, total, 8, 9, 6.8", "best, rate, 8, 9, 36"})
    void totalsAndRatesAreTakenExactly(String which, String take, String mark, String more, String points) {
        Standard standard = towns("", "", from("which: " + which + ", take: " + take + ", sheet: replaced"));
        String rows = "一站,甲镇,中心站," + mark + "\n" + (more.isEmpty() ? "" : "二站,甲镇,中心站," + more + "\n");
        assertThat(total(evaluate(standard, sheet("无", ""), result(rows)))).hasToString(points);
    }

    @Test
    void aNumberBeyondTheRangeIsRefusedAtTheResult() {
        Standard standard = towns("", "", from("which: sum, take: rate, sheet: replaced"));
        assertThat(errors(standard, sheet("无", ""), result("一站,甲镇,中心站,8\n二站,甲镇,中心站,9\n")))
                .containsExactly(
                        "stations.json0 results-value \"得分率\" cannot be 170; expected a percentage from 0 to 100");
    }

    private static final String COUNTED = "counts: [{grade: 五星, as: 高}, {grade: 四星, as: 低}], which: each, sheet: ";

    @ParameterizedTest
    @CsvSource({
        "'', 4, RESULT",
        "高1, 4, RESULT",
        "低1, 4, RESULT",
        "高1 低1, 4, RESULT",
        "高2, 6, SHEET_HIGHER",
        "低5, 5, SHEET_HIGHER",
        "低3, 4, RESULT",
    })
    void whatIsTypedByHandAndWhatAResultSaysCountOnceTheHigher(String said, String bonus, Choice choice) {
        Standard standard = towns("", from(COUNTED + "higher"), "");
        OtherResult stations = result("一站,甲镇,中心站,9\n二站,甲镇,特色站,8\n三站,甲镇,特色站,1\n");
        Evaluation evaluation = evaluate(standard, sheet("无", said), stations);
        assertThat(total(evaluation)).hasToString(bonus);
        assertThat(choice(evaluation, "bonus")).isEqualTo(choice);
    }

    @Test
    void aBodyThatDoesNotCountTakesThePlaceOfAClaimToo() {
        Standard standard = towns("", from(COUNTED + "replaced"), "");
        Evaluation evaluation = evaluate(standard, sheet("无", "高1"), result("三站,甲镇,特色站,1\n"));
        assertThat(total(evaluation)).hasToString("0");
        assertThat(choice(evaluation, "bonus")).isEqualTo(Choice.RESULT);
        assertThat(evaluation
                        .units()
                        .get(0)
                        .adjustments()
                        .get(0)
                        .entries()
                        .get(0)
                        .raw())
                .isEqualTo("无");
    }

    @Test
    void falseMaterialStaysFalse() {
        Evaluation evaluation = evaluate(level(CENTRE), sheet("作假", ""), result("甲中心站,甲镇,中心站,9\n"));
        assertThat(total(evaluation)).hasToString("0");
        assertThat(choice(evaluation, "star")).isEqualTo(Choice.FALSE_MATERIAL);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aResultNeverLowersWhereTheHigherCountsAndTheOrderOfRowsChangesNothing(long seed) {
        Random random = new Random(seed);
        Standard standard = towns("", from(COUNTED + "higher"), "");
        for (int round = 0; round < 40; round++) {
            String said = random.nextBoolean() ? "" : "高" + random.nextInt(3) + " 低" + random.nextInt(4);
            List<String> rows = new ArrayList<>();
            int high = 0;
            int low = 0;
            for (int i = random.nextInt(5); i > 0; i--) {
                int mark = random.nextInt(11);
                boolean ours = random.nextInt(3) > 0;
                high += ours && mark >= 9 ? 1 : 0;
                low += ours && mark >= 7 && mark < 9 ? 1 : 0;
                rows.add("站" + i + "," + (ours ? "甲镇" : "乙镇") + ",特色站," + mark + "\n");
            }
            rows.add("乙站,乙镇,中心站,10\n");
            Rational alone = total(evaluate(standard, sheet("无", said)));
            OtherResult stations = result(String.join("", rows));
            Evaluation with = evaluate(standard, sheet("无", said), stations);
            assertThat(total(with)).isEqualTo(alone.max(Rational.of(3L * high + low)));
            Collections.shuffle(rows, random);
            Evaluation shuffled = evaluate(standard, sheet("无", said), result(String.join("", rows)));
            assertThat(total(shuffled)).isEqualTo(total(with));
            assertThat(choice(shuffled, "bonus")).isEqualTo(choice(with, "bonus"));
        }
    }
}
