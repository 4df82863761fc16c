package guifan.report;

import guifan.source.Text;
import guifan.source.Width;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Rows whose columns stand below each other, by the width of their characters; the first row is underlined. */
final class Aligned {

    private static final String GAP = "  ";

    private Aligned() {}

    static void write(List<List<String>> rows, Page page) throws IOException {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> Width.of(Width.visible(row.get(column))))
                        .max()
                        .orElse(0))
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            page.line(0, Text.of(line(rows.get(i), widths)));
            if (i == 0) {
                page.line(
                        0,
                        Text.of(String.join(
                                GAP, widths.stream().map("-"::repeat).toList())));
            }
        }
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(i == 0 ? "" : GAP).append(row.get(i));
            line.append(" ".repeat(widths.get(i) - Width.of(Width.visible(row.get(i)))));
        }
        return line.toString().stripTrailing();
    }
}
