package guifan.report;

import java.util.List;

/** Lines of text as paragraphs and lists: what is further in belongs to the line above it. */
final class HtmlLines {

    private HtmlLines() {}

    static void write(String lines, Html html) {
        boolean inside = false;
        for (String line : List.of(lines.split("\n", -1))) {
            boolean further = line.startsWith("  ");
            if (further != inside) {
                if (further) {
                    html.open("ul");
                } else {
                    html.close();
                }
                inside = further;
            }
            if (!line.isBlank()) {
                html.element(further ? "li" : "p", line.strip());
            }
        }
        if (inside) {
            html.close();
        }
    }
}
