package guifan.cli;

import guifan.evaluate.Evaluation;
import guifan.evaluate.SheetSet;
import guifan.evaluate.Stage;
import guifan.evaluate.WideSheet;
import guifan.source.Diagnostic.Severity;
import guifan.source.FileException;
import guifan.source.InputException;
import guifan.source.InputException.Subject;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.SheetFiles;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.standard.Standard;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The standard and how the sheets are read. */
final class SheetOptions {

    @Option(names = "--standard", paramLabel = "ID", description = "评价标准：版次（2019，含修订）、某次文本（2019.0、2019.1）或 .yaml 文件")
    private @Nullable String standard;

    /** What a sheet that is opened without a verb is evaluated by. */
    @Option(names = "--standard-of-year", hidden = true)
    private boolean ofYear;

    @Option(names = "--year", paramLabel = "YYYY", description = "评价年度（默认取填报表的“年度”列）")
    private @Nullable Integer year;

    @Option(names = "--encoding", paramLabel = "NAME", description = "CSV 的编码（默认自动识别 UTF-8、GB18030、UTF-16）")
    private @Nullable Charset encoding;

    @Option(names = "--worksheet", paramLabel = "NAME", description = "只读 XLSX 中的这张工作表（默认读有表头的各张）；可重复")
    private List<String> worksheets = new ArrayList<>();

    @Option(
            names = "--overrides",
            paramLabel = "FILE",
            description = "经批准的更正（CSV：单位、指标、子项、原值、新值、理由、批准人、日期、文号），替换填报表的内容")
    private @Nullable String overrides;

    @Option(names = "--strict", description = "有警告也拒绝")
    private boolean strict;

    @Option(names = "--roster", paramLabel = "FILE", description = "单位名册（CSV 或 XLSX：单位、类别、别名、顺序、党委）：定类别和次序，查漏报")
    private @Nullable String roster;

    @Option(names = "--stage", paramLabel = "STAGE", description = "以哪一阶段的实绩为准：self（自评）、first（初评）、final（终评，默认）")
    private String stage = Stage.FINAL.word();

