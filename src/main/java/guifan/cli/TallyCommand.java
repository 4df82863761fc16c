package guifan.cli;

import guifan.evaluate.ActivityLog;
import guifan.evaluate.ActivityStatistics;
import guifan.evaluate.ActivityStatistics.Dimension;
import guifan.evaluate.ActivityTally;
import guifan.report.ActivityReport;
import guifan.report.OutputFile;
import guifan.report.TallySheet;
import guifan.source.InputException;
import guifan.source.InputException.Subject;
import guifan.source.Problems;
import guifan.source.SheetFiles;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.standard.Standard;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts an activity log: into a sheet, or into statistics. */
@picocli.CommandLine.Command(name = "tally", description = "统计活动台账：生成填报表，或按形式、单位、年度统计")
final class TallyCommand extends Command {

    /** What is counted, and for what standard. */
    private record Counted(ActivityStatistics statistics, Standard standard) {}

    private static final PageForms<Counted> FORMS = new PageForms<Counted>()
            .with(
                    PageForm.TEXT,
                    (told, language, out) -> ActivityReport.text(told.statistics(), told.standard(), language, out))
            .with(
                    PageForm.CSV,
                    (told, language, out) -> ActivityReport.csv(told.statistics(), told.standard(), language, out))
            .with(
                    PageForm.JSON,
                    (told, language, out) -> ActivityReport.json(told.statistics(), told.standard(), language, out))
            .with(
                    PageForm.MARKDOWN,
                    (told, language, out) ->
                            ActivityReport.markdown(told.statistics(), told.standard(), language, out));

    @Option(names = "--standard", paramLabel = "ID", description = "评价标准：版次（2019，含修订）、某次文本（2019.0、2019.1）或 .yaml 文件")
    private @Nullable String standard;

    @Option(names = "--year", paramLabel = "YYYY", description = "只统计这一年度（默认取台账中唯一的年度）")
    private @Nullable Integer year;

    @Option(names = "--roster", paramLabel = "FILE", description = "单位名册（单位、类别、别名、顺序）：核对单位，定类别和次序")
    private @Nullable String roster;

    @Option(
            names = "--by",
            paramLabel = "WORDS",
            split = ",",
            description = "改为统计：form（形式）、unit（单位）、year（年度）、month（月份），逗号隔开")
    private List<String> by = new ArrayList<>();

