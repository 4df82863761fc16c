package guifan.batch;

import guifan.batch.Run.Setting;
import guifan.report.FileNames;
import guifan.report.OutputFile;
import guifan.report.StoredParts;
import guifan.report.TemporaryFiles;
import guifan.source.FileException;
import guifan.source.Text;
import guifan.source.YamlWriter;
import guifan.standard.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is kept of the runs of a year: standards, sheets, results and papers in one folder or zip, which needs nothing
 * else to be verified and may be moved. {@code SHA256SUMS} lists every file, {@code archive.yaml} how to evaluate
 * again.
 */
final class Archive {

    private final Path folder;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, FileNames> names = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private Archive(Path folder, String version, Plan plan) {
        this.folder = folder;
        lines.addAll(List.of(
                "# 由 guifan batch 写成的年度存档；用 guifan verify 核对，清单见 SHA256SUMS。不要手改。",
                "# The archive of a year, written by guifan batch; guifan verify checks it. Not to be edited.",
                "format: 1",
                "guifan: " + YamlWriter.quoted(version),
                "plan: " + YamlWriter.quoted(plan.title()),
                "runs:"));
    }

    /**
     * Returns the archive of runs that were made.
     *
     * @throws IOException if one of the files cannot be read, or has changed since it was read or written
     */
    static Archive of(Plan plan, List<RunReport> runs, Path folder, Batch.Engine engine) throws IOException {
        Archive archive = new Archive(folder, engine.version(), plan);
        FileNames places = new FileNames();
        for (RunReport report : runs) {
            String place = places.folder(report.run().id());
            archive.add(report, place, engine.texts(report.run().standard(), String.valueOf(report.standard())));
        }
        archive.lines.add("...");
        archive.files.put(ArchivedRuns.NAME, bytes(archive.lines));
        List<String> sums = archive.files.entrySet().stream()
                .map(file -> ArchiveList.line(Inputs.hash(file.getValue()), file.getKey()))
                .toList();
        archive.files.put(ArchiveList.NAME, bytes(sums));
        return archive;
    }

    private void add(RunReport report, String place, List<TextFile> standards) throws IOException {
        Run run = report.run();
        for (TextFile text : standards) {
            files.put(place + "/standards/" + text.name(), Files.readAllBytes(text.path()));
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (Map.Entry<String, String> input : report.inputs().entrySet()) {
            boolean setting = run.papers() != null && run.papers().settings().equals(input.getKey());
            names.put(input.getKey(), keep(input, place + (setting ? "/papers" : "/sheets")));
        }
        for (Map.Entry<String, String> output : report.outputs().entrySet()) {
            boolean paper = run.papers() != null && !run.written().contains(output.getKey());
            names.put(output.getKey(), keep(output, place + (paper ? "/papers" : "/results")));
        }
        lines.add("  - id: " + YamlWriter.quoted(run.id()));
        lines.add("    year: " + YamlWriter.quoted("" + run.year()));
        lines.add("    standard: " + YamlWriter.quoted(String.valueOf(report.standard())));
        lines.add("    standards: " + YamlWriter.quoted(place + "/standards"));
        lines.add("    result: "
                + YamlWriter.quoted(
                        Objects.requireNonNull(names.get(run.result().orElseThrow()))));
        List<String> beside = run.files().stream().map(Setting::value).toList();
        lines.add("    sheets:");
        names.forEach((file, name) -> {
            if (name.startsWith(place + "/sheets/") && !beside.contains(file)) {
                lines.add("      - " + YamlWriter.quoted(name));
            }
        });
        options(run.files(), names, "files");
        options(run.words(), Map.of(), "words");
    }

    private void options(List<Setting> settings, Map<String, String> names, String key) {
        if (!settings.isEmpty()) {
            lines.add("    " + key + ":");
        }
        for (Setting setting : settings) {
            String value = names.getOrDefault(setting.value(), setting.value());
            lines.add("      - {option: " + YamlWriter.quoted(setting.option()) + ", value: " + YamlWriter.quoted(value)
                    + "}");
        }
    }

    private String keep(Map.Entry<String, String> file, String place) throws IOException {
        byte[] content = Files.readAllBytes(folder.resolve(file.getKey()));
        if (!Inputs.hash(content).equals(file.getValue())) {
            throw FileException.changed(file.getKey());
        }
        String base = file.getKey()
                .substring(
                        Math.max(file.getKey().lastIndexOf('/'), file.getKey().lastIndexOf('\\')) + 1);
        String name = place
                + "/"
                + names.computeIfAbsent(place, key -> new FileNames()).copy(base);
        files.put(name, content);
        return name;
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes the archive to {@code name}, a zip if it is named so, and returns whether anything was to be written. In a
     * folder, files of an earlier archive that are no part of this one are removed.
     *
     * @param name a path in the plan
     * @throws IOException if it cannot be written, or the folder holds something else than an archive
     */
    boolean write(String name) throws IOException {
        Path target = folder.resolve(name);
        if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            byte[] zip = StoredParts.zip(files);
            if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), zip)) {
                return false;
            }
            Files.createDirectories(
                    Objects.requireNonNull(target.toAbsolutePath().getParent()));
            OutputFile.write(target, zip, false);
            return true;
        }
        sweep(target);
        Set<String> old = old(target, name);
        Map<Path, byte[]> written = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = target.resolve(file.getKey());
            if (!holds(path, file.getValue())) {
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                written.put(path, file.getValue());
            }
        }
        // The list comes last, so that one which is there lists what is there.
        byte[] list = written.remove(target.resolve(ArchiveList.NAME));
        OutputFile.writeAll(written, false);
        for (String file : old) {
            Files.deleteIfExists(target.resolve(file));
        }
        if (list != null) {
            OutputFile.write(target.resolve(ArchiveList.NAME), list, false);
        }
        return list != null || !written.isEmpty();
    }

    /** Removes what a batch left that was killed while it wrote the archive. */
    private void sweep(Path target) throws IOException {
        List<Path> folders = files.keySet().stream()
                .map(file -> Objects.requireNonNull(target.resolve(file).getParent()))
                .filter(Files::isDirectory)
                .distinct()
                .toList();
        for (Path each : folders) {
            TemporaryFiles.sweep(each);
        }
    }

    /**
     * Returns what is to be removed of the archive that is there; a folder that is none may hold only parts of this.
     */
    private Set<String> old(Path target, String name) throws IOException {
        Set<String> old = new TreeSet<>(ArchiveList.read(target).keySet());
        if (old.contains(ArchivedRuns.NAME)) {
            old.removeAll(files.keySet());
            return old;
        }
        for (String file : Files.isDirectory(target) ? ArchiveList.present(target) : Set.<String>of()) {
            byte[] own = files.get(file);
            if (own == null || !holds(target.resolve(file), own)) {
                throw FileException.noArchive(name, file);
            }
        }
        return Set.of();
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content);
    }

    /** Returns the words for what became of the archive {@code name}. */
    static Text said(String name, boolean written) {
        Text state = written ? new Text("已写", "written") : new Text("无变化", "unchanged");
        return Text.of("存档 %s：%s", "archive %s: %s", name, state);
    }
}
