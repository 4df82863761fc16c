package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.source.Diagnostic;
import guifan.source.InputException;
import guifan.source.Location;
import guifan.source.Node;
import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.YamlReader;
import guifan.standard.StandardLibrary.Folder;
import guifan.standard.StandardLibrary.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No slip in a shipped standard goes unnoticed: every one is refused, or seen in the hash of the rules. */
class StandardIntegrityTest {

    private static final List<String> FILES = List.of("2018.yaml", "2019.yaml", "2019.1.yaml");

    /** What is said for people, or decides which text is taken, not what it scores. */
    private static final Set<String> PROSE =
            Set.of("format", "standard", "amends", "rules-hash", "succeeds", "years", "source", "basis", "note");

    @TempDir
    Path scratch;

    @BeforeEach
    void copy() throws IOException {
        for (String name : FILES) {
            Files.copy(Standards.SHIPPED.resolve(name), scratch.resolve(name));
        }
    }

    @ParameterizedTest
    @CsvSource({"2018.yaml, 25", "2019.yaml, 56", "2019.1.yaml, 13"})
    void aPointAddedOrTakenAnywhereIsRefusedWithItsPlace(String file, int places) throws IOException {
        String text = text(file);
        List<Scalar> points = points(text);
        assertThat(points).hasSize(places);
        for (Scalar scalar : points) {
            for (Rational step : List.of(Rational.ONE, Rational.ONE.negate())) {
                String slipped = replace(text, scalar, number(scalar).plus(step).toString());
                List<Diagnostic> said = refusal(file, slipped);
                assertThat(said).as(scalar + " with " + step).isNotEmpty();
                Location place = (Location) said.get(0).place();
                assertThat(place.line()).isPositive();
                assertThat(place.column()).isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018.yaml", "2019.yaml", "2019.1.yaml"})
    void aFileCutOffAnywhereIsRefused(String file) throws IOException {
        String text = text(file);
        int last = text.stripTrailing().length();
        IntStream lineEnds = IntStream.range(0, last).filter(i -> text.charAt(i) == '\n');
        IntStream others = IntStream.iterate(0, i -> i < last, i -> i + 97);
        assertThat(IntStream.concat(lineEnds, others).parallel().filter(end -> isRead(text.substring(0, end))))
                .as("numbers of characters after which it may be cut off")
                .isEmpty();
        for (int end : List.of(0, text.indexOf("\n", last / 2), last - 1)) {
            assertThat(refusal(file, text.substring(0, end))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"2018.yaml, 60", "2019.yaml, 150", "2019.1.yaml, 15"})
    void everyNumberIsRefusedOrSeenInTheHashWhenItSlips(String file, int atLeast) throws IOException {
        Mapping text = (Mapping) node(text(file));
        Optional<String> hash = hash(file, text);
        assertThat(hash).isPresent();
        List<Mapping> slipped = new ArrayList<>();
        slip(text, changed -> changed, changed -> slipped.add((Mapping) changed));
        assertThat(slipped).hasSizeGreaterThan(2 * atLeast);
        for (Mapping one : slipped) {
            assertThat(hash(file, one)).as(one.entries().toString()).isNotEqualTo(hash);
        }
    }

    private static boolean isRead(String text) {
        Problems problems = new Problems();
        YamlReader.read(SourceText.of("cut", text), problems);
        return !problems.hasErrors();
    }

    private static String text(String file) throws IOException {
        return Files.readString(Standards.SHIPPED.resolve(file));
    }

    private static Node node(String text) {
        Problems problems = new Problems();
        Optional<Node> node = YamlReader.read(SourceText.of("text", text), problems);
        assertThat(problems.all()).isEmpty();
        return node.orElseThrow();
    }

    /** Returns the points of all areas and indicators; in an amendment those it sets, adds and asserts. */
    private static List<Scalar> points(String text) {
        List<Scalar> points = new ArrayList<>();
        Mapping top = (Mapping) node(text);
        Node areas = top.get("areas").orElseThrow();
        if (areas instanceof Mapping sums) {
            sums.entries().values().forEach(sum -> points.add((Scalar) sum.value()));
            sections(top, "changes").forEach(change -> change.get("points").ifPresent(now -> addPoints(now, points)));
        } else {
            for (Mapping area : sections(top, "areas")) {
                addPoints(area.get("points").orElseThrow(), points);
                sections(area, "indicators")
                        .forEach(leaf -> addPoints(leaf.get("points").orElseThrow(), points));
            }
        }
        return points;
    }

    private static void addPoints(Node node, List<Scalar> points) {
        if (node instanceof Scalar scalar) {
            points.add(scalar);
        } else {
            ((Mapping) node).entries().values().forEach(entry -> points.add((Scalar) entry.value()));
        }
    }

    private static List<Mapping> sections(Mapping mapping, String key) {
        return ((Sequence) mapping.get(key).orElseThrow())
                .items().stream().map(Mapping.class::cast).toList();
    }

    /** Visits the whole tree with one number in it changed, for every number, those among the keys included. */
    private static void slip(Node node, UnaryOperator<Node> whole, Consumer<Node> visit) {
        if (node instanceof Scalar scalar) {
            slips(scalar.text()).forEach(text -> visit.accept(whole.apply(new Scalar(text, scalar.place()))));
        } else if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                int at = i;
                slip(sequence.items().get(i), changed -> whole.apply(with(sequence, at, changed)), visit);
            }
        } else if (node instanceof Mapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                if (!PROSE.contains(key)) {
                    slips(key)
                            .forEach(other -> visit.accept(
                                    whole.apply(mapping.without(key).with(other, entry))));
                    slip(
                            entry.value(),
                            changed -> whole.apply(mapping.with(key, new Entry(entry.keyPlace(), changed))),
                            visit);
                }
            });
        }
    }

