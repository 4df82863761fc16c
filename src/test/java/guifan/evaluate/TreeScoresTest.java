package guifan.evaluate;

import static guifan.evaluate.RandomTrees.each;
import static guifan.evaluate.RandomTrees.exact;
import static guifan.evaluate.RandomTrees.forAll;
import static guifan.evaluate.RandomTrees.only;
import static guifan.evaluate.RandomTrees.sum;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.RandomTree.Node;
import guifan.evaluate.RandomTree.Row;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of scores at any depth: their bounds, their direction, what is left out, how the parts add up. */
class TreeScoresTest {

    @Test
    void whereAllPartsReachTheSameSoDoesTheWhole() {
        forAll(8, List.of("mean", "geometric-mean", "min", "max", "median"), false, (tree, random) -> {
            Rational share = Rational.of(random.nextInt(5), 4);
            UnitResult unit = only(each(tree, node -> node.with("zero", false)), tree.even("镇", share));
            assertThat(exact(unit)).isEqualTo(tree.total().times(share));
        });
    }

    @Test
    void aMeanLiesBetweenItsPartsAndTheGeometricOneNotAboveIt() {
        forAll(9, List.of("mean"), true, (tree, random) -> {
            RandomTree plain = each(
                    tree,
                    node -> new Node(
                            node.id(),
                            node.method(),
                            node.points(),
                            node.weight(),
                            node.parts(),
                            new RandomTree.Extras(
                                    node.extras().dropLowest(), node.extras().dropHighest(), null, null, null, null),
                            node.missing(),
                            node.townsOnly()));
            RandomTree rooted = each(
                    plain,
                    node -> node.isLeaf()
                            ? node
                            : new Node(
                                    node.id(),
                                    "geometric-mean",
                                    node.points(),
                                    node.weight(),
                                    node.parts(),
                                    node.extras(),
                                    node.missing(),
                                    node.townsOnly()));
            Row row = tree.row(random);
            UnitResult unit = only(plain, row);
            unit.areas().forEach(area -> between(area, area.leaves().toList()));
            // Inner means differ, so that only the lowest level compares like with like.
            UnitResult other = only(rooted, row);
            plain.root()
                    .withInner()
                    .filter(node -> !node.isLeaf() && node.parts().get(0).isLeaf() && node != plain.root())
                    .forEach(node -> assertThat(
                                    other.area(node.id()).orElseThrow().score())
                            .isLessThanOrEqualTo(
                                    unit.area(node.id()).orElseThrow().score().plus(Rational.of(1, 1_000_000_000))));
        });
    }

    private static void between(AreaResult area, List<IndicatorResult> leaves) {
        if (area.possible().isZero()) {
            return;
        }
        List<Rational> rates = leaves.stream()
                .filter(leaf -> leaf.possible().signum() > 0)
                .map(leaf -> leaf.score().dividedBy(leaf.possible()))
                .sorted()
                .toList();
        Rational rate = area.score().dividedBy(area.possible());
        assertThat(rate).isBetween(rates.get(0), rates.get(rates.size() - 1));
    }

    @Test
    void theBestAnswersReachFullMarksAndTheWorstNone() {
        forAll(10, RandomTree.ALL, true, (tree, random) -> {
            RandomTree exact = each(
                    tree,
                    node -> new Node(
                            node.id(),
                            node.method(),
                            node.points(),
                            node.weight(),
                            node.parts(),
                            new RandomTree.Extras(
                                    node.extras().dropLowest(),
                                    node.extras().dropHighest(),
                                    null,
                                    node.extras().atMost(),
                                    null,
                                    null),
                            "zero",
                            false));
            assertThat(exact(only(exact, exact.even("镇", Rational.ONE)))).isEqualTo(exact.total());
            assertThat(exact(only(exact, exact.even("镇", Rational.ZERO)))).isEqualTo(Rational.ZERO);
        });
    }

    @Test
    void aBetterAnswerNeverLowersTheTotal() {
        forAll(11, RandomTree.ALL, true, (drawn, random) -> {
            // Where the lowest or highest are dropped, weights that differ can turn the order around.
            RandomTree tree = each(
                    drawn,
                    node -> node.extras().dropLowest() + node.extras().dropHighest() == 0
                            ? node
                            : node.with(node.parts().stream()
                                    .map(part -> part.with(Rational.ONE))
                                    .toList()));
            Row row = tree.row(random);
            int index = random.nextInt(row.cells().size());
            Node leaf = tree.leaves().get(index);
            if (leaf.townsOnly() && row.kind().equals("街道")) {
                return;
            }
            Rational before = null;
            for (int quarter = 0; quarter <= 4; quarter++) {
                String cell = leaf.points().times(Rational.of(quarter, 4)).toString();
                Totals now = only(tree, row.with(index, cell)).totals();
                assertThat(before == null || now == null || now.exact().compareTo(before) >= 0)
                        .isTrue();
                before = now == null ? before : now.exact();
            }
        });
    }

