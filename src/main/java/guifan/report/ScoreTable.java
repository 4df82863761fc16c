package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Mapped;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.Unrated;
import guifan.number.Rational;
import guifan.source.Language;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The table that people read: a row per unit, the best first.
 *
 * @param rows as many cells as there are columns
 * @param rounded whether a number in it is rounded only for show
 */
public record ScoreTable(List<Column> columns, List<List<String>> rows, boolean rounded) {

    /**
     * A column.
     *
     * @param full its full points, as {@code /10}, empty if it has none
     * @param number whether it is aligned to the right
     * @param place what it is for a screen that is too narrow
     */
    public record Column(String name, String full, boolean number, Place place) {}

    /** What a column is for a screen that is too narrow. */
    public enum Place {
        /** Names the unit, in every block. */
        UNIT,
        /** One area, in the blocks after the first. */
        AREA,
        /** Words of any length, at the end. */
        NOTE,
        /** All else, in the first block. */
        RESULT
    }

    /** Stands for the outcome of a unit without a score. */
    private static final Outcome NONE = new Outcome(Rational.ZERO, 0, 0, List.of(), Rational.ZERO, false, "");

    /** Returns the table of {@code evaluation}; {@code arrow} stands between a sum and what it is re-based to. */
    public static ScoreTable of(Evaluation evaluation, Language language, String arrow) {
        Rows rows = new Rows(evaluation, language, arrow);
        List<List<String>> cells = new ArrayList<>();
        ranked(evaluation).forEach(unit -> cells.add(rows.row(unit)));
        evaluation.unrated().forEach(unit -> cells.add(rows.row(unit)));
        ScoreTable table =
                new ScoreTable(columns(evaluation.standard(), details(evaluation), language), cells, rows.rounded);
        return evaluation.isPartial() ? table.withoutFirstColumn() : table;
    }

    /** Ranks are withheld while units are not rated. */
    private ScoreTable withoutFirstColumn() {
        return new ScoreTable(
                columns.subList(1, columns.size()),
                rows.stream().map(row -> row.subList(1, row.size())).toList(),
                rounded);
    }

    /**
     * Returns the units by rank, kinds that are ranked by themselves one after the other, equals in the order of the
     * sheets, those without a score last.
     */
    public static List<UnitResult> ranked(Evaluation evaluation) {
        List<Integer> scored = new ArrayList<>();
        List<Integer> without = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < evaluation.units().size(); i++) {
            Optional<Outcome> outcome = evaluation.outcome(i);
            (outcome.isPresent() ? scored : without).add(i);
            outcomes.add(outcome.orElse(NONE));
        }
        scored.sort(Comparator.<Integer, String>comparing(i -> outcomes.get(i).among())
                .thenComparing(i -> outcomes.get(i).rank()));
        scored.addAll(without);
        return Mapped.of(scored, evaluation.units()::get);
    }

    /** Returns a rank, empty where ranks were withheld. */
    public static String rank(Outcome outcome) {
        return outcome.rank().isZero() ? "" : outcome.rank().toString();
    }

    private static List<Column> columns(StandardCard card, List<String> details, Language language) {
        List<Column> columns = new ArrayList<>();
        columns.add(column("名次", "rank", "", true, language));
        columns.add(subject(details, language));
        details.forEach(heading -> columns.add(new Column(heading, "", false, Place.RESULT)));
        columns.add(column("类别", "kind", "", false, language));
        for (AreaCard area : card.areas()) {
            columns.add(new Column(area.shortName(), "/" + Figures.brief(area.points()), true, Place.AREA));
        }
        columns.add(column("基础分", "base", "/" + Figures.brief(card.total()), true, language));
        columns.add(column("加分", "bonus", "", true, language));
        columns.add(column("扣分", "penalty", "", true, language));
        columns.add(column("最终得分", "final", "", true, language));
        columns.add(column("等次", "grade", "", false, language));
        columns.add(column("备注", "note", Place.NOTE, language));
        return columns;
    }

    /** Returns what sheets say of every body beside its name, nothing where units themselves are scored. */
    static List<String> details(Evaluation evaluation) {
        return evaluation.units().isEmpty()
                ? List.of()
                : List.copyOf(evaluation.units().get(0).details().keySet());
    }

    private static Column subject(List<String> details, Language language) {
        return details.isEmpty()
                ? column("单位", "unit", Place.UNIT, language)
                : column("名称", "name", Place.UNIT, language);
    }

    private static Column column(String zh, String en, String full, boolean number, Language language) {
        return new Column(new Text(zh, en).in(language), full, number, Place.RESULT);
    }

    private static Column column(String zh, String en, Place place, Language language) {
        return new Column(new Text(zh, en).in(language), "", false, place);
    }

    /** Makes rows, and keeps in mind whether a number had to be rounded for show. */
    private static final class Rows {

        private final Evaluation evaluation;
        private final StandardCard card;
        private final Language language;
        private final String arrow;
        private final List<String> details;
        private boolean rounded;

        Rows(Evaluation evaluation, Language language, String arrow) {
            this.evaluation = evaluation;
            this.card = evaluation.standard();
            this.language = language;
            this.arrow = arrow;
            this.details = details(evaluation);
        }

        List<String> row(UnitResult unit) {
            Outcome outcome = unit.outcome();
            Totals totals = unit.totals();
            List<String> cells = new ArrayList<>();
            cells.add(outcome == null ? "" : rank(outcome));
            cells.add(unit.unit());
            details.forEach(heading -> cells.add(unit.details().getOrDefault(heading, "")));
            cells.add(unit.kind());
            for (int i = 0; i < card.areas().size(); i++) {
                cells.add(area(card.areas().get(i), unit.areas().get(i)));
            }
            if (totals == null || outcome == null) {
                cells.addAll(List.of("", "", "", new Text("无得分", "no score").in(language), ""));
            } else {
                cells.add(base(totals));
                cells.add(figure(totals.bonus()));
                cells.add(figure(totals.penalty()));
                rounded |= card.finalRounding() == null && !Figures.isShort(totals.finalTotal());
                cells.add(Figures.total(totals.finalTotal(), card.finalRounding()));
                cells.add(card.grades().get(outcome.grade()).name());
            }
            cells.add(Remarks.of(evaluation, unit).in(language));
            return cells;
        }

        List<String> row(Unrated unit) {
            List<String> cells = new ArrayList<>(List.of("", unit.unit()));
            details(evaluation).forEach(heading -> cells.add(""));
            cells.add(unit.kind());
            cells.addAll(Collections.nCopies(card.areas().size() + 4, ""));
            cells.add(Remarks.UNRATED.in(language));
            cells.add(Remarks.of(unit).in(language));
            return cells;
        }

        /** Where part of an area does not apply, the points that do are shown beside those reached. */
        private String area(AreaCard area, AreaResult result) {
            if (result.possible().isZero()) {
                return Remarks.leftOut(result).in(language);
            }
            String reached = figure(result.score());
            return result.possible().equals(area.points()) ? reached : reached + "/" + figure(result.possible());
        }

        private String base(Totals totals) {
            return Summary.isRebased(card, totals)
                    ? figure(totals.raw()) + "/" + figure(totals.possible()) + arrow + figure(totals.base())
                    : figure(totals.base());
        }

        private String figure(Rational value) {
            rounded |= !Figures.isShort(value);
            return Figures.brief(value);
        }
    }
}
