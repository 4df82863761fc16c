package guifan.evaluate;

import guifan.evaluate.Target.Part;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Standard;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The assessors who belong to the unit that a sheet is about.
 *
 * @param roster names them, or null if there is none
 */
record OwnAssessors(Standard standard, @Nullable Roster roster, Draft draft, Problems problems) {

    /** Whoever belongs to a unit neither marks nor checks it. */
    void refuse() {
        List<String> own = Optional.ofNullable(roster)
                .flatMap(roster -> roster.find(owner()))
                .map(Roster.Member::assessors)
                .orElse(List.of());
        if (own.isEmpty()) {
            return;
        }
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
}
