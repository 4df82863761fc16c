package guifan.report;

import guifan.diff.Decomposition;
import guifan.diff.Decompositions;
import guifan.diff.Effect;
import guifan.diff.LineEffect;
import guifan.diff.ResultDiff;
import guifan.diff.Sides;
import guifan.diff.UnitDiff;
import guifan.diff.UnitDiff.Standing;
import guifan.evaluate.Evaluation;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What differs between two results, as JSON. */
final class ResultDiffJson {

    /** Minor versions only add. */
    private static final String FORMAT_VERSION = "1.0";

    private ResultDiffJson() {}

    static Map<String, Object> of(ResultDiff diff, @Nullable Decompositions parts) {
        Map<String, Object> object = new Members()
                .with("formatVersion", FORMAT_VERSION)
                .with("compares", "results")
                .with("before", side(diff.before()))
                .with("after", side(diff.after()))
                .object();
        object.put(
                "units", diff.changed().stream().map(unit -> unit(unit, parts)).toList());
        List<Map<String, Object>> groups = new GroupDiffWords(diff).json();
        if (!groups.isEmpty()) {
            object.put("groups", groups);
        }
        object.put(
                "overrides",
                diff.overrides().stream()
                        .map(sides -> sides(sides, OverridesJson::change))
                        .toList());
        return object;
    }

    /** Returns by which standard and from which sheets a result was made. */
    static Map<String, Object> side(Evaluation evaluation) {
        return new Members()
                .with("standard", evaluation.standard().id())
                .with("rulesHash", evaluation.standard().rulesHash())
                .with("textHash", evaluation.standard().textHash())
                .with("year", evaluation.year())
                .with("stage", evaluation.stage().word())
                .with(
                        "inputs",
                        evaluation.inputs().stream().map(JsonWriter::input).toList())
                .object();
    }

    private static Map<String, Object> unit(UnitDiff unit, @Nullable Decompositions parts) {
        @Nullable Decomposition taken = parts == null ? null : parts.byUnit().get(unit.unit());
        return new Members()
                .with("unit", unit.unit())
                .with("before", standing(unit.results().before()))
                .with("after", standing(unit.results().after()))
                .with("difference", unit.difference(Totals::finalTotal).orElse(null))
                .with("placesGained", unit.placesGained().orElse(null))
                .with("parts", taken == null ? null : parts(taken))
                .with("indicators", list(unit.indicators(), ResultDiffJson::indicator))
                .with("adjustments", list(unit.adjustments(), UnitJson::adjustment))
                .with("facts", list(unit.facts(), UnitJson::fact))
                .object();
    }

    private static Map<String, Object> parts(Decomposition taken) {
        Members members = new Members();
        for (Effect effect : Effect.values()) {
            members.with(JsonFields.word(effect), taken.part(effect));
        }
        return members.with("standard", taken.standard())
                .with("lines", taken.lines().stream().map(ResultDiffJson::line).toList())
                .object();
    }

    private static Map<String, Object> line(LineEffect line) {
        Members members = new Members()
                .with("kind", JsonFields.word(line.kind()))
                .with("before", line.before())
                .with("after", line.after())
                .with("old", line.old().reached())
                .with("oldFull", line.old().full())
                .with("derived", line.derived())
                .with("new", line.now().reached())
                .with("newFull", line.now().full());
        line.effects().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(part -> members.with(JsonFields.word(part.getKey()), part.getValue()));
        return members.object();
    }

    private static @Nullable Map<String, Object> standing(@Nullable Standing standing) {
        if (standing == null) {
            return null;
        }
        @Nullable UnitResult result = standing.result();
        return new Members()
                .with("rated", result != null ? "yes" : "no")
                .with("kind", result == null ? "" : result.kind())
                .with("final", standing.totals().map(Totals::finalTotal).orElse(null))
                .with("exactFinal", standing.totals().map(Totals::exactFinal).orElse(null))
                .with("base", standing.totals().map(Totals::base).orElse(null))
                .with("bonus", standing.totals().map(Totals::bonus).orElse(null))
                .with("penalty", standing.totals().map(Totals::penalty).orElse(null))
                .with("grade", standing.grade())
                .with("rank", standing.rank().orElse(null))
                .object();
    }

    private static Map<String, Object> indicator(IndicatorResult result) {
        return new Members()
                .with("id", result.id())
                .with("basis", JsonFields.word(result.basis()))
                .with("entries", result.entries().stream().map(UnitJson::entry).toList())
                .with("measure", result.measure())
                .with("score", result.score())
                .with("possible", result.possible())
                .with("rate", rate(result))
                .with("contribution", result.contribution())
                .object();
    }

    private static @Nullable Rational rate(IndicatorResult result) {
        return result.possible().isZero() ? null : result.score().dividedBy(result.possible());
    }

    private static <T> List<Map<String, Object>> list(
            List<Sides<T>> different, Function<T, Map<String, Object>> writing) {
        return different.stream().map(sides -> sides(sides, writing)).toList();
    }

    private static <T> Map<String, Object> sides(Sides<T> sides, Function<T, Map<String, Object>> writing) {
        return new Members()
                .with("before", sides.before() == null ? null : writing.apply(sides.before()))
                .with("after", sides.after() == null ? null : writing.apply(sides.after()))
                .object();
    }
}
