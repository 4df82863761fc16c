package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.SheetCell;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a unit while the sheets are read; {@link UnitDrafts} fills it in. */
final class Draft {

    private final String unit;
    private final CellPlace place;
    private final List<Filled> cells = new ArrayList<>();
    private final List<Filled> again = new ArrayList<>();
    private final List<CellPlace> rows = new ArrayList<>();
    private final Set<String> exempt = new HashSet<>();
    private final Set<String> sheets = new HashSet<>();
    private final Details details = new Details();
    private String kind = "";
    private String group = "";
    private @Nullable SheetCell blankKind;

    Draft(String unit, CellPlace place) {
        this.unit = unit;
        this.place = place;
    }

    String unit() {
        return unit;
    }

    /** Returns the kind of the unit, empty as long as it is not known. */
    String kind() {
        return kind;
    }

    void kind(String known) {
        kind = known;
    }

    boolean hasKind() {
        return !kind.isEmpty();
    }

    /** Returns the cell that should have said the kind, and is blank. */
    Optional<SheetCell> blankKind() {
        return Optional.ofNullable(blankKind);
    }

    void blankKind(SheetCell cell) {
        blankKind = cell;
    }

    String group() {
        return group;
    }

    CellPlace place() {
        return place;
    }

    List<Filled> cells() {
        return cells;
    }

    /** Returns the cells that say again what another sheet said before. */
    List<Filled> again() {
        return again;
    }

    /** Returns the rows that are about the unit, those that were refused included. */
    List<CellPlace> rows() {
        return rows;
    }

    /** Returns how many cells are filled in. */
    long answered() {
        return cells.stream().filter(filled -> !filled.isBlank()).count();
    }

    /** Returns whether its cells are all blank, but for those in which a template says that they do not apply. */
    boolean isUntouched() {
        return again.isEmpty()
                && cells.stream()
                        .allMatch(filled -> filled.isBlank()
                                || CellState.named(filled.text())
                                        .filter(state -> state == CellState.NOT_APPLICABLE)
                                        .isPresent());
    }

    /** Returns what else the sheet says of it. */
    Details details() {
        return details;
    }

    /** Returns the questions that were approved not to apply to the unit. */
    Set<String> exempt() {
        return exempt;
    }

    void replace(List<Filled> old, Filled with) {
        cells.removeAll(old);
        cells.add(with);
    }

    /** Notes who checks the unit, unless that is known. */
    void checkedBy(String checkers) {
        group = group.isEmpty() ? checkers : group;
    }

    /** Notes the sheet of {@code row}, and returns whether it had not told of the unit before. */
    boolean toldBy(CellPlace row) {
        return sheets.add(row.file() + "\n" + row.worksheet());
    }

    /** Returns whether more than one sheet tells of the unit. */
    boolean isOfSeveral() {
        return sheets.size() > 1;
    }
}
