package guifan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.diff.RuleComparison.Witness;
import guifan.number.Rational;
import guifan.rule.Form;
import guifan.rule.Item;
import guifan.rule.Rule;
import guifan.rule.RuleKind;
import guifan.rule.Worth;
import guifan.source.Fields;
import guifan.source.Language;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleComparisonTest {

    /** What they give depends on other units, or on several answers together, so that they are tried. */
    private static final Set<String> TRIED = Set.of("rank", "share-of-best", "normalise", "z-score", "vote");

    private static Rational number(String text) {
        return Rational.parse(text).orElseThrow();
    }

    private static Optional<Rule> read(String points, String in, String yaml) {
        Problems problems = new Problems();
        Fields fields = Fields.of(
                YamlReader.read(SourceText.of("rule.yaml", "{" + yaml + "}\n...\n"), problems)
                        .orElseThrow(),
                problems);
        Optional<Rule> rule = Rule.read(
                fields,
                new Worth(number(points), in, null, Map.of("seats", new Worth.Known("席位", Rational.ONE, null, false))));
        fields.finish();
        return rule.filter(one -> problems.all().isEmpty());
    }

    private static RuleComparison compare(String points, String before, String newPoints, String after, String in) {
        return RuleComparison.of(
                read(points, in, before).orElseThrow(),
                number(points),
                read(newPoints, in, after).orElseThrow(),
                number(newPoints));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | kind: shortfall, target: 2 | 3 | kind: shortfall, target: 2 | SAME",
                "3 | kind: count, each: 1.5 | 2 | kind: count, each: 1 | SAME",
                "8 | kind: shortfall, target: 2, loses: 4 | 4 | kind: shortfall, target: 2 | SAME",
                "3 | kind: count, each: 1 | 3 | kind: count, each: 0.5 | STRICTER",
                "3 | kind: count, each: 1 | 3 | kind: count, each: 3 | LOOSER",
                "2 | kind: yes-no | 5 | kind: yes-no | SAME",
                "2 | kind: yes-no | 2 | 'kind: count, each: 1' | OTHER_MEASURE",
                "2 | kind: given, step: 0.5 | 3 | kind: given, step: 0.5 | SAME",
                "5 | 'kind: steps, steps: {0: 0, 1: 5}' | 3 | 'kind: steps, steps: {0: 0, 1: 2, 2: 3}' | STRICTER",
                "2 | 'kind: level, values: {甲: 2, 乙: 1, 无: 0}' | 2 | 'kind: level, values: {无: 0, 乙: 1, 甲: 2}' | SAME",
                "2 | 'kind: level, values: {甲: 2, 乙: 1, 无: 0}' | 2 | 'kind: level, values: {甲: 2, 乙: 0.5, 丙: 0.2, 无:"
                        + " 0}' | STRICTER",
                "3 | kind: deduct, each: 1 | 3 | kind: deduct, each: 4 | STRICTER",
                "3 | 'kind: rank, loses: 1' | 3 | 'kind: rank, loses: 1' | SAME",
                "3 | 'kind: rank, loses: 1' | 3 | 'kind: rank, loses: 2' | STRICTER",
                "3 | 'kind: rank, loses: 1' | 4 | 'kind: rank, loses: 1' | LOOSER",
                "3 | 'kind: rank, loses: 1' | 6 | 'kind: rank, loses: 2' | SAME",
                "3 | 'kind: rank, loses: 1' | 3 | 'kind: rank, loses: 1, ties: dense' | LOOSER",
                "3 | 'kind: rank, loses: 1' | 3 | 'kind: rank, loses: 1, ties: average' | STRICTER",
                "3 | 'kind: rank, loses: 1' | 3 | 'kind: rank, loses: 1, within: kind' | LOOSER",
                "3 | 'kind: rank, loses: 1' | 3 | 'kind: rank, loses: 1, better: lower' | MIXED",
                "3 | 'kind: share-of-best' | 3 | 'kind: share-of-best, within: kind' | LOOSER",
                "3 | 'kind: share-of-best' | 3 | 'kind: share-of-best, all-zero: full' | LOOSER",
                "3 | 'kind: normalise, low: 0, high: 10' | 3 | 'kind: normalise, low: 1, high: 10' | STRICTER",
                "3 | 'kind: normalise, when-equal: half' | 3 | 'kind: normalise, when-equal: full' | LOOSER",
                "3 | 'kind: z-score, mean-gives: 2, deviation-gives: 0.5, digits: 12' | 3 | 'kind: z-score,"
                        + " mean-gives: 1, deviation-gives: 0.5, digits: 12' | STRICTER",
                "3 | 'kind: rank, loses: 1' | 3 | 'kind: share-of-best' | MIXED",
                "3 | 'kind: linear, target: {fact: seats, times: 2}, gains: 1, gains-at-most: 2, loses: 1, per: 10%,"
                        + " part-of-step: full-steps' | 3 | 'kind: linear, target: {fact: seats, times: 3}, gains: 1,"
                        + " gains-at-most: 2, loses: 1, per: 10%, part-of-step: full-steps' | STRICTER",
            })
    void aRuleIsComparedByTheShareOfThePoints(
            String points, String before, String newPoints, String after, Strictness expected) {
        RuleComparison found = compare(points, before, newPoints, after, "");
        assertThat(found.strictness()).isEqualTo(expected);
    }

    @Test
    void aDifferenceBetweenTheEdgesOfAGridIsFound() {
        String pieces = "kind: linear, full-at: 90, loses: 0.3, per: 1, part-of-step: ";
        RuleComparison found = compare("3", pieces + "pro-rata", "3", pieces + "begun", "%");
        assertThat(found.strictness()).isEqualTo(Strictness.STRICTER);
        assertThat(compare("3", pieces + "full-steps", "3", pieces + "begun", "%")
                        .strictness())
                .isEqualTo(Strictness.STRICTER);
        assertThat(compare("3", pieces + "begun", "3", pieces + "pro-rata, zero-below: 85", "%")
                        .strictness())
                .isEqualTo(Strictness.MIXED);
    }

    @Test
    void theDifferenceIsShownByAMeasure() {
        RuleComparison found = compare(
                "3",
                "kind: linear, full-at: 100, loses: 0.3, per: 1, part-of-step: pro-rata",
                "3",
                "kind: linear, full-at: 95, loses: 0.3, per: 1, part-of-step: pro-rata",
                "%");
        assertThat(found.strictness()).isEqualTo(Strictness.LOOSER);
        Witness witness = found.higher();
        assertThat(witness).isNotNull();
        assertThat(witness.after()).isGreaterThan(witness.before());
    }

    @Test
    void aPenaltyThatTakesMoreIsStricter() {
        Rule mild = read("1", "", "kind: count, each: 0.1").orElseThrow();
        Rule harsh = read("1", "", "kind: count, each: 0.2").orElseThrow();
        Rational taken = number("-1");
        assertThat(RuleComparison.of(mild, taken, harsh, taken).strictness()).isEqualTo(Strictness.STRICTER);
        assertThat(RuleComparison.of(mild, Rational.ONE, harsh, Rational.ONE).strictness())
                .isEqualTo(Strictness.LOOSER);
    }

    static List<String> kinds() {
        return Rule.kinds().stream().map(RuleKind::name).toList();
    }

    /** The oracle: both rules are scored on a fine grid of measures. What is claimed beyond the grid needs a proof. */
    @ParameterizedTest
    @MethodSource("kinds")
    void theComparisonAgreesWithTryingEveryMeasure(String kind) {
        Random random = new Random(kind.hashCode());
        Set<Strictness> seen = new TreeSet<>();
        int compared = 0;
        int enough = TRIED.contains(kind) ? 40 : 150;
        for (int i = 0; i < 4000 && compared < enough; i++) {
            RandomRules.Text before = RandomRules.text(kind, random);
            RandomRules.Text after = random.nextInt(3) == 0 ? before.with(random) : RandomRules.text(kind, random);
            Optional<Rule> old = read(before.points(), before.in(), before.yaml());
            Optional<Rule> now = read(after.points(), after.in(), after.yaml());
            if (old.isEmpty() || now.isEmpty()) {
                continue;
            }
            compared++;
            seen.add(check(
                    old.get(), number(before.points()), now.get(), number(after.points()), before + " -> " + after));
        }
        assertThat(compared).as("pairs of sound rules").isGreaterThanOrEqualTo(Math.min(enough, 100));
        if (TRIED.contains(kind)) {
            assertThat(seen).doesNotContain(Strictness.NOT_COMPARED).hasSizeGreaterThan(1);
        } else if (!kind.equals("yes-no") && !kind.equals("given")) {
            assertThat(seen).contains(Strictness.STRICTER, Strictness.LOOSER);
        }
    }

    private static Strictness check(Rule old, Rational points, Rule now, Rational newPoints, String what) {
        RuleComparison found = RuleComparison.of(old, points, now, newPoints);
        Form before = old.form();
        Form after = now.form();
        if (found.tried() > 0) {
            TriedRules.check(found, old, points, now, newPoints, what);
            return found.strictness();
        }
        if (found.strictness() == Strictness.OTHER_MEASURE) {
            assertThat(ids(before).equals(ids(after)) && sameKinds(before, after))
                    .as(what)
                    .isFalse();
            return found.strictness();
        }
        boolean mark = !points.equals(newPoints)
                && before.items().get(0).type().most() != null
                && points.equals(before.items().get(0).type().most());
        if (mark) {
            return found.strictness();
        }
        boolean lower = false;
        boolean higher = false;
        for (Map<String, String> filled : grid(before, after)) {
            int gain = share(after, newPoints, filled).compareTo(share(before, points, filled));
            lower |= gain < 0;
            higher |= gain > 0;
        }
        Witness less = found.lower();
        Witness more = found.higher();
        if (lower) {
            assertThat(less).as(what).isNotNull();
        }
        if (higher) {
            assertThat(more).as(what).isNotNull();
        }
        for (Witness witness : new Witness[] {less, more}) {
            if (witness != null && before.items().size() == 1) {
                Map<String, String> measure =
                        Map.of(before.items().get(0).id(), witness.shown().in(Language.ZH));
                int gain = share(after, newPoints, measure).compareTo(share(before, points, measure));
                assertThat(gain).as(what + " at " + witness).isEqualTo(witness == less ? -1 : 1);
            } else if (witness != null) {
                assertThat(witness == less ? lower : higher)
                        .as(what + " at " + witness)
                        .isTrue();
            }
        }
        return found.strictness();
    }

    private static Set<String> ids(Form form) {
        return form.items().stream().map(Item::id).collect(Collectors.toSet());
    }

    private static boolean sameKinds(Form before, Form after) {
        return before.items().stream()
                .allMatch(item -> after.items().stream()
                        .filter(other -> other.id().equals(item.id()))
                        .allMatch(other -> other.type().kind() == item.type().kind()
                                && (item.type().words().isEmpty()
                                        || item.type().words().stream()
                                                .anyMatch(other.type().words()::contains))));
    }

    private static Rational share(Form form, Rational points, Map<String, String> filled) {
        Map<String, Rational> measures = new HashMap<>();
        for (Item item : form.items()) {
            String text = filled.get(item.id());
            if (text != null) {
                int word = item.type().words().indexOf(text);
                measures.put(item.id(), word < 0 ? number(text.replace("≈", "")) : Rational.of(word));
            }
        }
        return form.score(measures).score().dividedBy(points);
    }

    private static List<Map<String, String>> grid(Form before, Form after) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (Item item : before.items()) {
            Item other = after.items().stream()
                    .filter(one -> one.id().equals(item.id()))
                    .findFirst()
                    .orElseThrow();
            List<String> values = new ArrayList<>();
            if (!item.type().words().isEmpty()) {
                values.addAll(item.type().words());
                values.retainAll(other.type().words());
            } else if (item.type().step() != null) {
                int last = before.items().size() == 1 ? 60 : before.items().size() == 2 ? 40 : 14;
                for (int n = 0; n <= last; n++) {
                    Rational x = item.type().step().times(Rational.of(n));
                    if (item.type().most() == null || x.compareTo(item.type().most()) <= 0) {
                        values.add(x.toString());
                    }
                }
            } else {
                for (int n = 0; n <= 800; n++) {
                    values.add(Rational.of(n, 8).toString());
                }
            }
            List<Map<String, String>> next = new ArrayList<>();
            for (Map<String, String> filled : all) {
                for (String value : values) {
                    Map<String, String> more = new HashMap<>(filled);
                    more.put(item.id(), value);
                    next.add(more);
                }
                if (item.mayNotArise() && other.mayNotArise()) {
                    next.add(filled);
                }
            }
            all = next;
        }
        all.removeIf(Map::isEmpty);
        return all;
    }
}
