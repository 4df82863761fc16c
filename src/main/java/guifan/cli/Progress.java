package guifan.cli;

import guifan.batch.RunReport;
import guifan.batch.RunReport.State;
import guifan.source.Language;
import guifan.source.Text;
import java.io.PrintWriter;

/** Tells how far a batch has come: a bar on a terminal, a line for each run otherwise. */
final class Progress {

    private static final int BAR = 24;

    private final PrintWriter err;
    private final Language language;
    private final int total;
    private final boolean quiet;
    private final boolean bar;
    private int done;

    Progress(Surroundings world, Language language, int total, boolean quiet) {
        this.err = world.err();
        this.language = language;
        this.total = total;
        this.quiet = quiet;
        this.bar = !quiet && world.isTerminal();
    }

    /** Says what became of a run; what it had to say itself is repeated, under its name. */
    void tell(RunReport report) {
        done++;
        boolean trouble = report.state() == State.FAILED || report.state() == State.NOT_RUN;
        if (bar) {
            err.print("\r\u001b[K");
        }
        if (trouble || (!quiet && !bar)) {
            Text files = report.state() != State.DONE
                    ? Text.of("")
                    : Text.of(
                            "：%s",
                            ": %s", new Text(String.join("、", report.files()), String.join(", ", report.files())));
            err.println(Text.of(
                            "[%s/%s] %s %s%s",
                            "[%s/%s] %s %s%s",
                            done,
                            total,
                            report.run().id(),
                            report.state().words(),
                            files)
                    .in(language));
        }
        report.messages().lines().forEach(line -> err.println("    " + line));
        if (bar) {
            int full = BAR * done / total;
            err.print("[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + done + "/" + total);
        }
        err.flush();
    }

    /** Takes the bar away. */
    void end() {
        if (bar) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
