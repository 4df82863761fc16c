package guifan.cli;

import guifan.batch.ArchiveList;
import guifan.batch.ArchivedRuns;
import guifan.batch.ArchivedRuns.ArchivedRun;
import guifan.report.Verification.Finding;
import guifan.report.VerificationPage;
import guifan.report.VerificationPage.Answer;
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
import java.util.Set;
import java.util.zip.ZipException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Verifies the archive of a year: every file against the list, and every result by evaluating again within it. */
final class ArchiveCheck {

    /** What has an effect on an archive; all else is in the archive itself. */
    private static final Set<String> OPTIONS =
            Set.of("--format", "--lang", "--message-format", "--quiet", "--help", "--debug");

    private final Path archive;
    private final Language language;
    private final boolean json;
    private final Surroundings world;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Recomputed> runs = new LinkedHashMap<>();

    /** What {@code verify} said of a run, and what it had to remark. */
    private record Recomputed(int exit, String said, String remarks) {
        boolean identical() {
            return exit == ExitCode.DONE.number();
        }

        boolean compared() {
            return identical() || exit == ExitCode.NO.number();
        }
    }

    private ArchiveCheck(Path archive, Language language, String format, Surroundings world) {
        this.archive = archive;
        this.language = language;
        this.json = format.equals("json");
        this.world = world;
    }

    /** Refuses what was given for an archive and would not be looked at. */
    static void refuseIdle(ParseResult given, List<String> sheets) throws UsageException {
        List<String> idle = new ArrayList<>(given.matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(option -> !OPTIONS.contains(option))
                .distinct()
                .toList());
        idle.addAll(sheets);
        if (!idle.isEmpty()) {
            throw new UsageException(Text.of(
                    "核对年度存档时 %s 没有作用：所需的都在存档里",
                    "%s has no effect on the archive of a year, which holds all that is needed", Text.list(idle)));
        }
    }

    /**
     * Verifies the folder or zip at {@code place}.
     *
     * @param name the archive as the user named it
     */
    static ExitCode run(Path place, String name, Language language, String format, Surroundings world)
            throws IOException {
        if (Files.isDirectory(place)) {
            return run(new ArchiveCheck(place, language, format, world), name);
        }
        if (!Files.exists(place)) {
            throw new NoSuchFileException(name);
        }
        ArchiveCheck damaged = new ArchiveCheck(place, language, format, world);
        try (FileSystem zip = FileSystems.newFileSystem(place, (ClassLoader) null)) {
            Path root = zip.getRootDirectories().iterator().next();
            return run(new ArchiveCheck(root, language, format, world), name);
        } catch (ZipException | ProviderNotFoundException e) {
            damaged.findings.add(new Finding("zip", Text.of("%s 不是完好的 zip", "%s is no zip, or a damaged one", name)));
            return damaged.tell(name);
        }
    }

    private static ExitCode run(ArchiveCheck check, String name) throws IOException {
        check.check();
        return check.tell(name);
    }

    private ExitCode tell(String name) throws IOException {
        if (json) {
            Map<String, Answer> answers = new LinkedHashMap<>();
            runs.forEach((id, run) -> {
                if (run.compared()) {
                    run.remarks().lines().forEach(world.err()::println);
                }
                String said = run.compared() ? run.said() : "";
                answers.put(id, new Answer(run.identical(), said, run.remarks().strip()));
            });
            VerificationPage.writeJson(isSound(), findings, answers, world.out());
        } else {
            print(name);
        }
        return isSound() ? ExitCode.DONE : ExitCode.NO;
    }

    private void check() throws IOException {
        findings.addAll(ArchiveList.findings(archive));
        try {
            for (ArchivedRun run : ArchivedRuns.of(archive)) {
                runs.put(run.id(), recompute(run));
            }
        } catch (NoSuchFileException e) {
            findings.add(new Finding(
                    "runs",
                    Text.of(
                            "缺少 %s，不能重新计算",
                            "%s is missing, nothing can be recomputed", String.valueOf(e.getMessage()))));
        } catch (InputException e) {
            e.diagnostics()
                    .forEach(one -> findings.add(new Finding(
                            one.code(), one.place().words().plus(Text.of(": ")).plus(one.message()))));
        }
    }

    private Recomputed recompute(ArchivedRun run) {
        List<String> arguments = new ArrayList<>(run.arguments());
        arguments.addAll(1, List.of("--lang", language == Language.EN ? "en" : "zh", "--quiet"));
        if (json) {
            arguments.addAll(1, List.of("--format", "json"));
        }
        StringWriter said = new StringWriter();
        StringWriter remarks = json ? new StringWriter() : said;
        PrintWriter out = new PrintWriter(said);
        PrintWriter err = new PrintWriter(remarks);
        int exit = Cli.run(archive, world.in(), out, err, world.environment(), arguments.toArray(String[]::new));
        out.flush();
        err.flush();
        return new Recomputed(exit, said.toString(), remarks.toString());
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
        findings.forEach(finding -> out.println("  " + finding.words().in(language)));
        runs.forEach((id, run) -> {
            if (!run.identical()) {
                out.println("  "
                        + Text.of("%s 的结果不能由存档重新得出", "the result of %s does not follow from the archive", id)
                                .in(language));
            }
        });
    }
}
