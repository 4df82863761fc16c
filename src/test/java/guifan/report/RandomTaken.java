package guifan.report;

import guifan.evaluate.Decisions;
import guifan.evaluate.Decisions.Decided;
import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.History;
import guifan.evaluate.History.Follow;
import guifan.evaluate.History.Past;
import guifan.evaluate.History.UnitHistory;
import guifan.evaluate.Stage;
import guifan.evaluate.Taken;
import guifan.evaluate.Taken.Absent;
import guifan.evaluate.Taken.Body;
import guifan.evaluate.Taken.Choice;
import guifan.evaluate.Taken.Source;
import guifan.evaluate.Taken.Taking;
import guifan.number.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What was taken from results, from any number of them. */
final class RandomTaken {

    private final Random random;

    RandomTaken(Random random) {
        this.random = random;
    }

    Taken taken(Supplier<List<Entry>> sheet) {
        List<Source> sources = new ArrayList<>();
        List<Absent> absent = new ArrayList<>();
        List<Taking> takings = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            sources.add(source(i));
            absent.add(new Absent("question-" + i, "other/" + i));
        }
        for (int i = random.nextInt(3); i > 0 && !sources.isEmpty(); i--) {
            Choice choice = Choice.values()[random.nextInt(Choice.values().length)];
            List<Body> bodies = random.nextBoolean() ? List.of() : List.of(body(1), body(2));
            takings.add(
                    new Taking("单位" + i, "question-" + i, random.nextInt(sources.size()), choice, bodies, sheet.get()));
        }
        return new Taken(sources, absent, takings);
    }

    History history() {
        if (random.nextBoolean()) {
            return History.NONE;
        }
        List<UnitHistory> units = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Rational total = random.nextBoolean() ? null : Rational.of(random.nextInt(5000), 1L + random.nextInt(9));
            Past past = new Past(random.nextInt(2), "合格", total, Rational.of(random.nextInt(9), 2));
            Follow follow = new Follow(
                    "id" + i, random.nextBoolean(), "约谈", random.nextBoolean() ? List.of() : List.of("2018", "2017"));
            units.add(new UnitHistory("单位" + i, List.of(past), random.nextBoolean() ? List.of() : List.of(follow)));
        }
        return new History(List.of(source(1), source(2)), units);
    }

    Decisions decisions() {
        Decided decided = new Decided("单位1", 1 + random.nextInt(9), "理由", "主任会议", "2020-01-15", "示例〔2020〕3号");
        return random.nextBoolean() ? null : new Decisions(new Input("d.csv", "00"), List.of(decided));
    }

    Source source(int number) {
        return new Source(
                new Input("结果" + number + ".json", Integer.toHexString(random.nextInt())),
                "other/" + number + ".0",
                random.nextBoolean() ? "" : "标准<b>",
                Integer.toHexString(random.nextInt()),
                Integer.toHexString(random.nextInt()),
                random.nextBoolean() ? null : 1900 + random.nextInt(200),
                Stage.values()[random.nextInt(Stage.values().length)],
                random.nextBoolean());
    }

    private Body body(int number) {
        Rational total = random.nextBoolean() ? null : Rational.of(random.nextInt(5000), 1L + random.nextInt(9));
        boolean counts = random.nextBoolean();
        return new Body("站" + number, counts ? "" : "中心站", counts ? "五星" : "", total, counts ? "五星" : "");
    }
}
