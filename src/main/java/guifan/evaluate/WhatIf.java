package guifan.evaluate;

import guifan.evaluate.Overrides.Standing;
import guifan.number.Rational;
import guifan.source.Problems;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation would be if some things were different: a trial (试算), never a result.
 *
 * @param settings what was set, as it was written
 * @param rebased whether points were set; the total is then re-based to full marks
 * @param before the evaluation as it is
 * @param moves all units, in the order of the evaluation
 */
public record WhatIf(List<String> settings, boolean rebased, Evaluation before, List<Move> moves) {

    /** A unit as it is and as it would be. */
    public record Move(UnitResult before, UnitResult after) {

        /** Returns whether total, grade or rank differ. */
        public boolean isMoved() {
            return !standing(before).equals(standing(after));
        }

        public Standing was() {
            return standing(before);
        }

        public Standing would() {
            return standing(after);
        }

        private static Standing standing(UnitResult unit) {
            return unit.totals() == null || unit.outcome() == null
                    ? new Standing(unit.unit(), null, null, Rational.ZERO)
                    : new Standing(
                            unit.unit(),
                            unit.totals().finalTotal(),
                            unit.outcome().grade(),
                            unit.outcome().rank());
        }
    }

    /**
     * Tries {@code settings}: {@code 指标=实绩} for all units, {@code 单位/指标=实绩}, {@code 指标.points=分值}, {@code 等次=分数}. What
     * cannot be understood is reported.
     *
     * @param standard the one that {@code evaluation} was made with
     */
    public static WhatIf of(Standard standard, Evaluation evaluation, List<String> settings, Problems problems) {
        Settings read = Settings.read(standard, evaluation, settings, problems);
        List<Filing> filings = evaluation.units().stream()
                .map(unit -> Filing.of(standard, unit).with(read.answers(unit.unit())))
                .toList();
        List<UnitResult> after = evaluation.isPartial()
                ? Evaluator.apart(read.standard(), filings, read.shares())
                : Evaluator.together(read.standard(), filings, read.shares(), ranked -> orders(evaluation, ranked));
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            moves.add(new Move(evaluation.units().get(i), after.get(i)));
        }
        return new WhatIf(List.copyOf(settings), !read.shares().isEmpty(), evaluation, List.copyOf(moves));
    }

    /** Returns what was decided about units that are equal in the trial. */
    static Map<String, Rational> orders(Evaluation evaluation, List<UnitResult> ranked) {
        return evaluation.decisions() == null
                ? Map.of()
                : evaluation.decisions().orders(ranked);
    }
}
