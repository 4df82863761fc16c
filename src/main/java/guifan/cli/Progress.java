package guifan.cli;

import guifan.batch.Batch;
import guifan.batch.Run;
import guifan.batch.RunReport;
import guifan.batch.RunReport.State;
import guifan.source.Language;
import guifan.source.Text;
import guifan.source.Width;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.Set;

/** Tells how far a batch has come: a bar on a terminal with what is running, lines for each run otherwise. */
final class Progress implements Batch.Watcher {

    private static final int BAR = 24;

    /** The most columns of names after the bar, so that it stays on its line. */
    private static final int NAMES = 40;

    private final PrintWriter err;
    private final Language language;
    private final int total;
    private final boolean quiet;
    private final boolean bar;
    private final Set<String> running = new LinkedHashSet<>();
    private int done;

    Progress(Surroundings world, Language language, int total, boolean quiet) {
        this(world, language, total, quiet, world.isTerminal());
    }

    Progress(Surroundings world, Language language, int total, boolean quiet, boolean terminal) {
        this.err = world.err();
        this.language = language;
        this.total = total;
        this.quiet = quiet;
        this.bar = !quiet && terminal;
    }

    @Override
    public void started(Run run) {
        running.add(run.id());
        if (!quiet && !bar) {
            err.println(Text.of("%s 开始", "%s started", run.id()).in(language));
        }
        draw();
    }

    /** Says what became of a run; what it had to say itself is repeated, under its name. */
    @Override
    public void ended(RunReport report) {
        done++;
        running.remove(report.run().id());
        boolean trouble = report.state() == State.FAILED || report.state() == State.NOT_RUN;
        end();
        if (trouble || (!quiet && !bar)) {
            Text files = report.state() != State.DONE ? Text.of("") : Text.of("：%s", ": %s", Text.list(report.files()));
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
        draw();
    }

    private void draw() {
        if (bar) {
            int full = BAR * done / total;
            end();
            err.print("[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + done + "/" + total + " " + names());
        }
        err.flush();
    }

    private String names() {
        String names = "";
        for (String id : running) {
            String more = names + (names.isEmpty() ? "" : ", ") + Width.visible(id);
            if (Width.of(more) > NAMES) {
                return names + " ...";
            }
            names = more;
        }
        return names;
    }

    /** Takes the bar away. */
    void end() {
        if (bar) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
