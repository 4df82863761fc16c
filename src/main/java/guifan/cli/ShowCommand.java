package guifan.cli;

import guifan.report.Origins;
import guifan.report.RuleBookPage;
import guifan.report.StandardPage;
import guifan.source.InputException;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import guifan.standard.StandardId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one standard: in full, as a book, or where the values of an indicator come from. */
@picocli.CommandLine.Command(name = "show", description = "显示一份评价标准的全文（合并修订后）")
final class ShowCommand extends Command {

    private static final PageForms<Standard> BOOK = new PageForms<Standard>()
            .with(PageForm.TEXT, StandardPage::show)
            .with(PageForm.MARKDOWN, RuleBookPage::markdown)
            .with(PageForm.HTML, RuleBookPage::html);

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

    @Option(names = "--format", paramLabel = "FORMAT", description = "打印的格式：text（默认）、md、html（可打印的条文汇编）")
    private String format = PageForm.TEXT.word();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "写入文件，后缀决定格式：.txt .md .html（可打印的条文汇编）；可重复")
    private List<String> outputs = new ArrayList<>();

    @Option(names = "--no-clobber", description = "不覆盖已有文件")
    private boolean noClobber;

    @Parameters(paramLabel = "ID", description = "评价标准，如 2019、2019.0 或 .yaml 文件")
    private String id = "";

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        if (asIssued && consolidated) {
            throw new UsageException(
                    Text.of("--as-issued 与 --consolidated 只用一个", "use one of --as-issued and --consolidated"));
        }
        PageForms.Chosen<Standard> forms = (weights || !indicators.isEmpty() ? parts() : BOOK).choose(format, outputs);
        OutputPaths paths = new OutputPaths(world).reading(id);
        for (String output : outputs) {
            paths.writing(output);
        }
        Standard standard = standard(world);
        for (String one : indicators) {
            requireIndicator(standard, one);
        }
        forms.write(standard, noClobber, common, world);
        return ExitCode.DONE;
    }

    /** Single indicators and weights are for the screen; there is no book of them. */
    private PageForms<Standard> parts() {
        return new PageForms<Standard>().with(PageForm.TEXT, (standard, language, out) -> {
            for (String one : indicators) {
                Origins.write(standard, find(standard, one).orElseThrow(), language, out);
            }
            if (weights) {
                Origins.writeWeights(standard, language, out);
            }
        });
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

    private static Optional<Indicator> find(Standard standard, String wanted) {
        return standard.indicators()
                .filter(one -> one.id().equals(wanted) || one.base().name().equals(wanted))
                .findFirst();
    }

    private static void requireIndicator(Standard standard, String wanted) throws UsageException {
        if (find(standard, wanted).isEmpty()) {
            List<String> known = standard.indicators().map(Indicator::id).toList();
            throw new UsageException(Text.of("没有指标“%s”", "there is no indicator \"%s\"", wanted)
                    .plus(Similar.suggestion(wanted, known)));
        }
    }
}
