package guifan.batch;

import guifan.batch.Run.Setting;
import guifan.report.OutputFile;
import guifan.source.FileException;
import guifan.source.Text;
import guifan.standard.TextFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What is kept of the runs of a year: standards, sheets, results and papers in one folder or zip, which needs nothing
 * else to be verified and may be moved. {@code SHA256SUMS} lists every file, {@code archive.yaml} how to evaluate
 * again.
 */
final class Archive {

    private static final LocalDateTime MOMENT = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path folder;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> lines = new ArrayList<>();

    private Archive(Path folder, String version, Plan plan) {
        this.folder = folder;
        lines.addAll(List.of(
                "# 由 guifan batch 写成的年度存档；用 guifan verify 核对，清单见 SHA256SUMS。不要手改。",
                "# The archive of a year, written by guifan batch; guifan verify checks it. Not to be edited.",
                "format: 1",
                "guifan: " + Lock.quoted(version),
                "plan: " + Lock.quoted(plan.title()),
                "runs:"));
    }

    /**
     * Returns the archive of runs that were made.
     *
     * @throws IOException if one of the files cannot be read, or has changed since it was read or written
     */
    static Archive of(Plan plan, List<RunReport> runs, Path folder, Batch.Engine engine) throws IOException {
        Archive archive = new Archive(folder, engine.version(), plan);
        List<String> taken = new ArrayList<>();
        for (RunReport report : runs) {
            String place = unique(report.run().id().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-"), taken);
            archive.add(report, place, engine.texts(report.run().standard(), String.valueOf(report.standard())));
        }
        archive.lines.add("...");
        archive.files.put("archive.yaml", bytes(archive.lines));
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
        lines.add("  - id: " + Lock.quoted(run.id()));
        lines.add("    year: " + Lock.quoted("" + run.year()));
        lines.add("    standard: " + Lock.quoted(String.valueOf(report.standard())));
        lines.add("    standards: " + Lock.quoted(place + "/standards"));
        lines.add("    result: "
                + Lock.quoted(Objects.requireNonNull(names.get(run.result().orElseThrow()))));
        List<String> beside = run.files().stream().map(Setting::value).toList();
        lines.add("    sheets:");
        names.forEach((file, name) -> {
            if (name.startsWith(place + "/sheets/") && !beside.contains(file)) {
                lines.add("      - " + Lock.quoted(name));
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
            lines.add("      - {option: " + Lock.quoted(setting.option()) + ", value: " + Lock.quoted(value) + "}");
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
        String name = place + "/" + base;
        for (int i = 2; files.containsKey(name); i++) {
            name = place + "/" + i + "-" + base;
        }
        files.put(name, content);
        return name;
    }

    private static String unique(String name, List<String> taken) {
        String found = name.startsWith(".") ? "-" + name : name;
        for (int i = 2; taken.contains(found); i++) {
            found = name + "-" + i;
        }
        taken.add(found);
        return found;
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes the archive to {@code target}, a zip if it is named so, and returns whether anything was to be written. In
     * a folder, files of an earlier archive that are no part of this one are removed.
     */
    boolean write(Path target) throws IOException {
        if (String.valueOf(target.getFileName()).endsWith(".zip")) {
            byte[] zip = zip();
            if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), zip)) {
                return false;
            }
            Files.createDirectories(
                    Objects.requireNonNull(target.toAbsolutePath().getParent()));
            OutputFile.write(target, zip, false);
            return true;
        }
        Map<Path, byte[]> written = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = target.resolve(file.getKey());
            if (!Files.isRegularFile(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                written.put(path, file.getValue());
            }
        }
        List<String> old = ArchiveList.read(target).keySet().stream()
                .filter(name -> !files.containsKey(name))
                .toList();
        // The list comes last, so that one which is there lists what is there.
        byte[] list = written.remove(target.resolve(ArchiveList.NAME));
        OutputFile.writeAll(written, false);
        for (String name : old) {
            Files.deleteIfExists(target.resolve(name));
        }
        if (list != null) {
            OutputFile.write(target.resolve(ArchiveList.NAME), list, false);
        }
        return list != null || !written.isEmpty();
    }

    /** Stored, for what compresses is not the same everywhere. */
    private byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                CRC32 sum = new CRC32();
                sum.update(file.getValue());
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                entry.setCrc(sum.getValue());
                entry.setTimeLocal(MOMENT);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return bytes.toByteArray();
    }

    /** Returns the words for what became of the archive {@code name}. */
    static Text said(String name, boolean written) {
        Text state = written ? new Text("已写", "written") : new Text("无变化", "unchanged");
        return Text.of("存档 %s：%s", "archive %s: %s", name, state);
    }
}
