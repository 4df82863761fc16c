package guifan.cli;

import guifan.report.StandardPage;
import guifan.source.Diagnostic.Severity;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.FromStandardCheck;
import guifan.standard.Periods;
import guifan.standard.Standard;
import guifan.standard.StandardId;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.When;
import guifan.standard.StandardLint;
import guifan.standard.StandardSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The standards themselves: which there are, what they say, whether they are sound. */
@picocli.CommandLine.Command(
        name = "standards",
        description = "评价标准：列出、显示、检查、测试、起草，打印 JSON Schema",
        subcommands = {
            StandardsCommand.ListCommand.class,
            ShowCommand.class,
            StandardsCommand.CheckCommand.class,
            TestCommand.class,
            StandardsCommand.SchemaCommand.class,
            NewStandardCommand.class
        })
final class StandardsCommand extends Command {

    @Override
    ExitCode run(Surroundings world) throws UsageException {
        throw new UsageException(
                Text.of("请给出 list、show、check、test、schema 或 new", "say list, show, check, test, schema or new"));
    }

    /** Lists every text there is. */
    @picocli.CommandLine.Command(name = "list", description = "列出现有的评价标准")
    static final class ListCommand extends Command {

        @Mixin
        private StandardOptions standards = new StandardOptions();

        @Override
        ExitCode run(Surroundings world) throws InputException, IOException {
            StandardLibrary library = standards.library(world);
            List<Standard> all = new ArrayList<>();
            for (StandardId id : library.texts()) {
                all.add(library.find(id.toString(), When.LATEST, world.directory()));
            }
            StandardPage.list(all, common.language(world.environment()), world.out());
            return ExitCode.DONE;
        }
    }

    /** Prints the JSON Schema of standards. */
    @picocli.CommandLine.Command(name = "schema", description = "打印评价标准文件的 JSON Schema，供编辑器提示和检查")
    static final class SchemaCommand extends Command {

        @Override
        ExitCode run(Surroundings world) {
            world.out().print(StandardSchema.text());
            return ExitCode.DONE;
        }
    }

    /** Checks standards and says what is wrong. */
    @picocli.CommandLine.Command(name = "check", description = "检查评价标准；不给参数则检查全部")
    static final class CheckCommand extends Command {

        @Mixin
        private StandardOptions standards = new StandardOptions();

        @Option(names = "--strict", description = "有警告也算不合格")
        private boolean strict;

        @Parameters(paramLabel = "ID", description = "评价标准，如 2019、2019.0 或 .yaml 文件")
        private List<String> ids = new ArrayList<>();

        @Override
        ExitCode run(Surroundings world) throws IOException, UsageException {
            StandardLibrary library = standards.library(world);
            List<String> checked = ids.isEmpty()
                    ? library.texts().stream().map(StandardId::toString).toList()
                    : ids;
            Language language = common.language(world.environment());
            ExitCode code = ExitCode.DONE;
            List<Standard> sound = new ArrayList<>();
            Problems found = new Problems();
            for (String id : checked) {
                try {
                    Standard standard = standards.find(id, null, world);
                    world.out().println(StandardPage.sound(standard).in(language));
                    sound.add(standard);
                    StandardLint.check(standard, predecessor(standard, library, found, world), found);
                    FromStandardCheck.check(
                            standard, other -> library.find(other, When.LATEST, world.directory()), found);
                } catch (InputException e) {
                    common.print(e.diagnostics(), world);
                    code = ExitCode.STANDARD;
                }
            }
            Periods.check(sound, found);
            world.out().flush();
            common.print(found, world);
            boolean warned = found.all().stream().anyMatch(one -> one.severity() == Severity.WARNING);
            return strict && warned ? ExitCode.STANDARD : code;
        }

        /** Returns the standard that this one succeeds, null and a warning where that is not at hand or not sound. */
        private static @Nullable Standard predecessor(
                Standard standard, StandardLibrary library, Problems found, Surroundings world) throws IOException {
            String id = standard.identity().succeeds();
            String edition = standard.identity().edition();
            String folder = edition.substring(0, edition.lastIndexOf('/') + 1);
            try {
                return id.isEmpty() ? null : library.find(folder + id, When.LATEST, world.directory());
            } catch (InputException unknown) {
                found.warning(
                        "predecessor-missing",
                        standard.identity().place(),
                        Text.of(
                                "所承接的“%s”不在或读不出来，没有检查各项的来源和去向",
                                "\"%s\", which it succeeds, is not here or cannot be read; where indicators come from"
                                        + " is not checked",
                                folder + id));
                return null;
            }
        }
    }
}
