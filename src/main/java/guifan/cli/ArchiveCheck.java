package guifan.cli;

import guifan.batch.ArchiveList;
import guifan.batch.ArchivedRuns;
import guifan.batch.ArchivedRuns.ArchivedRun;
import guifan.report.JsonWriter;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/** Verifies the archive of a year: every file against the list, and every result by evaluating again within it. */
final class ArchiveCheck {

    private static final String FORMAT_VERSION = "1.0";

    private final Path archive;
    private final Language language;
    private final Surroundings world;
    private final List<Text> findings = new ArrayList<>();
    private final Map<String, Recomputed> runs = new LinkedHashMap<>();

    /** What {@code verify} said of a run. */
    private record Recomputed(boolean identical, String said) {}

    private ArchiveCheck(Path archive, Language language, Surroundings world) {
        this.archive = archive;
        this.language = language;
        this.world = world;
    }

    /**
     * Verifies the folder or zip at {@code place}.
     *
     * @param name the archive as the user named it
     */
    static ExitCode run(Path place, String name, Language language, String format, Surroundings world)
            throws IOException {
        if (Files.isDirectory(place)) {
            return run(new ArchiveCheck(place, language, world), name, format);
        }
        if (!Files.exists(place)) {
            throw new NoSuchFileException(name);
        }
        try (FileSystem zip = FileSystems.newFileSystem(place, (ClassLoader) null)) {
            Path root = zip.getRootDirectories().iterator().next();
            return run(new ArchiveCheck(root, language, world), name, format);
        } catch (ZipException | ProviderNotFoundException e) {
            world.out()
                    .println(Text.of("%s 不是完好的 zip", "%s is no zip, or a damaged one", name)
                            .in(language));
            return ExitCode.NO;
        }
    }

    private static ExitCode run(ArchiveCheck check, String name, String format) throws IOException {
        check.check();
        if (format.equals("json")) {
            check.world.out().println(JsonWriter.line(check.members()));
        } else {
            check.print(name);
        }
        return check.isSound() ? ExitCode.DONE : ExitCode.NO;
    }

    private void check() throws IOException {
        findings.addAll(ArchiveList.findings(archive));
        try {
            for (ArchivedRun run : ArchivedRuns.of(archive)) {
                runs.put(run.id(), recompute(run));
            }
        } catch (NoSuchFileException e) {
            findings.add(Text.of(
                    "缺少 %s，不能重新计算", "%s is missing, nothing can be recomputed", String.valueOf(e.getMessage())));
        } catch (InputException e) {
            e.diagnostics()
                    .forEach(one ->
                            findings.add(one.place().words().plus(Text.of(": ")).plus(one.message())));
        }
    }

    private Recomputed recompute(ArchivedRun run) {
        List<String> arguments = new ArrayList<>(run.arguments());
        arguments.addAll(1, List.of("--lang", language == Language.EN ? "en" : "zh", "--quiet"));
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int exit = Cli.run(archive, world.in(), writer, writer, world.environment(), arguments.toArray(String[]::new));
        writer.flush();
        return new Recomputed(exit == ExitCode.DONE.number(), said.toString());
    }

    private boolean isSound() {
        return findings.isEmpty() && !runs.isEmpty() && runs.values().stream().allMatch(Recomputed::identical);
    }

    private void print(String name) {
        PrintWriter out = world.out();
        runs.forEach((id, run) -> {
            out.println(Text.of("%s：", "%s:", id).in(language));
            run.said().lines().forEach(line -> out.println("    " + line));
        });
        if (isSound()) {
            out.println(Text.of(
                            "年度存档 %s 完好：各文件与清单相符，%s 项结果重新计算一致",
                            "the archive %s is sound: every file is as listed, and the results of %s runs are"
                                    + " recomputed",
                            name,
                            runs.size())
                    .in(language));
            return;
        }
        out.println(Text.of("年度存档 %s 有误：", "the archive %s is not sound:", name).in(language));
        findings.forEach(finding -> out.println("  " + finding.in(language)));
        runs.forEach((id, run) -> {
            if (!run.identical()) {
                out.println("  "
                        + Text.of("%s 的结果不能由存档重新得出", "the result of %s does not follow from the archive", id)
                                .in(language));
            }
        });
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("formatVersion", FORMAT_VERSION);
        members.put("sound", isSound());
        members.put("findings", findings.stream().map(one -> one.in(language)).toList());
        List<Map<String, Object>> results = new ArrayList<>();
        runs.forEach((id, run) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("run", id);
            one.put("identical", run.identical());
            results.add(one);
        });
        members.put("runs", results);
        return members;
    }
}
