package guifan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader who stops reading, such as {@code head}, ends the program quietly; a full disk does not. */
@DisabledOnOs(OS.WINDOWS)
class ReaderGoneTest {

    @TempDir
    Path folder;

    /** Returns the exit code of the program in front of {@code then}, in a shell, having checked its messages. */
    private String exit(String arguments, String then, String messages) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String program =
                "\"" + java + "\" -cp \"" + System.getProperty("java.class.path") + "\" guifan.Main " + arguments;
        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        "(" + program + " 2>messages; echo $? >exit) " + then
                                + "; while [ ! -s exit ]; do sleep 1; done")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        shell.getInputStream().readAllBytes();
        assertThat(shell.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("messages"))).contains(messages);
        if (messages.isEmpty()) {
            assertThat(folder.resolve("messages")).isEmptyFile();
        }
        return Files.readString(folder.resolve("exit")).strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"| true", "| head -n 1"})
    void aReaderWhoHasGoneGivesTheExitCodeOfItsSignalAndNoWord(String then) throws Exception {
        StringBuilder text = new StringBuilder("单位,类别,指标,实绩\n");
        for (int i = 0; i < 3000; i++) {
            text.append("某某镇").append(i).append(",镇,done,是\n");
        }
        Files.writeString(folder.resolve("scores.csv"), text);
        Files.writeString(
                folder.resolve("small.yaml"),
                guifan.standard.Standards.area("id: done, name: 完成, points: 100, rule: {kind: yes-no}"));
        assertThat(exit("evaluate --standard small.yaml scores.csv -q", then, ""))
                .isEqualTo("141");
    }

    @Test
    void aShortResultForAReaderWhoHasGoneDoesTheSame() throws Exception {
        assertThat(exit("--version", "| true", "")).isEqualTo("141");
    }

    @Test
    void aFullDiskIsAFailureThatIsTold() throws Exception {
        if (Files.exists(Path.of("/dev/full"))) {
            assertThat(exit("--version", ">/dev/full", "结果写不出去")).isEqualTo("5");
        }
    }
}
