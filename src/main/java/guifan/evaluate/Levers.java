package guifan.evaluate;

import guifan.evaluate.Lever.Candidate;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.Ways.Shift;
import guifan.number.Rational;
import guifan.rule.Curve;
import guifan.rule.Form;
import guifan.rule.MeasureType;
import guifan.rule.Rule.Shape;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Wording;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a unit could better: counts, percentages, items and levels that scored by their rule. Assessors' marks and
 * what was not reported, left blank or found false are no levers.
 */
final class Levers {

    /** How finely measures without a step of their own are varied. */
    private static final Rational TENTH = Rational.of(1, 10);

    private static final int MOST_CANDIDATES = 2000;

    private final Standard standard;
    private final String kind;
    private final UnitResult now;
    private final Filing filing;

    /**
     * Prepares the search.
     *
     * @param filing what {@code now} was worked out from
     */
    Levers(Standard standard, Filing filing, UnitResult now) {
        this.standard = standard;
        this.filing = filing;
        this.kind = now.kind();
        this.now = now;
    }

    /** Returns all levers, in the order of the standard. */
    List<Lever> all() {
        List<Lever> levers = new ArrayList<>();
        standard.indicators()
                .forEach(indicator -> now.indicator(indicator.id())
                        .filter(result -> result.basis() == Basis.RULE
                                && result.possible().signum() > 0)
                        .filter(result -> indicator.judges().isEmpty()
                                && !indicator.wording(kind).rule().isMark())
                        .map(result -> new One(indicator, result).lever())
                        .filter(lever -> !lever.candidates().isEmpty())
                        .ifPresent(levers::add));
        return levers;
    }

    /** Returns the levers by what they can bring, the most first. */
    static List<Lever> byGain(List<Lever> levers) {
        return levers.stream()
                .filter(lever -> lever.best().isPresent())
                .sorted(Comparator.comparing(
                                (Lever lever) -> lever.best().orElseThrow().gain())
                        .reversed())
                .toList();
    }

    /** Returns a value as it can be written: itself, or its neighbours with two decimals. */
    private static Stream<Rational> written(Rational value) {
        Rational hundredths = value.times(Rational.HUNDRED);
        return value.isDecimal()
                ? Stream.of(value)
                : Stream.of(hundredths.floor(), hundredths.ceiling()).map(whole -> whole.dividedBy(Rational.HUNDRED));
    }

    /** One indicator. */
    private final class One {

        private final Indicator indicator;
        private final IndicatorResult result;
        private final Wording wording;
        private final UnitFacts facts;
        private final Form form;
        private final Rational factor;
        private final Map<String, Rational> measures = new LinkedHashMap<>();
        private final List<Candidate> candidates = new ArrayList<>();

        One(Indicator indicator, IndicatorResult result) {
            this.indicator = indicator;
            this.result = result;
            this.wording = indicator.wording(kind);
            this.facts = UnitFacts.of(wording.rule(), filing);
            this.form = facts.form(wording);
            Rational worth = standard.isLinear() ? result.most() : standard.total();
            this.factor = worth.dividedBy(result.possible());
            for (Entry entry : result.entries()) {
                if (entry.value() != null) {
                    measures.put(entry.item(), entry.value());
                }
            }
        }

        Lever lever() {
            if (measures.containsKey(Question.WHOLE)) {
                part();
            } else if (measures.containsKey(Question.COUNTED)) {
                Form counted = wording.rule().counted().orElseThrow();
                single(Question.COUNTED, counted.parts().get(0));
            } else if (measures.containsKey("")) {
                single("", form.parts().get(0));
            } else if (wording.rule().shape() == Shape.LEVELS) {
                form.parts().forEach(this::level);
            } else {
                items();
            }
            return new Lever(indicator.id(), candidates);
        }

        /** More or less of the part, within the whole. */
        private void part() {
            Rational from = measures.getOrDefault(Question.PART, Rational.ZERO);
            Rational whole = measures.getOrDefault(Question.WHOLE, Rational.ZERO);
            for (Rational steps = Rational.ONE; steps.compareTo(whole) <= 0 && isRoom(); ) {
                for (Rational to : List.of(from.plus(steps), from.minus(steps))) {
                    if (to.signum() >= 0 && to.compareTo(whole) <= 0) {
                        add(steps, List.of(new Shift(Question.PART, from, to)));
                    }
                }
                steps = steps.plus(Rational.ONE);
            }
        }

        private void single(String id, Form.Part part) {
            Rational from = Objects.requireNonNull(measures.get(id));
            for (Rational to : values(part, from, TENTH)) {
                add(steps(part, from, to), List.of(new Shift(id, from, to)));
            }
        }

        private static Rational steps(Form.Part part, Rational from, Rational to) {
            @Nullable Rational step = part.item().type().step();
            return to.minus(from).abs().dividedBy(step == null ? Rational.ONE : step);
        }

