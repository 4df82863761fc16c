package guifan.report;

import guifan.evaluate.CellState;
import guifan.evaluate.PanelResult;
import guifan.number.Rational;
import guifan.rule.Working;
import java.util.Random;
import java.util.stream.Stream;

/** Panels that could never be, to see that their form is kept. */
final class RandomPanels {

    private RandomPanels() {}

    static PanelResult next(Random random) {
        return new PanelResult(
                Stream.generate(() -> judge(random)).limit(random.nextInt(4)).toList(),
                random.nextInt(9),
                maybe(random),
                maybe(random),
                RandomNumbers.next(random));
    }

    private static PanelResult.Judge judge(Random random) {
        return new PanelResult.Judge(
                "评委" + random.nextInt(9),
                CellState.values()[random.nextInt(CellState.values().length)],
                maybe(random),
                maybe(random),
                RandomNumbers.next(random),
                RandomNumbers.next(random),
                Stream.generate(() -> node(random)).limit(random.nextInt(3)).toList());
    }

    private static PanelResult.Node node(Random random) {
        return new PanelResult.Node(
                random.nextBoolean() ? "" : "area" + random.nextInt(9),
                RandomNumbers.next(random),
                RandomNumbers.next(random),
                RandomCombined.of(random));
    }

    static PanelResult.Mark mark(Random random, Working working) {
        return new PanelResult.Mark("评委" + random.nextInt(9), maybe(random), working, RandomNumbers.next(random));
    }

    private static Rational maybe(Random random) {
        return random.nextBoolean() ? RandomNumbers.next(random) : null;
    }
}
