package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.Ways.Answer;
import guifan.evaluate.Ways.Change;
import guifan.evaluate.Ways.Shift;
import guifan.evaluate.Ways.Way;
import guifan.number.Rational;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.standard.Question;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way reaches the grade when it is evaluated, one step less does not, and no cheaper way exists. */
class WaysPropertyTest {

    private static final Rational TENTH = Rational.of(1, 10);

    @ParameterizedTest
    @ValueSource(strings = {"2018.0", "2019.0", "2019.1"})
    void waysOfTheExampleSheetsAreConfirmedAndTight(String id) throws IOException {
        Standard standard = Standards.shipped(id);
        String text = Files.readString(Path.of("examples/" + id.substring(0, 4) + "/scores.csv"));
        int found = 0;
        // the text as issued does not ask what its amendment added
        String asked = id.equals("2019.0") ? text.replace("规范民生实事项目票决", "备注：票决") : text;
        for (UnitResult unit : Sheets.evaluate(standard, asked)) {
            for (int target = 0; target < 2; target++) {
                found += confirm(standard, unit, target).ways().size();
            }
        }
        assertThat(found).isGreaterThan(17);
    }

    private static Ways confirm(Standard standard, UnitResult unit, int target) {
        Ways ways = WaySearch.of(standard, unit, target);
        boolean reached = grade(ways.now()) <= target;
        assertThat(ways.answer() == Answer.REACHED).as(unit.unit()).isEqualTo(reached);
        assertThat(ways.ways().isEmpty()).as(unit.unit()).isEqualTo(ways.answer() != Answer.FOUND);
        Evaluator evaluator = new Evaluator(standard);
        Filing filing = Filing.of(standard, unit);
        for (Way way : ways.ways()) {
            Map<String, List<Entry>> changed = new HashMap<>();
            way.changes().forEach(change -> changed.put(change.indicator(), entries(unit, change)));
            UnitResult result = evaluator.evaluate(filing.with(changed));
            assertThat(grade(result)).as("%s %s", unit.unit(), way.changes()).isLessThanOrEqualTo(target);
            assertThat(result).isEqualTo(way.result());
            for (Change change : way.changes()) {
                for (Change less : oneStepLess(standard, unit, change)) {
                    Map<String, List<Entry>> fewer = new HashMap<>(changed);
                    fewer.put(less.indicator(), entries(unit, less));
                    assertThat(grade(evaluator.evaluate(filing.with(fewer))))
                            .as("%s %s with only %s", unit.unit(), way.changes(), less)
                            .isGreaterThan(target);
                }
            }
        }
        return ways;
    }

    static int grade(UnitResult result) {
        return Objects.requireNonNull(result.outcome()).grade();
    }

    /** Returns the change with each of its shifts shorter by a step, or by a tenth where there are no steps. */
    private static List<Change> oneStepLess(Standard standard, UnitResult unit, Change change) {
        List<Change> less = new ArrayList<>();
        for (int i = 0; i < change.shifts().size(); i++) {
            Shift shift = change.shifts().get(i);
            Rational step = step(standard, unit, change.indicator(), shift);
            Rational length = shift.to().minus(shift.from()).abs().minus(step).max(Rational.ZERO);
            Rational to = shift.to().compareTo(shift.from()) > 0
                    ? shift.from().plus(length)
                    : shift.from().minus(length);
            List<Shift> shifts = new ArrayList<>(change.shifts());
            shifts.set(i, new Shift(shift.item(), shift.from(), to));
            less.add(new Change(change.indicator(), shifts, change.steps()));
        }
        return less;
    }

    private static Rational step(Standard standard, UnitResult unit, String indicator, Shift shift) {
        boolean counted = List.of(Question.PART, Question.COUNTED).contains(shift.item());
        return counted
                ? Rational.ONE
                : Objects.requireNonNullElse(
                        type(standard, unit, indicator, shift.item()).step(), TENTH);
    }

    static MeasureType type(Standard standard, UnitResult unit, String indicator, String item) {
        return standard.indicator(indicator).orElseThrow().wording(unit.kind()).items().stream()
                .filter(one -> one.id().equals(item))
                .map(Item::type)
                .findFirst()
                .orElseThrow();
    }

    static List<Entry> entries(UnitResult unit, Change change) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : unit.indicator(change.indicator()).orElseThrow().entries()) {
            Rational to = change.shifts().stream()
                    .filter(shift -> shift.item().equals(entry.item()))
                    .map(Shift::to)
                    .findFirst()
                    .orElse(entry.value());
            String raw = Objects.equals(to, entry.value()) ? entry.raw() : String.valueOf(to);
            entries.add(
                    new Entry(entry.item(), entry.assessor(), entry.state(), to, raw, entry.evidence(), entry.place()));
        }
        return entries;
    }

    @Test
    void waysUnderRandomStandardsAreConfirmedTightAndCheapest() {
        Random random = new Random(90);
        int[] answers = new int[Answer.values().length];
        for (int round = 0; round < 40; round++) {
            SmallStandard small = new SmallStandard(random);
            Standard standard = Standards.of(small.yaml());
            UnitResult unit = Sheets.only(standard, small.sheet());
            for (int target = 0; target < 2; target++) {
                Ways ways = confirm(standard, unit, target);
                answers[ways.answer().ordinal()]++;
                SmallStandard.Cost cheapest = small.cheapest(standard, unit, target);
                assertThat(ways.ways().isEmpty() && ways.answer() != Answer.REACHED)
                        .as("%s\n%s\n%s", small.yaml(), small.sheet(), ways.answer())
                        .isEqualTo(cheapest == null);
                if (!ways.ways().isEmpty()) {
                    Way first = ways.ways().get(0);
                    SmallStandard.Cost cost =
                            new SmallStandard.Cost(first.changes().size(), first.steps());
                    SmallStandard.Cost least = Objects.requireNonNull(cheapest);
                    SmallStandard.Cost expected =
                            ways.exact() ? least : new SmallStandard.Cost(least.indicators(), cost.steps());
                    assertThat(cost).as("%s\n%s", small.yaml(), small.sheet()).isEqualTo(expected);
                }
            }
        }
        assertThat(answers[Answer.FOUND.ordinal()]).isGreaterThan(20);
        assertThat(answers[Answer.OUT_OF_REACH.ordinal()]).isPositive();
        assertThat(answers[Answer.CAPPED.ordinal()]).isPositive();
    }
}
