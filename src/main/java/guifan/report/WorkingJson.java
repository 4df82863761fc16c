package guifan.report;

import guifan.number.Rational;
import guifan.rule.Comparison;
import guifan.rule.Comparison.Aspect;
import guifan.rule.Comparison.Figure;
import guifan.rule.Curve.Hit;
import guifan.rule.Curve.Piece;
import guifan.rule.Joining;
import guifan.rule.Working;
import guifan.rule.Working.Addend;
import guifan.rule.Working.Counted;
import guifan.rule.Working.Made;
import guifan.rule.Working.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a score came about, to and from JSON. */
final class WorkingJson {

    private WorkingJson() {}

    static @Nullable Map<String, Object> of(@Nullable Working working) {
        return working == null
                ? null
                : new Members()
                        .with("comparison", comparison(working.comparison()))
                        .with(
                                "terms",
                                working.terms().stream().map(WorkingJson::term).toList())
                        .with(
                                "made",
                                working.made().stream().map(WorkingJson::made).toList())
                        .with("joining", working.joining() == Joining.SUM ? null : JsonFields.word(working.joining()))
                        .with("base", working.base())
                        .with("sum", working.sum())
                        .with("scale", working.scale())
                        .with("outer", hit(working.outer()))
                        .with("beforeBounds", working.beforeBounds())
                        .with("factor", working.factor().equals(Rational.ONE) ? null : working.factor())
                        .with("score", working.score())
                        .object();
    }

    static Working read(JsonFields json) throws ResultFormatException {
        Rational factor = json.optionalNumber("factor");
        return new Working(
                json.list("made", WorkingJson::made),
                json.list("terms", WorkingJson::term),
                json.number("base"),
                joining(json),
                json.number("sum"),
                json.number("scale"),
                json.optional("outer", WorkingJson::hit),
                json.number("beforeBounds"),
                factor == null ? Rational.ONE : factor,
                json.number("score"),
                json.optional("comparison", WorkingJson::comparison));
    }

    private static @Nullable Map<String, Object> comparison(@Nullable Comparison comparison) {
        if (comparison == null) {
            return null;
        }
        Members figures = new Members();
        comparison.figures().forEach(figure -> figures.with(JsonFields.word(figure.aspect()), figure.value()));
        return figures.object();
    }

    private static Comparison comparison(JsonFields json) throws ResultFormatException {
        List<Figure> figures = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            @Nullable Rational value = json.optionalNumber(JsonFields.word(aspect));
            if (value != null) {
                figures.add(new Figure(aspect, value));
            }
        }
        if (figures.isEmpty()) {
            throw json.refused("comparison", "没有比较的数", "has no figures");
        }
        return new Comparison(figures);
    }

    private static Joining joining(JsonFields json) throws ResultFormatException {
        return json.text("joining").isEmpty() ? Joining.SUM : json.constant("joining", Joining.class);
    }

    private static Map<String, Object> made(Made made) {
        return new Members()
                .with("item", made.item())
                .with("name", made.name())
                .with("joining", JsonFields.word(made.joining()))
                .with("over", made.over().stream().map(WorkingJson::addend).toList())
                .with("under", made.under().stream().map(WorkingJson::addend).toList())
                .with("times", made.times())
                .with("value", made.value())
                .object();
    }

    private static Made made(JsonFields json) throws ResultFormatException {
        return new Made(
                json.text("item"),
                json.text("name"),
                json.constant("joining", Joining.class),
                json.list("over", WorkingJson::addend),
                json.list("under", WorkingJson::addend),
                json.number("times"),
                json.number("value"));
    }

    private static Map<String, Object> addend(Addend addend) {
        return new Members()
                .with("item", addend.item())
                .with("value", addend.value())
                .with("weight", addend.weight())
                .object();
    }

    private static Addend addend(JsonFields json) throws ResultFormatException {
        return new Addend(json.text("item"), json.number("value"), json.number("weight"));
    }

    private static Map<String, Object> term(Term term) {
        return new Members()
                .with("item", term.item())
                .with("measure", term.measure())
                .with("piece", hit(term.hit()))
                .with("points", term.points())
                .with(
                        "counted",
                        term.counted().stream().map(WorkingJson::counted).toList())
                .object();
    }

    private static Term term(JsonFields json) throws ResultFormatException {
        return new Term(
                json.text("item"),
                json.number("measure"),
                json.object("piece", WorkingJson::hit),
                json.number("points"),
                json.list("counted", WorkingJson::counted));
    }

    private static Map<String, Object> counted(Counted counted) {
        return new Members()
                .with("number", counted.number())
                .with("factor", counted.factor())
                .object();
    }

    private static Counted counted(JsonFields json) throws ResultFormatException {
        return new Counted(json.number("number"), json.number("factor"));
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
