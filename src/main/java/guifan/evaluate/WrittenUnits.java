package guifan.evaluate;

import guifan.evaluate.SheetReading.Terms;
import guifan.evaluate.WrittenUnit.Answer;
import guifan.evaluate.WrittenUnit.Others;
import guifan.number.Rational;
import guifan.rule.Form;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule.Shape;
import guifan.source.CellPlace;
import guifan.source.Diagnostic;
import guifan.source.Location;
import guifan.source.Problems;
import guifan.source.SheetCell;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.standard.Indicator;
import guifan.standard.Question;
import guifan.standard.Question.Role;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@link WrittenUnit}s as the cells of a sheet are read, and evaluates them. */
public final class WrittenUnits {

    private final Standard standard;
    private final Columns columns;
    private final WrittenStanding standing;
    private final Problems untold = new Problems();
    private final Map<String, Asked> byKind = new HashMap<>();
    private final Map<String, Full> full = new HashMap<>();

    public WrittenUnits(Standard standard) {
        this.standard = standard;
        this.columns = new Columns(standard, untold);
        this.standing = new WrittenStanding(standard);
    }

    /**
     * Returns the results of units that are evaluated together, each with its rank; without any if something is wrong,
     * which goes to {@code problems}.
     */
    public List<UnitResult> evaluate(List<WrittenUnit> units, Problems problems) {
        Problems found = new Problems();
        List<Filing> filings = new ArrayList<>();
        List<One> read = new ArrayList<>();
        for (WrittenUnit unit : units) {
            if (standard.kinds().contains(unit.kind())) {
                read.add(new One(unit, found));
            } else {
                Text message = Text.of(
                        "“%s”不是类别，应为 %s", "\"%s\" is no kind, expected %s", unit.kind(), Text.list(standard.kinds()));
                found.error("unknown-kind", unit.place(), message);
            }
        }
        limit(read, found);
        Map<String, Rational> orders = standing.orders(units, found);
        read.forEach(one -> filings.add(one.filing()));
        problems.addAll(found);
        if (found.hasErrors()) {
            return List.of();
        }
        return Evaluator.together(standard, filings, ranked -> orders);
    }

    /** Reports which bodies are more than may have something in common, or notes it at those that come too late. */
    private void limit(List<One> read, Problems found) {
        Problems limits = new Problems();
        List<Draft> drafts = read.stream().map(one -> one.draft).toList();
        new BodyLimits(limits).check(drafts, standard.bodies().limits());
        limits.all()
                .forEach(problem -> found.add(read.stream()
                        .map(one -> one.located(problem))
                        .filter(located -> located.place() instanceof Location)
                        .findFirst()
                        .orElse(problem)));
    }

    /** Returns the id of the question that {@code header} asks, if it asks one. */
    public Optional<String> question(String header) {
        return columns.target(header, new CellPlace("", "", 0, 0, 0, header)).map(Target::question);
    }

    /** An answer and whether it brings full points. */
    private record Full(List<Entry> entries, boolean full) {}

    private Map<String, Question> questions(String kind) {
        return askedOf(kind).questions();
    }

    private Asked askedOf(String kind) {
        return byKind.computeIfAbsent(kind, key -> Asked.of(standard, key));
    }

    /** One unit while it is read. */
    private final class One {

        private final WrittenUnit unit;
        private final Problems problems;
        private final Map<CellPlace, Location> places = new HashMap<>();
        private final Draft draft;

        One(WrittenUnit unit, Problems problems) {
            this.unit = unit;
            this.problems = problems;
            CellPlace row = place(unit.place(), "");
            SheetCell kind = new SheetCell(unit.kind(), row);
            this.draft = new UnitDrafts(standard, null, untold).of(unit.unit(), row, kind, false);
            draft.exempt(unit.exempt());
            standing.note(unit, draft, problems);
            for (Answer answer : unit.answers()) {
                if (isDetail(answer)) {
                    CellPlace place = place(answer.place(), answer.question());
                    draft.details().put(answer.question(), new SheetCell(answer.text(), place));
                }
            }
        }

        /** Returns a place that stands for {@code location}; no two answers have the same. */
        private CellPlace place(Location location, String header) {
            CellPlace place =
                    new CellPlace(location.file(), "", location.line(), location.line(), location.column(), header);
            places.put(place, location);
            return place;
        }

        private boolean isDetail(Answer answer) {
            return standard.bodies().details().contains(answer.question());
        }

        Filing filing() {
            for (Answer answer : unit.answers()) {
                if (isDetail(answer)) {
                    continue;
                }
                CellPlace place = place(answer.place(), answer.question());
                columns.target(answer.question(), place)
                        .ifPresentOrElse(
                                target -> draft.changed().add(new Filled(target, answer.text(), place)),
                                () -> unknown(answer));
            }
            new WrittenMarks(standard, draft).expand();
            Problems found = new Problems();
            Set<String> asked = asked();
            if (unit.others() == Others.FULL || unit.others() == Others.MOST) {
                new ArrayList<>(draft.cells()).forEach(this::completeItems);
            }
            Asked those = askedOf(unit.kind()).only(asked);
            Answers answers = new Answers(standard, Terms.PLAIN, draft, Takings.none(standard), those, Set.of(), found);
            Filing answered = answers.filing();
            found.addAll(answers.found());
            found.all().forEach(one -> problems.add(located(one)));
            Map<String, List<Entry>> others = new LinkedHashMap<>();
            for (Question question : questions(unit.kind()).values()) {
                if (!asked.contains(question.id())) {
                    others(question, answered).ifPresent(entries -> others.put(question.id(), entries));
                }
            }
            return answered.with(others);
        }

