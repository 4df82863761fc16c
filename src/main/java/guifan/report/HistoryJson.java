package guifan.report;

import guifan.evaluate.History;
import guifan.evaluate.History.Follow;
import guifan.evaluate.History.Past;
import guifan.evaluate.History.UnitHistory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Earlier results and what follows over years, to and from JSON. */
final class HistoryJson {

    private HistoryJson() {}

    static @Nullable Map<String, Object> of(History history) {
        return history.equals(History.NONE)
                ? null
                : new Members()
                        .with(
                                "results",
                                history.sources().stream()
                                        .map(TakenJson::source)
                                        .toList())
                        .with(
                                "units",
                                history.units().stream().map(HistoryJson::unit).toList())
                        .object();
    }

    static History read(JsonFields json) throws ResultFormatException {
        return new History(json.list("results", TakenJson::source), json.list("units", HistoryJson::unit));
    }

    private static Map<String, Object> unit(UnitHistory unit) {
        return new Members()
                .with("unit", unit.unit())
                .with("past", unit.past().stream().map(HistoryJson::past).toList())
                .with(
                        "follows",
                        unit.follows().stream().map(HistoryJson::follow).toList())
                .object();
    }

    private static UnitHistory unit(JsonFields json) throws ResultFormatException {
        return new UnitHistory(
                json.requiredText("unit"),
                json.list("past", HistoryJson::past),
                json.list("follows", HistoryJson::follow));
    }

    private static Map<String, Object> past(Past past) {
        return new Members()
                .with("result", past.source())
                .with("gradeName", past.grade())
                .with("total", past.total())
                .with("rank", past.rank())
                .object();
    }

    private static Past past(JsonFields json) throws ResultFormatException {
        return new Past(
                json.integer("result"), json.text("gradeName"), json.optionalNumber("total"), json.number("rank"));
    }

    private static Map<String, Object> follow(Follow follow) {
        return new Members()
                .with("id", follow.id())
                .with("cap", follow.cap())
                .with("then", follow.then())
                .with("missing", follow.missing())
                .object();
    }

    private static Follow follow(JsonFields json) throws ResultFormatException {
        return new Follow(json.requiredText("id"), json.flag("cap"), json.text("then"), json.texts("missing"));
    }
}
