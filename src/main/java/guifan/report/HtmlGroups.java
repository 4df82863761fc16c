package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.report.HtmlTable.Column;
import guifan.report.ScoreTable.Place;
import guifan.source.Text;
import java.util.List;
import java.util.Optional;

/** The table of what bodies that belong together come to. */
final class HtmlGroups {

    private HtmlGroups() {}

    /** Writes it, if there are groups. */
    static void write(Evaluation evaluation, Html html) {
        Optional<ScoreTable> table = GroupTable.of(evaluation, html.language());
        if (table.isEmpty()) {
            return;
        }
        List<ScoreTable.Column> columns = table.get().columns();
        HtmlTable.start(
                html,
                new Text("汇总的平均分、等次和名次", "Means, grades and ranks of what belongs together"),
                columns.stream()
                        .map(column -> new Column(Text.of(column.name()), Text.of(""), column.number()))
                        .toList(),
                "class",
                "list");
        for (List<String> row : table.get().rows()) {
            html.open("tr");
            for (int i = 0; i < columns.size(); i++) {
                ScoreTable.Column column = columns.get(i);
                if (column.place() == Place.UNIT) {
                    html.open("th", "scope", "row").name(row.get(i)).close();
                } else {
                    html.element(
                            "td",
                            row.get(i),
                            "class",
                            column.number() ? "n" : column.place() == Place.NOTE ? "note" : "t");
                }
            }
            html.close();
        }
        HtmlTable.end(html);
        html.open("ul", "class", "notes");
        for (Text line : GroupTable.notes(evaluation)) {
            html.element("li", line);
        }
        html.close();
    }
}
