package guifan.cli;

import guifan.report.Origins;
import guifan.report.OutputFile;
import guifan.report.RuleBookPage;
import guifan.report.StandardPage;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import guifan.standard.StandardId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one standard: in full, as a book, or where the values of an indicator come from. */
@picocli.CommandLine.Command(name = "show", description = "显示一份评价标准的全文（合并修订后）")
final class ShowCommand extends Command {

    @Mixin
    private StandardOptions standards = new StandardOptions();

    @Option(names = "--as-issued", description = "显示原文，不并入修订（同 2019.0）")
    private boolean asIssued;

    @Option(names = "--consolidated", description = "显示合并修订后的文本（默认）")
    private boolean consolidated;

    @Option(names = "--indicator", paramLabel = "ID", description = "只显示这项指标，列出各值出自哪个文件哪一行；可重复")
    private List<String> indicators = new ArrayList<>();

    @Option(names = "--weights", description = "列出各指标在各类单位总分中的实占分值")
    private boolean weights;

    @Option(names = "--format", paramLabel = "FORMAT", description = "格式：text（默认）、markdown、html（可打印的条文汇编）")
    private String format = "text";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "写入文件，不打印")
    private @Nullable String output;

    @Parameters(paramLabel = "ID", description = "评价标准，如 2019、2019.0 或 .yaml 文件")
    private String id = "";

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        if (!List.of("text", "markdown", "html").contains(format)) {
            throw new UsageException(Text.of(
                    "没有“%s”这种格式，可用：text、markdown、html",
                    "there is no format \"%s\"; there are text, markdown, html", format));
        }
        boolean part = weights || !indicators.isEmpty();
        if ((asIssued && consolidated) || (part && !format.equals("text"))) {
            throw new UsageException(Text.of(
                    "--as-issued 与 --consolidated 只用一个；--indicator、--weights 只有 text 格式",
                    "use one of --as-issued and --consolidated; --indicator and --weights are text only"));
        }
        Language language = common.language(world.environment());
        Standard standard = standard(world);
        if (output == null) {
            write(standard, language, world.out());
        } else {
            StringWriter text = new StringWriter();
            PrintWriter out = new PrintWriter(text);
            write(standard, language, out);
            out.flush();
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            OutputFile.write(world.resolve(output), bytes, OutputPaths.isStandard(output));
        }
        return ExitCode.DONE;
    }

    private Standard standard(Surroundings world) throws InputException, IOException, UsageException {
        Standard found = standards.find(id, null, world);
        if (!asIssued || found.identity().amendments().isEmpty()) {
            return found;
        }
        String issued = StandardId.parse(found.identity().id()).at(0).toString();
        if (!id.endsWith(".yaml")) {
            return standards.find(issued, null, world);
        }
        String folder = id.substring(0, id.lastIndexOf('/') + 1);
        return standards.find(folder + StandardId.parse(issued).fileName(), null, world);
    }

    private void write(Standard standard, Language language, PrintWriter out) throws IOException, UsageException {
        for (String one : indicators) {
            Origins.write(standard, indicator(standard, one), language, out);
        }
        if (weights) {
            Origins.writeWeights(standard, language, out);
        }
        if (weights || !indicators.isEmpty()) {
            return;
        }
        switch (format) {
            case "markdown" -> RuleBookPage.markdown(standard, language, out);
            case "html" -> RuleBookPage.html(standard, language, out);
            default -> StandardPage.show(standard, language, out);
        }
    }

    private static Indicator indicator(Standard standard, String wanted) throws UsageException {
        List<String> known = standard.indicators().map(Indicator::id).toList();
        return standard.indicators()
                .filter(one -> one.id().equals(wanted) || one.base().name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UsageException(Text.of("没有指标“%s”", "there is no indicator \"%s\"", wanted)
                        .plus(Similar.suggestion(wanted, known))));
    }
}
