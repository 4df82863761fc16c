package guifan.cli;

import guifan.batch.Batch;
import guifan.batch.Batch.Options;
import guifan.batch.PlanFolder;
import guifan.batch.Run;
import guifan.batch.RunLog;
import guifan.batch.RunReport;
import guifan.batch.RunReport.State;
import guifan.evaluate.Producer;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.source.Text;
import guifan.standard.Standard;
import guifan.standard.StandardLibrary;
import guifan.standard.TextFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Does all evaluations of a plan. */
@picocli.CommandLine.Command(name = "batch", description = "按计划一次做完多年、多个标准的评价；没有变化的不重做")
final class BatchCommand extends Command {

    @Parameters(index = "0", paramLabel = "PLAN", description = "计划（.yaml）：哪些年度、标准、填报表，写出哪些文件")
    private String file = "";

    @Option(names = "--force", description = "没有变化的也重做")
    private boolean force;

    @Option(names = "--follow", description = "版次（如 2019）所指的文本与上次不同时，改用新文本（默认停下）")
    private boolean follow;

    @Option(names = "--fail-fast", description = "一项失败后不再开始其他各项（默认依计划的 on-failure）")
    private boolean failFast;

    @Option(names = "--jobs", paramLabel = "N", description = "同时做几项（默认 4）")
    private int jobs = 4;

    @Option(names = "--log", paramLabel = "FILE", description = "写出运行记录（每项一行 JSON），随开始和结束更新")
    private @Nullable String log;

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        if (jobs < 1 || jobs > 64) {
            throw new UsageException(Text.of("--jobs 应为 1–64", "--jobs must be from 1 to 64"));
        }
        Language language = common.language(world.environment());
        try (PlanFolder plan = PlanFolder.open(world.resolve(file), file, failFast)) {
            Progress progress = new Progress(world, language, plan.runs(), common.isQuiet());
            Batch batch = plan.batch(
                    new Evaluations(plan.folder(), plan.standards(), world), new Options(jobs, force, follow));
            List<RunReport> reports =
                    batch.run(log == null ? progress : new Both(progress, new RunLog(world.resolve(log), plan)));
            progress.end();
            world.out().println(summary(reports).in(language));
            for (Text archive : batch.archive(reports)) {
                world.out().println(archive.in(language));
            }
            int worst = reports.stream()
                    .mapToInt(RunReport::exit)
                    .filter(exit -> exit != 0)
                    .max() // the mildest come first in the table
                    .orElse(0);
            return Arrays.stream(ExitCode.values())
                    .filter(code -> code.number() == worst)
                    .findFirst()
                    .orElse(ExitCode.INTERNAL);
        }
    }

    /** Tells one after the other. */
    private record Both(Batch.Watcher first, Batch.Watcher second) implements Batch.Watcher {

        @Override
        public void started(Run run) {
            first.started(run);
            second.started(run);
        }

        @Override
        public void ended(RunReport report) {
            first.ended(report);
            second.ended(report);
        }
    }

    /** Runs the verbs of this program within it. */
    private record Evaluations(Path folder, String standards, Surroundings world) implements Batch.Engine {

        @Override
        public Standard find(String standard, int year) throws InputException, IOException {
            return library().find(standard, new StandardLibrary.When(year, null), folder);
        }

        @Override
        public int run(List<String> arguments, PrintWriter messages) {
            PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
            List<String> line = new ArrayList<>(arguments);
            line.add(1, "--unannounced");
            return Cli.run(folder, world.in(), nowhere, messages, world.environment(), line.toArray(String[]::new));
        }

        @Override
        public List<TextFile> texts(String standard, String resolved) {
            return library().texts(standard, resolved, folder);
        }

        private StandardLibrary library() {
            Surroundings there = new Surroundings(folder, world.in(), world.out(), world.err(), world.environment());
            return StandardOptions.library(standards.isEmpty() ? null : standards, there);
        }

        @Override
        public String version() {
            return Producer.version();
        }
    }

    private static Text summary(List<RunReport> reports) {
        List<Text> parts = new ArrayList<>();
        for (State state : State.values()) {
            List<String> ids = reports.stream()
                    .filter(report -> report.state() == state)
                    .map(report -> report.run().id())
                    .toList();
            if (!ids.isEmpty()) {
                boolean named = state == State.FAILED || state == State.NOT_RUN;
                Text count = Text.of("%s %s 项", "%2$s %1$s", state.words(), ids.size());
                parts.add(named ? count.plus(Text.of("（%s）", " (%s)", Text.list(ids))) : count);
            }
        }
        return Text.of("共 %s 项：", "%s runs: ", reports.size()).plus(Text.join(parts, "；", "; "));
    }
}
