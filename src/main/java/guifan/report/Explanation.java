package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says how a unit came to its total and grade, from the reasons that its result holds. */
public final class Explanation {

    private final Evaluation evaluation;
    private final StandardCard card;
    private final UnitResult unit;
    private final Page page;

    private Explanation(Evaluation evaluation, UnitResult unit, Page page) {
        this.evaluation = evaluation;
        this.card = evaluation.standard();
        this.unit = unit;
        this.page = page;
    }

    /**
     * Writes the whole of {@code unit}: every indicator, the totals, grade and rank.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(Evaluation evaluation, UnitResult unit, Language language, Appendable out)
            throws IOException {
        new Explanation(evaluation, unit, new Page(out, language)).whole();
    }

    /**
     * Writes the chain of one indicator of {@code unit}, from its cells to its contribution.
     *
     * @param indicator one of the standard's
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(
            Evaluation evaluation, UnitResult unit, IndicatorCard indicator, Language language, Appendable out)
            throws IOException {
        new Explanation(evaluation, unit, new Page(out, language)).one(indicator);
    }

    /** Returns the lines of the chain of one indicator, without what the whole result says. */
    public static List<String> chain(
            Evaluation evaluation, UnitResult unit, IndicatorCard indicator, Language language) {
        IndicatorResult result = unit.indicator(indicator.id()).orElseThrow();
        return lines(language, page -> new Explanation(evaluation, unit, page).steps(indicator, result));
    }

    /** Returns the lines that lead from the contributions to the grade, none if there is no score. */
    public static List<String> totals(Evaluation evaluation, UnitResult unit, Language language) {
        Totals totals = unit.totals();
        return totals == null
                ? List.of()
                : lines(language, page -> new TotalsExplanation(evaluation, unit, page).withoutRank(totals));
    }

    /** Writes a part of a page. */
    @FunctionalInterface
    private interface PagePart {
        void write(Page page) throws IOException;
    }

    private static List<String> lines(Language language, PagePart part) {
        StringBuilder out = new StringBuilder();
        try {
            part.write(new Page(out, language));
        } catch (IOException e) {
            throw new IllegalStateException("a string can be written", e);
        }
        return out.toString().lines().map(String::strip).toList();
    }

    private static String area(StandardCard card, IndicatorCard indicator) {
        return card.areas().stream()
                .filter(one -> one.leaves().anyMatch(indicator::equals))
                .map(AreaCard::name)
                .findFirst()
                .orElseThrow();
    }

    private void whole() throws IOException {
        head();
        IndicatorExplanation indicators = new IndicatorExplanation(evaluation, unit, page);
        for (int i = 0; i < card.areas().size(); i++) {
            page.blank();
            area(0, card.areas().get(i), unit.areas().get(i), indicators);
        }
        page.blank();
        Totals totals = unit.totals();
        if (totals == null) {
            for (Text line : new CombinedWords(card).base(unit)) {
                page.line(0, line);
            }
            page.line(0, "无得分：%s", "No score: %s", Remarks.withoutTotal(unit));
        } else {
            new TotalsExplanation(evaluation, unit, page).write(totals);
        }
        overrides(null);
    }

    private void one(IndicatorCard indicator) throws IOException {
        IndicatorResult result = unit.indicator(indicator.id()).orElseThrow();
        head();
        steps(indicator, result);
        overrides(indicator.id());
    }

    /** Writes how an indicator came to what it contributes, and what became of that. */
    private void steps(IndicatorCard indicator, IndicatorResult result) throws IOException {
        new IndicatorExplanation(evaluation, unit, page).chain(area(card, indicator), indicator, result);
        for (int i = 0; i < card.areas().size(); i++) {
            above(card.areas().get(i), unit.areas().get(i), indicator);
        }
        for (Text line : new CombinedWords(card).base(unit)) {
            page.line(0, Text.of("基础分：%s", "Base total: %s", line));
        }
    }

    /** Says how each area that {@code indicator} stands in came about, the innermost first. */
    private void above(AreaCard area, AreaResult result, IndicatorCard indicator) throws IOException {
        if (area.leaves().noneMatch(indicator::equals)) {
            return;
        }
        for (int i = 0; i < area.areas().size(); i++) {
            above(area.areas().get(i), result.areas().get(i), indicator);
        }
        for (Text line : new CombinedWords(card).area(area, result)) {
            page.line(0, Text.of("%s：%s", "%s: %s", area.name(), line));
        }
    }

    /** Says what was changed by hand, of one indicator or of all. */
    private void overrides(@Nullable String question) throws IOException {
        OverrideWords words = new OverrideWords(evaluation);
        List<Text> lines = words.lines(unit, question);
        for (Text line : lines) {
            page.line(0, "更正：%s", "Changed by hand: %s", line);
        }
        if (!lines.isEmpty()) {
            page.line(1, "对本单位的影响：%s", "Effect on the unit: %s", words.effect(unit));
        }
    }

    private void head() throws IOException {
        for (Text line : StandardLine.lines(evaluation)) {
            page.line(0, line);
        }
        Text year = evaluation.year() == null ? Text.of("") : Text.of("，%s年度", ", year %s", evaluation.year());
        Text subject = unit.details().isEmpty() ? new Text("单位", "Unit") : new Text("名称", "Name");
        page.line(0, "%s：%s（%s）%s", "%s: %s (%s)%s", subject, unit.unit(), unit.kind(), year);
        for (Map.Entry<String, String> detail : unit.details().entrySet()) {
            page.line(0, "%s：%s", "%s: %s", detail.getKey(), detail.getValue());
        }
    }

    private void area(int level, AreaCard area, AreaResult result, IndicatorExplanation indicators) throws IOException {
        Text points = result.possible().isZero()
                ? Remarks.leftOut(result)
                : IndicatorExplanation.points(result.score(), result.possible(), result.contribution());
        page.line(level, Text.of("%s：", "%s: ", area.name()).plus(points));
        for (Text line : new CombinedWords(card).area(area, result)) {
            page.line(level + 1, line);
        }
        for (Text line : PanelWords.lines(card, result.panel())) {
            page.line(level + 1, line);
        }
        for (int i = 0; i < area.areas().size(); i++) {
            area(level + 1, area.areas().get(i), result.areas().get(i), indicators);
        }
        for (int i = 0; i < area.indicators().size(); i++) {
            indicators.brief(
                    level + 1, area.indicators().get(i), result.indicators().get(i));
        }
    }
}
