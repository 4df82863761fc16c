package guifan.cli;

import guifan.evaluate.Evaluation;
import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.OtherResult;
import guifan.evaluate.Recomputation;
import guifan.evaluate.Taken.Source;
import guifan.report.ArchivedResult;
import guifan.report.Verification;
import guifan.report.VerificationPage;
import guifan.source.InputException;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.SheetFiles;
import guifan.source.Text;
import guifan.standard.Standard;
import guifan.standard.StandardLibrary.When;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recomputes an archived result and says whether it is right. */
@picocli.CommandLine.Command(name = "verify", description = "重新计算存档的结果，说明是否一致；不一致则指明哪项输入不同、有何影响，退出码 1")
final class VerifyCommand extends Command {

    /** Endings of what is written from a result, or read for one. */
    private static final Set<String> OTHERS = Set.of("csv", "xlsx", "md", "html", "txt", "docx", "yaml", "yml", "sql");

    @Parameters(index = "0", paramLabel = "RESULT", description = "存档的结果（.json），或 batch 写成的年度存档（目录或 .zip）")
    private String result = "";

    @Parameters(index = "1..*", paramLabel = "SHEET", description = "填报表；不给则按结果所记的文件名在结果旁边、当前目录中找")
    private List<String> files = new ArrayList<>();

    @Option(names = "--standard", paramLabel = "ID", description = "评价标准；不给则按结果所记的编号找")
    private @Nullable String standard;

    @Option(names = "--roster", paramLabel = "FILE", description = "名册；不给则按结果所记的文件名找")
    private @Nullable String roster;

    @Option(names = "--overrides", paramLabel = "FILE", description = "经批准的更正；不给则按结果所记的文件名找")
    private @Nullable String overrides;

    @Option(names = "--decisions", paramLabel = "FILE", description = "对同分单位先后的决定；不给则按结果所记的文件名找")
    private @Nullable String decisions;

    @Option(names = "--results", paramLabel = "FILE", description = "取用过的其他标准的评价结果，可重复；不给则按结果所记的文件名找")
    private List<String> results = new ArrayList<>();

    @Option(names = "--history", paramLabel = "FILE", description = "用到的往年的评价结果，可重复；不给则按结果所记的文件名找")
    private List<String> history = new ArrayList<>();

    @Option(names = "--year", paramLabel = "YYYY", description = "评价时用 --year 给出的年度")
    private @Nullable Integer year;

    @Option(names = "--encoding", paramLabel = "NAME", description = "评价时用 --encoding 给出的编码")
    private @Nullable Charset encoding;

