package guifan.evaluate;

import guifan.number.Rational;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A made-up standard of any depth whose areas combine scores in every way, as plain data that can be written as YAML
 * and that {@link TreeOracle} can score. Every indicator is a mark out of its points.
 *
 * @param root the whole; its points are the total
 */
record RandomTree(Node root) {

    /** A bound, a rounding or a share that a node may have. */
    record Extras(
            int dropLowest,
            int dropHighest,
            @Nullable Rational atLeast,
            @Nullable Rational atMost,
            @Nullable Integer coverage,
            @Nullable Integer scale) {

        static final Extras NONE = new Extras(0, 0, null, null, null, null);
    }

    /**
     * An area or, without parts, an indicator.
     *
     * @param method as standards name it
     * @param weight its share, or null where it has none, which is 1 where one is needed
     * @param missing what a blank means
     */
    record Node(
            String id,
            String method,
            Rational points,
            @Nullable Rational weight,
            List<Node> parts,
            Extras extras,
            String missing,
            boolean townsOnly) {

        boolean isLeaf() {
            return parts.isEmpty();
        }

        boolean isAveraged() {
            return !method.equals("sum");
        }

        boolean isWeighted() {
            return method.equals("mean") || method.equals("geometric-mean");
        }

        Stream<Node> leaves() {
            return isLeaf() ? Stream.of(this) : parts.stream().flatMap(Node::leaves);
        }

        Stream<Node> withInner() {
            return Stream.concat(Stream.of(this), parts.stream().flatMap(Node::withInner));
        }

        Node with(List<Node> others) {
            Rational sum = others.stream().map(Node::points).reduce(Rational.ZERO, Rational::plus);
            boolean added = !isAveraged() && !others.isEmpty();
            Rational most = extras.atMost() == null ? sum : sum.min(extras.atMost());
            return new Node(id, method, added ? most : points, weight, others, extras, missing, townsOnly);
        }

        Node with(@Nullable Rational other) {
            return new Node(id, method, points, other, parts, extras, missing, townsOnly);
        }

        Node with(String policy, boolean forTownsOnly) {
            return new Node(id, method, points, weight, parts, extras, policy, forTownsOnly);
        }
    }

    /** What one unit answers: by leaf, in their order. */
    record Row(String kind, List<String> cells) {

        Row with(int index, String cell) {
            List<String> changed = new ArrayList<>(cells);
            changed.set(index, cell);
            return new Row(kind, changed);
        }
    }

    /** Which ways of combining scores are drawn. */
    static final List<String> ALL = List.of("sum", "sum", "mean", "mean", "geometric-mean", "min", "max", "median");

    static final List<String> LINEAR = List.of("sum", "mean");

    static RandomTree of(Random random, List<String> methods, boolean extras) {
        int[] next = {0};
        Node root = node(random, methods, extras, 0, next);
        return new RandomTree(root);
    }

