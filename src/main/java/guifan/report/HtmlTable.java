package guifan.report;

import guifan.source.Text;
import java.util.List;

/** Parts that tables of a page have in common. */
final class HtmlTable {

    private HtmlTable() {}

    /**
     * Opens a table that scrolls by itself where the screen is narrow, up to its body; close it with {@link #end}.
     *
     * @param attributes of the table, names and values by turns
     */
    static void start(Html html, Text caption, List<Column> columns, String... attributes) {
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", html.say(caption));
        html.open("table", attributes).element("caption", caption);
        html.open("thead").open("tr");
        for (Column column : columns) {
            html.open("th", "scope", "col", "class", column.number() ? "n" : "t")
                    .text(column.name());
            if (!column.below().zh().isEmpty()) {
                html.text(" ").element("small", column.below());
            }
            html.close();
        }
        html.close().close().open("tbody");
    }

    static void end(Html html) {
        html.close().close().close();
    }

    /**
     * A column with its heading.
     *
     * @param below what stands below the heading, empty if nothing
     */
    record Column(Text name, Text below, boolean number) {}

    static Column words(String zh, String en) {
        return new Column(new Text(zh, en), Text.of(""), false);
    }

    static Column number(String zh, String en) {
        return new Column(new Text(zh, en), Text.of(""), true);
    }

    /**
     * Opens a figure; its table follows, from which the script draws it.
     *
     * @param kind how it is drawn
     */
    static void figure(Html html, String kind, Text title) {
        figure(html, kind, title, List.of(), List.of());
    }

    /**
     * Opens a figure of which only some columns of the table are drawn.
     *
     * @param columns their indices in the table, none if the kind knows them
     * @param breaks before which of {@code columns} the rules changed, counted from 0
     */
    static void figure(Html html, String kind, Text title, List<Integer> columns, List<Integer> breaks) {
        html.open("figure", "data-chart", kind, "data-columns", numbers(columns), "data-breaks", numbers(breaks))
                .element("figcaption", title)
                .open("div", "class", "chart", "role", "img", "aria-label", html.say(title.plus(READ)))
                .close();
    }

    /** How to read a figure of ranks. */
    static final Text MOVES = new Text(
            "由左到右为先后的名次；首尾相比，蓝色▲上升，橙色▼下降，灰色●不变；底纹处规则不同",
            "from the first rank to the last one; blue ▲ better at the end, orange ▼ worse, grey ● the same. Shaded where the rules differ");

    private static String numbers(List<Integer> numbers) {
        return String.join(" ", numbers.stream().map(String::valueOf).toList());
    }

    private static final Text READ = new Text("（数据见下表）", " (the figures are in the table below)");
}
