package guifan.source;

import guifan.number.Rational;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of one mapping: finds values of the right shape and remembers what was asked for. */
final class Keys {

    private final Mapping mapping;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    Keys(Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    /** Returns where the value of {@code key} stands, or the mapping if there is none. */
    Location place(String key) {
        return mapping.get(key).map(Node::place).orElse(mapping.place());
    }

    /** Remembers that {@code key} means something. */
    void know(String key) {
        known.add(key);
    }

    Optional<Node> node(String key) {
        known.add(key);
        return mapping.get(key);
    }

    /** Reports the keys that nobody asked for. */
    void reportUnknown() {
        mapping.entries().forEach((key, entry) -> {
            if (!known.contains(key)) {
                problems.error(
                        "unknown-key",
                        entry.keyPlace(),
                        Text.of("未知的键“%s”", "unknown key \"%s\"", key).plus(Similar.suggestion(key, known)));
            }
        });
    }

    private void error(String code, String key, Text message) {
        problems.error(code, place(key), message);
    }

    Optional<Scalar> scalar(String key) {
        known.add(key);
        Optional<Node> node = mapping.get(key);
        if (node.isPresent() && !(node.get() instanceof Scalar)) {
            error("not-a-word", key, Text.of("“%s”应为一个值", "\"%s\" must be a single value", key));
        }
        return node.filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    List<Scalar> scalars(String key) {
        if (mapping.get(key).filter(Scalar.class::isInstance).isPresent()) {
            return scalar(key).stream().toList();
        }
        List<Scalar> scalars = new ArrayList<>();
        for (Node node : nodes(key)) {
            if (node instanceof Scalar scalar) {
                scalars.add(scalar);
            } else {
                problems.error("not-a-word", node.place(), Text.of("此处应为一个值", "a single value is expected here"));
            }
        }
        return scalars;
    }

    List<Node> nodes(String key) {
        known.add(key);
        Optional<Node> node = mapping.get(key);
        if (node.isPresent() && !(node.get() instanceof Sequence)) {
            error("not-a-list", key, Text.of("“%s”应为列表", "\"%s\" must be a list", key));
        }
        return node.filter(Sequence.class::isInstance)
                .map(sequence -> ((Sequence) sequence).items())
                .orElse(List.of());
    }

    Optional<Rational> number(Scalar scalar) {
        Optional<Rational> value = scalar.text().length() > 40 ? Optional.empty() : Rational.parse(scalar.text());
        if (value.isEmpty()) {
            problems.error(
                    "not-a-number",
                    scalar.place(),
                    Text.of("“%s”不是数字", "\"%s\" is not a number", Width.visible(scalar.text())));
        }
        return value;
    }

    /** Returns whether a value is a whole number in a range; one that is not is reported. */
    boolean isWhole(String key, Rational value, int least, int most) {
        boolean sound =
                value.isWhole() && value.compareTo(Rational.of(least)) >= 0 && value.compareTo(Rational.of(most)) <= 0;
        if (!sound) {
            error(
                    "not-whole",
                    key,
                    Text.of("“%s”应为 %s 至 %s 的整数", "\"%s\" must be a whole number from %s to %s", key, least, most));
        }
        return sound;
    }

    Optional<LocalDate> date(Scalar scalar) {
        try {
            return Optional.of(LocalDate.parse(scalar.text()));
        } catch (DateTimeParseException e) {
            problems.error(
                    "not-a-date",
                    scalar.place(),
                    Text.of(
                            "“%s”不是日期，应如 2019-07-01",
                            "\"%s\" is no date such as 2019-07-01", Width.visible(scalar.text())));
            return Optional.empty();
        }
    }

    /** Reports that {@code word} is none of the closed list that {@code key} has. */
    void unknownWord(String key, String word, Collection<String> words) {
        error(
                "unknown-word",
                key,
                Text.of("不认识“%s”", "unknown word \"%s\"", Width.visible(word))
                        .plus(Similar.suggestion(word, words.stream().sorted().toList())));
    }

    /** Returns the numbers of a mapping of free words to numbers, in the order of the file. */
    List<NamedNumber> numbers(String key) {
        List<NamedNumber> numbers = new ArrayList<>();
        named(key).forEach((name, node) -> {
            if (node instanceof Scalar scalar) {
                number(scalar).ifPresent(value -> numbers.add(new NamedNumber(name, value, scalar.place())));
            } else {
                problems.error("not-a-number", node.place(), Text.of("此处应为数字", "a number is expected here"));
            }
        });
        return numbers;
    }

    /** Returns a mapping of free words to mappings, such as the variants by kind of unit. */
    Map<String, Node> named(String key) {
        known.add(key);
        Map<String, Node> named = new LinkedHashMap<>();
        mapping.get(key).ifPresent(node -> {
            if (node instanceof Mapping entries) {
                entries.entries().forEach((name, entry) -> named.put(name, entry.value()));
            } else {
                Fields.of(node, problems);
            }
        });
        return named;
    }
}
