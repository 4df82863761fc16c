package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.History.Follow;
import guifan.evaluate.OtherResult.KnownText;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grades over years: caps, consequences, and years that are missing. */
class HistoryTest {

    private static final Standard STANDARD =
            Standards.file(Path.of("examples/grades/history/example.yaml")).orElseThrow();

    private static Evaluation evaluate(int year, String mark, List<OtherResult> history, Problems problems) {
        SheetSet set = new SheetSet(problems);
        String text = "单位,类别,工作\n甲镇,镇," + mark + "\n";
        set.add(InputFile.of("1.csv", text.getBytes(StandardCharsets.UTF_8)), null);
        history.forEach(set::addEarlier);
        return set.evaluate(STANDARD, year);
    }

    private static OtherResult result(int year, String mark) {
        Problems problems = new Problems();
        Evaluation evaluation = evaluate(year, mark, List.of(), problems);
        assertThat(problems.all()).isEmpty();
        return new OtherResult(year + ".json", "" + year, evaluation, KnownText.SAME);
    }

    /** Returns the grade, the caps that hold, and what follows with the years that are missing. */
    private static String said(String mark, OtherResult... history) {
        Problems problems = new Problems();
        Evaluation evaluation = evaluate(2020, mark, List.of(history), problems);
        assertThat(Sheets.said(problems, Severity.ERROR)).isEmpty();
        UnitResult.Outcome outcome = evaluation.units().get(0).outcome();
        List<Follow> follows = evaluation.history().of("甲镇").orElseThrow().follows();
        return outcome.grade() + " " + outcome.caps() + " "
                + follows.stream().map(one -> one.id() + one.missing()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "95 | 70 | 70 | 1 [again] [again[]]",
                "95 | 70 | 80 | 0 [] [model[]]",
                "70 | 70 | 80 | 2 [] [twice[]]",
                "70 | 80 | 70 | 2 [] []",
                "70 | 80 | 80 | 2 [] [model[]]",
                "95 | 95 | 70 | 0 [] [model[]]",
            })
    void yearsRunningAreCounted(String mark, String last, String before, String expected) {
        assertThat(said(mark, result(2019, last), result(2018, before))).isEqualTo(expected);
        assertThat(said(mark, result(2018, before), result(2019, last))).isEqualTo(expected);
    }

    @Test
    void aYearThatIsMissingIsSaidAndNotGuessed() {
        assertThat(said("95", result(2018, "70"))).isEqualTo("0 [] [again[2019], model[2019]]");
        assertThat(said("70", result(2019, "70"))).isEqualTo("2 [] [again[2018], twice[]]");
        assertThat(said("70", result(2018, "95"))).isEqualTo("2 [] [twice[2019], model[2019]]");
    }

    @Test
    void everyYearThatIsKnownCountsWhereAllDo() {
        OtherResult[] three = {result(2012, "90"), result(2015, "91"), result(2019, "92")};
        assertThat(said("95", three)).startsWith("1 [often] ");
        assertThat(said("95", three[0], three[2])).startsWith("0 [] ");
    }

    @Test
    void aTrialKeepsWhatHolds() {
        Problems problems = new Problems();
        Evaluation evaluation = evaluate(2020, "95", List.of(result(2019, "70"), result(2018, "70")), problems);
        UnitResult unit = evaluation.units().get(0);
        assertThat(new Evaluator(STANDARD)
                        .evaluate(Filing.of(STANDARD, unit))
                        .outcome()
                        .caps())
                .containsExactly("again");
    }

    @Test
    void theOrderOfTheFilesChangesNothing() {
        List<OtherResult> history = new ArrayList<>();
        for (int year = 2010; year < 2020; year++) {
            history.add(result(year, String.valueOf(60 + year * 7 % 40)));
        }
        History expected = evaluate(2020, "70", history, new Problems()).history();
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(history, new Random(seed));
            assertThat(evaluate(2020, "70", history, new Problems()).history()).isEqualTo(expected);
        }
    }

    private static List<String> errors(OtherResult... history) {
        Problems problems = new Problems();
        evaluate(2020, "70", List.of(history), problems);
        return problems.all().stream().map(Diagnostic::code).toList();
    }

    @Test
    void whatIsNoEarlierResultIsRefused() {
        OtherResult sound = result(2019, "70");
        Evaluation it = sound.evaluation();
        Evaluation first = new Evaluation(
                it.standard(), it.inputs(), it.year(), Stage.FIRST, it.units(), it.unrated(), null, List.of());
        Evaluation other =
                new Evaluation(StandardCard.of(Standards.shipped("brand/2019")), it.inputs(), 2019, it.units());
        assertThat(errors(sound)).isEmpty();
        assertThat(errors(result(2020, "70"))).containsExactly("history-year");
        assertThat(errors(sound, sound)).containsExactly("history-twice");
        assertThat(errors(new OtherResult("a", "", first, KnownText.SAME))).containsExactly("history-provisional");
        assertThat(errors(new OtherResult("a", "", other, KnownText.SAME))).containsExactly("history-standard");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "history: 优秀, years: 2, times: 3 | history",
                "history: 优良, years: 2 | unknown-id",
                "years: 2 | missing-key",
                "history: 优秀, years: 0 | not-whole",
            })
    void whatCannotHoldIsRefused(String streak, String code) {
        String text = Standards.HEAD
                + Standards.oneArea("id: a, name: 甲, points: 100, rule: {kind: yes-no}")
                + Standards.GRADES
                + "  consequences: [{id: c, then: 约谈, " + streak + "}]\n...\n";
        assertThat(Standards.problems(text)).extracting(Diagnostic::code).containsExactly(code);
    }
}
