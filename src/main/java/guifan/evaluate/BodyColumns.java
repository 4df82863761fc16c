package guifan.evaluate;

import guifan.source.Names;
import guifan.source.Problems;
import guifan.source.SheetCell;
import guifan.source.SheetRow;
import guifan.source.SheetTable;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Bodies;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the columns that say which body a row is about, which unit it belongs to, and what else is said of it. */
final class BodyColumns {

    private final Bodies bodies;
    private final @Nullable Roster roster;
    private final Problems problems;

    /** Makes a reader that looks for owners in {@code roster}, unless that is null. */
    BodyColumns(Bodies bodies, @Nullable Roster roster, Problems problems) {
        this.bodies = bodies;
        this.roster = roster;
        this.problems = problems;
    }

    /** A row per measure says whose it is in the column 单位, which here is that of the owner. */
    void refuseLayout(SheetTable table) {
        problems.error(
                "layout",
                table.place(),
                Text.of(
                        "本标准评的是“%s”，请用每个一行的宽表",
                        "this standard is about %s; use a sheet with a row for each", bodies.called()));
    }

    /**
     * Returns the column with the names of what is scored, or null if there is none.
     *
     * @param own the columns that every sheet may have, by their words
     */
    @Nullable
    Integer nameColumn(SheetTable table, Map<String, Integer> own) {
        return bodies.areUnits() ? own.get(Columns.UNIT) : column(table, bodies.called());
    }

    private static @Nullable Integer column(SheetTable table, String heading) {
        for (int i = 0; i < table.header().size(); i++) {
            if (Names.normalise(table.header().get(i)).equals(Names.normalise(heading))) {
                return i;
            }
        }
        return null;
    }

    /** Adds to {@code draft} what its row says of it. */
    void read(SheetTable table, SheetRow row, Draft draft) {
        for (String heading : bodies.details()) {
            Integer column = column(table, heading);
            if (column == null) {
                problems.error(
                        "missing-column", table.place(), Text.of("缺少“%s”一列", "column \"%s\" is missing", heading));
                continue;
            }
            SheetCell cell = row.cell(column);
            if (cell.isBlank()) {
                problems.error(
                        "blank",
                        cell.place(),
                        Text.of("“%s”的“%s”未填", "\"%s\" has no %s", Width.visible(draft.unit()), heading));
            }
            draft.details().put(heading, heading.equals(bodies.owner()) ? owner(cell) : cell);
        }
    }

    /** An alias of the roster becomes the name, so that results can be found by it. */
    private SheetCell owner(SheetCell cell) {
        if (roster == null || cell.isBlank()) {
            return cell;
        }
        Optional<Roster.Member> member = roster.find(cell.text());
        if (member.isEmpty()) {
            problems.error(
                    "not-in-roster",
                    cell.place(),
                    Text.of("名册中没有单位“%s”", "the roster has no unit \"%s\"", Width.visible(cell.text()))
                            .plus(roster.suggestion(cell.text())));
        }
        return member.map(found -> new SheetCell(found.unit(), cell.place())).orElse(cell);
    }
}
