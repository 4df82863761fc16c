package guifan.evaluate;

import guifan.evaluate.Columns.Target;
import guifan.source.CellPlace;
import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.SheetRow;
import guifan.source.Text;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the cells of each unit while the sheets are read; a unit or a cell that is there twice is reported. */
final class UnitDrafts {

    /** A cell with what it is about. */
    record Filled(Target target, String text, CellPlace place) {}

    /**
     * What is known of a unit so far.
     *
     * @param rows the rows that it comes from
     * @param exempt the questions that were approved not to apply to it
     */
    record Draft(
            String unit, String kind, CellPlace place, List<Filled> cells, List<CellPlace> rows, Set<String> exempt) {

        Draft(String unit, String kind, CellPlace place) {
            this(unit, kind, place, new ArrayList<>(), new ArrayList<>(List.of(place)), new HashSet<>());
        }

        void replace(List<Filled> old, Filled with) {
            cells.removeAll(old);
            cells.add(with);
        }
    }

    private final Standard standard;
    private final Problems problems;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Draft> repeated = new ArrayList<>();

    UnitDrafts(Standard standard, Problems problems) {
        this.standard = standard;
        this.problems = problems;
    }

    /** Returns all units in the order in which they came. */
    Collection<Draft> all() {
        return drafts.values();
    }

    /**
     * Returns the rows of units that were met before: no units of their own, but their cells are checked all the same.
     */
    Collection<Draft> repeated() {
        return repeated;
    }

    /** Returns the unit called {@code name}, if it was met. */
    Optional<Draft> find(String name) {
        return Optional.ofNullable(drafts.get(Names.normalise(name)));
    }

    /**
     * Returns the draft of the unit called {@code name}, a new one if it was not met before.
     *
     * @param kindColumn the index of the column that says the kind, or null if there is none
     * @param isLong whether a unit has many rows, so that meeting it again is no mistake
     */
    Draft of(String name, SheetRow row, @Nullable Integer kindColumn, boolean isLong) {
        String key = Names.normalise(name);
        Draft earlier = drafts.get(key);
        if (earlier != null) {
            earlier.rows().add(row.place());
        }
        if (earlier != null && isLong) {
            checkSameKind(earlier, row, kindColumn);
            return earlier;
        }
        if (earlier != null) {
            problems.error(
                    "duplicate-unit",
                    row.place(),
                    Text.of(
                            "单位“%s”重复，第一次在 %s",
                            "unit \"%s\" appears twice, first at %s",
                            name,
                            earlier.place().words()));
            Draft again = new Draft(name, earlier.kind(), row.place());
            repeated.add(again);
            return again;
        }
        Draft draft = new Draft(name, kind(row, kindColumn), row.place());
        drafts.put(key, draft);
        return draft;
    }

    private void checkSameKind(Draft earlier, SheetRow row, @Nullable Integer column) {
        String kind = column == null ? "" : row.cell(column).text();
        if (column != null && !kind.isEmpty() && !kind.equals(earlier.kind())) {
            problems.error(
                    "two-kinds",
                    row.cell(column).place(),
                    Text.of(
                            "“%s”的类别前面是“%s”，这里是“%s”",
                            "the kind of \"%s\" was \"%s\" before, here it is \"%s\"",
                            earlier.unit(),
                            earlier.kind(),
                            kind));
        }
    }

    private String kind(SheetRow row, @Nullable Integer column) {
        String kinds = String.join("、", standard.kinds());
        if (column == null) {
            if (standard.kinds().size() > 1) {
                problems.error(
                        "no-kind",
                        new CellPlace(row.place().file(), row.place().worksheet(), 0, 0, 0, ""),
                        Text.of(
                                "不知道各单位的类别；请加“类别”列（%s）",
                                "the kinds of the units are not known; add a column 类别 (%s)", kinds));
            }
            return standard.kinds().get(0);
        }
        String kind = row.cell(column).text();
        if (!standard.kinds().contains(kind)) {
            problems.error(
                    "unknown-kind",
                    row.cell(column).place(),
                    Text.of("“%s”不是类别，应为 %s", "\"%s\" is no kind, expected %s", kind, kinds));
            return standard.kinds().get(0);
        }
        return kind;
    }

    /** Adds a cell of a sheet in which every cell has a row; one that says the same thing again is reported. */
    void addOnce(Draft draft, Filled filled) {
        Target target = filled.target();
        Optional<Filled> twin = draft.cells().stream()
                .filter(one -> one.target().question().equals(target.question()))
                .filter(one -> one.target().equals(target) || one.target().isWhole() != target.isWhole())
                .findFirst();
        twin.ifPresent(one -> {
            boolean same = one.target().equals(target);
            String zh = same ? "“%s”的这一项重复，第一次在 %s" : "“%s”的这一项既有整项，又有分项（%s），只能用一种";
            String en = same
                    ? "this is said twice of \"%s\", first at %s"
                    : "this is said of \"%s\" as a whole as well as by items (%s); use one form";
            Text message = Text.of(zh, en, draft.unit(), one.place().words());
            problems.error(same ? "duplicate-row" : "two-forms", filled.place(), message);
        });
        draft.cells().add(filled);
    }
}
