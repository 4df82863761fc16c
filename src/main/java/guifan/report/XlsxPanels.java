package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.PanelResult;
import guifan.evaluate.PanelResult.Judge;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.number.Rational;
import guifan.report.XlsxBook.Align;
import guifan.report.XlsxBook.Cell;
import guifan.report.XlsxBook.Column;
import guifan.report.XlsxBook.Table;
import guifan.source.Language;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The worksheet of a workbook about what each assessor came to: a row per unit, panel and assessor. */
final class XlsxPanels {

    private final Language language;
    private final List<List<Cell>> rows = new ArrayList<>();

    private XlsxPanels(Language language) {
        this.language = language;
    }

    /** Returns the worksheet, nothing where no sums of assessors were combined. */
    static Optional<Table> of(Evaluation evaluation, Language language) {
        XlsxPanels panels = new XlsxPanels(language);
        for (UnitResult unit : ScoreTable.ranked(evaluation)) {
            if (unit.panel() != null) {
                panels.add(unit, new Text("基础分", "base total"), unit.panel());
            }
            for (int i = 0; i < unit.areas().size(); i++) {
                panels.add(
                        unit, evaluation.standard().areas().get(i), unit.areas().get(i));
            }
        }
        return panels.rows.isEmpty() ? Optional.empty() : Optional.of(panels.table());
    }

    private void add(UnitResult unit, AreaCard card, AreaResult area) {
        if (area.panel() != null) {
            add(unit, Text.of(card.name()), area.panel());
        }
        for (int i = 0; i < area.areas().size(); i++) {
            add(unit, card.areas().get(i), area.areas().get(i));
        }
    }

    private void add(UnitResult unit, Text node, PanelResult panel) {
        for (Judge judge : panel.judges()) {
            Text note = panel.combined() == null ? PanelWords.tooFew(panel) : PanelWords.note(judge);
            rows.add(List.of(
                    Cell.of(unit.unit()),
                    Cell.of(node.in(language)),
                    Cell.of(judge.assessor()),
                    Cell.of(judge.state().word()),
                    figure(judge.exact()),
                    figure(judge.sum()),
                    Cell.of(judge.weight()),
                    Cell.of(judge.share()),
                    figure(panel.combined()),
                    Cell.of(note.in(language))));
        }
    }

    private static Cell figure(@Nullable Rational number) {
        return number == null ? Cell.of("") : Cell.of(number);
    }

    private Table table() {
        List<Column> columns = List.of(
                column("单位", "unit", 24),
                column("合成于", "combined at", 20),
                column("考评员", "assessor", 16),
                column("未打分", "gave no marks", 10),
                figures("合计", "sum"),
                figures("舍入后", "rounded"),
                figures("权重", "weight"),
                figures("计入", "counts"),
                figures("合成分", "combined"),
                column("说明", "note", 40));
        return new Table(new Text("考评员合计", "Assessors").in(language), List.of(), columns, 3, rows, List.of());
    }

    private Column column(String zh, String en, int widest) {
        return new Column("", new Text(zh, en).in(language), widest, Align.LEFT);
    }

    private Column figures(String zh, String en) {
        return new Column("", new Text(zh, en).in(language), 12, Align.FIGURES);
    }
}
