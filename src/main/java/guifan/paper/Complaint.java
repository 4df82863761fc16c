package guifan.paper;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Overrides;
import guifan.evaluate.Overrides.Change;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.UnitResult;
import guifan.source.Fields;
import guifan.source.Similar;
import guifan.source.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a unit complained of, and what was decided (复核).
 *
 * @param received the day on which the complaint came
 * @param indicators what it is about, none where it is about the total
 * @param claim what it says
 * @param document the number of the reply
 * @param decided the day of the decision
 * @param issued the day of the reply
 * @param changed whether the result was changed
 * @param changes the manual changes that were made of it; none unless changed
 * @param finding what was found besides, may be empty
 */
record Complaint(
        UnitResult unit,
        LocalDate received,
        List<IndicatorCard> indicators,
        String claim,
        String document,
        LocalDate decided,
        LocalDate issued,
        boolean changed,
        List<Change> changes,
        String finding) {

    Complaint {
        indicators = List.copyOf(indicators);
        changes = List.copyOf(changes);
    }

    /** Reads all complaints of {@code papers}; those about what the result does not have are reported. */
    static List<Complaint> read(Fields papers, Evaluation evaluation) {
        List<Complaint> complaints = new ArrayList<>();
        for (Fields fields : papers.sections("complaints")) {
            one(fields, evaluation).ifPresent(complaints::add);
        }
        return complaints;
    }

    private static Optional<Complaint> one(Fields fields, Evaluation evaluation) {
        String name = fields.prose("unit");
        Optional<UnitResult> unit = evaluation.unit(name);
        if (unit.isEmpty() && fields.has("unit")) {
            List<String> units =
                    evaluation.units().stream().map(UnitResult::unit).toList();
            fields.error(
                    "unknown-unit",
                    "unit",
                    Text.of("结果中没有单位“%s”", "the result has no unit \"%s\"", name)
                            .plus(Similar.suggestion(name, units)));
        }
        List<IndicatorCard> indicators = indicators(fields, evaluation);
        LocalDate received = PaperSettings.date(fields, "received");
        LocalDate decided = PaperSettings.date(fields, "decided");
        LocalDate issued = PaperSettings.date(fields, "issued");
        boolean dated = fields.has("received") && fields.has("decided") && fields.has("issued");
        if (dated && (decided.isBefore(received) || issued.isBefore(decided))) {
            fields.error(
                    "dates-in-disorder",
                    "decided",
                    Text.of("日期应依次为收到、决定、答复", "it is received, decided and answered in this order"));
        }
        boolean changed = fields.requiredChoice("decision", Map.of("maintained", false, "changed", true), false);
        String claim = fields.prose("claim");
        String document = fields.prose("document");
        String finding = fields.optionalProse("finding").orElse("");
        List<Change> changes =
                unit.map(one -> changes(one, indicators, evaluation)).orElse(List.of());
        check(fields, changed, changes, received);
        return unit.map(one -> new Complaint(
                one,
                received,
                indicators,
                claim,
                document,
                decided,
                issued,
                changed,
                changed ? changes : List.of(),
                finding));
    }

    private static List<IndicatorCard> indicators(Fields fields, Evaluation evaluation) {
        List<IndicatorCard> all = evaluation.standard().indicators().toList();
        List<IndicatorCard> found = new ArrayList<>();
        for (String id : fields.proses("indicators")) {
            Optional<IndicatorCard> card =
                    all.stream().filter(one -> one.id().equals(id)).findFirst();
            card.ifPresent(found::add);
            if (card.isEmpty()) {
                List<String> ids = all.stream().map(IndicatorCard::id).toList();
                fields.error(
                        "unknown-indicator",
                        "indicators",
                        Text.of("评价标准没有指标“%s”", "the standard has no indicator \"%s\"", id)
                                .plus(Similar.suggestion(id, ids)));
            }
        }
        return found;
    }

    /** Returns the manual changes to what was complained of, or to anything where it was about the total. */
    private static List<Change> changes(UnitResult unit, List<IndicatorCard> indicators, Evaluation evaluation) {
        Overrides overrides = evaluation.overrides();
        List<Change> all = overrides == null ? List.of() : overrides.of(unit.unit());
        return all.stream()
                .filter(change -> indicators.isEmpty()
                        || indicators.stream().anyMatch(card -> card.id().equals(change.question())))
                .toList();
    }

    /** A reply must not say other than the result that it is made of. */
    private static void check(Fields fields, boolean changed, List<Change> changes, LocalDate received) {
        List<Change> since = changes.stream()
                .filter(change -> change.date().compareTo(received.toString()) >= 0)
                .toList();
        if (changed && since.isEmpty()) {
            fields.error(
                    "no-override",
                    "decision",
                    Text.of(
                            "结果中没有收到申请之后对所涉指标的更正；请先把更正写入更正表，用 --overrides 重新评价",
                            "the result has no manual change to these indicators since then; write it down and evaluate again with --overrides"));
        }
        if (!changed && fields.has("decision") && !since.isEmpty()) {
            fields.error(
                    "override-since",
                    "decision",
                    Text.of(
                            "收到申请之后有更正（%s），不是维持",
                            "there is a manual change since then (%s), so that it was not maintained",
                            since.get(0).document()));
        }
    }
}
