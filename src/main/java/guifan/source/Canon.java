package guifan.source;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What was read of one mapping, in one form whatever the order of keys and the writing of numbers. */
final class Canon {

    private final Map<String, Supplier<String>> read = new TreeMap<>();

    /** Notes the value of {@code key}; it is asked for when the text is made, because more of it may be read first. */
    void put(String key, Supplier<String> value) {
        read.put(key, value);
    }

    String text() {
        StringBuilder text = new StringBuilder("{");
        read.forEach(
                (key, value) -> text.append(key).append(':').append(value.get()).append(';'));
        return text.append('}').toString();
    }

    /** Returns {@code text} so that no other text looks like it. */
    static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
