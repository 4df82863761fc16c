package guifan.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** An evaluation as it was written, to be compared with another. */
final class Results {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final JsonNode root;

    private Results(JsonNode root) {
        this.root = root;
    }

    static Results of(String json) throws JsonProcessingException {
        return new Results(MAPPER.readTree(json));
    }

    JsonNode json() {
        return root;
    }

    /** Returns the names of the units. */
    List<String> units() {
        List<String> units = new ArrayList<>();
        root.get("units").forEach(unit -> units.add(unit.get("unit").asText()));
        return units;
    }

    /** Returns everything but what tells the files from one another: their names, hashes and places. */
    JsonNode withoutPlaces() {
        return without(List.of("inputs", "place", "cell"));
    }

    /** Returns everything but places and the words in the cells: one layout has a cell where another has several. */
    JsonNode withoutWords() {
        return without(List.of("inputs", "place", "cell", "raw"));
    }

    private JsonNode without(List<String> names) {
        JsonNode copy = root.deepCopy();
        remove(copy, names);
        return copy;
    }

    private static void remove(JsonNode node, List<String> names) {
        if (node instanceof ObjectNode object) {
            object.remove(names);
        }
        node.forEach(child -> remove(child, names));
    }
}
