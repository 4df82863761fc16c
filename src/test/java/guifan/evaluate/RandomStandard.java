package guifan.evaluate;

import guifan.number.Rational;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A made-up standard, as plain data that can be written as YAML and that {@link PlainOracle} can score.
 *
 * @param notApplicable {@code total}, {@code area} or {@code full}
 * @param roundTo decimals by place ({@code indicator}, {@code area}, {@code base}, {@code final}); -1 is exact
 */
record RandomStandard(
        List<Group> groups,
        String notApplicable,
        List<Integer> roundTo,
        Rational bonusCap,
        String ties,
        boolean chained) {

    static final List<String> PLACES = List.of("indicator", "area", "base", "final");

    /** An area. */
    record Group(String id, List<RandomLeaf> leaves) {
        Rational points() {
            return leaves.stream().map(RandomLeaf::points).reduce(Rational.ZERO, Rational::plus);
        }
    }

    /** What a unit answers: by leaf in the order of the groups, then bonus, penalty and veto. */
    record Row(String unit, String kind, List<String> cells, String bonus, String penalty, String veto) {

        Row with(int index, String cell) {
            List<String> changed = new ArrayList<>(cells);
            changed.set(index, cell);
            return new Row(unit, kind, changed, bonus, penalty, veto);
        }
    }

    static Rational number(String text) {
        return Rational.parse(text).orElseThrow();
    }

    static RandomStandard of(Random random) {
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < 1 + random.nextInt(4); g++) {
            List<RandomLeaf> leaves = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                leaves.add(RandomLeaf.of(random, "x" + g + i));
            }
            groups.add(new Group("g" + g, leaves));
        }
        List<Integer> roundTo = new ArrayList<>(List.of(-1, -1, -1, random.nextInt(4) - 1));
        if (random.nextInt(3) == 0) {
            roundTo.set(random.nextInt(3), random.nextInt(3));
        }
        return new RandomStandard(
                groups,
                List.of("total", "area", "full").get(random.nextInt(3)),
                roundTo,
                Rational.of(1 + random.nextInt(3)),
                List.of("share", "dense", "average").get(random.nextInt(3)),
                random.nextBoolean());
    }

    List<RandomLeaf> leaves() {
        return groups.stream().flatMap(group -> group.leaves().stream()).toList();
    }

    Rational total() {
        return groups.stream().map(Group::points).reduce(Rational.ZERO, Rational::plus);
    }

    /** Returns the lower bounds of the grades, the best first. */
    List<Rational> bounds() {
        return List.of(total().times(Rational.of(9, 10)), total().times(Rational.of(6, 10)));
    }

    RandomStandard withGroups(List<Group> changed) {
        return new RandomStandard(changed, notApplicable, roundTo, bonusCap, ties, chained);
    }

    RandomStandard with(String policy, List<Integer> rounding) {
        return new RandomStandard(groups, policy, rounding, bonusCap, ties, chained);
    }

    RandomStandard unchained() {
        return new RandomStandard(groups, notApplicable, roundTo, bonusCap, ties, false);
    }

    Row row(Random random, String unit) {
        String kind = random.nextInt(3) == 0 ? "街道" : "镇";
        return new Row(
                unit,
                kind,
                leaves().stream().map(leaf -> leaf.randomCell(random, kind)).toList(),
                random.nextBoolean() ? "" : String.valueOf(random.nextInt(5)),
                random.nextBoolean() ? "" : String.valueOf(random.nextInt(4)),
                random.nextInt(4) == 0 ? "是" : "否");
    }

    /** Returns every leaf's best answer, or its worst. */
    Row extreme(String unit, String kind, boolean best) {
        List<String> cells = leaves().stream()
                .map(leaf -> leaf.townsOnly() && kind.equals("街道") ? "" : leaf.extreme(best))
                .toList();
        return new Row(unit, kind, cells, "", "", "否");
    }

    List<Row> rows(Random random, int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(random, "单位" + i));
        }
        return rows;
    }

    /** Returns the standard as YAML, its areas and indicators in the order that {@code shuffle} makes, or their own. */
    String yaml(@Nullable Random shuffle) {
        StringBuilder text = new StringBuilder(Standards.HEAD)
                .append("total: ")
                .append(total())
                .append('\n');
        text.append("not-applicable: ")
                .append(
                        notApplicable.equals("full")
                                ? "{treat: full}\n"
                                : "{treat: scale, within: " + notApplicable + "}\n");
        text.append("rounding: {").append(rounding()).append("}\nareas:\n");
        for (Group group : shuffled(groups, shuffle)) {
            text.append(
                    "  - {id: %1$s, name: 方面%1$s, points: %2$s, indicators: [\n".formatted(group.id(), group.points()));
            for (RandomLeaf leaf : shuffled(group.leaves(), shuffle)) {
                text.append("      {")
                        .append(String.join(", ", shuffled(leaf.fields(), shuffle)))
                        .append("},\n");
            }
            text.append("    ]}\n");
        }
        return text.append("""
                        adjustments:
                          bonus: {cap: %s, items: [{id: plus, name: 加, rule: {kind: count, each: 1}}]}
                          penalty: {items: [{id: minus, name: 减, rule: {kind: count, each: 0.5}}]}
                        facts: [{id: veto, name: 否决, type: yes-no}]
                        ranking: {ties: %s, chain: [%s]}
                        grades:
                          levels: [{name: 优, at-least: %s}, {name: 良, at-least: %s}, {name: 中, otherwise: true}]
                          caps: [{id: cap, when: {fact: veto, is: 是}, at-most: 良, reason: 否决}]
                        ...
                        """.formatted(bonusCap, ties, chained ? "{area: g0}" : "", bounds().get(0), bounds().get(1)))
                .toString();
    }

    private String rounding() {
        return Stream.iterate(0, i -> i + 1)
                .limit(PLACES.size())
                .filter(i -> roundTo.get(i) >= 0)
                .map(i -> PLACES.get(i) + ": {scale: " + roundTo.get(i) + ", mode: half-up}")
                .collect(Collectors.joining(", "));
    }

    private static <T> List<T> shuffled(List<T> list, @Nullable Random shuffle) {
        List<T> copy = new ArrayList<>(list);
        if (shuffle != null) {
            Collections.shuffle(copy, shuffle);
        }
        return copy;
    }

    /** Returns a wide sheet, its rows and columns in the order that {@code shuffle} makes, or their own. */
    String sheet(List<Row> rows, @Nullable Random shuffle) {
        List<Integer> order =
                Stream.iterate(0, i -> i + 1).limit(leaves().size() + 5L).toList();
        List<Integer> columns = shuffled(order, shuffle);
        List<String> header = new ArrayList<>(List.of("单位", "类别", "加分·加", "扣分·减", "否决"));
        leaves().forEach(leaf -> header.add(leaf.id()));
        StringBuilder sheet = new StringBuilder(line(header, columns));
        for (Row row : shuffled(rows, shuffle)) {
            List<String> cells =
                    new ArrayList<>(List.of(row.unit(), row.kind(), row.bonus(), row.penalty(), row.veto()));
            cells.addAll(row.cells());
            sheet.append(line(cells, columns));
        }
        return sheet.toString();
    }

    private static String line(List<String> cells, List<Integer> columns) {
        return columns.stream().map(cells::get).collect(Collectors.joining(",")) + "\n";
    }
}
