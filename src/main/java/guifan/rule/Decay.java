package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Working.Counted;
import guifan.rule.Working.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Of several things the one worth most counts in full, the others in part (不重复计分，其余依次酌减).
 *
 * @param factors for the second, the third and so on; the last holds for all further ones
 */
public record Decay(List<Rational> factors) {

    /** Everything counts in full. */
    static final Decay NONE = new Decay(List.of());

    public Decay {
        factors = List.copyOf(factors);
    }

    /** Returns {@code terms}, each a number of things of equal worth, with what they bring one after the other. */
    List<Term> applied(List<Term> terms) {
        if (factors.isEmpty()) {
            return terms;
        }
        List<Term> best = new ArrayList<>(terms);
        best.sort(Comparator.comparing(Decay::each).reversed());
        List<Term> counted = new ArrayList<>(terms);
        Rational before = Rational.ZERO;
        for (Term term : best) {
            List<Counted> shares = counted(before, term.measure());
            Rational points = Rational.ZERO;
            for (Counted share : shares) {
                points = points.plus(share.number().times(share.factor()).times(each(term)));
            }
            counted.set(terms.indexOf(term), new Term(term.item(), term.measure(), term.hit(), points, shares));
            before = before.plus(term.measure());
        }
        return counted;
    }

    private static Rational each(Term term) {
        return term.hit().piece().slope();
    }

    /** Returns how {@code number} things count that come after {@code before} others. */
    private List<Counted> counted(Rational before, Rational number) {
        List<Counted> shares = new ArrayList<>();
        Rational left = number;
        Rational place = before;
        for (int i = 0; i <= factors.size() && left.signum() > 0; i++) {
            Rational here = Rational.of(i);
            boolean last = i == factors.size();
            if (last || place.equals(here)) {
                Rational many = last ? left : Rational.ONE;
                Rational factor = i == 0 ? Rational.ONE : factors.get(i - 1);
                add(shares, new Counted(many, factor));
                left = left.minus(many);
                place = place.plus(many);
            }
        }
        return shares;
    }

    private static void add(List<Counted> shares, Counted next) {
        int last = shares.size() - 1;
        if (last >= 0 && shares.get(last).factor().equals(next.factor())) {
            shares.set(last, new Counted(shares.get(last).number().plus(next.number()), next.factor()));
        } else {
            shares.add(next);
        }
    }
}
