package guifan.evaluate;

import static guifan.evaluate.HandedStandard.BAISHA;
import static guifan.evaluate.HandedStandard.HEADER;
import static guifan.evaluate.HandedStandard.SMALL;
import static guifan.evaluate.HandedStandard.TAICHENG;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of units owns their names, kinds and order, and says who is missing. */
class RosterTest {

    private static final String ROSTER = "单位,类别,别名,顺序,党委,考评员\n台城街道,街道,台城,1,中共台城街道工委,\n白沙镇,镇,白沙、白沙人大,2,中共白沙镇委,乙\n";

    private static Handed handed(String roster, String rows) {
        return Handed.in().roster(roster).with("scores.csv", HEADER + rows);
    }

    @Test
    void unitsComeInTheOrderOfTheRosterUnderItsNames() {
        Handed handed = handed(ROSTER.replace(",乙", ","), BAISHA.replace("白沙镇", "白沙人大") + TAICHENG);
        assertThat(handed.evaluate(SMALL).units()).extracting(UnitResult::unit).containsExactly("台城街道", "白沙镇");
        assertThat(handed.said(Severity.ERROR)).isEmpty();
        assertThat(handed.sheets()
                        .roster()
                        .orElseThrow()
                        .find("白沙")
                        .orElseThrow()
                        .party())
                .isEqualTo("中共白沙镇委");
    }

    @Test
    void theOrderIsTheColumnAndNotTheRow() {
        String swapped = ROSTER.replace(",1,", ",10,").replace(",乙", ",");
        assertThat(handed(swapped, BAISHA + TAICHENG).evaluate(SMALL).units())
                .extracting(UnitResult::unit)
                .containsExactly("白沙镇", "台城街道");
    }

    @Test
    void whoIsMissingIsSaidUnlessSomeAreEnough() {
        Handed handed = handed(ROSTER, TAICHENG);
        assertThat(Handed.errors(handed, SMALL)).containsExactly("units-missing roster.csv: 应报2，实报1，缺：白沙镇");
        Handed partial = handed(ROSTER, TAICHENG).partial();
        assertThat(Handed.errors(partial, SMALL)).isEmpty();
        assertThat(partial.sheets().missing()).containsExactly("白沙镇");
    }

    @Test
    void theKindOfTheRosterNeedNotBeSaidAgain() {
        String sheet = (HEADER + TAICHENG + BAISHA)
                .replace("类别,", "")
                .replace(",街道,", ",")
                .replace(",镇,", ",");
        Handed handed = Handed.in().roster(ROSTER.replace(",乙", ",")).with("scores.csv", sheet);
        assertThat(handed.evaluate(SMALL).units()).extracting(UnitResult::kind).containsExactly("街道", "镇");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "白沙镇,镇, | 白沙镇,街道, | kind-differs scores.csv: 第 3 行 B 列「类别」: “白沙镇”的类别在名册中是“镇”，这里是“街道”",
                "白沙镇,镇, | 白沙镇,乡, | unknown-kind scores.csv: 第 3 行 B 列「类别」: “乡”不是类别，应为 镇、街道",
                "白沙镇,镇, | 百沙镇,镇, | not-in-roster scores.csv: 第 3 行: 名册中没有单位“百沙镇”，是否应为“白沙镇”？"
            })
    void aSheetThatDiffersFromTheRosterIsRefused(String said, String other, String message) {
        Handed handed = handed(ROSTER.replace(",乙", ","), TAICHENG + BAISHA.replace(said.strip(), other.strip()));
        assertThat(Handed.errors(handed, SMALL)).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "白沙镇,镇,台城,3,, | duplicate-unit roster.csv: 第 3 行: “台城”在名册中重复，第一次在 roster.csv: 第 2 行",
                "台城街道,街道,,3,, | duplicate-unit roster.csv: 第 3 行: “台城街道”在名册中重复，第一次在 roster.csv: 第 2 行",
                "白沙镇,乡,,3,, | unknown-kind roster.csv: 第 3 行: “乡”不是类别，应为 镇、街道",
                "白沙镇,镇,,三,, | not-a-number roster.csv: 第 3 行 D 列「顺序」: \"三\" 不是数字：是汉字数字，请用阿拉伯数字",
                ",镇,,3,, | no-unit roster.csv: 第 3 行: 没有填单位"
            })
    void aRosterThatIsWrongIsRefused(String row, String message) {
        String roster = "单位,类别,别名,顺序,党委,考评员\n台城街道,街道,台城,1,,\n" + row.strip() + "\n";
        assertThat(Handed.errors(handed(roster, TAICHENG), SMALL)).contains(message);
    }

    @Test
    void anAssessorDoesNotMarkTheOwnUnit() {
        assertThat(Handed.errors(handed(ROSTER, TAICHENG + BAISHA), SMALL))
                .containsExactly("must-recuse scores.csv: 第 3 行 I 列「档案·乙」: 考评员“乙”属于本单位（白沙镇），应填“回避”");
        assertThat(Handed.errors(handed(ROSTER, TAICHENG + BAISHA.replace("19.5", "回避")), SMALL))
                .isEmpty();
    }
}
