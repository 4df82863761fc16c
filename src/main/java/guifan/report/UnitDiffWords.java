package guifan.report;

import static guifan.report.ResultDiffWords.ARROW;
import static guifan.report.ResultDiffWords.orNone;
import static guifan.report.ResultDiffWords.percent;
import static guifan.report.ResultDiffWords.signed;

import guifan.diff.ResultDiff;
import guifan.diff.Sides;
import guifan.diff.UnitDiff;
import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard.AdjustmentCard;
import guifan.evaluate.StandardCard.FactCard;
import guifan.evaluate.StandardCard.ItemCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.FactResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.number.Rational;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what differs between two results of one unit, question by question. */
final class UnitDiffWords {

    private final ResultDiff diff;

    UnitDiffWords(ResultDiff diff) {
        this.diff = diff;
    }

    /** Returns what differs of one unit, a line for each indicator, bonus, penalty and fact. */
    List<Text> details(UnitDiff unit) {
        List<Text> lines = new ArrayList<>();
        unit.rebased()
                .ifPresent(sides -> lines.add(Text.of(
                        "适用分值 %s → %s，各项贡献随之折算",
                        "points that apply: %s → %s; all contributions are re-based",
                        Objects.requireNonNull(sides.before()),
                        Objects.requireNonNull(sides.after()))));
        unit.indicators().forEach(sides -> lines.add(indicator(unit, sides)));
        unit.adjustments().forEach(sides -> lines.add(adjustment(sides)));
        unit.facts().forEach(sides -> lines.add(fact(sides)));
        return lines;
    }

    private Text indicator(UnitDiff unit, Sides<IndicatorResult> sides) {
        String id = sides.any().id();
        Text name = Text.of(name(id, unit));
        if (!sides.isOnBoth()) {
            Text where = sides.before() == null ? new Text("（新增）", " (added)") : new Text("（已删去）", " (retired)");
            return name.plus(where).plus(new Text("：", ": ")).plus(score(sides.any(), false));
        }
        IndicatorResult old = Objects.requireNonNull(sides.before());
        IndicatorResult now = Objects.requireNonNull(sides.after());
        boolean rates = !old.possible().equals(now.possible());
        Text line = name.plus(new Text("：", ": "))
                .plus(score(old, rates))
                .plus(ARROW)
                .plus(score(now, rates));
        Rational change = now.contribution().minus(old.contribution());
        line = line.plus(Text.of("，贡献 %s", ", contribution %s", signed(change)));
        Map<String, ItemCard> items = items(id, unit);
        return line.plus(filled(old.entries(), now.entries(), items));
    }

    private static Text score(IndicatorResult result, boolean rate) {
        if (result.possible().isZero()) {
            return new Text("不适用", "n/a");
        }
        String score = Figures.brief(result.score()) + "/" + Figures.brief(result.possible());
        return Text.of(score)
                .plus(
                        rate
                                ? Text.of(
                                        "（%s）", " (%s)", percent(result.score().dividedBy(result.possible())))
                                : Text.of(""));
    }

    private Text filled(List<Entry> old, List<Entry> now, Map<String, ItemCard> items) {
        Text before = cells(old, items, diff.before());
        Text after = cells(now, items, diff.after());
        return before.equals(after)
                ? Text.of("")
                : Text.of("；填报 ", "; filled in: ")
                        .plus(orNone(before))
                        .plus(ARROW)
                        .plus(orNone(after));
    }

    private static Text cells(List<Entry> entries, Map<String, ItemCard> items, Evaluation evaluation) {
        return Text.join(new AnswerWords(evaluation).cells(entries, items), "、", ", ");
    }

    private String name(String id, UnitDiff unit) {
        return diff.after()
                .standard()
                .indicator(id)
                .or(() -> diff.before().standard().indicator(id))
                .map(card -> card.wording(kind(unit)).name())
                .orElse(id);
    }

    private Map<String, ItemCard> items(String id, UnitDiff unit) {
        return diff.after()
                .standard()
                .indicator(id)
                .map(card -> card.wording(kind(unit)).items())
                .orElse(Map.of());
    }

    private static String kind(UnitDiff unit) {
        @Nullable UnitResult result = unit.results().any().result();
        return result == null ? "" : result.kind();
    }

    private Text adjustment(Sides<AdjustmentResult> sides) {
        String id = sides.any().id();
        @Nullable
        AdjustmentCard card = diff.after().standard().adjustments().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
        Text role = sides.any().penalty() ? new Text("扣分", "penalty") : new Text("加分", "bonus");
        return role.plus(Text.of(" %s：", " %s: ", card == null ? id : card.name()))
                .plus(points(sides.before()))
                .plus(ARROW)
                .plus(points(sides.after()))
                .plus(filled(
                        sides.before() == null ? List.of() : sides.before().entries(),
                        sides.after() == null ? List.of() : sides.after().entries(),
                        card == null ? Map.of() : card.items()));
    }

    private static Text points(@Nullable AdjustmentResult result) {
        return result == null ? orNone(Text.of("")) : Text.of(Figures.brief(result.points()));
    }

    private Text fact(Sides<FactResult> sides) {
        String name = diff.after().standard().facts().stream()
                .filter(one -> one.id().equals(sides.any().id()))
                .findFirst()
                .map(FactCard::name)
                .orElse(sides.any().id());
        return Text.of("事实 %s", "fact %s", name)
                .plus(filled(
                        sides.before() == null
                                ? List.of()
                                : List.of(sides.before().entry()),
                        sides.after() == null
                                ? List.of()
                                : List.of(sides.after().entry()),
                        Map.of()));
    }
}
