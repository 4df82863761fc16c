package guifan.source;

import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes {@link Node}s as YAML that {@link YamlReader} reads back alike: what is short on one line in brackets, the
 * rest in lines.
 */
public final class YamlWriter {

    /** The widest line of brackets, in terminal cells. */
    private static final int WIDEST = 110;

    /** Ids that look like numbers are quoted, so that other programs take them for text too. */
    private static final Set<String> IDS = Set.of("standard", "amends", "succeeds", "article");

    private static final Pattern PLAIN =
            Pattern.compile("(?![-?:,\\[\\]{}#&*!|>'\"%@`~=<.]|\\s)[^\\n\\t]*?(?<![\\s:])", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9.]*");

    private static final Pattern SPECIAL_IN_FLOW = Pattern.compile("[,\\[\\]{}，：]");

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /** Returns {@code mapping} as a document, with its end mark. */
    public static String document(Mapping mapping) {
        YamlWriter writer = new YamlWriter();
        writer.entries(mapping, 0);
        return writer.out + "...\n";
    }

    /** Returns {@code node} on one line. */
    public static String line(Node node) {
        return line(node, "");
    }

    private static String line(Node node, String key) {
        if (node instanceof Sequence sequence) {
            return sequence.items().stream().map(item -> line(item, key)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node instanceof Mapping mapping) {
            return mapping.entries().entrySet().stream()
                    .map(entry -> word(entry.getKey(), true) + ": "
                            + line(entry.getValue().value(), entry.getKey()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return scalar(((Scalar) node).text(), key, true);
    }

    private static String scalar(String text, String key, boolean inFlow) {
        boolean id = IDS.contains(key) && NUMBER.matcher(text).matches();
        return id ? '"' + text + '"' : word(text, inFlow);
    }

    /** Returns {@code text} plain where YAML takes it for nothing else, otherwise in quotes. */
    private static String word(String text, boolean inFlow) {
        boolean plain = (!text.isEmpty() && PLAIN.matcher(text).matches())
                || (text.startsWith("-") && NUMBER.matcher(text).matches());
        boolean special = text.contains(": ")
                || text.contains(" #")
                || !Width.visible(text).equals(text);
        if (plain && !special && !(inFlow && SPECIAL_IN_FLOW.matcher(text).find())) {
            return text;
        }
        return quoted(text);
    }

    /** Returns {@code text} in quotes, on one line whatever it holds. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            String shown = Character.toString(point);
            switch (point) {
                case '\\', '"' -> quoted.append('\\').append(shown);
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default ->
                    quoted.append(
                            Width.visible(shown).equals(shown) ? shown : String.format(Locale.ROOT, "\\U%08X", point));
            }
        });
        return quoted.append('"').toString();
    }

    private void entries(Mapping mapping, int level) {
        for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
            out.append("  ".repeat(level)).append(word(entry.getKey(), false)).append(':');
            value(entry.getValue().value(), entry.getKey(), level);
        }
    }

    private void value(Node node, String key, int level) {
        String line = line(node, key);
        boolean flow = fits(node, line, level);
        if (node instanceof Scalar scalar) {
            out.append(' ').append(scalar(scalar.text(), key, false)).append('\n');
        } else if (flow) {
            out.append(' ').append(line).append('\n');
        } else if (node instanceof Mapping mapping) {
            out.append('\n');
            entries(mapping, level + 1);
        } else {
            out.append('\n');
            ((Sequence) node).items().forEach(item -> item(item, level + 1));
        }
    }

    private void item(Node node, int level) {
        out.append("  ".repeat(level)).append("- ");
        String line = line(node, "");
        if (node instanceof Mapping mapping && !fits(node, line, level + 1)) {
            int start = out.length();
            entries(mapping, level + 1);
            out.delete(start, start + 2 * (level + 1)); // the first key stands beside the dash
        } else {
            out.append(line).append('\n');
        }
    }

    /** Lists of mappings and mappings that hold such lists go over lines, so that each part has one. */
    private static boolean fits(Node node, String line, int level) {
        return Width.of(line) + 2 * level <= WIDEST && !holdsParts(node);
    }

    private static boolean holdsParts(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().values().stream().anyMatch(entry -> holdsParts(entry.value()));
        }
        List<Node> items = node instanceof Sequence sequence ? sequence.items() : List.of();
        return items.stream().anyMatch(Mapping.class::isInstance);
    }
}
