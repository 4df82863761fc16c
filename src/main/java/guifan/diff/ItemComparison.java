package guifan.diff;

import guifan.diff.RuleComparison.Side;
import guifan.diff.RuleComparison.Witness;
import guifan.number.Rational;
import guifan.rule.Curve;
import guifan.rule.Form;
import guifan.rule.Form.Part;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Two rules on items, compared over their combinations. Items that count alike under both rules are interchangeable, so
 * that only how many of them have each measure matters; a count without limit is followed until both rules are at a
 * bound.
 */
final class ItemComparison {

    /** The most combinations that are looked at; beyond that, counts are thinned out to their ends. */
    private static final long MOST_COMBINATIONS = 60_000;

    private static final int FAR = 1 << 16;

    private final Side before;
    private final Side after;
    private final Map<String, Part> newParts = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private @Nullable Witness lower;
    private @Nullable Witness higher;

    private ItemComparison(Side before, Side after) {
        this.before = before;
        this.after = after;
        after.form().parts().forEach(part -> newParts.put(part.item().id(), part));
    }

    /** One thing that may be filled in for an item under both rules; both null where it does not arise. */
    private record Answer(
            String shown,
            @Nullable Rational before,
            @Nullable Rational after) {}

    /** Items that count alike. */
    private record Group(List<Item> items, List<Answer> answers) {

        /** Returns in how many ways the answers can be given, whoever gives them. */
        long combinations() {
            long ways = 1;
            for (int i = 1; i <= items.size(); i++) {
                ways = Math.min(ways * (answers.size() - 1 + i) / i, 1L << 40);
            }
            return ways;
        }

        Group thinned() {
            if (answers.size() <= 4 || items.get(0).type().most() != null) {
                return this;
            }
            int last = answers.size() - 1;
            return new Group(items, List.of(answers.get(0), answers.get(1), answers.get(last - 1), answers.get(last)));
        }
    }

    private record Alike(Curve before, Curve after, MeasureType type, MeasureType newType, boolean mayNotArise) {}

    static RuleComparison of(Side before, Side after) {
        return new ItemComparison(before, after).compare();
    }

    private RuleComparison compare() {
        Map<Alike, List<Item>> alike = new LinkedHashMap<>();
        for (Part part : before.form().parts()) {
            Part now = Objects.requireNonNull(newParts.get(part.item().id()));
            boolean mayNotArise = part.item().mayNotArise() && now.item().mayNotArise();
            alike.computeIfAbsent(
                            new Alike(
                                    part.curve(),
                                    now.curve(),
                                    part.item().type(),
                                    now.item().type(),
                                    mayNotArise),
                            key -> new ArrayList<>())
                    .add(part.item());
        }
        alike.forEach((key, items) -> groups.add(new Group(items, answers(key, items.get(0)))));
        long combinations =
                groups.stream().mapToLong(Group::combinations).reduce(1, (a, b) -> Math.min(a * b, 1L << 40));
        if (combinations > MOST_COMBINATIONS) {
            groups.replaceAll(Group::thinned);
        }
        each();
        combine(0, new HashMap<>(), new HashMap<>(), new ArrayList<>());
        return RuleComparison.of(lower, higher);
    }

    private List<Answer> answers(Alike alike, Item item) {
        List<Answer> answers = new ArrayList<>();
        MeasureType type = alike.type();
        if (type.words().isEmpty()) {
            numbers(alike, item).forEach(x -> answers.add(new Answer(type.show(x), x, x)));
        } else {
            for (String word : type.words()) {
                int now = alike.newType().words().indexOf(word);
                if (now >= 0) {
                    answers.add(new Answer(word, Rational.of(type.words().indexOf(word)), Rational.of(now)));
                }
            }
        }
        if (alike.mayNotArise()) {
            answers.add(new Answer("不涉及", null, null));
        }
        return answers;
    }

