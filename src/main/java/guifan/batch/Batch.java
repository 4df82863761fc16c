package guifan.batch;

import guifan.batch.Lock.Entry;
import guifan.batch.RunReport.State;
import guifan.report.OutputFile;
import guifan.report.TemporaryFiles;
import guifan.source.InputException;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Standard;
import guifan.standard.TextFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does the runs of a plan: side by side, what reads another's output after it, what has not changed since the last time
 * not at all.
 */
public final class Batch {

    /** What does a single run. */
    public interface Engine {

        /** Returns the standard that {@code --standard} names for a year. */
        Standard find(String standard, int year) throws InputException, IOException;

        /** Runs a command line and returns its exit code; what it has to say goes to {@code messages}. */
        int run(List<String> arguments, PrintWriter messages);

        /** Returns the files that hold the text of a standard: {@code resolved} is what {@code standard} means. */
        List<TextFile> texts(String standard, String resolved) throws IOException;

        /** Returns the version of the program: another one does everything again. */
        String version();
    }

    /** Is told of runs as they start and end, one thing at a time. */
    public interface Watcher {

        /** A run starts; one that has nothing to do never does. */
        void started(Run run);

        /** A run has ended, or will not start. */
        void ended(RunReport report);
    }

    /**
     * How a plan is run.
     *
     * @param jobs how many runs at a time, at least 1
     * @param force whether also what has not changed is done again
     * @param follow whether a standard's id may by now mean another text than at the last time
     */
    public record Options(int jobs, boolean force, boolean follow) {}

    private final Path folder;
    private final Path lockFile;
    private final Plan plan;
    private final Lock lock;
    private final Engine engine;
    private final Options options;
    private final AtomicBoolean failed = new AtomicBoolean();

