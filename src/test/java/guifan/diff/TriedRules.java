package guifan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.diff.RuleComparison.Witness;
import guifan.number.Rational;
import guifan.rule.Item;
import guifan.rule.Relative;
import guifan.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The oracle for rules that are compared by trying them: small numbers, all of them, also of two other units. */
final class TriedRules {

    private TriedRules() {}

    static void check(RuleComparison found, Rule old, Rational points, Rule now, Rational newPoints, String what) {
        boolean lower = false;
        boolean higher = false;
        List<List<Rational>> populations = old.relative().isPresent() ? populations() : List.of(List.of());
        for (Map<String, Rational> filled : filled(old.form().items())) {
            for (List<Rational> others : populations) {
                Optional<Rational> earlier = score(old, points, filled, others);
                Optional<Rational> later = score(now, newPoints, filled, others);
                if (earlier.isPresent() && later.isPresent()) {
                    int gain = later.get()
                            .dividedBy(newPoints)
                            .compareTo(earlier.get().dividedBy(points));
                    lower |= gain < 0;
                    higher |= gain > 0;
                }
            }
        }
        assertThat(found.lower() != null || !lower).as(what + " lower").isTrue();
        assertThat(found.higher() != null || !higher).as(what + " higher").isTrue();
        for (Witness witness : new Witness[] {found.lower(), found.higher()}) {
            if (witness != null) {
                int gain = witness.after()
                        .dividedBy(newPoints)
                        .compareTo(witness.before().dividedBy(points));
                assertThat(gain).as(what + " at " + witness).isEqualTo(witness == found.lower() ? -1 : 1);
            }
        }
    }

    private static List<List<Rational>> populations() {
        List<List<Rational>> populations = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < 5; i++) {
            populations.add(List.of(Rational.of(i)));
            for (int k = i; k < 5; k++) {
                populations.add(List.of(Rational.of(i), Rational.of(k)));
            }
        }
        return populations;
    }

    private static List<Map<String, Rational>> filled(List<Item> items) {
        List<Map<String, Rational>> all = new ArrayList<>(List.of(Map.of()));
        for (Item item : items) {
            List<Map<String, Rational>> next = new ArrayList<>();
            for (Map<String, Rational> filled : all) {
                for (int n = 0; n < 5; n++) {
                    Rational x = Rational.of(n);
                    if (item.type().most() == null || x.compareTo(item.type().most()) <= 0) {
                        Map<String, Rational> more = new HashMap<>(filled);
                        more.put(item.id(), x);
                        next.add(more);
                    }
                }
            }
            all = next;
        }
        return all;
    }

    private static Optional<Rational> score(
            Rule rule, Rational points, Map<String, Rational> filled, List<Rational> others) {
        if (!rule.complaints(filled).isEmpty()) {
            return Optional.empty();
        }
        if (rule.fallback(filled).isPresent()) {
            return switch (rule.fallback(filled).get()) {
                case ZERO -> Optional.of(Rational.ZERO);
                case FULL -> Optional.of(points);
                case EXCLUDE, ERROR -> Optional.empty();
            };
        }
        Optional<Relative> relative = rule.relative();
        if (relative.isEmpty()) {
            return Optional.of(rule.form().score(filled).score());
        }
        Rational own = filled.values().iterator().next();
        List<Rational> all = new ArrayList<>(others);
        all.add(own);
        return Optional.of(relative.get().among(all).score(own).score());
    }
}
