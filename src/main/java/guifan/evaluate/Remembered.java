package guifan.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What cells were found to say to units of one kind, so that a cell with the same text in the same column need not be
 * read again. Only what was found in order is remembered, and only what depends on nothing but the cell.
 */
final class Remembered {

    /** What a cell says that leaves its question unanswered. */
    static final List<Entry> NOTHING = List.of();

    /** How many different cells are remembered. */
    private static final int MOST = 1 << 15;

    private final Map<Target, Map<String, List<Entry>>> byTarget = new HashMap<>();
    private int size;

    /** Returns what cells about {@code target} are known to say, by their texts; it grows as more are remembered. */
    Map<String, List<Entry>> of(Target target) {
        return byTarget.computeIfAbsent(target, key -> new HashMap<>());
    }

    /** Remembers what {@code filled} says, null where the question is left unanswered. */
    void put(Filled filled, @Nullable List<Entry> said) {
        boolean empty = said != null && said.isEmpty();
        boolean there =
                said == null || said.stream().allMatch(entry -> entry.place().equals(filled.place()));
        if (size < MOST && there && !empty) {
            of(filled.target()).put(filled.text(), said == null ? NOTHING : List.copyOf(said));
            size++;
        }
    }
}
