package guifan.source;

import java.text.Normalizer;

/** How names are compared: as people mean them, not as keyboards and programs write them. */
public final class Names {

    private Names() {}

    /**
     * Returns the form in which equal names are equal text.
     *
     * <p>Full width becomes half width; brackets, quotation marks, middle dots, slashes, colons and dashes become one
     * of each kind; blanks, format characters and variation selectors vanish; ASCII letters become small ones. Radicals
     * that copying from a PDF file leaves behind become the characters they look like.
     */
    public static String normalise(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        StringBuilder normal = new StringBuilder(composed.length());
        composed.codePoints().filter(point -> !isInvisible(point)).forEach(point -> append(normal, point));
        return normal.toString();
    }

    private static void append(StringBuilder normal, int point) {
        if (point >= 0x2E80 && point <= 0x2FDF) {
            normal.append(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC));
            return;
        }
        char last = normal.isEmpty() ? ' ' : normal.charAt(normal.length() - 1);
        int family = family(halfWidth(point));
        if (family != '-' || last != '-') {
            normal.appendCodePoint(family);
        }
    }

    private static int family(int point) {
        return switch (point) {
            case '(', '[', '〔', '【', '〖', '﹙' -> '(';
            case ')', ']', '〕', '】', '〗', '﹚' -> ')';
            case '"', '\'', '“', '”', '„', '‟', '‘', '’', '‚', '‛', '「', '」', '『', '』', '｢', '｣', '〝', '〞', '〟' -> '"';
            case '·', '・', '•', '‧', '∙', '⋅', '･' -> '·';
            case '/', '⁄', '∕', '╱' -> '/';
            case ':', '∶', '﹕', '︰', 'ː' -> ':';
            case '-', '‐', '‑', '‒', '–', '—', '―', '−', '─', '━', '﹣', '﹘' -> '-';
            default -> point >= 'A' && point <= 'Z' ? point - 'A' + 'a' : point;
        };
    }

    /** Returns the ASCII character of which {@code point} is the full-width form, otherwise {@code point}. */
    static int halfWidth(int point) {
        return point >= 0xFF01 && point <= 0xFF5E ? point - 0xFF01 + '!' : point;
    }

    /** Returns {@code text} without blanks around it, be they full width, no-break or of zero width. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.charAt(start))) {
            start++;
        }
        while (end > start && isInvisible(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Returns {@code header} stripped, and without the line breaks that keep a column narrow. */
    static String header(String header) {
        String stripped = strip(header);
        return stripped.indexOf('\n') < 0 && stripped.indexOf('\r') < 0
                ? stripped
                : stripped.replaceAll("[ \\t]*[\\r\\n]+[ \\t]*", "");
    }

    /** Returns whether nothing of {@code point} is seen: a blank, a format character or a variation selector. */
    static boolean isInvisible(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT
                || (point >= 0xFE00 && point <= 0xFE0F)
                || point == 0x85;
    }
}
