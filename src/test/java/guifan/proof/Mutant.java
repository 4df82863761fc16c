package guifan.proof;

import guifan.number.Rational;
import guifan.source.Node;
import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.YamlReader;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A standard with one thing wrong.
 *
 * @param kind what kind of thing was changed
 * @param what where, and from what to what
 */
record Mutant(Kind kind, String what, Mapping text) {

    enum Kind {
        NUMBER,
        RULE,
        INDICATOR,
        WORD
    }

    /** What is said of a standard, its sources and its years decides about no score. */
    private static final Set<String> ASIDE = Set.of(
            "format",
            "standard",
            "title",
            "effective",
            "years",
            "succeeds",
            "source",
            "attested",
            "note",
            "name",
            "short",
            "id",
            "from",
            "evidence",
            "basis",
            "tally",
            "activities",
            "then",
            "reason",
            "rectify-within",
            "measured-in");

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("mode", List.of("down", "up")),
            Map.entry("compare", List.of("exact")),
            Map.entry("by", List.of("base")),
            Map.entry("within", List.of("area")),
            Map.entry("treat", List.of("full")),
            Map.entry("ties", List.of("dense", "average")),
            Map.entry("part-of-step", List.of("begun", "full-steps")),
            Map.entry("when-zero", List.of("zero", "exclude")),
            Map.entry("missing", List.of("zero", "full")),
            Map.entry("is", List.of("否")),
            Map.entry("at-most", List.of("优秀", "良好", "合格")),
            Map.entry("counted", List.of("met")),
            Map.entry("combine", List.of("median")),
            Map.entry("all", List.of("false")),
            Map.entry("may-not-arise", List.of("false")),
            Map.entry("evidence-required", List.of("false")));

    /** Rules that any indicator could have by mistake. */
    private static List<String> rules(Rational points) {
        return List.of(
                "{kind: yes-no}",
                "{kind: count, each: " + points + "}",
                "{kind: shortfall, target: 2}",
                "{kind: shortfall, target: 4}",
                "{kind: deduct, each: 0.5}",
                "{kind: linear, full-at: 100, loses: 0.1, per: 1, part-of-step: pro-rata}",
                "{kind: proportional, full-at: 100}",
                "{kind: bands, bands: [{at-least: 60, points: " + points + "}, {otherwise: true, points: 0}]}",
                "{kind: steps, steps: {0: 0, 1: " + points + "}}",
                "{kind: given, step: 0.5}",
                "{kind: rank, loses: 0.5}",
                "{kind: share-of-best}",
                "{kind: normalise, low: 0, high: 10}",
                "{kind: level, values: {有: " + points + ", 无: 0}}");
    }

    /** Returns every mutant of {@code standard}. */
    static List<Mutant> all(Standard standard) {
        List<Mutant> all = new ArrayList<>();
        new Maker(standard.identity().text(), all).make();
        return all;
    }

    /** Walks through a text, and notes a changed one for everything that can be changed. */
    private static final class Maker {

        private final Mapping text;
        private final List<Mutant> all;

        Maker(Mapping text, List<Mutant> all) {
            this.text = text;
            this.all = all;
        }

        void make() {
            walk(text, List.of());
        }

        private void walk(Node node, List<Object> path) {
            if (node instanceof Scalar scalar) {
                number(scalar, path);
                words(scalar, path);
            } else if (node instanceof Sequence sequence) {
                if (last(path).equals("chain")) {
                    List<Node> reversed = new ArrayList<>(sequence.items());
                    java.util.Collections.reverse(reversed);
                    add(Kind.WORD, path, "reversed", new Sequence(reversed, sequence.place()));
                }
                if (last(path).equals("applies-to")) {
                    add(Kind.WORD, path, "for all kinds", null);
                }
                for (int i = 0; i < sequence.items().size(); i++) {
                    List<Object> at = with(path, i);
                    walk(sequence.items().get(i), at);
                    if (last(path).equals("indicators") || last(path).equals("items") && path.contains("adjustments")) {
                        drop(at);
                    }
                }
            } else if (node instanceof Mapping mapping) {
                mapping.entries().forEach((key, entry) -> {
                    if (!ASIDE.contains(key)) {
                        walk(entry.value(), with(path, key));
                    }
                    if (key.equals("rule")) {
                        rule(mapping, entry.value(), with(path, key));
                    }
                });
                keys(mapping, path);
            }
        }

        private static Object last(List<Object> path) {
            return path.isEmpty() ? "" : path.get(path.size() - 1);
        }

        private static List<Object> with(List<Object> path, Object step) {
            List<Object> longer = new ArrayList<>(path);
            longer.add(step);
            return longer;
        }

        private void add(Kind kind, List<Object> path, String what, Node now) {
            all.add(new Mutant(kind, described(path) + ": " + what, (Mapping) replaced(text, path, now)));
        }

        /** Numbers of areas and indicators are described by their ids. */
        private String described(List<Object> path) {
            StringBuilder words = new StringBuilder();
            Node node = text;
            for (Object step : path) {
                node = step instanceof Integer i
                        ? ((Sequence) node).items().get(i)
                        : ((Mapping) node).get((String) step).orElseThrow();
                String id = node instanceof Mapping mapping ? mapping.text("id").orElse("") : "";
                words.append(words.isEmpty() ? "" : "/").append(id.isEmpty() ? step : id);
            }
            return words.toString().replaceAll("areas/[^/]+/indicators/", "");
        }

        private void number(Scalar scalar, List<Object> path) {
            Rational.parse(scalar.text()).ifPresent(number -> {
                Rational step = step(scalar.text());
                for (Rational now : List.of(number.plus(step), number.minus(step))) {
                    Node changed = new Scalar(now.toString(), scalar.place());
                    String what = number + " -> " + now;
                    if (last(path).equals("points") && path.contains("indicators") && path.size() == 5) {
                        Mapping sums = plus((Mapping) replaced(text, path, changed), path, now.minus(number));
                        all.add(new Mutant(Kind.NUMBER, described(path) + ": " + what, sums));
                    } else {
                        add(Kind.NUMBER, path, what, changed);
                    }
                }
            });
        }

        /** Returns one in the last place that is written. */
        private static Rational step(String text) {
            int slash = text.indexOf('/');
            if (slash >= 0) {
                return Rational.ONE.dividedBy(
                        Rational.parse(text.substring(slash + 1)).orElseThrow());
            }
            Rational step = Rational.ONE;
            for (int i = text.indexOf('.') + 1; i > 0 && i < text.length(); i++) {
                step = step.dividedBy(Rational.of(10));
            }
            return step;
        }

        private void words(Scalar scalar, List<Object> path) {
            for (String word : WORDS.getOrDefault(String.valueOf(last(path)), List.of())) {
                if (!word.equals(scalar.text()) && Rational.parse(scalar.text()).isEmpty()) {
                    add(Kind.WORD, path, scalar.text() + " -> " + word, new Scalar(word, scalar.place()));
                }
            }
        }

        /** Counts that stand as keys, as in {@code steps: {0: 0, 1: 2}}. */
        private void keys(Mapping mapping, List<Object> path) {
            for (String key : mapping.entries().keySet()) {
                Rational.parse(key).ifPresent(number -> {
                    for (Rational now : List.of(number.plus(Rational.ONE), number.minus(Rational.ONE))) {
                        Mapping changed = new Mapping(Map.of(), mapping.place());
                        for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
                            boolean same = entry.getKey().equals(key);
                            changed = changed.with(same ? now.toString() : entry.getKey(), entry.getValue());
                        }
                        add(Kind.NUMBER, path, "key " + key + " -> " + now, changed);
                    }
                });
            }
        }

        private void rule(Mapping holder, Node rule, List<Object> path) {
            Rational points = holder.text("points").flatMap(Rational::parse).orElse(Rational.ONE);
            String kind = ((Mapping) rule).text("kind").orElse("");
            for (String yaml : rules(points)) {
                Node other = YamlReader.read(SourceText.of("mutant", yaml + "\n...\n"), new Problems())
                        .orElseThrow();
                if (!((Mapping) other).text("kind").orElse("").equals(kind)) {
                    add(Kind.RULE, path, kind + " -> " + yaml, other);
                }
            }
        }

        private void drop(List<Object> path) {
            Mapping dropped = (Mapping) replaced(text, path, null);
            Rational points = ((Mapping) at(text, path))
                    .text("points")
                    .flatMap(Rational::parse)
                    .orElse(Rational.ZERO);
            Mapping sums = path.contains("indicators") ? plus(dropped, with(path, "points"), points.negate()) : dropped;
            all.add(new Mutant(Kind.INDICATOR, described(path) + " dropped", sums));
        }

        private static Node at(Node top, List<Object> path) {
            Node node = top;
            for (Object step : path) {
                node = step instanceof Integer i
                        ? ((Sequence) node).items().get(i)
                        : ((Mapping) node).get((String) step).orElseThrow();
            }
            return node;
        }

        /** Returns {@code changed} with the sums above the points at {@code path} following, where they are written. */
        private static Mapping plus(Mapping changed, List<Object> path, Rational more) {
            List<Object> area = with(path.subList(0, path.indexOf("indicators")), "points");
            return plusAt(plusAt(changed, area, more), List.of("total"), more);
        }

        private static Mapping plusAt(Mapping changed, List<Object> path, Rational more) {
            Node holder = at(changed, path.subList(0, path.size() - 1));
            Optional<String> written = ((Mapping) holder).text((String) last(path));
            Optional<Rational> sum = written.flatMap(Rational::parse).map(more::plus);
            return sum.isEmpty()
                    ? changed
                    : (Mapping) replaced(changed, path, new Scalar(sum.get().toString(), holder.place()));
        }

        /** Returns {@code node} with what is at {@code path} replaced, or left out where {@code now} is null. */
        private static Node replaced(Node node, List<Object> path, Node now) {
            if (path.isEmpty()) {
                return now;
            }
            List<Object> rest = path.subList(1, path.size());
            if (path.get(0) instanceof Integer i) {
                Sequence sequence = (Sequence) node;
                List<Node> items = new ArrayList<>(sequence.items());
                Optional.ofNullable(replaced(items.get(i), rest, now))
                        .ifPresentOrElse(item -> items.set(i, item), () -> items.remove((int) i));
                return new Sequence(items, sequence.place());
            }
            Mapping mapping = (Mapping) node;
            String key = (String) path.get(0);
            Entry entry = mapping.entries().get(key);
            return Optional.ofNullable(replaced(entry.value(), rest, now))
                    .map(value -> mapping.with(key, new Entry(entry.keyPlace(), value)))
                    .orElseGet(() -> mapping.without(key));
        }
    }
}
