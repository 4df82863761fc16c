package guifan.report;

import guifan.evaluate.Combined;
import guifan.evaluate.Combined.Lack;
import guifan.evaluate.Combined.Part;
import guifan.evaluate.PanelResult;
import guifan.evaluate.PanelResult.Judge;
import guifan.evaluate.PanelResult.Node;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.number.Rational;
import guifan.rule.Numbers;
import guifan.source.Text;
import guifan.standard.Combining.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the score of a node came about from its parts, in words. */
final class CombinedWords {

    private static final Text BOUNDED = new Text("上下限、舍入", "bounds, rounding");

    private final StandardCard card;

    CombinedWords(StandardCard card) {
        this.card = card;
    }

    /** Returns the lines that explain an area, none where it is a plain sum. */
    List<Text> area(AreaCard area, AreaResult result) {
        return result.combined() == null
                ? List.of()
                : lines(result.combined(), area.combining(), area.points(), result.score());
    }

    /** Returns the lines that explain the base total before it is rounded, none where the areas are just added. */
    List<Text> base(UnitResult unit) {
        Combined combined = unit.combined();
        Rational exact = unit.totals() == null ? Rational.ZERO : unit.totals().raw();
        return combined == null ? List.of() : lines(combined, card.combining(), card.total(), exact);
    }

    /** Returns how the node of a panel and those below it came about, a line for each and one for each assessor. */
    List<Text> judged(PanelResult panel) {
        Map<String, List<Text>> nodes = new LinkedHashMap<>();
        for (Judge judge : panel.judges()) {
            for (Node node : judge.nodes()) {
                List<Text> lines = lines(node.combined(), sentence(node.id()), node.points(), node.score());
                Text name = node.id().isEmpty() ? new Text("总分", "the whole") : Text.of(Remarks.area(card, node.id()));
                nodes.computeIfAbsent(
                                node.id(),
                                id -> new ArrayList<>(List.of(Text.of("%s：%s", "%s: %s", name, lines.get(0)))))
                        .add(Text.of(
                                "  %s：%s",
                                "  %s: %s",
                                PanelWords.name(judge),
                                Text.join(lines.subList(1, lines.size()), "；", "; ")));
            }
        }
        return nodes.values().stream().flatMap(List::stream).toList();
    }

    private Text sentence(String node) {
        return card.areas().stream()
                .flatMap(Remarks::withInner)
                .filter(area -> area.id().equals(node))
                .map(AreaCard::combining)
                .findFirst()
                .orElse(card.combining());
    }

    private List<Text> lines(Combined combined, Text sentence, Rational points, Rational score) {
        List<Text> lines = new ArrayList<>(List.of(Text.of("合成：%s", "Combined: %s", sentence)));
        if (combined.coverage() != null) {
            lines.add(Text.of("有得分的权重：%s", "Weight that has a score: %s", percent(combined.coverage())));
        }
        named(lines, combined, part -> part.rate() == null, new Text("无得分、不计入", "No score, left out"));
        if (combined.lack() == Lack.NONE) {
            named(lines, combined, Part::isUnused, new Text("不取", "Not counted"));
            lines.add(Text.of("计算：%s", "Working: %s", working(combined, points, score)));
        } else {
            lines.add(lack(combined));
        }
        return lines;
    }

    private void named(List<Text> lines, Combined combined, Predicate<Part> which, Text what) {
        List<Text> names = combined.parts().stream()
                .filter(which)
                .map(part -> part.rate() == null
                        ? Text.of(name(part.id()))
                        : Text.of("%s（%s）", "%s (%s)", name(part.id()), percent(part.rate())))
                .toList();
        if (!names.isEmpty()) {
            lines.add(Text.of("%s：%s", "%s: %s", what, Text.join(names, "、", ", ")));
        }
    }

    private Text working(Combined combined, Rational points, Rational score) {
        Rational factor = combined.factor() == null ? Rational.ONE : combined.factor();
        Rational product = combined.before().times(factor);
        Text times = combined.factor() == null
                ? Text.of("")
                : Text.of("；× %s = %s", "; × %s = %s", Figures.exact(factor), Numbers.shown(product));
        Text end = times.plus(
                product.equals(score)
                        ? Text.of("")
                        : Text.of(" → %s（%s）", " → %s (%s)", Numbers.shown(score), BOUNDED));
        if (combined.method() == Method.SUM) {
            return Text.of(Numbers.shown(combined.before())).plus(end);
        }
        boolean root = combined.method() == Method.GEOMETRIC_MEAN;
        List<Text> terms = combined.parts().stream()
                .filter(part -> part.rate() != null && !part.share().isZero())
                .map(part -> Text.of(
                        root ? "%s %s^%s" : "%s %s × %s",
                        root ? "%s %s^%s" : "%s %s × %s",
                        name(part.id()),
                        percent(part.rate()),
                        root ? exponent(part.share()) : Figures.exact(part.share())))
                .toList();
        Rational rate = points.isZero() ? points : combined.before().dividedBy(points);
        return Text.join(terms, root ? " × " : " + ", root ? " × " : " + ")
                .plus(Text.of(
                        " = %s；× %s = %s", " = %s; × %s = %s", percent(rate), points, Numbers.shown(combined.before())))
                .plus(end);
    }

    private static String exponent(Rational share) {
        String exponent = Figures.exact(share);
        return exponent.indexOf('/') < 0 ? exponent : "(" + exponent + ")";
    }

    private static String percent(Rational rate) {
        return Numbers.shown(rate.times(Rational.HUNDRED)) + "%";
    }

    private String name(String id) {
        return card.indicator(id).map(StandardCard.IndicatorCard::shortName).orElseGet(() -> Remarks.area(card, id));
    }

    /** Returns what is said behind full marks of the weight of a part, empty where points are added. */
    static Text weight(@Nullable Rational weight) {
        return weight == null ? Text.of("") : Text.of("，权重%s", ", weight %s", Figures.exact(weight));
    }

    /** Returns why a node has no score. */
    static Text lack(Combined combined) {
        return switch (combined.lack()) {
            case NONE, EMPTY -> new Text("没有适用的指标", "no indicator applies");
            case COVERAGE ->
                Text.of(
                        "有得分的权重只占 %s，不足标准要求，无得分",
                        "no score: only %s of the weight has one, less than the standard asks for",
                        percent(combined.coverage() == null ? Rational.ZERO : combined.coverage()));
            case DROPPED -> new Text("去掉最低、最高后没有剩下的，无得分", "no score: nothing is left without the lowest and highest");
            case NEGATIVE -> new Text("得分率为负，没有几何平均", "no score: a negative rate has no geometric mean");
        };
    }

    /**
     * Returns, of every area that has no score for another reason than that nothing in it applies, its name and why.
     */
    static List<Text> lacks(StandardCard card, UnitResult unit) {
        List<Text> lacks = new ArrayList<>();
        unit.areas().stream().flatMap(CombinedWords::withInner).forEach(area -> {
            if (Remarks.isLacking(area)) {
                Text why = lack(Objects.requireNonNull(area.combined()));
                lacks.add(Text.of("%s：%s", "%s: %s", Remarks.area(card, area.id()), why));
            }
        });
        return lacks;
    }

    static Stream<AreaResult> withInner(AreaResult area) {
        return Stream.concat(Stream.of(area), area.areas().stream().flatMap(CombinedWords::withInner));
    }
}
