package guifan.diff;

import guifan.evaluate.CellState;
import guifan.evaluate.Entry;
import guifan.evaluate.Evaluator;
import guifan.evaluate.Filing;
import guifan.evaluate.UnitResult;
import guifan.number.Rational;
import guifan.source.CellPlace;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random standards that ask for some of six things in up to three areas, and what units did about them. */
final class RandomYears {

    private static final CellPlace PLACE = new CellPlace("sheet.csv", "", 2, 2, 1, "");
    private static final List<String> ASKED = List.of("a", "b", "c", "d", "e", "f");

    private final Random random;

    RandomYears(long seed) {
        this.random = new Random(seed);
    }

    Standard standard(int areas) {
        List<String> ids = new ArrayList<>(ASKED);
        ids.removeIf(id -> random.nextInt(4) == 0);
        if (ids.isEmpty()) {
            ids.add("a");
        }
        List<List<String>> indicators = new ArrayList<>();
        int[] points = new int[areas];
        for (int i = 0; i < areas; i++) {
            indicators.add(new ArrayList<>());
        }
        int left = 100;
        for (int i = 0; i < ids.size(); i++) {
            int worth = i == ids.size() - 1 ? left : 1 + random.nextInt(left - (ids.size() - 1 - i));
            left -= worth;
            int area = random.nextInt(areas);
            points[area] += worth;
            String applies = random.nextInt(4) == 0 ? ", applies-to: [镇]" : "";
            indicators
                    .get(area)
                    .add("{id: %s, name: 指标%s, points: %d%s, rule: %s}"
                            .formatted(ids.get(i), ids.get(i), worth, applies, rule(worth)));
        }
        StringBuilder text =
                new StringBuilder(Standards.HEAD).append(rounding(areas > 1)).append("total: 100\nareas:\n");
        for (int i = 0; i < areas; i++) {
            if (!indicators.get(i).isEmpty()) {
                text.append("  - {id: area-%d, name: 方面%d, points: %d, indicators: [%s]}\n"
                        .formatted(i, i, points[i], String.join(", ", indicators.get(i))));
            }
        }
        return Standards.of(text + Standards.GRADES + "...\n");
    }

    private String rounding(boolean ofAreas) {
        return random.nextBoolean()
                ? ""
                : "rounding: {final: {scale: %d, mode: half-up}%s%s}\n"
                        .formatted(
                                random.nextInt(4),
                                random.nextBoolean() ? ", base: {scale: 1, mode: half-even}" : "",
                                ofAreas && random.nextInt(3) == 0 ? ", area: {scale: 0, mode: half-up}" : "");
    }

    private String rule(int points) {
        return switch (random.nextInt(4)) {
            case 0 -> "{kind: count, each: " + (1 + random.nextInt(9)) + "}";
            case 1 -> "{kind: shortfall, target: " + (1 + random.nextInt(6)) + "}";
            case 2 -> "{kind: deduct, each: 0." + (1 + random.nextInt(9)) + "}";
            default -> "{kind: steps, steps: {0: 0, 1: 0.5, 3: " + points + "}}";
        };
    }

    Map<String, Rational> facts() {
        Map<String, Rational> facts = new HashMap<>();
        for (String id : ASKED) {
            facts.put(id, Rational.of(random.nextInt(8)));
        }
        return facts;
    }

    String kind() {
        return random.nextInt(3) == 0 ? "街道" : "镇";
    }

    static UnitResult result(Standard standard, String unit, String kind, Map<String, Rational> facts) {
        Map<String, List<Entry>> answers = new HashMap<>();
        facts.forEach((id, value) ->
                answers.put(id, List.of(new Entry("", "", CellState.VALUE, value, value.toString(), "", PLACE))));
        return new Evaluator(standard).evaluate(new Filing(unit, kind, PLACE, answers));
    }
}
