package guifan.evaluate;

import guifan.evaluate.SheetReading.Terms;
import guifan.evaluate.Target.Part;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.source.SheetRow;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the answers of one unit out of its cells: which of them count at the stage, and what they say. */
final class Answers {

    private final Standard standard;
    private final Terms terms;
    private final Draft draft;
    private final Takings takings;
    private final Problems problems;
    private final Problems found = new Problems();
    private final Asked asked;
    private final Set<String> untold;
    private @Nullable Map<String, List<Filled>> byQuestion;

    /**
     * Prepares the answers of a unit.
     *
     * @param takings what results under other standards say
     * @param asked what units of its kind are asked
     * @param untold the questions of which it has been told already that no sheet asks them
     */
    Answers(
            Standard standard,
            Terms terms,
            Draft draft,
            Takings takings,
            Asked asked,
            Set<String> untold,
            Problems problems) {
        this.standard = standard;
        this.terms = terms;
        this.draft = draft;
        this.takings = takings;
        this.asked = asked;
        this.untold = untold;
        this.problems = problems;
    }

    private List<Filled> cells(Question question) {
        if (byQuestion == null) {
            Map<String, List<Filled>> cells = new HashMap<>();
            for (Filled filled : draft.cells()) {
                cells.computeIfAbsent(filled.target().question(), id -> new ArrayList<>(1))
                        .add(filled);
            }
            byQuestion = cells;
        }
        return byQuestion.getOrDefault(question.id(), List.of());
    }

    /** Returns what counts of the answers; what is missing or unsettled among them is {@link #found}. */
    Filing filing() {
        new OwnAssessors(standard, terms.roster(), draft, problems).refuse();
        @Nullable Map<String, List<Entry>> known = known();
        Map<String, List<Entry>> complete = known == null ? complete() : known;
        asked.panels().forEach((area, panel) -> new PanelCheck(draft.unit(), found).checkSums(panel, area, complete));
        return new Filing(
                draft.unit(),
                draft.kind(),
                draft.place(),
                complete,
                draft.details().texts(),
                draft.details().beyond());
    }

    Problems found() {
        return found;
    }

    /** Returns what is known to be the answer to all questions, or null where a cell has to be read. */
    private @Nullable Map<String, List<Entry>> known() {
        SheetRow row = draft.row();
        if (row == null || !draft.exempt().isEmpty()) {
            return null;
        }
        return asked.plan(draft.targets(), untold)
                .flatMap(plan -> Optional.ofNullable(plan.answers(row)))
                .orElse(null);
    }

    private Map<String, List<Entry>> complete() {
        Map<String, List<Entry>> complete = new LinkedHashMap<>();
        for (Question question : asked.questions().values()) {
            if (!isRemembered(question, complete)) {
                answer(question, complete);
            }
        }
        return complete;
    }

    private boolean isRemembered(Question question, Map<String, List<Entry>> complete) {
        Filled only = only(question);
        List<Entry> said =
                only == null ? null : asked.remembered().of(only.target()).get(only.text());
        if (only == null || said == null) {
            return false;
        }
        if (!said.isEmpty()) {
            complete.put(question.id(), new Placed(said, only.place()));
        }
        return true;
    }

    /** Returns the cell on which alone the answer to a question depends, or null where it depends on more. */
    private @Nullable Filled only(Question question) {
        List<Filled> own = cells(question);
        boolean alone = own.size() == 1
                && own.get(0).target().part() == Part.PLAIN
                && draft.exempt().isEmpty()
                && !untold.contains(question.id())
                && asked.isByItself(question);
        return alone ? own.get(0) : null;
    }

    private void answer(Question question, Map<String, List<Entry>> complete) {
        Problems here = new Problems();
        List<Filled> counted = counted(question, terms.stage(), here);
        superseded(question, counted).forEach(filled -> readLeniently(question, filled));
        List<Entry> entries = takings.settle(draft, question, entries(question, counted, here), here);
        if (!untold.contains(question.id())) {
            new AnswerCheck(standard, draft, here).check(question, entries, complete);
        }
        found.addAll(here);
        Filled only = only(question);
        if (only != null && here.all().isEmpty()) {
            asked.remembered().put(only, complete.get(question.id()));
        }
    }

    /** Returns the cells that count of a question. */
    List<Filled> counted(Question question) {
        return counted(question, terms.stage(), new Problems());
    }

