package guifan.evaluate;

import static guifan.evaluate.RandomTrees.each;
import static guifan.evaluate.RandomTrees.forAll;
import static guifan.evaluate.RandomTrees.sum;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.RandomJury.Judge;
import guifan.evaluate.RandomTree.Node;
import guifan.evaluate.RandomTree.Row;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Panels on nodes of any depth below which scores are combined in every way, against pencil and paper. */
class PanelTreesTest {

    /** A tree, what each assessor answers to it, and the node that the panel stands on. */
    private record Sitting(RandomTree tree, Node node, RandomJury jury, List<Row> rows) {

        static Sitting of(RandomTree drawn, Random random) {
            RandomTree tree = each(drawn, node -> node.isLeaf() ? node.with("zero", false) : node);
            List<Node> nodes =
                    tree.root().withInner().filter(node -> !node.isLeaf()).toList();
            RandomJury jury = RandomJury.of(random);
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < jury.judges().size(); i++) {
                rows.add(new Row(
                        "镇",
                        tree.leaves().stream()
                                .map(leaf -> leaf.points()
                                        .times(Rational.of(random.nextInt(5), 4))
                                        .toString())
                                .toList()));
            }
            return new Sitting(tree, nodes.get(random.nextInt(nodes.size())), jury, rows);
        }

        boolean onTheWhole() {
            return node == tree.root();
        }

        /** Returns what the panel has before it: the total, or the score of the node, of each assessor. */
        RandomJury sums() {
            return jury.ofSums(rows.stream()
                    .map(row -> new TreeOracle(tree, row))
                    .map(oracle -> onTheWhole()
                            ? Objects.requireNonNull(oracle.total())
                            : oracle.of(node.id()).score())
                    .toList());
        }

        String yaml() {
            String panel = jury.ofSums(
                            List.copyOf(rows.stream().map(row -> Rational.ZERO).toList()))
                    .panel();
            String plain = tree.yaml(null);
            return onTheWhole()
                    ? plain.replace("areas:\n", panel + "\nareas:\n")
                    : plain.replace("{id: " + node.id() + ",", "{" + panel + ", id: " + node.id() + ",");
        }

        /** The first assessor's answers are those of the unit where there is no panel. */
        String sheet() {
            List<String> marked = node.leaves().map(Node::id).toList();
            StringBuilder header = new StringBuilder("单位,类别");
            StringBuilder row = new StringBuilder("甲,镇");
            for (int leaf = 0; leaf < tree.leaves().size(); leaf++) {
                String id = tree.leaves().get(leaf).id();
                if (marked.contains(id)) {
                    for (int i = 0; i < rows.size(); i++) {
                        Judge judge = jury.judges().get(i);
                        header.append(',').append(id).append('·').append(jury.heading(judge));
                        String away = judge.away();
                        row.append(',')
                                .append(away.isEmpty() ? rows.get(i).cells().get(leaf) : away);
                    }
                } else {
                    header.append(',').append(id);
                    row.append(',').append(rows.get(0).cells().get(leaf));
                }
            }
            return header + "\n" + row + "\n";
        }

        UnitResult unit() {
            return Sheets.only(Standards.of(yaml()), sheet());
        }

        PanelResult panel(UnitResult unit) {
            return Objects.requireNonNull(
                    onTheWhole()
                            ? unit.panel()
                            : unit.area(node.id()).orElseThrow().panel());
        }
    }

    @Test
    void theTotalIsWhatPencilAndPaperMakeOfEveryAssessorsOwn() {
        forAll(31, RandomTree.ALL, true, (drawn, random) -> {
            Sitting sitting = Sitting.of(drawn, random);
            PlainJury oracle = new PlainJury(sitting.sums());
            UnitResult unit = sitting.unit();
            assertThat(unit.totals() == null).as(sitting.yaml()).isEqualTo(oracle.isTooFew());
            if (oracle.isTooFew()) {
                return;
            }
            Rational expected = sitting.onTheWhole()
                    ? oracle.total()
                    : new TreeOracle(
                                    sitting.tree(),
                                    sitting.rows().get(0),
                                    Map.of(sitting.node().id(), oracle.total()))
                            .total();
            assertThat(RandomTrees.exact(unit)).as(sitting.yaml()).isEqualTo(expected);
        });
    }

    @Test
    void everyNodeBelowIsToldForEveryAssessor() {
        forAll(32, RandomTree.ALL, true, (drawn, random) -> {
            Sitting sitting = Sitting.of(drawn, random);
            PanelResult panel = sitting.panel(sitting.unit());
            List<String> combined = sitting.node()
                    .withInner()
                    .filter(node -> !node.isLeaf()
                            && (node.isAveraged() || !node.extras().equals(RandomTree.Extras.NONE)))
                    .map(node -> node == sitting.tree().root() ? "" : node.id())
                    .toList();
            for (int i = 0; i < panel.judges().size(); i++) {
                PanelResult.Judge judge = panel.judges().get(i);
                if (judge.sum() == null) {
                    assertThat(judge.nodes()).isEmpty();
                    continue;
                }
                TreeOracle oracle =
                        new TreeOracle(sitting.tree(), sitting.rows().get(i));
                assertThat(judge.nodes()).extracting(PanelResult.Node::id).containsAll(combined);
                for (PanelResult.Node node : judge.nodes()) {
                    String id = node.id().isEmpty() ? sitting.tree().root().id() : node.id();
                    assertThat(node.score()).isEqualTo(oracle.of(id).score());
                }
            }
        });
    }

    @Test
    void contributionsAddUpWhereNothingIsBoundedOrRounded() {
        forAll(33, List.of("sum", "mean", "min", "max", "median"), false, (drawn, random) -> {
            Sitting drawnSitting = Sitting.of(drawn, random);
            Sitting sitting = new Sitting(
                    drawnSitting.tree(),
                    drawnSitting.node(),
                    drawnSitting.jury().unrounded(),
                    drawnSitting.rows());
            UnitResult unit = sitting.unit();
            if (unit.totals() != null) {
                assertThat(sum(unit.indicators().map(IndicatorResult::contribution)))
                        .isEqualTo(RandomTrees.exact(unit));
                assertThat(sum(unit.indicators().map(IndicatorResult::most)))
                        .isEqualTo(sitting.tree().total());
            }
        });
    }

    @Test
    void anArchivedResultIsRecomputedAsItWas() {
        forAll(34, RandomTree.ALL, true, (drawn, random) -> {
            Sitting sitting = Sitting.of(drawn, random);
            var standard = Standards.of(sitting.yaml());
            UnitResult unit = sitting.unit();
            UnitResult again = new Evaluator(standard).evaluate(Filing.of(standard, unit));
            assertThat(again.areas()).isEqualTo(unit.areas());
            assertThat(again.panel()).isEqualTo(unit.panel());
        });
    }
}
