package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import guifan.rule.Rule;
import guifan.rule.RuleKind;
import guifan.source.Location;
import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.YamlReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema knows the keys that the readers know, and refuses nothing that they accept. */
class StandardSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final URI SCHEMA = URI.create("urn:schema");

    private static final SourceText INSERTED = SourceText.of("inserted", "");

    /** What no example has. */
    private static final String MORE = Standards.HEAD
            + Standards.oneArea(
                    "id: a, name: 甲, points: 60, rule: {kind: yes-no}",
                    "id: b, name: 乙, points: 40, rule: {kind: yes-no}")
            + """
            adjustments: {bonus: {items: [{id: bonus, name: 加分, rule: {kind: yes-no, points: 1}}]}}
            grades:
              by: area
              area: area
              levels:
                - {name: 优秀, at-least: 90, requires: [{area: area, rate-below: 101}, {every: indicator, rate-at-most: 100}]}
                - {name: 合格, otherwise: true}
              caps:
                - {id: one, when: {every: indicator, rate-below: 60}, at-most: 合格, reason: 甲}
                - {id: two, when: {some: [a, b], number: 1, rate-at-most: 0}, at-most: 合格, reason: 乙}
                - {id: three, when: {area: area, rate-above: 100}, at-most: 合格, reason: 丙}
                - {id: four, when: {indicator: a, rate-at-least: 101}, at-most: 合格, reason: 丁}
            ...
            """;

    private final Validator validator = validator();

    private static Validator validator() {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .createValidator();
        validator.registerSchema(SCHEMA, StandardSchema.text());
        return validator;
    }

    /** Returns the errors of {@code text}, as place and message. */
    private List<String> errors(Mapping text) {
        return validator.validate(SCHEMA, NodePaths.json(text).toString()).getErrors().stream()
                .map(error -> error.getInstanceLocation() + " " + error.getKeyword() + " " + error.getError())
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("examples")), Files.walk(Standards.SHIPPED))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().endsWith(".test.yaml"))
                    .filter(file -> Standards.file(file).isPresent())
                    .sorted()
                    .toList();
        }
    }

    private static Mapping read(Path file) throws IOException {
        SourceText source = SourceText.of(file.toString(), Files.readString(file));
        return (Mapping) YamlReader.read(source, new Problems()).orElseThrow();
    }

    /**
     * Returns the texts of the examples, which are small and have every kind of rule, and the last of those shipped.
     */
    private static List<Mapping> texts() throws IOException {
        List<Mapping> texts = new ArrayList<>();
        for (Path file : files()) {
            Mapping text = read(file);
            if (text.get("amends").isEmpty() && !file.startsWith("standards")) {
                texts.add(text);
            }
        }
        texts.add(Standards.shipped("2019.1").identity().text());
        texts.add(Standards.of(MORE).identity().text());
        return texts;
    }

    @Test
    void everyStandardAndAmendmentIsAsTheSchemaSays() throws IOException {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThan(30).contains(Path.of("standards/2019.1.yaml"));
        for (Path file : files) {
            assertThat(errors(read(file))).as(file.toString()).isEmpty();
        }
        for (Mapping text : texts()) {
            assertThat(errors(text)).isEmpty();
        }
    }

    @Test
    void itLiesBesideTheStandards() throws IOException {
        assertThat(Standards.SHIPPED.resolve(StandardSchema.FILE)).hasContent(StandardSchema.text());
        JsonNode kinds = JSON.readTree(StandardSchema.text()).at("/definitions/rule/properties/kind/enum");
        assertThat(kinds)
                .map(JsonNode::asText)
                .containsExactlyElementsOf(
                        Rule.kinds().stream().map(RuleKind::name).toList());
    }

    /** Where a mapping stands, without numbers and names that are free, and with the kind of a rule. */
    private static String pattern(List<Object> path, Mapping mapping) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            boolean free = i > 0 && path.get(i - 1).equals("variants");
            pattern.append('/').append(free || path.get(i) instanceof Integer ? "*" : path.get(i));
        }
        String kind = mapping.text("kind").map(word -> "=" + word).orElse("");
        return (pattern + kind)
                .replaceAll("(/areas/\\*)+", "/areas/*")
                .replaceFirst("^.*/rule(?=[/=])", "rule")
                .replaceFirst("^rule.*/(then|rule)(?=[/=])", "rule");
    }

    /** Returns every key that the schema has somewhere, and one that it has nowhere. */
    private static List<String> words() throws IOException {
        Set<String> words = new TreeSet<>(List.of("nowhere"));
        for (JsonNode holder : JSON.readTree(StandardSchema.text()).findValues("properties")) {
            holder.fieldNames().forEachRemaining(words::add);
        }
        words.remove("amends");
        return List.copyOf(words);
    }

    @Test
    void itKnowsTheKeysThatTheReadersKnow() throws IOException {
        Map<String, Set<String>> read = new TreeMap<>();
        Map<String, Set<String>> allowed = new TreeMap<>();
        List<String> words = words();
        for (Mapping text : texts()) {
            NodePaths.mappings(text).forEach((path, mapping) -> {
                String pattern = pattern(path, mapping);
                Set<String> known = read.computeIfAbsent(pattern, key -> new TreeSet<>());
                Set<String> permitted = allowed.computeIfAbsent(pattern, key -> new TreeSet<>());
                boolean complete = known.size() == words.size() || (known.equals(permitted) && !known.isEmpty());
                known.addAll(mapping.entries().keySet());
                permitted.addAll(mapping.entries().keySet());
                if (!complete) {
                    known.addAll(read(text, path, mapping, words));
                    permitted.addAll(allowed(text, path, mapping, words));
                    for (String word : words) {
                        if (permitted.contains(word) && !known.contains(word)) {
                            known.addAll(read(text, path, mapping, List.of(word)));
                        }
                    }
                }
            });
        }
        Map<String, Set<String>> free = new TreeMap<>(read);
        free.values().removeIf(known -> known.contains("nowhere"));
        Map<String, Set<String>> closed = new TreeMap<>(allowed);
        closed.values().removeIf(known -> known.contains("nowhere"));
        assertThat(free.keySet()).isEqualTo(closed.keySet()).hasSizeGreaterThan(50);
        assertThat(without(closed, free)).as("only the schema knows").isEmpty();
        assertThat(without(free, closed)).as("only the readers know").isEmpty();
    }

    private static List<String> without(Map<String, Set<String>> one, Map<String, Set<String>> other) {
        return one.keySet().stream()
                .flatMap(pattern -> one.get(pattern).stream()
                        .filter(word -> !other.get(pattern).contains(word))
                        .map(word -> pattern + " " + word))
                .toList();
    }

    private static Mapping inserted(Mapping mapping, List<String> words) {
        Mapping changed = mapping;
        for (int i = 0; i < words.size(); i++) {
            Location place = new Location(INSERTED, i + 1, 1, 1);
            if (mapping.get(words.get(i)).isEmpty()) {
                changed = changed.with(words.get(i), new Entry(place, new Scalar("1", place)));
            }
        }
        return changed;
    }

    /** Returns those of {@code words} that the readers do not call unknown when they stand in a mapping. */
    private static Set<String> read(Mapping text, List<Object> path, Mapping mapping, List<String> words) {
        Mapping changed = (Mapping) NodePaths.replaced(text, path, inserted(mapping, words));
        Set<String> known = new TreeSet<>(words);
        Standards.problems(changed).stream()
                .filter(one -> one.code().equals("unknown-key") && one.place() instanceof Location)
                .map(one -> (Location) one.place())
                .filter(place -> place.source().equals(INSERTED))
                .forEach(place -> known.remove(words.get(place.line() - 1)));
        return known;
    }

    /** Returns those of {@code words} that the schema allows in a mapping. */
    private Set<String> allowed(Mapping text, List<Object> path, Mapping mapping, List<String> words) {
        Mapping changed = (Mapping) NodePaths.replaced(text, path, inserted(mapping, words));
        StringBuilder at = new StringBuilder();
        path.forEach(step -> at.append('/').append(step));
        Set<String> allowed = new TreeSet<>(words);
        validator.validate(SCHEMA, NodePaths.json(changed).toString()).getErrors().stream()
                .filter(error -> error.getSchemaLocation().endsWith("/additionalProperties"))
                .map(error -> error.getInstanceLocation())
                .filter(place -> place.startsWith(at + "/"))
                .forEach(place -> allowed.remove(place.substring(at.length() + 1)));
        return allowed;
    }

    @Test
    void itRefusesNothingThatTheReadersAccept() throws IOException {
        int refused = 0;
        for (Mapping text : texts().subList(0, 25)) {
            for (Map.Entry<List<Object>, Mapping> one : NodePaths.mappings(text).entrySet()) {
                for (String key : one.getValue().entries().keySet()) {
                    Mapping without = one.getValue().without(key);
                    Entry entry = one.getValue().entries().get(key);
                    Mapping other = one.getValue()
                            .with(key, new Entry(entry.keyPlace(), new Sequence(List.of(without), entry.keyPlace())));
                    for (Mapping changed : List.of(without, other)) {
                        Mapping all = (Mapping) NodePaths.replaced(text, one.getKey(), changed);
                        List<String> errors = errors(all);
                        if (!errors.isEmpty()) {
                            refused++;
                            assertThat(Standards.problems(all))
                                    .as(one.getKey() + " " + key + " " + errors)
                                    .isNotEmpty();
                        }
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    @Test
    void itRefusesWhatIsNoValueOfAKey() throws IOException {
        Mapping text = read(Path.of("standards/2018.yaml"));
        for (String change : List.of("total=many", "status=ready", "effective=2018", "format=2", "missing=none")) {
            String key = change.substring(0, change.indexOf('='));
            Location place = text.place();
            Mapping changed =
                    text.with(key, new Entry(place, new Scalar(change.substring(change.indexOf('=') + 1), place)));
            assertThat(errors(changed)).as(change).isNotEmpty();
            assertThat(Standards.problems(changed)).as(change).isNotEmpty();
        }
    }
}
