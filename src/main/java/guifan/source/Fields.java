package guifan.source;

import guifan.number.Rational;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The typed reading of one mapping. What is missing or malformed is reported and replaced by a stand-in, so that all
 * that is wrong comes out in one run; {@link #finish} reports the keys that nobody asked for.
 *
 * <p>What has been read, defaults included and prose left out, makes up {@link #canonical}: two mappings with the same
 * canonical text mean the same, however they were written.
 */
public final class Fields {

    private final Mapping mapping;
    private final Problems problems;
    private final Canon canon = new Canon();
    private final Keys keys;
    private final List<Fields> children = new ArrayList<>();

    private Fields(Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
        this.keys = new Keys(mapping, problems);
    }

    /** Returns the fields of {@code node}; if it is no mapping, that is reported and there are none. */
    public static Fields of(Node node, Problems problems) {
        if (node instanceof Mapping mapping) {
            return new Fields(mapping, problems);
        }
        problems.error("not-a-mapping", node.place(), Text.of("此处应为“键: 值”", "\"key: value\" is expected here"));
        return new Fields(new Mapping(Map.of(), node.place()), problems);
    }

    /** Returns where the mapping starts. */
    public Location place() {
        return mapping.place();
    }

    /** Returns where the value of {@code key} stands, or the mapping if there is none. */
    public Location place(String key) {
        return keys.place(key);
    }

    public boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** Returns the mapping that is read here. */
    public Mapping mapping() {
        return mapping;
    }

    /** Reports that something is wrong with the value of {@code key}, or with the mapping if there is no such key. */
    public void error(String code, String key, Text message) {
        problems.error(code, place(key), message);
    }

    public Problems problems() {
        return problems;
    }

    /** Returns the text of a required field, or an empty text. */
    public String text(String key) {
        return required(key, optionalText(key)).orElse("");
    }

    public Optional<String> optionalText(String key) {
        return note(key, keys.scalar(key).map(Scalar::text), Canon::quote);
    }

    /** Returns the words of a required field that no rule depends on. */
    public String prose(String key) {
        return required(key, optionalProse(key)).orElse("");
    }

    public Optional<String> optionalProse(String key) {
        return keys.scalar(key).map(Scalar::text);
    }

    /** Returns a list of words that no rule depends on; one scalar counts as a list of one. */
    public List<String> proses(String key) {
        return keys.scalars(key).stream().map(Scalar::text).toList();
    }

    /** Returns a list of words; absent is empty. */
    public List<String> texts(String key) {
        List<String> texts = keys.scalars(key).stream().map(Scalar::text).toList();
        if (has(key)) {
            note(
                    key,
                    Optional.of(texts),
                    list -> list.stream().map(Canon::quote).toList().toString());
        }
        return texts;
    }

    /** Returns the number of a required field, or 0. */
    public Rational number(String key) {
        return required(key, optionalNumber(key)).orElse(Rational.ZERO);
    }

    public Rational number(String key, Rational otherwise) {
        Rational value = optionalNumber(key).orElse(otherwise);
        note(key, Optional.of(value), Rational::toString);
        return value;
    }

    public Optional<Rational> optionalNumber(String key) {
        return note(key, keys.scalar(key).flatMap(keys::number), Rational::toString);
    }

    /** Returns a required number greater than 0, or 1. */
    public Rational positive(String key) {
        return required(key, optionalPositive(key)).orElse(Rational.ONE);
    }

    public Rational positive(String key, Rational otherwise) {
        Rational value = optionalPositive(key).orElse(otherwise);
        note(key, Optional.of(value), Rational::toString);
        return value;
    }

    public Optional<Rational> optionalPositive(String key) {
        return optionalNumber(key).filter(value -> {
            if (value.signum() <= 0) {
                error("not-positive", key, Text.of("“%s”应大于 0", "\"%s\" must be greater than 0", key));
            }
            return value.signum() > 0;
        });
    }

    /** Returns a whole number from {@code least} to a million, or {@code otherwise}. */
    public int whole(String key, int least, int otherwise) {
        return whole(key, least, 1_000_000, otherwise);
    }

    /** Returns a whole number from {@code least} to {@code most}, or {@code otherwise}. */
    public int whole(String key, int least, int most, int otherwise) {
        Rational value = number(key, Rational.of(otherwise));
        return keys.isWhole(key, value, least, most) ? value.intValueExact() : otherwise;
    }

    /** Returns {@code true} or {@code false} as written; absent is {@code false}. */
    public boolean flag(String key) {
        return choice(key, Map.of("true", true, "false", false), Boolean.FALSE);
    }

    /** Returns the meaning of a word out of a closed list, or {@code otherwise} where it is absent. */
    public <T> T choice(String key, Map<String, T> words, T otherwise) {
        Optional<String> word = keys.scalar(key).map(Scalar::text);
        if (word.isPresent() && !words.containsKey(word.get())) {
            keys.unknownWord(key, word.get(), words.keySet());
        }
        T value = word.filter(words::containsKey).map(words::get).orElse(otherwise);
        note(
                key,
                Optional.of(value),
                chosen -> words.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(chosen))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(""));
        return value;
    }

    /** Returns the meaning of a required word; the stand-in is {@code standIn}. */
    public <T> T requiredChoice(String key, Map<String, T> words, T standIn) {
        required(key, keys.scalar(key));
        return choice(key, words, standIn);
    }

    public Optional<LocalDate> optionalDate(String key) {
        return note(key, keys.scalar(key).flatMap(keys::date), LocalDate::toString);
    }

    /** Returns the fields of a required mapping; those of an empty one if it is missing. */
    public Fields section(String key) {
        return required(key, optionalSection(key))
                .orElseGet(() -> new Fields(new Mapping(Map.of(), place()), new Problems()));
    }

    public Optional<Fields> optionalSection(String key) {
        Optional<Fields> fields = aside(key);
        fields.ifPresent(section -> canon.put(key, section::canonical));
        return fields;
    }

    /** Returns the fields of an optional mapping that no rule depends on. */
    public Optional<Fields> aside(String key) {
        keys.know(key);
        Optional<Fields> fields = mapping.get(key).map(node -> of(node, problems));
        fields.ifPresent(children::add);
        return fields;
    }

    /** Returns the mappings in a list; absent is empty. */
    public List<Fields> sections(String key) {
        List<Fields> sections =
                keys.nodes(key).stream().map(node -> of(node, problems)).toList();
        children.addAll(sections);
        if (has(key)) {
            canon.put(
                    key, () -> sections.stream().map(Fields::canonical).toList().toString());
        }
        return sections;
    }

    /** Returns a mapping of free words to values, such as the variants by kind of unit; absent is empty. */
    public Map<String, Node> named(String key) {
        return keys.named(key);
    }

    /** Returns a required mapping of free words to numbers, in the order of the file. */
    public List<NamedNumber> pairs(String key) {
        List<NamedNumber> pairs = required(key, Optional.of(keys.numbers(key)).filter(named -> !named.isEmpty()))
                .orElse(List.of());
        note(
                key,
                Optional.of(pairs),
                list -> list.stream()
                        .map(pair -> Canon.quote(pair.name()) + "=" + pair.number())
                        .toList()
                        .toString());
        return pairs;
    }

    /** Returns a required mapping of free words to points; those below 0, which no score can be, are reported. */
    public List<NamedNumber> points(String key) {
        List<NamedNumber> pairs = pairs(key);
        pairs.stream()
                .filter(pair -> pair.number().signum() < 0)
                .forEach(pair -> negative(pair.place(), pair.number()));
        return pairs;
    }

    /** Returns the points of a required field, or 0; points below 0 are reported. */
    public Rational points() {
        Rational points = number("points");
        if (points.signum() < 0) {
            negative(place("points"), points);
        }
        return points;
    }

    private void negative(Location at, Rational points) {
        problems.error(
                "negative-points",
                at,
                Text.of(
                        "%s 分低于 0，得分不会低于 0；要扣分请用扣分的规则（如 deduct）",
                        "%s points are below 0, and a score never is; what loses points is a rule such as deduct",
                        points));
    }

    /** Adds something that was made out of this mapping elsewhere to the canonical text. */
    public void noteCanonical(String key, Supplier<String> canonical) {
        keys.know(key);
        canon.put(key, canonical);
    }

    /** Reports the keys that nobody asked for, here and below. */
    public void finish() {
        keys.reportUnknown();
        children.forEach(Fields::finish);
    }

    /**
     * Returns what the rules of this mapping say, in one form whatever the order of keys and the writing of numbers.
     */
    public String canonical() {
        return canon.text();
    }

    private <T> Optional<T> required(String key, Optional<T> value) {
        if (!has(key)) {
            problems.error("missing-key", place(), Text.of("缺少“%s”", "\"%s\" is missing", key));
        }
        return value;
    }

    private <T> Optional<T> note(String key, Optional<T> value, Function<T, String> words) {
        keys.know(key);
        value.ifPresent(present -> canon.put(key, () -> words.apply(present)));
        return value;
    }
}
