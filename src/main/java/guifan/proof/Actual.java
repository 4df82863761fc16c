package guifan.proof;

import guifan.evaluate.GroupResult;
import guifan.evaluate.GroupResult.Mean;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.source.Text;
import guifan.standard.Grouping;
import guifan.standard.Standard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What came of a unit, by the keys that test files use. */
final class Actual {

    /** What is said of a part that has no score. */
    private static final String NOT_APPLICABLE = "不适用";

    private static final String NONE = "无";

    private static final Map<String, BiFunction<Actual, Totals, String>> TOTALS = Map.of(
            "total", (actual, totals) -> totals.finalTotal().toString(),
            "exact", (actual, totals) -> totals.exactFinal().toString(),
            "base", (actual, totals) -> totals.base().toString(),
            "raw", (actual, totals) -> totals.raw().toString(),
            "possible", (actual, totals) -> totals.possible().toString(),
            "bonus", (actual, totals) -> totals.bonus().toString(),
            "penalty", (actual, totals) -> totals.penalty().toString());

    private static final Map<String, BiFunction<Actual, Outcome, String>> OUTCOMES = Map.of(
            "grade",
                    (actual, outcome) -> actual.standard
                            .grades()
                            .levels()
                            .get(outcome.grade())
                            .name(),
            "rank", (actual, outcome) -> outcome.rank().toString(),
            "decided-by", (actual, outcome) -> outcome.decidedBy().isEmpty() ? NONE : outcome.decidedBy(),
            "caps", (actual, outcome) -> outcome.caps().isEmpty() ? NONE : String.join("、", outcome.caps()));

    private final Standard standard;
    private final UnitResult unit;

    Actual(Standard standard, UnitResult unit) {
        this.standard = standard;
        this.unit = unit;
    }

    /** Returns whether {@code text} is a word that stands for a score. */
    static boolean isWord(String text) {
        return text.equals(NOT_APPLICABLE);
    }

    /** Returns the keys that are no ids. */
    static List<String> words() {
        return Stream.concat(TOTALS.keySet().stream(), OUTCOMES.keySet().stream())
                .sorted()
                .toList();
    }

    /** Returns the number or word under {@code key}, or nothing if there is no such key; a word goes before an id. */
    Optional<String> of(String key) {
        return word(key).or(() -> part(key));
    }

    /** Returns the score of the indicator, area, bonus or penalty of that id. */
    Optional<String> part(String key) {
        return unit.indicator(key)
                .map(one -> one.basis() == Basis.WITHHELD || one.possible().isZero()
                        ? NOT_APPLICABLE
                        : one.score().toString())
                .or(() -> unit.area(key)
                        .map(area -> area.possible().isZero()
                                ? NOT_APPLICABLE
                                : area.score().toString()))
                .or(() -> adjustment(key));
    }

    private Optional<String> word(String key) {
        Totals totals = unit.totals();
        Outcome outcome = unit.outcome();
        return Optional.ofNullable(TOTALS.get(key))
                .map(figure -> totals == null ? NOT_APPLICABLE : figure.apply(this, totals))
                .or(() -> Optional.ofNullable(OUTCOMES.get(key))
                        .map(word -> outcome == null ? NOT_APPLICABLE : word.apply(this, outcome)));
    }

    private Optional<String> adjustment(String id) {
        return standard.adjustments()
                .find(id)
                .map(item -> unit.adjustments().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .map(AdjustmentResult::points)
                        .orElse(Rational.ZERO)
                        .toString());
    }

    /** Returns the number or word under {@code key} of what units come to together. */
    static Optional<String> of(GroupResult group, String key, Standard standard) {
        Mean mean = group.mean();
        Grouping grouping = standard.grouping();
        if (mean == null || grouping == null) {
            return Optional.of(NOT_APPLICABLE);
        }
        return switch (key) {
            case "mean" -> Optional.of(mean.total().toString());
            case "exact" -> Optional.of(mean.exact().toString());
            case "rank" -> Optional.of(mean.rank().toString());
            case "grade" ->
                Optional.of(grouping.grades().levels().get(mean.grade()).name());
            default -> Optional.empty();
        };
    }

    /** Returns what to say of a group that is not there, or a key of it that means nothing. */
    static Text unknownOfGroup(String name, String key) {
        return Text.of(
                "没有“%s”，或不认识“%s”；应为 mean、exact、grade、rank 之一",
                "there is no \"%s\", or \"%s\" is not understood; expected mean, exact, grade or rank", name, key);
    }

    /** Returns whether an expectation and what came of it say the same. */
    static boolean same(String expected, String actual) {
        Optional<Rational> number = Rational.parse(expected);
        boolean numbers = number.isPresent() && Rational.parse(actual).isPresent();
        return numbers ? number.equals(Rational.parse(actual)) : expected.equals(actual);
    }

    /** Returns what to say of a key that means nothing. */
    static Text unknown(String key) {
        return Text.of(
                "不认识“%s”；应为编号或 %s", "\"%s\" is not understood; expected an id or one of %s", key, Text.list(words()));
    }
}
