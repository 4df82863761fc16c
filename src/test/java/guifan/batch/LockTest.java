package guifan.batch;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.batch.Lock.Entry;
import guifan.source.Diagnostic;
import guifan.source.Problems;
import guifan.source.SourceText;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was done at the last run is read back as it was written, and only in the form that is known. */
class LockTest {

    @Test
    void whatIsWrittenIsReadBackWhateverItIsCalled() {
        Plan plan = Plans.plan(
                Path.of(""),
                "runs: [{id: \"a \\\"b\\\"\\n"
                        + "c \\\\ #\", years: 2019, standard: \"2019\", sheets: s.csv, outputs: r.json}]");
        String id = plan.runs().get(0).id();
        assertThat(id).isEqualTo("a \"b\"\nc \\ #");
        Entry entry = new Entry(id, "2019.1", "0a", "0b", Map.of("a\nb: c.json", "0c"));
        Lock lock = new Lock();
        lock.put(entry);
        Problems problems = new Problems();
        Lock read = Lock.read(SourceText.of("lock", lock.text(plan.runs())), problems);
        assertThat(problems.all()).isEmpty();
        assertThat(read.entry(id)).contains(entry);
    }

    @Test
    void anotherFormIsRefused() {
        Problems problems = new Problems();
        Lock.read(SourceText.of("lock", "format: 2\nruns: []\n...\n"), problems);
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("format");
    }
}
