package guifan.cli;

import guifan.source.InputException;
import guifan.source.Text;
import guifan.standard.Standard;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.Folder;
import guifan.standard.StandardLibrary.When;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where standards are looked for, and as of which day. */
final class StandardOptions {

    @Option(
            names = "--standards",
            paramLabel = "DIR",
            description = "评价标准所在目录（默认：环境变量 GUIFAN_STANDARDS、./standards、安装目录）")
    private @Nullable String folder;

    @Option(names = "--as-of", paramLabel = "DATE", description = "取某日有效的文本，如 2019-06-30")
    private @Nullable LocalDate asOf;

    StandardLibrary library(Surroundings world) {
        return library(folder, world);
    }

    /** Returns the standards in {@code folder}, or in the usual places where that is null. */
    static StandardLibrary library(@Nullable String folder, Surroundings world) {
        List<Folder> folders = new ArrayList<>();
        String environment = world.environment().getOrDefault("GUIFAN_STANDARDS", "");
        if (folder != null) {
            folders.add(new Folder(world.resolve(folder), folder));
        } else if (!environment.isEmpty()) {
            folders.add(new Folder(world.resolve(environment), environment));
        } else {
            folders.add(new Folder(world.resolve("standards"), "standards"));
            String home = System.getProperty("guifan.home", "");
            if (!home.isEmpty()) {
                folders.add(new Folder(Path.of(home, "standards"), home + "/standards"));
            }
        }
        return new StandardLibrary(folders);
    }

    /** Returns the standard that {@code argument} names for an evaluation of {@code year}, null if it is not known. */
    Standard find(String argument, @Nullable Integer year, Surroundings world)
            throws InputException, IOException, UsageException {
        if (argument.isBlank()) {
            throw new UsageException(Text.of("--standard 不能为空", "--standard must not be empty"));
        }
        return library(world).find(argument, new When(year, asOf), world.directory());
    }
}
