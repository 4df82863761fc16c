package guifan.evaluate;

import guifan.standard.Area;
import guifan.standard.Indicator;
import guifan.standard.Panel;
import guifan.standard.Standard;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gives written answers to what several assessors mark to each of them: to those that are named, otherwise to as many
 * as the standard reckons with.
 */
record WrittenMarks(Standard standard, Draft draft) {

    /** Where no assessor is named, an answer is that of all. */
    void expand() {
        standard.panels().forEach((area, panel) -> {
            if (named(area).isEmpty()) {
                cells(area).stream()
                        .filter(filled -> CellState.named(filled.text()).isEmpty() && !filled.isBlank())
                        .forEach(filled -> expand(filled, panel));
            }
        });
    }

    private void expand(Filled filled, Panel panel) {
        draft.changed().remove(filled);
        usual(panel)
                .forEach(name ->
                        draft.changed().add(new Filled(filled.target().by(name), filled.text(), filled.place())));
    }

    /** Returns {@code entries} for every assessor who marks the indicator; as they are where there is none. */
    List<Entry> of(Indicator indicator, List<Entry> entries) {
        if (indicator.above() == null) {
            return entries;
        }
        List<String> named = standard.panels().keySet().stream()
                .filter(area -> area.leaves().anyMatch(indicator::equals))
                .flatMap(area -> named(area).stream())
                .toList();
        List<String> all = named.isEmpty() ? usual(Objects.requireNonNull(indicator.above())) : named;
        return all.stream()
                .flatMap(name -> entries.stream().map(entry -> entry.by(name)))
                .toList();
    }

    private List<Filled> cells(Area area) {
        Set<String> leaves = area.leaves().map(Indicator::id).collect(Collectors.toSet());
        return draft.cells().stream()
                .filter(filled -> leaves.contains(filled.target().question()))
                .toList();
    }

    private List<String> named(Area area) {
        return cells(area).stream()
                .map(filled -> filled.target().assessor())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Returns names for as many assessors as a panel reckons with. */
    private static List<String> usual(Panel panel) {
        String role = panel.roles().keySet().stream().sorted().findFirst().orElse("");
        return IntStream.rangeClosed(1, panel.usual())
                .mapToObj(i -> new Assessor("考评员" + i, role).words())
                .toList();
    }
}
