package guifan.report;

import guifan.source.Language;
import guifan.source.Text;
import guifan.source.Width;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page of headings, lines, items and tables, as plain text or as Markdown.
 *
 * @param markdown whether it is Markdown
 */
record ListPage(Appendable out, Language language, boolean markdown) {

    void heading(Text text) throws IOException {
        out.append('\n').append(markdown ? "## " : "").append(shown(text)).append(markdown ? "\n\n" : "\n");
    }

    void line(Text text) throws IOException {
        out.append(shown(text)).append(markdown ? "\n\n" : "\n");
    }

    void line(String zh, String en, Object... parts) throws IOException {
        line(Text.of(zh, en, parts));
    }

    /** Writes an entry of a list, at level 1 or deeper. */
    void item(int level, Text text) throws IOException {
        String start = markdown ? "  ".repeat(level - 1) + "- " : "  ".repeat(level);
        out.append(start).append(shown(text)).append('\n');
    }

    void item(int level, String zh, String en, Object... parts) throws IOException {
        item(level, Text.of(zh, en, parts));
    }

    /**
     * Writes a table.
     *
     * @param rows the header first
     * @param numbers the columns that are aligned to the right
     */
    void table(List<List<Text>> rows, Set<Integer> numbers) throws IOException {
        List<List<String>> cells =
                rows.stream().map(row -> row.stream().map(this::shown).toList()).toList();
        out.append('\n');
        if (markdown) {
            markdownTable(cells, numbers);
            return;
        }
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < cells.get(0).size(); i++) {
            int column = i;
            widths.add(cells.stream()
                    .mapToInt(row -> Width.of(row.get(column)))
                    .max()
                    .orElse(0));
        }
        for (int i = 0; i < cells.size(); i++) {
            out.append(aligned(cells.get(i), widths, numbers)).append('\n');
            if (i == 0) {
                out.append(widths.stream().map("-"::repeat).collect(Collectors.joining("  ")))
                        .append('\n');
            }
        }
    }

    private static String aligned(List<String> row, List<Integer> widths, Set<Integer> numbers) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String padding = " ".repeat(widths.get(i) - Width.of(row.get(i)));
            line.append(i == 0 ? "" : "  ").append(numbers.contains(i) ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }

    private void markdownTable(List<List<String>> cells, Set<Integer> numbers) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.append(cells.get(i).stream().collect(Collectors.joining(" | ", "| ", " |\n")));
            if (i == 0) {
                for (int column = 0; column < cells.get(0).size(); column++) {
                    out.append(numbers.contains(column) ? "| ---: " : "| --- ");
                }
                out.append("|\n");
            }
        }
    }

    private String shown(Text text) {
        String words = text.in(language);
        return markdown ? MarkdownReport.escaped(words) : Width.visible(words);
    }
}
