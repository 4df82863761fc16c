package guifan.source;

import java.util.List;

/**
 * A text file that has been read, kept so that messages can show its lines.
 *
 * @param file the file as the user named it
 * @param text the decoded text, without a byte order mark
 * @param lines the lines of {@code text}, without line ends
 */
public record SourceText(String file, String text, List<String> lines) {

    public static SourceText of(String file, String text) {
        return new SourceText(file, text, text.lines().toList());
    }

    /** Texts are compared often, and differ by file. */
    @Override
    public int hashCode() {
        return file.hashCode();
    }

    /** Returns the place of the whole file. */
    public Location whole() {
        return new Location(this, 0, 0, 0);
    }
}
