package guifan.paper;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Overrides.Change;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.UnitResult;
import guifan.report.Explanation;
import guifan.report.OverrideWords;
import guifan.source.Language;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the reply to a complaint may say, besides what the papers of the unit say: the working of what it is about. */
final class ReplyValues {

    private final PaperValues common;
    private final Evaluation evaluation;
    private final Complaint complaint;
    private final Language language;

    ReplyValues(PaperValues common, Evaluation evaluation, Complaint complaint, Language language) {
        this.common = common;
        this.evaluation = evaluation;
        this.complaint = complaint;
        this.language = language;
    }

    /** Adds the values to those of the unit. */
    void add(Map<String, Object> values) {
        UnitResult unit = complaint.unit();
        values.put("document", complaint.document());
        values.put("received", common.day(complaint.received()));
        values.put("claim", complaint.claim());
        values.put("decided", common.day(complaint.decided()));
        values.put("issued", common.day(complaint.issued()));
        List<Map<String, Object>> parts = new ArrayList<>();
        for (IndicatorCard card : complaint.indicators()) {
            parts.add(part(
                    card.wording(unit.kind()).name(), Explanation.chain(evaluation, unit, card, language), card.id()));
        }
        if (parts.isEmpty()) {
            String name = common.say(new Text("总分和等次", "Total and grade"));
            parts.add(part(name, Explanation.totals(evaluation, unit, language), null));
        }
        values.put("parts", parts);
        values.put("changed", complaint.changed());
        values.put("finding", complaint.finding());
        List<String> documents =
                complaint.changes().stream().map(Change::document).distinct().toList();
        values.put("documents", common.say(Text.list(documents)));
        values.put("effect", complaint.changed() ? common.say(new OverrideWords(evaluation).effect(unit)) : "");
    }

    private Map<String, Object> part(String name, List<String> lines, @Nullable String id) {
        List<String> changes = complaint.changed()
                ? new OverrideWords(evaluation)
                        .lines(complaint.unit(), id).stream().map(common::say).toList()
                : List.of();
        return Map.of("name", name, "lines", lines, "changes", changes);
    }
}
