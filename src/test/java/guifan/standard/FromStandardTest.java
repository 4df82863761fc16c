package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.source.Problems;
import guifan.source.Text;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a standard may take from another, how it says so, and what does not fit. */
class FromStandardTest {

    private static String text(String rule, String from) {
        return Standards.HEAD
                + Standards.oneArea(
                        "id: a, name: 甲, points: 60, rule: {" + rule + "}, from-standard: {" + from + "}",
                        "id: b, name: 乙, points: 40, rule: {kind: yes-no}")
                + Standards.GRADES
                + "...\n";
    }

    private static final String LEVEL = "kind: level, values: {五星: 60, 无: 0}";
    private static final String POLICY = "sheet: replaced, none: sheet";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: level, values: {五星: 60, 无: 0} | standard: s, which: only, sheet: replaced, none: sheet, take:"
                        + " total | as a number",
                "kind: level, values: {五星: 60, 无: 0} | standard: s, which: sum, sheet: replaced, none: sheet | sum is"
                        + " for numbers",
                "kind: level, values: {五星: 60, 无: 0} | standard: s, which: each, sheet: replaced, none: sheet | each"
                        + " for rules that count",
                "kind: level, values: {五星: 60, 无: 0} | standard: s, which: only, sheet: replaced, none: sheet, counts:"
                        + " [{grade: x, as: 六星}] | nothing that can be filled in",
                "kind: count, each: 20, cap: 60 | standard: s, which: only, sheet: replaced, none: sheet | say what"
                        + " number",
                "kind: count, each: 20, cap: 60 | standard: s, which: only, sheet: replaced, none: sheet, counts:"
                        + " [{grade: x, as: 1.5}] | nothing that can be filled in",
                "kind: count, each: 20, cap: 60 | standard: s, which: sum, sheet: replaced, none: sheet, take: total,"
                        + " counts: [{grade: x, as: 1}] | as a number",
                "kind: rank, loses: 5 | standard: s, which: only, sheet: replaced, none: sheet, take: total | none"
                        + " that compares",
                "kind: checklist, items: [{id: x, name: 子}] | standard: s, which: only, sheet: replaced, none: sheet |"
                        + " only a rule on one measure",
            })
    void whatTheRuleCannotUseIsRefused(String rule, String from, String message) {
        List<Diagnostic> found = Standards.problems(text(rule, from));
        assertThat(found).extracting(Diagnostic::code).containsExactly("from-standard");
        assertThat(found.get(0).message().en()).contains(message);
    }

    @Test
    void policiesMustBeStated() {
        assertThat(Standards.problems(text(LEVEL, "standard: s")))
                .extracting(Diagnostic::code)
                .containsExactly("missing-key", "missing-key", "missing-key");
        assertThat(Standards.problems(text(LEVEL, "standard: s, which: only, accepts: everything, " + POLICY)))
                .extracting(Diagnostic::code)
                .containsExactly("unknown-word");
    }

    @Test
    void itIsSaidInBothLanguages() {
        FromStandard from = Standards.of(text(
                        LEVEL,
                        "standard: stations/2019, kinds: [中心站], which: best, years-back: 1, accepts: [provisional],"
                                + " counts: [{for: 中心站, grade: 甲等, as: 五星}], sheet: higher, none: error"))
                .fromStandards()
                .get("a");
        assertThat(from.sentence().in(Language.ZH))
                .isEqualTo("给出 stations/2019 的结果时取中心站的等次；中心站“甲等”计五星；一个单位有几个的，取最好的；"
                        + "与填报的只计一次，就高；结果中没有本单位的不评分；可用 1 年以内的结果；接受未定的结果");
        assertThat(from.sentence().in(Language.EN))
                .isEqualTo("taken from results of stations/2019 where given: 中心站: grade; 中心站 \"甲等\" counts as 五星; "
                        + "of several of a unit, the best counts; counted once with what the sheet says, the higher; "
                        + "a unit without a result is not scored; a result may be up to 1 year older; "
                        + "results that are not final are accepted");
    }

    @Test
    void itIsPartOfTheRules() {
        String plain = Standards.of(text(LEVEL, "standard: s, which: only, " + POLICY))
                .identity()
                .rulesHash();
        assertThat(Standards.of(text(LEVEL, "which: only, standard: s, " + POLICY))
                        .identity()
                        .rulesHash())
                .isEqualTo(plain);
        assertThat(Standards.of(text(LEVEL, "standard: s, which: best, " + POLICY))
                        .identity()
                        .rulesHash())
                .isNotEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({"s, true", "s.0, true", "s.1, true", "t.0, false", "s/2.0, false"})
    void anEditionMeansAllItsTexts(String id, boolean meant) {
        FromStandard from = Standards.of(text(LEVEL, "standard: s, which: only, " + POLICY))
                .fromStandards()
                .get("a");
        assertThat(from.means(id)).isEqualTo(meant);
        FromStandard pinned = Standards.of(text(LEVEL, "standard: s.1, which: only, " + POLICY))
                .fromStandards()
                .get("a");
        assertThat(pinned.means(id)).isEqualTo(id.equals("s.1"));
    }

    private static List<String> checked(String from) throws IOException {
        Problems problems = new Problems();
        Standard standard = Standards.of(text(LEVEL, from));
        FromStandardCheck.check(standard, Standards::found, problems);
        return problems.all().stream().map(one -> one.message().en()).toList();
    }

    @Test
    void aStandardThatCannotBeReadIsNotSaidToBeMissing() throws IOException {
        Problems told = new Problems();
        Problems problems = new Problems();
        Standard standard = Standards.of(text(LEVEL, "standard: other, which: only, " + POLICY));
        told.error("points-sum", standard.identity().place(), Text.of("合计不符", "they do not add up"));
        FromStandardCheck.check(
                standard,
                id -> {
                    throw new InputException(InputException.Subject.STANDARD, told.all());
                },
                problems);
        assertThat(problems.all().get(0).message().en())
                .startsWith("the standard \"other\" cannot be read: small.yaml")
                .endsWith("they do not add up");
    }

    @Test
    void whatTheOtherStandardDoesNotHaveIsTold() throws IOException {
        assertThat(checked("standard: nowhere, which: only, " + POLICY))
                .containsExactly("there is no standard \"nowhere\"");
        assertThat(checked("standard: small, which: only, " + POLICY))
                .containsExactly("a standard cannot take its own results");
        assertThat(checked("standard: liaison-station/2019, kinds: [中心], which: only, counts: [{grade: 五新, as: 五星}], "
                        + POLICY))
                .containsExactly(
                        "\"liaison-station/2019\" has no kind \"中心\", did you mean \"中心站\"?",
                        "\"liaison-station/2019\" has no grade \"五新\"; known are: 五星, 四星, 三星, 二星, 一星, 无");
        assertThat(checked("standard: liaison-station/2019, which: only, " + POLICY))
                .containsExactly(
                        "\"liaison-station/2019\" has the grade \"四星\", and nothing says what it counts as",
                        "\"liaison-station/2019\" has the grade \"三星\", and nothing says what it counts as",
                        "\"liaison-station/2019\" has the grade \"二星\", and nothing says what it counts as",
                        "\"liaison-station/2019\" has the grade \"一星\", and nothing says what it counts as");
    }

    @Test
    void theShippedStandardsFit() throws IOException {
        Problems problems = new Problems();
        for (String id : List.of("2018", "2019.0", "2019.1")) {
            FromStandardCheck.check(Standards.shipped(id), Standards::found, problems);
        }
        assertThat(problems.all()).isEmpty();
    }
}