    private static Sequence with(Sequence sequence, int at, Node changed) {
        List<Node> items = new ArrayList<>(sequence.items());
        items.set(at, changed);
        return new Sequence(items, sequence.place());
    }

    private static List<String> slips(String text) {
        return Rational.parse(text).stream()
                .flatMap(number -> Stream.of(number.plus(Rational.ONE), number.minus(Rational.ONE)))
                .map(Rational::toString)
                .toList();
    }

    private static Rational number(Scalar scalar) {
        return Rational.parse(scalar.text()).orElseThrow();
    }

    private static String replace(String text, Scalar scalar, String other) {
        String[] lines = text.split("\n", -1);
        Location at = scalar.place();
        String line = lines[at.line() - 1];
        int start = line.offsetByCodePoints(0, at.column() - 1);
        assertThat(line.substring(start)).startsWith(scalar.text());
        lines[at.line() - 1] = line.substring(0, start)
                + other
                + line.substring(start + scalar.text().length());
        return String.join("\n", lines);
    }

    /** Returns the hash of the rules, or nothing if they are refused. */
    private static Optional<String> hash(String file, Mapping text) throws IOException {
        Problems problems = new Problems();
        Mapping consolidated = text;
        if (file.equals("2019.1.yaml")) {
            Standard base = Standards.shipped("2019.0");
            String hash = base.identity().rulesHash();
            consolidated = Amendment.apply((Mapping) node(text("2019.yaml")), text, "2019.0", hash, 47, problems)
                    .text();
        }
        Standard standard = StandardReader.read(consolidated, "slipped", List.of(), "", problems);
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(standard.identity().rulesHash());
    }

    private List<Diagnostic> refusal(String file, String text) throws IOException {
        Files.writeString(scratch.resolve(file), text);
        StandardLibrary library = new StandardLibrary(List.of(new Folder(scratch, "copy")));
        String id = file.equals("2019.1.yaml") ? "2019.1" : file.replace(".yaml", ".0");
        try {
            library.find(id, When.LATEST, scratch);
            return List.of();
        } catch (InputException e) {
            return e.diagnostics();
        }
    }
}
