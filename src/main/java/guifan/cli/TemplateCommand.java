package guifan.cli;

import guifan.evaluate.SheetSet;
import guifan.report.OutputFile;
import guifan.report.Template;
import guifan.report.Template.Layout;
import guifan.report.TemplateFiles;
import guifan.report.TemplateUnit;
import guifan.source.InputException;
import guifan.source.InputException.Subject;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Blank;
import guifan.standard.Standard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the empty sheets of a standard, which {@code evaluate} reads back. */
@picocli.CommandLine.Command(name = "template", description = "生成空白填报表：表头、可填的值、怎么填；填好后由 evaluate 读回")
final class TemplateCommand extends Command {

    @Option(names = "--standard", paramLabel = "ID", description = "评价标准：版次（2019，含修订）、某次文本（2019.0、2019.1）或 .yaml 文件")
    private @Nullable String standard;

    @Option(names = "--year", paramLabel = "YYYY", description = "评价年度；写进填报表")
    private @Nullable Integer year;

    @Option(names = "--roster", paramLabel = "FILE", description = "名册（CSV 或 XLSX，列：单位、类别、顺序）；每个单位一行或一张表")
    private @Nullable String roster;

    @Option(names = "--assessors", paramLabel = "N", description = "考评员打分的指标留几名考评员的位置（默认：标准要求的人数，至少 2）")
    private @Nullable Integer assessors;

    @Option(names = "--layout", paramLabel = "LAYOUT", description = "版式：wide 每单位一行；long 每项一行；unit 每单位一张表")
    private @Nullable Layout layout;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PATH",
            description = "写入文件（.csv、.xlsx）或目录（每个单位一个文件）；可重复；不给则打印 CSV")
    private List<String> outputs = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "目录中各文件的格式：xlsx（默认）、csv")
    private TemplateFiles.Format format = TemplateFiles.Format.XLSX;

    @Option(names = "--no-clobber", description = "不覆盖已有文件")
    private boolean noClobber;

    private final List<Path> folders = new ArrayList<>();

    @Mixin
    private StandardOptions standards = new StandardOptions();

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        if (standard == null) {
            throw new UsageException(
                    Text.of("请用 --standard 指定评价标准，如 --standard 2019", "name the standard, as in --standard 2019"));
        }
        if (assessors != null && (assessors < 1 || assessors > Blank.MOST_ASSESSORS)) {
            throw new UsageException(
                    Text.of("--assessors 应为 1–%s", "--assessors must be from 1 to %s", Blank.MOST_ASSESSORS));
        }
        Standard chosen = standards.find(standard, year, world);
        if (!chosen.bodies().areUnits()) {
            requireWide(chosen);
        }
        Template template = new Template(
                chosen,
                units(chosen, world),
                assessors == null ? Blank.assessors(chosen) : assessors,
                year,
                common.language(world.environment()));
        TemplateFiles files = new TemplateFiles(template, layout);
        OutputPaths paths = new OutputPaths(world).reading(standard, roster);
        Map<Path, byte[]> written = new LinkedHashMap<>();
        List<Text> named = new ArrayList<>();
        for (String output : outputs) {
            Map<Path, byte[]> contents = contents(files, output, world);
            boolean many = folders.contains(world.resolve(output).normalize());
            named.add(many ? CommonOptions.folder(output, contents.size()) : Text.of(output));
            for (Map.Entry<Path, byte[]> file : contents.entrySet()) {
                paths.writing(file.getKey(), output);
                written.put(file.getKey(), file.getValue());
            }
        }
        for (Path folder : folders) {
            Files.createDirectories(folder);
        }
        OutputFile.writeAll(written, noClobber);
        common.announce(named, world);
        if (outputs.isEmpty()) {
            world.out().print(csv(files));
        } else if (!common.isQuiet()) {
            for (String line : template.standardLines()) {
                world.err().println(line);
            }
        }
        return ExitCode.DONE;
    }

    /** What belongs to a unit is filled in with a row for each, which the roster of units does not name. */
    private void requireWide(Standard chosen) throws UsageException {
        if (roster != null || (layout != null && layout != Layout.WIDE)) {
            throw new UsageException(Text.of(
                    "“%s”评的不是单位而是“%s”，只有每个一行的宽表，不用名册",
                    "\"%s\" is not about units but about %s; there is a sheet with a row for each, and no roster",
                    chosen.identity().title(),
                    chosen.bodies().called()));
        }
        layout = Layout.WIDE;
    }

    private Map<Path, byte[]> contents(TemplateFiles files, String output, Surroundings world)
            throws IOException, UsageException {
        Path path = world.resolve(output).normalize();
        String lower = output.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsx")) {
            return Map.of(path, files.workbook());
        }
        if (lower.endsWith(".csv")) {
            return Map.of(path, csv(files).getBytes(StandardCharsets.UTF_8));
        }
        boolean folder = output.endsWith("/") || output.endsWith("\\") || Files.isDirectory(path);
        if (!folder || (layout != null && layout != Layout.UNIT)) {
            throw new UsageException(Text.of(
                    "“%s”应是 .csv 或 .xlsx 文件；目录（以 / 结尾）中每个单位一张表",
                    "\"%s\" should be a .csv or .xlsx file; a folder (ending in /) takes a sheet for each unit",
                    output));
        }
        Map<Path, byte[]> each = new LinkedHashMap<>();
        folders.add(path);
        files.each(format).forEach((name, content) -> each.put(path.resolve(name), content));
        return each;
    }

    private static String csv(TemplateFiles files) throws IOException, UsageException {
        return files.csv()
                .orElseThrow(() -> new UsageException(Text.of(
                        "一个 CSV 文件放不下多张表，请用 -o 目录/ --format csv，或 -o 文件.xlsx",
                        "one CSV file cannot hold several sheets; use -o FOLDER/ --format csv, or -o FILE.xlsx")));
    }

    private List<TemplateUnit> units(Standard chosen, Surroundings world) throws InputException, IOException {
        if (roster == null) {
            return List.of();
        }
        Problems problems = new Problems();
        SheetSet sheets = new SheetSet(problems);
        InputFile.read(world.resolve(roster), roster, InputFile.SHEET_LIMIT, problems)
                .ifPresent(file -> sheets.readRoster(file, null));
        List<TemplateUnit> units = sheets.roster()
                .map(read -> TemplateUnit.of(read, chosen, problems))
                .orElse(List.of());
        problems.throwIfErrors(Subject.DATA);
        common.print(problems, world);
        return units;
    }
}
