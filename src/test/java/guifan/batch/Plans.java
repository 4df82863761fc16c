package guifan.batch;

import guifan.source.Diagnostic;
import guifan.source.Problems;
import guifan.source.SourceText;
import java.nio.file.Path;
import java.util.List;

/** Plans for tests. */
final class Plans {

    private Plans() {}

    /** Returns the plan of {@code lines}, which must be right. */
    static Plan plan(Path folder, String... lines) {
        Problems problems = new Problems();
        return Plan.read(source(lines), folder, problems)
                .orElseThrow(() -> new AssertionError(problems.all().toString()));
    }

    /** Returns the codes of what is wrong with the plan of {@code lines}. */
    static List<String> codes(Path folder, String... lines) {
        Problems problems = new Problems();
        Plan.read(source(lines), folder, problems);
        return problems.all().stream().map(Diagnostic::code).toList();
    }

    private static SourceText source(String... lines) {
        return SourceText.of("plan.yaml", "format: 1\n" + String.join("\n", lines) + "\n...\n");
    }
}