    /** Returns the counts up to the one from which on nothing changes, or for other numbers where the curves turn. */
    private List<Rational> numbers(Alike alike, Item item) {
        Rational step = alike.type().step();
        List<Rational> numbers = new ArrayList<>();
        if (step != null) {
            Rational most = alike.type().most();
            Rational end = most != null ? most : Rational.of(Math.max(bound(before, item), bound(after, item)) + 1L);
            for (Rational x = alike.type().least(); x.compareTo(end) <= 0; x = x.plus(step)) {
                numbers.add(x);
            }
            return numbers;
        }
        TreeSet<Rational> turns = new TreeSet<>();
        alike.before().pieces().forEach(piece -> turns.add(piece.from()));
        alike.after().pieces().forEach(piece -> turns.add(piece.from()));
        turns.add(alike.type().least());
        Optional.ofNullable(alike.type().most()).ifPresent(turns::add);
        @Nullable Rational last = null;
        for (Rational turn : turns) {
            if (last != null) {
                numbers.add(last.plus(turn).dividedBy(Rational.of(2)));
            }
            numbers.add(turn);
            last = turn;
        }
        return numbers;
    }

    /** Returns the count from which on more of {@code item} alone changes nothing, 2 if there is none. */
    private static int bound(Side side, Item item) {
        Rational far = alone(side.form(), item, FAR);
        if (!far.equals(alone(side.form(), item, 2 * FAR))) {
            return 2;
        }
        int low = 0;
        int high = FAR;
        while (low < high) {
            int middle = (low + high) / 2;
            if (alone(side.form(), item, middle).equals(far)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Rational alone(Form form, Item item, int count) {
        Map<String, Rational> measures = new HashMap<>();
        form.items().forEach(one -> measures.put(one.id(), one.type().least()));
        measures.put(item.id(), Rational.of(count));
        return form.score(measures).score();
    }

    /** Looks at every answer to one item, the first being given to all others: the plainest examples come first. */
    private void each() {
        for (Group group : groups) {
            for (Answer answer : group.answers()) {
                Map<String, Rational> old = new HashMap<>();
                Map<String, Rational> now = new HashMap<>();
                for (Group other : groups) {
                    Answer usual = other.answers().get(0);
                    other.items().forEach(item -> put(item, usual, old, now));
                }
                put(group.items().get(0), answer, old, now);
                look(old, now, List.of(shown(group.items().get(0), answer)));
            }
        }
    }

    private void combine(int group, Map<String, Rational> old, Map<String, Rational> now, List<String> shown) {
        if (lower != null && higher != null) {
            return;
        }
        if (group == groups.size()) {
            look(old, now, shown);
            return;
        }
        fill(group, 0, 0, old, now, shown);
    }

    private void fill(
            int group, int item, int answer, Map<String, Rational> old, Map<String, Rational> now, List<String> shown) {
        Group current = groups.get(group);
        if (item == current.items().size()) {
            combine(group + 1, old, now, shown);
            return;
        }
        for (int i = answer; i < current.answers().size(); i++) {
            Item one = current.items().get(item);
            put(one, current.answers().get(i), old, now);
            shown.add(shown(one, current.answers().get(i)));
            fill(group, item + 1, i, old, now, shown);
            shown.remove(shown.size() - 1);
        }
    }

    private static void put(Item item, Answer answer, Map<String, Rational> old, Map<String, Rational> now) {
        if (answer.before() == null || answer.after() == null) {
            old.remove(item.id());
            now.remove(item.id());
        } else {
            old.put(item.id(), answer.before());
            now.put(item.id(), answer.after());
        }
    }

    private static String shown(Item item, Answer answer) {
        return RuleComparison.shown(item, answer.shown());
    }

    private void look(Map<String, Rational> old, Map<String, Rational> now, List<String> shown) {
        if (old.isEmpty()) {
            return; // where no item arises there is no score
        }
        Rational earlier = before.score(old);
        Rational later = after.score(now);
        int gain = after.share(later).compareTo(before.share(earlier));
        if (gain < 0 && lower == null) {
            lower = new Witness(Text.list(shown), earlier, later);
        } else if (gain > 0 && higher == null) {
            higher = new Witness(Text.list(shown), earlier, later);
        }
    }
}
