package guifan.evaluate;

import static guifan.evaluate.RandomTrees.each;
import static guifan.evaluate.RandomTrees.evaluate;
import static guifan.evaluate.RandomTrees.exact;
import static guifan.evaluate.RandomTrees.forAll;
import static guifan.evaluate.RandomTrees.only;
import static guifan.evaluate.RandomTrees.sum;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.RandomTree.Node;
import guifan.evaluate.RandomTree.Row;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.standard.EffectiveWeights;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of areas at any depth, however they combine scores: against pencil and paper, and of weights. */
class TreePropertiesTest {

    @Test
    void everyNodeIsWhatPencilAndPaperGive() {
        forAll(1, RandomTree.ALL, true, (tree, random) -> {
            List<Row> rows = Stream.generate(() -> tree.row(random)).limit(5).toList();
            List<UnitResult> units = evaluate(tree, rows);
            for (int i = 0; i < rows.size(); i++) {
                TreeOracle oracle = new TreeOracle(tree, rows.get(i));
                UnitResult unit = units.get(i);
                tree.root().withInner().filter(node -> node != tree.root()).forEach(node -> {
                    TreeOracle.Score expected = oracle.of(node.id());
                    Rational score = node.isLeaf()
                            ? unit.indicator(node.id()).orElseThrow().score()
                            : unit.area(node.id()).orElseThrow().score();
                    Rational possible = node.isLeaf()
                            ? unit.indicator(node.id()).orElseThrow().possible()
                            : unit.area(node.id()).orElseThrow().possible();
                    assertThat(possible).as(node.id()).isEqualTo(expected.possible());
                    assertThat(score).as(node.id()).isEqualTo(expected.score());
                });
                Totals totals = unit.totals();
                assertThat(totals == null ? null : totals.exact()).isEqualTo(oracle.total());
            }
        });
    }

    @Test
    void theOrderOfPartsChangesNoNumber() {
        forAll(2, RandomTree.ALL, true, (tree, random) -> {
            List<Row> rows = List.of(tree.row(random), tree.row(random), tree.row(random));
            Map<String, String> expected = RandomCases.summary(evaluate(tree, rows));
            assertThat(RandomCases.summary(Sheets.evaluate(Standards.of(tree.yaml(random)), tree.sheet(rows))))
                    .isEqualTo(expected);
        });
    }

    @Test
    void weightsAreRelative() {
        forAll(3, RandomTree.ALL, true, (tree, random) -> {
            Rational factor = Rational.of(1 + random.nextInt(9), 7);
            RandomTree scaled = each(
                    tree,
                    node -> node.weight() == null
                            ? node
                            : node.with(node.weight().times(factor)));
            List<Row> rows = List.of(tree.row(random), tree.row(random));
            assertThat(RandomCases.summary(evaluate(scaled, rows)))
                    .isEqualTo(RandomCases.summary(evaluate(tree, rows)));
        });
    }

    @Test
    void aPartWithoutWeightChangesNothing() {
        forAll(4, RandomTree.ALL, true, (tree, random) -> {
            List<Node> weighted = tree.root()
                    .withInner()
                    .filter(node -> node.isWeighted()
                            && node.parts().get(0).isLeaf()
                            && node.parts().get(0).weight() != null)
                    .toList();
            if (weighted.isEmpty()) {
                return;
            }
            Node chosen = weighted.get(random.nextInt(weighted.size()));
            RandomTree more = each(tree, node -> {
                if (!node.id().equals(chosen.id())) {
                    return node;
                }
                List<Node> parts = new ArrayList<>(node.parts());
                parts.add(parts.get(0).with(Rational.ZERO));
                Node last = parts.remove(parts.size() - 1);
                parts.add(
                        new Node("more", "sum", last.points(), Rational.ZERO, List.of(), last.extras(), "zero", false));
                return node.with(parts);
            });
            Row row = tree.row(random);
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < row.cells().size(); i++) {
                cells.put(tree.leaves().get(i).id(), row.cells().get(i));
            }
            Row with = new Row(
                    row.kind(),
                    more.leaves().stream()
                            .map(leaf -> cells.getOrDefault(leaf.id(), "0"))
                            .toList());
            assertThat(only(more, with).totals()).isEqualTo(only(tree, row).totals());
        });
    }

    @Test
    void anIndicatorSplitInTwoCountsLikeOne() {
        forAll(5, List.of("mean", "sum", "geometric-mean"), false, (tree, random) -> {
            RandomTree halves = each(tree, node -> {
                if (!node.isWeighted() || !node.parts().get(0).isLeaf()) {
                    return node;
                }
                List<Node> parts = new ArrayList<>();
                for (Node part : node.parts()) {
                    Rational weight = part.weight() == null ? Rational.ONE : part.weight();
                    parts.add(part.with(weight.times(Rational.of(1, 3))));
                    parts.add(new Node(
                            part.id() + "b",
                            "sum",
                            part.points(),
                            weight.times(Rational.of(2, 3)),
                            List.of(),
                            part.extras(),
                            part.missing(),
                            part.townsOnly()));
                }
                return node.with(parts);
            });
            Row row = tree.row(random);
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < row.cells().size(); i++) {
                cells.put(tree.leaves().get(i).id(), row.cells().get(i));
                cells.put(tree.leaves().get(i).id() + "b", row.cells().get(i));
            }
            Row doubled = new Row(
                    row.kind(),
                    halves.leaves().stream().map(leaf -> cells.get(leaf.id())).toList());
            assertThat(only(halves, doubled).totals()).isEqualTo(only(tree, row).totals());
        });
    }

    @Test
    void nestedMeansWithNothingMissingAreOneFlatMean() {
        forAll(6, List.of("mean"), false, (tree, random) -> {
            RandomTree full = each(tree, node -> node.with("zero", false));
            Row row = full.row(random);
            Map<String, Rational> weights = EffectiveWeights.of(Standards.of(full.yaml(null)), "镇");
            Rational flat = Rational.ZERO;
            for (int i = 0; i < row.cells().size(); i++) {
                Node leaf = full.leaves().get(i);
                Rational score = row.cells().get(i).isEmpty()
                        ? Rational.ZERO
                        : RandomStandard.number(row.cells().get(i));
                flat = flat.plus(weights.get(leaf.id()).times(score).dividedBy(leaf.points()));
            }
            assertThat(exact(only(full, new Row("镇", row.cells())))).isEqualTo(flat);
        });
    }

    @Test
    void effectiveWeightsAddUpExactly() {
        forAll(7, RandomTree.ALL, true, (tree, random) -> {
            Map<String, Rational> weights = EffectiveWeights.of(Standards.of(tree.yaml(null)), "镇");
            assertThat(sum(weights.values().stream())).isEqualTo(tree.total());
        });
    }
}
