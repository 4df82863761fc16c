package guifan.cli;

import guifan.source.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** The words of the help: Chinese ones stand in the annotations, English ones and those of picocli in resources. */
final class HelpWords {

    private HelpWords() {}

    /** Returns the words by the keys that picocli looks for: command, option or parameter. */
    static ResourceBundle in(Language language) {
        String name = language == Language.EN ? "help_en.properties" : "help_zh.properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(HelpWords.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
