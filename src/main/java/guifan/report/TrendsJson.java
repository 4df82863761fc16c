package guifan.report;

import guifan.diff.AreaLine;
import guifan.diff.AreaTrend;
import guifan.diff.Change;
import guifan.diff.Trends;
import guifan.diff.UnitDiff.Standing;
import guifan.diff.UnitTrend;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Results of several years as JSON; what is not known is left out. */
public final class TrendsJson {

    /** Minor versions only add. */
    private static final String FORMAT_VERSION = "1.0";

    private final Trends trends;

    private TrendsJson(Trends trends) {
        this.trends = trends;
    }

    /**
     * Writes JSON: rates from 0 to 1, changes of totals in points.
     *
     * @param shown the units to write, none for all
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(Trends trends, List<UnitTrend> shown, Appendable out) throws IOException {
        JsonWriter.write(new TrendsJson(trends).object(shown.isEmpty() ? trends.units() : shown), out);
    }

    private Map<String, Object> object(List<UnitTrend> units) {
        List<Map<String, Object>> years = trends.years().stream()
                .map(result -> new Members()
                        .with("year", result.year())
                        .with("total", result.standard().total())
                        .with("result", ResultDiffJson.side(result))
                        .object())
                .toList();
        List<Map<String, Object>> steps = new ArrayList<>();
        for (int i = 0; i < trends.steps().size(); i++) {
            steps.add(
                    step(i).with("method", JsonFields.word(trends.steps().get(i).method()))
                            .object());
        }
        return new Members()
                .with("formatVersion", FORMAT_VERSION)
                .with("compares", "years")
                .with("years", years)
                .with("steps", steps)
                .with("areas", trends.areas().stream().map(this::line).toList())
                .with("means", areas(trends.means()))
                .with("units", units.stream().map(this::unit).toList())
                .object();
    }

    private Members step(int index) {
        return new Members().with("from", trends.year(index)).with("to", trends.year(index + 1));
    }

    private Map<String, Object> line(AreaLine line) {
        List<Map<String, Object>> years = new ArrayList<>();
        for (int i = 0; i < trends.years().size(); i++) {
            years.add(new Members()
                    .with("year", trends.year(i))
                    .with("ids", line.ids(i))
                    .words("name", line.name(i))
                    .object());
        }
        return new Members().words("name", line.name()).with("years", years).object();
    }

    private Map<String, Object> unit(UnitTrend unit) {
        List<Map<String, Object>> years = new ArrayList<>();
        for (int i = 0; i < trends.years().size(); i++) {
            int year = i;
            unit.years().get(i).ifPresent(one -> years.add(standing(year, one)));
        }
        return new Members()
                .with("unit", unit.unit())
                .with("years", years)
                .with("changes", changes(unit.totals()))
                .with("areas", areas(unit.areas()))
                .object();
    }

    private Map<String, Object> standing(int index, UnitTrend.Year year) {
        Standing standing = year.standing();
        @Nullable UnitResult result = standing.result();
        Optional<Totals> totals = standing.totals();
        return new Members()
                .with("year", trends.year(index))
                .with("name", year.name())
                .with("rated", result == null ? "no" : "yes")
                .with("kind", result == null ? "" : result.kind())
                .with("final", totals.map(Totals::finalTotal).orElse(null))
                .with("exactFinal", totals.map(Totals::exactFinal).orElse(null))
                .with("grade", standing.grade())
                .with("rank", standing.rank().orElse(null))
                .object();
    }

    private List<Map<String, Object>> areas(List<AreaTrend> areas) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int line = 0; line < areas.size(); line++) {
            List<Map<String, Object>> rates = new ArrayList<>();
            for (int i = 0; i < trends.years().size(); i++) {
                @Nullable Rational rate = areas.get(line).rates().get(i).orElse(null);
                if (rate != null) {
                    rates.add(new Members()
                            .with("year", trends.year(i))
                            .with("rate", rate)
                            .object());
                }
            }
            all.add(new Members()
                    .words("name", trends.areas().get(line).name())
                    .with("rates", rates)
                    .with("changes", changes(areas.get(line).changes()))
                    .object());
        }
        return all;
    }

    private List<Map<String, Object>> changes(List<Optional<Change>> changes) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            @Nullable Change change = changes.get(i).orElse(null);
            if (change != null) {
                all.add(step(i).with("difference", change.difference())
                        .with("work", change.work())
                        .with("standard", change.standard())
                        .with("incomparable", change.incomparable())
                        .object());
            }
        }
        return all;
    }
}
