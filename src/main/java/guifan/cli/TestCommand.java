package guifan.cli;

import guifan.proof.Boundaries;
import guifan.proof.Coverage;
import guifan.proof.Suite;
import guifan.proof.SuiteReader;
import guifan.proof.SuiteUpdate;
import guifan.proof.Trial;
import guifan.report.JunitXml;
import guifan.report.OutputFile;
import guifan.report.TrialPage;
import guifan.source.InputException;
import guifan.source.InputException.Subject;
import guifan.source.Language;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.standard.Standard;
import guifan.standard.StandardId;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.TestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the tests that lie beside standards. */
@picocli.CommandLine.Command(name = "test", description = "运行评价标准旁的测试（2019.test.yaml）；不给参数则运行全部")
final class TestCommand extends Command {

    @Mixin
    private StandardOptions standards = new StandardOptions();

    @Option(names = "--update", description = "把未通过的用例的应得结果改写为实际结果（改后请核对）")
    private boolean update;

    @Option(names = "--coverage", description = "列出没有用例触及的档次、等级、封顶、子项、街道口径、加扣分、等次")
    private boolean coverage;

    @Option(names = "--full-coverage", description = "同 --coverage；有未触及的则退出码为 1")
    private boolean fullCoverage;

    @Option(names = "--boundaries", description = "写出每个分界点前、中、后的用例，供核对后作为测试")
    private boolean boundaries;

    @Option(names = "--junit", paramLabel = "FILE", description = "另写一份 JUnit XML")
    private @Nullable String junit;

    @Parameters(paramLabel = "ID", description = "评价标准，如 2019、2019.0 或 .yaml 文件")
    private List<String> ids = new ArrayList<>();

    @Override
    ExitCode run(Surroundings world) throws InputException, IOException, UsageException {
        Language language = common.language(world.environment());
        if (boundaries && (update || coverage || fullCoverage || junit != null)) {
            throw new UsageException(Text.of(
                    "--boundaries 只写出用例，不运行测试", "--boundaries only writes cases; it goes without other options"));
        }
        StandardLibrary library = standards.library(world);
        List<String> chosen = ids.isEmpty() && !boundaries
                ? library.texts().stream().map(StandardId::toString).toList()
                : ids;
        if (boundaries) {
            if (ids.size() != 1) {
                throw new UsageException(Text.of("--boundaries 要一份评价标准", "--boundaries takes one standard"));
            }
            world.out().print(Boundaries.of(standards.find(ids.get(0), null, world), language));
            return ExitCode.DONE;
        }
        List<Trial> trials = new ArrayList<>();
        boolean complete = true;
        for (String id : chosen) {
            Optional<Trial> trial = trial(id, library, world);
            if (trial.isPresent()) {
                complete &= report(trial.get(), language, world);
                trials.add(trial.get());
            } else {
                complete = false;
            }
        }
        if (junit != null) {
            byte[] xml = JunitXml.of(trials, language).getBytes(StandardCharsets.UTF_8);
            OutputFile.write(world.resolve(junit), xml, false);
        }
        boolean passed = trials.stream().allMatch(trial -> trial.failed() == 0);
        return passed && (complete || !fullCoverage) ? ExitCode.DONE : ExitCode.NO;
    }

    /** Returns the tests of a standard after they have run, or nothing if it has none and was not named. */
    private Optional<Trial> trial(String id, StandardLibrary library, Surroundings world)
            throws InputException, IOException, UsageException {
        Standard standard = standards.find(id, null, world);
        String resolved = standard.identity().id();
        TestFile file = library.tests(id, resolved, world.directory());
        Problems problems = new Problems();
        Optional<SourceText> source = file.read(problems);
        Text none = Text.of("“%s”没有测试（%s）", "\"%s\" has no tests (%s)", resolved, file.name());
        if (source.isEmpty() && ids.isEmpty() && !problems.hasErrors()) {
            world.out().println(none.in(common.language(world.environment())));
            return Optional.empty();
        } else if (source.isEmpty()) {
            problems.error("no-tests", standard.identity().place(), none);
        }
        problems.throwIfErrors(Subject.STANDARD);
        Map<String, Optional<SourceText>> earlier = new HashMap<>();
        for (String other : library.ids()) {
            earlier.put(other, file.of(other).read(problems));
        }
        Suite suite = SuiteReader.read(
                source.orElseThrow(), standard, other -> earlier.getOrDefault(other, Optional.empty()), problems);
        problems.throwIfErrors(Subject.STANDARD);
        Trial trial = Trial.of(suite, standard);
        if (update && trial.failed() > 0) {
            byte[] text = SuiteUpdate.text(trial).getBytes(StandardCharsets.UTF_8);
            OutputFile.write(file.path(), text, false);
            Text done = Text.of(
                    "改写了 %s 处（%s），请核对",
                    "%s values rewritten in %s; check them",
                    SuiteUpdate.possible(trial).size(),
                    file.name());
            world.out().println(done.in(common.language(world.environment())));
            SourceText rewritten = SourceText.of(file.name(), new String(text, StandardCharsets.UTF_8));
            Suite again = SuiteReader.read(
                    rewritten, standard, other -> earlier.getOrDefault(other, Optional.empty()), problems);
            return Optional.of(Trial.of(again, standard));
        }
        return Optional.of(trial);
    }

    /** Prints what came of the tests; returns whether they reached everything. */
    private boolean report(Trial trial, Language language, Surroundings world) throws IOException {
        TrialPage.write(trial, language, world.out());
        if (!coverage && !fullCoverage) {
            return true;
        }
        Coverage reached = trial.coverage();
        TrialPage.write(reached, language, world.out());
        return reached.isFull();
    }
}
