package guifan.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A YAML value that knows its place; every scalar is kept as the text that was written. */
public sealed interface Node {

    Location place();

    /**
     * A text, number or word.
     *
     * @param text the value as written, without quotes
     */
    record Scalar(String text, Location place) implements Node {}

    /** A list. */
    record Sequence(List<Node> items, Location place) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * Keys with their values, in the order of the file.
     *
     * @param entries by the text of the key
     */
    record Mapping(Map<String, Entry> entries, Location place) implements Node {
        public Mapping {
            entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** Returns the value of {@code key}, if it is there. */
        public Optional<Node> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        /** Returns the text of the scalar at {@code key}, if there is one. */
        public Optional<String> text(String key) {
            return get(key).filter(Scalar.class::isInstance).map(node -> ((Scalar) node).text());
        }

        /** Returns this with {@code key} set to {@code value}, in its old place or at the end. */
        public Mapping with(String key, Entry value) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.put(key, value);
            return new Mapping(changed, place);
        }

        /** Returns this without {@code key}. */
        public Mapping without(String key) {
            Map<String, Entry> changed = new LinkedHashMap<>(entries);
            changed.remove(key);
            return new Mapping(changed, place);
        }
    }

    /**
     * One key with its value.
     *
     * @param keyPlace where the key stands
     */
    record Entry(Location keyPlace, Node value) {}

    /** Returns whether two nodes say the same, wherever they stand; the order of keys does not matter. */
    static boolean same(Node one, Node other) {
        if (one instanceof Scalar a && other instanceof Scalar b) {
            return a.text().equals(b.text());
        }
        if (one instanceof Sequence a && other instanceof Sequence b) {
            return a.items().size() == b.items().size()
                    && java.util.stream.IntStream.range(0, a.items().size())
                            .allMatch(i -> same(a.items().get(i), b.items().get(i)));
        }
        return one instanceof Mapping a
                && other instanceof Mapping b
                && a.entries().keySet().equals(b.entries().keySet())
                && a.entries().keySet().stream()
                        .allMatch(
                                key -> same(a.get(key).orElseThrow(), b.get(key).orElseThrow()));
    }
}
