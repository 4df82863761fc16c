package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.report.ScoreTable.Column;
import guifan.source.Language;
import guifan.source.Text;
import guifan.source.Width;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table and its summary as Markdown. */
public final class MarkdownReport implements Report {

    private static final String SPECIAL = "\\`*_{}[]|~@";

    @Override
    public void write(Evaluation evaluation, Language language, Appendable out) throws IOException {
        for (Text line : StandardLine.lines(evaluation)) {
            out.append(escaped(line.in(language))).append("\n\n");
        }
        ScoreTable table = ScoreTable.of(evaluation, language, "→");
        table(table, out);
        out.append('\n');
        Optional<ScoreTable> groups = GroupTable.of(evaluation, language);
        if (groups.isPresent()) {
            table(groups.get(), out);
            out.append('\n');
        }
        for (Text line : GroupTable.notes(evaluation)) {
            out.append("- ").append(escaped(line.in(language))).append('\n');
        }
        for (Text line : Summary.lines(evaluation, table.rounded(), true)) {
            out.append("- ").append(escaped(line.in(language))).append('\n');
        }
    }

    private static void table(ScoreTable table, Appendable out) throws IOException {
        row(
                out,
                table.columns().stream()
                        .map(column -> escaped(column.name() + column.full()))
                        .toList());
        row(out, table.columns().stream().map(MarkdownReport::alignment).toList());
        for (List<String> cells : table.rows()) {
            row(out, cells.stream().map(MarkdownReport::escaped).toList());
        }
    }

    /** Writes rows of which the first is the header. */
    public static void table(List<List<String>> rows, Appendable out) throws IOException {
        for (int i = 0; i < rows.size(); i++) {
            row(out, rows.get(i).stream().map(MarkdownReport::escaped).toList());
            if (i == 0) {
                row(out, rows.get(0).stream().map(name -> "---").toList());
            }
        }
    }

    private static String alignment(Column column) {
        return column.number() ? "---:" : "---";
    }

    private static void row(Appendable out, List<String> cells) throws IOException {
        out.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }

    /** Returns {@code text} so that nothing in it is markup, a link or a new line. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        String shown = Width.visible(text.replaceAll("\\R", " "));
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.append(isMarkup(shown, i) ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }

    /** Signs that are markup only at the start of a line, or only in a link, are left alone elsewhere. */
    private static boolean isMarkup(String text, int at) {
        char c = text.charAt(at);
        boolean link = (c == ':' && text.startsWith("//", at + 1))
                || (c == '.' && text.substring(0, at).endsWith("www"));
        boolean first = at == 0 && "#+-=!.".indexOf(c) >= 0;
        return SPECIAL.indexOf(c) >= 0 || link || first;
    }
}
