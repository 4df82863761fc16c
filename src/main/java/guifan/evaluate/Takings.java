package guifan.evaluate;

import guifan.evaluate.Taken.Body;
import guifan.evaluate.Taken.Choice;
import guifan.evaluate.Taken.Taking;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.rule.Item;
import guifan.rule.Rule;
import guifan.rule.Rule.Shape;
import guifan.source.CellPlace;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.FromStandard;
import guifan.standard.FromStandard.Which;
import guifan.standard.Indicator;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides between what a sheet says and what results under other standards say of the same. */
final class Takings {

    private final Standard standard;
    private final OtherResults others;
    private final @Nullable Roster roster;
    private final Predicate<Overridden> overridden;
    private final Map<String, FromStandard> wanted;
    private final Map<Overridden, Taking> takings = new LinkedHashMap<>();

    /** A question of a unit, which may have been answered by hand. */
    record Overridden(String unit, String question) {}

    /**
     * Prepares for the sheets of one evaluation.
     *
     * @param overridden tells what was changed by hand, so that no result takes its place
     */
    Takings(Standard standard, OtherResults others, @Nullable Roster roster, Predicate<Overridden> overridden) {
        this.standard = standard;
        this.others = others;
        this.roster = roster;
        this.overridden = overridden;
        this.wanted = standard.fromStandards();
    }

    /** Returns one that takes nothing. */
    static Takings none(Standard standard) {
        return new Takings(standard, OtherResults.NONE, null, any -> false);
    }

    /** Returns what was found for units and questions. */
    List<Taking> all() {
        return List.copyOf(takings.values());
    }

    /** Returns whether a result stands in the place of what the sheet says. */
    boolean isReplaced(String unit, String question) {
        Taking taking = takings.get(new Overridden(unit, question));
        return taking != null && taking.choice() == Choice.RESULT;
    }

    /** Returns the entries that count of a question: those of the sheet, or what a result says. */
    List<Entry> settle(Draft draft, Question question, List<Entry> sheet, Problems problems) {
        FromStandard from = wanted.get(question.id());
        Optional<OtherResult> result = others.of(question.id());
        boolean applies = standard.applies(question, draft.kind());
        if (from == null || result.isEmpty() || !applies) {
            return sheet;
        }
        Found found = found(draft, question, from, result.get(), problems);
        List<Entry> said =
                sheet.stream().filter(entry -> entry.state() != CellState.BLANK).toList();
        Choice choice = choose(draft, question, from, said, found);
        takings.put(
                new Overridden(draft.unit(), question.id()),
                new Taking(
                        draft.unit(),
                        question.id(),
                        others.used().indexOf(result.get()),
                        choice,
                        found.bodies(),
                        said));
        return choice == Choice.RESULT ? found.entries() : sheet;
    }

    /**
     * What a result says of a unit.
     *
     * @param entries empty if it says nothing
     */
    private record Found(List<Body> bodies, List<Entry> entries) {}

    /** A body with what it counts as. */
    private record Counted(
            UnitResult body, String raw, @Nullable String as, Map.@Nullable Entry<String, Rational> value) {}

    private Choice choose(Draft draft, Question question, FromStandard from, List<Entry> said, Found found) {
        if (overridden.test(new Overridden(draft.unit(), question.id()))) {
            return Choice.OVERRIDDEN;
        }
        if (said.stream().anyMatch(entry -> entry.state() == CellState.FALSE_MATERIAL)) {
            return Choice.FALSE_MATERIAL;
        }
        if (found.entries().isEmpty()) {
            return Choice.NO_RESULT;
        }
        boolean less =
                from.higher() && points(draft, question, found.entries()).compareTo(points(draft, question, said)) < 0;
        return less ? Choice.SHEET_HIGHER : Choice.RESULT;
    }

    /** Returns what entries add or take by themselves; those that cannot be scored are worth nothing. */
    private Rational points(Draft draft, Question question, List<Entry> entries) {
        Filing filing = new Filing(draft.unit(), draft.kind(), draft.place(), Map.of(question.id(), entries));
        return entries.isEmpty()
                ? Rational.ZERO
                : new Evaluator(standard)
                        .points(question.id(), filing)
                        .orElse(Rational.ZERO)
                        .abs();
    }

