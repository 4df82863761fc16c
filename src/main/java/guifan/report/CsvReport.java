package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.GroupResult;
import guifan.evaluate.GroupResult.Mean;
import guifan.evaluate.GroupResult.Member;
import guifan.evaluate.GroupingCard;
import guifan.evaluate.StandardCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.Unrated;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row per unit for spreadsheets: UTF-8 with a mark, CRLF, numbers bare, text that cannot act as a formula. */
final class CsvReport implements Report {

    private static final int COLUMNS_OF_TOTALS = 9;

    @Override
    public void write(Evaluation evaluation, Language language, Appendable out) throws IOException {
        CsvTable.begin(out);
        CsvTable.row(header(evaluation, language), out);
        List<String> details = ScoreTable.details(evaluation);
        for (UnitResult unit : ScoreTable.ranked(evaluation)) {
            CsvTable.row(row(evaluation, unit, details, language), out);
        }
        for (Unrated unit : evaluation.unrated()) {
            CsvTable.row(unrated(evaluation, unit, language), out);
        }
    }

    private static List<String> header(Evaluation evaluation, Language language) {
        StandardCard card = evaluation.standard();
        List<Text> header =
                new ArrayList<>(List.of(new Text("名次", "rank"), new Text("单位", "unit"), new Text("类别", "kind")));
        card.areas().forEach(area -> header.add(full(area.name(), area.points(), area.weight())));
        header.addAll(List.of(
                new Text("得分", "raw"),
                new Text("适用分值", "possible"),
                new Text("基础分", "base"),
                new Text("加分", "bonus"),
                new Text("扣分", "penalty"),
                new Text("最终得分", "final"),
                new Text("等次", "grade"),
                new Text("按分数等次", "threshold grade"),
                new Text("等次上限", "caps"),
                new Text("备注", "note"),
                new Text("评价标准", "standard")));
        card.indicators()
                .forEach(one -> header.add(full(one.base().name(), one.base().points(), one.weight())));
        ScoreTable.details(evaluation).forEach(heading -> header.add(Text.of(heading)));
        if (card.groups() != null) {
            String by = card.groups().by();
            header.addAll(List.of(
                    Text.of("%s·权重", "%s: weight", by),
                    Text.of("%s·平均分", "%s: mean", by),
                    Text.of("%s·等次", "%s: grade", by)));
        }
        return header.stream().map(text -> text(text.in(language))).toList();
    }

    private static Text full(String name, Rational points, @Nullable Rational weight) {
        return Text.of("%s（满分%s%s）", "%s (full %s%s)", name, number(points), CombinedWords.weight(weight));
    }

    private static Text standard(Evaluation evaluation) {
        return StandardLine.brief(evaluation.standard()).plus(StandardLine.stage(evaluation));
    }

    private static List<String> row(Evaluation evaluation, UnitResult unit, List<String> details, Language language) {
        StandardCard card = evaluation.standard();
        Outcome outcome = unit.outcome();
        List<String> row = new ArrayList<>();
        row.add(outcome == null ? "" : ScoreTable.rank(outcome));
        row.add(text(unit.unit()));
        row.add(text(unit.kind()));
        unit.areas().forEach(area -> row.add(area(area, language)));
        row.addAll(totals(card, unit, language));
        row.add(text(Remarks.full(evaluation, unit).in(language)));
        row.add(text(standard(evaluation).in(language)));
        unit.indicators().forEach(one -> row.add(indicator(one, language)));
        details.forEach(heading -> row.add(text(unit.details().getOrDefault(heading, ""))));
        Optional.ofNullable(card.groups()).ifPresent(groups -> row.addAll(group(evaluation, groups, unit)));
        return row;
    }

    /** Every body of a group says what the group comes to. */
    private static List<String> group(Evaluation evaluation, GroupingCard card, UnitResult unit) {
        for (GroupResult group : evaluation.groups()) {
            for (Member member : group.members()) {
                if (member.unit().equals(unit.unit())) {
                    Optional<Mean> mean = Optional.ofNullable(group.mean());
                    return List.of(
                            number(member.weight()),
                            mean.map(one -> Figures.total(one.total(), card.rounding()))
                                    .orElse(""),
                            mean.map(one -> text(card.grades().get(one.grade()).name()))
                                    .orElse(""));
                }
            }
        }
        return List.of("", "", "");
    }

    private static List<String> unrated(Evaluation evaluation, Unrated unit, Language language) {
        StandardCard card = evaluation.standard();
        int columns = header(evaluation, language).size();
        int totals = 3 + card.areas().size();
        List<String> row = new ArrayList<>(Collections.nCopies(columns, ""));
        row.set(1, text(unit.unit()));
        row.set(2, text(unit.kind()));
        row.set(totals + 6, Remarks.UNRATED.in(language));
        row.set(totals + COLUMNS_OF_TOTALS, text(Remarks.of(unit).in(language)));
        row.set(totals + COLUMNS_OF_TOTALS + 1, text(standard(evaluation).in(language)));
        return row;
    }

    private static String area(AreaResult area, Language language) {
        return area.possible().isZero() ? Remarks.leftOut(area).in(language) : number(area.score());
    }

    private static List<String> totals(StandardCard card, UnitResult unit, Language language) {
        Totals totals = unit.totals();
        Outcome outcome = unit.outcome();
        if (totals == null || outcome == null) {
            List<String> none = new ArrayList<>(Collections.nCopies(COLUMNS_OF_TOTALS, ""));
            none.set(5, new Text("无得分", "no score").in(language));
            return none;
        }
        Rounding rounding = card.finalRounding();
        return List.of(
                number(totals.raw()),
                number(totals.possible()),
                number(totals.base()),
                number(totals.bonus()),
                number(totals.penalty()),
                rounding == null ? number(totals.finalTotal()) : rounding.format(totals.finalTotal()),
                text(card.grades().get(outcome.grade()).name()),
                text(card.grades().get(outcome.reached()).name()),
                text(Text.join(Remarks.caps(card, outcome), "；", "; ").in(language)));
    }

    private static String indicator(IndicatorResult one, Language language) {
        if (!one.possible().isZero()) {
            return number(one.score());
        }
        return one.basis() == Basis.MISSING_EXCLUDED
                ? new Text("未填", "blank").in(language)
                : Remarks.leftOut(one).in(language);
    }

    private static String number(Rational value) {
        return CsvTable.number(value);
    }

    private static String text(String text) {
        return CsvTable.text(text);
    }
}
