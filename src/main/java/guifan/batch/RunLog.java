package guifan.batch;

import guifan.report.JsonWriter;
import guifan.report.OutputFile;
import guifan.report.TemporaryFiles;
import java.io.IOException;
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

/**
 * The log of a batch for programs: a line of JSON for each run that has started, in the order of the plan. It is
 * written anew whenever a run starts or ends, so that an interrupted batch leaves one in which the runs that were
 * broken off are still running.
 */
public final class RunLog implements Batch.Watcher {

    private final Path file;
    private final List<Run> order;
    private final Map<Run, String> lines = new HashMap<>();

    /**
     * Begins the log of {@code plan} in {@code file}, without a line.
     *
     * @throws IOException if it cannot be written
     */
    public RunLog(Path file, PlanFolder plan) throws IOException {
        this(swept(file, plan.folder()), plan.plan().runs());
    }

    /** What a killed batch left beside the log is removed where nobody else writes: in the folder of the plan. */
    private static Path swept(Path file, Path folder) throws IOException {
        Path parent = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
        if (parent.startsWith(folder.toAbsolutePath().normalize()) && Files.isDirectory(parent)) {
            TemporaryFiles.sweep(parent);
        }
        return file;
    }

    RunLog(Path file, List<Run> order) throws IOException {
        this.file = file;
        this.order = List.copyOf(order);
        write();
    }

    @Override
    public void started(Run run) {
        put(run, members(run, "running"));
    }

    @Override
    public void ended(RunReport report) {
        Map<String, Object> line = members(report.run(), report.state().word());
        line.put("exit", report.exit());
        line.put("year", report.run().year());
        Optional.ofNullable(report.standard()).ifPresent(id -> line.put("standard", id));
        line.put("inputs", files(report.inputs()));
        line.put("outputs", files(report.outputs()));
        line.put("messages", report.messages().lines().toList());
        put(report.run(), line);
    }

    private static Map<String, Object> members(Run run, String state) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("run", run.id());
        line.put("state", state);
        return line;
    }

    private static List<Map<String, String>> files(Map<String, String> hashes) {
        List<Map<String, String>> files = new ArrayList<>();
        hashes.forEach((name, hash) -> {
            Map<String, String> members = new LinkedHashMap<>();
            members.put("file", name);
            members.put("sha256", hash);
            files.add(members);
        });
        return files;
    }

    private void put(Run run, Map<String, Object> line) {
        lines.put(run, JsonWriter.line(line));
        try {
            write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        StringBuilder text = new StringBuilder();
        order.stream()
                .map(lines::get)
                .filter(Objects::nonNull)
                .forEach(line -> text.append(line).append('\n'));
        OutputFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8), false);
    }
}
