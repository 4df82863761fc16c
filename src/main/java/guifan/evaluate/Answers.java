package guifan.evaluate;

import guifan.evaluate.SheetReading.Terms;
import guifan.evaluate.Target.Part;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.Names;
import guifan.source.Problems;
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

/** Makes the answers of one unit out of its cells: which of them count at the stage, and what they say. */
final class Answers {

    private final Standard standard;
    private final Terms terms;
    private final Draft draft;
    private final Takings takings;
    private final Problems problems;
    private final Problems found = new Problems();
    private final Map<String, Question> questions;
    private final Set<String> untold;
    private final Map<String, List<Filled>> cells = new HashMap<>();
    private final AnswerCheck check;
    private int plain;

    /**
     * Prepares the answers of a unit.
     *
     * @param takings what results under other standards say
     * @param questions by their ids, in the order of the standard
     * @param untold the questions of which it has been told already that no sheet asks them
     */
    Answers(
            Standard standard,
            Terms terms,
            Draft draft,
            Takings takings,
            Map<String, Question> questions,
            Set<String> untold,
            Problems problems) {
        this.standard = standard;
        this.terms = terms;
        this.draft = draft;
        this.takings = takings;
        this.questions = questions;
        this.untold = untold;
        this.problems = problems;
        this.check = new AnswerCheck(standard, draft, found);
        for (Filled filled : draft.cells()) {
            cells.computeIfAbsent(filled.target().question(), id -> new ArrayList<>())
                    .add(filled);
            plain += filled.target().part() == Part.PLAIN ? 1 : 0;
        }
    }

    /** Returns what counts of the answers; what is missing or unsettled among them is {@link #found}. */
    Filing filing() {
        Map<String, List<Entry>> complete = new LinkedHashMap<>();
        refuseOwnAssessors();
        for (Question question : questions.values()) {
            List<Filled> counted = counted(question, terms.stage(), found);
            superseded(question, counted).forEach(filled -> readLeniently(question, filled));
            List<Entry> entries = takings.settle(draft, question, entries(question, counted, found), found);
            if (!untold.contains(question.id())) {
                check.check(question, entries, complete);
            }
        }
        standard.panels()
                .forEach((area, panel) -> new PanelCheck(draft.unit(), found).checkSums(panel, area, complete));
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

    /** Returns the cells that count of a question. */
    List<Filled> counted(Question question) {
        return counted(question, terms.stage(), new Problems());
    }

    /**
     * Returns the cells that count at {@code stage}: checked ones where they are filled, otherwise those of the unit.
     */
    private List<Filled> counted(Question question, Stage stage, Problems found) {
        List<Filled> all = cells.getOrDefault(question.id(), List.of());
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
        if (draft.cells().size() == plain) {
            return List.of();
        }
        return cells.getOrDefault(question.id(), List.of()).stream()
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

    /** Reports what two sheets say differently of the unit. */
    void compareSheets() {
        draft.again().forEach(this::compare);
    }

    /** Two sheets may say the same of a unit, but not different things. */
    private void compare(Filled later) {
        Question question = questions.get(later.target().question());
        Optional<Filled> earlier = draft.cells().stream()
                .filter(one -> one.target().equals(later.target()))
                .findFirst();
        if (question == null || earlier.isEmpty()) {
            return;
        }
        boolean measure = later.target().part().isMeasure();
        boolean same = Names.normalise(later.text())
                        .equals(Names.normalise(earlier.get().text()))
                || (measure && said(question, later).equals(said(question, earlier.get())));
        if (!same) {
            problems.error(
                    "conflict",
                    later.place(),
                    Text.of(
                            "“%s”在两张表中不一致：这里是“%s”，%s 是“%s”",
                            "two sheets of \"%s\" differ: here it is \"%s\", at %s \"%s\"",
                            Width.visible(draft.unit()),
                            Width.visible(later.text()),
                            earlier.get().place().words(),
                            Width.visible(earlier.get().text())));
        }
    }

    /** Returns what a cell says, without its words and place. */
    private static List<List<Object>> said(Question question, Filled filled) {
        return EntryReader.read(question, filled, new Problems()).stream()
                .map(entry -> List.<Object>of(
                        entry.item(), entry.state(), Optional.ofNullable(entry.value()), entry.evidence()))
                .toList();
    }

    /** Whoever belongs to a unit neither marks nor checks it. */
    private void refuseOwnAssessors() {
        List<String> own = Optional.ofNullable(terms.roster())
                .flatMap(roster -> roster.find(owner()))
                .map(Roster.Member::assessors)
                .orElse(List.of());
        for (Filled filled : draft.cells()) {
            Target target = filled.target();
            boolean marks = target.part().isMeasure() && !target.assessor().isEmpty();
            boolean away = CellState.named(filled.text())
                    .filter(state -> state == CellState.RECUSED || state == CellState.ABSENT)
                    .isPresent();
            String names = marks ? Assessor.parse(target.assessor()).name() : filled.text();
            boolean speaks = (marks || target.part() == Part.CHECKER) && !filled.isBlank() && !away;
            own.stream()
                    .filter(one -> speaks && List.of(names.split("[、，,；; ]+")).contains(Names.normalise(one)))
                    .forEach(one -> problems.error(
                            "must-recuse",
                            filled.place(),
                            Text.of(
                                    "考评员“%s”属于本单位（%s），应填“回避”",
                                    "the assessor %s belongs to %s and has to write 回避 (recused)",
                                    one,
                                    Width.visible(owner()))));
        }
    }

    /** Returns the unit itself, or the one that a body belongs to. */
    private String owner() {
        String heading = standard.bodies().owner();
        return heading.isEmpty() ? draft.unit() : draft.details().text(heading);
    }

    /** Returns what was said of a question by those who count at {@code stage}; what is wrong is not told. */
    List<Entry> at(Question question, Stage stage) {
        Problems untold = new Problems();
        return entries(question, counted(question, stage, untold), untold);
    }

    /** Returns whether other cells of a question count at {@code stage} than at {@link Stage#SELF}. */
    boolean isChanged(Question question, Stage stage) {
        Problems untold = new Problems();
        return !counted(question, Stage.SELF, untold).equals(counted(question, stage, untold));
    }
}
