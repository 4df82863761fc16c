package guifan.batch;

import guifan.batch.Lock.Entry;
import guifan.batch.RunReport.State;
import guifan.report.OutputFile;
import guifan.standard.Standard;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Does a single run, unless nothing has changed since the last time.
 *
 * @param folder where relative paths start
 * @param lock what was done at the last time
 * @param force whether also what has not changed is done again
 */
record Work(Path folder, Lock lock, Batch.Engine engine, boolean force) {

    /**
     * Returns what became of {@code run} under {@code found}, the standard that it names, if there is one.
     *
     * @param starting is called before anything is done, unless nothing is to be done
     */
    RunReport done(Run run, Optional<Standard> found, Runnable starting) throws IOException {
        Map<String, String> inputs = inputs(run);
        String standard = found.map(one -> one.identity().id()).orElse(null);
        String text = found.map(one -> one.identity().textHash()).orElse("");
        String work = hash(run, String.valueOf(standard), text, inputs);
        Optional<Entry> before = lock.entry(run.id());
        Optional<Map<String, String>> there = Inputs.existing(
                before.map(entry -> List.copyOf(entry.outputs().keySet())).orElse(run.written()), folder);
        if (!force
                && before.isPresent()
                && before.get().work().equals(work)
                && there.equals(Optional.of(before.get().outputs()))) {
            lock.put(new Entry(run.id(), String.valueOf(standard), text, work, there.get()));
            return new RunReport(run, State.UNCHANGED, 0, standard, inputs, there.get(), "");
        }
        starting.run();
        StringWriter messages = new StringWriter();
        PrintWriter writer = new PrintWriter(messages);
        Map<String, String> outputs = new LinkedHashMap<>();
        int exit = evaluate(run, outputs, writer);
        if (exit == 0) {
            exit = makePapers(run, before, outputs, writer);
        }
        writer.flush();
        if (exit != 0) {
            return new RunReport(run, State.FAILED, exit, standard, inputs, Map.of(), messages.toString());
        }
        lock.put(new Entry(run.id(), String.valueOf(standard), text, work, outputs));
        return new RunReport(run, State.DONE, 0, standard, inputs, outputs, messages.toString());
    }

    private Map<String, String> inputs(Run run) {
        try {
            return Inputs.of(run, folder);
        } catch (IOException e) {
            // The evaluation meets the same and says it better.
            return Map.of();
        }
    }

    private int evaluate(Run run, Map<String, String> outputs, PrintWriter messages) throws IOException {
        for (String output : run.written()) {
            Path parent = folder.resolve(output).getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
        }
        int exit = engine.run(run.arguments(), messages);
        if (exit == 0) {
            outputs.putAll(Inputs.existing(run.written(), folder)
                    .orElseThrow(() -> new IOException(run.id() + ": no output")));
        }
        return exit;
    }

    /** Which papers there are is known only once they are made: elsewhere, and then put into their folder together. */
    private int makePapers(Run run, Optional<Entry> before, Map<String, String> outputs, PrintWriter messages)
            throws IOException {
        Run.Papers papers = run.papers();
        if (papers == null) {
            return 0;
        }
        Path made = Files.createTempDirectory("guifan-");
        try {
            int exit = engine.run(run.papersArguments(made.toString()).orElseThrow(), messages);
            if (exit != 0) {
                return exit;
            }
            Map<Path, byte[]> files = new LinkedHashMap<>();
            List<String> names = new ArrayList<>();
            for (Path file : list(made)) {
                String name = papers.folder() + "/" + file.getFileName();
                names.add(name);
                files.put(folder.resolve(name), Files.readAllBytes(file));
            }
            Files.createDirectories(folder.resolve(papers.folder()));
            OutputFile.writeAll(files, false);
            for (String old : before.map(entry -> entry.outputs().keySet()).orElse(java.util.Set.of())) {
                if (old.startsWith(papers.folder() + "/") && !names.contains(old) && !outputs.containsKey(old)) {
                    Files.deleteIfExists(folder.resolve(old));
                }
            }
            outputs.putAll(Inputs.existing(names, folder).orElseThrow(() -> new IOException(run.id() + ": no paper")));
            return 0;
        } finally {
            for (Path file : list(made)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(made);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private String hash(Run run, String standard, String text, Map<String, String> inputs) {
        return Inputs.hash(Stream.of(
                        Stream.of(engine.version(), standard, text),
                        run.arguments().stream(),
                        run
                                .papersArguments(
                                        run.papers() == null ? "" : run.papers().folder())
                                .stream()
                                .flatMap(List::stream),
                        inputs.entrySet().stream().map(input -> input.getKey() + " " + input.getValue()))
                .flatMap(lines -> lines)
                .toList());
    }
}
