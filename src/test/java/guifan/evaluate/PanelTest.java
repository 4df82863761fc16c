package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic;
import guifan.standard.Standard;
import guifan.standard.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The marks of several assessors become one as the standard says. */
class PanelTest {

    private static String yaml(String panel) {
        return Standards.area(
                "id: files, name: 档案, points: 100, measured-in: 分, rule: {kind: given, step: 0.5}, panel: {" + panel
                        + "}");
    }

    private static Handed handed(String marks) {
        StringBuilder text = new StringBuilder("单位,类别,指标,考评员,角色,实绩\n");
        String[] all = marks.split(" ");
        for (int i = 0; i < all.length; i++) {
            String[] mark = all[i].split("@");
            text.append("白沙镇,镇,档案,考评员%s,%s,%s\n".formatted(i, mark.length > 1 ? mark[1] : "", mark[0]));
        }
        return Handed.in().with("a.csv", text.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "combine: mean | 80 90 | 85",
                "combine: mean | 80 90 回避 缺席 | 85",
                "combine: median | 80 90 99 | 90",
                "combine: trimmed-mean | 10 80 90 100 | 85",
                "combine: trimmed-mean, drop-highest: 2 | 10 80 90 100 | 80",
                "combine: mean, drop-lowest: 1 | 10 80 90 | 85",
                "'combine: mean, roles: {组长: 2, 组员: 1}' | 90@组长 80@组员 70@组员 | 82.5",
                "'combine: mean, drop-highest: 1, roles: {组长: 2, 组员: 1}' | 90@组长 90@组员 60@组员 | 80",
                "'combine: mean, roles: {组长: 0.5, 组员: 0.25}' | 回避@组长 80@组员 70@组员 | 75"
            })
    void marksAreCombined(String panel, String marks, String measure) {
        Standard standard = Standards.of(yaml(panel));
        Handed handed = handed(marks);
        UnitResult unit = handed.evaluate(standard).units().get(0);
        assertThat(String.valueOf(unit.indicator("files").orElseThrow().measure()))
                .isEqualTo(measure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "combine: mean, minimum: 3 | 80 90 回避 | few-marks",
                "combine: trimmed-mean | 80 90 | few-marks",
                "combine: mean | 回避 缺席 | no-marks",
                "'combine: mean, roles: {组长: 2, 组员: 1}' | 90@组长 80 | no-role",
                "'combine: mean, roles: {组长: 2, 组员: 1}' | 90@组长 80@秘书 | no-role"
            })
    void tooFewMarksAndUnknownRolesAreRefused(String panel, String marks, String code) {
        assertThat(Handed.errors(handed(marks), Standards.of(yaml(panel))))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(code + " a.csv: 第 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'combine: median, drop-lowest: 1' | panel",
                "'combine: median, roles: {组长: 2}' | panel",
                "'combine: trimmed-mean, minimum: 2' | panel",
                "'combine: mean, roles: {组长: 0}' | roles",
                "combine: mode | unknown-word",
                "combine: mean, least: 2 | unknown-key"
            })
    void aPanelThatCannotBeIsRefused(String panel, String code) {
        assertThat(Standards.problems(yaml(panel))).extracting(Diagnostic::code).contains(code);
    }

    @Test
    void theRoleMayStandInTheHeader() {
        Standard standard = Standards.of(yaml("combine: mean, roles: {组长: 2, 组员: 1}"));
        Handed wide = Handed.in().with("a.csv", "单位,类别,档案·考评员0（组长）,档案·考评员1（组员）（分）,档案·考评员2(组员)\n白沙镇,镇,90,80,70\n");
        String expected = Handed.figures(handed("90@组长 80@组员 70@组员").evaluate(standard));
        assertThat(Handed.figures(wide.evaluate(standard))).isEqualTo(expected).contains("考评员0(组长)");
    }

    @Test
    void theClauseSaysHowMarksAreCombined() {
        StandardCard card =
                StandardCard.of(Standards.of(yaml("combine: trimmed-mean, roles: {组长: 2, 组员: 1}, minimum: 5")));
        assertThat(card.indicator("files").orElseThrow().base().clause().zh())
                .endsWith("；多名考评员的评分去掉 1 个最高分，去掉 1 个最低分，取平均，组员权重 1，组长权重 2，至少 5 人评分");
        StandardCard plain = StandardCard.of(Standards.of(yaml("combine: mean")));
        assertThat(plain.indicator("files").orElseThrow().base().clause().zh()).doesNotContain("考评员的评分");
    }
}
