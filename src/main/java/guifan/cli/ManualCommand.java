package guifan.cli;

import guifan.report.OutputFile;
import guifan.source.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the manual pages of all verbs, as {@code man} reads them. */
@picocli.CommandLine.Command(name = "manual", hidden = true, description = "写出各命令的 man 手册页（guifan.1 等）")
final class ManualCommand extends Command {

    @Parameters(index = "0", paramLabel = "DIR", description = "写入的目录")
    private String folder = "";

    @Spec
    private CommandSpec spec;

    @Override
    ExitCode run(Surroundings world) throws IOException {
        Language language = common.language(world.environment());
        Path target = world.resolve(folder);
        Files.createDirectories(target);
        Map<Path, byte[]> pages = new LinkedHashMap<>();
        add(spec.root().commandLine(), target, language, pages);
        OutputFile.writeAll(pages, false);
        common.announce(List.of(CommonOptions.folder(folder, pages.size())), world);
        return ExitCode.DONE;
    }

    private static void add(CommandLine command, Path target, Language language, Map<Path, byte[]> pages) {
        ManualPage page = new ManualPage(command, language);
        pages.put(target.resolve(page.name() + ".1"), page.text().getBytes(StandardCharsets.UTF_8));
        ManualPage.verbs(command).forEach(verb -> add(verb, target, language, pages));
    }
}
