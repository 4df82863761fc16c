package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Help, handbook and launchers name the same exit codes. */
class ExitCodesTest {

    /** Those of the help, which come from one list in both languages. */
    private static List<Integer> told() {
        String help = new Console(Path.of("")).run("--help").out();
        String codes = help.substring(help.indexOf("exit codes:"));
        return numbers(codes, "(?m)^ +([0-9]+) ");
    }

    private static List<Integer> numbers(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    @Test
    void theHelpHasThoseOfTheProgram() {
        assertThat(told())
                .hasSize(12)
                .isSorted()
                .containsAll(
                        Arrays.stream(ExitCode.values()).map(ExitCode::number).toList())
                .contains(129, 130, 143);
    }

    @ParameterizedTest
    @CsvSource({"README.md, exit code", "README.zh-CN.md, 退出码"})
    void theHandbookHasTheSame(String file, String heading) throws IOException {
        String page = Files.readString(Path.of(file));
        String table = page.substring(page.indexOf("| " + heading + " |"));
        String rows = table.substring(0, table.indexOf("\n\n"));
        assertThat(numbers(rows, "(?m)^\\| ([0-9]+) \\|")).isEqualTo(told());
    }

    @ParameterizedTest
    @CsvSource({"scripts/guifan, 'exit ([0-9]+)'", "scripts/guifan.cmd, 'RESULT=([0-9]+)'"})
    void launchersHaveNoOthers(String file, String pattern) throws IOException {
        List<Integer> own = numbers(Files.readString(Path.of(file)), pattern);
        assertThat(own).contains(69);
        assertThat(told()).containsAll(own);
    }
}
