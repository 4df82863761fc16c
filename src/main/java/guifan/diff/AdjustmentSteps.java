package guifan.diff;

import guifan.evaluate.Entry;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.Basis;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.rule.Item;
import guifan.standard.Adjustments.Adjustment;
import guifan.standard.Standard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bonus and penalty on the way from an older result to a newer one. Items of one id and name are the same; the others
 * were added or retired.
 */
final class AdjustmentSteps {

    private final Standard older;
    private final Standard newer;
    private final UnitResult old;
    private final UnitResult now;

    AdjustmentSteps(Standard older, Standard newer, UnitResult old, UnitResult now) {
        this.older = older;
        this.newer = newer;
        this.old = old;
        this.now = now;
    }

    /** What is added and taken, after the caps. */
    record Adjusted(Rational bonus, Rational penalty) {}

    /** Returns what counts once {@code effect} is taken in. */
    Adjusted at(Effect effect) {
        return switch (effect) {
            case WORK, INCOMPARABLE -> older(true);
            case STRUCTURE -> older(false);
            case RULES, POINTS, ROUNDING -> {
                Totals totals = Objects.requireNonNull(now.totals());
                yield new Adjusted(totals.bonus(), totals.penalty());
            }
        };
    }

    /**
     * By the older rules and caps: common items on the newer facts; the retired ones still there, or the added ones.
     */
    private Adjusted older(boolean retired) {
        Rational bonus = sum(older.adjustments().bonus(), newer.adjustments().bonus(), retired);
        Rational penalty =
                sum(older.adjustments().penalties(), newer.adjustments().penalties(), retired);
        @Nullable Rational bonusCap = older.adjustments().bonusCap();
        @Nullable Rational penaltyCap = older.adjustments().penaltyCap();
        return new Adjusted(
                bonusCap == null ? bonus : bonus.min(bonusCap), penaltyCap == null ? penalty : penalty.min(penaltyCap));
    }

    private Rational sum(List<Adjustment> before, List<Adjustment> after, boolean retired) {
        Stream<Rational> common =
                before.stream().filter(item -> twin(item, after).isPresent()).map(this::onNewFacts);
        Stream<Rational> others = retired
                ? before.stream().filter(item -> twin(item, after).isEmpty()).map(item -> points(old, item.id()))
                : after.stream().filter(item -> twin(item, before).isEmpty()).map(item -> points(now, item.id()));
        return Stream.concat(common, others).reduce(Rational.ZERO, Rational::plus);
    }

    /** The same item of the other standard asks for the same things. */
    private static Optional<Adjustment> twin(Adjustment item, List<Adjustment> others) {
        return others.stream()
                .filter(other -> other.id().equals(item.id())
                        && other.name().equals(item.name())
                        && other.countsFalse() == item.countsFalse()
                        && ids(other).equals(ids(item)))
                .findFirst();
    }

    private static List<String> ids(Adjustment item) {
        return item.rule().form().items().stream().map(Item::id).sorted().toList();
    }

    private static Rational points(UnitResult result, String id) {
        return result.adjustments().stream()
                .filter(one -> one.id().equals(id))
                .map(AdjustmentResult::points)
                .findFirst()
                .orElse(Rational.ZERO);
    }

    private Rational onNewFacts(Adjustment item) {
        Map<String, Rational> measures = new HashMap<>();
        if (item.countsFalse()) {
            long count = now.indicators()
                    .filter(one -> one.basis() == Basis.FALSE_MATERIAL)
                    .count();
            if (count > 0) {
                measures.put("", Rational.of(count));
            }
        }
        for (AdjustmentResult one : now.adjustments()) {
            if (one.id().equals(item.id())) {
                for (Entry entry : one.entries()) {
                    if (entry.value() != null) {
                        measures.put(entry.item(), entry.value());
                    }
                }
            }
        }
        return measures.isEmpty()
                ? Rational.ZERO
                : item.rule().form().score(measures).score();
    }
}
