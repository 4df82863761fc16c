package guifan.evaluate;

import guifan.evaluate.RandomTree.Node;
import guifan.number.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Scores a {@link RandomTree} as a person would with pencil and paper: slow, exact, and without the program's classes.
 */
final class TreeOracle {

    /**
     * What a node comes to.
     *
     * @param possible 0 where it has no score
     * @param covered how much of it has a score, null where nothing applies
     */
    record Score(
            Rational score, Rational possible, @Nullable Rational covered) {

        Rational rate() {
            return score.dividedBy(possible);
        }
    }

    private final RandomTree tree;
    private final RandomTree.Row row;
    private final Map<String, Rational> known;
    private final Map<String, Score> scores = new HashMap<>();

    TreeOracle(RandomTree tree, RandomTree.Row row) {
        this(tree, row, Map.of());
    }

    /** Makes the oracle where some nodes are known to come to a score, all of what is in them having one. */
    TreeOracle(RandomTree tree, RandomTree.Row row, Map<String, Rational> known) {
        this.tree = tree;
        this.row = row;
        this.known = Map.copyOf(known);
        score(tree.root());
    }

    Score of(String id) {
        return scores.get(id);
    }

    /** Returns the base total, or null where there is none. */
    @Nullable
    Rational total() {
        Score root = of(tree.root().id());
        return root.possible().isZero() ? null : root.rate().times(tree.total());
    }

    private Score score(Node node) {
        node.parts().forEach(this::score);
        Score score = node.isLeaf() ? leaf(node) : node.isAveraged() ? averaged(node) : added(node);
        Integer least = node.extras().coverage();
        if (least != null && score.covered() != null && score.covered().compareTo(Rational.of(least, 100)) < 0) {
            score = new Score(Rational.ZERO, Rational.ZERO, Rational.ZERO);
        }
        if (score.possible().isZero() && score.covered() != null) {
            score = new Score(Rational.ZERO, Rational.ZERO, Rational.ZERO);
        }
        if (score.possible().signum() > 0 && !node.isLeaf()) {
            score = new Score(bounded(node, score), score.possible(), score.covered());
        }
        if (known.containsKey(node.id())) {
            score = new Score(known.get(node.id()), score.possible(), score.covered());
        }
        scores.put(node.id(), score);
        return score;
    }

    private Rational bounded(Node node, Score score) {
        Rational value = score.score();
        Rational floor = node.extras().atLeast();
        if (floor != null && value.compareTo(floor) < 0) {
            value = floor.compareTo(score.possible()) > 0 ? score.possible() : floor;
        }
        if (node.extras().atMost() != null && value.compareTo(node.extras().atMost()) > 0) {
            value = node.extras().atMost();
        }
        Integer scale = node == tree.root() ? null : node.extras().scale();
        if (scale != null) {
            Rational ten = Rational.of((long) Math.pow(10, scale));
            value = value.times(ten).plus(Rational.of(1, 2)).floor().dividedBy(ten);
        }
        return value;
    }

    private Score leaf(Node leaf) {
        String cell = row.cells().get(tree.leaves().indexOf(leaf));
        if (leaf.townsOnly() && row.kind().equals("街道")) {
            return new Score(Rational.ZERO, Rational.ZERO, null);
        }
        if (!cell.isEmpty()) {
            return new Score(RandomStandard.number(cell), leaf.points(), Rational.ONE);
        }
        return switch (leaf.missing()) {
            case "zero" -> new Score(Rational.ZERO, leaf.points(), Rational.ONE);
            case "full" -> new Score(leaf.points(), leaf.points(), Rational.ONE);
            default -> new Score(Rational.ZERO, Rational.ZERO, Rational.ZERO);
        };
    }

    private @Nullable Rational covered(Node node, List<Rational> weights) {
        Rational all = Rational.ZERO;
        Rational got = Rational.ZERO;
        for (int i = 0; i < weights.size(); i++) {
            Rational covered = of(node.parts().get(i).id()).covered();
            if (covered != null) {
                all = all.plus(weights.get(i));
                got = got.plus(covered.times(weights.get(i)));
            }
        }
        return all.isZero() ? null : got.dividedBy(all);
    }

    private Score added(Node node) {
        Rational score = Rational.ZERO;
        Rational possible = Rational.ZERO;
        for (Node part : node.parts()) {
            score = score.plus(of(part.id()).score());
            possible = possible.plus(of(part.id()).possible());
        }
        Rational cap = node.extras().atMost();
        return new Score(
                score,
                cap == null || possible.compareTo(cap) < 0 ? possible : cap,
                covered(node, node.parts().stream().map(Node::points).toList()));
    }

