package guifan.source;

import java.util.Optional;

/**
 * A place in a text file.
 *
 * @param source the text
 * @param line 1-based line number, or 0 for the whole file
 * @param column 1-based column in code points, or 0 for the whole line
 * @param width how many code points are meant, 0 if not known
 */
public record Location(SourceText source, int line, int column, int width) implements Place {

    @Override
    public String file() {
        return source.file();
    }

    @Override
    public Text words() {
        return Text.of(file() + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : ""));
    }

    @Override
    public Optional<String> excerpt() {
        if (line < 1 || line > source.lines().size()) {
            return Optional.empty();
        }
        String shown = source.lines().get(line - 1).replace('\t', ' ');
        String number = " ".repeat(Math.max(0, 5 - Integer.toString(line).length())) + line;
        StringBuilder excerpt = new StringBuilder(number).append(" | ").append(Width.visible(shown));
        if (column > 0) {
            int length = shown.codePointCount(0, shown.length());
            int start = shown.offsetByCodePoints(0, Math.min(column - 1, length));
            int end = shown.offsetByCodePoints(start, Math.min(Math.max(width, 1), Math.max(length - column + 1, 0)));
            int under = Math.max(Width.of(shown.substring(start, end)), 1);
            excerpt.append("\n      | ")
                    .append(" ".repeat(Width.of(shown.substring(0, start))))
                    .append('^')
                    .append("~".repeat(under - 1));
        }
        return Optional.of(excerpt.toString());
    }

    @Override
    public String toString() {
        return words().zh();
    }
}