    /**
     * Returns the cells that count at {@code stage}: checked ones where they are filled, otherwise those of the unit.
     */
    private List<Filled> counted(Question question, Stage stage, Problems found) {
        List<Filled> all = cells(question);
        List<Filled> self = oneForm(question, side(all, part -> part == Part.PLAIN || part == Part.SELF), found);
        List<Filled> checked = oneForm(question, side(all, part -> part == Part.CHECKED), found);
        if (stage == Stage.SELF || checked.stream().allMatch(Filled::isBlank)) {
            return self;
        }
        boolean otherForm = hasWhole(self) != hasWhole(checked) && !self.isEmpty();
        if (otherForm) {
            return checked;
        }
        List<Filled> counted = new ArrayList<>();
        for (Filled one : self) {
            counted.add(checked.stream()
                    .filter(other -> other.target().isBeside(one.target()) && !other.isBlank())
                    .findFirst()
                    .orElse(one));
        }
        checked.stream()
                .filter(one -> self.stream().noneMatch(other -> other.target().isBeside(one.target())))
                .forEach(counted::add);
        return counted;
    }

    /** Returns the cells of a side; where one item has both a plain cell and one of its own, the filled one. */
    private static List<Filled> side(List<Filled> all, Predicate<Part> parts) {
        List<Filled> side = new ArrayList<>();
        for (Filled filled : all) {
            if (!parts.test(filled.target().part())) {
                continue;
            }
            Optional<Filled> other = side.stream()
                    .filter(one -> one.target().isBeside(filled.target()))
                    .findFirst();
            if (other.isEmpty()) {
                side.add(filled);
            } else if (other.get().isBlank()) {
                side.set(side.indexOf(other.get()), filled);
            }
        }
        return side;
    }

    private static boolean hasWhole(List<Filled> side) {
        return side.stream().anyMatch(filled -> filled.target().isWhole());
    }

    /** Of a question asked as a whole and by its items, the form that was filled in counts; both are an error. */
    private List<Filled> oneForm(Question question, List<Filled> side, Problems found) {
        List<Filled> whole =
                side.stream().filter(filled -> filled.target().isWhole()).toList();
        List<Filled> items =
                side.stream().filter(filled -> !filled.target().isWhole()).toList();
        if (whole.isEmpty() || items.isEmpty()) {
            return side;
        }
        Optional<Filled> filledWhole =
                whole.stream().filter(one -> !one.isBlank()).findFirst();
        Optional<Filled> filledItem =
                items.stream().filter(one -> !one.isBlank()).findFirst();
        if (filledWhole.isPresent() && filledItem.isPresent()) {
            boolean wholeFirst = side.indexOf(filledWhole.get()) < side.indexOf(filledItem.get());
            Filled earlier = wholeFirst ? filledWhole.get() : filledItem.get();
            Filled later = wholeFirst ? filledItem.get() : filledWhole.get();
            found.error(
                    "two-forms",
                    later.place(),
                    Text.of(
                            "“%s”的“%s”既有整项，又有分项（%s），只能用一种",
                            "\"%2$s\" of \"%1$s\" is answered as a whole as well as by items (%3$s); use one form",
                            Width.visible(draft.unit()),
                            question.name(),
                            earlier.place().words()));
        }
        return filledItem.isPresent() && filledWhole.isEmpty() ? items : whole;
    }

    private List<Entry> entries(Question question, List<Filled> counted, Problems found) {
        List<Entry> entries = new ArrayList<>();
        counted.forEach(filled -> entries.addAll(EntryReader.read(question, filled, found)));
        List<String> order = new ArrayList<>(List.of(Question.PART, Question.WHOLE));
        question.items().forEach(item -> order.add(item.id()));
        entries.sort(Comparator.comparing(entry -> order.indexOf(entry.item())));
        return entries;
    }

    private List<Filled> superseded(Question question, List<Filled> counted) {
        if (isPlain()) {
            return List.of();
        }
        return cells(question).stream()
                .filter(filled -> filled.target().part().isMeasure() && !counted.contains(filled))
                .filter(filled -> !filled.isBlank())
                .toList();
    }

    /** What does not count is not refused, but it is told. */
    private void readLeniently(Question question, Filled filled) {
        Problems found = new Problems();
        EntryReader.read(question, filled, found);
        found.all()
                .forEach(one -> problems.add(new Diagnostic(
                        one.severity() == Severity.ERROR ? Severity.WARNING : one.severity(),
                        one.code(),
                        one.place(),
                        one.message().plus(Text.of("（此格未使用）", " (this cell is not used)")))));
    }

    /** Returns what was said of a question by those who count at {@code stage}; what is wrong is not told. */
    List<Entry> at(Question question, Stage stage) {
        Problems untold = new Problems();
        return entries(question, counted(question, stage, untold), untold);
    }

    /** Returns whether all cells are the unit's own, none of them checked. */
    boolean isPlain() {
        return (draft.row() != null && asked.plan(draft.targets(), untold).isPresent())
                || draft.cells().stream().allMatch(filled -> filled.target().part() == Part.PLAIN);
    }

    /** Returns whether other cells of a question count at {@code stage} than at {@link Stage#SELF}. */
    boolean isChanged(Question question, Stage stage) {
        Problems untold = new Problems();
        return !counted(question, Stage.SELF, untold).equals(counted(question, stage, untold));
    }
}
