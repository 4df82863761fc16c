package guifan.source;

import guifan.source.InputException.Subject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads text files that are always UTF-8, with or without a byte order mark: standards, results, settings, templates.
 */
public final class Utf8File {

    private Utf8File() {}

    /**
     * Returns the text of {@code path}; what is not UTF-8 is reported.
     *
     * @param name the file as the user named it
     * @throws IOException if it cannot be read
     */
    public static Optional<SourceText> read(Path path, String name, Problems problems) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(SourceText.of(name, text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (CharacterCodingException e) {
            problems.error(
                    "encoding",
                    SourceText.of(name, "").whole(),
                    Text.of("应为 UTF-8 编码的文本；请另存为 UTF-8", "must be text in UTF-8; save it as UTF-8"));
            return Optional.empty();
        }
    }

    /**
     * Returns the text of {@code path}, as {@link #read} does.
     *
     * @throws InputException if it is not UTF-8
     * @throws IOException if it cannot be read
     */
    public static SourceText require(Path path, String name) throws InputException, IOException {
        Problems problems = new Problems();
        Optional<SourceText> text = read(path, name, problems);
        problems.throwIfErrors(Subject.DATA);
        return text.orElseThrow();
    }
}
