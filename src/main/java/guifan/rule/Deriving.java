package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Working.Addend;
import guifan.rule.Working.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures that are worked out from what is filled in, before the rule applies: the mean of four quarters, the share of
 * satisfied ballots.
 *
 * @param items what is filled in
 * @param quotients what is made of it
 */
public record Deriving(List<Item> items, List<Quotient> quotients) {

    /** Nothing is worked out: the rule applies to what is filled in. */
    public static final Deriving NONE = new Deriving(List.of(), List.of());

    /**
     * One measure: {@code times × (over, joined) ÷ (sum of under)}.
     *
     * @param measure what it is; its id is the one that the parts of the form use
     * @param joining how what stands over the line becomes one number
     * @param under what stands under the line, empty for 1
     */
    public record Quotient(Item measure, Joining joining, List<Share> over, List<Share> under, Rational times) {}

    /**
     * An item and what one of it counts.
     *
     * @param weight what one counts
     */
    public record Share(String item, Rational weight) {}

    public Deriving {
        items = List.copyOf(items);
        quotients = List.copyOf(quotients);
    }

    boolean makes(String id) {
        return quotients.stream().anyMatch(one -> one.measure().id().equals(id));
    }

    /** Returns what is made of {@code measures}; what has nothing to be made of is not there. */
    List<Made> of(Map<String, Rational> measures) {
        List<Made> made = new ArrayList<>();
        for (Quotient quotient : quotients) {
            List<Addend> over = addends(quotient.over(), measures);
            List<Addend> under = addends(quotient.under(), measures);
            Rational divisor = quotient.under().isEmpty() ? Rational.ONE : Joining.SUM.of(products(under));
            if (!over.isEmpty() && !divisor.isZero()) {
                Rational value =
                        quotient.joining().of(products(over)).dividedBy(divisor).times(quotient.times());
                Item measure = quotient.measure();
                made.add(new Made(
                        measure.id(), measure.name(), quotient.joining(), over, under, quotient.times(), value));
            }
        }
        return made;
    }

    private static List<Addend> addends(List<Share> shares, Map<String, Rational> measures) {
        List<Addend> addends = new ArrayList<>();
        for (Share share : shares) {
            Rational measure = measures.get(share.item());
            if (measure != null) {
                addends.add(new Addend(share.item(), measure, share.weight()));
            }
        }
        return addends;
    }

    private static List<Rational> products(List<Addend> addends) {
        return addends.stream().map(one -> one.value().times(one.weight())).toList();
    }
}
