package guifan.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Many pages of which much is the same: every piece is kept once, and the script puts a page together again. */
final class HtmlParts {

    private static final Pattern BEFORE_ELEMENTS = Pattern.compile("(?=<(?:tr|th|td|div|dt|li|p|h4)[ >])");

    private static final int RADIX = 36;

    private final Map<String, Integer> parts = new LinkedHashMap<>();

    /** Returns which pieces {@code page} consists of, as numbers to the base of 36. */
    String add(String page) {
        StringJoiner numbers = new StringJoiner(" ");
        for (String part : List.of(BEFORE_ELEMENTS.split(page.replace("\n", ""), -1))) {
            numbers.add(Integer.toString(parts.computeIfAbsent(part, one -> parts.size()), RADIX));
        }
        return numbers.toString();
    }

    /** Writes the pieces, one a line. */
    void write(Html html) {
        html.open("script", "type", "text/html", "id", "parts")
                .raw(String.join("\n", parts.keySet()))
                .close();
    }
}
