package guifan.evaluate;

import guifan.number.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a {@link RandomStandard}.
 *
 * @param missing what a blank means, or null where it is an error
 * @param a a small number that shapes the rule
 * @param b another one
 */
record RandomLeaf(
        String id,
        Kind kind,
        Rational points,
        boolean townsOnly,
        @Nullable String missing,
        int a,
        int b) {

    private static final List<Rational> POINTS = Stream.of("0.5", "1", "1.5", "2", "3", "4.8", "10")
            .map(RandomStandard::number)
            .toList();

    /** Kinds of rules. */
    enum Kind {
        COUNT,
        SHORTFALL,
        DEDUCT,
        LINEAR,
        PROPORTIONAL,
        BANDS,
        STEPS,
        YES_NO,
        GIVEN,
        CHECKLIST;

        boolean isPercentage() {
            return this == LINEAR || this == PROPORTIONAL || this == BANDS;
        }
    }

    static RandomLeaf of(Random random, String id) {
        String missing = random.nextInt(3) > 0
                ? null
                : List.of("zero", "exclude", "full").get(random.nextInt(3));
        return new RandomLeaf(
                id,
                Kind.values()[random.nextInt(Kind.values().length)],
                POINTS.get(random.nextInt(POINTS.size())),
                random.nextInt(4) == 0,
                missing,
                1 + random.nextInt(4),
                1 + random.nextInt(6));
    }

    RandomLeaf with(boolean forTownsOnly, @Nullable String policy) {
        return new RandomLeaf(id, kind, points, forTownsOnly, policy, a, b);
    }

    /** Returns the fields of the indicator, which may stand in any order. */
    List<String> fields() {
        List<String> fields = new ArrayList<>(
                List.of("id: " + id, "name: 指标" + id, "points: " + points, "rule: {kind: " + rule() + "}"));
        if (kind.isPercentage()) {
            fields.add("measured-in: \"%\"");
        }
        if (townsOnly) {
            fields.add("applies-to: [镇]");
        }
        if (missing != null) {
            fields.add("missing: " + missing);
        }
        return fields;
    }

    String rule() {
        return switch (kind) {
            case COUNT -> "count, each: " + part(1, a);
            case SHORTFALL -> "shortfall, target: " + a + ", loses: " + part(b, a);
            case DEDUCT -> "deduct, each: " + part(b, 10);
            case LINEAR -> "linear, full-at: " + (60 + 8 * a) + ", loses: " + part(b, 20) + ", part-of-step: pro-rata";
            case PROPORTIONAL -> "proportional, full-at: " + 20 * a;
            case BANDS ->
                "bands, bands: [{at-least: 80, points: " + points + "}, {at-least: " + 10 * a + ", points: "
                        + part(1, 2) + "}, {otherwise: true, points: 0}]";
            case STEPS -> "steps, steps: {0: 0, 1: " + part(1, 2) + ", " + (a + 1) + ": " + points + "}";
            case YES_NO -> "yes-no";
            case GIVEN -> "given";
            case CHECKLIST -> "checklist, items: [" + items() + "]";
        };
    }

    private String items() {
        return Stream.iterate(0, i -> i + 1)
                .limit(a + 1)
                .map(i -> "{id: i" + i + ", name: 子" + i + "}")
                .collect(Collectors.joining(", "));
    }

    Rational part(int n, int d) {
        return points.times(Rational.of(n, d));
    }

    /** Returns the answer that gives full points ({@code best}) or none. */
    String extreme(boolean best) {
        return switch (kind) {
            case COUNT, SHORTFALL, STEPS -> best ? "99" : "0";
            case DEDUCT -> best ? "0" : "99";
            case LINEAR, PROPORTIONAL, BANDS -> best ? "100" : "0";
            case YES_NO -> best ? "是" : "否";
            case GIVEN -> best ? points.toString() : "0";
            case CHECKLIST -> best ? "全" : "无";
        };
    }

    /** Returns answers, each at least as good as the one before. */
    List<String> rising() {
        Stream<Integer> steps = Stream.iterate(0, i -> i + 1).limit(11);
        return switch (kind) {
            case COUNT, SHORTFALL, STEPS -> steps.map(String::valueOf).toList();
            case DEDUCT -> steps.map(i -> String.valueOf(10 - i)).toList();
            case LINEAR, PROPORTIONAL, BANDS ->
                steps.map(i -> String.valueOf(10 * i)).toList();
            case YES_NO -> List.of("否", "是");
            case GIVEN -> steps.map(i -> part(i, 10).toString()).toList();
            case CHECKLIST -> List.of("无", "缺：子0", "全");
        };
    }

    String randomCell(Random random, String unitKind) {
        if (townsOnly && unitKind.equals("街道")) {
            return random.nextBoolean() ? "" : "不适用";
        }
        int state = random.nextInt(40);
        if (state == 0) {
            return "未报";
        }
        if (state == 1) {
            return "作假";
        }
        if (missing != null && state < 12) {
            return "";
        }
        return switch (kind) {
            case COUNT, SHORTFALL, DEDUCT, STEPS -> String.valueOf(random.nextInt(8));
            case LINEAR, PROPORTIONAL, BANDS ->
                Rational.of(10 + random.nextInt(991), 10).toString();
            case YES_NO -> random.nextBoolean() ? "是" : "否";
            case GIVEN -> points.times(Rational.of(random.nextInt(11), 10)).toString();
            case CHECKLIST -> "缺：子" + random.nextInt(a + 1);
        };
    }
}
