package guifan.evaluate;

import guifan.number.Rational;
import guifan.rule.Working;
import guifan.source.CellPlace;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of one unit.
 *
 * @param kind its kind, such as 镇
 * @param place its row
 * @param areas the areas at the top, in the order of the standard
 * @param totals the totals, or null where there are none: nothing applies, a score is withheld, too few gave marks
 * @param adjustments bonuses and penalties that were given
 * @param facts the facts with their answers
 * @param outcome grade and rank, or null where there is no score
 * @param details what else the sheet says of it, by the heading of the column; of a body, first the unit it belongs to
 * @param combined how the base total came about, or null where the areas are just added
 * @param panel how the totals that several assessors came to became one, or null where each did not come to one
 */
public record UnitResult(
        String unit,
        String kind,
        CellPlace place,
        List<AreaResult> areas,
        @Nullable Totals totals,
        List<AdjustmentResult> adjustments,
        List<FactResult> facts,
        @Nullable Outcome outcome,
        Map<String, String> details,
        @Nullable Combined combined,
        @Nullable PanelResult panel) {

    /** The result of a unit of which the sheet says nothing else. */
    public UnitResult(
            String unit,
            String kind,
            CellPlace place,
            List<AreaResult> areas,
            @Nullable Totals totals,
            List<AdjustmentResult> adjustments,
            List<FactResult> facts,
            @Nullable Outcome outcome) {
        this(unit, kind, place, areas, totals, adjustments, facts, outcome, Map.of(), null, null);
    }

    /**
     * An area.
     *
     * @param score raw points reached, before re-basing
     * @param possible raw points that apply
     * @param contribution what it adds to the base total, after re-basing
     * @param most what it could have added
     * @param combined how the score came about, or null where it is a plain sum or each of several assessors has one
     * @param panel how the sums of several assessors became {@code score}, or null where each did not come to one
     */
    public record AreaResult(
            String id,
            Rational score,
            Rational possible,
            Rational contribution,
            Rational most,
            List<AreaResult> areas,
            List<IndicatorResult> indicators,
            @Nullable Combined combined,
            @Nullable PanelResult panel) {

        public Stream<IndicatorResult> leaves() {
            return Stream.concat(areas.stream().flatMap(AreaResult::leaves), indicators.stream());
        }

        Stream<AreaResult> withInner() {
            return Stream.concat(Stream.of(this), areas.stream().flatMap(AreaResult::withInner));
        }
    }

    /** Why an indicator has the score it has. */
    public enum Basis {
        /** By its rule. */
        RULE,
        /** 未报: 0 whatever the rule. */
        NOT_REPORTED,
        /** 作假: 0. */
        FALSE_MATERIAL,
        /** Does not apply to this kind of unit, or nothing it asks about arose. */
        NOT_APPLICABLE,
        /** Blank, and the standard counts a blank as 0. */
        MISSING_ZERO,
        /** Blank, and the standard leaves it out. */
        MISSING_EXCLUDED,
        /** Blank, and the standard gives full points. */
        MISSING_FULL,
        /** A vote without result, by what the standard says of it. */
        VOID,
        /** 0 of 0, by what the standard says of it. */
        ZERO_OF_ZERO,
        /** Its score depends on other units, of which some could not be graded. */
        WITHHELD,
        /** Fewer assessors marked it than a score takes. */
        FEW_MARKS
    }

    /**
     * An indicator.
     *
     * @param entries what was filled in
     * @param measure what the rule was applied to, where there is a single measure; a percentage in percent
     * @param working how the rule gave the score, null unless the rule was applied
     * @param score points reached, rounded if the standard says so
     * @param possible points that apply: 0 where it is left out
     * @param contribution what it adds to the base total, after re-basing
     * @param most what it could have added
     * @param marks what it came to for each assessor, where their sums are combined further up; otherwise empty
     */
    public record IndicatorResult(
            String id,
            Basis basis,
            List<Entry> entries,
            @Nullable Rational measure,
            @Nullable Working working,
            Rational score,
            Rational possible,
            Rational contribution,
            Rational most,
            List<PanelResult.Mark> marks) {

        /** Returns what was lost to the base total. */
        public Rational lost() {
            return most.minus(contribution);
        }
    }

    /**
     * Totals.
     *
     * @param raw the points reached
     * @param possible the points that apply
     * @param exact raw re-based to full marks, before the base is rounded
     * @param base the base total
     * @param bonus what bonuses add, after the cap
     * @param bonusBeforeCap what they would add without it
     * @param penalty what penalties take, after their cap
     * @param penaltyBeforeCap what they would take without it
     * @param exactFinal the final total before rounding, within 0 and full marks plus the cap of the bonus
     * @param finalTotal the final total, rounded as the standard says: what was compared and what is shown
     */
    public record Totals(
            Rational raw,
            Rational possible,
            Rational exact,
            Rational base,
            Rational bonus,
            Rational bonusBeforeCap,
            Rational penalty,
            Rational penaltyBeforeCap,
            Rational exactFinal,
            Rational finalTotal) {

        public boolean isRebased() {
            return !raw.equals(exact);
        }
    }

    /**
     * A bonus or penalty that was given.
     *
     * @param points what it adds or takes, 0 or more, before the common cap
     */
    public record AdjustmentResult(
            String id,
            boolean penalty,
            List<Entry> entries,
            @Nullable Working working,
            Rational points) {}

    /** A fact with its answer. */
    public record FactResult(String id, Entry entry) {}

    /**
     * Grade and rank.
     *
     * @param compared the number that was compared with the thresholds
     * @param reached the index of the grade by threshold, the best being 0
     * @param grade the index of the grade after caps
     * @param caps the ids of the caps that hold, whether or not they lowered the grade
     * @param rank 1 for the best; a fraction where ties are averaged
     * @param tied whether the rank is shared
     * @param decidedBy the links of the ranking's chain that decided between equal totals, separated by commas: the id
     *     of an area or a word as {@code measure:visits}; empty if none had to
     * @param among the kind of unit that was ranked by itself, empty where all are ranked together
     * @param by the area whose points were compared, empty for a total
     * @param steps what else decided about the grade: conditions that the unit does not meet, of its grade and of those
     *     above and below it, and the places of quotas
     */
    public record Outcome(
            Rational compared,
            int reached,
            int grade,
            List<String> caps,
            Rational rank,
            boolean tied,
            String decidedBy,
            String among,
            String by,
            List<Step> steps) {

        public Outcome {
            caps = List.copyOf(caps);
            steps = List.copyOf(steps);
        }

        /** Makes the outcome of a unit whose grade the total and caps alone decide. */
        public Outcome(
                Rational compared,
                int reached,
                int grade,
                List<String> caps,
                Rational rank,
                boolean tied,
                String decidedBy) {
            this(compared, reached, grade, caps, rank, tied, decidedBy, "", "", List.of());
        }

        Outcome ranked(Rational found, boolean shared, String link, String kind) {
            return new Outcome(compared, reached, grade, caps, found, shared, link, kind, by, steps);
        }

        Outcome decided(String link) {
            return new Outcome(compared, reached, grade, caps, rank, tied, link, among, by, steps);
        }

        Outcome with(String area, List<Step> more) {
            return new Outcome(compared, reached, grade, caps, rank, tied, decidedBy, among, area, more);
        }

        /** Returns this with a quota's decision: the grade that is left and why. */
        Outcome placed(int left, Step step) {
            List<Step> more = new ArrayList<>(steps);
            more.add(step);
            return new Outcome(compared, reached, left, caps, rank, tied, decidedBy, among, by, more);
        }

        /** Returns what decided about the grade that the unit has, without what would only matter to lower ones. */
        public List<Step> decisive() {
            return steps.stream()
                    .filter(step -> step.from() < grade || step.to() == step.from())
                    .toList();
        }
    }

    /** What a step of a grade decision is about. */
    public enum Why {
        /** A condition of the grade is not met. */
        CONDITION,
        /** The places of the grade: one was taken, or none was left. */
        QUOTA
    }

    /**
     * A step of a grade decision.
     *
     * @param from the index of the grade in question
     * @param to the index of the best grade that is left, the same where the grade was kept
     * @param reason in words
     */
    public record Step(Why why, int from, int to, Text reason) {}

    /** Returns all indicators in the order of the standard. */
    public Stream<IndicatorResult> indicators() {
        return areas.stream().flatMap(AreaResult::leaves);
    }

    /** Returns whether a score waits for the other units, so that there is no total. */
    public boolean isWithheld() {
        return indicators().anyMatch(one -> one.basis() == Basis.WITHHELD);
    }

    public Optional<IndicatorResult> indicator(String id) {
        return indicators().filter(result -> result.id().equals(id)).findFirst();
    }

    /** Returns the area of that id at any depth. */
    public Optional<AreaResult> area(String id) {
        return areas.stream()
                .flatMap(AreaResult::withInner)
                .filter(area -> area.id().equals(id))
                .findFirst();
    }

    UnitResult with(@Nullable Outcome changed) {
        return new UnitResult(unit, kind, place, areas, totals, adjustments, facts, changed, details, combined, panel);
    }
}
