package guifan.evaluate;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.standard.Area;
import guifan.standard.Factor;
import guifan.standard.Indicator;
import guifan.standard.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has every assessor of a panel come to a score alone, and combines these.
 *
 * @param filing what was filled in
 * @param assess what an indicator comes to by a filing
 */
record Jury(Filing filing, BiFunction<Indicator, Filing, Assessment> assess) {

    /**
     * Returns what {@code area} comes to by its panel.
     *
     * @param alone what it comes to by what one assessor makes of its indicators
     * @param rounding how its score is rounded in the end, or null if it is exact
     */
    NodeScore score(
            Area area, Panel panel, Function<Map<String, Assessment>, NodeScore> alone, @Nullable Rounding rounding) {
        List<Judging> judges = Judging.of(area.leaves().toList(), filing, assess);
        Rational factor = Optional.ofNullable(panel.factor()).map(this::factor).orElse(Rational.ONE);
        List<One> present = new ArrayList<>();
        for (Judging judge : judges) {
            if (judge.state() == CellState.VALUE) {
                present.add(one(area, panel, judge, alone.apply(judge.assessed())));
            }
        }
        boolean ofUnit = Judging.isOfUnit(area, filing);
        Optional<Panel.Combined> combined = ofUnit
                ? Optional.empty()
                : panel.combine(present.stream().map(One::mark).toList());
        @Nullable
        PanelResult result = ofUnit
                ? null
                : new PanelResult(
                        judges.stream()
                                .map(judge -> judge(judge, panel, present, combined))
                                .toList(),
                        combined.map(one -> one.way().minimum()).orElse(panel.minimum()),
                        combined.map(Panel.Combined::exact).orElse(null),
                        combined.map(Panel.Combined::value).orElse(null),
                        factor);
        if (!ofUnit && combined.isEmpty()) {
            return none(area, new Sitting(filing, judges, List.of(), List.of(), result, factor, panel.most()));
        }
        List<Rational> shares =
                ofUnit ? List.of(Rational.ONE) : combined.orElseThrow().shares();
        Rational value =
                ofUnit ? present.get(0).mark().value() : combined.orElseThrow().value();
        NodeScore first = present.get(0).score();
        Rational scale = present.get(0).scale();
        Rational score = value.times(factor);
        boolean rebased = scale.signum() > 0 && first.possible().signum() > 0;
        Rational raw = rebased
                ? score.times(first.rawPossible()).dividedBy(first.possible().times(scale))
                : Rational.ZERO;
        return new NodeScore(
                area,
                List.of(),
                List.of(),
                List.of(),
                raw,
                first.rawPossible().times(panel.most()),
                rounding == null ? score : rounding.apply(score),
                first.possible().times(scale).times(panel.most()),
                first.covered(),
                null,
                new Sitting(
                        filing,
                        judges,
                        present.stream().map(One::scaled).toList(),
                        parts(shares),
                        result,
                        factor,
                        panel.most()));
    }

    /**
     * What one assessor comes to.
     *
     * @param scale what the sum is multiplied by so that full marks are those of the whole
     */
    private record One(String assessor, NodeScore score, Rational scale, Panel.Mark mark) {

        Sitting.Score scaled() {
            return new Sitting.Score(assessor, score, scale);
        }
    }

    /** The sums of the whole are re-based for every assessor, so that they can be rounded as totals. */
    private static One one(Area area, Panel panel, Judging judge, NodeScore score) {
        boolean whole = area.id().isEmpty() && score.possible().signum() > 0;
        Rational scale = whole ? area.points().dividedBy(panel.most()).dividedBy(score.possible()) : Rational.ONE;
        Rational exact = score.score().times(scale);
        Rational sum = panel.each() == null ? exact : panel.each().apply(exact);
        return new One(judge.assessor(), score, scale, new Panel.Mark(sum, weight(panel, judge)));
    }

    private static Rational weight(Panel panel, Judging judge) {
        return panel.weight(Assessor.parse(judge.assessor()).role()).orElse(Rational.ONE);
    }

    private static PanelResult.Judge judge(
            Judging judge, Panel panel, List<One> present, Optional<Panel.Combined> combined) {
        for (int i = 0; i < present.size(); i++) {
            One one = present.get(i);
            if (one.assessor().equals(judge.assessor())) {
                int at = i;
                return new PanelResult.Judge(
                        judge.assessor(),
                        judge.state(),
                        one.score().score().times(one.scale()),
                        one.mark().value(),
                        one.mark().weight(),
                        combined.map(all -> all.shares().get(at)).orElse(Rational.ZERO),
                        one.score().combinedNodes().toList());
            }
        }
        return new PanelResult.Judge(
                judge.assessor(), judge.state(), null, null, weight(panel, judge), Rational.ZERO, List.of());
    }

    private Rational factor(Factor factor) {
        return filing.answer(factor.fact()).stream()
                .flatMap(entry -> Optional.ofNullable(entry.value()).stream())
                .findFirst()
                .map(factor::of)
                .orElse(Rational.ONE);
    }

    /** Returns weights as parts of their sum. */
    private static List<Rational> parts(List<Rational> weights) {
        Rational sum = weights.stream().reduce(Rational.ZERO, Rational::plus);
        return weights.stream().map(weight -> weight.dividedBy(sum)).toList();
    }

    private static NodeScore none(Area area, Sitting sitting) {
        return new NodeScore(
                area,
                List.of(),
                List.of(),
                List.of(),
                Rational.ZERO,
                Rational.ZERO,
                Rational.ZERO,
                Rational.ZERO,
                Rational.ZERO,
                null,
                sitting);
    }
}
