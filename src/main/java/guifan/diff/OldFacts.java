package guifan.diff;

import guifan.evaluate.CellState;
import guifan.evaluate.Entry;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.rule.Form;
import guifan.rule.Item;
import guifan.rule.Rule.Shape;
import guifan.source.CellPlace;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Derivation;
import guifan.standard.Indicator.Wording;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Derives what an older standard asks from what was filled in under a newer one; what does not follow is not guessed.
 */
final class OldFacts {

    private final Standard before;
    private final Standard after;
    private final UnitResult result;

    /** Prepares the facts of one unit, evaluated under {@code after}. */
    OldFacts(Standard before, Standard after, UnitResult result) {
        this.before = before;
        this.after = after;
        this.result = result;
    }

    /** Returns what the older indicator {@code id} would have been answered, nothing if that does not follow. */
    Optional<List<Entry>> answer(String id, MeasureLine.Source source) {
        Indicator old = before.indicator(id).orElseThrow();
        List<IndicatorResult> now = source.from().stream()
                .flatMap(one -> result.indicator(one).stream())
                .toList();
        if (now.size() != source.from().size() || now.isEmpty()) {
            return Optional.empty();
        }
        CellPlace place = result.place();
        if (now.stream().anyMatch(one -> one.basis() == Basis.FALSE_MATERIAL)) {
            return Optional.of(List.of(state(CellState.FALSE_MATERIAL, place)));
        }
        if (now.stream().allMatch(one -> one.basis() == Basis.NOT_REPORTED)) {
            return Optional.of(List.of(state(CellState.NOT_REPORTED, place)));
        }
        if (now.size() == 1 && isExempt(old, source, now.get(0))) {
            return Optional.of(now.get(0).entries());
        }
        boolean given = now.stream().allMatch(one -> one.basis() == Basis.RULE || one.basis() == Basis.ZERO_OF_ZERO);
        if (!given) {
            return Optional.empty();
        }
        Wording wording = old.wording(result.kind());
        if (source.derivation() == Derivation.SAME) {
            Indicator newer = after.indicator(source.from().get(0)).orElseThrow();
            return same(old, wording, newer, now.get(0));
        }
        return combined(wording, source.derivation(), now).map(value -> List.of(value(value, place)));
    }

    /** Whoever is exempt, by kind in both standards or by decision, is exempt from the same thing in both. */
    private boolean isExempt(Indicator old, MeasureLine.Source source, IndicatorResult now) {
        boolean alike = after.indicator(source.from().get(0))
                .filter(newer -> newer.appliesTo(result.kind()) == old.appliesTo(result.kind()))
                .isPresent();
        return alike
                && source.derivation() == Derivation.SAME
                && now.entries().stream().anyMatch(entry -> entry.state() == CellState.NOT_APPLICABLE);
    }

    private Optional<List<Entry>> same(Indicator old, Wording wording, Indicator newer, IndicatorResult now) {
        Wording newWording = newer.wording(result.kind());
        Shape shape = wording.rule().shape();
        if (shape != newWording.rule().shape()) {
            return Optional.empty();
        }
        if (shape != Shape.SINGLE) {
            return items(wording, newWording, now.entries());
        }
        boolean plain = now.entries().size() == 1
                && now.entries().get(0).item().isEmpty()
                && now.entries().get(0).assessor().isEmpty();
        boolean panels = old.judges().isPresent() && newer.judges().isPresent();
        boolean asIs = plain || panels || (wording.ratio() != null && newWording.ratio() != null);
        if (asIs) {
            return Optional.of(now.entries());
        }
        return Optional.ofNullable(now.measure()).map(measure -> List.of(value(measure, result.place())));
    }

    /** Items are known by their ids; a bare number of them only counts where it counts the same. */
    private static Optional<List<Entry>> items(Wording old, Wording now, List<Entry> entries) {
        Set<String> asked = old.items().stream().map(Item::id).collect(Collectors.toSet());
        Set<String> known = now.items().stream().map(Item::id).collect(Collectors.toSet());
        boolean counted = entries.stream().anyMatch(entry -> entry.item().equals(Question.COUNTED));
        if (counted) {
            boolean alike = asked.equals(known) && grows(old, asked.size()).equals(grows(now, known.size()));
            return alike && grows(old, asked.size()).isPresent() ? Optional.of(entries) : Optional.empty();
        }
        if (!known.containsAll(asked)) {
            return Optional.empty();
        }
        return Optional.of(entries.stream()
                .filter(entry -> asked.contains(entry.item()) || entry.item().isEmpty())
                .toList());
    }

    /** Returns whether a bare number is better the larger it is, nothing where none is allowed. */
    private static Optional<Boolean> grows(Wording wording, int items) {
        Optional<Form> form = wording.rule().counted();
        return form.map(counted -> at(counted, items).compareTo(at(counted, 0)) > 0);
    }

    private static Rational at(Form counted, int number) {
        return counted.score(Map.of("", Rational.of(number))).score();
    }

    private static Optional<Rational> combined(Wording old, Derivation derivation, List<IndicatorResult> now) {
        List<Rational> measures = new ArrayList<>();
        for (IndicatorResult one : now) {
            @Nullable Rational measure = one.measure();
            if (measure == null) {
                return Optional.empty();
            }
            measures.add(measure);
        }
        boolean sum = derivation == Derivation.SUM;
        return old.rule().shape() == Shape.SINGLE
                ? measures.stream().reduce(sum ? Rational::plus : Rational::min)
                : Optional.empty();
    }

    private static Entry value(Rational value, CellPlace place) {
        return new Entry("", "", CellState.VALUE, Objects.requireNonNull(value), value.toString(), "", place);
    }

    private static Entry state(CellState state, CellPlace place) {
        return new Entry("", "", state, null, state.word(), "", place);
    }
}