    @Option(names = "--results", paramLabel = "FILE", description = "其他标准的评价结果（.json），供取用其等次或得分的指标和加分项（如联络站星级）；可重复")
    private List<String> results = new ArrayList<>();

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = "对同分单位先后的决定（CSV：单位、名次先后、理由、决定机关、日期、文号），只用于其他各环都相同的单位")
    private @Nullable String decisions;

    @Option(names = "--history", paramLabel = "FILE", description = "往年的评价结果（.json），供涉及往年的后果和等次上限；可重复")
    private List<String> history = new ArrayList<>();

    private Optional<WideSheet> merged = Optional.empty();

    @Mixin
    private StandardOptions standards = new StandardOptions();

    private long warnings;

    private @Nullable Standard applied;

    /** Returns the standard that {@code evaluation} was made with, having found it again where it was archived. */
    Standard standardOf(Evaluation evaluation, Surroundings world) throws InputException, IOException, UsageException {
        if (applied != null) {
            return applied;
        }
        String id = standard == null ? evaluation.standard().id() : standard;
        Standard found = standards.find(id, evaluation.year(), world);
        if (!found.identity().rulesHash().equals(evaluation.standard().rulesHash())) {
            Problems problems = new Problems();
            problems.error(
                    "other-standard",
                    found.identity().place(),
                    Text.of(
                            "不是评价结果所用的标准（编号 %s），规则不同；请用 --standard 或 --standards 指明当时的标准",
                            "is not the standard of the result (id %s), the rules differ; name it with --standard or"
                                    + " --standards",
                            evaluation.standard().id()));
            throw new InputException(Subject.STANDARD, problems.all());
        }
        return found;
    }

    /** Returns what may not be written to, since it is read. */
    OutputPaths reading(List<String> files, Surroundings world) throws IOException {
        return new OutputPaths(world)
                .readingSheets(files)
                .reading(results.toArray(String[]::new))
                .reading(history.toArray(String[]::new))
                .reading(standard, roster, overrides, decisions);
    }

    /** Returns how many warnings there were. */
    long warnings() {
        return warnings;
    }

    /** Returns the evaluation of {@code files}, having told everything that is wrong with them. */
    Evaluation evaluate(List<String> files, CommonOptions common, Surroundings world)
            throws InputException, IOException, UsageException {
        return evaluate(files, false, common, world);
    }

    /** Returns the evaluation of {@code files}; where it is {@code partial}, of those units that are sound. */
    Evaluation evaluate(List<String> files, boolean partial, CommonOptions common, Surroundings world)
            throws InputException, IOException, UsageException {
        if (standard == null && !ofYear) {
            throw new UsageException(
                    Text.of("请用 --standard 指定评价标准，如 --standard 2019", "name the standard, as in --standard 2019"));
        }
        if (files.isEmpty()) {
            throw new UsageException(
                    Text.of("请给出填报表，如 scores.csv（- 表示标准输入）", "name a sheet, such as scores.csv (- is standard input)"));
        }
        Stage chosenStage = Stage.ofWord(stage)
                .orElseThrow(() -> new UsageException(Text.of(
                        "没有阶段“%s”，可用：self、first、final",
                        "there is no stage \"%s\"; there are self, first, final", stage)));
        Problems problems = new Problems();
        SheetSet sheets = new SheetSet(problems);
        sheets.at(chosenStage);
        sheets.onlyWorksheets(worksheets);
        for (String file : SheetFiles.expand(files, world.directory())) {
            read(file, problems, world).ifPresent(sheet -> sheets.add(sheet, encodingName()));
        }
        sheets.refuseOld();
        if (!worksheets.isEmpty() && !sheets.hasWorkbooks() && !problems.hasErrors()) {
            throw new UsageException(
                    Text.of("--worksheet 只用于 XLSX，所给的都不是", "--worksheet is for XLSX, and none of the sheets is"));
        }
        if (roster != null) {
            read(roster, problems, world).ifPresent(list -> sheets.readRoster(list, null));
        }
        ResultFiles archived = new ResultFiles(standards.library(world), world);
        for (String file : results) {
            archived.read(file, problems).ifPresent(sheets::addResult);
        }
        for (String file : history) {
            archived.read(file, problems).ifPresent(sheets::addEarlier);
        }
        problems.throwIfErrors(Subject.DATA);
        if (overrides != null) {
            read(overrides, problems, world).ifPresent(file -> sheets.override(file, encodingName()));
        }
        if (decisions != null) {
            read(decisions, problems, world).ifPresent(file -> sheets.decide(file, encodingName()));
        }
        if (year != null) {
            sheets.checkYear(year);
        }
        Integer evaluated = year != null ? year : sheets.year().orElse(null);
        String asked = standard != null ? standard : standardOf(evaluated, files.get(0), problems, world);
        Standard chosen = standards.find(asked, evaluated, world);
        applied = chosen;
        if (partial) {
            problems.throwIfErrors(Subject.DATA);
        }
        Evaluation evaluation = partial ? sheets.evaluatePartly(chosen, evaluated) : sheets.evaluate(chosen, evaluated);
        if (strict && !problems.all().isEmpty()) {
            refuseWarnings(problems);
            problems.throwIfErrors(Subject.DATA);
        }
        if (!evaluation.isPartial()) {
            problems.throwIfErrors(Subject.DATA);
        }
        common.print(problems, world);
        warnings = problems.all().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.WARNING)
                .count();
        merged = sheets.merged();
        return evaluation;
    }

    private @Nullable String encodingName() {
        return encoding == null ? null : encoding.name();
    }

    private String standardOf(@Nullable Integer evaluated, String file, Problems problems, Surroundings world)
            throws IOException, UsageException {
        if (evaluated == null) {
            throw new UsageException(Text.of(
                    "“%1$s”没有写明年度，不知用哪份评价标准；请写 guifan evaluate --standard 2019 %1$s",
                    "\"%1$s\" does not say its year, which would name the standard; write guifan evaluate --standard"
                            + " 2019 %1$s",
                    file));
        }
        String edition = standards
                .library(world)
                .editionOf(evaluated)
                .orElseThrow(() -> new UsageException(Text.of(
                        "没有 %1$s 年或更早的评价标准；请写 guifan evaluate --standard 编号 %2$s",
                        "there is no standard of %1$s or earlier; write guifan evaluate --standard ID %2$s",
                        evaluated.toString(),
                        file)));
        problems.note(
                "standard-of-year",
                SourceText.of(file, "").whole(),
                Text.of(
                        "没有指定评价标准，按填报表的年度 %1$s 采用 --standard %2$s",
                        "no standard was named; for the year of the sheet, %1$s, it is --standard %2$s",
                        evaluated.toString(),
                        edition));
        return edition;
    }

    /** Returns the sheets as one, once they were evaluated. */
    Optional<WideSheet> merged() {
        return merged;
    }

    private static void refuseWarnings(Problems problems) {
        problems.all().stream()
                .filter(diagnostic -> diagnostic.severity() == Severity.WARNING)
                .findFirst()
                .ifPresent(diagnostic -> problems.error(
                        "strict", diagnostic.place(), Text.of("有警告（--strict）", "there are warnings (--strict)")));
    }

    static Optional<InputFile> read(String file, Problems problems, Surroundings world)
            throws IOException, UsageException {
        if (file.equals("-")) {
            if (world.isTypedInput()) {
                throw new UsageException(Text.of(
                        "- 表示标准输入，但没有内容传入；如 guifan evaluate --standard 2019 - < scores.csv",
                        "- is standard input, and nothing is passed into it; as in guifan evaluate --standard"
                                + " 2019 - < scores.csv"));
            }
            return InputFile.read(world.in(), "-", InputFile.SHEET_LIMIT, problems);
        }
        Path path = world.resolve(file);
        if (Files.isDirectory(path)) {
            throw FileException.folder(file);
        }
        if (!Files.exists(path)) {
            throw new NoSuchFileException(file);
        }
        return InputFile.read(path, file, InputFile.SHEET_LIMIT, problems);
    }

    /** Returns the results under other standards, as they were named. */
    List<String> results() {
        return results;
    }
}
