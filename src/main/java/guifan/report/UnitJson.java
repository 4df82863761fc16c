package guifan.report;

import guifan.evaluate.CellState;
import guifan.evaluate.Entry;
import guifan.evaluate.StandardCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.FactResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Step;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.UnitResult.Why;
import guifan.source.CellPlace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The result of a unit, to and from JSON; each part is written and read side by side. */
final class UnitJson {

    private UnitJson() {}

    /** Returns the name of a file without its folder. */
    static String baseName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    static Map<String, Object> of(UnitResult unit, StandardCard card) {
        return new Members()
                .with("unit", unit.unit())
                .with("kind", unit.kind())
                .with(
                        "details",
                        unit.details().entrySet().stream().map(UnitJson::detail).toList())
                .with("place", place(unit.place()))
                .with("totals", totals(unit.totals()))
                .with("outcome", outcome(unit.outcome(), card))
                .with("combined", CombinedJson.of(unit.combined()))
                .with("panel", PanelJson.of(unit.panel()))
                .with("areas", unit.areas().stream().map(UnitJson::area).toList())
                .with(
                        "adjustments",
                        unit.adjustments().stream().map(UnitJson::adjustment).toList())
                .with("facts", unit.facts().stream().map(UnitJson::fact).toList())
                .object();
    }

    static UnitResult read(JsonFields json) throws ResultFormatException {
        return new UnitResult(
                json.requiredText("unit"),
                json.text("kind"),
                json.object("place", UnitJson::place),
                json.list("areas", UnitJson::area),
                json.optional("totals", UnitJson::totals),
                json.list("adjustments", UnitJson::adjustment),
                json.list("facts", UnitJson::fact),
                json.optional("outcome", UnitJson::outcome),
                details(json),
                json.optional("combined", CombinedJson::read),
                json.optional("panel", PanelJson::read));
    }

    private static Map<String, Object> detail(Map.Entry<String, String> detail) {
        return new Members()
                .with("column", detail.getKey())
                .with("text", detail.getValue())
                .object();
    }

    private static Map<String, String> details(JsonFields json) throws ResultFormatException {
        Map<String, String> details = new LinkedHashMap<>();
        for (Map.Entry<String, String> detail :
                json.list("details", one -> Map.entry(one.requiredText("column"), one.requiredText("text")))) {
            details.put(detail.getKey(), detail.getValue());
        }
        return details;
    }

    static Map<String, Object> place(CellPlace place) {
        return new Members()
                .with("file", baseName(place.file()))
                .with("worksheet", place.worksheet())
                .with("record", place.record())
                .with("line", place.line())
                .with("column", place.column())
                .with("letters", CellPlace.letters(place.column()))
                .with("header", place.header())
                .object();
    }

    static CellPlace place(JsonFields json) throws ResultFormatException {
        return new CellPlace(
                json.text("file"),
                json.text("worksheet"),
                json.integer("record"),
                json.integer("line"),
                json.integer("column"),
                json.text("header"));
    }

    private static Map<String, Object> area(AreaResult area) {
        return new Members()
                .with("id", area.id())
                .with("score", area.score())
                .with("possible", area.possible())
                .with("contribution", area.contribution())
                .with("most", area.most())
                .with("areas", area.areas().stream().map(UnitJson::area).toList())
                .with(
                        "indicators",
                        area.indicators().stream().map(UnitJson::indicator).toList())
                .with("combined", CombinedJson.of(area.combined()))
                .with("panel", PanelJson.of(area.panel()))
                .object();
    }

    private static AreaResult area(JsonFields json) throws ResultFormatException {
        return new AreaResult(
                json.text("id"),
                json.number("score"),
                json.number("possible"),
                json.number("contribution"),
                json.number("most"),
                json.list("areas", UnitJson::area),
                json.list("indicators", UnitJson::indicator),
                json.optional("combined", CombinedJson::read),
                json.optional("panel", PanelJson::read));
    }

    private static Map<String, Object> indicator(IndicatorResult indicator) {
        return new Members()
                .with("id", indicator.id())
                .with("basis", JsonFields.word(indicator.basis()))
                .with(
                        "entries",
                        indicator.entries().stream().map(UnitJson::entry).toList())
                .with("measure", indicator.measure())
                .with("working", WorkingJson.of(indicator.working()))
                .with("score", indicator.score())
                .with("possible", indicator.possible())
                .with("contribution", indicator.contribution())
                .with("most", indicator.most())
                .with("marks", indicator.marks().stream().map(PanelJson::mark).toList())
                .object();
    }

