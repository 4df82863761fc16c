package guifan.report;

import guifan.evaluate.PanelResult;
import guifan.evaluate.PanelResult.Judge;
import guifan.evaluate.StandardCard;
import guifan.number.Rational;
import guifan.rule.Numbers;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how the sums of several assessors became one. */
final class PanelWords {

    private PanelWords() {}

    /** Returns the sums of the assessors, and how they were combined, a line each; nothing where there is no panel. */
    static List<Text> lines(StandardCard card, @Nullable PanelResult panel) {
        List<Text> lines = new ArrayList<>();
        if (panel == null) {
            return lines;
        }
        lines.addAll(new CombinedWords(card).judged(panel));
        lines.add(Text.of(
                "考评员各自的合计：%s",
                "sums of the assessors: %s",
                Text.join(panel.judges().stream().map(PanelWords::judge).toList(), "、", ", ")));
        lines.add(result(panel));
        return lines;
    }

    private static Text judge(Judge judge) {
        return name(judge).plus(Text.of(" ")).plus(sum(judge)).plus(bracket(judge));
    }

    /** Returns what an assessor is called. */
    static Text name(Judge judge) {
        return judge.assessor().isEmpty() ? new Text("未具名", "not named") : Text.of(judge.assessor());
    }

    private static Text sum(Judge judge) {
        if (judge.sum() == null || judge.exact() == null) {
            return Text.of(judge.state().word());
        }
        String sum = Numbers.shown(judge.sum());
        return Text.of(judge.exact().equals(judge.sum()) ? sum : Numbers.shown(judge.exact()) + "→" + sum);
    }

    private static Text bracket(Judge judge) {
        Text note = note(judge);
        return note.zh().isEmpty() ? note : Text.of("（%s）", " (%s)", note);
    }

    /** Returns why a sum does not count in full, empty if it does. */
    static Text note(Judge judge) {
        if (!judge.isDropped()) {
            return Text.of("");
        }
        return judge.share().isZero()
                ? new Text("去掉", "dropped")
                : Text.of("同分去掉一部分，计 %s", "some of equal ones dropped, counts %s", Figures.exact(judge.share()));
    }

    private static Text result(PanelResult panel) {
        if (panel.exact() == null || panel.combined() == null) {
            return tooFew(panel);
        }
        Rational shares = Rational.ZERO;
        Rational sum = Rational.ZERO;
        for (Judge judge : panel.judges()) {
            if (judge.sum() != null) {
                shares = shares.plus(judge.share());
                sum = sum.plus(judge.sum().times(judge.share()));
            }
        }
        Text words = Text.of(
                "合成：计分的合计 %s ÷ %s = %s",
                "combined: %s in all ÷ %s = %s",
                Figures.exact(sum),
                Figures.exact(shares),
                Figures.result(panel.exact()));
        if (!panel.exact().equals(panel.combined())) {
            words = words.plus(Text.of("，舍入为 %s", ", rounded to %s", Numbers.shown(panel.combined())));
        }
        if (!panel.factor().equals(Rational.ONE)) {
            words = words.plus(Text.of(
                    "；× 系数 %s = %s",
                    "; × factor %s = %s",
                    Figures.exact(panel.factor()),
                    Figures.result(panel.combined().times(panel.factor()))));
        }
        return words;
    }

    /** Returns why there is no score. */
    static Text tooFew(PanelResult panel) {
        return Text.of(
                "只有 %s 名考评员打分，至少要 %s 名，评分无效",
                "only %s assessors gave marks, it takes %s: no score", panel.present(), panel.minimum());
    }
}
