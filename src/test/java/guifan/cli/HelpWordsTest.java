package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word of the help is there in both languages. */
class HelpWordsTest {

    private static final Pattern HANZI = Pattern.compile("\\p{IsHan}");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evaluate",
                "explain",
                "diff",
                "trends",
                "template",
                "tally",
                "verify",
                "batch",
                "standards",
                "standards list",
                "standards show",
                "standards check",
                "standards new",
                "standards test",
                "standards schema",
                "schema"
            })
    void theHelpOfEveryCommandIsInOneLanguage(String command) {
        String[] chinese = (command + " --help").split(" ");
        String[] english = (command + " --lang en --help").split(" ");
        assertThat(new Console(folder).run(chinese).out()).containsPattern(HANZI);
        String shown = new Console(folder).run(english).out().replace("年度", "");
        assertThat(shown).isNotBlank().doesNotContainPattern(HANZI);
    }

    @Test
    void noWordOfTheHelpIsTranslatedTwice() throws IOException {
        List<String> keys = Files.readAllLines(Path.of("src/main/resources/guifan/cli/help_en.properties")).stream()
                .filter(line -> line.contains(" = "))
                .map(line -> line.substring(0, line.indexOf(" = ")))
                .toList();
        assertThat(keys).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }
}
