package guifan.report;

import guifan.source.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, in the order of writing; what is empty is left out. */
final class Members {

    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Adds a text, number, truth value, list or object, unless it is null, empty or false. */
    Members with(String name, @Nullable Object value) {
        boolean empty = value == null
                || value.equals("")
                || value.equals(false)
                || (value instanceof List<?> list && list.isEmpty());
        if (!empty) {
            members.put(name, value);
        }
        return this;
    }

    /** Adds words: as one text where both languages say the same. */
    Members words(String name, Text words) {
        return with(name, words(words));
    }

    /** Returns words as a text or an object. */
    static Object words(Text words) {
        return words.zh().equals(words.en())
                ? words.zh()
                : new Members().with("zh", words.zh()).with("en", words.en()).object();
    }

    /** Returns the object. */
    Map<String, Object> object() {
        return members;
    }
}
