package guifan.report;

import guifan.diff.Detail;
import guifan.diff.IndicatorChange;
import guifan.diff.IndicatorChange.Relation;
import guifan.diff.IndicatorChange.Side;
import guifan.diff.Part.Subject;
import guifan.diff.PartChange;
import guifan.diff.PointsFlow;
import guifan.diff.StandardDiff;
import guifan.evaluate.StandardCard;
import guifan.number.Rational;
import guifan.source.Language;
import guifan.source.Text;
import guifan.standard.Area;
import guifan.standard.Standard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What one standard changes against another, in words. */
public final class StandardDiffPage {

    private final StandardDiff diff;
    private final ListPage page;

    private StandardDiffPage(StandardDiff diff, ListPage page) {
        this.diff = diff;
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
        page.line(Text.of("旧：%s", "old: %s", name(diff.before())));
        page.line(Text.of("新：%s", "new: %s", name(diff.after())));
        page.line(Text.of("对照：%s", "crosswalk: %s", diff.crosswalk().basis().words()));
        page.line(summary());
        flow();
        indicators();
        parts();
    }

    private static Text name(Standard standard) {
        String day = String.valueOf(standard.identity().effective());
        return StandardLine.brief(StandardCard.of(standard))
                .plus(
                        standard.identity().effective() == null
                                ? Text.of("")
                                : Text.of("，%s起施行", ", in force from %s", day))
                .plus(Text.of(
                        "，%s个方面、%s项指标、%s分",
                        ", %s areas, %s indicators, %s points",
                        standard.areas().size(),
                        standard.indicators().count(),
                        standard.total()));
    }

    private Text summary() {
        List<Text> parts = new ArrayList<>();
        long kept = diff.indicators().stream()
                .filter(change -> change.relation() == Relation.KEPT)
                .count();
        long adjusted = diff.count(Relation.KEPT);
        add(parts, kept - adjusted, "%s项不变", "%s unchanged");
        add(parts, adjusted, "调整%s项", "%s adjusted");
        regrouped(parts, Relation.SPLIT, "%s项拆分为%s项", "%s split into %s");
        regrouped(parts, Relation.MERGED, "%s项合并为%s项", "%s merged into %s");
        regrouped(parts, Relation.REGROUPED, "%s项重组为%s项", "%s regrouped as %s");
        add(parts, diff.count(Relation.ADDED), "新增%s项", "%s added");
        add(parts, diff.count(Relation.RETIRED), "删去%s项", "%s retired");
        return Text.of(
                "指标：%s项 → %s项：%s",
                "indicators: %s -> %s: %s",
                diff.before().indicators().count(),
                diff.after().indicators().count(),
                Text.join(parts, "，", ", "));
    }

    private static void add(List<Text> parts, long number, String zh, String en) {
        if (number > 0) {
            parts.add(Text.of(zh, en, number));
        }
    }

    private void regrouped(List<Text> parts, Relation relation, String zh, String en) {
        List<IndicatorChange> found = diff.indicators().stream()
                .filter(change -> change.relation() == relation)
                .toList();
        if (!found.isEmpty()) {
            parts.add(Text.of(
                    zh,
                    en,
                    found.stream().mapToInt(change -> change.before().size()).sum(),
                    found.stream().mapToInt(change -> change.after().size()).sum()));
        }
    }

    private void flow() throws IOException {
        PointsFlow flow = diff.flow();
        if (flow.isEmpty()) {
            return;
        }
        page.heading(Text.of("分值流向（行：旧方面，列：新方面）", "Where the points went (rows: old areas, columns: new areas)"));
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
        page.heading(Text.of("指标", "Indicators"));
        for (IndicatorChange change : changes) {
            page.item(1, entry(change));
            for (Detail detail : change.details()) {
                page.item(2, line(detail));
            }
        }
    }

