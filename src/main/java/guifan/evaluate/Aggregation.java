package guifan.evaluate;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.standard.Area;
import guifan.standard.Standard;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the assessments of indicators into the scores of the areas above them: a function of nothing else. */
final class Aggregation {

    private final Standard standard;

    Aggregation(Standard standard) {
        this.standard = standard;
    }

    /**
     * Returns what {@code area} comes to.
     *
     * @param assessed every indicator in it, at any depth, by its id
     */
    NodeScore score(Area area, Map<String, Assessment> assessed) {
        List<NodeScore> inner =
                area.areas().stream().map(child -> score(child, assessed)).toList();
        List<Assessment> leaves = area.indicators().stream()
                .map(indicator -> Objects.requireNonNull(assessed.get(indicator.id())))
                .toList();
        Rational score = total(inner, NodeScore::score, leaves, Assessment::score);
        Rational possible = total(inner, NodeScore::possible, leaves, Assessment::possible);
        boolean scale = standard.notApplicable().withinArea() && possible.signum() > 0;
        Rational factor = scale ? area.points().dividedBy(possible) : Rational.ONE;
        @Nullable Rounding rounding = standard.rounding().area();
        Rational exact = score.times(factor);
        return new NodeScore(
                area,
                inner,
                leaves,
                Collections.nCopies(inner.size() + leaves.size(), factor),
                score,
                possible,
                rounding == null ? exact : rounding.apply(exact),
                possible.times(factor));
    }

    private static Rational total(
            List<NodeScore> inner,
            Function<NodeScore, Rational> ofNode,
            List<Assessment> leaves,
            Function<Assessment, Rational> ofLeaf) {
        return Stream.concat(inner.stream().map(ofNode), leaves.stream().map(ofLeaf))
                .reduce(Rational.ZERO, Rational::plus);
    }
}
