package guifan.report;

import guifan.number.Rational;
import guifan.rule.Comparison;
import guifan.rule.Joining;
import guifan.rule.Working;
import guifan.rule.Working.Counted;
import guifan.rule.Working.Term;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;

/** Says how points that are not simply added become a score. */
final class JoinedWords {

    private JoinedWords() {}

    /** Returns the points of the periods and what became of them: {@code (8 + 8 + 0 + 8) ÷ 4 = 6}. */
    static Text of(Working working) {
        List<String> points = working.terms().stream()
                .map(term -> Figures.exact(term.points()))
                .toList();
        Text result = Figures.result(working.sum());
        if (working.joining() == Joining.MEAN) {
            return Text.of("(" + String.join(" + ", points) + ") ÷ " + points.size() + " = ")
                    .plus(result);
        }
        return Text.of(
                "%s：%s %s", "%s: %s %s", Text.list(points), working.joining().words(), result);
    }

    /** Returns what things of one level count, the later ones in part: {@code 1×(1 + 0.5×2)}. */
    static String shares(Term term) {
        List<String> shares = new ArrayList<>();
        for (Counted share : term.counted()) {
            boolean one = share.number().equals(Rational.ONE);
            String factor = Figures.exact(share.factor());
            shares.add(one ? factor : factor + "×" + Figures.exact(share.number()));
        }
        String each = Figures.exact(term.hit().piece().slope());
        return each + "×" + (shares.size() == 1 ? shares.get(0) : "(" + String.join(" + ", shares) + ")");
    }

    /** Returns whether an answer brings nothing by itself, whatever it is. */
    static boolean isCondition(Term term) {
        return term.hit().to() == null
                && term.hit().piece().from().isZero()
                && term.hit().piece().value().isZero()
                && term.hit().piece().slope().isZero();
    }

    /** Returns what the points within the bounds were multiplied by. */
    static Text factor(Working working) {
        return working.factor().equals(Rational.ONE)
                ? Text.of("")
                : Text.of("；× %s = ", "; × %s = ", Figures.exact(working.factor()))
                        .plus(Figures.result(working.score()));
    }

    /** Returns which bound held the points, if one did. */
    static Text bounds(Working working) {
        Rational bounded = working.factor().isZero()
                ? working.beforeBounds()
                : working.score().dividedBy(working.factor());
        int order = bounded.compareTo(working.beforeBounds());
        String score = Figures.exact(bounded);
        if (order > 0) {
            return Text.of(" < %1$s → %1$s，扣完为止", " < %1$s → %1$s, not below it", score);
        }
        return order < 0 ? Text.of(" → %1$s，最高 %1$s 分", " → %1$s, at most %1$s", score) : Text.of("");
    }

    /** Returns with what a measure was compared, and where that leaves it, followed by a separator. */
    static Text compared(Comparison comparison) {
        List<Text> figures = comparison.figures().stream()
                .map(figure -> Text.of(
                        "%s %s",
                        "%s %s", Text.of(figure.aspect().zh(), figure.aspect().en()), Figures.result(figure.value())))
                .toList();
        return Text.join(figures, "，", ", ").plus(Text.of("；", "; "));
    }
}
