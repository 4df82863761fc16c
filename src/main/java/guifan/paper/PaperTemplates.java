package guifan.paper;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import guifan.source.Diagnostic;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.source.Utf8File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The templates of papers: those of the program, or those of a folder where it has one of that name.
 *
 * @param folder the user's templates, or null
 */
public record PaperTemplates(@Nullable Path folder, Language language) {

    /**
     * Returns the paper that the template {@code name} makes of {@code values}.
     *
     * @throws InputException if the template asks for a value that there is not, or is malformed
     */
    Paper fill(String name, Map<String, Object> values) throws InputException, IOException {
        String file = name + ".txt";
        @Nullable Path own = folder == null ? null : folder.resolve(file);
        boolean owned = own != null && Files.isRegularFile(own);
        String template = owned && own != null
                ? Utf8File.require(own, String.valueOf(own)).text()
                : shipped(file);
        try {
            String filled = Mustache.compiler()
                    .withEscaper(Paper::quoted)
                    .strictSections(true)
                    .emptyStringIsFalse(true)
                    .compile(template)
                    .execute(values);
            return Paper.parse(filled);
        } catch (MustacheException e) {
            String shown = owned ? String.valueOf(own) : file;
            Text message = Text.of("模板有误：%s", "the template is wrong: %s", String.valueOf(e.getMessage()));
            throw new InputException(
                    InputException.Subject.DATA,
                    List.of(new Diagnostic(
                            Diagnostic.Severity.ERROR,
                            "template",
                            SourceText.of(shown, template).whole(),
                            message)));
        }
    }

    String shipped(String file) throws IOException {
        String path = (language == Language.ZH ? "zh/" : "en/") + file;
        try (InputStream in = PaperTemplates.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("no template " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
