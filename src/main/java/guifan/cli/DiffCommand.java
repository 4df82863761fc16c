package guifan.cli;

import guifan.diff.StandardDiff;
import guifan.source.InputException;
import guifan.source.Text;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what changed: between two standards, or between two archived results. */
@picocli.CommandLine.Command(name = "diff", description = "比较两份评价标准或两份存档的结果")
final class DiffCommand extends Command {

    @Parameters(index = "0", paramLabel = "OLD", description = "原来的评价标准（2018、2019.0、.yaml 文件）或结果（.json）")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "新的评价标准或结果")
    private String after = "";

    @Option(names = "--exit-code", description = "有差别时退出码为 1")
    private boolean exitCode;

    @Option(names = "--format", paramLabel = "FORMAT", description = "打印的格式：text、json、md")
    private String format = "text";

    @Mixin
    private ResultDiffOptions results = new ResultDiffOptions();

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
        boolean same = archived
                ? results.compare(before, after, format, common.language(world.environment()), world)
                : sameStandards(world);
        return same || !exitCode ? ExitCode.DONE : ExitCode.NO;
    }

    private boolean sameStandards(Surroundings world) throws InputException, IOException, UsageException {
        StandardDiff diff = new StandardDiff(standards.find(before, null, world), standards.find(after, null, world));
        if (!diff.isEmpty()) {
            world.out()
                    .println(Text.of(
                                    "%s 与 %s 不同",
                                    "%s and %s differ",
                                    diff.before().identity().id(),
                                    diff.after().identity().id())
                            .in(common.language(world.environment())));
        }
        return diff.isEmpty();
    }
}
