package guifan.report;

import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.StandardCard.WordingCard;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.report.Block.Heading;
import guifan.report.Block.Line;
import guifan.report.Block.Table;
import guifan.source.Text;
import guifan.standard.Adjustments.Adjustment;
import guifan.standard.EffectiveWeights;
import guifan.standard.FromStandard;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import guifan.standard.Standard.Fact;
import guifan.standard.Standard.RoundingPolicy;
import guifan.standard.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A standard as a book to read: clauses with their points, rules in words, evidence and law. */
final class RuleBook {

    private final Standard standard;
    private final StandardCard card;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Map<String, Rational>> weights = new HashMap<>();
    private int number = 1;

    private RuleBook(Standard standard) {
        this.standard = standard;
        this.card = StandardCard.of(standard);
        standard.kinds().forEach(kind -> weights.put(kind, EffectiveWeights.of(standard, kind)));
    }

    /** Returns the parts of the book. */
    static List<Block> of(Standard standard) {
        RuleBook book = new RuleBook(standard);
        book.front();
        book.card.areas().forEach(area -> book.area(area, 2));
        book.adjustments();
        book.facts();
        book.grades();
        book.heading(2, Text.of("名次", "Ranking"));
        book.blocks.add(new Line(RankingWords.of(standard)));
        return book.blocks;
    }

    private void heading(int level, Text words) {
        blocks.add(new Heading(level, words));
    }

    private void line(String zh, String en, Object... parts) {
        blocks.add(new Line(Text.of(zh, en, parts)));
    }

    private void front() {
        heading(1, Text.of(card.title()));
        if (!card.issuer().isEmpty()) {
            blocks.add(new Line(Text.of(card.issuer())));
        }
        blocks.add(new Line(StandardLine.of(card)));
        StandardLine.provenance(card).ifPresent(words -> blocks.add(new Line(words)));
        standard.identity().attested().forEach(words -> line("原文所载：%s", "stated by the source: %s", words));
        List<List<Text>> changes = new ArrayList<>();
        standard.identity()
                .amendments()
                .forEach(note -> note.changes()
                        .forEach(change -> changes.add(List.of(
                                Text.of(note.id()),
                                switch (change.kind()) {
                                    case ADD -> Text.of("新增", "added");
                                    case SET -> Text.of("调整", "changed");
                                    case RETIRE -> Text.of("删去", "retired");
                                },
                                Text.of(change.id()),
                                Text.of(change.reason())))));
        if (!changes.isEmpty()) {
            blocks.add(new Table(
                    List.of(
                            Text.of("修订", "amendment"),
                            Text.of("改动", "change"),
                            Text.of("指标", "indicator"),
                            Text.of("理由", "reason")),
                    changes));
        }
        Rounding rounding = card.finalRounding();
        line(
                "适用于%s；满分 %s 分；最终得分%s。",
                "For %s; full marks %s; the final total is %s.",
                Text.list(standard.kinds()),
                card.total(),
                rounding == null ? Text.of("不舍入", "exact") : RoundingPolicy.words(rounding));
        blocks.add(new Line(
                notApplicable(standard).plus(Text.of("；“实占”为各类单位折算后的分值。", "; \"worth\" are the points after that."))));
        combining(card.combining());
    }

    /** Returns what happens to the points of what does not apply. */
    static Text notApplicable(Standard standard) {
        return standard.notApplicable().scale()
                ? standard.notApplicable().withinArea()
                        ? Text.of("不适用的分值由本方面其余指标按比例分担", "the points of what does not apply are spread within its area")
                        : Text.of("不适用的分值由其余指标按比例分担", "the points of what does not apply are spread over the rest")
                : Text.of("不适用的指标给满分", "what does not apply is given full points");
    }

    private void area(AreaCard area, int level) {
        Text weight = area.weight() == null ? Text.of("") : Text.of("，权重 %s", ", weight %s", area.weight());
        heading(level, Text.of("%s（%s 分%s）", "%s (%s points%s)", area.name(), area.points(), weight));
        combining(area.combining());
        area.areas().forEach(inner -> area(inner, Math.min(level + 1, 5)));
        List<List<Text>> rows = new ArrayList<>();
        area.indicators().forEach(indicator -> rows.add(row(indicator)));
        if (!rows.isEmpty()) {
            blocks.add(new Table(
                    List.of(
                            Text.of("序号", "no."),
                            Text.of("指标", "indicator"),
                            Text.of("分值", "points"),
                            Text.of("实占", "worth"),
                            Text.of("评分标准", "rule"),
                            Text.of("佐证", "evidence"),
                            Text.of("依据", "basis")),
                    rows));
        }
    }

    private void combining(Text words) {
        if (!words.zh().isEmpty()) {
            line("合成：%s。", "Combined: %s.", words);
        }
    }

