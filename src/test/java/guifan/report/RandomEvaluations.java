package guifan.report;

import guifan.evaluate.CellState;
import guifan.evaluate.Entry;
import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.Stage;
import guifan.evaluate.StandardCard;
import guifan.evaluate.StandardCard.AdjustmentCard;
import guifan.evaluate.StandardCard.AmendmentCard;
import guifan.evaluate.StandardCard.AreaCard;
import guifan.evaluate.StandardCard.CapCard;
import guifan.evaluate.StandardCard.FactCard;
import guifan.evaluate.StandardCard.GradeCard;
import guifan.evaluate.StandardCard.IndicatorCard;
import guifan.evaluate.StandardCard.ItemCard;
import guifan.evaluate.StandardCard.WordingCard;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.AreaResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.FactResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Step;
import guifan.evaluate.UnitResult.Totals;
import guifan.evaluate.UnitResult.Why;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.rule.Comparison;
import guifan.rule.Comparison.Aspect;
import guifan.rule.Comparison.Figure;
import guifan.rule.Curve.Hit;
import guifan.rule.Curve.Piece;
import guifan.rule.Joining;
import guifan.rule.Working;
import guifan.rule.Working.Addend;
import guifan.rule.Working.Made;
import guifan.rule.Working.Term;
import guifan.source.CellPlace;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Evaluations of any shape and with any content that hangs together. */
final class RandomEvaluations {
    private final Random random;
    private int ids;

    RandomEvaluations(long seed) {
        this.random = new Random(seed);
    }

    Evaluation next() {
        StandardCard card = card();
        return new Evaluation(
                card,
                some(3, () -> new Input(id(), text())),
                random.nextBoolean() ? 2019 : null,
                Stage.FINAL,
                some(4, () -> unit(card)),
                List.of(),
                null,
                List.of(),
                null,
                new RandomGroups(random).groups(card.groups()),
                new RandomTaken(random).taken(() -> some(2, this::entry)),
                new RandomTaken(random).history(),
                new RandomTaken(random).decisions());
    }

