package guifan.diff;

import guifan.diff.UnitDiff.Standing;
import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.GroupResult;
import guifan.evaluate.Overrides;
import guifan.evaluate.Overrides.Change;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.FactResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.Unrated;
import guifan.source.Names;
import guifan.standard.StandardId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two results: figures, grades, ranks, what was filled in, and manual changes. Where a cell
 * stands, how its content is spelled, and the names of files make no difference.
 *
 * @param units every unit of either result, in the order of the later one, then those of the earlier one only; a unit
 *     of one side only is on one side only, never 0
 * @param overrides the manual changes that are on one side only, or differ
 */
public record ResultDiff(Evaluation before, Evaluation after, List<UnitDiff> units, List<Sides<Change>> overrides) {

    public ResultDiff {
        units = List.copyOf(units);
        overrides = List.copyOf(overrides);
    }

    /** Returns what differs from {@code before} to {@code after}. */
    public static ResultDiff of(Evaluation before, Evaluation after) {
        Map<String, Standing> old = standings(before);
        List<UnitDiff> units = new ArrayList<>();
        boolean sameEdition = edition(before).equals(edition(after));
        Map<String, Standing> now = standings(after);
        Map<String, String> names = new LinkedHashMap<>();
        Stream.of(after, before).forEach(side -> names(side).forEach(name -> names.putIfAbsent(key(name), name)));
        names.forEach((key, name) -> units.add(unit(name, new Sides<>(old.get(key), now.get(key)), sameEdition)));
        List<Sides<Change>> overrides = matched(
                changes(before),
                changes(after),
                change -> key(change.unit()) + "\n" + change.question() + "\n" + change.item(),
                Change::equals);
        return new ResultDiff(before, after, units, overrides);
    }

    /** Returns what bodies that belong together come to, where the mean, its grade or its rank differs. */
    public List<Sides<GroupResult>> groups() {
        return matched(
                before.groups(),
                after.groups(),
                group -> key(group.name()),
                (one, other) -> stand(one, before).equals(stand(other, after)));
    }

    private static List<Object> stand(GroupResult group, Evaluation evaluation) {
        return group.mean() == null
                ? List.of()
                : List.of(
                        group.mean().exact(),
                        grade(group, evaluation).orElse(""),
                        group.mean().rank());
    }

    /** Returns the name of the grade of a group of {@code evaluation}, nothing where it has no score. */
    public static Optional<String> grade(GroupResult group, Evaluation evaluation) {
        return Optional.ofNullable(evaluation.standard().groups())
                .flatMap(card -> Optional.ofNullable(group.mean())
                        .map(mean -> card.grades().get(mean.grade()).name()));
    }

    /** Returns whether no figure, fact, grade, rank or manual change differs. */
    public boolean isEmpty() {
        return overrides.isEmpty() && groups().isEmpty() && units.stream().allMatch(UnitDiff::isEmpty);
    }

    /** Returns the units that differ. */
    public List<UnitDiff> changed() {
        return units.stream().filter(unit -> !unit.isEmpty()).toList();
    }

    /** Returns whether both results are of one edition, amended or not, so that ids mean the same on both sides. */
    public boolean isOfOneEdition() {
        return edition(before).equals(edition(after));
    }

    /** Returns whether both were evaluated by the same rules. */
    public boolean isBySameRules() {
        return before.standard().rulesHash().equals(after.standard().rulesHash());
    }

    private static String edition(Evaluation evaluation) {
        return StandardId.parse(evaluation.standard().id()).edition();
    }

    private static String key(String unit) {
        return Names.normalise(unit);
    }

    private static Stream<String> names(Evaluation evaluation) {
        return Stream.concat(
                evaluation.units().stream().map(UnitResult::unit),
                evaluation.unrated().stream().map(Unrated::unit));
    }