    private static IndicatorResult indicator(JsonFields json) throws ResultFormatException {
        return new IndicatorResult(
                json.text("id"),
                json.constant("basis", Basis.class),
                json.list("entries", UnitJson::entry),
                json.optionalNumber("measure"),
                json.optional("working", WorkingJson::read),
                json.number("score"),
                json.number("possible"),
                json.number("contribution"),
                json.number("most"),
                json.list("marks", PanelJson::mark));
    }

    static Map<String, Object> entry(Entry entry) {
        return new Members()
                .with("item", entry.item())
                .with("assessor", entry.assessor())
                .with("raw", entry.raw())
                .with("state", JsonFields.word(entry.state()))
                .with("value", entry.value())
                .with("evidence", entry.evidence())
                .with("cell", place(entry.place()))
                .object();
    }

    static Entry entry(JsonFields json) throws ResultFormatException {
        return new Entry(
                json.text("item"),
                json.text("assessor"),
                json.constant("state", CellState.class),
                json.optionalNumber("value"),
                json.text("raw"),
                json.text("evidence"),
                json.object("cell", UnitJson::place));
    }

    private static @Nullable Map<String, Object> totals(@Nullable Totals totals) {
        return totals == null
                ? null
                : new Members()
                        .with("raw", totals.raw())
                        .with("possible", totals.possible())
                        .with("exact", totals.exact())
                        .with("base", totals.base())
                        .with("bonus", totals.bonus())
                        .with("bonusBeforeCap", totals.bonusBeforeCap())
                        .with("penalty", totals.penalty())
                        .with("penaltyBeforeCap", totals.penaltyBeforeCap())
                        .with("exactFinal", totals.exactFinal())
                        .with("final", totals.finalTotal())
                        .object();
    }

    private static Totals totals(JsonFields json) throws ResultFormatException {
        return new Totals(
                json.number("raw"),
                json.number("possible"),
                json.number("exact"),
                json.number("base"),
                json.number("bonus"),
                json.number("bonusBeforeCap"),
                json.number("penalty"),
                json.number("penaltyBeforeCap"),
                json.number("exactFinal"),
                json.number("final"));
    }

    static Map<String, Object> adjustment(AdjustmentResult adjustment) {
        return new Members()
                .with("id", adjustment.id())
                .with("penalty", adjustment.penalty())
                .with(
                        "entries",
                        adjustment.entries().stream().map(UnitJson::entry).toList())
                .with("working", WorkingJson.of(adjustment.working()))
                .with("points", adjustment.points())
                .object();
    }

    private static AdjustmentResult adjustment(JsonFields json) throws ResultFormatException {
        return new AdjustmentResult(
                json.text("id"),
                json.flag("penalty"),
                json.list("entries", UnitJson::entry),
                json.optional("working", WorkingJson::read),
                json.number("points"));
    }

    static Map<String, Object> fact(FactResult fact) {
        return new Members()
                .with("id", fact.id())
                .with("answer", entry(fact.entry()))
                .object();
    }

    private static FactResult fact(JsonFields json) throws ResultFormatException {
        return new FactResult(json.text("id"), json.object("answer", UnitJson::entry));
    }

    private static @Nullable Map<String, Object> outcome(@Nullable Outcome outcome, StandardCard card) {
        return outcome == null
                ? null
                : new Members()
                        .with("compared", outcome.compared())
                        .with("reached", outcome.reached())
                        .with(
                                "reachedName",
                                card.grades().get(outcome.reached()).name())
                        .with("grade", outcome.grade())
                        .with("gradeName", card.grades().get(outcome.grade()).name())
                        .with("caps", outcome.caps())
                        .with("rank", outcome.rank())
                        .with("tied", outcome.tied())
                        .with("decidedBy", outcome.decidedBy())
                        .with("among", outcome.among())
                        .with("by", outcome.by())
                        .with(
                                "steps",
                                outcome.steps().stream().map(UnitJson::step).toList())
                        .object();
    }

    private static Outcome outcome(JsonFields json) throws ResultFormatException {
        return new Outcome(
                json.number("compared"),
                json.integer("reached"),
                json.integer("grade"),
                json.texts("caps"),
                json.number("rank"),
                json.flag("tied"),
                json.text("decidedBy"),
                json.text("among"),
                json.text("by"),
                json.list("steps", UnitJson::step));
    }

    private static Map<String, Object> step(Step step) {
        return new Members()
                .with("why", JsonFields.word(step.why()))
                .with("from", step.from())
                .with("to", step.to())
                .words("reason", step.reason())
                .object();
    }

    private static Step step(JsonFields json) throws ResultFormatException {
        return new Step(
                json.constant("why", Why.class), json.integer("from"), json.integer("to"), json.words("reason"));
    }
}
