package guifan.report;

import guifan.diff.Detail;
import guifan.diff.IndicatorChange;
import guifan.diff.IndicatorChange.Side;
import guifan.diff.PartChange;
import guifan.diff.PointsFlow;
import guifan.diff.RuleComparison;
import guifan.diff.RuleComparison.Witness;
import guifan.diff.StandardDiff;
import guifan.number.Rational;
import guifan.standard.Standard;
import guifan.standard.Standard.Identity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one standard changes against another, as JSON. */
public final class StandardDiffJson {

    /** Minor versions only add. */
    private static final String FORMAT_VERSION = "1.0";

    private StandardDiffJson() {}

    /**
     * Writes the differences; where there are none, only which texts were compared.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(StandardDiff diff, Appendable out) throws IOException {
        Members members = new Members()
                .with("formatVersion", FORMAT_VERSION)
                .with("kind", "standard-diff")
                .with("old", standard(diff.before()))
                .with("new", standard(diff.after()))
                .with("crosswalk", JsonFields.word(diff.crosswalk().basis()))
                .with("same", diff.isEmpty());
        if (!diff.isEmpty()) {
            members.with("pointsFlow", flow(diff))
                    .with(
                            "indicators",
                            diff.changes().stream()
                                    .map(StandardDiffJson::indicator)
                                    .toList())
                    .with(
                            "parts",
                            diff.parts().stream().map(StandardDiffJson::part).toList());
        }
        JsonWriter.write(members.object(), out);
    }

    private static Map<String, Object> standard(Standard standard) {
        Identity identity = standard.identity();
        return new Members()
                .with("id", identity.id())
                .with("title", identity.title())
                .with("status", identity.draft() ? "draft" : "issued")
                .with("effective", identity.effective() == null ? "" : String.valueOf(identity.effective()))
                .with("fromYear", identity.fromYear())
                .with("toYear", identity.toYear())
                .with("rulesHash", identity.rulesHash())
                .with("textHash", identity.textHash())
                .with("areas", standard.areas().size())
                .with("indicators", (int) standard.indicators().count())
                .with("points", standard.total())
                .object();
    }

    private static @Nullable Map<String, Object> flow(StandardDiff diff) {
        PointsFlow flow = diff.flow();
        if (flow.isEmpty()) {
            return null;
        }
        Members moved = new Members();
        flow.moved().forEach((from, to) -> moved.with(from, points(to)));
        return new Members()
                .with("old", points(flow.before()))
                .with("new", points(flow.after()))
                .with("moved", moved.object())
                .with("givenUp", points(flow.givenUp()))
                .with("added", points(flow.added()))
                .object();
    }

    private static Map<String, Object> points(Map<String, Rational> points) {
        Members members = new Members();
        points.forEach(members::with);
        return members.object();
    }

    private static Map<String, Object> indicator(IndicatorChange change) {
        return new Members()
                .with("relation", JsonFields.word(change.relation()))
                .with("severity", change.severity().key())
                .with(
                        "old",
                        change.before().stream().map(StandardDiffJson::side).toList())
                .with("new", change.after().stream().map(StandardDiffJson::side).toList())
                .with("changes", details(change.details()))
                .object();
    }

    private static Map<String, Object> side(Side side) {
        return new Members()
                .with("id", side.id())
                .with("name", side.name())
                .with("area", side.area())
                .with("points", side.points())
                .with("kinds", side.indicator().appliesTo())
                .object();
    }

    private static Map<String, Object> part(PartChange change) {
        String relation = change.before() == null ? "added" : change.after() == null ? "retired" : "kept";
        return new Members()
                .with("part", JsonFields.word(change.subject()))
                .with("id", change.id())
                .with("name", change.name())
                .with("relation", relation)
                .with("severity", change.severity().key())
                .with("changes", details(change.details()))
                .object();
    }

    private static List<Map<String, Object>> details(List<Detail> details) {
        return details.stream()
                .map(detail -> new Members()
                        .with("key", detail.key())
                        .with("severity", detail.severity().key())
                        .with("unitKinds", detail.kinds())
                        .words("old", detail.was())
                        .words("new", detail.now())
                        .words("note", detail.note())
                        .with("rule", comparison(detail.comparison()))
                        .object())
                .toList();
    }

    private static @Nullable Map<String, Object> comparison(@Nullable RuleComparison comparison) {
        if (comparison == null) {
            return null;
        }
        return new Members()
                .with("compared", JsonFields.word(comparison.strictness()))
                .with("lower", witness(comparison.lower()))
                .with("higher", witness(comparison.higher()))
                .with("tried", comparison.tried() == 0 ? null : comparison.tried())
                .object();
    }

    private static @Nullable Map<String, Object> witness(@Nullable Witness witness) {
        return witness == null
                ? null
                : new Members()
                        .words("measure", witness.shown())
                        .with("old", witness.before())
                        .with("new", witness.after())
                        .object();
    }
}
