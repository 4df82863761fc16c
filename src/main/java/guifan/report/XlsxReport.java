package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.GroupResult;
import guifan.evaluate.GroupResult.Mean;
import guifan.evaluate.GroupingCard;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.Unrated;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.report.XlsxBook.Align;
import guifan.report.XlsxBook.Cell;
import guifan.report.XlsxBook.Column;
import guifan.report.XlsxBook.Table;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workbook for those who work on with the figures: totals, a matrix of scores, every detail, and what stands out. */
final class XlsxReport {

    private static final String GREEN = "C6EFCE";
    private static final String BLUE = "DDEBF7";
    private static final String YELLOW = "FFEB9C";
    private static final String RED = "FFC7CE";
    private static final String PALE = "FFF2CC";

    private static final int NUMBER = 11;
    private static final int NAME = 24;

    private final Evaluation evaluation;
    private final StandardCard card;
    private final Language language;

    private XlsxReport(Evaluation evaluation, Language language) {
        this.evaluation = evaluation;
        this.card = evaluation.standard();
        this.language = language;
    }

    /** Returns the file; the same evaluation gives the same bytes everywhere. */
    static byte[] of(Evaluation evaluation, Language language) throws IOException {
        XlsxReport report = new XlsxReport(evaluation, language);
        XlsxDetails details = new XlsxDetails(evaluation, language);
        XlsxRemarks remarks = new XlsxRemarks(evaluation, language);
        List<Table> tables =
                new ArrayList<>(List.of(report.summary(), report.matrix(), details.details(), remarks.remarks()));
        GroupTable.of(evaluation, language).map(report::groups).ifPresent(tables::add);
        XlsxPanels.of(evaluation, language).ifPresent(tables::add);
        remarks.reductions().ifPresent(tables::add);
        return XlsxBook.of(tables);
    }

    private String say(String zh, String en) {
        return new Text(zh, en).in(language);
    }