        private Diagnostic located(Diagnostic diagnostic) {
            Location location = diagnostic.place() instanceof CellPlace cell ? places.get(cell) : null;
            return location == null
                    ? diagnostic
                    : new Diagnostic(diagnostic.severity(), diagnostic.code(), location, diagnostic.message());
        }

        private void unknown(Answer answer) {
            problems.error(
                    "unknown-id",
                    answer.place(),
                    Text.of("标准中没有“%s”", "the standard has no \"%s\"", answer.question())
                            .plus(Similar.suggestion(
                                    answer.question(), questions(unit.kind()).keySet())));
        }

        /** Returns the questions that are not answered for the unit: those that it answers itself, and numbers. */
        private Set<String> asked() {
            Set<String> asked = new HashSet<>();
            draft.cells().forEach(filled -> asked.add(filled.target().question()));
            Set<String> answered = Set.copyOf(asked);
            standard.facts().stream()
                    .filter(fact -> fact.isNumber() && isTarget(fact.id(), answered))
                    .forEach(fact -> asked.add(fact.id()));
            return unit.others() == Others.BLANK ? questions(unit.kind()).keySet() : asked;
        }

        /** Returns whether a target that matters follows from a fact, so that nothing can be said in its place. */
        private boolean isTarget(String fact, Set<String> answered) {
            return standard.indicators()
                    .filter(one -> one.appliesTo(unit.kind()))
                    .filter(one -> unit.others() != Others.MOST || answered.contains(one.id()))
                    .anyMatch(one -> one.wording(unit.kind()).rule().facts().contains(fact));
        }

        /** Where some items of a question are answered, the others are answered in full. */
        private void completeItems(Filled given) {
            Question question = questions(unit.kind()).get(given.target().question());
            boolean byItems = !given.target().item().isEmpty()
                    && question != null
                    && question.shape() != Shape.SINGLE
                    && given.target().assessor().isEmpty();
            if (!byItems) {
                return;
            }
            Filing nothing = new Filing(unit.unit(), unit.kind(), draft.place(), Map.of());
            for (Entry entry : full(Objects.requireNonNull(question), nothing).entries()) {
                Target target = new Target(question.id(), entry.item(), "");
                boolean said =
                        draft.cells().stream().anyMatch(one -> one.target().isBeside(target));
                Optional<Item> item = question.items().stream()
                        .filter(one -> one.id().equals(entry.item()))
                        .findFirst();
                if (!said && item.isPresent() && entry.value() != null) {
                    String text = item.get().type().show(entry.value());
                    draft.changed().add(new Filled(target, text, given.place()));
                }
            }
        }

        private Optional<List<Entry>> others(Question question, Filing answered) {
            if (question.role() == Role.FACT) {
                MeasureType type = question.items().get(0).type();
                return Optional.of(List.of(value("", type.least(), type)));
            }
            Optional<Indicator> indicator = standard.indicator(question.id());
            if (indicator.isEmpty() || !indicator.get().appliesTo(unit.kind())) {
                return Optional.empty();
            }
            if (unit.others() == Others.NOT_REPORTED) {
                CellState state = CellState.NOT_REPORTED;
                return Optional.of(List.of(new Entry("", "", state, null, state.word(), "", draft.place())));
            }
            UnitFacts facts = UnitFacts.of(indicator.get().wording(unit.kind()).rule(), answered);
            if (facts.isWithout()) {
                return Optional.empty();
            }
            Full found = facts.numbers().isEmpty()
                    ? full.computeIfAbsent(unit.kind() + " " + question.id(), key -> full(question, answered))
                    : full(question, answered);
            if (!found.full() && unit.others() == Others.FULL) {
                problems.error(
                        "no-full-answer",
                        unit.place(),
                        Text.of(
                                "找不到“%s”的满分填法，请在“full”中写明",
                                "no answer for full points was found for \"%s\"; state one under \"full\"",
                                question.id()));
            }
            return Optional.of(new WrittenMarks(standard, draft).of(indicator.get(), found.entries()));
        }

        /** Returns the answer for full points; none to what is no indicator. */
        private Full full(Question question, Filing answered) {
            Optional<Indicator.Wording> wording =
                    standard.indicator(question.id()).map(one -> one.wording(unit.kind()));
            if (wording.isEmpty()) {
                return new Full(List.of(), true);
            }
            Form form = UnitFacts.of(wording.get().rule(), answered).form(wording.get());
            FullAnswers.Found found =
                    FullAnswers.of(wording.get().rule(), form, wording.get().points());
            List<Entry> entries = form.items().stream()
                    .map(item -> value(item.id(), found.measures().get(item.id()), item.type()))
                    .toList();
            return new Full(entries, found.full());
        }

        private Entry value(String item, @Nullable Rational value, MeasureType type) {
            String raw = value == null ? "" : type.show(value);
            return new Entry(item, "", CellState.VALUE, value, raw, "", draft.place());
        }
    }
}
