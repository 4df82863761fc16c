package guifan.report;

import guifan.diff.Detail;
import guifan.diff.IndicatorChange;
import guifan.diff.PartChange;
import guifan.diff.PointsFlow;
import guifan.diff.StandardDiff;
import guifan.number.Rational;
import guifan.source.Language;
import guifan.source.Text;
import guifan.standard.Area;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What one standard changes against another, as text or Markdown. */
public final class StandardDiffPage {

    private final StandardDiff diff;
    private final StandardDiffWords words;
    private final ListPage page;

    private StandardDiffPage(StandardDiff diff, ListPage page) {
        this.diff = diff;
        this.words = new StandardDiffWords(diff);
        this.page = page;
    }

    /**
     * Writes plain text, nothing at all where nothing changed.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void text(StandardDiff diff, Language language, Appendable out) throws IOException {
        new StandardDiffPage(diff, new ListPage(out, language, false)).write();
    }

    /**
     * Writes Markdown, nothing at all where nothing changed.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void markdown(StandardDiff diff, Language language, Appendable out) throws IOException {
        new StandardDiffPage(diff, new ListPage(out, language, true)).write();
    }

    private void write() throws IOException {
        if (diff.isEmpty()) {
            return;
        }
        for (Text line : words.head()) {
            page.line(line);
        }
        flow();
        indicators();
        parts();
    }

    private void flow() throws IOException {
        PointsFlow flow = diff.flow();
        if (flow.isEmpty()) {
            return;
        }
        page.heading(StandardDiffWords.FLOW);
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        diff.after().areas().forEach(area -> head.add(area.shortName()));
        head.add(say("腾出", "given up"));
        head.add(say("旧合计", "old points"));
        rows.add(head);
        for (Area from : diff.before().areas()) {
            List<String> row = new ArrayList<>(List.of(from.shortName()));
            diff.after().areas().forEach(to -> row.add(shown(flow.moved(from.id(), to.id()))));
            row.add(shown(flow.givenUp().getOrDefault(from.id(), Rational.ZERO)));
            row.add(String.valueOf(flow.before().get(from.id())));
            rows.add(row);
        }
        List<String> added = new ArrayList<>(List.of(say("新增", "new")));
        List<String> sums = new ArrayList<>(List.of(say("新合计", "new points")));
        for (Area to : diff.after().areas()) {
            added.add(shown(flow.added().getOrDefault(to.id(), Rational.ZERO)));
            sums.add(String.valueOf(flow.after().get(to.id())));
        }
        rows.add(closed(added, "", sum(flow.added().values())));
        rows.add(closed(sums, sum(flow.givenUp().values()), sum(flow.before().values())));
        page.table(
                rows.stream().map(row -> row.stream().map(Text::of).toList()).toList(),
                IntStream.range(1, head.size()).boxed().collect(Collectors.toSet()));
    }

    private static List<String> closed(List<String> row, String givenUp, String sum) {
        row.add(givenUp);
        row.add(sum);
        return row;
    }

    private static String sum(Iterable<Rational> points) {
        Rational sum = Rational.ZERO;
        for (Rational one : points) {
            sum = sum.plus(one);
        }
        return sum.toString();
    }

    private static String shown(Rational points) {
        return points.isZero() ? "" : points.toString();
    }

    private void indicators() throws IOException {
        List<IndicatorChange> changes = diff.changes();
        if (changes.isEmpty()) {
            return;
        }
        page.heading(StandardDiffWords.INDICATORS);
        for (IndicatorChange change : changes) {
            page.item(1, words.entry(change));
            details(words.details(change));
        }
    }

    private void details(List<Detail> details) throws IOException {
        for (Detail detail : details) {
            page.item(2, StandardDiffWords.line(detail));
        }
    }

    private void parts() throws IOException {
        if (diff.parts().isEmpty()) {
            return;
        }
        page.heading(StandardDiffWords.PARTS);
        for (PartChange change : diff.parts()) {
            page.item(1, words.entry(change));
            details(words.details(change));
        }
    }

    private String say(String zh, String en) {
        return new Text(zh, en).in(page.language());
    }
}
