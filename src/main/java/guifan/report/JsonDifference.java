package guifan.report;

import guifan.number.Rational;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value that is not the same in two JSON texts.
 *
 * @param path where it stands, such as {@code units[白沙镇].totals.final}
 * @param before its text on one side, shortened, empty if it is not there
 * @param after its text on the other side, shortened, empty if it is not there
 */
public record JsonDifference(String path, String before, String after) {

    private static final int LONGEST = 60;

    /**
     * Returns the values that differ, in the order of the text.
     *
     * @param additions whether members that only the other side has are differences
     */
    static List<JsonDifference> between(Object before, Object after, boolean additions) {
        List<JsonDifference> found = new ArrayList<>();
        compare("", before, after, additions, found);
        return found;
    }

    private static void compare(
            String path,
            @Nullable Object before,
            @Nullable Object after,
            boolean additions,
            List<JsonDifference> found) {
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            Set<Object> names = new LinkedHashSet<>(old.keySet());
            if (additions) {
                names.addAll(now.keySet());
            }
            for (Object name : names) {
                compare(path.isEmpty() ? "" + name : path + "." + name, old.get(name), now.get(name), additions, found);
            }
        } else if (before instanceof List<?> old && after instanceof List<?> now && old.size() == now.size()) {
            for (int i = 0; i < old.size(); i++) {
                compare(path + "[" + label(old.get(i), i) + "]", old.get(i), now.get(i), additions, found);
            }
        } else if (before == null || !before.equals(after)) {
            found.add(new JsonDifference(path, shown(before), shown(after)));
        }
    }

    /** Returns what names an element of a list: its unit or id, otherwise its place. */
    private static String label(Object element, int index) {
        if (element instanceof Map<?, ?> members) {
            for (String name : List.of("unit", "id")) {
                if (members.get(name) instanceof String label && !label.isEmpty()) {
                    return label;
                }
            }
        }
        return Integer.toString(index);
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof Rational number ? number.toString() : value.toString();
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
