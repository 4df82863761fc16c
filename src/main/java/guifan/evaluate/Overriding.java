package guifan.evaluate;

import guifan.evaluate.OverrideSheet.Line;
import guifan.evaluate.Target.Part;
import guifan.number.Rational;
import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Numerals;
import guifan.source.Problems;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts manual changes in the place of what the sheets say, which must be what the changes claim it to be. */
final class Overriding {

    private static final Set<String> BLANK = Set.of("未填", "空", "空白");

    /** Finds the cells that count of a question: those that were checked, or those of the unit itself. */
    @FunctionalInterface
    interface Counting {
        List<Filled> counted(Draft draft, Question question);
    }

    private final Standard standard;
    private final UnitDrafts drafts;
    private final Columns columns;
    private final Counting counting;
    private final Problems problems;
    private final Set<CellPlace> changed = new HashSet<>();

    Overriding(Standard standard, UnitDrafts drafts, Columns columns, Counting counting, Problems problems) {
        this.standard = standard;
        this.drafts = drafts;
        this.columns = columns;
        this.counting = counting;
        this.problems = problems;
    }

    /** Changes the drafts and returns what was changed; what does not fit is reported and changes nothing. */
    List<Overrides.Change> apply(List<Line> lines) {
        List<Overrides.Change> changes = new ArrayList<>();
        for (Line line : lines) {
            Optional<Draft> draft = draft(line);
            Optional<Target> target = target(line);
            if (draft.isPresent() && target.isPresent() && apply(line, draft.get(), target.get())) {
                changes.add(line.change(draft.get().unit(), target.get().question()));
            }
        }
        return changes;
    }

    private Optional<Draft> draft(Line line) {
        String name = line.text(OverrideSheet.UNIT);
        Optional<Draft> draft = drafts.find(name);
        if (draft.isEmpty()) {
            List<String> units = drafts.all().stream().map(Draft::unit).toList();
            problems.error(
                    "unknown-unit",
                    line.place(OverrideSheet.UNIT),
                    Text.of("填报表中没有单位“%s”", "the sheets have no unit \"%s\"", Width.visible(name))
                            .plus(Similar.suggestion(name, units)));
        }
        return draft;
    }

    private Optional<Target> target(Line line) {
        String item = line.text(OverrideSheet.ITEM);
        String name = line.text(OverrideSheet.INDICATOR) + (item.isEmpty() ? "" : "·" + item);
        Optional<Target> target = columns.target(name, line.place(OverrideSheet.INDICATOR));
        if (target.isEmpty()) {
            List<String> names = standard.questions(standard.kinds().get(0)).stream()
                    .map(Question::name)
                    .toList();
            problems.error(
                    "unknown-indicator",
                    line.place(OverrideSheet.INDICATOR),
                    Text.of("标准中没有“%s”", "the standard has no \"%s\"", Width.visible(name))
                            .plus(Similar.suggestion(line.text(OverrideSheet.INDICATOR), names)));
        }
        return target;
    }

    private boolean apply(Line line, Draft draft, Target target) {
        Question question = standard.questions(draft.kind()).stream()
                .filter(one -> one.id().equals(target.question()))
                .findFirst()
                .orElseThrow();
        List<Filled> said = counting.counted(draft, question);
        List<Filled> replaced = target.isWhole()
                ? said
                : said.stream().filter(cell -> cell.target().isBeside(target)).toList();
        if (replaced.isEmpty() && !said.isEmpty()) {
            problems.error(
                    "override-form",
                    line.place(OverrideSheet.ITEM),
                    Text.of(
                            "填报表中“%s”没有这一子项的格；请不写子项，原值、新值都写整项",
                            "the sheet has no cell for this item of \"%s\"; leave 子项 blank and give the whole",
                            question.name()));
            return false;
        }
        if (!matches(line, draft, question, replaced) || isExemptItem(line, target) || isAgain(line, replaced)) {
            return false;
        }
        String now = line.text(OverrideSheet.NOW);
        if (!isSound(question, new Filled(target, now, line.place(OverrideSheet.NOW)))) {
            return false;
        }
        CellPlace place = replaced.isEmpty()
                ? line.place(OverrideSheet.NOW)
                : replaced.get(0).place();
        draft.replace(replaced, new Filled(target.with(part(replaced, target.part())), now, place));
        if (Numerals.fold(now).strip().equals(CellState.NOT_APPLICABLE.word())) {
            draft.exempt(List.of(question.id()));
        }
        return true;
    }

    /** What was checked is replaced by what counts as checked, and what a unit said of itself by the like. */
    private static Part part(List<Filled> replaced, Part otherwise) {
        return replaced.stream()
                .map(cell -> cell.target().part())
                .max(Part::compareTo)
                .orElse(otherwise);
    }

    private boolean matches(Line line, Draft draft, Question question, List<Filled> cells) {
        String said = cells.stream().map(Filled::text).collect(Collectors.joining("、"));
        boolean blank = cells.stream().allMatch(cell -> cell.text().isEmpty());
        String claimed = line.text(OverrideSheet.WAS);
        if (blank ? BLANK.contains(claimed) : isSame(claimed, said, question.measuredIn())) {
            return true;
        }
        Text place = cells.isEmpty() ? Text.of("") : cells.get(0).place().words();
        problems.error(
                "override-mismatch",
                line.place(OverrideSheet.WAS),
                Text.of(
                        "%s 的“%s”在填报表中是“%s”（%s），不是“%s”",
                        "\"%2$s\" of %1$s is \"%3$s\" in the sheet (%4$s), not \"%5$s\"",
                        draft.unit(),
                        question.name(),
                        blank ? "未填" : Width.visible(said),
                        place,
                        Width.visible(claimed)));
        return false;
    }

    private static boolean isSame(String claimed, String said, String measuredIn) {
        Optional<Rational> number = Numerals.parse(claimed, measuredIn);
        return Names.normalise(claimed).equals(Names.normalise(said))
                || (number.isPresent() && number.equals(Numerals.parse(said, measuredIn)));
    }

    private boolean isExemptItem(Line line, Target target) {
        boolean exempt = !target.isWhole()
                && Numerals.fold(line.text(OverrideSheet.NOW)).strip().equals(CellState.NOT_APPLICABLE.word());
        if (exempt) {
            problems.error(
                    "exempt-item",
                    line.place(OverrideSheet.NOW),
                    Text.of("“不适用”只能用于整个指标，请不写子项", "不适用 is for a whole indicator; leave 子项 blank"));
        }
        return exempt;
    }

    private boolean isAgain(Line line, List<Filled> cells) {
        boolean again = cells.stream().anyMatch(cell -> !changed.add(cell.place()));
        if (again) {
            problems.error(
                    "override-twice",
                    line.place(OverrideSheet.INDICATOR),
                    Text.of("同一格更正了两次", "the same cell is changed twice"));
        }
        return again;
    }

    /** Reads the new value where it stands, so that messages point there. */
    private boolean isSound(Question question, Filled filled) {
        long before = problems.errors();
        EntryReader.read(question, filled, problems);
        return problems.errors() == before;
    }
}
