package guifan.evaluate;

import guifan.evaluate.Reduction.Difference;
import guifan.evaluate.Target.Part;
import guifan.number.Rational;
import guifan.source.Problems;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what a unit reported of itself with what was found when it was checked. */
final class CheckedAnswers {

    private final Standard standard;
    private final Stage stage;
    private final Draft draft;
    private final Answers answers;

    CheckedAnswers(Standard standard, Stage stage, Draft draft, Answers answers) {
        this.standard = standard;
        this.stage = stage;
        this.draft = draft;
        this.answers = answers;
    }

    /** Returns what checking changed, nothing if nothing was checked or the stage does not look at it. */
    Optional<UnitCheck> check(Collection<Question> questions) {
        if (answers.isPlain()) {
            return Optional.empty();
        }
        boolean checked = draft.cells().stream()
                .anyMatch(filled -> filled.target().part() == Part.CHECKED
                        && filled.target().assessor().isEmpty()
                        && !filled.isBlank());
        if (stage == Stage.SELF || !checked) {
            return Optional.empty();
        }
        List<Reduction> reductions = new ArrayList<>();
        questions.forEach(question -> reduction(question).ifPresent(reductions::add));
        String group = draft.group().isEmpty() ? said(draft.cells(), Part.CHECKER, "、") : draft.group();
        return Optional.of(new UnitCheck(draft.unit(), group, reductions));
    }

    private Optional<Reduction> reduction(Question question) {
        if (!answers.isChanged(question, stage)) {
            return Optional.empty();
        }
        List<Entry> self = answers.at(question, Stage.SELF);
        List<Entry> checked = answers.at(question, stage);
        List<Difference> differences = new ArrayList<>();
        for (Entry entry : checked) {
            Entry reported = reported(self, entry);
            boolean mark = !entry.assessor().isEmpty() && reported.state() == CellState.BLANK;
            boolean same = reported.state() == entry.state() && Objects.equals(reported.value(), entry.value());
            if (!mark && !same) {
                differences.add(new Difference(reported, entry));
            }
        }
        List<Filled> all = draft.cells().stream()
                .filter(filled -> filled.target().question().equals(question.id()))
                .toList();
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Reduction(
                        question.id(),
                        differences,
                        points(question, self, checked),
                        said(all, Part.REASON, "；"),
                        said(all, Part.CHECKER, "、")));
    }

    private static Entry reported(List<Entry> self, Entry checked) {
        return self.stream()
                .filter(one ->
                        one.item().equals(checked.item()) && one.assessor().equals(checked.assessor()))
                .findFirst()
                .orElseGet(() -> self.size() == 1 ? self.get(0) : Entry.blank(checked.place()));
    }

    private static String said(List<Filled> cells, Part part, String separator) {
        return cells.stream()
                .filter(filled -> filled.target().part() == part && !filled.isBlank())
                .map(Filled::text)
                .distinct()
                .collect(Collectors.joining(separator));
    }

    private @Nullable Rational points(Question question, List<Entry> self, List<Entry> checked) {
        Optional<Rational> before = score(question, self);
        Optional<Rational> after = score(question, checked);
        return before.isEmpty() || after.isEmpty() ? null : before.get().minus(after.get());
    }

    /** Returns what entries alone add to the score, nothing where they are not complete. */
    private Optional<Rational> score(Question question, List<Entry> entries) {
        Problems untold = new Problems();
        Map<String, List<Entry>> complete = new HashMap<>();
        new AnswerCheck(standard, draft, untold).check(question, entries, complete);
        Filing filing = new Filing(draft.unit(), draft.kind(), draft.place(), complete);
        return untold.hasErrors() ? Optional.empty() : new Evaluator(standard).points(question.id(), filing);
    }
}