    @Test
    void whatIsLeftOutIsAsIfItWereNotInTheStandard() {
        forAll(12, List.of("sum", "mean", "geometric-mean", "min", "max", "median"), false, (tree, random) -> {
            RandomTree lenient = each(tree, node -> node.with("exclude", false));
            Row row = lenient.row(random);
            List<String> gone = new ArrayList<>();
            List<String> kept = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                if (row.cells().get(i).isEmpty()) {
                    gone.add(lenient.leaves().get(i).id());
                } else {
                    kept.add(row.cells().get(i));
                }
            }
            if (kept.isEmpty()) {
                assertThat(only(lenient, row).totals()).isNull();
                return;
            }
            Node rest = without(lenient.root(), gone);
            boolean weighed = rest.withInner()
                    .filter(Node::isWeighted)
                    .allMatch(node -> node.parts().stream()
                            .anyMatch(part ->
                                    part.weight() == null || part.weight().signum() > 0));
            Totals all = only(lenient, row).totals();
            if (weighed && all != null) {
                UnitResult smaller = only(new RandomTree(rest), new Row(row.kind(), kept));
                assertThat(all.exact().dividedBy(lenient.total()))
                        .isEqualTo(exact(smaller).dividedBy(rest.points()));
            }
        });
    }

    @Test
    void whatAppliesToNobodyIsAsIfItWereNotInTheStandard() {
        forAll(15, RandomTree.ALL, false, (drawn, random) -> {
            RandomTree tree = each(drawn, node -> node.isLeaf() ? node.with("zero", random.nextInt(3) == 0) : node);
            List<String> gone = new ArrayList<>();
            List<String> kept = new ArrayList<>();
            Row row = new Row("街道", tree.row(random).cells());
            for (int i = 0; i < row.cells().size(); i++) {
                Node leaf = tree.leaves().get(i);
                if (leaf.townsOnly()) {
                    gone.add(leaf.id());
                    row = row.with(i, "");
                } else {
                    kept.add(row.cells().get(i));
                }
            }
            Totals all = only(tree, row).totals();
            if (kept.isEmpty()) {
                assertThat(all).isNull();
                return;
            }
            Node rest = without(tree.root(), gone);
            boolean weighed = rest.withInner()
                    .filter(Node::isWeighted)
                    .allMatch(node -> node.parts().stream()
                            .anyMatch(part ->
                                    part.weight() == null || part.weight().signum() > 0));
            if (weighed && all != null) {
                UnitResult smaller = only(new RandomTree(rest), new Row("街道", kept));
                assertThat(all.exact().dividedBy(tree.total()))
                        .isEqualTo(exact(smaller).dividedBy(rest.points()));
            }
        });
    }

    @Test
    void otherPointsForEverythingAreTheSameInProportion() {
        forAll(16, RandomTree.ALL, false, (tree, random) -> {
            Rational times = Rational.of(2 + random.nextInt(3));
            RandomTree larger = each(
                    tree,
                    node -> new Node(
                            node.id(),
                            node.method(),
                            node.points().times(times),
                            node.weight(),
                            node.parts(),
                            node.extras(),
                            node.missing(),
                            node.townsOnly()));
            Row row = tree.row(random);
            List<String> cells = row.cells().stream()
                    .map(cell -> cell.isEmpty()
                            ? cell
                            : RandomStandard.number(cell).times(times).toString())
                    .toList();
            Totals small = only(tree, row).totals();
            Totals large = only(larger, new Row(row.kind(), cells)).totals();
            assertThat(large == null).isEqualTo(small == null);
            if (small != null && large != null) {
                assertThat(large.exact()).isEqualTo(small.exact().times(times));
            }
        });
    }

    private static Node without(Node node, List<String> gone) {
        List<Node> left = node.parts().stream()
                .filter(part -> part.leaves().anyMatch(leaf -> !gone.contains(leaf.id())))
                .map(part -> part.isLeaf() ? part : without(part, gone))
                .toList();
        return node.with(left);
    }

    @Test
    void contributionsAddUpExactlyWhereNothingIsBoundedOrRooted() {
        forAll(13, List.of("sum", "mean", "min", "max", "median"), false, (tree, random) -> {
            UnitResult unit = only(tree, tree.row(random));
            if (unit.totals() != null) {
                assertThat(sum(unit.indicators().map(IndicatorResult::contribution)))
                        .isEqualTo(exact(unit));
                assertThat(sum(unit.indicators().map(IndicatorResult::most))).isEqualTo(tree.total());
                assertThat(sum(unit.indicators().map(IndicatorResult::lost)))
                        .isEqualTo(tree.total().minus(exact(unit)));
            }
        });
    }

    @Test
    void theSharesOfPartsAddUpToOneOrThereIsNoScore() {
        forAll(14, RandomTree.ALL, true, (tree, random) -> {
            UnitResult unit = only(tree, tree.row(random));
            unit.areas().stream().flatMap(AreaResult::withInner).forEach(area -> {
                Combined combined = area.combined();
                if (combined != null && combined.lack() == Combined.Lack.NONE) {
                    assertThat(sum(combined.parts().stream().map(Combined.Part::share)))
                            .isEqualTo(Rational.ONE);
                } else if (combined != null) {
                    assertThat(area.possible()).isEqualTo(Rational.ZERO);
                    assertThat(area.score()).isEqualTo(Rational.ZERO);
                }
            });
        });
    }
}
