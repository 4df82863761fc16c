package guifan.diff;

import guifan.diff.UnitDiff.Standing;
import guifan.diff.UnitTrend.Year;
import guifan.diff.YearStep.Method;
import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.source.Names;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Results of several years side by side. Areas are compared by rates, never by points, and every change is taken apart
 * into work and standard, so that a change of method is not read as a change of work.
 *
 * @param years the results, by year
 * @param steps from each year to the next, one fewer than years
 * @param areas which areas of the years belong together
 * @param units every unit of any year, in the order of the latest result, then those of earlier ones only
 */
public record Trends(List<Evaluation> years, List<YearStep> steps, List<AreaLine> areas, List<UnitTrend> units) {

    public Trends {
        years = List.copyOf(years);
        steps = List.copyOf(steps);
        areas = List.copyOf(areas);
        units = List.copyOf(units);
    }

    /**
     * Returns the results side by side, in the order of their years.
     *
     * @param results two or more, each of a known year and no two of the same
     * @param standards finds the text of a standard, empty where it is not at hand or no longer the same
     * @param names returns what a unit is called in all years; no two units of one year may be called the same
     * @throws IllegalArgumentException if a year is missing or there twice, or there are fewer than two
     */
    public static Trends of(
            List<Evaluation> results,
            Function<StandardCard, Optional<Standard>> standards,
            UnaryOperator<String> names) {
        List<Evaluation> years = new ArrayList<>(results);
        years.sort(Comparator.comparing(Trends::year));
        long different = years.stream().map(Trends::year).distinct().count();
        if (different != years.size() || different < 2) {
            throw new IllegalArgumentException("not of two or more different years");
        }
        List<StandardCard> cards = years.stream().map(Evaluation::standard).toList();
        List<Optional<Standard>> texts = cards.stream().map(standards).toList();
        List<YearStep> steps = IntStream.range(1, years.size())
                .mapToObj(i -> YearStep.of(cards.get(i - 1), cards.get(i), texts.get(i - 1), texts.get(i)))
                .toList();
        List<AreaLine> areas = AreaLine.of(cards, steps);
        List<Map<String, Year>> byYear =
                years.stream().map(one -> units(one, names)).toList();
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = byYear.size() - 1; i >= 0; i--) {
            byYear.get(i).forEach((key, unit) -> found.putIfAbsent(key, names.apply(unit.name())));
        }
        List<UnitTrend> units = found.entrySet().stream()
                .map(unit -> unit(
                        unit.getValue(),
                        byYear.stream()
                                .map(all -> Optional.ofNullable(all.get(unit.getKey())))
                                .toList(),
                        steps,
                        areas))
                .toList();
        return new Trends(years, steps, areas, units);
    }

    private static int year(Evaluation result) {
        @Nullable Integer year = result.year();
        if (year == null) {
            throw new IllegalArgumentException("a result without a year");
        }
        return year;
    }

    private static Map<String, Year> units(Evaluation result, UnaryOperator<String> names) {
        Map<String, Year> units = new LinkedHashMap<>();
        result.units()
                .forEach(unit -> units.put(
                        Names.normalise(names.apply(unit.unit())),
                        new Year(unit.unit(), Standing.of(unit, result.standard()))));
        result.unrated()
                .forEach(unit -> units.put(
                        Names.normalise(names.apply(unit.unit())),
                        new Year(unit.unit(), Standing.of(null, result.standard()))));
        return units;
    }

    private static UnitTrend unit(String name, List<Optional<Year>> years, List<YearStep> steps, List<AreaLine> areas) {
        List<Optional<UnitResult>> results = years.stream()
                .map(year -> year.map(Year::standing).map(Standing::result))
                .toList();
        List<Optional<Decomposition>> parts = IntStream.range(0, steps.size())
                .mapToObj(i ->
                        results.get(i).flatMap(old -> results.get(i + 1).flatMap(now -> parts(steps.get(i), old, now))))
                .toList();
        return new UnitTrend(
                name,
                years,
                parts.stream().map(one -> one.map(Change::of)).toList(),
                areas.stream().map(line -> area(line, results, steps, parts)).toList());
    }

    /** Returns the difference of two totals taken apart, empty where a year has none. */
    private static Optional<Decomposition> parts(YearStep step, UnitResult old, UnitResult now) {
        @Nullable Totals was = old.totals();
        @Nullable Totals is = now.totals();
        if (was == null || is == null) {
            return Optional.empty();
        }
        if (step.decomposer() != null) {
            return step.decomposer().decompose(old, now);
        }
        Effect effect = step.method() == Method.SAME ? Effect.WORK : Effect.INCOMPARABLE;
        Rational difference = is.finalTotal().minus(was.finalTotal());
        return Optional.of(new Decomposition(was.finalTotal(), is.finalTotal(), Map.of(effect, difference), List.of()));
    }

    private static AreaTrend area(
            AreaLine line,
            List<Optional<UnitResult>> results,
            List<YearStep> steps,
            List<Optional<Decomposition>> parts) {
        List<List<AreaResult>> areas = IntStream.range(0, results.size())
                .mapToObj(i -> results.get(i)
                        .map(result -> AreaRates.areas(result, line.ids(i)))
                        .orElse(List.of()))
                .toList();
        List<Optional<Rational>> rates = areas.stream().map(AreaRates::rate).toList();
        List<Optional<Change>> changes = IntStream.range(0, steps.size())
                .mapToObj(i -> steps.get(i).method() == Method.SAME
                        ? rates.get(i).flatMap(old -> rates.get(i + 1).map(now -> Change.work(now.minus(old))))
                        : parts.get(i).flatMap(one -> change(steps.get(i), areas.get(i), areas.get(i + 1), one)))
                .toList();
        return new AreaTrend(rates, changes);
    }

    /** Work is measured by the older of the two standards, which need not be that of the earlier year. */
    private static Optional<Change> change(
            YearStep step, List<AreaResult> before, List<AreaResult> after, Decomposition parts) {
        boolean backwards = step.decomposer() != null && step.decomposer().isBackwards();
        return backwards
                ? AreaRates.change(after, before, parts.reversed()).map(Change::reversed)
                : AreaRates.change(before, after, parts);
    }

    /** Returns the means over all units, in the order of {@link #areas}. */
    public List<AreaTrend> means() {
        return IntStream.range(0, areas.size())
                .mapToObj(i -> AreaTrend.mean(
                        units.stream().map(unit -> unit.areas().get(i)).toList(), years.size()))
                .toList();
    }

    /** Returns the year of the result at {@code index}. */
    public int year(int index) {
        return year(years.get(index));
    }

    /** Returns the unit of that name, if it is in any year. */
    public Optional<UnitTrend> unit(String name) {
        return units.stream()
                .filter(unit -> Names.normalise(unit.unit()).equals(Names.normalise(name)))
                .findFirst();
    }

    /** Returns whether all results are by the same rules, so that every change is work. */
    public boolean isBySameRules() {
        return steps.stream().allMatch(step -> step.method() == Method.SAME);
    }
}
