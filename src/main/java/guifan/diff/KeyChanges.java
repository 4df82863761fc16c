package guifan.diff;

import guifan.number.Rational;
import guifan.source.Node;
import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import guifan.source.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which keys of a part say something else; a number written in another way says the same. */
final class KeyChanges {

    /** Words and numbers that decide nothing about scores. */
    private static final Set<String> WORDING = Set.of("name", "short", "note", "attested", "reason", "order");

    /** What has to be shown, or follows from a grade, and does not enter a score. */
    private static final Set<String> MINOR = Set.of(
            "evidence", "evidence-required", "basis", "from", "then", "rectify-within", "measured-in", "otherwise");

    /** What may stand within a value and does not enter a score. */
    private static final Set<String> BESIDE =
            Set.of("name", "short", "note", "attested", "reason", "then", "rectify-within", "evidence");

    private KeyChanges() {}

    /** Returns the keys that differ, apart from {@code handled} ones. */
    static List<String> between(Mapping before, Mapping after, Set<String> handled) {
        Set<String> keys = new LinkedHashSet<>(before.entries().keySet());
        keys.addAll(after.entries().keySet());
        List<String> changed = new ArrayList<>();
        for (String key : keys) {
            Optional<Node> was = before.get(key);
            Optional<Node> now = after.get(key);
            boolean same = was.isPresent() && now.isPresent() && same(was.get(), now.get());
            if (!same && !handled.contains(key)) {
                changed.add(key);
            }
        }
        return changed;
    }

    static Detail detail(String key, Mapping before, Mapping after) {
        return Detail.of(key, severity(key, before, after), shown(before.get(key)), shown(after.get(key)))
                .written(before.get(key).orElse(null), after.get(key).orElse(null));
    }

    /**
     * What is said in a value beside its rules, such as the reason of a limit, does not matter more for standing there.
     */
    private static Severity severity(String key, Mapping before, Mapping after) {
        Optional<Node> was = before.get(key);
        Optional<Node> now = after.get(key);
        if (was.isEmpty() || now.isEmpty() || was.get() instanceof Scalar) {
            return severity(key);
        }
        return sameWithout(WORDING, was.get(), now.get())
                ? Severity.WORDING
                : sameWithout(BESIDE, was.get(), now.get()) ? Severity.MINOR : severity(key);
    }

    private static boolean sameWithout(Set<String> keys, Node one, Node other) {
        return same(without(one, keys), without(other, keys));
    }

    private static Node without(Node node, Set<String> keys) {
        if (node instanceof Sequence list) {
            return new Sequence(
                    list.items().stream().map(item -> without(item, keys)).toList(), list.place());
        }
        if (!(node instanceof Mapping mapping)) {
            return node;
        }
        Mapping left = mapping;
        for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
            Node value = without(entry.getValue().value(), keys);
            left = keys.contains(entry.getKey())
                    ? left.without(entry.getKey())
                    : left.with(entry.getKey(), new Entry(entry.getValue().keyPlace(), value));
        }
        return left;
    }

    static Severity severity(String key) {
        return WORDING.contains(key) ? Severity.WORDING : MINOR.contains(key) ? Severity.MINOR : Severity.MAJOR;
    }

    static String shown(Optional<Node> node) {
        return node.map(found -> found instanceof Scalar scalar
                        ? scalar.text()
                        : found instanceof Sequence list
                                        && list.items().stream().allMatch(Scalar.class::isInstance)
                                ? String.join(
                                        "、",
                                        list.items().stream()
                                                .map(item -> ((Scalar) item).text())
                                                .toList())
                                : YamlWriter.line(found))
                .orElse("");
    }

    /** Returns whether two nodes say the same, numbers being compared by their value. */
    static boolean same(Node one, Node other) {
        if (one instanceof Scalar a && other instanceof Scalar b) {
            return a.text().equals(b.text()) || sameNumber(a.text(), b.text());
        }
        if (one instanceof Sequence a && other instanceof Sequence b) {
            boolean same = a.items().size() == b.items().size();
            for (int i = 0; same && i < a.items().size(); i++) {
                same = same(a.items().get(i), b.items().get(i));
            }
            return same;
        }
        return one instanceof Mapping a
                && other instanceof Mapping b
                && a.entries().keySet().equals(b.entries().keySet())
                && sameOrder(a, b)
                && a.entries().entrySet().stream()
                        .allMatch(entry -> same(
                                entry.getValue().value(), b.get(entry.getKey()).orElseThrow()));
    }

    /** The order of keys means nothing, but that of free words such as levels is the order of columns. */
    private static boolean sameOrder(Mapping one, Mapping other) {
        boolean free = one.entries().keySet().stream().anyMatch(key -> !key.matches("[a-z-]+"));
        return !free
                || List.copyOf(one.entries().keySet())
                        .equals(List.copyOf(other.entries().keySet()));
    }

    private static boolean sameNumber(String one, String other) {
        Optional<Rational> number = Rational.parse(one);
        return number.isPresent() && number.equals(Rational.parse(other));
    }
}
