package guifan.batch;

import guifan.source.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One evaluation of a plan. Paths are as the plan writes them, relative to its folder.
 *
 * @param id its name, unique within the plan
 * @param year the year evaluated
 * @param standard the standard as {@code evaluate --standard} takes it
 * @param sheets files, folders and patterns
 * @param files the options of {@code evaluate} that name a file to read, in the order of the plan
 * @param words the options of {@code evaluate} that name no file
 * @param outputs what is written, each by the option that writes it
 * @param place where it stands in the plan
 */
public record Run(
        String id,
        int year,
        String standard,
        List<String> sheets,
        List<Setting> files,
        List<Setting> words,
        List<Setting> outputs,
        Location place) {

    /**
     * An option of {@code evaluate} with its value.
     *
     * @param option such as {@code --roster}
     * @param value a path, or a word
     */
    public record Setting(String option, String value) {}

    /** Returns the command line that does it, the name of the verb first. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("evaluate", "--standard", standard, "--year", "" + year));
        Stream.of(files, words, outputs).flatMap(List::stream).forEach(setting -> {
            arguments.add(setting.option());
            arguments.add(setting.value());
        });
        arguments.addAll(sheets);
        return arguments;
    }

    /** Returns what it writes, in the order of the plan. */
    List<String> written() {
        return outputs.stream().map(Setting::value).toList();
    }

    /** Returns whether it reads something that {@code other} writes. */
    boolean follows(Run other, Path folder) {
        List<Path> made =
                other.written().stream().map(file -> path(folder, file)).toList();
        return Stream.concat(sheets.stream(), files.stream().map(Setting::value))
                .filter(file -> file.indexOf('*') < 0 && file.indexOf('?') < 0)
                .map(file -> path(folder, file))
                .anyMatch(read -> made.stream().anyMatch(file -> file.startsWith(read)));
    }

    private static Path path(Path folder, String file) {
        return folder.resolve(file).normalize();
    }
}
