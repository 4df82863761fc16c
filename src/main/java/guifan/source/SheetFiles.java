package guifan.source;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** The sheets that arguments name: files, folders of them, and patterns, which Windows shells leave as they are. */
public final class SheetFiles {

    /** Old workbooks are among them, so that they are refused and not passed over. */
    private static final List<String> ENDINGS = List.of(".csv", ".xlsx", ".xls", ".et");

    private SheetFiles() {}

    /**
     * Returns the files in the order of the arguments, those of a folder or pattern by name; one that is named again is
     * left out.
     *
     * @throws IOException if a folder or pattern has no sheets
     */
    public static List<String> expand(List<String> arguments, Path directory) throws IOException {
        Set<String> files = new LinkedHashSet<>();
        for (String argument : arguments) {
            if (argument.equals("-") || Files.isRegularFile(directory.resolve(withoutStars(argument)))) {
                files.add(argument);
            } else if (isPattern(argument)) {
                files.addAll(matching(argument, directory));
            } else if (Files.isDirectory(directory.resolve(argument))) {
                List<String> found = inFolder(argument, directory);
                if (found.isEmpty()) {
                    throw FileException.noSheets(argument);
                }
                files.addAll(found);
            } else {
                files.add(argument);
            }
        }
        return List.copyOf(files);
    }

    /** Windows cannot even ask for a file with a star in its name. */
    private static String withoutStars(String argument) {
        return isPattern(argument) && (argument.indexOf('*') >= 0 || argument.indexOf('?') >= 0) ? "" : argument;
    }

    private static boolean isPattern(String argument) {
        return argument.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    private static List<String> inFolder(String folder, Path directory) throws IOException {
        return list(folder, directory, name -> {
            String lower = name.toLowerCase(Locale.ROOT);
            return ENDINGS.stream().anyMatch(lower::endsWith);
        });
    }

    private static List<String> matching(String pattern, Path directory) throws IOException {
        String folder = folder(pattern);
        boolean there = !isPattern(folder) && Files.isDirectory(directory.resolve(folder));
        return someOf(pattern, there ? list(folder, directory, matcher(pattern)) : List.of());
    }

    /** Only the name of the file may be a pattern, not its folder. */
    private static String folder(String pattern) {
        return pattern.substring(0, Math.max(pattern.lastIndexOf('/'), pattern.lastIndexOf('\\')) + 1);
    }

    private static Predicate<String> matcher(String pattern) {
        try {
            PathMatcher matcher = FileSystems.getDefault()
                    .getPathMatcher("glob:" + pattern.substring(folder(pattern).length()));
            return name -> matcher.matches(Path.of(name));
        } catch (PatternSyntaxException e) {
            return name -> false;
        }
    }

    /**
     * Returns whether {@code argument} may come to name {@code file}, which need not be there yet.
     *
     * @param file an absolute path, normalised
     */
    public static boolean mayName(String argument, Path directory, Path file) {
        String plain = withoutStars(argument);
        if (plain.equals(argument) && file.startsWith(directory.resolve(plain).normalize())) {
            return true;
        }
        String folder = folder(argument);
        String name = String.valueOf(file.getFileName());
        return isPattern(argument)
                && !isPattern(folder)
                && directory.resolve(folder).normalize().equals(file.getParent())
                && !isHidden(name)
                && matcher(argument).test(name);
    }

    /** Returns the folder that the files of {@code argument} lie in if it is a pattern, otherwise the path itself. */
    public static String place(String argument) {
        return isPattern(argument) ? folder(argument) : argument;
    }

    private static List<String> list(String folder, Path directory, Predicate<String> wanted) throws IOException {
        boolean closed = folder.isEmpty() || folder.endsWith("/") || folder.endsWith("\\");
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !isHidden(name) && wanted.test(name))
                    .sorted()
                    .forEach(name -> names.add(folder + (closed ? "" : "/") + name));
        }
        return names;
    }

    /** Excel and WPS keep hidden files beside those that are open. */
    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("~$");
    }

    private static List<String> someOf(String argument, List<String> files) throws NoSuchFileException {
        if (files.isEmpty()) {
            throw new NoSuchFileException(argument);
        }
        return files;
    }
}
