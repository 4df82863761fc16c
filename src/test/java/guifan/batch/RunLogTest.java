package guifan.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guifan.batch.RunReport.State;
import guifan.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log says at any moment what has become of each run. */
class RunLogTest {

    @TempDir
    Path folder;

    private static Run run(String id) {
        return new Run(
                id,
                2019,
                "2019",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                SourceText.of("", "").whole());
    }

    @Test
    void isThereFromTheStartAndFollowsEveryRun() throws IOException {
        Run first = run("first");
        Run second = run("second");
        Path file = folder.resolve("log.jsonl");
        RunLog log = new RunLog(file, List.of(first, second));
        assertThat(file).isEmptyFile();
        log.started(second);
        log.started(first);
        assertThat(file)
                .hasContent("{\"run\":\"first\",\"state\":\"running\"}\n{\"run\":\"second\",\"state\":\"running\"}\n");
        log.ended(new RunReport(second, State.DONE, 0, "2019.1", Map.of("a", "0"), Map.of("b", "1"), "said\nmore"));
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"run\":\"first\",\"state\":\"running\"}",
                        "{\"run\":\"second\",\"state\":\"done\",\"exit\":0,\"year\":2019,\"standard\":\"2019.1\","
                                + "\"inputs\":[{\"file\":\"a\",\"sha256\":\"0\"}],"
                                + "\"outputs\":[{\"file\":\"b\",\"sha256\":\"1\"}],\"messages\":[\"said\",\"more\"]}");
        log.ended(RunReport.notRun(first));
        assertThat(Files.readAllLines(file).get(0)).startsWith("{\"run\":\"first\",\"state\":\"not-run\",\"exit\":0");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void isRefusedBeforeAnythingRunsWhereItCannotBeWritten() {
        assertThatThrownBy(() -> new RunLog(folder.resolve("nowhere/log.jsonl"), List.of()))
                .isInstanceOf(IOException.class);
    }
}
