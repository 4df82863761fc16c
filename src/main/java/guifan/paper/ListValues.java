package guifan.paper;

import guifan.diff.StandardDiff;
import guifan.diff.Trends;
import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.report.IncomparableList;
import guifan.report.NearPage;
import guifan.report.ReductionList;
import guifan.report.RevisionTable;
import guifan.report.StandardLine;
import guifan.report.TrendsPage;
import guifan.report.TrendsTables;
import guifan.rule.Numbers;
import guifan.source.Language;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the lists may say that go with a result: who is close to a line, what was reduced, what was revised. */
final class ListValues {

    private final PaperValues common;
    private final Evaluation evaluation;
    private final Language language;

    ListValues(PaperValues common, Evaluation evaluation, Language language) {
        this.common = common;
        this.evaluation = evaluation;
        this.language = language;
    }

    /** Returns a table of which the first row is the header. */
    static Map<String, Object> table(List<List<String>> rows) {
        return Map.of(
                "header",
                rows.get(0),
                "rows",
                rows.subList(1, rows.size()).stream()
                        .map(row -> Map.of("cells", row))
                        .toList());
    }

    /** Returns the units close to a line. */
    Map<String, Object> near(PaperSettings settings) {
        Map<String, Object> values = common.common();
        List<Map<String, Object>> near = new ArrayList<>();
        for (NearPage.Entry entry : NearPage.entries(evaluation, settings.near())) {
            List<Text> changes = new ArrayList<>(entry.changes());
            entry.effect().ifPresent(effect -> changes.add(Text.of("影响：%s", "effect: %s", effect)));
            near.add(Map.of(
                    "number", near.size() + 1,
                    "unit", entry.unit().unit(),
                    "kind", entry.unit().kind(),
                    "compared", entry.compared(),
                    "distance", common.say(entry.distance()),
                    "exact", common.say(entry.exact()),
                    "margin", common.say(entry.margin()),
                    "grade", entry.grade(),
                    "decided", said(entry.decided()),
                    "changes", said(changes)));
        }
        values.put("distance", Numbers.shown(settings.near()));
        values.put("count", near.size());
        values.put("near", near);
        return values;
    }

    private String said(List<Text> words) {
        return words.isEmpty() ? "—" : common.say(Text.join(words, "；", "; "));
    }

    /** Returns what checking reduced. */
    Map<String, Object> reductions() {
        Map<String, Object> values = common.common();
        List<List<String>> rows = ReductionList.rows(evaluation, language);
        values.put("count", rows.size() - 1);
        values.put("reductions", table(rows));
        values.put("groups", table(ReductionList.groups(evaluation, language)));
        return values;
    }

    /** Returns the years side by side. */
    Map<String, Object> years(Trends trends) {
        Map<String, Object> values = common.common();
        TrendsTables tables = new TrendsTables(trends);
        List<Text> years = new ArrayList<>();
        for (int i = 0; i < trends.years().size(); i++) {
            years.add(Text.of(String.valueOf(trends.year(i))));
        }
        values.put("years", common.say(Text.join(years, "、", ", ")));
        values.put("head", tables.head().stream().map(common::say).toList());
        values.put("means", said(tables.means()));
        values.put("regrouped", tables.regrouped().stream().map(common::say).toList());
        values.put("readRates", common.say(TrendsPage.READ_RATES));
        values.put("standings", said(tables.standings(trends.units())));
        values.put("readStandings", common.say(TrendsPage.READ_STANDINGS));
        values.put("cells", said(tables.cells(trends.units())));
        List<List<Text>> incomparable = IncomparableList.rows(trends);
        values.put("count", incomparable.size() - 1);
        values.put("listed", incomparable.size() > 1);
        values.put("incomparable", table(words(incomparable)));
        return values;
    }

    private Map<String, Object> said(TrendsTables.Table table) {
        return table(words(table.rows()));
    }

    private List<List<String>> words(List<List<Text>> rows) {
        return rows.stream().map(row -> row.stream().map(common::say).toList()).toList();
    }

    /** Returns what the standard changed. */
    Map<String, Object> revision(StandardDiff diff) {
        Map<String, Object> values = new LinkedHashMap<>(common.common());
        StandardCard before = StandardCard.of(diff.before());
        values.put("before", common.say(StandardLine.said(before)));
        values.put(
                "beforeProvenance",
                StandardLine.provenance(before).map(common::say).orElse(""));
        values.put(
                "count", diff.isEmpty() ? 0 : RevisionTable.rows(diff, language).size() - 1);
        values.put("changed", !diff.isEmpty());
        values.put("revision", table(RevisionTable.rows(diff, language)));
        return values;
    }
}
