package guifan.report;

import static guifan.report.Samples.area;
import static guifan.report.Samples.cell;
import static guifan.report.Samples.entry;
import static guifan.report.Samples.number;
import static guifan.report.Samples.other;
import static guifan.report.Samples.scored;
import static guifan.report.Samples.state;
import static guifan.report.Samples.totals;
import static guifan.report.Samples.unit;
import static guifan.report.Samples.working;

import guifan.evaluate.CellState;
import guifan.evaluate.Evaluation;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.rule.Working;
import guifan.source.CellPlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The units of the sample standard, each with corners of its own. */
final class SampleUnits {

    private SampleUnits() {}

    static Evaluation all() {
        return Samples.evaluation(town(), street(), silent(), none());
    }

    /** A town with losses of every form, a bonus and a penalty. */
    static UnitResult town() {
        CellPlace six = cell(2, 4);
        List<AreaResult> areas = List.of(
                area(
                        "party",
                        scored(
                                "study",
                                Samples.STUDY,
                                "3",
                                Map.of("", "3"),
                                Rational.ONE,
                                entry("", "3", "3", cell(2, 3))),
                        scored(
                                "six",
                                Samples.SIX,
                                "3",
                                Map.of("place", "1", "money", "0", "rules", "1"),
                                Rational.ONE,
                                entry("place", "缺：经费", "1", six),
                                entry("money", "缺：经费", "0", six),
                                entry("rules", "缺：经费", "1", six))),
                area(
                        "deputy",
                        scored(
                                "reply",
                                Samples.REPLY,
                                "3",
                                Map.of("", "275/3"),
                                Rational.ONE,
                                entry("part", "11", "11", cell(2, 5)),
                                entry("whole", "12", "12", cell(2, 6))),
                        scored(
                                "hold",
                                Samples.HOLD,
                                "1",
                                Map.of("", "1"),
                                Rational.ONE,
                                entry("", "是", "1", cell(2, 7)))));
        Working bonus = working(Samples.CASE, Map.of("省", "1", "台山", "1"));
        Working penalty = working(Samples.LATE, Map.of("", "2"));
        List<AdjustmentResult> adjustments = List.of(
                new AdjustmentResult(
                        "case",
                        false,
                        List.of(entry("省", "省（甲）；台山（乙）", "1", cell(2, 8)), entry("台山", "省（甲）；台山（乙）", "1", cell(2, 8))),
                        bonus,
                        bonus.score()),
                new AdjustmentResult(
                        "late", true, List.of(entry("", "2", "2", cell(2, 10))), penalty, penalty.score()));
        Totals totals = totals(areas, "2", "2.5", "0.4");
        return unit("白沙镇", "镇", 2, areas, Optional.of(totals), adjustments, "否", outcome(totals, 1, 1, "2", false));
    }

    /** A street: one indicator does not apply, so that its total is re-based; its grade is capped. */
    static UnitResult street() {
        Rational factor = Rational.of(10, 9);
        CellPlace six = cell(3, 4);
        List<AreaResult> areas = List.of(
                area(
                        "party",
                        scored("study", Samples.STUDY, "3", Map.of("", "3"), factor, entry("", "3", "3", cell(3, 3))),
                        scored(
                                "six",
                                Samples.SIX,
                                "3",
                                Map.of("place", "1", "money", "1"),
                                factor,
                                entry("place", "全；不涉及：制度", "1", six),
                                entry("money", "全；不涉及：制度", "1", six))),
                area(
                        "deputy",
                        scored(
                                "reply",
                                Samples.REPLY,
                                "3",
                                Map.of("", "100"),
                                factor,
                                entry("", "100%", "100", cell(3, 5))),
                        other("hold", Basis.NOT_APPLICABLE, "0", "0")));
        Totals totals = totals(areas, "0", "0", "0");
        return unit("台城街道", "街道", 3, areas, Optional.of(totals), List.of(), "是（号）", outcome(totals, 0, 1, "1", true));
    }

    /** A town whose scores do not come from rules. */
    static UnitResult silent() {
        List<AreaResult> areas = List.of(
                area(
                        "party",
                        other("study", Basis.NOT_REPORTED, "0", "3", state(CellState.NOT_REPORTED, "未报", cell(4, 3))),
                        other(
                                "six",
                                Basis.FALSE_MATERIAL,
                                "0",
                                "3",
                                state(CellState.FALSE_MATERIAL, "作假", cell(4, 4)))),
                area(
                        "deputy",
                        other(
                                "reply",
                                Basis.ZERO_OF_ZERO,
                                "3",
                                "3",
                                entry("part", "0", "0", cell(4, 5)),
                                entry("whole", "0", "0", cell(4, 6))),
                        other("hold", Basis.MISSING_ZERO, "0", "1", state(CellState.BLANK, "", cell(4, 7)))));
        Totals totals = totals(areas, "0", "0", "0");
        return unit("北陡镇", "镇", 4, areas, Optional.of(totals), List.of(), "否", outcome(totals, 2, 2, "3", false));
    }

    /** A unit to which nothing applies. */
    static UnitResult none() {
        List<AreaResult> areas = List.of(
                area(
                        "party",
                        other("study", Basis.NOT_APPLICABLE, "0", "0"),
                        other("six", Basis.NOT_APPLICABLE, "0", "0")),
                area(
                        "deputy",
                        other("reply", Basis.MISSING_EXCLUDED, "0", "0", state(CellState.BLANK, "", cell(5, 5))),
                        other("hold", Basis.NOT_APPLICABLE, "0", "0")));
        return unit("新区", "街道", 5, areas, Optional.empty(), List.of(), "否", Optional.empty());
    }

    private static Optional<Outcome> outcome(Totals totals, int reached, int grade, String rank, boolean veto) {
        return Optional.of(new Outcome(
                totals.finalTotal(), reached, grade, veto ? List.of("veto") : List.of(), number(rank), false, ""));
    }
}
