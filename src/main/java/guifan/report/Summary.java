package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.Unrated;
import guifan.number.Rounding;
import guifan.source.Text;
import guifan.standard.Standard.RoundingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is said below a table: how many units have which grade, and how the numbers came about. */
public final class Summary {

    private Summary() {}

    /**
     * Returns the lines below the table.
     *
     * @param rounded whether a number in it is rounded only for show
     * @param together whether points reached and points that apply stand in the column of the base total
     */
    static List<Text> lines(Evaluation evaluation, boolean rounded, boolean together) {
        List<Text> lines = new ArrayList<>();
        lines.add(units(evaluation));
        if (evaluation.isPartial()) {
            lines.add(unrated(evaluation));
        }
        IntStream.range(0, evaluation.standard().grades().size()).forEach(grade -> lines.add(grade(evaluation, grade)));
        lines.addAll(notes(evaluation, rounded, together));
        return lines;
    }

    /** Returns those of the lines that say how the numbers came about. */
    static List<Text> notes(Evaluation evaluation, boolean rounded, boolean together) {
        StandardCard card = evaluation.standard();
        List<Text> lines = new ArrayList<>();
        long rebased = evaluation.units().stream()
                .filter(unit -> unit.totals() != null && isRebased(card, unit.totals()))
                .count();
        if (rebased > 0) {
            lines.add(rebased(evaluation, rebased, together));
        }
        if (card.finalRounding() != null) {
            lines.add(Text.of("最终得分%s", "The final total is %s", rounding(card.finalRounding())));
        }
        List<Text> consequences = card.grades().stream()
                .filter(grade -> !consequence(grade).zh().isEmpty())
                .map(grade -> Text.of("%s：%s", "%s: %s", grade.name(), consequence(grade)))
                .toList();
        if (!consequences.isEmpty()) {
            lines.add(Text.of("等次的后果：%s", "What grades lead to: %s", Text.join(consequences, "；", "; ")));
        }
        lines.addAll(new TakenWords(evaluation).summary());
        lines.addAll(new HistoryWords(evaluation).summary());
        lines.addAll(new OverrideWords(evaluation).summary());
        if (rounded) {
            lines.add(new Text(
                    "显示值四舍五入，合计以精确值为准", "Numbers shown are rounded; totals are computed from the exact values"));
        }
        return lines;
    }

    /** Returns whether not all points of the standard apply, so that the base total is re-based. */
    static boolean isRebased(StandardCard card, Totals totals) {
        return totals.isRebased() || !totals.possible().equals(card.total());
    }

    /** Returns how a number is rounded, in words. */
    public static Text rounding(Rounding rounding) {
        return Text.of("%s，保留%s位小数", "%s to %s decimals", RoundingPolicy.words(rounding.mode()), rounding.scale());
    }

    /** Returns what a grade leads to, empty if nothing. */
    static Text consequence(GradeCard grade) {
        Text then = Text.of(grade.then());
        if (grade.rectifyDays() == null) {
            return then;
        }
        Text days = Text.of("%s天内", "within %s days", grade.rectifyDays());
        return grade.then().isEmpty() ? days : then.plus(Text.of("（%s）", " (%s)", days));
    }

    private static Text units(Evaluation evaluation) {
        List<String> none = evaluation.units().stream()
                .filter(unit -> unit.outcome() == null)
                .map(UnitResult::unit)
                .toList();
        Text units = Text.of("共%s个单位", "%s units", evaluation.units().size());
        return none.isEmpty()
                ? units
                : units.plus(Text.of("，无得分%s个：%s", ", %s without a score: %s", none.size(), names(none)));
    }

    private static Text unrated(Evaluation evaluation) {
        List<String> units = evaluation.unrated().stream().map(Unrated::unit).toList();
        return Text.of(
                "未评 %s个：%s；尚有单位未评，不排名次",
                "not rated: %s (%s); no ranks while units are not rated", units.size(), names(units));
    }

    private static Text grade(Evaluation evaluation, int grade) {
        List<String> units = evaluation.units().stream()
                .filter(unit -> unit.outcome() != null && unit.outcome().grade() == grade)
                .map(UnitResult::unit)
                .toList();
        Text count = Text.of(
                "%s %s个", "%s: %s", evaluation.standard().grades().get(grade).name(), units.size());
        return units.isEmpty() ? count : count.plus(Text.of("：%s", " (%s)", names(units)));
    }

    private static Text names(List<String> units) {
        return Text.list(units);
    }

    private static Text rebased(Evaluation evaluation, long units, boolean together) {
        StandardCard card = evaluation.standard();
        boolean overall = evaluation.units().stream()
                .flatMap(unit -> Stream.ofNullable(unit.totals()))
                .allMatch(totals ->
                        totals.exact().equals(totals.raw().times(card.total()).dividedBy(totals.possible())));
        if (!overall) {
            return Text.of(
                    "%1$s个单位有不适用的分值，按方面折算后合计为%2$s分",
                    "In %1$s units some points do not apply; areas are re-based to %2$s points in all",
                    units,
                    card.total());
        }
        Text formula = Text.of(
                "%1$s个单位有不适用的分值，基础分＝得分÷适用分值×%2$s",
                "In %1$s units some points do not apply; base = points reached / points that apply * %2$s",
                units,
                card.total());
        return together ? formula.plus(new Text("，两数并列于基础分一栏", ", both shown")) : formula;
    }
}