        /**
         * Returns the other values of the type: its steps, or those of a grid, where pieces of the curve start and caps
         * end.
         */
        private NavigableSet<Rational> values(Form.Part part, Rational from, Rational finest) {
            MeasureType type = part.item().type();
            Rational grid = type.step() == null ? finest : type.step();
            Rational least = type.least();
            List<Rational> marks = Stream.concat(part.curve().pieces().stream().map(Curve.Piece::from), capsEnd())
                    .toList();
            Rational end = marks.stream().reduce(end(part.curve()), Rational::max);
            Rational most = type.most() == null ? end.plus(grid).max(from) : type.most();
            while (most.minus(least).dividedBy(grid).compareTo(Rational.of(MOST_CANDIDATES)) > 0) {
                grid = grid.times(Rational.of(10));
            }
            NavigableSet<Rational> values = new TreeSet<>();
            Rational start =
                    least.plus(from.minus(least).dividedBy(grid).floor().times(grid));
            for (Rational to = start; to.compareTo(least) >= 0; to = to.minus(grid)) {
                values.add(to);
            }
            for (Rational to = start.plus(grid); to.compareTo(most) <= 0; to = to.plus(grid)) {
                values.add(to);
            }
            if (type.step() == null) {
                Stream.concat(marks.stream(), Stream.of(most))
                        .flatMap(Levers::written)
                        .filter(to -> to.compareTo(least) >= 0 && to.compareTo(most) <= 0)
                        .forEach(values::add);
            }
            values.remove(from);
            return values;
        }

        private Stream<Rational> capsEnd() {
            return standard.grades().caps().stream().flatMap(cap -> cap.when().endsAt(indicator.id()).stream());
        }

        /** Returns where a curve ends to matter: at its last piece, or where that one alone brings full points. */
        private Rational end(Curve curve) {
            Curve.Piece last = curve.pieces().get(curve.pieces().size() - 1);
            return last.slope().isZero()
                    ? last.from()
                    : last.from().plus(wording.points().dividedBy(last.slope().abs()));
        }

        /** More of one level. */
        private void level(Form.Part part) {
            @Nullable Rational from = measures.get(part.item().id());
            if (from != null) {
                for (Rational to : values(part, from, Rational.ONE).tailSet(from)) {
                    add(steps(part, from, to), List.of(new Shift(part.item().id(), from, to)));
                }
            }
        }

        /** For every number of steps the items that bring most together. */
        private void items() {
            NavigableMap<Rational, Move> best = new TreeMap<>(Map.of(Rational.ZERO, Move.NONE));
            for (Form.Part part : form.parts()) {
                @Nullable Rational from = measures.get(part.item().id());
                if (from != null) {
                    best = with(part, from, best);
                }
            }
            best.remove(Rational.ZERO);
            best.forEach((steps, move) -> add(steps, move.shifts()));
        }

        /** Returns the best moves, of what is in {@code best} or that and a move of {@code part}. */
        private NavigableMap<Rational, Move> with(Form.Part part, Rational from, NavigableMap<Rational, Move> best) {
            NavigableMap<Rational, Move> all = new TreeMap<>(best);
            Rational now = part.curve().at(from);
            for (Rational to : values(part, from, Rational.ONE)) {
                Rational gain = part.curve().at(to).minus(now);
                if (gain.signum() > 0) {
                    Rational steps = steps(part, from, to);
                    Shift shift = new Shift(part.item().id(), from, to);
                    best.forEach((before, move) -> all.merge(before.plus(steps), move.and(shift, gain), Move::better));
                }
            }
            NavigableMap<Rational, Move> worthwhile = new TreeMap<>();
            all.forEach((steps, move) -> {
                boolean more = worthwhile.isEmpty()
                        || move.gain()
                                        .compareTo(worthwhile
                                                .lastEntry()
                                                .getValue()
                                                .gain())
                                > 0;
                if (more && worthwhile.size() <= MOST_CANDIDATES) {
                    worthwhile.put(steps, move);
                }
            });
            return worthwhile;
        }

        private boolean isRoom() {
            return candidates.size() < MOST_CANDIDATES;
        }

        private void add(Rational steps, List<Shift> shifts) {
            List<Entry> entries = entries(shifts);
            Rational gain = score(entries).minus(result.score()).times(factor);
            if (gain.signum() >= 0 || capsEnd().findAny().isPresent()) {
                candidates.add(new Candidate(steps, shifts, entries, gain));
            }
        }

        private Rational score(List<Entry> entries) {
            return Assessment.of(
                            indicator, kind, entries, facts, standard.rounding().indicator(), Population.UNKNOWN)
                    .score();
        }

        private List<Entry> entries(List<Shift> shifts) {
            return result.entries().stream()
                    .map(entry -> shifts.stream()
                            .filter(shift -> shift.item().equals(entry.item()) && entry.value() != null)
                            .findFirst()
                            .map(shift -> changed(entry, shift.to()))
                            .orElse(entry))
                    .toList();
        }

        private static Entry changed(Entry entry, Rational to) {
            return new Entry(
                    entry.item(),
                    entry.assessor(),
                    CellState.VALUE,
                    to,
                    to.toString(),
                    entry.evidence(),
                    entry.place());
        }
    }
}