    private List<Text> row(IndicatorCard indicator) {
        WordingCard base = indicator.base();
        List<Text> rules = new ArrayList<>(List.of(ClauseWords.of(base)));
        indicator
                .variants()
                .forEach((kind, wording) -> rules.add(Text.of("%s口径“%s”：", "%s, \"%s\": ", kind, wording.name())
                        .plus(ClauseWords.of(wording))));
        standard.indicator(indicator.id())
                .map(Indicator::panel)
                .filter(panel -> panel.sentence().isEmpty())
                .ifPresent(panel -> rules.add(Text.of("几名考评员评分的取平均", "the mean of several assessors' marks")));
        standard.indicator(indicator.id()).map(Indicator::tally).ifPresent(tally -> rules.add(tallied(tally)));
        return List.of(
                Text.of(String.valueOf(number++)),
                Text.of(base.name() + "［" + indicator.id() + "］"),
                indicator.weight() == null
                        ? Text.of(base.points().toString())
                        : Text.of("%s，权重 %s", "%s, weight %s", base.points(), indicator.weight()),
                worth(indicator.id()),
                Text.join(rules, "；", "; "),
                Text.list(base.evidence()),
                Text.join(base.basis(), "；", "; "));
    }

    private static Text tallied(Tally tally) {
        return Text.of(
                tally.different() ? "台账统计（只计有几种）：%s" : "台账统计：%s",
                tally.different() ? "counted from the log (each form once): %s" : "counted from the log: %s",
                Text.list(tally.all().toList()));
    }

    /** Returns what an indicator is worth to each kind of unit, said once where that is the same. */
    private Text worth(String id) {
        List<Text> worth = new ArrayList<>();
        for (String kind : standard.kinds()) {
            @Nullable Rational weight = weights.getOrDefault(kind, Map.of()).get(id);
            worth.add(Text.of(kind + " ").plus(weight == null ? Text.of("不适用", "–") : Text.of(Figures.worth(weight))));
        }
        return Text.join(worth, "，", ", ");
    }

    private void adjustments() {
        if (card.adjustments().isEmpty()) {
            return;
        }
        heading(2, Text.of("加扣分", "Bonus and penalty"));
        limit(card.bonusCap(), Text.of("加分", "bonuses"));
        limit(card.penaltyCap(), Text.of("扣分", "penalties"));
        List<List<Text>> rows = new ArrayList<>();
        standard.adjustments().all().forEach(item -> rows.add(adjustment(item)));
        blocks.add(new Table(
                List.of(Text.of("类别", "kind"), Text.of("项目", "item"), Text.of("计分", "rule"), Text.of("佐证", "evidence")),
                rows));
    }

    private void limit(@Nullable Rational cap, Text what) {
        if (cap != null) {
            line("%s合计最高 %s 分。", "All %s together are at most %s.", what, cap);
        }
    }

    private List<Text> adjustment(Adjustment item) {
        boolean bonus = standard.adjustments().bonus().contains(item);
        Text counted = item.countsFalse()
                ? Text.of("（按标为“作假”的指标数）", " (by the number of indicators marked 作假)")
                : Text.of(item.note().isEmpty() ? "" : "（" + item.note() + "）");
        Text required = item.evidenceRequired() ? Text.of("（须写明）", " (must be named)") : Text.of("");
        return List.of(
                bonus ? Text.of("加分", "bonus") : Text.of("扣分", "penalty"),
                Text.of(item.name() + "［" + item.id() + "］"),
                FromStandard.after(item.rule().sentence(), item.fromStandard()).plus(counted),
                Text.list(item.evidence()).plus(required));
    }

    private void facts() {
        if (standard.facts().isEmpty()) {
            return;
        }
        heading(2, Text.of("不计分的事实", "Facts that are not scored"));
        for (Fact fact : standard.facts()) {
            Text evidence =
                    fact.evidence().isEmpty() ? Text.of("") : Text.of("，须写明%s", ", names the %s", fact.evidence());
            blocks.add(new Line(Text.of(fact.name() + "［" + fact.id() + "］").plus(evidence)));
        }
    }

    private void grades() {
        heading(2, Text.of("等次", "Grades"));
        List<List<Text>> rows = new ArrayList<>();
        for (GradeCard grade : card.grades()) {
            @Nullable Rational bound = grade.atLeast();
            boolean lowest = grade.equals(card.grades().get(card.grades().size() - 1));
            Text line = bound != null
                    ? Text.of("%s 分及以上", "%s and above", bound)
                    : lowest ? Text.of("其余", "the rest") : Text.of("不设分数线", "no line");
            Text days = grade.rectifyDays() == null
                    ? Text.of("")
                    : Text.of("（%s 天内）", " (within %s days)", grade.rectifyDays());
            rows.add(List.of(
                    Text.of(grade.name()),
                    line,
                    grade.terms(),
                    Text.of(grade.then()).plus(days)));
        }
        blocks.add(new Table(
                List.of(
                        Text.of("等次", "grade"),
                        Text.of("得分", "total"),
                        Text.of("条件和名额", "conditions and places"),
                        Text.of("结果运用", "what follows")),
                rows));
        standard.grades()
                .caps()
                .forEach(cap -> line(
                        "%s［%s］：若%s，则不高于%s",
                        "%s [%s]: if %s, then at most %s",
                        cap.reason(),
                        cap.id(),
                        cap.when().words(standard),
                        card.grades().get(cap.atMost()).name()));
        KeyWords.consequences(standard).forEach(words -> blocks.add(new Line(words)));
        GroupTable.clauses(card).forEach(clause -> blocks.add(new Line(clause)));
    }
}
