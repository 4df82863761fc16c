package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.SheetCell;
import guifan.source.SheetRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a unit while the sheets are read; {@link UnitDrafts} fills it in. */
final class Draft {

    private final String unit;
    private final CellPlace place;
    private final Details details = new Details();
    private @Nullable SheetRow row;
    private Map<Integer, Target> targets = Map.of();
    private List<Filled> cells = List.of();
    private List<Filled> again = List.of();
    private List<CellPlace> rows = List.of();
    private Set<String> exempt = Set.of();
    private Set<String> sheets = Set.of();
    private boolean told;
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

    /**
     * Takes what {@code from} holds in the columns of {@code meant}; the cells are made of it whenever they are asked
     * for, so that many units take little room. There must be no cells yet.
     */
    void take(SheetRow from, Map<Integer, Target> meant) {
        row = from;
        targets = meant;
    }

    /** Returns the row that holds all that is about the unit, or null where more than a row does. */
    @Nullable
    SheetRow row() {
        return row;
    }

    /** Returns what the columns of {@link #row} are about. */
    Map<Integer, Target> targets() {
        return targets;
    }

    /** Returns the cells that are about the unit, to be read only. */
    List<Filled> cells() {
        return row == null ? Collections.unmodifiableList(cells) : cells(row);
    }

    private List<Filled> cells(SheetRow of) {
        List<Filled> all = new ArrayList<>(targets.size());
        targets.forEach((column, target) -> {
            SheetCell cell = of.cell(column);
            if (target.part().isMeasure() || !cell.text().isBlank()) {
                all.add(new Filled(target, cell.text(), cell.place()));
            }
        });
        return all;
    }

    /** Returns the cells that are about the unit, to be changed. */
    List<Filled> changed() {
        if (row != null) {
            cells = cells(row);
            row = null;
        } else if (cells.isEmpty()) {
            cells = new ArrayList<>();
        }
        return cells;
    }

    /** Returns the cells that say again what another sheet said before. */
    List<Filled> again() {
        return again;
    }

    /** Notes a cell that says again what another sheet said before. */
    void again(Filled filled) {
        again = again.isEmpty() ? new ArrayList<>() : again;
        again.add(filled);
    }

    /** Returns the rows that are about the unit, those that were refused included. */
    List<CellPlace> rows() {
        List<CellPlace> all = new ArrayList<>(List.of(place));
        all.addAll(rows);
        return all;
    }

    /** Notes a row that is about the unit. */
    void row(CellPlace other) {
        if (!other.column(0, "").equals(place.column(0, ""))) {
            rows = rows.isEmpty() ? new ArrayList<>() : rows;
            rows.add(other);
        }
    }

    /** Returns how many cells are filled in. */
    long answered() {
        return cells.stream().filter(filled -> !filled.isBlank()).count();
    }

    /** Returns whether its cells are all blank, but for those in which a template says that they do not apply. */
    boolean isUntouched() {
        return again.isEmpty()
                && cells().stream()
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

    /** Notes questions that were approved not to apply to the unit. */
    void exempt(Collection<String> questions) {
        Set<String> all = new HashSet<>(exempt);
        all.addAll(questions);
        exempt = all;
    }

    void replace(List<Filled> old, Filled with) {
        changed().removeAll(old);
        changed().add(with);
    }

    /** Notes who checks the unit, unless that is known. */
    void checkedBy(String checkers) {
        group = group.isEmpty() ? checkers : group;
    }

    /** Notes the sheet of {@code where}, and returns whether it had not told of the unit before. */
    boolean toldBy(CellPlace where) {
        boolean own = where.file().equals(place.file()) && where.worksheet().equals(place.worksheet());
        if (own) {
            boolean first = !told;
            told = true;
            return first;
        }
        sheets = sheets.isEmpty() ? new HashSet<>() : sheets;
        return sheets.add(where.file() + "\n" + where.worksheet());
    }

    /** Returns whether more than one sheet tells of the unit. */
    boolean isOfSeveral() {
        return told && !sheets.isEmpty();
    }
}
