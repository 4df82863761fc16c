package guifan.rule;

import static guifan.rule.RuleText.number;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random rules of each kind against a plain reading of their sentence, which counts steps and takes points away one by
 * one and knows nothing of curves.
 */
class RulePropertiesTest {

    private static final int RULES = 50;

    private final Random random = new Random(2019);

    @Test
    void countGivesTheSamePointsForEachUntilTheCap() {
        repeat(() -> {
            Rational points = halves(1, 12);
            Rational each = hundredths(1, 300);
            rises(points, "次", "{kind: count, each: " + each + "}", counts(40), n -> {
                Rational score = Rational.ZERO;
                for (Rational i = Rational.ONE; i.compareTo(n) <= 0; i = i.plus(Rational.ONE)) {
                    score = score.plus(each).min(points);
                }
                return score;
            });
        });
    }

    @Test
    void shortfallTakesPointsForEachOneShortOfTheTargetUntilNoneAreLeft() {
        repeat(() -> {
            Rational points = halves(1, 12);
            Rational target = Rational.of(1 + random.nextInt(15));
            boolean told = random.nextBoolean();
            Rational loses = told ? hundredths(1, 300) : points.dividedBy(target);
            String field = told ? ", loses: " + loses : "";
            rises(
                    points,
                    "次",
                    "{kind: shortfall, target: " + target + field + "}",
                    counts(20),
                    n -> less(points, loses, n, target));
        });
    }

    @Test
    void deductTakesPointsForEachFaultUntilNoneAreLeft() {
        repeat(() -> {
            Rational points = halves(1, 12);
            Rational each = hundredths(1, 300);
            UnaryOperator<Rational> oracle = n -> less(points, each, Rational.ZERO, n);
            follows(points, "件", "{kind: deduct, each: " + each + "}", counts(40), oracle, Comparator.reverseOrder());
        });
    }

