package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Working.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How measures become a score: a curve for every item, added up to a base, passed through an outer curve if there is
 * one, and kept within bounds.
 *
 * @param parts the items with their curves
 * @param base the points before any item counts
 * @param outer a curve on the sum, or null
 * @param floor the least score
 * @param cap the highest score, or null for none
 */
public record Form(
        List<Part> parts,
        Rational base,
        @Nullable Curve outer,
        Rational floor,
        @Nullable Rational cap) {

    /** An item and the points of its measures. */
    public record Part(Item item, Curve curve) {}

    public Form {
        parts = List.copyOf(parts);
    }

    /** Returns the form of a single measure. */
    public static Form of(MeasureType type, Curve curve) {
        return new Form(List.of(new Part(Item.only(type), curve)), Rational.ZERO, null, Rational.ZERO, null);
    }

    /** Returns the sum of parts, not above {@code cap} if there is one. */
    public static Form sum(List<Part> parts, @Nullable Rational cap) {
        return new Form(parts, Rational.ZERO, null, Rational.ZERO, cap);
    }

    /** Returns {@code base} with the (negative) points of the parts added, not below 0. */
    public static Form deductions(Rational base, List<Part> parts) {
        return new Form(parts, base, null, Rational.ZERO, null);
    }

    public List<Item> items() {
        return parts.stream().map(Part::item).toList();
    }

    /**
     * Returns the score of some measures, with its working.
     *
     * @param measures by item id; an item without a measure does not arise
     */
    public Working score(Map<String, Rational> measures) {
        List<Term> terms = new ArrayList<>();
        Rational sum = base;
        Rational full = Rational.ZERO;
        Rational arising = Rational.ZERO;
        for (Part part : parts) {
            Rational most = part.curve().most(part.item().type()).orElse(Rational.ZERO);
            full = full.plus(most);
            Rational measure = measures.get(part.item().id());
            if (measure == null) {
                continue;
            }
            arising = arising.plus(most);
            Curve.Hit hit = part.curve().hit(measure);
            Rational points = hit.piece().at(measure);
            terms.add(new Term(part.item().id(), measure, hit, points));
            sum = sum.plus(points);
        }
        boolean rescale = terms.size() < parts.size() && base.isZero() && outer == null && arising.signum() > 0;
        Rational scale = rescale ? full.dividedBy(arising) : Rational.ONE;
        Rational scaled = sum.times(scale);
        Curve.@Nullable Hit outerHit = outer == null ? null : outer.hit(scaled);
        Rational before = outerHit == null ? scaled : outerHit.piece().at(scaled);
        Rational score = before.max(floor);
        score = cap == null ? score : score.min(cap);
        return new Working(terms, base, sum, scale, outerHit, before, score);
    }

    /** Returns the highest score that measures can reach, or nothing if there is no limit. */
    public Optional<Rational> most() {
        Rational sum = base;
        for (Part part : parts) {
            Optional<Rational> most = part.curve().most(part.item().type());
            if (most.isEmpty()) {
                return Optional.ofNullable(cap);
            }
            sum = sum.plus(most.get());
        }
        Optional<Rational> most = outer == null
                ? Optional.of(sum)
                : outer.most(MeasureType.decimal().within(Rational.ZERO, sum));
        return most.map(points -> cap == null ? points : points.min(cap));
    }
}
