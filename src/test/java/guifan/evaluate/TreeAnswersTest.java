package guifan.evaluate;

import static guifan.evaluate.RandomTrees.each;
import static guifan.evaluate.RandomTrees.evaluate;
import static guifan.evaluate.RandomTrees.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.RandomTree.Node;
import guifan.evaluate.RandomTree.Row;
import guifan.number.Rational;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the way in which a tree is answered does not matter for: blanks, zeros, and scales read from the other end. */
class TreeAnswersTest {

    @Test
    void aBlankThatCountsAsNothingIsAZeroWhateverIsMadeOfIt() {
        forAll(41, RandomTree.ALL, true, (drawn, random) -> {
            RandomTree tree = each(drawn, node -> node.isLeaf() ? node.with("zero", false) : node);
            List<Row> rows = Stream.generate(() -> tree.row(random)).limit(3).toList();
            List<Row> zeros = rows.stream()
                    .map(row -> new Row(
                            row.kind(),
                            row.cells().stream()
                                    .map(cell -> cell.isEmpty() ? "0" : cell)
                                    .toList()))
                    .toList();
            List<UnitResult> blank = evaluate(tree, rows);
            List<UnitResult> zero = evaluate(tree, zeros);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(blank.get(i).totals()).isEqualTo(zero.get(i).totals());
                assertThat(blank.get(i).outcome()).isEqualTo(zero.get(i).outcome());
                assertThat(blank.get(i).combined()).isEqualTo(zero.get(i).combined());
            }
        });
    }

    @Test
    void everyBlankThatIsAnErrorIsTold() {
        forAll(42, RandomTree.ALL, true, (drawn, random) -> {
            RandomTree tree = each(drawn, node -> node.isLeaf() ? node.with("error", false) : node);
            Row row = new Row("镇", tree.row(random).cells());
            List<String> blank = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                if (row.cells().get(i).isEmpty()) {
                    blank.add(tree.leaves().get(i).id());
                }
            }
            List<String> errors = Sheets.errors(Standards.of(tree.yaml(null)), tree.sheet(List.of(row)));
            assertThat(errors).hasSameSizeAs(blank);
            blank.forEach(id ->
                    assertThat(errors).anySatisfy(error -> assertThat(error).contains("blank", "名" + id)));
        });
    }

    /** Property 20: what is missing from the most, counted down, scores like what was reached. */
    @Test
    void aScaleReadFromItsOtherEndGivesTheSameScores() {
        forAll(43, RandomTree.ALL, true, (tree, random) -> {
            List<Row> rows = Stream.generate(() -> tree.row(random)).limit(3).toList();
            List<Row> turned = rows.stream()
                    .map(row -> new Row(row.kind(), turned(tree.leaves(), row.cells())))
                    .toList();
            String yaml = tree.yaml(null)
                    .replace("rule: {kind: given}", "rule: {kind: deduct, each: 1}, measure: {type: decimal, max: 10}");
            List<UnitResult> down = Sheets.evaluate(Standards.of(yaml), tree.sheet(turned));
            assertThat(RandomCases.summary(down)).isEqualTo(RandomCases.summary(evaluate(tree, rows)));
            for (int i = 0; i < rows.size(); i++) {
                Rational expected = new TreeOracle(tree, rows.get(i)).total();
                assertThat(down.get(i).totals() == null ? null : RandomTrees.exact(down.get(i)))
                        .isEqualTo(expected);
            }
        });
    }

    private static List<String> turned(List<Node> leaves, List<String> cells) {
        List<String> turned = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            turned.add(
                    cell.isEmpty()
                            ? cell
                            : leaves.get(i)
                                    .points()
                                    .minus(RandomStandard.number(cell))
                                    .toString());
        }
        return turned;
    }
}
