package guifan.batch;

import guifan.source.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one run.
 *
 * @param exit what {@code evaluate} answered, 0 where it was not asked
 * @param standard the resolved id of the standard, or null if it was not found
 * @param inputs the hash of each file read, by its path
 * @param outputs the hash of each file written, by its path
 * @param messages what {@code evaluate} had to say
 */
public record RunReport(
        Run run,
        State state,
        int exit,
        @Nullable String standard,
        Map<String, String> inputs,
        Map<String, String> outputs,
        String messages) {

    /** How a run ended. */
    public enum State {
        DONE("done", Text.of("完成", "done")),
        UNCHANGED("unchanged", Text.of("无变化，跳过", "unchanged, skipped")),
        FAILED("failed", Text.of("失败", "failed")),
        NOT_RUN("not-run", Text.of("未运行", "not run"));

        private final String word;
        private final Text words;

        State(String word, Text words) {
            this.word = word;
            this.words = words;
        }

        /** Returns the word of the log. */
        public String word() {
            return word;
        }

        public Text words() {
            return words;
        }
    }

    static RunReport notRun(Run run) {
        return new RunReport(run, State.NOT_RUN, 0, null, Map.of(), Map.of(), "");
    }

    /** Returns what it wrote, for a line on the screen. */
    public List<String> files() {
        return List.copyOf(outputs.keySet());
    }
}