    private static Node node(Random random, List<String> methods, boolean extras, int depth, int[] next) {
        String id = "n" + next[0]++;
        String missing = List.of("zero", "exclude", "exclude", "full").get(random.nextInt(4));
        boolean leaf = depth > 0 && (depth == 3 || random.nextInt(3) > 0);
        Rational points = Rational.of(1 + random.nextInt(20), 2);
        if (leaf) {
            return new Node(id, "sum", points, null, List.of(), Extras.NONE, missing, random.nextInt(6) == 0);
        }
        String method = methods.get(random.nextInt(methods.size()));
        int count = 1 + random.nextInt(4);
        boolean areas = depth == 0 || (depth < 3 && random.nextInt(3) == 0);
        boolean weighted = method.equals("mean") || method.equals("geometric-mean");
        boolean alike = weighted && random.nextInt(4) == 0;
        List<Node> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Node part = areas ? inner(random, methods, extras, depth + 1, next) : leaf(random, next);
            boolean none = random.nextInt(8) == 0 && i > 0;
            Rational weight = none ? Rational.ZERO : Rational.of(1 + random.nextInt(5), 1 + random.nextInt(2));
            parts.add(weighted && !alike ? part.with(weight) : part);
        }
        int counting = (int) parts.stream()
                .filter(part -> part.weight() == null || part.weight().signum() > 0)
                .count();
        Node bare =
                new Node(id, method, points, null, List.of(), extras(random, extras, method, counting), missing, false);
        return bare.with(parts);
    }

    private static Node inner(Random random, List<String> methods, boolean extras, int depth, int[] next) {
        Node node = node(random, methods, extras, depth, next);
        return node.isLeaf() ? wrapped(node, next) : node;
    }

    private static Node wrapped(Node leaf, int[] next) {
        Node bare = new Node("n" + next[0]++, "sum", leaf.points(), null, List.of(), Extras.NONE, "zero", false);
        return bare.with(List.of(leaf));
    }

    private static Node leaf(Random random, int[] next) {
        String missing = List.of("zero", "exclude", "exclude", "full").get(random.nextInt(4));
        Rational points = Rational.of(1 + random.nextInt(20), 2);
        return new Node("n" + next[0]++, "sum", points, null, List.of(), Extras.NONE, missing, random.nextInt(6) == 0);
    }

    private static Extras extras(Random random, boolean any, String method, int count) {
        if (!any) {
            return Extras.NONE;
        }
        boolean sum = method.equals("sum");
        int low = !sum && count > 1 && random.nextInt(3) == 0 ? 1 : 0;
        int high = !sum && count > 1 + low && random.nextInt(3) == 0 ? 1 : 0;
        Rational most = Rational.of(40 + random.nextInt(20));
        return new Extras(
                low,
                high,
                random.nextInt(5) == 0 ? Rational.of(random.nextInt(2), 2) : null,
                random.nextInt(5) == 0 ? sum ? Rational.of(3 + random.nextInt(9)) : most : null,
                random.nextInt(5) == 0 ? 10 * (3 + random.nextInt(6)) : null,
                random.nextInt(5) == 0 ? random.nextInt(3) : null);
    }

    List<Node> leaves() {
        return root.leaves().toList();
    }

    Rational total() {
        return root.points();
    }

    Row row(Random random) {
        String kind = random.nextInt(4) == 0 ? "街道" : "镇";
        return new Row(
                kind,
                leaves().stream()
                        .map(leaf -> leaf.townsOnly() && kind.equals("街道")
                                ? ""
                                : random.nextInt(6) == 0
                                        ? ""
                                        : leaf.points()
                                                .times(Rational.of(random.nextInt(5), 4))
                                                .toString())
                        .toList());
    }

    /** Returns the answers that give {@code share} of the points of every leaf. */
    Row even(String kind, Rational share) {
        return new Row(
                kind,
                leaves().stream()
                        .map(leaf -> leaf.townsOnly() && kind.equals("街道")
                                ? ""
                                : leaf.points().times(share).toString())
                        .toList());
    }

    /** Returns the standard as YAML, its parts in the order that {@code shuffle} makes, or their own. */
    String yaml(@Nullable Random shuffle) {
        StringBuilder text = new StringBuilder(Standards.HEAD)
                .append("total: ")
                .append(total())
                .append('\n');
        keys(root, true).forEach(key -> text.append(key).append('\n'));
        text.append("areas:\n");
        shuffled(root.parts(), shuffle)
                .forEach(part ->
                        text.append("  - ").append(yaml(root, part, shuffle)).append('\n'));
        return text.append("grades: {levels: [{name: 优, at-least: ")
                .append(total().times(Rational.of(9, 10)))
                .append("}, {name: 合格, otherwise: true}]}\n...\n")
                .toString();
    }

    private static String yaml(Node above, Node node, @Nullable Random shuffle) {
        List<String> fields =
                new ArrayList<>(List.of("id: " + node.id(), "name: 名" + node.id(), "points: " + node.points()));
        if (above.isWeighted()) {
            fields.add("weight: " + (node.weight() == null ? Rational.ONE : node.weight()));
        }
        if (node.isLeaf()) {
            fields.add("rule: {kind: given}");
            fields.add("missing: " + node.missing());
            if (node.townsOnly()) {
                fields.add("applies-to: [镇]");
            }
        } else {
            fields.addAll(keys(node, false));
            String key = node.parts().get(0).isLeaf() ? "indicators" : "areas";
            fields.add(shuffled(node.parts(), shuffle).stream()
                    .map(part -> yaml(node, part, shuffle))
                    .collect(Collectors.joining(", ", key + ": [", "]")));
        }
        return shuffled(fields, shuffle).stream().collect(Collectors.joining(", ", "{", "}"));
    }

    private static List<String> keys(Node node, boolean isRoot) {
        Extras extras = node.extras();
        List<String> keys = new ArrayList<>(List.of("combine: " + node.method()));
        if (extras.dropLowest() > 0) {
            keys.add("drop-lowest: " + extras.dropLowest());
        }
        if (extras.dropHighest() > 0) {
            keys.add("drop-highest: " + extras.dropHighest());
        }
        if (extras.atLeast() != null) {
            keys.add("at-least: " + extras.atLeast());
        }
        if (extras.atMost() != null) {
            keys.add("at-most: " + extras.atMost());
        }
        if (extras.coverage() != null) {
            keys.add("coverage: " + extras.coverage() + "%");
        }
        List<String> round = new ArrayList<>();
        if (node.method().equals("geometric-mean")) {
            round.add("digits: 20");
        }
        if (extras.scale() != null && !isRoot) {
            round.add("scale: " + extras.scale() + ", mode: half-up");
        }
        if (!round.isEmpty()) {
            keys.add("round: {" + String.join(", ", round) + "}");
        }
        return keys;
    }

    private static <T> List<T> shuffled(List<T> list, @Nullable Random shuffle) {
        List<T> copy = new ArrayList<>(list);
        if (shuffle != null) {
            Collections.shuffle(copy, shuffle);
        }
        return copy;
    }

    String sheet(List<Row> rows) {
        String header = leaves().stream().map(Node::id).collect(Collectors.joining(","));
        return IntStream.range(0, rows.size())
                .mapToObj(i -> "单位" + i + "," + rows.get(i).kind() + ","
                        + String.join(",", rows.get(i).cells()) + "\n")
                .collect(Collectors.joining("", "单位,类别," + header + "\n", ""));
    }
}
