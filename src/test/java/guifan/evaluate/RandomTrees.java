package guifan.evaluate;

import guifan.evaluate.RandomTree.Node;
import guifan.evaluate.RandomTree.Row;
import guifan.number.Rational;
import guifan.standard.Standards;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Tries properties on made-up trees; a case that fails is printed and comes back with the same seed. */
final class RandomTrees {

    private RandomTrees() {}

    private static final int CASES = 60;

    static void forAll(int seed, List<String> methods, boolean extras, BiConsumer<RandomTree, Random> property) {
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(seed * 1000L + i);
            RandomTree tree = RandomTree.of(random, methods, extras);
            try {
                property.accept(tree, random);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("case " + seed + "/" + i + ": " + e.getMessage() + "\n" + tree.yaml(null), e);
            }
        }
    }

    static List<UnitResult> evaluate(RandomTree tree, List<Row> rows) {
        return Sheets.evaluate(Standards.of(tree.yaml(null)), tree.sheet(rows));
    }

    static UnitResult only(RandomTree tree, Row row) {
        return evaluate(tree, List.of(row)).get(0);
    }

    static Rational exact(UnitResult unit) {
        return Objects.requireNonNull(unit.totals()).exact();
    }

    static RandomTree each(RandomTree tree, UnaryOperator<Node> change) {
        return new RandomTree(each(tree.root(), change));
    }

    private static Node each(Node node, UnaryOperator<Node> change) {
        Node changed = change.apply(node);
        return changed.isLeaf()
                ? changed
                : changed.with(
                        changed.parts().stream().map(part -> each(part, change)).toList());
    }

    static Rational sum(Stream<Rational> numbers) {
        return numbers.reduce(Rational.ZERO, Rational::plus);
    }
}
