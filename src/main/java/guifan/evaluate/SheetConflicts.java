package guifan.evaluate;

import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What several sheets say of one unit.
 *
 * @param questions by their ids
 */
record SheetConflicts(Draft draft, Map<String, Question> questions, Problems problems) {

    /** Reports what two sheets say differently of the unit. */
    void tell() {
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
}
