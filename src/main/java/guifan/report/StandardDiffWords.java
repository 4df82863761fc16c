package guifan.report;

import guifan.diff.Detail;
import guifan.diff.Detail.Written;
import guifan.diff.IndicatorChange;
import guifan.diff.IndicatorChange.Relation;
import guifan.diff.IndicatorChange.Side;
import guifan.diff.Part.Subject;
import guifan.diff.PartChange;
import guifan.diff.PointsFlow;
import guifan.diff.StandardDiff;
import guifan.evaluate.StandardCard;
import guifan.number.Rational;
import guifan.source.Text;
import guifan.standard.Area;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;

/** Says what one standard changes against another. */
final class StandardDiffWords {

    static final Text FLOW =
            Text.of("分值流向（行：旧方面，列：新方面）", "Where the points went (rows: old areas, columns: new areas)");
    static final Text INDICATORS = new Text("指标", "Indicators");
    static final Text PARTS = new Text("方面、等次和其他", "Areas, grades and other parts");

    private final StandardDiff diff;
    private final KeyWords before;
    private final KeyWords after;

    StandardDiffWords(StandardDiff diff) {
        this.diff = diff;
        this.before = new KeyWords(diff.before());
        this.after = new KeyWords(diff.after());
    }

    /** Returns what changed in an indicator, the values in words. */
    List<Detail> details(IndicatorChange change) {
        return change.details().stream()
                .map(detail -> said(
                        detail,
                        Subject.INDICATOR,
                        change.before().get(0).id(),
                        change.after().get(0).id()))
                .toList();
    }

    /** Returns what changed in another part, the values in words. */
    List<Detail> details(PartChange change) {
        return change.details().stream()
                .map(detail -> said(detail, change.subject(), change.id(), change.id()))
                .toList();
    }

    private Detail said(Detail detail, Subject subject, String oldId, String id) {
        Written written = detail.written();
        return written == null
                ? detail
                : detail.saying(
                        before.of(subject, oldId, detail.key(), written.before()),
                        after.of(subject, id, detail.key(), written.after()));
    }

    /** Returns what both standards are, how they are matched, and how much changed. */
    List<Text> head() {
        return List.of(
                Text.of("旧：%s", "old: %s", name(diff.before())),
                Text.of("新：%s", "new: %s", name(diff.after())),
                Text.of("对照：%s", "crosswalk: %s", diff.crosswalk().basis().words()),
                summary());
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
        add(parts, kept - adjusted - diff.lesser(), "%s项不变", "%s unchanged");
        add(parts, adjusted, "调整%s项", "%s adjusted");
        add(parts, diff.lesser(), "%s项只有较轻的改动（未列）", "%s changed in lesser ways (not listed)");
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

    /** Returns an indicator, or several that belong together, and what became of them. */
    Text entry(IndicatorChange change) {
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
        return Text.join(sides.stream().map(StandardDiffWords::side).toList(), "、", ", ");
    }

    private static String area(Side side, Standard standard) {
        return standard.areas().stream()
                .filter(area -> area.id().equals(side.topArea()))
                .map(Area::name)
                .findFirst()
                .orElse(side.topArea());
    }

    /** Returns one change with its kinds of unit and what it means. */
    static Text line(Detail detail) {
        Text label = detail.label().plus(kinds(detail));
        Text change = detail.was().equals(detail.now())
                ? Text.of("%s：%s", "%s: %s", label, orNone(detail.now()))
                : Text.of("%s：%s → %s", "%s: %s -> %s", label, orNone(detail.was()), orNone(detail.now()));
        return detail.note().zh().isEmpty() ? change : change.plus(Text.of("（%s）", " (%s)", detail.note()));
    }

    static Text kinds(Detail detail) {
        return detail.kinds().isEmpty() ? Text.of("") : Text.of("（%s）", " (%s)", detail.kinds());
    }

    static Text orNone(Text words) {
        return words.zh().isEmpty() ? new Text("（无）", "(none)") : words;
    }

    /** Returns a part of the standard and what became of it. */
    Text entry(PartChange change) {
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
            return Text.of("新增 %s", "added: %s", name).plus(origin(change));
        }
        return change.after() == null ? Text.of("删去 %s", "gone: %s", name) : Text.of("调整 %s", "changed: %s", name);
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
}
