package guifan.evaluate;

import guifan.number.Rational;
import guifan.rule.Curve;
import guifan.rule.Form;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds measures that bring full points: no more than it takes. */
final class FullAnswers {

    /** How often all items are gone through; what is not found by then is not found at all. */
    private static final int ROUNDS = 4;

    /** How far after the start of a piece that does not include it, where measures have no step. */
    private static final Rational BESIDE = Rational.of(1, 100);

    private final Rule rule;
    private final Form form;
    private final Rational points;

    private FullAnswers(Rule rule, Form form, Rational points) {
        this.rule = rule;
        this.form = form;
        this.points = points;
    }

    /**
     * Returns measures by item that bring {@code points}, as far as they were found.
     *
     * @param form the form of the rule for the unit
     */
    static Found of(Rule rule, Form form, Rational points) {
        return new FullAnswers(rule, form, points).find();
    }

    /**
     * What was found.
     *
     * @param measures by item
     * @param full whether they bring full points, otherwise they bring less
     */
    record Found(Map<String, Rational> measures, boolean full) {}

    private Found find() {
        Map<String, Rational> measures = new LinkedHashMap<>();
        for (Item item : form.items()) {
            measures.put(item.id(), best(item));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Item item : form.items()) {
                improve(item, measures);
            }
        }
        boolean full = isSound(measures) && score(measures).compareTo(points) >= 0;
        return new Found(measures, full);
    }

    private boolean isSound(Map<String, Rational> measures) {
        return rule.complaints(measures).isEmpty() && rule.fallback(measures).isEmpty();
    }

    private Rational score(Map<String, Rational> measures) {
        return form.score(measures).score().min(points);
    }

    /** Puts the smallest measure of {@code item} among those that bring most beside the others. */
    private void improve(Item item, Map<String, Rational> measures) {
        Rational chosen = Objects.requireNonNull(measures.get(item.id()));
        for (Rational candidate : candidates(item)) {
            Map<String, Rational> changed = new LinkedHashMap<>(measures);
            changed.put(item.id(), candidate);
            int sound = Boolean.compare(isSound(changed), isSound(measures));
            int order = sound != 0 ? sound : score(changed).compareTo(score(measures));
            if (order > 0 || (order == 0 && candidate.compareTo(chosen) < 0)) {
                chosen = candidate;
                measures.put(item.id(), candidate);
            }
        }
    }

    /** Returns the measure that brings most by its own curves alone; of what has none, the largest there is. */
    private Rational best(Item item) {
        List<Curve> curves = form.parts().stream()
                .filter(part -> part.item().id().equals(item.id()))
                .map(Form.Part::curve)
                .toList();
        Rational best = curves.isEmpty() && item.type().most() != null
                ? item.type().most()
                : item.type().least();
        for (Rational candidate : candidates(item)) {
            best = sum(curves, candidate).compareTo(sum(curves, best)) > 0 ? candidate : best;
        }
        return best;
    }

    private static Rational sum(List<Curve> curves, Rational measure) {
        return curves.stream().map(curve -> curve.at(measure)).reduce(Rational.ZERO, Rational::plus);
    }

    /**
     * Returns the ends of the range and of all pieces, and where a piece without end would bring all points; of what a
     * measure is made of, those of that measure.
     */
    private NavigableSet<Rational> candidates(Item item) {
        MeasureType type = item.type();
        Rational beside = type.step() == null ? BESIDE : type.step();
        List<Rational> marks = new ArrayList<>(List.of(type.least(), Rational.ONE));
        Optional.ofNullable(type.most()).ifPresent(marks::add);
        for (Form.Part part : form.parts()) {
            if (part.gate() != null && part.gate().item().equals(item.id())) {
                marks.add(part.gate().from());
            }
            boolean made = form.items().stream()
                    .noneMatch(one -> one.id().equals(part.item().id()));
            if (made || part.item().id().equals(item.id())) {
                part.curve().pieces().forEach(piece -> marks.add(piece.from()));
                part.curve().pieces().stream()
                        .filter(Curve.Piece::after)
                        .forEach(piece -> marks.add(piece.from().plus(beside)));
                Curve.Piece last =
                        part.curve().pieces().get(part.curve().pieces().size() - 1);
                if (last.slope().signum() > 0) {
                    marks.add(last.from().plus(points.minus(last.value()).dividedBy(last.slope())));
                }
            }
        }
        NavigableSet<Rational> candidates = new TreeSet<>();
        marks.forEach(mark -> allowed(mark, type, candidates));
        return candidates;
    }

    private static void allowed(Rational mark, MeasureType type, NavigableSet<Rational> candidates) {
        @Nullable Rational step = type.step();
        Rational on = step == null
                ? mark
                : type.least()
                        .plus(mark.minus(type.least()).dividedBy(step).ceiling().times(step));
        boolean above = type.most() != null && on.compareTo(type.most()) > 0;
        if (on.compareTo(type.least()) >= 0 && !above) {
            candidates.add(on);
        }
    }
}