    @Option(names = "--worksheet", paramLabel = "NAME", description = "评价时用 --worksheet 给出的工作表，可重复")
    private List<String> worksheets = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "打印的格式：text、json")
    private String format = "text";

    @Spec
    private CommandSpec spec;

    @Mixin
    private StandardOptions standards = new StandardOptions();

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        if (!List.of("text", "json").contains(format)) {
            throw new UsageException(
                    Text.of("没有“%s”这种格式，可用：text、json", "there is no format \"%s\"; there are text, json", format));
        }
        String ending = result.toLowerCase(Locale.ROOT).replaceFirst("^.*\\.", "");
        if (OTHERS.contains(ending)) {
            throw new UsageException(Text.of(
                    "%s 不是存档的结果：核对的是 evaluate -o results.json 写出的 .json；表格、报告和文书由它得出，本身不能核对",
                    "%s is no archived result: verify takes the .json that evaluate -o results.json writes; tables,"
                            + " reports and papers are made from it and cannot be verified themselves",
                    result));
        }
        Path archive = world.resolve(result);
        if (Files.isDirectory(archive) || result.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            ArchiveCheck.refuseIdle(spec.commandLine().getParseResult(), files);
            return ArchiveCheck.run(archive, result, common.language(world.environment()), format, world);
        }
        Verification verification = verification(world);
        if (format.equals("json")) {
            VerificationPage.writeJson(verification, world.out());
        } else {
            VerificationPage.write(verification, common.language(world.environment()), world.out());
        }
        return verification.isConfirmed() ? ExitCode.DONE : ExitCode.NO;
    }

    private Verification verification(Surroundings world) throws InputException, IOException, UsageException {
        ArchivedResult archived;
        try {
            String text = new String(Files.readAllBytes(world.resolve(result)), StandardCharsets.UTF_8);
            archived = ArchivedResult.read(result, text);
        } catch (InputException e) {
            return Verification.unreadable(e);
        }
        Evaluation evaluation = archived.evaluation();
        Problems problems = new Problems();
        Recomputation inputs = inputs(evaluation, problems, world);
        List<OtherResult> others;
        List<OtherResult> before;
        try {
            others = archived("--results", results, evaluation.taken().sources(), problems, world);
            before = archived("--history", history, evaluation.history().sources(), problems, world);
        } catch (InputException e) {
            return Verification.withoutResult(archived, e);
        }
        Standard found;
        try {
            String id = standard == null ? evaluation.standard().id() : standard;
            found = standards.library(world).find(id, When.LATEST, world.directory());
        } catch (InputException e) {
            return Verification.withoutStandard(archived, e);
        }
        if (standard == null) {
            EditionNote.tell(
                    result, evaluation.standard(), evaluation.year(), standards.library(world), world, problems);
        }
        common.print(problems, world);
        return Verification.of(archived, found, inputs.with(others, before));
    }

    private Recomputation inputs(Evaluation evaluation, Problems problems, Surroundings world)
            throws InputException, IOException, UsageException {
        List<InputFile> given = new ArrayList<>();
        for (String file : SheetFiles.expand(files, world.directory())) {
            read(file, problems, world).ifPresent(given::add);
        }
        List<String> needed = new ArrayList<>();
        List<InputFile> sheets = new ArrayList<>();
        List<Input> recorded = evaluation.inputs();
        for (Input input : recorded) {
            Optional<InputFile> sheet = files.isEmpty()
                    ? beside(input.name(), problems, world)
                    : take(input, given, given.size() == recorded.size() && recorded.size() == 1);
            sheet.ifPresent(given::remove);
            sheet.map(file -> named(file, input)).ifPresentOrElse(sheets::add, () -> needed.add(input.name()));
        }
        @Nullable InputFile list = extra("--roster", roster, evaluation.roster(), needed, problems, world);
        @Nullable
        Input changes =
                evaluation.overrides() == null ? null : evaluation.overrides().file();
        @Nullable InputFile changed = extra("--overrides", overrides, changes, needed, problems, world);
        @Nullable
        Input order =
                evaluation.decisions() == null ? null : evaluation.decisions().file();
        @Nullable InputFile decided = extra("--decisions", decisions, order, needed, problems, world);
        problems.throwIfErrors(InputException.Subject.DATA);
        if (!needed.isEmpty()) {
            throw new UsageException(Text.of(
                    "结果由这些文件得出，没有找到：%s；请写在结果之后",
                    "the result was made from these files, which were not found: %s; name them after the result",
                    Text.list(needed)));
        }
        if (!given.isEmpty()) {
            throw new UsageException(Text.of(
                    "结果不是由这个文件得出的：%s",
                    "the result was not made from this file: %s", given.get(0).name()));
        }
        String encodingName = encoding == null ? null : encoding.name();
        return new Recomputation(sheets, list, changed, decided, List.of(), List.of(), encodingName, worksheets, year);
    }

    /** Returns the results that the result looked at, in its order. */
    private List<OtherResult> archived(
            String option, List<String> named, List<Source> recorded, Problems problems, Surroundings world)
            throws InputException, IOException, UsageException {
        List<InputFile> given = new ArrayList<>();
        for (String file : named) {
            read(file, problems, world).ifPresent(given::add);
        }
        Map<Source, InputFile> files = new HashMap<>();
        for (Source source : recorded) {
            given.stream()
                    .filter(file -> file.sha256().equals(source.file().sha256()))
                    .findFirst()
                    .ifPresent(file -> files.put(source, file));
        }
        given.removeAll(files.values());
        List<OtherResult> found = new ArrayList<>();
        List<String> needed = new ArrayList<>();
        for (Source source : recorded) {
            Input input = source.file();
            Optional<InputFile> file = Optional.ofNullable(files.get(source));
            if (file.isEmpty()) {
                file = named.isEmpty()
                        ? beside(input.name(), problems, world)
                        : take(input, given, recorded.size() == 1);
                file.ifPresent(given::remove);
            }
            if (file.isEmpty()) {
                needed.add(input.name());
            } else {
                found.add(ResultFiles.recorded(named(file.get(), input)));
            }
        }
        if (!needed.isEmpty()) {
            throw new UsageException(Text.of(
                    "结果用到了这些评价结果，没有找到：%s；请用 %s 指明",
                    "the result looked at these results, which were not found: %s; name them with %s",
                    Text.list(needed),
                    option));
        }
        if (!given.isEmpty()) {
            throw new UsageException(Text.of(
                    "结果没有用到这个文件：%s",
                    "the result did not look at this file: %s", given.get(0).name()));
        }
        return found;
    }

    /** Takes the file of the recorded hash from those given, otherwise that of the recorded name. */
    private static Optional<InputFile> take(Input input, List<InputFile> given, boolean onlyOne) {
        return given.stream()
                .filter(file -> file.sha256().equals(input.sha256()))
                .findFirst()
                .or(() -> given.stream()
                        .filter(file -> onlyOne || baseName(file.name()).equals(input.name()))
                        .findFirst());
    }

    private @Nullable InputFile extra(
            String option,
            @Nullable String file,
            @Nullable Input recorded,
            List<String> needed,
            Problems problems,
            Surroundings world)
            throws IOException, UsageException {
        if (recorded == null && file != null) {
            throw new UsageException(Text.of("结果没有用到 %s", "the result was made without %s", option));
        }
        if (recorded == null) {
            return null;
        }
        Optional<InputFile> found =
                file == null ? beside(recorded.name(), problems, world) : read(file, problems, world);
        if (found.isEmpty()) {
            needed.add(option + " " + recorded.name());
        }
        return found.map(one -> named(one, recorded)).orElse(null);
    }

    /** Looks for a file beside the result, then in the current folder. */
    private Optional<InputFile> beside(String name, Problems problems, Surroundings world) throws IOException {
        String folder = result.substring(0, Math.max(result.lastIndexOf('/'), result.lastIndexOf('\\')) + 1);
        for (String file : List.of(folder + name, name)) {
            if (!name.isEmpty() && baseName(name).equals(name) && Files.isRegularFile(world.resolve(file))) {
                return read(file, problems, world);
            }
        }
        return Optional.empty();
    }

    private static Optional<InputFile> read(String file, Problems problems, Surroundings world) throws IOException {
        return InputFile.read(world.resolve(file), file, InputFile.SHEET_LIMIT, problems);
    }

    /** A file may have been renamed since; the result knows it by its name of then. */
    private static InputFile named(InputFile file, Input recorded) {
        return InputFile.of(recorded.name(), file.content());
    }

    private static String baseName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
