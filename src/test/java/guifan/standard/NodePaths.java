package guifan.standard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guifan.source.Node;
import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a text by the paths to them, whose steps are keys and indexes. */
final class NodePaths {

    private static final ObjectMapper JSON = new ObjectMapper();

    private NodePaths() {}

    /** Returns all mappings in {@code text}, itself included. */
    static Map<List<Object>, Mapping> mappings(Mapping text) {
        Map<List<Object>, Mapping> found = new LinkedHashMap<>();
        mappings(text, List.of(), found);
        return found;
    }

    private static void mappings(Node node, List<Object> path, Map<List<Object>, Mapping> found) {
        if (node instanceof Mapping mapping) {
            found.put(path, mapping);
            mapping.entries().forEach((key, entry) -> mappings(entry.value(), with(path, key), found));
        } else if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                mappings(sequence.items().get(i), with(path, i), found);
            }
        }
    }

    private static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    /** Returns {@code node} with the mapping at {@code path} replaced. */
    static Node replaced(Node node, List<Object> path, Node now) {
        if (path.isEmpty()) {
            return now;
        }
        List<Object> rest = path.subList(1, path.size());
        if (path.get(0) instanceof Integer i) {
            List<Node> items = new ArrayList<>(((Sequence) node).items());
            items.set(i, replaced(items.get(i), rest, now));
            return new Sequence(items, node.place());
        }
        Entry entry = ((Mapping) node).entries().get((String) path.get(0));
        return ((Mapping) node)
                .with((String) path.get(0), new Entry(entry.keyPlace(), replaced(entry.value(), rest, now)));
    }

    /** Returns {@code node} as editors take it: what looks like a number is one. */
    static JsonNode json(Node node) {
        if (node instanceof Scalar scalar) {
            String text = scalar.text();
            return text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?")
                    ? JSON.getNodeFactory().numberNode(new BigDecimal(text))
                    : text.matches("true|false")
                            ? JSON.getNodeFactory().booleanNode(text.equals("true"))
                            : JSON.getNodeFactory().textNode(text);
        }
        if (node instanceof Sequence sequence) {
            ArrayNode array = JSON.createArrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        ObjectNode object = JSON.createObjectNode();
        ((Mapping) node).entries().forEach((key, entry) -> object.set(key, json(entry.value())));
        return object;
    }
}
