package guifan.report;

import guifan.rule.Curve.Hit;
import guifan.rule.Curve.Piece;
import guifan.rule.Working;
import guifan.rule.Working.Term;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a score came about, to and from JSON. */
final class WorkingJson {

    private WorkingJson() {}

    static @Nullable Map<String, Object> of(@Nullable Working working) {
        return working == null
                ? null
                : new Members()
                        .with(
                                "terms",
                                working.terms().stream().map(WorkingJson::term).toList())
                        .with("base", working.base())
                        .with("sum", working.sum())
                        .with("scale", working.scale())
                        .with("outer", hit(working.outer()))
                        .with("beforeBounds", working.beforeBounds())
                        .with("score", working.score())
                        .object();
    }

    static Working read(JsonFields json) throws ResultFormatException {
        return new Working(
                json.list("terms", WorkingJson::term),
                json.number("base"),
                json.number("sum"),
                json.number("scale"),
                json.optional("outer", WorkingJson::hit),
                json.number("beforeBounds"),
                json.number("score"));
    }

    private static Map<String, Object> term(Term term) {
        return new Members()
                .with("item", term.item())
                .with("measure", term.measure())
                .with("piece", hit(term.hit()))
                .with("points", term.points())
                .object();
    }

    private static Term term(JsonFields json) throws ResultFormatException {
        return new Term(
                json.text("item"),
                json.number("measure"),
                json.object("piece", WorkingJson::hit),
                json.number("points"));
    }

    private static @Nullable Map<String, Object> hit(@Nullable Hit hit) {
        return hit == null
                ? null
                : new Members()
                        .with("from", hit.piece().from())
                        .with("after", hit.piece().after())
                        .with("value", hit.piece().value())
                        .with("slope", hit.piece().slope())
                        .with("to", hit.to())
                        .with("toIncluded", hit.toIncluded())
                        .object();
    }

    private static Hit hit(JsonFields json) throws ResultFormatException {
        Piece piece = new Piece(json.number("from"), json.flag("after"), json.number("value"), json.number("slope"));
        return new Hit(piece, json.optionalNumber("to"), json.flag("toIncluded"));
    }
}