    private Table summary() {
        List<String> above = new ArrayList<>();
        StandardLine.lines(evaluation).forEach(line -> above.add(line.in(language)));
        if (evaluation.year() != null) {
            above.add(Text.of("评价年度：%s", "Year: %s", evaluation.year()).in(language));
        }
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("", say("名次", "rank"), NUMBER, Align.CENTRE));
        columns.add(new Column("", say("单位", "unit"), NAME, Align.LEFT));
        columns.add(new Column("", say("类别", "kind"), NUMBER, Align.CENTRE));
        for (AreaCard area : card.areas()) {
            columns.add(number(area.shortName() + "\n/" + Figures.brief(area.points())
                    + CombinedWords.weight(area.weight()).in(language)));
        }
        columns.add(number(say("得分", "raw")));
        columns.add(number(say("适用分值", "possible")));
        columns.add(number(say("基础分", "base") + "\n/" + Figures.brief(card.total())));
        columns.add(number(say("加分", "bonus")));
        columns.add(number(say("扣分", "penalty")));
        columns.add(number(say("最终得分", "final")));
        columns.add(new Column("", say("等次", "grade"), NUMBER, Align.CENTRE));
        columns.add(new Column("", say("备注", "note"), 44, Align.LEFT));
        List<List<Cell>> rows = new ArrayList<>();
        ScoreTable.ranked(evaluation).forEach(unit -> rows.add(summary(unit)));
        evaluation.unrated().forEach(unit -> rows.add(summary(unit, columns.size())));
        List<String> below = Summary.lines(evaluation, false, false).stream()
                .map(line -> line.in(language))
                .toList();
        return new Table(say("汇总", "Summary"), above, columns, 2, rows, below);
    }

    private static Column number(String name) {
        return new Column("", name, NUMBER, Align.FIGURES);
    }

    private List<Cell> summary(UnitResult unit) {
        Outcome outcome = unit.outcome();
        Totals totals = unit.totals();
        List<Cell> row = new ArrayList<>();
        row.add(outcome == null || outcome.rank().isZero() ? Cell.of("") : Cell.of(outcome.rank()));
        row.add(Cell.of(unit.unit()));
        row.add(Cell.of(unit.kind()));
        for (int i = 0; i < card.areas().size(); i++) {
            AreaResult area = unit.areas().get(i);
            row.add(score(area.score(), area.possible(), card.areas().get(i).points(), Remarks.leftOut(area)));
        }
        if (totals == null || outcome == null) {
            for (int i = 0; i < 5; i++) {
                row.add(Cell.of(""));
            }
            row.add(Cell.of(say("无得分", "no score")));
            row.add(Cell.of(""));
        } else {
            row.add(Cell.of(totals.raw()));
            row.add(Cell.of(totals.possible()));
            row.add(Cell.of(totals.base()));
            row.add(Cell.of(totals.bonus()));
            row.add(Cell.of(totals.penalty()));
            row.add(total(totals.finalTotal(), card.finalRounding()));
            row.add(Cell.of(card.grades().get(outcome.grade()).name()).filled(colour(outcome.grade())));
        }
        row.add(Cell.of(Remarks.of(evaluation, unit).in(language)));
        return row;
    }

    private List<Cell> summary(Unrated unit, int columns) {
        List<Cell> row = new ArrayList<>(Collections.nCopies(columns, Cell.of("")));
        row.set(1, Cell.of(unit.unit()));
        row.set(2, Cell.of(unit.kind()));
        row.set(columns - 2, Cell.of(Remarks.UNRATED.in(language)));
        row.set(columns - 1, Cell.of(Remarks.of(unit).in(language)));
        return row;
    }

    /** Where part of the points does not apply, those that do are shown behind the number. */
    private Cell score(Rational score, Rational possible, Rational points, Text leftOut) {
        if (possible.isZero()) {
            return Cell.of(leftOut.in(language));
        }
        Cell cell = Cell.of(score);
        return possible.equals(points)
                ? cell
                : cell.shownAs((score.isDecimal() ? "General" : "0.00") + "\"/" + Figures.brief(possible) + "\"");
    }

    private static Cell total(Rational total, @Nullable Rounding rounding) {
        Cell cell = Cell.of(total);
        return rounding == null || rounding.scale() == 0 ? cell : cell.shownAs("0." + "0".repeat(rounding.scale()));
    }

    /** The best grade is green, the lowest red. */
    private String colour(int grade) {
        if (grade == 0) {
            return GREEN;
        }
        return grade == card.grades().size() - 1 ? RED : grade == 1 ? BLUE : YELLOW;
    }

    private Table groups(ScoreTable table) {
        List<Column> columns = table.columns().stream()
                .map(column -> switch (column.place()) {
                    case UNIT -> new Column("", column.name(), NAME, Align.LEFT);
                    case NOTE -> new Column("", column.name(), 44, Align.LEFT);
                    default ->
                        column.number() ? number(column.name()) : new Column("", column.name(), NUMBER, Align.CENTRE);
                })
                .toList();
        List<GroupResult> groups = GroupTable.ranked(evaluation);
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            rows.add(group(groups.get(i), table.columns(), table.rows().get(i)));
        }
        List<String> below = GroupTable.notes(evaluation).stream()
                .map(line -> line.in(language))
                .toList();
        return new Table(say("汇总到项", "Together"), List.of(), columns, 2, rows, below);
    }

    /** The figures are those of the group, the words those of the table. */
    private List<Cell> group(GroupResult group, List<ScoreTable.Column> columns, List<String> shown) {
        GroupingCard grouping = Objects.requireNonNull(card.groups());
        Optional<Mean> mean = Optional.ofNullable(group.mean());
        Deque<Cell> figures = new ArrayDeque<>();
        figures.add(mean.map(one -> Cell.of(one.rank())).orElse(Cell.of("")));
        figures.add(Cell.of(Rational.of(group.members().size())));
        if (!grouping.weightedBy().isEmpty()) {
            figures.add(Cell.of(group.weight()));
        }
        figures.add(mean.map(one -> total(one.total(), grouping.rounding())).orElse(Cell.of("")));
        List<Cell> row = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            row.add(columns.get(i).number() ? figures.remove() : Cell.of(shown.get(i)));
        }
        return row;
    }

    private Table matrix() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("", say("单位", "unit"), NAME, Align.LEFT));
        columns.add(new Column("", say("类别", "kind"), NUMBER, Align.CENTRE));
        for (AreaCard area : card.areas()) {
            matrix(columns, area, "");
        }
        columns.add(number(say("基础分", "base")));
        List<List<Cell>> rows =
                ScoreTable.ranked(evaluation).stream().map(this::matrix).toList();
        return new Table(say("各指标得分", "Scores"), List.of(), columns, 2, rows, List.of());
    }

    /** Adds the columns of an area; its name stands above the first of them, behind those of the areas around it. */
    private void matrix(List<Column> columns, AreaCard area, String around) {
        String over = around + area.name() + CombinedWords.weight(area.weight()).in(language);
        for (AreaCard inner : area.areas()) {
            matrix(columns, inner, over + " · ");
        }
        for (IndicatorCard one : area.indicators()) {
            String full = Text.of(
                            "（满分%s%s）",
                            "(full %s%s)", Figures.brief(one.base().points()), CombinedWords.weight(one.weight()))
                    .in(language);
            columns.add(new Column(over, one.base().name() + "\n" + full, 12, Align.FIGURES));
            over = "";
        }
    }

    private List<Cell> matrix(UnitResult unit) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(unit.unit()), Cell.of(unit.kind())));
        List<IndicatorCard> cards = card.indicators().toList();
        List<IndicatorResult> results = unit.indicators().toList();
        for (int i = 0; i < results.size(); i++) {
            IndicatorResult one = results.get(i);
            boolean blank = one.basis() == Basis.MISSING_EXCLUDED;
            Cell cell = blank
                    ? Cell.of(say("未填", "blank"))
                    : score(one.score(), one.possible(), cards.get(i).base().points(), Remarks.leftOut(one));
            row.add(one.score().compareTo(one.possible()) < 0 ? cell.filled(PALE) : cell);
        }
        row.add(unit.totals() == null ? Cell.of("") : Cell.of(unit.totals().base()));
        return row;
    }
}
