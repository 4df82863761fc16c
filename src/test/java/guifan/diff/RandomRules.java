package guifan.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rules of every kind with random numbers, as standards write them; some of them are not sound. */
final class RandomRules {

    private RandomRules() {}

    /**
     * A rule as it is written.
     *
     * @param points the points of its indicator
     * @param in what it is measured in
     */
    record Text(String points, String in, String yaml) {

        /** Returns this with other points, the rule following them or not. */
        Text with(Random random) {
            return new Text(String.valueOf(1 + random.nextInt(4)), in, yaml);
        }
    }

    /** Returns a rule of {@code kind}. */
    static Text text(String kind, Random random) {
        int p = 1 + random.nextInt(4);
        String yaml = switch (kind) {
            case "yes-no" -> "";
            case "count" -> ", each: " + half(random) + maybe(random, ", cap: " + p);
            case "shortfall" -> ", target: " + (1 + random.nextInt(5)) + maybe(random, ", loses: " + half(random));
            case "deduct" -> ", each: " + half(random);
            case "linear" ->
                ", full-at: " + (85 + 5 * random.nextInt(4)) + ", loses: " + half(random) + ", per: "
                        + (1 + random.nextInt(3)) + ", part-of-step: "
                        + List.of("pro-rata", "begun", "full-steps").get(random.nextInt(3))
                        + maybe(random, ", zero-below: " + (70 + 2 * random.nextInt(6)));
            case "proportional" -> ", full-at: " + (20 + 10 * random.nextInt(9));
            case "bands" -> ", bands: " + bands(p, random);
            case "steps" -> ", steps: {0: 0, 1: " + random.nextInt(p + 1) + ", 3: " + p + "}";
            case "level" -> ", values: {甲: " + p + ", 乙: " + half(p, random) + maybe(random, ", 丙: 0.25") + ", 无: 0}";
            case "given" -> maybe(random, ", step: 0.5");
            case "checklist" -> checklist(p, random);
            case "levels" ->
                ", values: {市: " + half(random) + ", 省: " + half(random) + "}" + maybe(random, ", cap: " + p);
            case "deduct-by-class" -> classes(random);
            case "rank" -> ", loses: " + half(random) + maybe(random, ", ties: dense");
            case "share-of-best" -> maybe(random, ", better: lower") + maybe(random, ", within: kind");
            case "normalise" -> ", low: " + random.nextInt(3) + ", high: " + (5 + random.nextInt(3));
            case "z-score" -> ", mean-gives: " + half(random) + ", deviation-gives: " + half(random) + ", digits: 12";
            case "vote" -> vote(p, random);
            case "parts" -> parts(p, random);
            default -> throw new AssertionError("no random rules of the kind " + kind);
        };
        boolean percent = kind.equals("linear") || kind.equals("proportional") || kind.equals("bands");
        return new Text(String.valueOf(p), percent ? "%" : "", "kind: " + kind + yaml);
    }

    private static String half(Random random) {
        return List.of("0.2", "0.25", "0.5", "1", "1.5", "2").get(random.nextInt(6));
    }

    private static String half(int most, Random random) {
        return String.valueOf(random.nextInt(2 * most + 1) / 2.0);
    }

    private static String maybe(Random random, String text) {
        return random.nextBoolean() ? text : "";
    }

    private static String bands(int p, Random random) {
        int low = 20 + random.nextInt(6) * 5;
        return "[{at-least: " + (low + 5 + random.nextInt(6) * 5) + ", points: " + p + "}, {at-least: " + low
                + ", points: " + half(p, random) + "}, {otherwise: true, points: 0}]";
    }

    private static String checklist(int p, Random random) {
        int n = 2 + random.nextInt(3);
        boolean free = random.nextInt(3) == 0;
        List<String> items = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            items.add("{id: i" + i + ", name: 子项" + i + (free && i == 1 ? ", may-not-arise: true" : "") + "}");
        }
        String mode = switch (random.nextInt(free ? 3 : 4)) {
            case 0 -> maybe(random, ", late-loses: 0.25");
            case 1 -> ", missing-loses: " + half(random) + maybe(random, ", late-loses: 0.2");
            case 2 -> ", all: true";
            default -> ", met: {" + n + ": " + p + ", 1: " + half(p, random) + ", 0: 0}";
        };
        return ", items: " + items + mode;
    }

    private static String vote(int p, Random random) {
        String options = ", options: [满意, 一般, 差], of: ";
        return random.nextInt(3) == 0
                ? options + "present, majority: over-half, points: {满意: " + p + ", 一般: " + half(p, random) + ", 差: 0}"
                : options + "valid, satisfied: [满意" + maybe(random, ", 一般") + "], then: {kind: proportional, full-at: "
                        + (50 + 10 * random.nextInt(5)) + "}";
    }

    private static String parts(int p, Random random) {
        String condition = random.nextInt(4) == 0 ? ", only-if: {part: a}" : "";
        return ", parts: [{id: a, name: 甲, points: 0.5, rule: {kind: yes-no}}, {id: b, name: 乙, points: " + (p - 0.5)
                + ", rule: {kind: shortfall, target: " + (1 + random.nextInt(3)) + "}" + condition + "}"
                + maybe(random, ", {id: c, name: 丙, takes-away: true, rule: {kind: count, each: " + half(random) + "}}")
                + "]";
    }

    private static String classes(Random random) {
        return ", classes: [{id: a, name: 甲, each: " + half(random) + "}, {id: b, name: 乙, each: " + half(random)
                + "}]";
    }
}
