package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.rule.Numbers;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The units that stand close to a line between grades (临界与争议清单), with what decided. */
public final class NearPage {

    private final Evaluation evaluation;
    private final StandardCard card;
    private final OverrideWords overrides;

    private NearPage(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.card = evaluation.standard();
        this.overrides = new OverrideWords(evaluation);
    }

    /** A unit close to the lower bound of a grade. */
    private record Near(UnitResult unit, Outcome outcome, GradeCard line, Rational bound) {

        Rational distance() {
            return outcome.compared().minus(bound);
        }
    }

    /**
     * A unit close to a line, in words.
     *
     * @param compared the number that was compared
     * @param distance how it stands to which line
     * @param exact the number before rounding
     * @param margin how far that is from the line
     * @param grade what it came to
     * @param decided what decided besides the plain number
     * @param changes what was changed by hand
     * @param effect what manual changes do to it, empty if none does
     */
    public record Entry(
            UnitResult unit,
            String compared,
            Text distance,
            Text exact,
            Text margin,
            String grade,
            List<Text> decided,
            List<Text> changes,
            Optional<Text> effect) {}

    /** Returns the units whose total is no further than {@code distance} from a threshold, the closest first. */
    public static List<Entry> entries(Evaluation evaluation, Rational distance) {
        NearPage page = new NearPage(evaluation);
        return page.near(distance).stream().map(page::entry).toList();
    }

    /**
     * Writes the units whose total is no further than {@code distance} from a threshold, the closest first.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(Evaluation evaluation, Rational distance, Language language, Appendable out)
            throws IOException {
        Page page = new Page(out, language);
        for (Text line : StandardLine.lines(evaluation)) {
            page.line(0, line);
        }
        List<Entry> all = entries(evaluation, distance);
        page.line(
                0,
                "临界与争议清单：与等次线相差不超过 %s 分的，共 %s 处",
                "Close to a line between grades, by %s or less: %s",
                Numbers.shown(distance),
                all.size());
        for (Entry entry : all) {
            page.blank();
            write(entry, page);
        }
    }

    private static void write(Entry entry, Page page) throws IOException {
        UnitResult unit = entry.unit();
        page.line(0, "%s（%s）：%s，%s", "%s (%s): %s, %s", unit.unit(), unit.kind(), entry.compared(), entry.distance());
        page.line(1, "精确值：%s，距线 %s", "Exact value: %s, from the line %s", entry.exact(), entry.margin());
        page.line(1, "等次：%s", "Grade: %s", entry.grade());
        for (Text decided : entry.decided()) {
            page.line(1, decided);
        }
        for (Text change : entry.changes()) {
            page.line(1, "更正：%s", "Changed by hand: %s", change);
        }
        if (entry.effect().isPresent()) {
            page.line(
                    1,
                    "更正的影响：%s",
                    "Effect of manual changes: %s",
                    entry.effect().get());
        }
    }

    private List<Near> near(Rational distance) {
        List<Near> all = new ArrayList<>();
        for (UnitResult unit : evaluation.units()) {
            for (GradeCard grade : card.grades()) {
                if (unit.outcome() != null && grade.atLeast() != null) {
                    Near near = new Near(unit, unit.outcome(), grade, grade.atLeast());
                    if (near.distance().abs().compareTo(distance) <= 0) {
                        all.add(near);
                    }
                }
            }
        }
        all.sort(Comparator.comparing(near -> near.distance().abs()));
        return all;
    }

    private Entry entry(Near near) {
        UnitResult unit = near.unit();
        Totals totals = Objects.requireNonNull(unit.totals());
        Rational compared = near.outcome().compared();
        Rational total = card.gradeOnFinal() ? totals.exactFinal() : totals.exact();
        Rational exact = near.outcome().by().isEmpty() ? total : compared;
        List<Text> changes = overrides.lines(unit, null);
        return new Entry(
                unit,
                Figures.total(compared, compared.equals(totals.finalTotal()) ? card.finalRounding() : null),
                distance(near),
                Figures.result(exact),
                Figures.result(exact.minus(near.bound())),
                card.grades().get(near.outcome().grade()).name(),
                decided(near, exact),
                changes,
                changes.isEmpty() && !isTouched(unit) ? Optional.empty() : Optional.of(overrides.effect(unit)));
    }

    private static Text distance(Near near) {
        String name = near.line().name();
        String bound = Numbers.shown(near.bound());
        if (near.distance().isZero()) {
            return Text.of("恰在“%s”线 %s 上", "exactly on the line of %s, %s", name, bound);
        }
        String points = Numbers.shown(near.distance().abs());
        return near.distance().signum() > 0
                ? Text.of("高出“%s”线（%s）%s 分", "above the line of %s (%s) by %s", name, bound, points)
                : Text.of("差“%s”线（%s）%s 分", "below the line of %s (%s) by %s", name, bound, points);
    }

    private boolean isTouched(UnitResult unit) {
        return evaluation.overrides() != null
                && evaluation.overrides().without(unit.unit()).isPresent();
    }

    /** Returns what decided besides the plain number: rounding, caps, ties. */
    private List<Text> decided(Near near, Rational exact) {
        Outcome outcome = near.outcome();
        List<Text> decided = new ArrayList<>();
        boolean reaches = outcome.compared().compareTo(near.bound()) >= 0;
        if (reaches != exact.compareTo(near.bound()) >= 0) {
            decided.add(
                    reaches
                            ? new Text("起决定作用：舍入后才达到此线", "Decided by rounding: only the rounded value reaches the line")
                            : new Text(
                                    "起决定作用：舍入后才低于此线", "Decided by rounding: only the rounded value is below the line"));
        }
        for (Text cap : Remarks.caps(card, outcome)) {
            decided.add(Text.of("等次上限：%s", "Grade cap: %s", cap));
        }
        Remarks.lowered(outcome).forEach(step -> decided.add(Text.of("等次条件：%s", "Conditions of the grade: %s", step)));
        if (outcome.tied()) {
            decided.add(new Text("与他单位同分并列", "Tied with another unit"));
        }
        if (!outcome.decidedBy().isEmpty()) {
            decided.add(Remarks.decided(card, outcome));
        }
        return decided;
    }
}
