package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.UnitResult;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.number.Rounding.Mode;
import guifan.rule.Numbers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a letter says can be followed by those who get it, and nothing else. */
class LettersTest {

    private static final Rounding TWO = new Rounding(2, Mode.HALF_UP);

    @TempDir
    Path folder;

    private PaperDesk desk;

    @BeforeEach
    void aResultWithItsPapers() throws IOException {
        desk = new PaperDesk(folder).withPapers();
    }

    @Test
    void aRuleIsToldWithTheNoteThatMakesItTrue() throws IOException {
        desk.notices("papers.yaml");
        String note = "每 1 件扣 0.5 分，扣完为止（填应请示报告而未请示报告的件数，0为满分）";
        assertThat(desk.written("整改提醒函-海宴镇.md")).contains(note);
        assertThat(desk.written("得分明细-海宴镇.md")).contains(note);
    }

    /** What stands under the areas leads from their scores to the final total. */
    @Test
    void theFeedbackReckonsFromTheAreasToTheTotal() throws Exception {
        desk.notices("papers.yaml");
        int rebased = 0;
        for (UnitResult unit : desk.evaluation().units()) {
            UnitResult.Totals totals = Objects.requireNonNull(unit.totals());
            boolean differs = !totals.possible().equals(Rational.HUNDRED);
            rebased += differs ? 1 : 0;
            String sum =
                    differs ? Numbers.shown(totals.raw()) + "分，适用分值" + Numbers.shown(totals.possible()) + "分，折算为" : "";
            assertThat(desk.written("反馈函-" + unit.unit() + ".md"))
                    .contains("各方面得分合计" + sum + "基础分" + Numbers.shown(totals.base()) + "分，加分"
                            + Numbers.shown(totals.bonus()) + "分，扣分" + Numbers.shown(totals.penalty()) + "分，最终得分"
                            + TWO.format(totals.finalTotal()) + "分。");
        }
        assertThat(rebased).isPositive();
    }
}