    @Option(names = "--kept", paramLabel = "FORMS", split = ",", description = "台账完整记录、只是没有开展过的活动形式，按 0 计，逗号隔开")
    private List<String> kept = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "写入文件：填报表为 .csv；统计为 .csv .json .md .txt")
    private @Nullable String output;

    @Option(names = "--entries", paramLabel = "FILE", description = "写出每个次数由哪些活动得来（.csv）")
    private @Nullable String entries;

    @Option(names = "--format", paramLabel = "FORMAT", description = "统计打印的格式：text（默认）、csv、json、md")
    private @Nullable String format;

    @Option(names = "--encoding", paramLabel = "NAME", description = "CSV 的编码（默认自动识别 UTF-8、GB18030、UTF-16）")
    private @Nullable Charset encoding;

    @Option(names = "--no-clobber", description = "不覆盖已有文件")
    private boolean noClobber;

    @Mixin
    private StandardOptions standards = new StandardOptions();

    @Parameters(paramLabel = "LOG", description = "活动台账（CSV、XLSX、文件夹）：日期、单位、形式、主题、佐证；- 表示标准输入")
    private List<String> files = new ArrayList<>();

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        if (standard == null || files.isEmpty()) {
            throw new UsageException(Text.of(
                    "请给出活动台账和 --standard，如 tally activities.csv --standard 2019",
                    "name a log and a standard, as in tally activities.csv --standard 2019"));
        }
        List<Dimension> dimensions = dimensions();
        if (dimensions.isEmpty() ? format != null : entries != null) {
            throw new UsageException(Text.of(
                    "--format 只用于统计（--by），--entries 只用于填报表",
                    "--format is for statistics (--by) only, --entries for the sheet only"));
        }
        refuseSameFiles(world);
        PageForms.Chosen<Counted> forms = forms();
        Problems problems = new Problems();
        ActivityLog.Files read = new ActivityLog.Files(problems);
        String encodingName = encoding == null ? null : encoding.name();
        for (String file : SheetFiles.expand(files, world.directory())) {
            SheetOptions.read(file, problems, world).ifPresent(log -> read.add(log, encodingName));
        }
        if (roster != null) {
            SheetOptions.read(roster, problems, world).ifPresent(list -> read.readRoster(list, null));
        }
        problems.throwIfErrors(Subject.DATA);
        Standard chosen = standards.find(standard, year, world);
        if (!chosen.bodies().areUnits()) {
            throw new UsageException(Text.of(
                    "“%s”评的不是单位而是“%s”，不能由单位的台账统计",
                    "\"%s\" is not about units but about %s, which the log of units does not tell",
                    chosen.identity().title(),
                    chosen.bodies().called()));
        }
        ActivityLog log = read.read(chosen);
        if (dimensions.isEmpty()) {
            sheet(log, chosen, problems, world);
        } else {
            problems.throwIfErrors(Subject.DATA);
            common.print(problems, world);
            statistics(year == null ? log : log.of(year), chosen, dimensions, forms, world);
        }
        return ExitCode.DONE;
    }

    private void sheet(ActivityLog log, Standard chosen, Problems problems, Surroundings world)
            throws InputException, IOException, UsageException {
        log.requireKinds(problems);
        problems.throwIfErrors(Subject.DATA);
        Set<Integer> years = log.years();
        if (year == null && years.size() != 1) {
            throw new UsageException(Text.of(
                    "台账有 %s 个年度（%s），请用 --year 指定",
                    "the log holds %s years (%s); choose one with --year", years.size(), years));
        }
        ActivityTally tally = ActivityTally.of(
                chosen, log, kept(chosen), year == null ? years.iterator().next() : year);
        StringBuilder text = new StringBuilder();
        TallySheet.write(tally, text);
        Map<Path, byte[]> written = new LinkedHashMap<>();
        if (output != null) {
            written.put(world.resolve(output), text.toString().getBytes(StandardCharsets.UTF_8));
        }
        if (entries != null) {
            StringBuilder list = new StringBuilder();
            TallySheet.writeEntries(tally, list);
            written.put(world.resolve(entries), list.toString().getBytes(StandardCharsets.UTF_8));
        }
        OutputFile.writeAll(written, noClobber);
        List<Text> named = Stream.of(output, entries)
                .flatMap(Stream::ofNullable)
                .map(Text::of)
                .toList();
        common.announce(named, world);
        if (output == null) {
            world.out().print(text);
        }
        common.print(problems, world);
        if (!common.isQuiet()) {
            tally.sentences().forEach(line -> world.err().println(line.in(common.language(world.environment()))));
        }
    }

    private List<String> kept(Standard chosen) throws UsageException {
        Set<String> forms = ActivityLog.formsOf(chosen);
        List<String> named = kept.stream()
                .map(form -> chosen.activities().form(form.strip()))
                .toList();
        for (String form : named) {
            if (!forms.contains(form)) {
                throw new UsageException(
                        Text.of("标准中没有“%s”这种活动形式", "the standard knows no form of activity \"%s\"", form)
                                .plus(Similar.suggestion(form, forms)));
            }
        }
        return named;
    }

    private void statistics(
            ActivityLog log,
            Standard chosen,
            List<Dimension> dimensions,
            PageForms.Chosen<Counted> forms,
            Surroundings world)
            throws IOException {
        ActivityStatistics statistics = ActivityStatistics.of(log, chosen, dimensions);
        forms.write(new Counted(statistics, chosen), noClobber, common, world);
    }

    /** The ending of a file says its form, and {@code --format} that of what is printed. */
    private PageForms.Chosen<Counted> forms() throws UsageException {
        return FORMS.choose(
                format == null ? PageForm.TEXT.word() : format,
                Stream.ofNullable(output).toList());
    }

    private List<Dimension> dimensions() throws UsageException {
        Set<Dimension> dimensions = new LinkedHashSet<>();
        for (String word : by) {
            Dimension dimension = Dimension.ofWord(word.strip())
                    .orElseThrow(() -> new UsageException(Text.of(
                            "不能按“%s”统计，可用：form、unit、year、month",
                            "there is nothing to count by called \"%s\"; there are form, unit, year, month", word)));
            if (!dimensions.add(dimension)) {
                throw new UsageException(Text.of("“%s”写了两次", "\"%s\" is given twice", word));
            }
        }
        return List.copyOf(dimensions);
    }

    /** Nothing that is read may be written to, and nothing is written twice. */
    private void refuseSameFiles(Surroundings world) throws IOException, UsageException {
        OutputPaths paths = new OutputPaths(world).readingSheets(files).reading(standard, roster);
        for (String file :
                Stream.of(output, entries).flatMap(Stream::ofNullable).toList()) {
            if (dimensions().isEmpty() && !PageForm.CSV.isOf(file)) {
                throw new UsageException(Text.of("“%s”的扩展名应为 .csv", "the ending of \"%s\" must be .csv", file));
            }
            paths.writing(file);
        }
    }
}
