package guifan.evaluate;

import guifan.standard.Area;
import guifan.standard.Indicator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What one assessor makes of everything below a panel.
 *
 * @param assessor the name with the role, empty where the sheet names nobody
 * @param state {@link CellState#VALUE} for one who gave marks, otherwise why not
 * @param assessed what the indicators come to for one who gave marks, by their ids
 */
record Judging(String assessor, CellState state, Map<String, Assessment> assessed) {

    /**
     * Returns the assessors of {@code leaves}, in the order of the sheet; what is filled in without an assessor holds
     * for all of them.
     *
     * @param assess what an indicator comes to by a filing
     */
    static List<Judging> of(List<Indicator> leaves, Filing filing, BiFunction<Indicator, Filing, Assessment> assess) {
        Set<String> names = new LinkedHashSet<>();
        leaves.forEach(leaf -> filing.answer(leaf.id()).stream()
                .filter(entry -> entry.state() != CellState.BLANK)
                .map(Entry::assessor)
                .filter(name -> !name.isEmpty())
                .forEach(names::add));
        List<Judging> all = new ArrayList<>();
        for (String name : names.isEmpty() ? Set.of("") : names) {
            Map<String, List<Entry>> own = new LinkedHashMap<>();
            leaves.forEach(leaf -> own.put(
                    leaf.id(),
                    filing.answer(leaf.id()).stream()
                            .filter(entry -> entry.assessor().isEmpty()
                                    || entry.assessor().equals(name)
                                    || entry.state().isOfUnit())
                            .toList()));
            CellState state = state(name, own);
            Map<String, Assessment> assessed = new HashMap<>();
            if (state == CellState.VALUE) {
                Filing alone = filing.with(own);
                leaves.forEach(leaf -> assessed.put(leaf.id(), assess.apply(leaf, alone)));
            }
            all.add(new Judging(name, state, assessed));
        }
        return all;
    }

    /** An assessor who is away says so everywhere. */
    private static CellState state(String name, Map<String, List<Entry>> own) {
        List<CellState> said = own.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.assessor().equals(name))
                .map(Entry::state)
                .toList();
        boolean away = said.stream().allMatch(state -> state == CellState.RECUSED || state == CellState.ABSENT);
        return said.isEmpty() || !away
                ? CellState.VALUE
                : said.contains(CellState.RECUSED) ? CellState.RECUSED : CellState.ABSENT;
    }

    /** Returns whether nobody marked anything, but all of it was said of the unit, such as 未报. */
    static boolean isOfUnit(Area area, Filing filing) {
        return area.leaves()
                .flatMap(leaf -> filing.answer(leaf.id()).stream())
                .allMatch(entry -> entry.value() == null && entry.assessor().isEmpty());
    }
}