    private Score averaged(Node node) {
        List<Rational> weights = node.parts().stream()
                .map(part -> part.weight() == null ? Rational.ONE : part.weight())
                .toList();
        Rational covered = covered(node, weights);
        List<Rational> rates = new ArrayList<>();
        List<Rational> counting = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            Score part = of(node.parts().get(i).id());
            if (part.possible().signum() > 0 && weights.get(i).signum() > 0) {
                rates.add(part.rate());
                counting.add(weights.get(i));
            }
        }
        int low = node.extras().dropLowest();
        int high = node.extras().dropHighest();
        if (rates.size() <= low + high) {
            return new Score(Rational.ZERO, Rational.ZERO, covered);
        }
        List<Rational> sorted = rates.stream().sorted().toList();
        List<Rational> kept = sorted.subList(low, sorted.size() - high);
        Rational rate = switch (node.method()) {
            case "min" -> kept.get(0);
            case "max" -> kept.get(kept.size() - 1);
            case "median" ->
                kept.get((kept.size() - 1) / 2).plus(kept.get(kept.size() / 2)).dividedBy(Rational.of(2));
            default -> mean(node, rates, left(rates, counting, low, high));
        };
        return new Score(rate.times(node.points()), node.points(), covered);
    }

    /** Returns what is left of each weight: of parts with the same rate, each gives up the same part of its own. */
    private static List<Rational> left(List<Rational> rates, List<Rational> weights, int low, int high) {
        List<Rational> left = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            Rational rate = rates.get(i);
            long lower = rates.stream().filter(one -> one.compareTo(rate) < 0).count();
            long higher = rates.stream().filter(one -> one.compareTo(rate) > 0).count();
            long same = rates.size() - lower - higher;
            long dropped = Math.min(same, Math.max(0, low - lower)) + Math.min(same, Math.max(0, high - higher));
            left.add(weights.get(i).times(Rational.of(Math.max(0, same - dropped), same)));
        }
        return left;
    }

    private static Rational mean(Node node, List<Rational> rates, List<Rational> weights) {
        Rational all = weights.stream().reduce(Rational.ZERO, Rational::plus);
        if (node.method().equals("mean")) {
            Rational sum = Rational.ZERO;
            for (int i = 0; i < rates.size(); i++) {
                sum = sum.plus(rates.get(i).times(weights.get(i)));
            }
            return sum.dividedBy(all);
        }
        return root(rates, weights.stream().map(weight -> weight.dividedBy(all)).toList());
    }

    /** Returns the geometric mean to 20 decimals by trying digit after digit; whole powers come out exactly. */
    static Rational root(List<Rational> rates, List<Rational> exponents) {
        int common = 1;
        for (Rational exponent : exponents) {
            while (!exponent.times(Rational.of(common)).isWhole()) {
                common++;
            }
        }
        while (!allWhole(exponents, common)) {
            common++;
        }
        Rational product = Rational.ONE;
        for (int i = 0; i < rates.size(); i++) {
            int times = exponents.get(i).times(Rational.of(common)).intValueExact();
            for (int k = 0; k < times; k++) {
                product = product.times(rates.get(i));
            }
        }
        Rational exact = exactRoot(product, common);
        if (exact != null) {
            return exact;
        }
        Rational step = Rational.ONE;
        Rational root = Rational.ZERO;
        for (int digit = 0; digit <= 22; digit++) {
            while (power(root.plus(step), common).compareTo(product) <= 0) {
                root = root.plus(step);
            }
            step = step.dividedBy(Rational.of(10));
        }
        Rational unit = Rational.of(BigInteger.TEN.pow(20), BigInteger.ONE);
        return root.times(unit).plus(Rational.of(1, 2)).floor().dividedBy(unit);
    }

    private static boolean allWhole(List<Rational> exponents, int common) {
        return exponents.stream().allMatch(one -> one.times(Rational.of(common)).isWhole());
    }

    /** Returns the root if it is a fraction with small parts. */
    private static @Nullable Rational exactRoot(Rational product, int degree) {
        for (int below = 1; below <= 200; below++) {
            Rational scaled = product.times(power(Rational.of(below), degree));
            int above = 0;
            while (power(Rational.of(above), degree).compareTo(scaled) < 0) {
                above++;
            }
            if (power(Rational.of(above), degree).equals(scaled)) {
                return Rational.of(above, below);
            }
        }
        return null;
    }

    private static Rational power(Rational value, int times) {
        Rational power = Rational.ONE;
        for (int i = 0; i < times; i++) {
            power = power.times(value);
        }
        return power;
    }
}
