package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.report.ScoreTable.Column;
import guifan.report.ScoreTable.Place;
import guifan.source.Language;
import guifan.source.Text;
import guifan.source.Width;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table for the terminal, aligned by the width of its characters. What is wider than the screen is put into blocks
 * one under the other: results first, then the areas, so that no row is broken.
 */
final class TableReport implements Report {

    private static final String GAP = "  ";

    private final int screen;

    /** Makes tables of any width. */
    TableReport() {
        this(0);
    }

    /**
     * Makes tables for a screen.
     *
     * @param screen how many columns it has, 0 if that does not matter
     */
    TableReport(int screen) {
        this.screen = screen;
    }

    @Override
    public void write(Evaluation evaluation, Language language, Appendable out) throws IOException {
        for (Text line : StandardLine.lines(evaluation)) {
            line(out, line.in(language));
        }
        line(out, "");
        ScoreTable table = ScoreTable.of(evaluation, language, "->");
        Block whole = block(table);
        if (screen == 0 || whole.widest() <= screen) {
            whole.write(out);
        } else {
            blocks(whole, out);
        }
        line(out, "");
        groups(evaluation, language, out);
        for (Text text : Summary.lines(evaluation, table.rounded(), true)) {
            line(out, text.in(language));
        }
    }

    private static Block block(ScoreTable table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns().stream().map(Column::name).toList());
        rows.add(table.columns().stream().map(Column::full).toList());
        rows.addAll(table.rows());
        rows.replaceAll(row -> row.stream().map(Width::visible).toList());
        return new Block(
                table.columns(),
                rows,
                IntStream.range(0, table.columns().size()).boxed().toList());
    }

    private static void groups(Evaluation evaluation, Language language, Appendable out) throws IOException {
        Optional<ScoreTable> table = GroupTable.of(evaluation, language);
        if (table.isPresent()) {
            Block block = block(table.get());
            block.rows().remove(1);
            block.write(out);
            line(out, "");
            for (Text text : GroupTable.notes(evaluation)) {
                line(out, text.in(language));
            }
            line(out, "");
        }
    }

    private void blocks(Block whole, Appendable out) throws IOException {
        Block results = whole.without(Place.AREA);
        boolean notesBelow = results.widest() > screen;
        Block first = notesBelow ? results.without(Place.NOTE) : results;
        if (first.widest() <= screen) {
            first.write(out);
        } else {
            packed(whole, first.without(Place.UNIT).indices(), out);
        }
        line(out, "");
        packed(whole, whole.only(Place.AREA).indices(), out);
        Block notes = whole.notes();
        if (notesBelow && notes.rows().size() > 2) {
            line(out, "");
            notes.write(out);
        }
    }

    /** Writes some columns in as many blocks as the screen needs, each with the names of the units. */
    private void packed(Block whole, List<Integer> indices, Appendable out) throws IOException {
        Block units = whole.only(Place.UNIT);
        Block part = units;
        for (int index : indices) {
            Block wider = part.with(index);
            if (wider.widest() > screen && part.indices().size() > 1) {
                part.write(out);
                line(out, "");
                wider = units.with(index);
            }
            part = wider;
        }
        part.write(out);
    }

    /** Some of the columns. */
    private record Block(List<Column> columns, List<List<String>> rows, List<Integer> indices) {

        Block only(Place place) {
            return new Block(
                    columns,
                    rows,
                    indices.stream()
                            .filter(i -> columns.get(i).place() == place)
                            .toList());
        }

        Block without(Place place) {
            return new Block(
                    columns,
                    rows,
                    indices.stream()
                            .filter(i -> columns.get(i).place() != place)
                            .toList());
        }

        Block with(int index) {
            List<Integer> more = new ArrayList<>(indices);
            more.add(index);
            return new Block(columns, rows, more);
        }

        /** Returns the width of the widest row. */
        int widest() {
            return indices.stream().mapToInt(this::width).sum() + GAP.length() * (indices.size() - 1);
        }

        private int width(int index) {
            return rows.stream().mapToInt(row -> Width.of(row.get(index))).max().orElse(0);
        }

        /** Notes are as long as they are. */
        private int ruled(int index) {
            return columns.get(index).place() == Place.NOTE
                    ? Width.of(rows.get(0).get(index))
                    : width(index);
        }

        void write(Appendable out) throws IOException {
            List<Integer> widths = indices.stream().map(this::ruled).toList();
            int ruled = rows.size() > 1
                            && columns.stream().allMatch(column -> column.full().isEmpty())
                    ? 0
                    : 1;
            for (int i = 0; i < rows.size(); i++) {
                line(out, aligned(rows.get(i), widths));
                if (i == ruled) {
                    line(out, String.join(GAP, widths.stream().map("-"::repeat).toList()));
                }
            }
        }

        private String aligned(List<String> row, List<Integer> widths) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < widths.size(); i++) {
                String cell = row.get(indices.get(i));
                String padding = " ".repeat(Math.max(0, widths.get(i) - Width.of(cell)));
                cells.add(columns.get(indices.get(i)).number() ? padding + cell : cell + padding);
            }
            return String.join(GAP, cells).stripTrailing();
        }

        /** Returns the notes of the units that have some, below their headings. */
        Block notes() {
            List<Integer> both = List.of(
                    only(Place.UNIT).indices().get(0),
                    only(Place.NOTE).indices().get(0));
            List<List<String>> noted = new ArrayList<>(rows.subList(0, 2));
            rows.stream().skip(2).filter(row -> !row.get(both.get(1)).isEmpty()).forEach(noted::add);
            return new Block(columns, noted, both);
        }
    }

    private static void line(Appendable out, String text) throws IOException {
        out.append(Width.visible(text)).append('\n');
    }
}