    private <T> List<T> some(int most, Supplier<T> one) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            list.add(one.get());
        }
        return list;
    }

    private <T> T maybe(Supplier<T> one) {
        return random.nextBoolean() ? one.get() : null;
    }

    private <E extends Enum<E>> E any(Class<E> type) {
        return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }

    private String id() {
        return "id-" + ids++;
    }

    private String text() {
        return RandomText.next(random);
    }

    private Text words() {
        return random.nextBoolean() ? Text.of(text()) : new Text(text(), text());
    }

    private Rational number() {
        return RandomNumbers.next(random);
    }

    private StandardCard card() {
        List<GradeCard> grades = new ArrayList<>(some(3, this::grade));
        grades.add(grade());
        return new StandardCard(
                id(),
                text(),
                text(),
                text(),
                random.nextBoolean(),
                random.nextBoolean(),
                text(),
                text(),
                number(),
                random.nextInt(50),
                some(2, () -> new AmendmentCard(text(), text(), random.nextInt(9), random.nextInt(9), 0)),
                maybe(() -> new Rounding(random.nextInt(7), any(Rounding.Mode.class))),
                maybe(this::number),
                maybe(this::number),
                random.nextBoolean(),
                some(3, () -> area(2)),
                some(3, () -> new AdjustmentCard(id(), text(), random.nextBoolean(), text(), words(), items())),
                some(2, () -> new FactCard(id(), text())),
                grades,
                some(2, () -> new CapCard(id(), random.nextInt(grades.size()), text())),
                maybe(() -> new RandomGroups(random).card(grades)),
                words());
    }

    private GradeCard grade() {
        return new GradeCard(
                text(), maybe(this::number), text(), random.nextBoolean() ? random.nextInt(99) : null, words());
    }

    private AreaCard area(int depth) {
        return new AreaCard(
                id(),
                text(),
                text(),
                number(),
                depth == 0 ? List.of() : some(2, () -> area(depth - 1)),
                some(3, this::indicatorCard),
                maybe(this::number),
                words());
    }

    private IndicatorCard indicatorCard() {
        return new IndicatorCard(id(), text(), some(2, this::text), wording(), variants(), maybe(this::number));
    }

    private Map<String, WordingCard> variants() {
        Map<String, WordingCard> variants = new LinkedHashMap<>();
        some(2, this::text).forEach(kind -> variants.put(kind, wording()));
        return variants;
    }

    private WordingCard wording() {
        return new WordingCard(
                text(), number(), text(), text(), words(), items(), some(3, this::text), some(2, this::words), text());
    }

    private Map<String, ItemCard> items() {
        Map<String, ItemCard> items = new LinkedHashMap<>();
        some(3, this::text).forEach(item -> items.put(item, new ItemCard(text(), some(3, this::text))));
        return items;
    }

    private UnitResult unit(StandardCard card) {
        boolean scored = random.nextBoolean();
        return new UnitResult(
                id(),
                text(),
                place(),
                card.areas().stream().map(this::area).toList(),
                scored ? totals() : null,
                card.adjustments().stream()
                        .map(one -> new AdjustmentResult(
                                one.id(), one.penalty(), some(2, this::entry), maybe(this::working), number()))
                        .toList(),
                card.facts().stream()
                        .map(fact -> new FactResult(fact.id(), entry()))
                        .toList(),
                scored ? outcome(card) : null,
                Map.of(),
                maybe(() -> RandomCombined.of(random)),
                maybe(() -> RandomPanels.next(random)));
    }

    private AreaResult area(AreaCard area) {
        return new AreaResult(
                area.id(),
                number(),
                number(),
                number(),
                number(),
                area.areas().stream().map(this::area).toList(),
                area.indicators().stream().map(one -> indicator(one.id())).toList(),
                maybe(() -> RandomCombined.of(random)),
                maybe(() -> RandomPanels.next(random)));
    }

    private IndicatorResult indicator(String id) {
        return new IndicatorResult(
                id,
                any(Basis.class),
                some(3, this::entry),
                maybe(this::number),
                maybe(this::working),
                number(),
                number(),
                number(),
                number(),
                some(3, () -> RandomPanels.mark(random, maybe(this::working))));
    }

    private Entry entry() {
        return new Entry(text(), text(), any(CellState.class), maybe(this::number), text(), text(), place());
    }

    private CellPlace place() {
        return new CellPlace(id(), text(), random.nextInt(99), random.nextInt(99), random.nextInt(999), text());
    }

    private Working working() {
        return new Working(
                some(2, this::made),
                some(3, () -> new Term(text(), number(), hit(), number())),
                number(),
                any(Joining.class),
                number(),
                number(),
                maybe(this::hit),
                number(),
                number(),
                number(),
                maybe(this::comparison));
    }

    private Made made() {
        return new Made(
                text(),
                text(),
                any(Joining.class),
                some(3, () -> new Addend(text(), number(), number())),
                some(2, () -> new Addend(text(), number(), number())),
                number(),
                number());
    }

    private Comparison comparison() {
        List<Figure> figures = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            if (random.nextInt(3) == 0 || (aspect == Aspect.DEVIATIONS && figures.isEmpty())) {
                figures.add(new Figure(aspect, number()));
            }
        }
        return new Comparison(figures);
    }

    private Hit hit() {
        Piece piece = new Piece(number(), random.nextBoolean(), number(), number());
        return new Hit(piece, maybe(this::number), random.nextBoolean());
    }

    private Totals totals() {
        Rational possible = number().abs().plus(Rational.ONE);
        return new Totals(
                number(), possible, number(), number(), number(), number(), number(), number(), number(), number());
    }

    private Outcome outcome(StandardCard card) {
        int grades = card.grades().size();
        return new Outcome(
                number(),
                random.nextInt(grades),
                random.nextInt(grades),
                card.caps().stream()
                        .map(CapCard::id)
                        .filter(cap -> random.nextBoolean())
                        .toList(),
                number(),
                random.nextBoolean(),
                text(),
                text(),
                text(),
                some(3, () -> new Step(any(Why.class), random.nextInt(grades), random.nextInt(grades), words())));
    }
}
