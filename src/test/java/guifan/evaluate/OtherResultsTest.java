package guifan.evaluate;

import static guifan.evaluate.TakenSheets.CENTRE;
import static guifan.evaluate.TakenSheets.errors;
import static guifan.evaluate.TakenSheets.evaluate;
import static guifan.evaluate.TakenSheets.level;
import static guifan.evaluate.TakenSheets.result;
import static guifan.evaluate.TakenSheets.sheet;
import static guifan.evaluate.TakenSheets.total;
import static guifan.evaluate.TakenSheets.towns;
import static guifan.evaluate.TakenSheets.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.OtherResult.KnownText;
import guifan.standard.Standard;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which results may be taken from: of which year, settled or not, made with which rules. */
class OtherResultsTest {

    @ParameterizedTest
    @CsvSource({"2019, 0, false", "2020, 0, true", "2021, 0, false", "2019, 1, true", "2018, 1, false", "2018, 2, true"
    })
    void aResultOfAnotherYearIsRefusedBeyondWhatTheStandardAllows(int year, int back, boolean allowed) {
        Standard standard = level(CENTRE + ", years-back: " + back);
        List<String> errors = errors(standard, sheet("四星", ""), result("甲站,甲镇,中心站,9\n", year));
        if (allowed) {
            assertThat(errors).isEmpty();
        } else {
            assertThat(errors)
                    .singleElement()
                    .asString()
                    .startsWith("in/stations.json0 results-year is a result of the year " + year);
        }
    }

    @Test
    void theNewestOfSeveralYearsCountsAndTheOtherIsNamed() {
        Standard standard = level(CENTRE + ", years-back: 2");
        OtherResult old = result("甲站,甲镇,中心站,9\n", 2018);
        OtherResult now = result("甲站,甲镇,中心站,7\n", 2019);
        assertThat(total(evaluate(standard, sheet("", ""), old, now))).hasToString("40");
        assertThat(total(evaluate(standard, sheet("", ""), now, old))).hasToString("40");
        assertThat(warnings(standard, sheet("", ""), now, old))
                .singleElement()
                .asString()
                .contains("results-unused");
        assertThat(errors(standard, sheet("", ""), now, now))
                .singleElement()
                .asString()
                .contains("results-twice");
    }

    @Test
    void whatIsNotSettledIsRefusedUnlessTheStandardAcceptsIt() {
        OtherResult sound = result("甲站,甲镇,中心站,9\n");
        Evaluation it = sound.evaluation();
        Evaluation first = new Evaluation(
                it.standard(), it.inputs(), it.year(), Stage.FIRST, it.units(), it.unrated(), null, List.of());
        Evaluation partial = new Evaluation(
                it.standard(),
                it.inputs(),
                it.year(),
                Stage.FINAL,
                it.units(),
                List.of(new Unrated(
                        "乙站",
                        "中心站",
                        List.of(new Unrated.Reason("blank", Sheets.PLACE, guifan.source.Text.of("blank"))))),
                null,
                List.of());
        for (Evaluation unsettled : List.of(first, partial)) {
            OtherResult other = new OtherResult("p.json", "00", unsettled, KnownText.SAME);
            assertThat(errors(level(CENTRE), sheet("四星", ""), other))
                    .singleElement()
                    .asString()
                    .contains("results-provisional");
            Standard accepting = level(CENTRE + ", accepts: [provisional]");
            assertThat(errors(accepting, sheet("四星", ""), other)).isEmpty();
            assertThat(warnings(accepting, sheet("四星", ""), other))
                    .singleElement()
                    .asString()
                    .contains("the standard accepts that");
        }
        for (KnownText text : List.of(KnownText.OTHER, KnownText.NONE)) {
            OtherResult other = new OtherResult("t.json", "00", it, text);
            assertThat(errors(level(CENTRE), sheet("四星", ""), other))
                    .singleElement()
                    .asString()
                    .contains("t.json0 results-text");
            assertThat(errors(level(CENTRE + ", accepts: other-text"), sheet("四星", ""), other))
                    .isEmpty();
        }
    }

    @Test
    void aResultOfAStandardThatNothingIsTakenFromIsToldAndUnitsThatAreNotHere() {
        OtherResult stations = result("甲站,甲镇,中心站,9\n丙站,丙镇,中心站,9\n");
        assertThat(warnings(towns("", "", ""), sheet("四星", ""), stations))
                .containsExactly(
                        "in/stations.json0 results-unused is not used: the standard takes no results of small.0 of the year 2020");
        assertThat(warnings(level(CENTRE), sheet("四星", ""), stations))
                .containsExactly("in/stations.json0 results-owner has units that are not evaluated here: 丙镇");
    }
}
