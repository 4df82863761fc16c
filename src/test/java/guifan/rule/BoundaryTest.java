package guifan.rule;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The scores below, at and above every edge of every form of rule. The edges are found in the curves; the scores in
 * {@code boundaries.txt} were read and worked out by hand beside the texts. {@code -Daccept=true} rewrites the file.
 */
class BoundaryTest {

    private static final Path TABLE = Path.of("src/test/resources/guifan/rule/boundaries.txt");

    /** How many scores stand in a line. */
    private static final int WIDTH = 8;

    @Test
    void everyEdgeGivesWhatTheTextSays() throws IOException {
        StringBuilder table = new StringBuilder();
        for (RuleText text : SentenceTest.rules()) {
            table.append(text.points())
                    .append(" | ")
                    .append(text.in())
                    .append(" | ")
                    .append(text.yaml())
                    .append('\n');
            table.append(table(text.rule().form())).append(derived(text.rule())).append('\n');
        }
        if (Boolean.getBoolean("accept")) {
            Files.writeString(TABLE, table);
        }
        assertThat(table.toString()).isEqualTo(Files.readString(TABLE));
    }

    private static String table(Form form) {
        List<Item> items = form.items();
        StringBuilder table = new StringBuilder();
        for (Item item : items) {
            for (boolean best : items.size() > 1 ? new boolean[] {false, true} : new boolean[] {false}) {
                List<String> scores = new ArrayList<>();
                for (Rational value : edges(form, item)) {
                    Map<String, Rational> measures = others(items, best);
                    measures.put(item.id(), value);
                    scores.add(item.type().show(value) + "=" + score(form, measures));
                }
                String others = items.size() == 1 ? "" : item.name() + (best ? " (others at their most): " : ": ");
                for (int i = 0; i < scores.size(); i += WIDTH) {
                    List<String> line = scores.subList(i, Math.min(i + WIDTH, scores.size()));
                    table.append("  ")
                            .append(i == 0 ? others : "")
                            .append(String.join("  ", line))
                            .append('\n');
                }
            }
        }
        return table.toString();
    }

    /** Returns what measures that are made of several answers score at every edge and as near to it as answers come. */
    private static String derived(Rule rule) {
        StringBuilder table = new StringBuilder();
        for (Form.Part part : rule.form().parts()) {
            TreeMap<Rational, String> scores = new TreeMap<>();
            for (Curve.Piece piece : part.curve().pieces()) {
                TreeMap<Rational, Map<String, Rational>> near = new TreeMap<>();
                for (Map<String, Rational> answer : rule.leadingTo(piece.from())) {
                    boolean sound = rule.complaints(answer).isEmpty()
                            && rule.fallback(answer).isEmpty();
                    Optional<Rational> made =
                            rule.form().made(answer, part.item().id());
                    made.filter(value -> sound && isOpen(rule, part, answer))
                            .ifPresent(value -> near.putIfAbsent(value, answer));
                }
                Stream.of(
                                near.lowerEntry(piece.from()),
                                near.ceilingEntry(piece.from()),
                                near.higherEntry(piece.from()))
                        .filter(Objects::nonNull)
                        .forEach(entry -> scores.put(
                                entry.getKey(), entry.getKey() + "=" + score(rule.form(), entry.getValue())));
            }
            if (!scores.isEmpty()) {
                table.append("  -> ").append(part.item().name()).append(": ");
                table.append(String.join("  ", scores.values())).append('\n');
            }
        }
        return table.toString();
    }

    private static boolean isOpen(Rule rule, Form.Part part, Map<String, Rational> answer) {
        Form.Gate gate = part.gate();
        return gate == null
                || rule.form().made(answer, gate.item()).filter(gate::isOpenAt).isPresent();
    }

    private static String score(Form form, Map<String, Rational> measures) {
        return form.score(measures).score().toString();
    }

    private static Map<String, Rational> others(List<Item> items, boolean best) {
        Map<String, Rational> measures = new LinkedHashMap<>();
        for (Item item : items) {
            Rational most = item.type().most();
            measures.put(item.id(), !best ? item.type().least() : most == null ? Rational.of(3) : most);
        }
        return measures;
    }

    /** Returns the measures at and beside every start of a piece, as far as they can be filled in. */
    private static List<Rational> edges(Form form, Item item) {
        MeasureType type = item.type();
        Rational beside = type.step() == null ? Rational.of(1, 10) : type.step();
        TreeSet<Rational> edges = new TreeSet<>();
        around(edges, type.least(), beside);
        if (type.most() != null) {
            around(edges, type.most(), beside);
        }
        for (Form.Part part : form.parts()) {
            if (part.item().id().equals(item.id())) {
                List<Curve.Piece> pieces = part.curve().pieces();
                // Long stairs are shown at both ends.
                for (int i = 0; i < pieces.size(); i++) {
                    if (i < 4 || i >= pieces.size() - 4) {
                        Rational from = pieces.get(i).from();
                        around(edges, type.step() == null ? from : from.ceiling(), beside);
                    }
                }
            }
            if (part.gate() != null && part.gate().item().equals(item.id())) {
                around(edges, part.gate().from(), beside);
            }
        }
        return edges.stream().filter(value -> isAllowed(value, type)).toList();
    }

    private static void around(TreeSet<Rational> edges, Rational edge, Rational beside) {
        edges.addAll(List.of(edge.minus(beside), edge, edge.plus(beside)));
    }

    private static boolean isAllowed(Rational value, MeasureType type) {
        Rational most = type.most();
        boolean above = most != null && value.compareTo(most) > 0;
        boolean onStep = type.step() == null
                || value.minus(type.least()).dividedBy(type.step()).isWhole();
        return value.compareTo(type.least()) >= 0 && !above && onStep;
    }
}
