package guifan.cli;

import guifan.evaluate.Evaluation;
import guifan.report.CheckLine;
import guifan.report.OutputFile;
import guifan.report.ReportFormat;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            description = "写入文件，按扩展名定格式（.json .csv .md .txt）；可重复")
    private List<String> outputs = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "打印的格式：table、csv、json、md")
    private @Nullable String format;

    @Option(names = "--no-clobber", description = "不覆盖已有文件")
    private boolean noClobber;

    @Option(names = "--check", description = "只读取、检查填报表并报告，不评分")
    private boolean check;

    @Option(names = "--partial", description = "只评无误的单位，其余列为未评并写明原因；不排名次，退出码 3")
    private boolean partial;

    @Parameters(paramLabel = "SHEET", description = "填报表（CSV）；- 表示标准输入")
    private List<String> files = new ArrayList<>();

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        Map<String, ReportFormat> targets = targets(world);
        ReportFormat printed = printed();
        if (check && (partial || format != null || !outputs.isEmpty())) {
            throw new UsageException(Text.of(
                    "--check 只检查，不能与 --partial、--format、-o 同用",
                    "--check only checks; it goes without --partial, --format and -o"));
        }
        Evaluation evaluation = sheets.evaluate(files, partial, common, world);
        Language language = common.language(world.environment());
        if (check) {
            world.out().println(CheckLine.of(evaluation, sheets.warnings()).in(language));
            return ExitCode.DONE;
        }
        Map<String, byte[]> written = new LinkedHashMap<>();
        for (Map.Entry<String, ReportFormat> target : targets.entrySet()) {
            StringBuilder text = new StringBuilder();
            target.getValue().report().write(evaluation, language, text);
            written.put(target.getKey(), text.toString().getBytes(StandardCharsets.UTF_8));
        }
        for (Map.Entry<String, byte[]> file : written.entrySet()) {
            OutputFile.write(world.resolve(file.getKey()), file.getValue(), noClobber);
        }
        if (targets.isEmpty() || format != null) {
            printed.report().write(evaluation, language, world.out());
        }
        return evaluation.isPartial() ? ExitCode.DATA : ExitCode.DONE;
    }

    private ReportFormat printed() throws UsageException {
        String word = format == null ? "table" : format;
        return ReportFormat.ofWord(word)
                .orElseThrow(() -> new UsageException(Text.of(
                        "没有“%s”这种格式，可用：%s", "there is no format \"%s\"; there are %s", word, ReportFormat.words())));
    }

    private Map<String, ReportFormat> targets(Surroundings world) throws UsageException {
        Map<String, ReportFormat> targets = new LinkedHashMap<>();
        for (String output : outputs) {
            ReportFormat kind = ReportFormat.ofFile(output)
                    .orElseThrow(() -> new UsageException(Text.of(
                            "不能从“%s”的扩展名看出格式，可用：%s",
                            "the ending of \"%s\" names no format; there are %s", output, ReportFormat.endings())));
            boolean isInput = files.stream()
                    .anyMatch(file -> world.resolve(file)
                            .normalize()
                            .equals(world.resolve(output).normalize()));
            if (isInput || targets.put(output, kind) != null) {
                throw new UsageException(
                        Text.of("“%s”既是输入又是输出，或写了两次", "\"%s\" is an input too, or named twice", output));
            }
        }
        return targets;
    }
}
