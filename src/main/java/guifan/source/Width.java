package guifan.source;

/** How text looks on a terminal: its width in cells, and hostile characters made visible. */
public final class Width {

    private Width() {}

    /** Returns the number of terminal cells that {@code text} takes; full-width characters take two. */
    public static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    private static int of(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    /** East Asian Wide and Fullwidth, after Unicode Standard Annex 11. */
    private static boolean isWide(int point) {
        return point >= 0x1100
                && (point <= 0x115F
                        || (point >= 0x2E80 && point <= 0x303E)
                        || (point >= 0x3041 && point <= 0x33FF)
                        || (point >= 0x3400 && point <= 0x4DBF)
                        || (point >= 0x4E00 && point <= 0xA4CF)
                        || (point >= 0xA960 && point <= 0xA97F)
                        || (point >= 0xAC00 && point <= 0xD7A3)
                        || (point >= 0xF900 && point <= 0xFAFF)
                        || (point >= 0xFE30 && point <= 0xFE6F)
                        || (point >= 0xFF00 && point <= 0xFF60)
                        || (point >= 0xFFE0 && point <= 0xFFE6)
                        || (point >= 0x1F300 && point <= 0x1F64F)
                        || (point >= 0x1F680 && point <= 0x1F6FF)
                        || (point >= 0x1F900 && point <= 0x1F9FF)
                        || (point >= 0x20000 && point <= 0x3FFFD));
    }

    /**
     * Returns {@code text} with control, format, private and unassigned characters written as {@code \}{@code u{1B}}.
     */
    public static String visible(String text) {
        if (text.codePoints().noneMatch(Width::isHidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isHidden(point)) {
                shown.append("\\u{")
                        .append(Integer.toHexString(point).toUpperCase(java.util.Locale.ROOT))
                        .append('}');
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
