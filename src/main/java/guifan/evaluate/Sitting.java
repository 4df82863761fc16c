package guifan.evaluate;

import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.standard.Area;
import guifan.standard.Indicator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What several assessors made of a node.
 *
 * @param filing what was filled in
 * @param judges all of them
 * @param scores what those come to who gave marks, none where they are too few
 * @param shares what each of these counts, all of which add up to 1
 * @param panel how the scores became one, or null where nobody marked anything
 * @param factor what the combined score is multiplied by
 * @param most the largest that the factor can be
 */
record Sitting(
        Filing filing,
        List<Judging> judges,
        List<Score> scores,
        List<Rational> shares,
        @Nullable PanelResult panel,
        Rational factor,
        Rational most) {

    /**
     * What one assessor comes to.
     *
     * @param scale what the score is multiplied by
     */
    record Score(String assessor, NodeScore node, Rational scale) {}

    /** Returns the result where a point of the score of {@code node} adds {@code unit} to the base total. */
    AreaResult result(NodeScore node, Rational unit) {
        AreaResult inside = scores.isEmpty() ? few(node.area()) : mean(unit);
        return new AreaResult(
                node.area().id(),
                node.rawScore(),
                node.rawPossible(),
                node.score().times(unit),
                node.possible().times(unit),
                inside.areas(),
                inside.indicators(),
                null,
                panel);
    }

    private AreaResult mean(Rational unit) {
        Mixing mixing = new Mixing(
                scores.stream().map(Score::assessor).toList(), shares, filing::answer, most.dividedBy(factor));
        return mixing.area(scores.stream()
                .map(one -> one.node().result(unit.times(factor).times(one.scale())))
                .toList());
    }

    /** Where there are too few, nothing has a score, and what each of them marked is kept. */
    private AreaResult few(Area area) {
        return new AreaResult(
                area.id(),
                Rational.ZERO,
                Rational.ZERO,
                Rational.ZERO,
                Rational.ZERO,
                area.areas().stream().map(this::few).toList(),
                area.indicators().stream().map(this::few).toList(),
                null,
                null);
    }

    private IndicatorResult few(Indicator indicator) {
        List<PanelResult.Mark> marks = judges.stream()
                .filter(judge -> judge.assessed().containsKey(indicator.id()))
                .map(judge -> {
                    Assessment one = Objects.requireNonNull(judge.assessed().get(indicator.id()));
                    return new PanelResult.Mark(judge.assessor(), one.measure(), one.working(), one.score());
                })
                .toList();
        return Assessment.tooFewMarks(filing.answer(indicator.id())).result(indicator.id(), Rational.ZERO, marks);
    }
}
