package guifan.report;

import static guifan.report.ResultDiffWords.percent;
import static guifan.report.ResultDiffWords.signed;

import guifan.diff.LineEffect.Kind;
import guifan.diff.LineEffect.Points;
import guifan.diff.ResultDiff;
import guifan.diff.SameFacts;
import guifan.diff.SameFacts.Line;
import guifan.diff.SameFacts.UnitFacts;
import guifan.evaluate.StandardCard;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Language;
import guifan.source.Text;
import guifan.standard.Standard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What two standards make of the same facts, as text or Markdown. */
public final class SameFactsPage {

    private static final Rounding TWO = new Rounding(2, Rounding.Mode.HALF_UP);

    private final StandardCard before;
    private final StandardCard after;
    private final ListPage page;

    private SameFactsPage(StandardCard before, StandardCard after, ListPage page) {
        this.before = before;
        this.after = after;
        this.page = page;
    }

    /**
     * Writes the rates of what is comparable, what is not with its points, and totals where they are complete.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public static void write(
            SameFacts facts, Standard before, Standard after, boolean markdown, Language language, Appendable out)
            throws IOException {
        new SameFactsPage(StandardCard.of(before), StandardCard.of(after), new ListPage(out, language, markdown))
                .write(facts);
    }

    private void write(SameFacts facts) throws IOException {
        page.line(
                "同一实绩，按 %s 和 %s 各评一次",
                "the same facts by %s and by %s", StandardLine.brief(before), StandardLine.brief(after));
        page.table(table(facts), Set.of(1, 2, 3, 4, 5, 6));
        page.line(
                "只比较可比的指标的得分率；规则：新规则按旧分值；分值：再换成新分值；单位为百分点",
                "only rates of what is comparable are compared; rules: the newer rules at the older points; points:"
                        + " the newer points as well; in points of a percent");
        Map<List<Text>, List<String>> groups = new LinkedHashMap<>();
        for (UnitFacts unit : facts.units()) {
            groups.computeIfAbsent(others(unit), lines -> new ArrayList<>()).add(unit.unit());
        }
        for (Map.Entry<List<Text>, List<String>> group : groups.entrySet()) {
            boolean all = group.getValue().size() == facts.units().size();
            page.heading(
                    all
                            ? new Text("不能比较的", "What cannot be compared")
                            : Text.of("不能比较的（%s）", "What cannot be compared (%s)", Text.list(group.getValue())));
            for (Text line : group.getKey()) {
                page.item(1, line);
            }
        }
        if (facts.whole().isPresent()) {
            ResultDiff whole = facts.whole().get();
            page.heading(
                    new Text("旧标准所问均可推得，总分、等次、名次", "All that the older standard asks follows: totals, grades, ranks"));
            page.table(new ResultDiffWords(whole).table(), Set.of(2, 3, 4));
        }
    }

    private static List<List<Text>> table(SameFacts facts) {
        List<List<Text>> rows = new ArrayList<>();
        rows.add(List.of(
                new Text("单位", "unit"),
                new Text("旧（可比）", "before (comparable)"),
                new Text("得分率", "rate"),
                Text.of("规则", "rules"),
                Text.of("分值", "points"),
                new Text("得分率", "rate"),
                new Text("新（可比）", "after (comparable)")));
        facts.units().stream().filter(unit -> unit.old().full().signum() > 0).forEach(unit -> rows.add(row(unit)));
        return rows;
    }

    private static List<Text> row(UnitFacts unit) {
        return List.of(
                Text.of(unit.unit()),
                Text.of(points(unit.old())),
                Text.of(percent(unit.old().rate())),
                Text.of(step(unit.old(), unit.rules())),
                Text.of(step(unit.rules(), unit.now())),
                Text.of(percent(unit.now().rate())),
                Text.of(points(unit.now())));
    }

    private static String step(Points from, Points to) {
        return signed(TWO.apply(to.rate().minus(from.rate()).times(Rational.HUNDRED)));
    }

    private static String points(Points points) {
        return Figures.brief(points.reached()) + "/" + Figures.brief(points.full());
    }

    /** Returns what cannot be compared, with the points of the standards, not those reached. */
    private List<Text> others(UnitFacts unit) {
        List<Text> lines = new ArrayList<>();
        add(lines, unit, Kind.INCOMPARABLE, new Text("不可比", "not comparable"));
        add(lines, unit, Kind.RETIRED, new Text("不再评", "retired"));
        add(lines, unit, Kind.ADDED, new Text("新增", "added"));
        return lines;
    }

    private void add(List<Text> lines, UnitFacts unit, Kind kind, Text word) {
        Rational old = Rational.ZERO;
        Rational now = Rational.ZERO;
        for (Line line : unit.of(kind)) {
            old = old.plus(line.old().full());
            now = now.plus(line.now().full());
            lines.add(Text.of(
                    "%s：%s → %s",
                    "%s: %s → %s",
                    word,
                    names(line.before(), before, line.old().full()),
                    names(line.after(), after, line.now().full())));
        }
        if (!unit.of(kind).isEmpty()) {
            lines.add(Text.of(
                    "%s合计：旧 %s 分，新 %s 分",
                    "%s in all: %s points before, %s after", word, Figures.brief(old), Figures.brief(now)));
        }
    }

    private static Text names(List<String> ids, StandardCard card, Rational full) {
        List<Text> names = ids.stream()
                .map(id ->
                        Text.of(card.indicator(id).map(one -> one.shortName()).orElse(id)))
                .toList();
        return names.isEmpty()
                ? new Text("无", "none")
                : Text.of("%s（%s 分）", "%s (%s points)", Text.join(names, "、", ", "), Figures.brief(full));
    }
}