    /** Takes {@code each} away for every one between two counts, until nothing is left. */
    private static Rational less(Rational points, Rational each, Rational from, Rational to) {
        Rational left = points;
        for (Rational i = from; i.compareTo(to) < 0; i = i.plus(Rational.ONE)) {
            left = left.minus(each).max(Rational.ZERO);
        }
        return left;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pro-rata", "begun", "full-steps"})
    void linearTakesPointsForEachStepBelowTheMark(String part) {
        repeat(() -> {
            Rational points = halves(1, 12);
            Rational fullAt = halves(20, 200);
            Rational per = number(List.of("0.5", "1", "2", "2.5", "10").get(random.nextInt(5)));
            Rational loses = hundredths(2, 200);
            boolean cliff = random.nextBoolean();
            Rational zeroBelow = fullAt.minus(per.times(halves(1, 20))).max(number("0.5"));
            String yaml = "{kind: linear, full-at: " + fullAt + ", loses: " + loses + ", per: " + per
                    + ", part-of-step: " + part + (cliff ? ", zero-below: " + zeroBelow : "") + "}";
            List<Rational> grid = new ArrayList<>(grid());
            for (int i = 0; i < 40; i++) {
                Rational edge = fullAt.minus(per.times(Rational.of(i)));
                grid.addAll(List.of(edge.minus(number("0.01")), edge, edge.plus(number("0.01"))));
            }
            grid.addAll(List.of(zeroBelow.minus(number("0.001")), zeroBelow, zeroBelow.plus(number("0.001"))));
            rises(points, "%", yaml, percentages(grid), x -> {
                if (cliff && x.compareTo(zeroBelow) < 0) {
                    return Rational.ZERO;
                }
                return points.minus(loses.times(steps(part, x, fullAt, per))).max(Rational.ZERO);
            });
        });
    }

    /** Counts the steps from the measure up to the mark. */
    private static Rational steps(String part, Rational x, Rational fullAt, Rational per) {
        if (part.equals("pro-rata")) {
            return fullAt.minus(x).max(Rational.ZERO).dividedBy(per);
        }
        int begun = 0;
        int full = 0;
        for (Rational reached = x; reached.compareTo(fullAt) < 0; reached = reached.plus(per)) {
            begun++;
            full += reached.plus(per).compareTo(fullAt) <= 0 ? 1 : 0;
        }
        return Rational.of(part.equals("begun") ? begun : full);
    }

    @Test
    void proportionalGivesTheShareOfThePointsThatWasReached() {
        repeat(() -> {
            Rational points = halves(1, 12);
            Rational fullAt = halves(1, 200);
            rises(
                    points,
                    "%",
                    "{kind: proportional, full-at: " + fullAt + "}",
                    percentages(grid()),
                    x -> points.times(x).dividedBy(fullAt).min(points));
        });
    }

    @Test
    void bandsGiveThePointsOfTheHighestBandThatIsReached() {
        repeat(() -> {
            List<Rational> bounds = sorted(2 + random.nextInt(5), 100);
            List<Rational> points = sorted(bounds.size() + 1, 12);
            List<String> bands = new ArrayList<>(List.of("{otherwise: true, points: " + points.get(0) + "}"));
            for (int i = 0; i < bounds.size(); i++) {
                bands.add("{at-least: " + bounds.get(i) + ", points: " + points.get(i + 1) + "}");
            }
            Collections.shuffle(bands, random);
            Rational most = points.get(bounds.size());
            rises(
                    most,
                    "%",
                    "{kind: bands, bands: " + bands + "}",
                    percentages(grid()),
                    x -> points.get((int) bounds.stream()
                            .filter(bound -> bound.compareTo(x) <= 0)
                            .count()));
        });
    }

    @Test
    void stepsGiveWhatIsWrittenForTheCountOrTheNextOneBelow() {
        repeat(() -> {
            List<Rational> points = sorted(2 + random.nextInt(6), 12);
            StringBuilder steps = new StringBuilder();
            for (int i = 0; i < points.size(); i++) {
                steps.append(i == 0 ? "" : ", ").append(2 * i).append(": ").append(points.get(i));
            }
            Rational most = points.get(points.size() - 1);
            rises(
                    most,
                    "次",
                    "{kind: steps, steps: {" + steps + "}}",
                    counts(20),
                    n -> points.get(Math.min(n.intValueExact() / 2, points.size() - 1)));
        });
    }

    @Test
    void levelsAddUpWhatEachIsWorthUntilTheCap() {
        repeat(() -> {
            Rational points = halves(1, 12);
            List<Rational> worth = List.of(hundredths(1, 100), hundredths(1, 200), hundredths(1, 300));
            Form form = form(
                    points,
                    "-",
                    "{kind: levels, values: {市: " + worth.get(0) + ", 省: " + worth.get(1) + ", 全国: " + worth.get(2)
                            + "}}");
            for (int i = 0; i < 50; i++) {
                Map<String, Rational> cell = Map.of("市", any(6), "省", any(4), "全国", any(3));
                Rational sum = cell.get("市")
                        .times(worth.get(0))
                        .plus(cell.get("省").times(worth.get(1)))
                        .plus(cell.get("全国").times(worth.get(2)));
                assertThat(form.score(cell).score()).isEqualTo(sum.min(points));
            }
        });
    }

    @Test
    void aChecklistWithLatenessTakesLessForLateThanForMissing() {
        repeat(() -> {
            int n = 1 + random.nextInt(6);
            Rational points = halves(1, 12);
            Rational share = points.dividedBy(Rational.of(n));
            Rational late = share.times(Rational.of(random.nextInt(10) + 1L, 10));
            List<String> items = IntStream.range(0, n)
                    .mapToObj(i -> "{id: i" + i + ", name: 子项" + i + "}")
                    .toList();
            Form form = form(points, "-", "{kind: checklist, late-loses: " + late + ", items: " + items + "}");
            for (int round = 0; round < 30; round++) {
                Map<String, Rational> cell = new HashMap<>();
                Rational expected = Rational.ZERO;
                for (int i = 0; i < n; i++) {
                    int answer = random.nextInt(3);
                    cell.put("i" + i, Rational.of(answer));
                    expected = expected.plus(
                            List.of(Rational.ZERO, share.minus(late), share).get(answer));
                }
                assertThat(form.score(cell).score()).isEqualTo(expected);
            }
        });
    }

    private void rises(
            Rational points, String in, String yaml, List<Rational> measures, UnaryOperator<Rational> oracle) {
        follows(points, in, yaml, measures, oracle, Comparator.naturalOrder());
    }

    /** Asserts the oracle's score for every measure, that none is out of bounds, and that scores never turn back. */
    private static void follows(
            Rational points,
            String in,
            String yaml,
            List<Rational> measures,
            UnaryOperator<Rational> oracle,
            Comparator<Rational> direction) {
        Form form = form(points, in, yaml);
        List<Rational> ascending = measures.stream().sorted().distinct().toList();
        UnaryOperator<Rational> rule = x -> form.score(Map.of("", x)).score();
        assertThat(table(ascending, rule)).as("%s points, %s", points, yaml).isEqualTo(table(ascending, oracle));
        List<Rational> scores = ascending.stream().map(rule).toList();
        assertThat(scores).as(yaml).isSortedAccordingTo(direction);
        assertThat(scores).as(yaml).allMatch(score -> score.signum() >= 0 && score.compareTo(points) <= 0);
        assertThat(form.most()).as(yaml).contains(points);
    }

    private static List<String> table(List<Rational> measures, UnaryOperator<Rational> rule) {
        return measures.stream().map(x -> x + "=" + rule.apply(x)).toList();
    }

    private static Form form(Rational points, String in, String yaml) {
        return new RuleText(points.toString(), in, yaml).rule().form();
    }

    private static void repeat(Runnable law) {
        for (int i = 0; i < RULES; i++) {
            law.run();
        }
    }

    private Rational any(int bound) {
        return Rational.of(random.nextInt(bound));
    }

    private Rational halves(int least, int most) {
        return Rational.of(least + random.nextInt(most - least + 1), 2);
    }

    private Rational hundredths(int least, int most) {
        return Rational.of(least + random.nextInt(most - least + 1), 100);
    }

    /** Returns {@code size} different numbers above 0 and up to {@code most} in ascending order. */
    private List<Rational> sorted(int size, int most) {
        return random.ints(1, most * 4 + 1)
                .distinct()
                .limit(size)
                .sorted()
                .mapToObj(quarters -> Rational.of(quarters, 4))
                .toList();
    }

    private static List<Rational> counts(int most) {
        return IntStream.rangeClosed(0, most).mapToObj(Rational::of).toList();
    }

    private static List<Rational> grid() {
        return IntStream.rangeClosed(0, 400).mapToObj(i -> Rational.of(i, 4)).toList();
    }

    private static List<Rational> percentages(List<Rational> measures) {
        return measures.stream()
                .filter(x -> x.signum() >= 0 && x.compareTo(Rational.HUNDRED) <= 0)
                .toList();
    }
}
