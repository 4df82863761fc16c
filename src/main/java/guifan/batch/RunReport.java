package guifan.batch;

import guifan.source.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        DONE("done", "完成", "done"),
        UNCHANGED("unchanged", "无变化，跳过", "unchanged, skipped"),
        FAILED("failed", "失败", "failed"),
        NOT_RUN("not-run", "未运行", "not run");

        private final String word;
        private final String zh;
        private final String en;

        State(String word, String zh, String en) {
            this.word = word;
            this.zh = zh;
            this.en = en;
        }

        /** Returns the word of the log. */
        public String word() {
            return word;
        }

        public Text words() {
            return new Text(zh, en);
        }
    }

    static RunReport notRun(Run run) {
        return new RunReport(run, State.NOT_RUN, 0, null, Map.of(), Map.of(), "");
    }

    /** Returns what it wrote, for a line on the screen: of the papers only the folder. */
    public List<String> files() {
        List<String> named = run.written();
        Run.Papers papers = run.papers();
        return papers == null
                ? named
                : Stream.concat(named.stream(), Stream.of(papers.folder() + "/"))
                        .toList();
    }
}
