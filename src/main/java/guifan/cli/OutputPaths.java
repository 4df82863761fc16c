package guifan.cli;

import guifan.source.FileException;
import guifan.source.SheetFiles;
import guifan.source.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files that a command will write: none that it reads, none twice, each in a folder that exists. */
final class OutputPaths {

    private final Surroundings world;
    private final Set<Path> taken = new HashSet<>();

    OutputPaths(Surroundings world) {
        this.world = world;
    }

    /** Notes files that are read; what is no file, such as the id of a standard, does no harm. */
    OutputPaths reading(@Nullable String... files) {
        for (String file : files) {
            if (file != null) {
                taken.add(real(world.resolve(file)));
            }
        }
        return this;
    }

    /** Notes the sheets that arguments name. */
    OutputPaths readingSheets(List<String> arguments) throws IOException {
        return reading(SheetFiles.expand(arguments, world.directory()).toArray(String[]::new));
    }

    /**
     * Notes a file that will be written.
     *
     * @throws UsageException if it is read as well, or written already
     * @throws IOException if its folder does not exist, or if it is a folder itself
     */
    void writing(@Nullable String file) throws IOException, UsageException {
        if (file == null) {
            return;
        }
        Path path = world.resolve(file);
        writing(path, file);
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Path named = Path.of(file).getParent();
            throw FileException.noFolder(String.valueOf(named == null ? folder : named));
        }
        if (Files.isDirectory(path)) {
            throw FileException.folder(file);
        }
    }

    /** Notes a file, in a folder that may be still to be made. */
    void writing(Path path, String named) throws UsageException {
        if (!taken.add(real(path))) {
            throw new UsageException(Text.of("“%s”既是输入又是输出，或写了两次", "\"%s\" is an input too, or named twice", named));
        }
    }

    /**
     * Returns whether an existing {@code file} is kept unasked: the text of a standard, which is never written anew.
     */
    static boolean isStandard(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(".yaml");
    }

    /** Follows links; devices and pipes are left as they are named, since several may lead to one. */
    private static Path real(Path path) {
        try {
            return Files.isRegularFile(path)
                    ? path.toRealPath()
                    : path.toAbsolutePath().normalize();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
