package guifan.evaluate;

import guifan.evaluate.Combined.Lack;
import guifan.evaluate.UnitResult.Basis;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.standard.Area;
import guifan.standard.Combining;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import java.util.ArrayList;
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
    private final Filing filing;
    private final Map<String, Rational> multiples;
    private final Jury jury;

    /**
     * Makes the aggregation for a unit.
     *
     * @param filing what it filled in, of which only its kind and facts are looked at
     * @param multiples what the points or weight of an indicator are multiplied by, 0 or more, where that is not 1
     * @param jury what assessors make of what each of them marks
     */
    Aggregation(Standard standard, Filing filing, Map<String, Rational> multiples, Jury jury) {
        this.standard = standard;
        this.filing = filing;
        this.multiples = multiples;
        this.jury = jury;
    }

    /**
     * What a node looks at of one of its parts.
     *
     * @param possible 0 where it is left out
     * @param weight its weight, or its points where points are added
     * @param covered how much of it has a score, 0 to 1, or null where it does not apply
     */
    private record Part(
            String id,
            Rational score,
            Rational possible,
            Rational weight,
            @Nullable Rational covered) {

        @Nullable
        Rational rate() {
            return possible.isZero() ? null : score.dividedBy(possible);
        }
    }

    /**
     * Returns what {@code area} comes to.
     *
     * @param assessed every indicator in it, at any depth, by its id; those that several assessors mark may be missing
     */
    NodeScore score(Area area, Map<String, Assessment> assessed) {
        return area.panel() == null
                ? alone(area, assessed, false)
                : jury.score(
                        area,
                        area.panel(),
                        one -> alone(area.judged(), one, true),
                        area.id().isEmpty() ? null : standard.rounding().area());
    }

    /**
     * Returns what {@code area} comes to without a panel.
     *
     * @param judged whether that is the sum of one assessor, which is rounded by itself
     */
    private NodeScore alone(Area area, Map<String, Assessment> assessed, boolean judged) {
        List<NodeScore> inner = new ArrayList<>(area.areas().size());
        List<Assessment> leaves = new ArrayList<>(area.indicators().size());
        List<Part> parts =
                new ArrayList<>(area.areas().size() + area.indicators().size());
        for (Area child : area.areas()) {
            NodeScore node = score(child, assessed);
            inner.add(node);
            parts.add(part(area.combining(), node));
        }
        for (Indicator indicator : area.indicators()) {
            Assessment leaf = Objects.requireNonNull(assessed.get(indicator.id()));
            leaves.add(leaf);
            parts.add(part(area.combining(), indicator, leaf));
        }
        Node node = new Node(area, parts, judged);
        return area.combining().isAveraged() ? node.averaged(inner, leaves) : node.added(inner, leaves);
    }

    private static Part part(Combining combining, NodeScore node) {
        Rational weight = combining.isAveraged()
                ? combining.weight(node.area().id())
                : node.area().points();
        return new Part(node.area().id(), node.score(), node.possible(), weight, node.covered());
    }

    private Part part(Combining combining, Indicator indicator, Assessment leaf) {
        Rational multiple = multiples.getOrDefault(indicator.id(), Rational.ONE);
        Rational weight = combining.isAveraged()
                ? combining.weight(indicator.id())
                : indicator.wording(filing.kind()).points();
        boolean asked =
                leaf.basis() != Basis.NOT_APPLICABLE && leaf.basis() != Basis.ZERO_OF_ZERO && !multiple.isZero();
        boolean covered = leaf.possible().signum() > 0 || leaf.basis() == Basis.WITHHELD;
        @Nullable Rational share = asked || covered ? (covered ? Rational.ONE : Rational.ZERO) : null;
        return new Part(indicator.id(), leaf.score(), leaf.possible(), weight.times(multiple), share);
    }

    /** One area with its parts. */
    private final class Node {

        private final Area area;
        private final Combining combining;
        private final List<Part> parts;
        private final boolean judged;
        private final @Nullable Rational covered;

        Node(Area area, List<Part> parts, boolean judged) {
            this.area = area;
            this.combining = area.combining();
            this.parts = parts;
            this.judged = judged;
            this.covered = covered();
        }

        /** Returns the part of the weight that has a score, of what applies; null where nothing does. */
        private @Nullable Rational covered() {
            Rational all = Rational.ZERO;
            Rational scored = Rational.ZERO;
            for (Part part : parts) {
                if (part.covered() != null) {
                    all = all.plus(part.weight());
                    scored = scored.plus(part.weight().times(part.covered()));
                }
            }
            return all.isZero() ? null : scored.dividedBy(all);
        }

        private boolean isShort() {
            @Nullable Rational least = combining.coverage();
            return least != null && covered != null && covered.compareTo(least) < 0;
        }

        private Rational total(Function<Part, Rational> number) {
            Rational sum = Rational.ZERO;
            for (Part part : parts) {
                sum = sum.plus(number.apply(part));
            }
            return sum;
        }

        /** Adds the points. */
        NodeScore added(List<NodeScore> inner, List<Assessment> leaves) {
            Rational score = total(Part::score);
            Rational all = total(Part::possible);
            Rational possible = combining.reachable(all);
            Lack lack = possible.isZero() ? Lack.EMPTY : isShort() ? Lack.COVERAGE : Lack.NONE;
            @Nullable
            Combined combined = combining.isPlain()
                    ? null
                    : combined(
                            parts.stream()
                                    .map(part ->
                                            all.isZero() ? all : part.possible().dividedBy(all))
                                    .toList(),
                            score,
                            lack);
            if (lack == Lack.COVERAGE) {
                return none(inner, leaves, combined);
            }
            Rational own = lack == Lack.NONE ? own(score, possible) : score;
            boolean scale = standard.notApplicable().withinArea() && lack == Lack.NONE && !isRoot();
            Rational factor = scale ? area.points().dividedBy(possible) : Rational.ONE;
            return new NodeScore(
                    area,
                    inner,
                    leaves,
                    Collections.nCopies(parts.size(), factor.times(multiple())),
                    own,
                    possible,
                    usual(own.times(factor)),
                    possible.times(factor),
                    covered,
                    combined,
                    null);
        }

        /** Combines the rates. */
        NodeScore averaged(List<NodeScore> inner, List<Assessment> leaves) {
            Shares all = new Shares(
                    combining,
                    parts.stream().map(Part::rate).toList(),
                    parts.stream().map(Part::weight).toList());
            List<Rational> shares = all.all();
            boolean empty = parts.stream()
                    .allMatch(part -> part.possible().isZero() || part.weight().isZero());
            boolean dropped = shares.stream().allMatch(Rational::isZero);
            boolean negative = combining.digits() != null && all.hasNegative(shares);
            Lack lack = empty
                    ? Lack.EMPTY
                    : isShort() ? Lack.COVERAGE : dropped ? Lack.DROPPED : negative ? Lack.NEGATIVE : Lack.NONE;
            Rational points = area.points();
            Rational before = lack == Lack.NONE ? all.rate(shares).times(points) : Rational.ZERO;
            Combined combined = combined(shares, before, lack);
            if (lack != Lack.NONE) {
                return none(inner, leaves, combined);
            }
            List<Rational> factors = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                Rational possible = parts.get(i).possible();
                factors.add(
                        shares.get(i).isZero()
                                ? Rational.ZERO
                                : shares.get(i).times(points).times(multiple()).dividedBy(possible));
            }
            Rational score = usual(own(before, points));
            return new NodeScore(area, inner, leaves, factors, score, points, score, points, covered, combined, null);
        }

        /** Returns what the unit's own factor is, 1 where it has none. */
        private Rational multiple() {
            return combining.factor() == null
                    ? Rational.ONE
                    : filing.answer(combining.factor().fact()).stream()
                            .flatMap(entry -> Stream.ofNullable(entry.value()))
                            .findFirst()
                            .orElse(Rational.ONE);
        }

        private Rational own(Rational score, Rational possible) {
            return round(combining.rounding(), combining.bounded(score.times(multiple()), possible));
        }

        private boolean isRoot() {
            return area.id().isEmpty();
        }

        /** Rounds as the whole standard says it of areas, unless this one says something else. */
        private Rational usual(Rational score) {
            return isRoot() || judged || combining.rounding() != null
                    ? score
                    : round(standard.rounding().area(), score);
        }

        private Combined combined(List<Rational> shares, Rational before, Lack lack) {
            List<Combined.Part> all = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                all.add(new Combined.Part(parts.get(i).id(), parts.get(i).rate(), shares.get(i)));
            }
            return new Combined(
                    combining.method(),
                    all,
                    combining.coverage() == null ? null : covered,
                    before,
                    combining.factor() == null ? null : multiple(),
                    lack);
        }

        private NodeScore none(List<NodeScore> inner, List<Assessment> leaves, @Nullable Combined combined) {
            return new NodeScore(
                    area,
                    inner,
                    leaves,
                    Collections.nCopies(parts.size(), Rational.ZERO),
                    Rational.ZERO,
                    Rational.ZERO,
                    Rational.ZERO,
                    Rational.ZERO,
                    covered == null ? null : Rational.ZERO,
                    combined,
                    null);
        }
    }

    private static Rational round(@Nullable Rounding rounding, Rational value) {
        return rounding == null ? value : rounding.apply(value);
    }
}
