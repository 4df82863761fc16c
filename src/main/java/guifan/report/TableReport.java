package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.report.ScoreTable.Column;
import guifan.source.Language;
import guifan.source.Text;
import guifan.source.Width;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A table for the terminal, aligned by the width of its characters. */
final class TableReport implements Report {

    private static final String GAP = "  ";

    @Override
    public void write(Evaluation evaluation, Language language, Appendable out) throws IOException {
        for (Text line : StandardLine.lines(evaluation)) {
            line(out, line.in(language));
        }
        line(out, "");
        ScoreTable table = ScoreTable.of(evaluation, language, "->");
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns().stream().map(Column::name).toList());
        rows.add(table.columns().stream().map(Column::full).toList());
        rows.addAll(table.rows());
        rows.replaceAll(row -> row.stream().map(Width::visible).toList());
        int[] widths = widths(rows);
        for (int i = 0; i < rows.size(); i++) {
            line(out, aligned(rows.get(i), table.columns(), widths));
            if (i == 1) {
                line(out, rule(widths));
            }
        }
        line(out, "");
        for (Text text : Summary.lines(evaluation, table.rounded(), true)) {
            line(out, text.in(language));
        }
    }

    /** The last column is as long as it is. */
    private static int[] widths(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Width.of(row.get(i)));
            }
        }
        widths[widths.length - 1] = Width.of(rows.get(0).get(widths.length - 1));
        return widths;
    }

    private static String aligned(List<String> row, List<Column> columns, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            String padding = " ".repeat(Math.max(0, widths[i] - Width.of(cell)));
            line.append(i == 0 ? "" : GAP).append(columns.get(i).number() ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : GAP).append("-".repeat(widths[i]));
        }
        return line.toString();
    }

    private static void line(Appendable out, String text) throws IOException {
        out.append(Width.visible(text)).append('\n');
    }
}
