package guifan.report;

import guifan.evaluate.ActivityStatistics;
import guifan.evaluate.StandardCard;
import guifan.source.Language;
import guifan.source.Text;
import guifan.source.Width;
import guifan.standard.Activities;
import guifan.standard.Standard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Statistics of activities: across two dimensions for people, a row per combination for programs. */
public final class ActivityReport {

    private static final Text TOTAL = new Text("合计", "total");
    private static final Text COUNT = new Text("次数", "count");

    private final ActivityStatistics statistics;
    private final Standard standard;
    private final Language language;

    private ActivityReport(ActivityStatistics statistics, Standard standard, Language language) {
        this.statistics = statistics;
        this.standard = standard;
        this.language = language;
    }

    /** Writes {@code statistics} as a table for the screen. */
    public static void text(ActivityStatistics statistics, Standard standard, Language language, Appendable out)
            throws IOException {
        new ActivityReport(statistics, standard, language).table(out);
    }

    /** Writes {@code statistics} as CSV. */
    public static void csv(ActivityStatistics statistics, Standard standard, Language language, Appendable out)
            throws IOException {
        CsvTable.write(new ActivityReport(statistics, standard, language).list(), out);
    }

    /** Writes {@code statistics} as JSON. */
    public static void json(ActivityStatistics statistics, Standard standard, Language language, Appendable out)
            throws IOException {
        JsonWriter.write(new ActivityReport(statistics, standard, language).json(), out);
    }

    /** Writes {@code statistics} as Markdown. */
    public static void markdown(ActivityStatistics statistics, Standard standard, Language language, Appendable out)
            throws IOException {
        new ActivityReport(statistics, standard, language).markdown(out);
    }

    private void table(Appendable out) throws IOException {
        for (Text line : lines()) {
            out.append(line.in(language)).append('\n');
        }
        out.append('\n');
        List<List<String>> rows = people();
        int words = statistics.by().size() == 2 ? 1 : statistics.by().size();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = rows.stream()
                        .mapToInt(one -> Width.of(one.get(column)))
                        .max()
                        .orElse(0);
                String padding = " ".repeat(width - Width.of(row.get(i)));
                line.append(i == 0 ? "" : "  ").append(i < words ? row.get(i) + padding : padding + row.get(i));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private void markdown(Appendable out) throws IOException {
        for (Text line : lines()) {
            out.append(MarkdownReport.escaped(line.in(language))).append("\n\n");
        }
        MarkdownReport.table(people(), out);
    }

    private List<Text> lines() {
        List<Text> lines = new ArrayList<>(StandardLine.lines(StandardCard.of(standard)));
        Activities rules = standard.activities();
        if (!rules.yearEnds().equals(Activities.DEFAULT.yearEnds())) {
            lines.add(Text.of(
                    "年度截至%s月%s日，其后的活动计入下一年度",
                    "a year ends on %s-%s; later activities count for the next year",
                    rules.yearEnds().getMonthValue(),
                    rules.yearEnds().getDayOfMonth()));
        }
        return lines;
    }

    private List<List<String>> people() {
        return statistics.by().size() == 2 ? crossed() : listed();
    }

    private List<List<String>> crossed() {
        List<String> across = statistics.values().get(1);
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(titles().get(0), across.stream(), say(TOTAL)));
        for (String value : statistics.values().get(0)) {
            rows.add(row(
                    value,
                    across.stream().map(other -> String.valueOf(statistics.count(List.of(value, other)))),
                    String.valueOf(statistics.sum(0, value))));
        }
        rows.add(row(
                say(TOTAL),
                across.stream().map(other -> String.valueOf(statistics.sum(1, other))),
                String.valueOf(statistics.total())));
        return rows.stream()
                .map(row -> row.stream().map(Width::visible).toList())
                .toList();
    }

    private static List<String> row(String first, Stream<String> middle, String last) {
        return Stream.of(Stream.of(first), middle, Stream.of(last))
                .flatMap(part -> part)
                .toList();
    }

    private List<List<String>> listed() {
        List<List<String>> rows = new ArrayList<>(list());
        List<String> last = new ArrayList<>();
        titles().forEach(title -> last.add(last.isEmpty() ? say(TOTAL) : ""));
        last.add(String.valueOf(statistics.total()));
        rows.add(last);
        return rows.stream()
                .map(row -> row.stream().map(Width::visible).toList())
                .toList();
    }

    /** Returns a row per combination, those without activities included. */
    private List<List<String>> list() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(titles(), say(COUNT)));
        statistics.keys().forEach(key -> rows.add(row(key, String.valueOf(statistics.count(key)))));
        return rows;
    }

    private static List<String> row(List<String> words, String number) {
        return Stream.concat(words.stream(), Stream.of(number)).toList();
    }

    private List<String> titles() {
        return statistics.by().stream().map(one -> say(one.title())).toList();
    }

    private Map<String, Object> json() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<String> key : statistics.keys()) {
            Members row = new Members();
            for (int i = 0; i < key.size(); i++) {
                row.with(statistics.by().get(i).word(), key.get(i));
            }
            rows.add(row.with("count", statistics.count(key)).object());
        }
        return new Members()
                .with("formatVersion", JsonWriter.FORMAT_VERSION)
                .with("standard", standard.identity().id())
                .with("textHash", standard.identity().textHash())
                .with("yearEnds", standard.activities().yearEnds().toString().substring(2))
                .with("by", statistics.by().stream().map(one -> one.word()).toList())
                .with("rows", rows)
                .with("total", statistics.total())
                .object();
    }

    private String say(Text text) {
        return text.in(language);
    }
}
