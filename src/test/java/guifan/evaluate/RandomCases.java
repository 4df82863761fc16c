package guifan.evaluate;

import guifan.evaluate.RandomStandard.Group;
import guifan.evaluate.RandomStandard.Row;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries properties on made-up standards; a case that fails is printed and comes back with the same seed. */
final class RandomCases {

    static final List<Integer> EXACT = List.of(-1, -1, -1, -1);

    private static final int CASES = 80;

    private RandomCases() {}

    static void forAll(int seed, BiConsumer<RandomStandard, Random> property) {
        forAll(seed, CASES, property);
    }

    static void forAll(int seed, int cases, BiConsumer<RandomStandard, Random> property) {
        for (int i = 0; i < cases; i++) {
            Random random = new Random(seed * 1000L + i);
            RandomStandard standard = RandomStandard.of(random);
            try {
                property.accept(standard, random);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "case " + seed + "/" + i + ": " + e.getMessage() + "\n" + standard.yaml(null), e);
            }
        }
    }

    static List<UnitResult> evaluate(RandomStandard standard, List<Row> rows) {
        return Sheets.evaluate(Standards.of(standard.yaml(null)), standard.sheet(rows, null));
    }

    static UnitResult only(RandomStandard standard, Row row) {
        return evaluate(standard, List.of(row)).get(0);
    }

    static Totals totals(UnitResult unit) {
        return Objects.requireNonNull(unit.totals());
    }

    static Outcome outcome(UnitResult unit) {
        return Objects.requireNonNull(unit.outcome());
    }

    static Rational total(UnitResult unit) {
        return totals(unit).finalTotal();
    }

    static Rational totalOrZero(RandomStandard standard, Row row) {
        Totals totals = only(standard, row).totals();
        return totals == null ? Rational.ZERO : totals.finalTotal();
    }

    static Map<String, Rational> numbers(UnitResult unit, Function<IndicatorResult, Rational> number) {
        return unit.indicators().collect(Collectors.toMap(IndicatorResult::id, number));
    }

    static Rational sum(Stream<Rational> numbers) {
        return numbers.reduce(Rational.ZERO, Rational::plus);
    }

    /** Returns the ranks of the units that have one. */
    static Map<String, Rational> ranks(List<UnitResult> units) {
        return units.stream()
                .filter(unit -> unit.outcome() != null)
                .collect(
                        Collectors.toMap(UnitResult::unit, unit -> outcome(unit).rank()));
    }

    /** Returns all numbers of all units, without their places and order. */
    static Map<String, String> summary(List<UnitResult> units) {
        Map<String, String> summary = new LinkedHashMap<>();
        for (UnitResult unit : units) {
            String leaves = unit.indicators()
                    .map(one -> one.id() + one.basis() + one.score() + one.possible() + one.contribution() + one.most())
                    .sorted()
                    .collect(Collectors.joining(" "));
            summary.put(unit.unit(), unit.totals() + " " + unit.outcome() + " " + leaves);
        }
        return summary;
    }

    /** Returns {@code standard} with every indicator changed. */
    static RandomStandard each(RandomStandard standard, UnaryOperator<RandomLeaf> change) {
        return standard.withGroups(standard.groups().stream()
                .map(group -> new Group(
                        group.id(), group.leaves().stream().map(change).toList()))
                .toList());
    }

    /** Returns {@code standard} with only those indicators that are kept, and areas that still have some. */
    static RandomStandard without(RandomStandard standard, List<Boolean> kept) {
        List<RandomLeaf> leaves = standard.leaves();
        List<Group> groups = standard.groups().stream()
                .map(group -> new Group(
                        group.id(),
                        group.leaves().stream()
                                .filter(leaf -> kept.get(leaves.indexOf(leaf)))
                                .toList()))
                .filter(group -> !group.leaves().isEmpty())
                .toList();
        return standard.withGroups(groups).unchained();
    }

    static Row without(Row row, List<Boolean> kept) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i)) {
                cells.add(row.cells().get(i));
            }
        }
        return new Row(row.unit(), row.kind(), cells, row.bonus(), row.penalty(), row.veto());
    }
}