    private static Map<String, Standing> standings(Evaluation evaluation) {
        Map<String, Standing> standings = new LinkedHashMap<>();
        evaluation.units().forEach(unit -> standings.put(key(unit.unit()), Standing.of(unit, evaluation.standard())));
        evaluation.unrated().forEach(unit -> standings.put(key(unit.unit()), Standing.of(null, evaluation.standard())));
        return standings;
    }

    private static List<Change> changes(Evaluation evaluation) {
        return Optional.ofNullable(evaluation.overrides())
                .map(Overrides::changes)
                .orElse(List.of());
    }

    private static UnitDiff unit(String name, Sides<Standing> results, boolean sameEdition) {
        Optional<UnitResult> before = result(results.before());
        Optional<UnitResult> after = result(results.after());
        if (before.isEmpty() || after.isEmpty() || !sameEdition) {
            return new UnitDiff(name, results, List.of(), List.of(), List.of());
        }
        UnitResult old = before.get();
        UnitResult now = after.get();
        return new UnitDiff(
                name,
                results,
                matched(old.indicators().toList(), now.indicators().toList(), IndicatorResult::id, ResultDiff::isSame),
                matched(old.adjustments(), now.adjustments(), AdjustmentResult::id, ResultDiff::isSame),
                matched(old.facts(), now.facts(), FactResult::id, ResultDiff::isSame));
    }

    private static Optional<UnitResult> result(@Nullable Standing standing) {
        return Optional.ofNullable(standing).map(Standing::result);
    }

    /**
     * Returns what is on one side only or not the same, in the order of the later side, the rest of the earlier last.
     */
    private static <T> List<Sides<T>> matched(
            List<T> before, List<T> after, Function<T, String> key, BiPredicate<T, T> same) {
        Map<String, T> old = new LinkedHashMap<>();
        before.forEach(one -> old.put(key.apply(one), one));
        List<Sides<T>> different = new ArrayList<>();
        for (T now : after) {
            T was = old.remove(key.apply(now));
            if (was == null || !same.test(was, now)) {
                different.add(new Sides<>(was, now));
            }
        }
        old.values().forEach(was -> different.add(new Sides<>(was, null)));
        return different;
    }

    /** Another contribution with the same score only follows from re-basing. */
    private static boolean isSame(IndicatorResult one, IndicatorResult other) {
        return one.basis() == other.basis()
                && one.score().equals(other.score())
                && one.possible().equals(other.possible())
                && said(one.entries()).equals(said(other.entries()));
    }

    private static boolean isSame(AdjustmentResult one, AdjustmentResult other) {
        return one.points().equals(other.points()) && said(one.entries()).equals(said(other.entries()));
    }

    private static boolean isSame(FactResult one, FactResult other) {
        return said(List.of(one.entry())).equals(said(List.of(other.entry())));
    }

    /** Returns what was filled in, without its spelling and its place. */
    private static List<List<Object>> said(List<Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::item).thenComparing(Entry::assessor))
                .map(entry -> List.<Object>of(
                        entry.item(),
                        entry.assessor(),
                        entry.state(),
                        Optional.ofNullable(entry.value()),
                        entry.evidence()))
                .toList();
    }

    /** Returns the same seen from the other side. */
    public ResultDiff reversed() {
        return new ResultDiff(
                after,
                before,
                units.stream().map(UnitDiff::reversed).toList(),
                overrides.stream().map(Sides::reversed).toList());
    }

    /** Returns the unit of that name, if it is in either result. */
    public Optional<UnitDiff> unit(String name) {
        return units.stream().filter(unit -> key(unit.unit()).equals(key(name))).findFirst();
    }

    /** Returns whether the sheets, the standard, the year or the stage are not the same. */
    public boolean isOfOtherInputs() {
        return !before.inputs().equals(after.inputs())
                || !before.standard().textHash().equals(after.standard().textHash())
                || !Objects.equals(before.year(), after.year())
                || before.stage() != after.stage();
    }
}
