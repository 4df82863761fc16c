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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Standards that combine scores in other ways than by adding them, and their differences. */
class CombinedDecompositionTest {

    private static String text(String combining, String first, String second) {
        return Standards.HEAD + """
                total: 100
                %s
                areas:
                  - {id: one, name: 甲, %s, indicators: [{id: a, name: 项甲, points: 50, measured-in: 次, rule: {kind: count, each: 5}}]}
                  - {id: two, name: 乙, %s, indicators: [{id: b, name: 项乙, points: 50, measured-in: 次, rule: {kind: count, each: 10}}]}
                """.formatted(combining, first, second) + Standards.GRADES + "...\n";
    }

    private static final String SUM = text("combine: sum", "points: 50", "points: 50");
    private static final String MEAN = text("combine: mean", "weight: 3", "weight: 1");
    private static final String ROOT = text("combine: geometric-mean\nround: {digits: 20}", "weight: 1", "weight: 1");
    private static final String MIN = text("combine: min", "short: 甲", "short: 乙");
    private static final String BOUNDED = text("at-least: 60", "points: 50", "points: 50");
    private static final Map<String, String> TEXTS =
            Map.of("SUM", SUM, "MEAN", MEAN, "ROOT", ROOT, "MIN", MIN, "BOUNDED", BOUNDED);

    private static UnitResult result(Standard standard, int first, int second) {
        CellPlace place = new CellPlace("scores.csv", "", 2, 2, 3, "header");
        Map<String, List<Entry>> answers =
                Map.of("a", List.of(count(first, place)), "b", List.of(count(second, place)));
        return new Evaluator(standard).evaluate(new Filing("某", "镇", place, answers));
    }

    private static Entry count(int count, CellPlace place) {
        return new Entry("", "", CellState.VALUE, Rational.of(count), String.valueOf(count), "", place);
    }

    @ParameterizedTest
    @CsvSource({
        "SUM, MEAN",
        "MEAN, ROOT",
        "ROOT, MIN",
        "MIN, SUM",
        "SUM, ROOT",
        "BOUNDED, ROOT",
        "SUM, BOUNDED",
        "ROOT, ROOT"
    })
    void thePartsAddUpToTheDifference(String before, String after) {
        Standard old = Standards.of(Objects.requireNonNull(TEXTS.get(before)));
        Standard now = Standards.of(Objects.requireNonNull(TEXTS.get(after)));
        for (List<Integer> counts : List.of(List.of(3, 5, 9, 2), List.of(10, 5, 0, 0), List.of(4, 1, 4, 1))) {
            UnitResult was = result(old, counts.get(0), counts.get(1));
            UnitResult is = result(now, counts.get(2), counts.get(3));
            Decomposition parts =
                    Decomposer.of(old, now).orElseThrow().decompose(was, is).orElseThrow();
            Rational sum = Rational.ZERO;
            for (Effect effect : Effect.values()) {
                sum = sum.plus(parts.part(effect));
            }
            assertThat(sum).isEqualTo(parts.after().minus(parts.before()));
            Decomposition back =
                    Decomposer.of(now, old).orElseThrow().decompose(is, was).orElseThrow();
            for (Effect effect : Effect.values()) {
                assertThat(back.part(effect))
                        .as(effect.name())
                        .isEqualTo(parts.part(effect).negate());
            }
        }
    }

    @Test
    void otherSharesAndBoundsAreToldByTheirNames() {
        StandardDiff diff = StandardDiff.of(Standards.of(MEAN), Standards.of(BOUNDED));
        assertThat(diff.parts())
                .flatExtracting(PartChange::details)
                .extracting(detail -> detail.label().en())
                .contains("weight", "combined by", "floor");
        assertThat(diff.flow().isEmpty()).isTrue();
        assertThat(StandardDiff.of(Standards.of(MEAN), Standards.of(MEAN)).isEmpty())
                .isTrue();
    }
}
