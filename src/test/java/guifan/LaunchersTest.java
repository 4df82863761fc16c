package guifan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be known of the launchers for Windows without one. */
class LaunchersTest {

    private static String text(String file) throws IOException {
        return Files.readString(Path.of(file), StandardCharsets.UTF_8);
    }

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"scripts/guifan.cmd", "scripts/evaluate.cmd", "src/dist/guifan.cmd"})
    void cmdReadsLinesOfAsciiWithItsOwnLineEnds(String file) throws IOException {
        String text = text(file);
        assertThat(text).isASCII().endsWith("\r\n").doesNotContainPattern("[^\r]\n");
        Set<String> labels = found(text, "(?m)^:([a-z]+)$");
        assertThat(labels).containsAll(found(text, "(?:goto|call :)([a-z]+)"));
        assertThat(text).contains("%~dp0");
    }

    @Test
    void whatIsSaidInChineseIsThereInAFileThatIsHandedOut() throws IOException {
        Set<String> said = found(text("scripts/guifan.cmd"), "call :say ([a-z-]+)");
        assertThat(said).hasSize(5);
        assertThat(found(text("scripts/guifan-zh.txt"), "(?m)^([a-z-]+)=.*\\p{IsHan}.*[^\r]$"))
                .isEqualTo(said);
        assertThat(text("scripts/dist")).contains(" scripts/guifan-zh.txt ");
    }

    /** In a block a closing bracket in a path, as in that of programs for 32 bits, would end it. */
    @Test
    void noPathStandsBareInABlock() throws IOException {
        List<String> blocks = text("scripts/guifan.cmd")
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.replaceAll("\"[^\"]*\"", ""))
                .toList();
        assertThat(blocks).isNotEmpty().allMatch(line -> !line.contains("%"));
    }

    /** The console gets back the code page that it had, and a window that was opened for a file stays open. */
    @Test
    void theWayOutIsTheSameForAll() throws IOException {
        String text = text("scripts/guifan.cmd");
        assertThat(text.substring(text.indexOf(":end\r\n")))
                .containsSubsequence(
                        "if defined DROPPED pause",
                        "if defined CODEPAGE chcp %CODEPAGE% >nul",
                        "if defined DROPPED exit %RESULT%",
                        "exit /b %RESULT%");
        assertThat(found(text, "(?m)^if errorlevel 1 goto ([a-z]+)")).containsExactly("refuse");
    }
}
