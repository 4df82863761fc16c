package guifan.cli;

import guifan.diff.AmendmentDraft;
import guifan.diff.Severity;
import guifan.diff.StandardDiff;
import guifan.report.HtmlStandardDiff;
import guifan.report.RevisionTable;
import guifan.report.StandardDiffJson;
import guifan.report.StandardDiffPage;
import guifan.source.InputException;
import guifan.source.Text;
import guifan.source.YamlWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what changed: between two standards, or between two archived results. */
@picocli.CommandLine.Command(name = "diff", description = "比较两份评价标准或两份存档的结果")
final class DiffCommand extends Command {

    private static final PageForms<StandardDiff> FORMS = new PageForms<StandardDiff>()
            .with(PageForm.TEXT, StandardDiffPage::text)
            .with(PageForm.JSON, (diff, language, out) -> StandardDiffJson.write(diff, out))
            .with(PageForm.MARKDOWN, StandardDiffPage::markdown)
            .with(PageForm.REVISION_TABLE, RevisionTable::markdown)
            .with(PageForm.CSV, RevisionTable::csv)
            .with(PageForm.HTML, HtmlStandardDiff::write)
            .with(PageForm.AMENDMENT, (diff, language, out) -> amendment(diff, out));

    @Parameters(index = "0", paramLabel = "OLD", description = "原来的评价标准（2018、2019.0、.yaml 文件）或结果（.json）")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "新的评价标准或结果")
    private String after = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "打印的格式：text（默认）、json、md、revision-table（修订对照表）、csv（同，供电子表格用）、amendment（由旧文本到新文本的修订草稿）、html（网页）")
    private String format = "text";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "写入文件，后缀决定格式：.txt .json .md .csv（修订对照表） .yaml（修订草稿） .html（网页）；可重复")
    private List<String> outputs = new ArrayList<>();

    @Option(names = "--no-clobber", description = "不覆盖已有文件")
    private boolean noClobber;

    @Option(
            names = "--severity",
            paramLabel = "LEVEL",
            description = "比较评价标准时只列这一级及以上：major（实质）、minor（次要）、wording（文字，默认）")
    private @Nullable String severity;

    @Option(names = "--exit-code", description = "有差别时退出码为 1")
    private boolean exitCode;

    @Mixin
    private ResultDiffOptions results = new ResultDiffOptions();

    @Mixin
    private SameFactsOptions facts = new SameFactsOptions();

    @Mixin
    private StandardOptions standards = new StandardOptions();

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        boolean archived = before.endsWith(".json");
        if (archived != after.endsWith(".json")) {
            throw new UsageException(Text.of(
                    "评价标准只能与评价标准比较，结果（.json）只能与结果比较",
                    "standards are compared with standards, results (.json) with results"));
        }
        if (facts.isAsked()) {
            if (archived || exitCode || !outputs.isEmpty() || noClobber || severity != null || results.isAsked()) {
                throw new UsageException(Text.of(
                        "--scores 用于两份评价标准，只打印，不与 --exit-code、-o、--no-clobber、--severity、--unit、--details 同用",
                        "--scores is for two standards and is only printed; it goes without --exit-code, -o,"
                                + " --no-clobber, --severity, --unit and --details"));
            }
            facts.compare(before, after, standards, format, common, world);
            return ExitCode.DONE;
        }
        if (archived ? severity != null : results.isAsked()) {
            throw new UsageException(Text.of(
                    "--severity 用于比较评价标准，--unit、--details 用于比较结果",
                    "--severity is for comparing standards, --unit and --details for comparing results"));
        }
        OutputPaths paths = new OutputPaths(world).reading(before, after);
        for (String output : outputs) {
            paths.writing(output);
        }
        boolean same = archived
                ? results.compare(before, after, format, outputs, noClobber, common, standards.library(world), world)
                : sameStandards(world);
        return same || !exitCode ? ExitCode.DONE : ExitCode.NO;
    }

    private boolean sameStandards(Surroundings world) throws InputException, IOException, UsageException {
        String level = severity == null ? Severity.WORDING.key() : severity;
        Severity least = Arrays.stream(Severity.values())
                .filter(one -> one.key().equals(level))
                .findFirst()
                .orElseThrow(() -> new UsageException(Text.of(
                        "没有“%s”这一级，可用：major、minor、wording",
                        "there is no level \"%s\"; there are major, minor, wording", level)));
        PageForms.Chosen<StandardDiff> forms = FORMS.choose(format, outputs);
        StandardDiff diff = StandardDiff.of(standards.find(before, null, world), standards.find(after, null, world))
                .filtered(least);
        forms.write(diff, noClobber || outputs.stream().anyMatch(OutputPaths::isStandard), common, world);
        return diff.isEmpty();
    }

    private static void amendment(StandardDiff diff, Appendable out) throws IOException {
        if (!diff.isEmpty()) {
            out.append(YamlWriter.document(AmendmentDraft.of(diff.before(), diff.after())));
        }
    }
}
