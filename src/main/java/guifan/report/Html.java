package guifan.report;

import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.source.Language;
import guifan.source.Text;
import guifan.source.Width;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Builds HTML: whatever is handed over as text or as the value of an attribute is shown as text, with hidden characters
 * made visible.
 */
final class Html {

    private static final Rounding FOUR = new Rounding(4, Rounding.Mode.HALF_UP);

    /** After these no new line begins. */
    private static final Set<String> INLINE =
            Set.of("a", "b", "bdi", "button", "code", "dt", "i", "option", "small", "span", "td", "th");

    private final Language language;
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    Html(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    String say(Text text) {
        return text.in(language);
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values, by turns
     */
    Html open(String tag, String... attributes) {
        tag(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    Html close() {
        String tag = open.pop();
        out.append("</").append(tag).append('>');
        if (!INLINE.contains(tag)) {
            out.append('\n');
        }
        return this;
    }

    /** Writes an element that is never closed, such as {@code meta}. */
    Html single(String tag, String... attributes) {
        tag(tag, attributes);
        out.append('\n');
        return this;
    }

    private void tag(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    Html text(Text text) {
        return text(say(text));
    }

    /** Writes what users called something, so that its direction of writing does not affect what stands beside it. */
    Html name(String name) {
        return element("bdi", name);
    }

    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    Html element(String tag, Text text, String... attributes) {
        return element(tag, say(text), attributes);
    }

    /** Writes a cell with a number. */
    Html number(Rational value, String shown) {
        return element("td", shown, "class", "n", "data-v", plain(value));
    }

    /** Writes what was written by this class, or belongs to the program. */
    Html raw(String html) {
        out.append(html);
        return this;
    }

    /** Returns {@code value} as the JSON has it: exact, or else rounded to 4 decimals. */
    static String plain(Rational value) {
        return value.isDecimal() ? value.toString() : FOUR.apply(value).toString();
    }

    private void escape(String text) {
        String shown = Width.visible(text);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    /** Returns all that was written; every element must have been closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("open: " + open);
        }
        return out.toString();
    }
}
