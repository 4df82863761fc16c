package guifan.diff;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever two standards ask and whatever is filled in: the parts add up, and backwards they change their sign. */
class RandomDecompositionTest {

    private static final CellPlace PLACE = new CellPlace("sheet.csv", "", 2, 2, 1, "");

    private final Random random = new Random(20190701);

    @Test
    void thePartsAddUpExactlyForRandomStandards() {
        int changed = 0;
        for (int i = 0; i < 300; i++) {
            Standard older = standard();
            Standard newer = standard();
            UnitResult before = result(older);
            UnitResult after = result(newer);
            Decomposer there = Decomposer.of(older, newer).orElseThrow();
            if (before.totals() == null || after.totals() == null) {
                assertThat(there.decompose(before, after)).isEmpty();
                continue;
            }
            Decomposition one = there.decompose(before, after).orElseThrow();
            Rational difference = Objects.requireNonNull(after.totals())
                    .finalTotal()
                    .minus(Objects.requireNonNull(before.totals()).finalTotal());
            assertThat(sum(one)).isEqualTo(difference);
            Decomposition back = Decomposer.of(newer, older)
                    .orElseThrow()
                    .decompose(after, before)
                    .orElseThrow();
            for (Effect effect : Effect.values()) {
                assertThat(back.part(effect)).isEqualTo(one.part(effect).negate());
            }
            assertThat(lines(one))
                    .isEqualTo(Objects.requireNonNull(after.totals())
                            .exact()
                            .minus(Objects.requireNonNull(before.totals()).exact()));
            changed += one.standard().isZero() ? 0 : 1;
        }
        assertThat(changed).isGreaterThan(100);
    }

    /** The same facts under another rule are no work. */
    @Test
    void theSameFactsAreNoWork() {
        for (int i = 0; i < 100; i++) {
            Standard older = standard();
            Standard newer = standard();
            Map<String, Rational> facts = facts();
            UnitResult before = result(older, "镇", facts);
            UnitResult after = result(newer, "镇", facts);
            if (before.totals() != null && after.totals() != null) {
                Decomposition one = Decomposer.of(older, newer)
                        .orElseThrow()
                        .decompose(before, after)
                        .orElseThrow();
                assertThat(one.part(Effect.WORK)).isEqualTo(Rational.ZERO);
                assertThat(one.part(Effect.INCOMPARABLE)).isEqualTo(Rational.ZERO);
            }
        }
    }

    private static Rational sum(Decomposition one) {
        Rational sum = Rational.ZERO;
        for (Effect effect : Effect.values()) {
            sum = sum.plus(one.part(effect));
        }
        return sum;
    }

    private static Rational lines(Decomposition one) {
        Rational sum = Rational.ZERO;
        for (LineEffect line : one.lines()) {
            for (Effect effect : Effect.values()) {
                sum = sum.plus(line.effect(effect));
            }
        }
        return sum;
    }

    private Standard standard() {
        List<String> ids = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
        ids.removeIf(id -> random.nextInt(4) == 0);
        if (ids.isEmpty()) {
            ids.add("a");
        }
        List<String> indicators = new ArrayList<>();
        int left = 100;
        for (int i = 0; i < ids.size(); i++) {
            int points = i == ids.size() - 1 ? left : 1 + random.nextInt(left - (ids.size() - 1 - i));
            left -= points;
            String applies = random.nextInt(4) == 0 ? ", applies-to: [镇]" : "";
            indicators.add("id: %s, name: 指标%s, points: %d%s, rule: %s"
                    .formatted(ids.get(i), ids.get(i), points, applies, rule(points)));
        }
        String rounding = random.nextBoolean()
                ? ""
                : "rounding: {final: {scale: %d, mode: half-up}%s}\n"
                        .formatted(
                                random.nextInt(4), random.nextBoolean() ? ", base: {scale: 1, mode: half-even}" : "");
        return Standards.of(Standards.HEAD + rounding + Standards.oneArea(indicators.toArray(String[]::new))
                + Standards.GRADES + "...\n");
    }

    private String rule(int points) {
        return switch (random.nextInt(4)) {
            case 0 -> "{kind: count, each: " + (1 + random.nextInt(9)) + "}";
            case 1 -> "{kind: shortfall, target: " + (1 + random.nextInt(6)) + "}";
            case 2 -> "{kind: deduct, each: 0." + (1 + random.nextInt(9)) + "}";
            default -> "{kind: steps, steps: {0: 0, 1: 0.5, 3: " + points + "}}";
        };
    }

    private Map<String, Rational> facts() {
        Map<String, Rational> facts = new HashMap<>();
        for (String id : List.of("a", "b", "c", "d", "e", "f")) {
            facts.put(id, Rational.of(random.nextInt(8)));
        }
        return facts;
    }

    private UnitResult result(Standard standard) {
        return result(standard, random.nextInt(3) == 0 ? "街道" : "镇", facts());
    }

    private static UnitResult result(Standard standard, String kind, Map<String, Rational> facts) {
        Map<String, List<Entry>> answers = new HashMap<>();
        facts.forEach((id, value) ->
                answers.put(id, List.of(new Entry("", "", CellState.VALUE, value, value.toString(), "", PLACE))));
        return new Evaluator(standard).evaluate(new Filing("单位", kind, PLACE, answers));
    }
}
