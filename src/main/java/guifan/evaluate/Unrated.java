package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A unit that could not be graded because something in its rows is wrong (未评).
 *
 * @param kind its kind as far as it is known
 * @param reasons what is wrong, in the order of finding; at least one
 */
public record Unrated(String unit, String kind, List<Reason> reasons) {

    /**
     * One thing that is wrong.
     *
     * @param code the code of the message
     */
    public record Reason(String code, CellPlace place, Text message) {}

    public Unrated {
        reasons = List.copyOf(reasons);
    }

    /** Returns the units of a list, null if there is none, of which there is no sheet. */
    static List<Unrated> absent(@Nullable Roster roster, List<String> units) {
        return Stream.ofNullable(roster)
                .flatMap(list -> list.members().stream())
                .filter(member -> units.contains(member.unit()))
                .map(member -> new Unrated(
                        member.unit(),
                        member.kind(),
                        List.of(new Reason(
                                "units-missing",
                                SheetSet.withoutFolder(member.place()),
                                Text.of("没有交填报表", "there is no sheet of it")))))
                .toList();
    }

    /** Returns what was found first. */
    public Reason first() {
        return reasons.get(0);
    }
}