    /**
     * Creates the batch of {@code plan}.
     *
     * @param folder where the plan lies, and its relative paths start
     * @param lockFile where to note what was done
     * @param lock what was noted there at the last time
     */
    public Batch(Path folder, Path lockFile, Plan plan, Lock lock, Engine engine, Options options) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.plan = plan;
        this.lock = lock;
        this.engine = engine;
        this.options = options;
    }

    /**
     * Does what is to be done and returns what became of each run, in the order of the plan.
     *
     * @param watcher is told of each run as it happens, whatever the order of the plan
     * @throws InputException if a standard's id means another text than at the last time; nothing is run then
     * @throws IOException if the notes cannot be written
     */
    public List<RunReport> run(Watcher watcher) throws InputException, IOException {
        Map<Run, Found> standards = new HashMap<>();
        for (Run run : plan.runs()) {
            standards.put(run, find(run));
        }
        if (!options.follow()) {
            refuseMoved(standards);
        }
        sweep();
        ExecutorService pool = Executors.newFixedThreadPool(options.jobs());
        try {
            Map<Run, CompletableFuture<RunReport>> works = new HashMap<>();
            Watcher told = new OneAtATime(watcher);
            List<RunReport> reports = new ArrayList<>();
            List<CompletableFuture<RunReport>> started = plan.runs().stream()
                    .map(run -> work(run, works, standards, told, pool))
                    .toList();
            for (CompletableFuture<RunReport> one : started) {
                reports.add(one.join());
            }
            save();
            return reports;
        } catch (java.util.concurrent.CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw Objects.requireNonNull(io.getCause());
            }
            throw e;
        } finally {
            pool.shutdownNow();
        }
    }

    /** A standard, if there is one; if not, the evaluation says why. */
    private record Found(Optional<Standard> standard) {}

    private Found find(Run run) throws IOException {
        try {
            return new Found(Optional.of(engine.find(run.standard(), run.year())));
        } catch (InputException e) {
            return new Found(Optional.empty());
        }
    }

    /** An id such as 2019 means the edition as amended, and results must not change behind anyone's back. */
    private void refuseMoved(Map<Run, Found> standards) throws InputException {
        Problems problems = new Problems();
        for (Run run : plan.runs()) {
            Optional<Entry> before = lock.entry(run.id());
            Optional<Standard> now = Objects.requireNonNull(standards.get(run)).standard();
            if (before.isEmpty() || now.isEmpty()) {
                continue;
            }
            String id = now.get().identity().id();
            if (!before.get().standard().equals(id)) {
                problems.error(
                        "standard-moved",
                        run.place(),
                        Text.of(
                                "“%1$s”：--standard %2$s 上次是 %3$s，现在是 %4$s。要沿用请写 standard: \"%3$s\"，要改用请加 --follow",
                                "\"%1$s\": --standard %2$s was %3$s the last time and is %4$s now. To stay, write"
                                        + " standard: \"%3$s\"; to move, add --follow",
                                run.id(),
                                run.standard(),
                                before.get().standard(),
                                id));
            } else if (!before.get().text().equals(now.get().identity().textHash())) {
                problems.error(
                        "standard-altered",
                        run.place(),
                        Text.of(
                                "“%1$s”：评价标准 %2$s 的文本与上次不同；已印发的文本不应改动，要照新文本重算请加 --follow",
                                "\"%1$s\": the text of %2$s is not what it was the last time; an issued text should"
                                        + " stay as it is. To evaluate under the new text, add --follow",
                                run.id(),
                                id));
            }
        }
        problems.throwIfErrors(InputException.Subject.STANDARD);
    }

    /** Removes what a run left that was killed while writing; the folder is ours alone while the batch runs. */
    private void sweep() throws IOException {
        List<Path> folders = plan.runs().stream()
                .flatMap(run -> run.written().stream())
                .map(file -> folder.resolve(file).normalize().getParent())
                .filter(Objects::nonNull)
                .filter(Files::isDirectory)
                .distinct()
                .toList();
        for (Path each : folders) {
            TemporaryFiles.sweep(each);
        }
    }

    private CompletableFuture<RunReport> work(
            Run run,
            Map<Run, CompletableFuture<RunReport>> works,
            Map<Run, Found> standards,
            Watcher watcher,
            ExecutorService pool) {
        CompletableFuture<RunReport> known = works.get(run);
        if (known != null) {
            return known;
        }
        List<CompletableFuture<RunReport>> before = plan.runs().stream()
                .filter(other -> run.follows(other, folder))
                .map(other -> work(other, works, standards, watcher, pool))
                .toList();
        CompletableFuture<RunReport> work = CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
                .thenApplyAsync(
                        done -> {
                            boolean broken = before.stream().anyMatch(one -> !made(one.join()));
                            boolean stopped = !plan.keepGoing() && failed.get();
                            RunReport report = broken || stopped
                                    ? RunReport.notRun(run)
                                    : work(run, Objects.requireNonNull(standards.get(run)), watcher);
                            watcher.ended(report);
                            return report;
                        },
                        pool);
        works.put(run, work);
        return work;
    }

    /** Runs that work side by side are told of one after the other. */
    private record OneAtATime(Watcher watcher) implements Watcher {

        @Override
        public void started(Run run) {
            synchronized (watcher) {
                watcher.started(run);
            }
        }

        @Override
        public void ended(RunReport report) {
            synchronized (watcher) {
                watcher.ended(report);
            }
        }
    }

    private static boolean made(RunReport report) {
        return report.state() == State.DONE || report.state() == State.UNCHANGED;
    }

    private RunReport work(Run run, Found found, Watcher watcher) {
        try {
            RunReport report = new Work(folder, lock, engine, options.force())
                    .done(run, found.standard(), () -> watcher.started(run));
            if (report.state() == State.FAILED) {
                failed.set(true);
            } else if (report.state() == State.DONE) {
                save();
            }
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the archives of the years whose runs were all made, and returns what became of each.
     *
     * @param reports what {@link #run} returned
     * @throws IOException if one cannot be written
     */
    public List<Text> archive(List<RunReport> reports) throws IOException {
        Map<String, List<RunReport>> years = new LinkedHashMap<>();
        if (!plan.archive().isEmpty()) {
            reports.forEach(report -> years.computeIfAbsent(plan.archiveOf(report.run()), key -> new ArrayList<>())
                    .add(report));
        }
        List<Text> said = new ArrayList<>();
        for (Map.Entry<String, List<RunReport>> year : years.entrySet()) {
            if (year.getValue().stream().allMatch(Batch::made)) {
                Archive archive = Archive.of(plan, year.getValue(), folder, engine);
                said.add(Archive.said(year.getKey(), archive.write(year.getKey())));
            } else {
                said.add(Text.of(
                        "存档 %s：未写，因为有评价没有完成", "archive %s: not written, for a run was not made", year.getKey()));
            }
        }
        return said;
    }

    private synchronized void save() throws IOException {
        OutputFile.write(lockFile, lock.text(plan.runs()).getBytes(StandardCharsets.UTF_8), false);
    }
}
