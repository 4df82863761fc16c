package guifan.diff;

import guifan.number.Rational;
import guifan.rule.Curve.Piece;
import guifan.rule.Form;
import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The situations in which two rules are tried: what a unit may have filled in, facts about it, and what others have.
 * They are the same every time.
 */
final class Trials {

    /** The most situations that are tried. */
    private static final int MOST = 2000;

    private static final int MOST_UNITS = 12;

    private static final List<Rational> USUAL =
            Stream.of(0, 1, 2, 3, 4, 5, 10, 20, 100).map(Rational::of).toList();

    private final Random random = new Random(1);
    private final List<Slot> slots = new ArrayList<>();
    private final List<Situation> situations = new ArrayList<>();
    private final Set<Situation> seen = new HashSet<>();
    private final boolean others;

    /**
     * A situation.
     *
     * @param facts about the unit, by id
     * @param filled what the unit filled in, in the order of the items; what does not arise is not there
     * @param others what other units filled in, where rules look at them
     */
    record Situation(Map<String, Rational> facts, List<Answer> filled, List<Other> others) {}

    /** What is filled in for an item, as each of the rules reads it. */
    record Answer(Item item, String shown, Rational before, Rational after) {}

    /**
     * What another unit filled in.
     *
     * @param alike whether it is of the same kind
     */
    record Other(Answer answer, boolean alike) {}

    /**
     * Something that a situation has a value for.
     *
     * @param fact the id of the fact, or null for an item
     * @param answers the values; null stands for what does not arise
     */
    private record Slot(@Nullable String fact, List<@Nullable Answer> answers) {}

    private Trials(Rule before, Rule after, Map<String, Item> known) {
        this.others = before.relative().isPresent() || after.relative().isPresent();
        Set<String> facts = new TreeSet<>(before.facts());
        facts.addAll(after.facts());
        Map<String, Rational> some = new HashMap<>();
        for (String fact : facts) {
            Item item = known.getOrDefault(fact, new Item(fact, fact, MeasureType.decimal(), false));
            List<Answer> answers = numbers(item.type(), new TreeSet<>(USUAL)).stream()
                    .filter(x -> x.signum() > 0 && isAllowed(item.type(), x))
                    .map(x -> new Answer(item, item.type().show(x), x, x))
                    .toList();
            some.put(
                    fact,
                    answers.isEmpty()
                            ? Rational.ONE
                            : answers.get(answers.size() / 2).before());
            slots.add(new Slot(fact, List.copyOf(answers)));
        }
        List<Form> forms =
                List.of(before.forUnit(some).form(), after.forUnit(some).form());
        Map<String, Item> now = new HashMap<>();
        forms.get(1).items().forEach(item -> now.put(item.id(), item));
        for (Item item : forms.get(0).items()) {
            slots.add(new Slot(null, answers(item, Objects.requireNonNull(now.get(item.id())), edges(forms))));
        }
    }

    /**
     * Returns situations for two rules on which the same items are filled in.
     *
     * @param known what is known of the facts that rules may depend on, by id
     */
    static List<Situation> of(Rule before, Rule after, Map<String, Item> known) {
        Trials trials = new Trials(before, after, known);
        trials.oneByOne();
        trials.together();
        return trials.situations;
    }

    private static Set<Rational> edges(List<Form> forms) {
        TreeSet<Rational> edges = new TreeSet<>(USUAL);
        forms.stream()
                .flatMap(form -> form.parts().stream())
                .flatMap(part -> Stream.concat(
                        part.curve().pieces().stream().map(Piece::from),
                        Stream.ofNullable(part.gate()).map(Form.Gate::from)))
                .forEach(edges::add);
        return edges;
    }

