package guifan.cli;

import guifan.evaluate.Evaluation;
import guifan.report.CheckLine;
import guifan.report.CsvTable;
import guifan.report.HtmlUnitPages;
import guifan.report.NextGrades;
import guifan.report.OutputFile;
import guifan.report.OutputFile.Content;
import guifan.report.ReductionList;
import guifan.report.Report;
import guifan.report.ReportFormat;
import guifan.report.SpoiltCodes;
import guifan.source.Diagnostic;
import guifan.source.FileException;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores units under a standard. */
@picocli.CommandLine.Command(name = "evaluate", description = "按评价标准给各单位评分、定等次、排名次")
final class EvaluateCommand extends Command {

    @Mixin
    private SheetOptions sheets = new SheetOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "写入文件，按扩展名定格式（.json .csv .xlsx .html .md .txt）；可重复")
    private List<String> outputs = new ArrayList<>();

    @Option(names = "--merged", paramLabel = "FILE", description = "把读到的各表合并写成一张宽表（.csv）")
    private @Nullable String merged;

    @Option(names = "--reductions", paramLabel = "FILE", description = "写出核减清单（.csv .md）")
    private @Nullable String reductions;

    @Option(names = "--unit-pages", paramLabel = "DIR", description = "为每个单位写一个 HTML 文件，供转发：只有本单位的得分、名次和平均")
    private @Nullable String unitPages;

    @Option(names = "--format", paramLabel = "FORMAT", description = "打印的格式：table、csv、json、md、html")
    private @Nullable String format;

    @Option(names = "--no-clobber", description = "不覆盖已有文件")
    private boolean noClobber;

    @Option(names = "--check", description = "只读取、检查填报表并报告，不评分")
    private boolean check;

    @Option(names = "--partial", description = "只评无误的单位，其余列为未评并写明原因；不排名次，退出码 3")
    private boolean partial;

    @Mixin
    private GradeGate gate = new GradeGate();

    @Mixin
    private WhatIfOptions trial = new WhatIfOptions();

    @Parameters(paramLabel = "SHEET", description = "填报表（CSV 或 XLSX、文件夹或 *.csv）；- 表示标准输入")
    private List<String> files = new ArrayList<>();

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        Map<String, ReportFormat> targets = targets(world);
        OutputPaths paths = sheets.reading(files, world);
        checkPaths(paths);
        Report printed = printed(world);
        boolean writes = !outputs.isEmpty() || merged != null || reductions != null || unitPages != null;
        if (check && (partial || writes || format != null)) {
            throw new UsageException(Text.of(
                    "--check 只检查，不能与 --partial、--format、-o、--merged、--reductions、--unit-pages 同用",
                    "--check only checks; it goes without --partial, --format, -o, --merged, --reductions and"
                            + " --unit-pages"));
        }
        if (gate.isAsked() && (check || trial.isAsked())) {
            throw new UsageException(Text.of(
                    "--fail-on 看评定的等次，不能与 --check、--set、--robustness 同用",
                    "--fail-on looks at grades; it goes without --check, --set and --robustness"));
        }
        if (trial.isAsked()) {
            trial.check(check || partial || writes, format);
        }
        Evaluation evaluation = sheets.evaluate(files, partial, common, world);
        Language language = common.language(world.environment());
        if (trial.isAsked()) {
            trial.print(sheets.standardOf(evaluation, world), evaluation, "json".equals(format), language, world.out());
            return ExitCode.DONE;
        }
        if (check) {
            world.out().println(CheckLine.of(evaluation, sheets.warnings()).in(language));
            return ExitCode.DONE;
        }
        List<String> stopped = gate.stopped(evaluation);
        NextGrades grades = NextGrades.under(sheets.standardOf(evaluation, world));
        Map<String, Content> written = new LinkedHashMap<>();
        List<Text> named = new ArrayList<>();
        for (Map.Entry<String, ReportFormat> target : targets.entrySet()) {
            written.put(target.getKey(), out -> target.getValue().write(evaluation, grades, language, out));
        }
        if (merged != null && sheets.merged().isPresent()) {
            List<Diagnostic> obstacles =
                    sheets.merged().get().obstacle().stream().toList();
            if (!obstacles.isEmpty()) {
                throw new InputException(InputException.Subject.DATA, obstacles);
            }
            StringBuilder text = new StringBuilder();
            CsvTable.writeSheet(sheets.merged().get().rows(evaluation.year()), text);
            written.put(merged, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        }
        if (reductions != null) {
            StringBuilder text = new StringBuilder();
            ReductionList.write(evaluation, reductions.endsWith(".md"), language, text);
            written.put(reductions, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        }
        written.keySet().forEach(file -> named.add(Text.of(file)));
        if (unitPages != null) {
            Files.createDirectories(world.resolve(unitPages));
            Map<String, byte[]> pages = HtmlUnitPages.of(evaluation, grades, language);
            named.add(CommonOptions.folder(unitPages, pages.size()));
            for (Map.Entry<String, byte[]> page : pages.entrySet()) {
                String file = Path.of(unitPages, page.getKey()).toString();
                paths.writing(world.resolve(file), file);
                written.put(file, out -> out.write(page.getValue()));
            }
        }
        Map<Path, Content> resolved = new LinkedHashMap<>();
        written.forEach((file, content) -> resolved.put(world.resolve(file), content));
        OutputFile.stream(resolved, noClobber);
        common.announce(named, world);
        if (targets.isEmpty() || format != null) {
            printed.with(grades).write(evaluation, language, world.out());
        }
        Stream.concat(written.keySet().stream(), "csv".equals(format) ? Stream.of("-") : Stream.of())
                .filter(file -> ReportFormat.ofFile(file).orElse(ReportFormat.CSV) == ReportFormat.CSV)
                .findFirst()
                .flatMap(file -> SpoiltCodes.in(file, evaluation))
                .ifPresent(warning -> common.print(List.of(warning), world));
        if (!stopped.isEmpty()) {
            gate.tell(stopped, language, world);
        }
        return evaluation.isPartial() ? ExitCode.DATA : stopped.isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }

    private Report printed(Surroundings world) throws UsageException {
        String word = format == null ? "table" : format;
        ReportFormat found = ReportFormat.ofWord(word)
                .orElseThrow(() -> new UsageException(Text.of(
                        "没有“%s”这种格式，可用：%s", "there is no format \"%s\"; there are %s", word, ReportFormat.words())));
        return found.text(world.columns())
                .orElseThrow(() -> new UsageException(Text.of(
                        "%1$s 不能打印，请写入文件：-o 文件.%2$s",
                        "%1$s cannot be printed; write it to a file: -o file.%2$s", word, found.ending())));
    }

    private Map<String, ReportFormat> targets(Surroundings world) throws UsageException, IOException {
        Map<String, ReportFormat> targets = new LinkedHashMap<>();
        for (String output : outputs) {
            if (Files.isDirectory(world.resolve(output))) {
                throw FileException.folder(output);
            }
            ReportFormat kind = ReportFormat.ofFile(output)
                    .orElseThrow(() -> new UsageException(Text.of(
                            "不能从“%s”的扩展名看出格式，可用：%s",
                            "the ending of \"%s\" names no format; there are %s", output, ReportFormat.endings())));
            targets.put(output, kind);
        }
        return targets;
    }

    private void checkPaths(OutputPaths paths) throws UsageException, IOException {
        checkEnding(merged, List.of(".csv"));
        checkEnding(reductions, List.of(".csv", ".md"));
        for (String output : outputs) {
            paths.writing(output);
        }
        paths.writing(merged);
        paths.writing(reductions);
    }

    private static void checkEnding(@Nullable String file, List<String> endings) throws UsageException {
        if (file != null && endings.stream().noneMatch(file::endsWith)) {
            throw new UsageException(Text.of(
                    "“%s”的扩展名应为 %s",
                    "the ending of \"%s\" must be %s",
                    file,
                    new Text(String.join("、", endings), String.join(" or ", endings))));
        }
    }
}
