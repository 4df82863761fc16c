package guifan.report;

import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.Unrated;
import guifan.number.Rational;
import guifan.report.XlsxBook.Align;
import guifan.report.XlsxBook.Cell;
import guifan.report.XlsxBook.Column;
import guifan.report.XlsxBook.Table;
import guifan.rule.Numbers;
import guifan.source.CellPlace;
import guifan.source.Language;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The worksheets of a workbook about what stands out, and about what checking reduced. */
final class XlsxRemarks {

    private final Evaluation evaluation;
    private final StandardCard card;
    private final Language language;
    private final AnswerWords answers;
    private final OverrideWords overrides;

    XlsxRemarks(Evaluation evaluation, Language language) {
        this.evaluation = evaluation;
        this.card = evaluation.standard();
        this.language = language;
        this.answers = new AnswerWords(evaluation);
        this.overrides = new OverrideWords(evaluation);
    }

    private String say(String zh, String en) {
        return new Text(zh, en).in(language);
    }

    private Column column(String zh, String en, int widest) {
        return new Column("", say(zh, en), widest, Align.LEFT);
    }

    /**
     * Returns the worksheet with what stands out: units that are not rated and why, manual changes, caps, blanks, what
     * was not reported, what was re-based.
     */
    Table remarks() {
        List<Column> columns = List.of(
                column("单位", "unit", 24),
                column("方面", "area", 20),
                column("指标", "indicator", 30),
                column("内容", "remark", 70),
                column("单元格", "cell", 16));
        List<List<Cell>> rows = new ArrayList<>();
        for (Unrated unit : evaluation.unrated()) {
            unit.reasons().forEach(reason -> rows.add(unrated(unit, reason)));
        }
        for (UnitResult unit : ScoreTable.ranked(evaluation)) {
            about(unit).forEach(remark -> rows.add(remark(unit, "", "", remark, List.of())));
            for (AreaCard area : card.areas()) {
                for (IndicatorCard one : area.leaves().toList()) {
                    unit.indicator(one.id())
                            .filter(XlsxRemarks::standsOut)
                            .ifPresent(result -> rows.add(remark(
                                    unit,
                                    area.name(),
                                    one.wording(unit.kind()).name(),
                                    AnswerWords.state(result, unit),
                                    result.entries())));
                }
            }
        }
        List<String> none = rows.isEmpty() ? List.of(say("没有需要说明的问题", "Nothing stands out")) : List.of();
        return new Table(say("问题", "Remarks"), List.of(), columns, 1, rows, none);
    }

    /** That an indicator is not for this kind of unit is as it should be. */
    private static boolean standsOut(IndicatorResult result) {
        return result.basis() != Basis.RULE
                && (result.basis() != Basis.NOT_APPLICABLE || !result.entries().isEmpty());
    }

    private List<Cell> remark(UnitResult unit, String area, String indicator, Text remark, List<Entry> entries) {
        return List.of(
                Cell.of(unit.unit()),
                Cell.of(area),
                Cell.of(indicator),
                Cell.of(remark.in(language)),
                Cell.of(Text.join(answers.places(entries), "、", ", ").in(language)));
    }

    private List<Cell> unrated(Unrated unit, Unrated.Reason reason) {
        CellPlace place = reason.place();
        return List.of(
                Cell.of(unit.unit()),
                Cell.of(""),
                Cell.of(place.header()),
                Cell.of(Remarks.UNRATED
                        .plus(Text.of("：%s", ": %s", reason.message()))
                        .in(language)),
                Cell.of(place.words().in(language)));
    }

    private List<Text> about(UnitResult unit) {
        List<Text> remarks = new ArrayList<>(overrides.lines(unit, null));
        remarks.replaceAll(line -> Text.of("更正　%s", "changed by hand: %s", line));
        if (evaluation.overrides() != null
                && evaluation.overrides().without(unit.unit()).isPresent()) {
            remarks.add(Text.of("更正的影响：%s", "effect of what was changed by hand: %s", overrides.effect(unit)));
        }
        Outcome outcome = unit.outcome();
        Totals totals = unit.totals();
        if (outcome == null || totals == null) {
            remarks.add(Remarks.withoutTotal(unit).plus(new Text("，无得分", ": no score")));
            return remarks;
        }
        remarks.addAll(Remarks.caps(card, outcome));
        remarks.addAll(Remarks.lowered(outcome));
        if (!outcome.decidedBy().isEmpty()) {
            remarks.add(Remarks.decided(card, outcome));
        } else if (outcome.tied()) {
            remarks.add(new Text("并列", "tied"));
        }
        remarks.addAll(Remarks.limits(totals));
        if (Summary.isRebased(card, totals)) {
            remarks.add(Text.of(
                    "有不适用的分值：得分 %s、适用分值 %s，折算为基础分 %s",
                    "some points do not apply: %s of %s, re-based to %s",
                    Numbers.shown(totals.raw()),
                    Numbers.shown(totals.possible()),
                    Numbers.shown(totals.base())));
        }
        return remarks;
    }

    /** Returns the worksheet with what checking reduced, if anything was checked. */
    Optional<Table> reductions() {
        if (evaluation.checks().isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> list = ReductionList.rows(evaluation, language);
        List<Column> columns = list.get(0).stream()
                .map(name -> new Column("", name, 30, Align.LEFT))
                .toList();
        List<List<Cell>> rows = list.stream()
                .skip(1)
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(i -> cell(i, row.get(i)))
                        .toList())
                .toList();
        List<String> none = rows.isEmpty() ? List.of(say("核定与自评一致", "All was confirmed as reported")) : List.of();
        return Optional.of(new Table(say("核减清单", "Reductions"), List.of(), columns, 1, rows, none));
    }

    private static Cell cell(int column, String text) {
        Optional<Rational> number = ReductionList.FIGURES.contains(column) ? Rational.parse(text) : Optional.empty();
        return number.map(Cell::of).orElse(Cell.of(text));
    }
}
