package guifan.report;

import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AdjustmentCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.StandardCard.FactCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.StandardCard.ItemCard;
import guifan.evaluate.StandardCard.WordingCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.FactResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.report.XlsxBook.Align;
import guifan.report.XlsxBook.Cell;
import guifan.report.XlsxBook.Column;
import guifan.report.XlsxBook.Table;
import guifan.rule.Working;
import guifan.source.Language;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The worksheet of a workbook that goes into detail: a row per unit and indicator. */
final class XlsxDetails {

    private static final int COLUMNS = 16;

    private final Evaluation evaluation;
    private final StandardCard card;
    private final Language language;
    private final AnswerWords answers;

    XlsxDetails(Evaluation evaluation, Language language) {
        this.evaluation = evaluation;
        this.card = evaluation.standard();
        this.language = language;
        this.answers = new AnswerWords(evaluation);
    }

    private String say(String zh, String en) {
        return new Text(zh, en).in(language);
    }

    private Column column(String zh, String en, int widest) {
        return new Column("", say(zh, en), widest, Align.LEFT);
    }

    private Column figures(String zh, String en) {
        return new Column("", say(zh, en), 12, Align.FIGURES);
    }

    /** Returns the worksheet with everything about every indicator of every unit. */
    Table details() {
        List<Column> columns = List.of(
                column("单位", "unit", 24),
                column("方面", "area", 20),
                column("指标代码", "indicator id", 18),
                column("指标", "indicator", 30),
                column("状态", "state", 22),
                column("填报", "filled in", 26),
                column("实绩", "measure", 18),
                column("评分规则", "rule", 44),
                column("计算", "working", 40),
                figures("得分", "score"),
                figures("分值", "points"),
                figures("贡献", "contribution"),
                column("单元格", "cell", 16),
                column("佐证", "evidence", 24),
                column("应有佐证", "evidence required", 30),
                column("依据与说明", "basis and notes", 110));
        List<List<Cell>> rows = new ArrayList<>();
        for (UnitResult unit : ScoreTable.ranked(evaluation)) {
            for (AreaCard area : card.areas()) {
                for (IndicatorCard one : area.leaves().toList()) {
                    unit.indicator(one.id()).ifPresent(result -> rows.add(indicator(unit, area, one, result)));
                }
            }
            unit.adjustments().forEach(one -> rows.add(adjustment(unit, one)));
            unit.facts().forEach(one -> rows.add(fact(unit, one)));
        }
        return new Table(say("明细", "Details"), List.of(), columns, 4, rows, List.of());
    }

    private List<Cell> indicator(UnitResult unit, AreaCard area, IndicatorCard one, IndicatorResult result) {
        WordingCard wording = one.wording(unit.kind());
        Row row = new Row(unit, area.name(), one.id(), wording.name());
        row.said(4, AnswerWords.state(result, unit));
        row.filled(result.entries(), wording.items());
        AnswerWords.measure(result, wording).ifPresent(measure -> row.said(6, measure));
        row.said(7, wording.clause());
        row.working(result.working(), wording.items(), wording.measuredIn());
        row.number(9, result.score());
        row.number(10, result.possible());
        row.number(11, result.contribution());
        row.text(14, String.join(say("；", "; "), wording.evidence()));
        List<String> about = new ArrayList<>();
        wording.basis().forEach(basis -> about.add(basis.in(language)));
        about.add(wording.note());
        row.text(15, String.join("\n", about).strip());
        return row.cells;
    }

    private List<Cell> adjustment(UnitResult unit, AdjustmentResult one) {
        AdjustmentCard known = card.adjustments().stream()
                .filter(adjustment -> adjustment.id().equals(one.id()))
                .findFirst()
                .orElseThrow();
        Row row = new Row(unit, one.penalty() ? say("扣分", "penalty") : say("加分", "bonus"), one.id(), known.name());
        row.filled(one.entries(), known.items());
        row.said(7, known.clause());
        row.working(one.working(), known.items(), known.measuredIn());
        row.number(9, one.penalty() ? Rational.ZERO.minus(one.points()) : one.points());
        return row.cells;
    }

    private List<Cell> fact(UnitResult unit, FactResult one) {
        String name = card.facts().stream()
                .filter(fact -> fact.id().equals(one.id()))
                .findFirst()
                .map(FactCard::name)
                .orElse(one.id());
        Row row = new Row(unit, say("事实", "fact"), one.id(), name);
        row.filled(List.of(one.entry()), Map.of());
        return row.cells;
    }

    /** A row that is filled in cell by cell. */
    private final class Row {

        private final List<Cell> cells = new ArrayList<>(Collections.nCopies(COLUMNS, Cell.of("")));

        Row(UnitResult unit, String area, String id, String name) {
            text(0, unit.unit());
            text(1, area);
            text(2, id);
            text(3, name);
        }

        void text(int column, String text) {
            cells.set(column, Cell.of(text));
        }

        void said(int column, Text text) {
            text(column, text.in(language));
        }

        void number(int column, Rational number) {
            cells.set(column, Cell.of(number));
        }

        void filled(List<Entry> entries, Map<String, ItemCard> items) {
            said(5, Text.join(AnswerWords.answers(entries, items), "；", "; "));
            said(12, Text.join(answers.places(entries), "、", ", "));
            List<String> evidence = entries.stream()
                    .map(Entry::evidence)
                    .filter(named -> !named.isEmpty())
                    .distinct()
                    .toList();
            text(13, String.join(say("；", "; "), evidence));
        }

        void working(@Nullable Working working, Map<String, ItemCard> items, String measuredIn) {
            if (working != null) {
                said(8, WorkingWords.of(working, items, measuredIn));
            }
        }
    }
}
