package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A batch answers with the gravest of its failures, and draws only where somebody can see it. */
class BatchExitTest {

    private static final String PLAN = """
        format: 1
        runs:
          - {id: a, years: 2018, standard: "2018", sheets: %s, outputs: a.json}
          - {id: b, years: 2018, standard: "2018", sheets: %s, outputs: b.json}
        ...
        """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"missing.csv,wrong.csv", "wrong.csv,missing.csv"})
    void theGravestFailureCountsWhateverTheOrder(String first, String second) throws IOException {
        Console console =
                new Console(folder).with("wrong.csv", "单位\n白沙镇\n").with("plan.yaml", PLAN.formatted(first, second));
        assertThat(console.run("batch", "plan.yaml").exit()).isEqualTo(ExitCode.IO.number());
    }

    @ParameterizedTest
    @CsvSource({"terminal,xterm,true", "terminal,dumb,false", "'',xterm,false", ",xterm,false"})
    void theBarIsForATerminalThatMessagesGoTo(String messages, String terminal, boolean bar) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("TERM", terminal, "GUIFAN_INPUT", "terminal"));
        environment.computeIfAbsent("GUIFAN_MESSAGES", key -> messages);
        Console console = new Console(folder).withEnvironment(environment);
        Run run = console.with("plan.yaml", PLAN.formatted("x.csv", "y.csv")).run("batch", "plan.yaml");
        assertThat(run.err().contains("\u001b[K")).as(run.err()).isEqualTo(bar);
    }
}