    private static List<@Nullable Answer> answers(Item item, Item now, Set<Rational> edges) {
        List<@Nullable Answer> answers = new ArrayList<>();
        MeasureType old = item.type();
        if (!old.words().isEmpty()) {
            for (String word : old.words()) {
                int other = now.type().words().indexOf(word);
                if (other >= 0) {
                    Rational index = Rational.of(old.words().indexOf(word));
                    answers.add(new Answer(item, word, index, Rational.of(other)));
                }
            }
        } else {
            for (Rational x : numbers(old, edges)) {
                if (isAllowed(old, x) && isAllowed(now.type(), x)) {
                    answers.add(new Answer(item, old.show(x), x, x));
                }
            }
        }
        if (item.mayNotArise() && now.mayNotArise()) {
            answers.add(null);
        }
        return answers;
    }

    /** Returns numbers at the edges, beside them and between them. */
    private static Set<Rational> numbers(MeasureType type, Set<Rational> edges) {
        Rational beside = type.step() == null ? Rational.of(1, 10) : type.step();
        TreeSet<Rational> numbers = new TreeSet<>();
        @Nullable Rational last = null;
        for (Rational edge : edges) {
            numbers.add(edge.minus(beside));
            numbers.add(edge);
            numbers.add(edge.plus(beside));
            if (last != null) {
                numbers.add(last.plus(edge).dividedBy(Rational.of(2)));
            }
            last = edge;
        }
        numbers.add(type.least());
        if (type.most() != null) {
            numbers.add(type.most());
        }
        return numbers;
    }

    private static boolean isAllowed(MeasureType type, Rational x) {
        boolean within = x.compareTo(type.least()) >= 0 && (type.most() == null || x.compareTo(type.most()) <= 0);
        return within
                && (type.step() == null
                        || x.minus(type.least()).dividedBy(type.step()).isWhole());
    }

    /** Varies one value with the others at their first, middle and last: the plainest examples. */
    private void oneByOne() {
        List<IntUnaryOperator> places = List.of(size -> 0, size -> size - 1, size -> size / 2);
        for (IntUnaryOperator usual : places) {
            for (int varied = 0; varied < slots.size(); varied++) {
                for (int i = 0; i < slots.get(varied).answers().size(); i++) {
                    int one = varied;
                    int at = i;
                    add(slot -> slot == one
                            ? at
                            : usual.applyAsInt(slots.get(slot).answers().size()));
                }
            }
        }
    }

    /** Combines values: all of them where they are few, otherwise some at random. */
    private void together() {
        long all =
                slots.stream().mapToLong(slot -> slot.answers().size()).reduce(1, (a, b) -> Math.min(a * b, 1L << 40));
        boolean every = all <= MOST && !others;
        long combinations = every ? all : 2L * MOST;
        for (long i = 0; i < combinations && (every || situations.size() < MOST); i++) {
            long[] left = {i};
            int[] chosen = new int[slots.size()];
            for (int slot = 0; slot < chosen.length; slot++) {
                int size = Math.max(1, slots.get(slot).answers().size());
                chosen[slot] = every ? (int) (left[0] % size) : random.nextInt(size);
                left[0] /= size;
            }
            add(slot -> chosen[slot]);
        }
    }

    private void add(IntUnaryOperator chosen) {
        Map<String, Rational> facts = new HashMap<>();
        List<Answer> filled = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            @Nullable
            Answer answer = slot.answers().isEmpty() ? null : slot.answers().get(chosen.applyAsInt(i));
            if (answer != null && slot.fact() != null) {
                facts.put(slot.fact(), answer.before());
            } else if (answer != null) {
                filled.add(answer);
            }
        }
        if (!filled.isEmpty()) {
            Situation situation = new Situation(facts, filled, others ? others() : List.of());
            if (seen.add(situation)) {
                situations.add(situation);
            }
        }
    }

    /** Returns what others filled in for the only item of rules that look at them. */
    private List<Other> others() {
        List<@Nullable Answer> answers = slots.get(slots.size() - 1).answers();
        List<Other> found = new ArrayList<>();
        for (int left = random.nextInt(MOST_UNITS); left > 0; left--) {
            @Nullable Answer answer = answers.get(random.nextInt(answers.size()));
            if (answer != null) {
                found.add(new Other(answer, random.nextInt(3) > 0));
            }
        }
        return found;
    }
}
