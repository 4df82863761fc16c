package guifan.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One paper: what it says and in which order, whatever it is written as.
 *
 * @param blocks its parts from top to bottom
 */
public record Paper(List<Block> blocks) {

    /** The marks of lines in which nothing was put. */
    private static final Set<String> EMPTY = Set.of("", "!", ":", ">");

    /** How a line of words stands on the page. */
    public enum Style {
        /** The name of the office in red, over the number of the paper and a line. */
        LETTERHEAD("! "),
        /** The title, centred. */
        TITLE("# "),
        /** A heading. */
        HEADING("## "),
        /** Flush left, as the line that names whom it is for. */
        FLUSH(": "),
        /** To the right, as the signature and the date. */
        RIGHT("> "),
        /** A paragraph, its first line indented. */
        BODY("");

        private final String mark;

        Style(String mark) {
            this.mark = mark;
        }
    }

    /**
     * A part of a paper: a line of words, or a table.
     *
     * @param words the words, empty for a table
     * @param rows the rows of a table, the first of them its header; none for words
     */
    public record Block(Style style, String words, List<List<String>> rows) {

        public Block {
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** Returns whether it is a table. */
        public boolean isTable() {
            return !rows.isEmpty();
        }
    }

    public Paper {
        blocks = List.copyOf(blocks);
    }

    /** Returns the words of the title, empty if there is none. */
    String title() {
        return blocks.stream()
                .filter(block -> block.style() == Style.TITLE)
                .map(Block::words)
                .findFirst()
                .orElse("");
    }

    /** Returns this with {@code lines}, made one, at its end, unless they are in it already. */
    Paper saying(String lines) {
        String words = inOneLine(lines).strip();
        if (blocks.stream().anyMatch(block -> block.words().contains(words))) {
            return this;
        }
        List<Block> more = new ArrayList<>(blocks);
        more.add(new Block(Style.FLUSH, words, List.of()));
        return new Paper(more);
    }

    /**
     * Reads a template that has been filled in: a block for each line, blank lines left out, lines that start with a
     * bar the rows of one table. A reversed stroke takes the meaning from the sign after it.
     */
    static Paper parse(String text) {
        List<Block> blocks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith("|")) {
                rows.add(cells(line));
                continue;
            }
            if (!rows.isEmpty()) {
                blocks.add(new Block(Style.BODY, "", rows));
                rows = new ArrayList<>();
            }
            if (!EMPTY.contains(line)) {
                blocks.add(words(line));
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block(Style.BODY, "", rows));
        }
        return new Paper(blocks);
    }

    private static Block words(String line) {
        for (Style style : Style.values()) {
            if (line.startsWith(style.mark)) {
                String words = plain(line.substring(style.mark.length()).strip());
                return new Block(style, words, List.of());
            }
        }
        throw new IllegalStateException("every line starts with nothing");
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int start = 1;
        for (int i = 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '|') {
                cells.add(plain(line.substring(start, i).strip()));
                start = i + 1;
            }
        }
        if (start < line.length()) {
            cells.add(plain(line.substring(start).strip()));
        }
        return cells;
    }

    /** Returns {@code value} so that nothing in it is a mark of {@link #parse}. */
    static String quoted(String value) {
        return inOneLine(value).replaceAll("([\\\\|#:>!])", "\\\\$1");
    }

    private static String inOneLine(String value) {
        return value.replaceAll("\\R", " ");
    }

    private static String plain(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }
}
