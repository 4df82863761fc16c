package guifan.evaluate;

import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.standard.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an area comes to, before it is known what that adds to the total.
 *
 * @param inner what the areas in it come to, in their order
 * @param leaves the assessments of the indicators directly in it, in their order
 * @param factors what the score of each part is multiplied by for its share in {@link #score}: of the areas, then of
 *     the indicators
 * @param rawScore points reached, before anything is re-based
 * @param rawPossible points that apply
 * @param score what it hands up
 * @param possible the points that it hands up, 0 where nothing in it applies
 * @param covered how much of its weight has a score, 0 to 1, or null where nothing in it applies
 * @param combined how the score came about, or null where it is a plain sum
 * @param sitting what several assessors made of it, or null where it has no panel
 */
record NodeScore(
        Area area,
        List<NodeScore> inner,
        List<Assessment> leaves,
        List<Rational> factors,
        Rational rawScore,
        Rational rawPossible,
        Rational score,
        Rational possible,
        @Nullable Rational covered,
        @Nullable Combined combined,
        @Nullable Sitting sitting) {

    /** Returns how this node and those below it came about that are more than a sum, the outer ones first. */
    Stream<PanelResult.Node> combinedNodes() {
        return Stream.concat(
                Stream.ofNullable(combined).map(one -> new PanelResult.Node(area.id(), area.points(), rawScore, one)),
                inner.stream().flatMap(NodeScore::combinedNodes));
    }

    /** Returns the result where a point of {@link #score} adds {@code factor} to the base total. */
    AreaResult result(Rational factor) {
        if (sitting != null) {
            return sitting.result(this, factor);
        }
        List<AreaResult> areas = new ArrayList<>();
        List<IndicatorResult> indicators = new ArrayList<>();
        for (int i = 0; i < inner.size(); i++) {
            areas.add(inner.get(i).result(factor.times(factors.get(i))));
        }
        for (int i = 0; i < leaves.size(); i++) {
            Rational inside = factor.times(factors.get(inner.size() + i));
            indicators.add(leaves.get(i).result(area.indicators().get(i).id(), inside));
        }
        return new AreaResult(
                area.id(),
                rawScore,
                rawPossible,
                score.times(factor),
                possible.times(factor),
                areas,
                indicators,
                combined,
                null);
    }
}