    private Text entry(IndicatorChange change) {
        return switch (change.relation()) {
            case KEPT -> Text.of("调整 %s", "adjusted: %s", named(change.after().get(0)));
            case ADDED ->
                Text.of(
                        "新增 %s，%s",
                        "added: %s, in %s",
                        side(change.after().get(0)),
                        area(change.after().get(0), diff.after()));
            case RETIRED ->
                Text.of(
                        "删去 %s，%s",
                        "retired: %s, in %s",
                        side(change.before().get(0)),
                        area(change.before().get(0), diff.before()));
            case SPLIT -> Text.of("拆分 %s → %s", "split: %s -> %s", sides(change.before()), sides(change.after()));
            case MERGED -> Text.of("合并 %s → %s", "merged: %s -> %s", sides(change.before()), sides(change.after()));
            case REGROUPED ->
                Text.of("重组 %s → %s", "regrouped: %s -> %s", sides(change.before()), sides(change.after()));
        };
    }

    private static Text named(Side side) {
        return Text.of("%s［%s］", "%s [%s]", side.name(), side.id());
    }

    private static Text side(Side side) {
        return Text.of("%s［%s］%s 分", "%s [%s] %s points", side.name(), side.id(), side.points());
    }

    private static Text sides(List<Side> sides) {
        return Text.join(sides.stream().map(StandardDiffPage::side).toList(), "、", ", ");
    }

    private static String area(Side side, Standard standard) {
        return standard.areas().stream()
                .filter(area -> area.id().equals(side.topArea()))
                .map(Area::name)
                .findFirst()
                .orElse(side.topArea());
    }

    static Text line(Detail detail) {
        Text kinds = detail.kinds().isEmpty() ? Text.of("") : Text.of("（%s）", " (%s)", detail.kinds());
        Text change = Text.of(
                "%s%s：%s → %s", "%s%s: %s -> %s", detail.label(), kinds, orNone(detail.was()), orNone(detail.now()));
        return detail.note().zh().isEmpty() ? change : change.plus(Text.of("（%s）", " (%s)", detail.note()));
    }

    private static Text orNone(Text words) {
        return words.zh().isEmpty() ? new Text("（无）", "(none)") : words;
    }

    private void parts() throws IOException {
        if (diff.parts().isEmpty()) {
            return;
        }
        page.heading(Text.of("方面、等次和其他", "Areas, grades and other parts"));
        for (PartChange change : diff.parts()) {
            Text name = change.subject() == Subject.STANDARD
                    ? change.subject().words()
                    : Text.of(
                            "%s %s",
                            "%s %s",
                            change.subject().words(),
                            change.name().equals(change.id())
                                    ? Text.of(change.id())
                                    : Text.of("%s［%s］", "%s [%s]", change.name(), change.id()));
            if (change.before() == null) {
                page.item(1, Text.of("新增 %s", "added: %s", name).plus(origin(change)));
            } else if (change.after() == null) {
                page.item(1, Text.of("删去 %s", "gone: %s", name));
            } else {
                page.item(1, Text.of("调整 %s", "changed: %s", name));
            }
            for (Detail detail : change.details()) {
                page.item(2, line(detail));
            }
        }
    }

    /** Says where the points of a new area came from. */
    private Text origin(PartChange change) {
        PointsFlow flow = diff.flow();
        Rational points = flow.after().get(change.id());
        if (change.subject() != Subject.AREA || points == null) {
            return Text.of("");
        }
        List<Text> from = new ArrayList<>();
        for (String source : flow.sources(change.id())) {
            String name = diff.before().areas().stream()
                    .filter(area -> area.id().equals(source))
                    .map(Area::name)
                    .findFirst()
                    .orElse(source);
            from.add(Text.of("%1$s %2$s 分", "%2$s from %1$s", name, flow.moved(source, change.id())));
        }
        Rational added = flow.added().getOrDefault(change.id(), Rational.ZERO);
        if (!added.isZero()) {
            from.add(Text.of("新增 %s 分", "%s new", added));
        }
        return Text.of("，%s 分：", ", %s points: ", points).plus(Text.join(from, "、", ", "));
    }

    private String say(String zh, String en) {
        return new Text(zh, en).in(page.language());
    }
}
