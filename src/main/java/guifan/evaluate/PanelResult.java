package guifan.evaluate;

import guifan.number.Rational;
import guifan.rule.Working;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the sums of several assessors became one.
 *
 * @param judges the assessors in the order of the sheet, those included who were away
 * @param minimum how many sums it took: of the way in which they were combined, or where there are too few, of any
 * @param exact the mean of the sums that count, before rounding, or null where there are too few
 * @param combined the same, rounded as the standard says
 * @param factor what it is multiplied by, 1 where the standard has no factor
 */
public record PanelResult(
        List<Judge> judges,
        int minimum,
        @Nullable Rational exact,
        @Nullable Rational combined,
        Rational factor) {

    /**
     * An assessor.
     *
     * @param state {@link CellState#VALUE} for one who gave marks, otherwise why not
     * @param exact the sum of the marks before rounding, or null for one who gave none
     * @param sum the same, rounded as the standard says
     * @param weight the weight of the role
     * @param share what is left of the weight when the highest and lowest sums are dropped, 0 for one that is; part of
     *     it where one of several equal sums is
     * @param nodes how the nodes came about that are more than a sum, the outer ones first
     */
    public record Judge(
            String assessor,
            CellState state,
            @Nullable Rational exact,
            @Nullable Rational sum,
            Rational weight,
            Rational share,
            List<Node> nodes) {

        public Judge {
            nodes = List.copyOf(nodes);
        }

        /** Returns whether the sum does not count, or only in part, because it is one of the highest or lowest. */
        public boolean isDropped() {
            return sum != null && share.compareTo(weight) < 0;
        }
    }

    /**
     * How a node, that of the panel or one below it, came about by what one assessor marked.
     *
     * @param id its id, empty for the whole
     * @param points full marks of its scale
     * @param score what it came to
     */
    public record Node(String id, Rational points, Rational score, Combined combined) {}

    /**
     * What an indicator came to for one assessor.
     *
     * @param measure what was marked, or null
     * @param working how the rule gave the score, or null where it was not applied
     */
    public record Mark(
            String assessor,
            @Nullable Rational measure,
            @Nullable Working working,
            Rational score) {}

    public PanelResult {
        judges = List.copyOf(judges);
    }

    /** Returns the panels of a unit: of the whole and of areas at any depth. */
    public static Stream<PanelResult> of(UnitResult unit) {
        return Stream.concat(
                Stream.ofNullable(unit.panel()),
                unit.areas().stream()
                        .flatMap(UnitResult.AreaResult::withInner)
                        .flatMap(area -> Stream.ofNullable(area.panel())));
    }

    /** Returns how many assessors gave marks. */
    public int present() {
        return (int) judges.stream().filter(judge -> judge.sum() != null).count();
    }

    /** Returns the combined sum multiplied by the factor, nothing where there are too few. */
    public Optional<Rational> score() {
        return Optional.ofNullable(combined).map(factor::times);
    }
}
