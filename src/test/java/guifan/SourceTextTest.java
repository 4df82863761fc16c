package guifan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of this house that need the text of the sources, because the compiled classes do not show them. */
class SourceTextTest {

    private static final Path MAIN = Path.of("src/main/java");

    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile("\"\"\"[\\s\\S]*?(?<!\\\\)\"\"\""
            + "|\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\""
            + "|'(?:\\\\[^\\n]|[^'\\\\\\n])[^'\\n]*+'"
            + "|//[^\\n]*+"
            + "|/\\*[\\s\\S]*?\\*/");

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^ *public +(?:(?:abstract|final|sealed|non-sealed|static) +)*"
                    + "(?:class|interface|record|enum|@interface) +(\\w+)");

    /** Three levels of parentheses are enough for an annotation. */
    private static final String ANNOTATION =
            "@[\\w.]+\\s*(?:\\((?:[^()]++|\\((?:[^()]++|\\([^()]*+\\))*+\\))*+\\))?\\s*";

    private static final Pattern DOCUMENTED = Pattern.compile("/\\*\\*/\\s*(?:" + ANNOTATION + ")*+$");

    @Test
    void nothingIsComputedInBinaryFractions() throws IOException {
        for (Path file : files(MAIN)) {
            assertThat(code(file)).as(file.toString()).doesNotContainPattern("\\b(?:double|float)\\b");
        }
    }

    @Test
    void filesStayShort() throws IOException {
        for (Path file : files(Path.of("src"))) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(300);
        }
    }

    @Test
    void nothingIsPutOff() throws IOException {
        for (Path file : files(MAIN)) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContainPattern("\\b(?:TODO|FIXME|XXX|HACK)\\b");
        }
    }

    @Test
    void everyPublicTypeIsDocumented() throws IOException {
        for (Path file : files(MAIN)) {
            String code = code(file);
            List<String> bare = PUBLIC_TYPE
                    .matcher(code)
                    .results()
                    .filter(type ->
                            !DOCUMENTED.matcher(code.substring(0, type.start())).find())
                    .map(type -> type.group(1))
                    .toList();
            assertThat(bare).as(file + ": public types without a doc comment").isEmpty();
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the text of a source with its literals and comments emptied, and doc comments left as a mark. */
    private static String code(Path file) throws IOException {
        return COMMENT_OR_LITERAL
                .matcher(Files.readString(file))
                .replaceAll(found -> Matcher.quoteReplacement(emptied(found)));
    }

    private static String emptied(MatchResult found) {
        String text = found.group();
        if (text.startsWith("/**")) {
            return "/**/";
        }
        return text.startsWith("/") ? " " : "\"\"";
    }
}