    private Found found(Draft draft, Question question, FromStandard from, OtherResult result, Problems problems) {
        Rule rule = rule(question, draft.kind());
        List<Counted> all = others.of(result, draft.unit(), roster).stream()
                .filter(body -> from.kinds().isEmpty() || from.kinds().contains(body.kind()))
                .map(body -> counted(body, from, rule, result))
                .toList();
        if (from.which() == Which.ONLY && all.size() > 1) {
            problems.error(
                    "results-several",
                    draft.place(),
                    Text.of(
                            "%s 中属于 %s 的不止一个：%s；“%s”只能取一个",
                            "%s has several that belong to %s: %s; \"%s\" takes one",
                            result.place().baseName(),
                            Width.visible(draft.unit()),
                            Text.list(names(all)),
                            question.name()));
            return new Found(List.of(), List.of());
        }
        if (all.isEmpty() && from.required()) {
            Text kinds = from.kinds().isEmpty()
                    ? Text.of("")
                    : Text.list(from.kinds()).plus(Text.of(" "));
            problems.error(
                    "results-missing",
                    draft.place(),
                    Text.of(
                            "%s 中没有 %s 的 %s结果，“%s”无从取得",
                            "%s has no %3$sresult of %2$s for \"%4$s\"",
                            result.place().baseName(),
                            Width.visible(draft.unit()),
                            kinds,
                            question.name()));
        }
        List<Counted> counting = all.stream().filter(one -> one.value() != null).toList();
        List<Counted> chosen = from.which() == Which.BEST && counting.size() > 1
                ? List.of(best(draft, question, rule, counting, result))
                : counting;
        List<Body> bodies = all.stream()
                .map(one -> new Body(
                        one.body().unit(),
                        one.body().kind(),
                        grade(one.body(), result),
                        total(one.body()),
                        chosen.contains(one) && one.as() != null ? one.as() : ""))
                .toList();
        boolean none = chosen.isEmpty() && (all.isEmpty() || rule.shape() == Shape.SINGLE);
        List<Entry> entries = none ? List.of() : entries(rule, chosen, chosen.isEmpty() ? all : chosen, result);
        checkRange(question, rule, entries, problems);
        return new Found(bodies, entries);
    }

    private Counted counted(UnitResult body, FromStandard from, Rule rule, OtherResult result) {
        String grade = grade(body, result);
        Rational total = total(body);
        if (total == null) {
            return new Counted(body, "", null, null);
        }
        return switch (from.take()) {
            case GRADE -> {
                Optional<String> as = from.counted(body.kind(), grade);
                yield new Counted(
                        body,
                        grade,
                        as.orElse(null),
                        as.flatMap(word -> FromStandard.value(rule, word)).orElse(null));
            }
            case TOTAL -> number(body, total);
            case RATE ->
                number(
                        body,
                        total.times(Rational.HUNDRED)
                                .dividedBy(result.evaluation().standard().total()));
        };
    }

    private static Counted number(UnitResult body, Rational value) {
        return new Counted(body, value.toString(), value.toString(), Map.entry("", value));
    }

    private Rule rule(Question question, String kind) {
        Optional<Indicator> indicator = standard.indicator(question.id());
        return indicator.isPresent()
                ? indicator.get().wording(kind).rule()
                : standard.adjustments().find(question.id()).orElseThrow().rule();
    }

    private static String grade(UnitResult body, OtherResult result) {
        return body.outcome() == null
                ? ""
                : result.evaluation()
                        .standard()
                        .grades()
                        .get(body.outcome().grade())
                        .name();
    }

    private static @Nullable Rational total(UnitResult body) {
        Totals totals = body.totals();
        return totals == null ? null : totals.finalTotal();
    }

    /** Returns the body that is worth most, then the one with the higher total, then the first by name. */
    private Counted best(Draft draft, Question question, Rule rule, List<Counted> counting, OtherResult result) {
        return counting.stream()
                .max(Comparator.comparing((Counted one) ->
                                points(draft, question, entries(rule, List.of(one), List.of(one), result)))
                        .thenComparing(one -> Objects.requireNonNull(total(one.body())))
                        .thenComparing(one -> one.body().unit(), Comparator.reverseOrder()))
                .orElseThrow();
    }

    /**
     * Returns the bodies as what one cell of a sheet could have said, a number for each item.
     *
     * @param shown the bodies that are named; those that count, or all where none does
     */
    private static List<Entry> entries(Rule rule, List<Counted> counting, List<Counted> shown, OtherResult result) {
        String raw = shown.stream().map(Counted::raw).collect(Collectors.joining("、"));
        String names = String.join("、", names(shown));
        CellPlace place = new CellPlace(result.place().baseName(), "", 0, 0, 0, names);
        return rule.form().items().stream()
                .map(item -> new Entry(item.id(), "", CellState.VALUE, sum(item, counting), raw, names, place))
                .toList();
    }

    private static Rational sum(Item item, List<Counted> counting) {
        return counting.stream()
                .flatMap(one -> Stream.ofNullable(one.value()))
                .filter(value -> value.getKey().equals(item.id()))
                .map(Map.Entry::getValue)
                .reduce(Rational.ZERO, Rational::plus);
    }

    private static List<String> names(List<Counted> bodies) {
        return bodies.stream().map(one -> one.body().unit()).toList();
    }

    private static void checkRange(Question question, Rule rule, List<Entry> entries, Problems problems) {
        if (rule.shape() != Shape.SINGLE) {
            return;
        }
        for (Entry entry : entries) {
            Rational value = Objects.requireNonNull(entry.value());
            if (!FromStandard.isAllowed(rule.form().items().get(0).type(), value)) {
                problems.error(
                        "results-value",
                        entry.place(),
                        Text.of("“%s”不能取 %s，", "\"%s\" cannot be %s; ", question.name(), value)
                                .plus(rule.form().items().get(0).type().expected()));
            }
        }
    }
}
