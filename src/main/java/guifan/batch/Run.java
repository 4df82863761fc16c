package guifan.batch;

import guifan.source.Location;
import guifan.source.SheetFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
 * @param papers the papers that are made of the result, or null
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
        @Nullable Papers papers,
        Location place) {

    /**
     * An option of {@code evaluate} with its value.
     *
     * @param option such as {@code --roster}
     * @param value a path, or a word
     */
    public record Setting(String option, String value) {}

    /**
     * The papers of a result.
     *
     * @param settings the file that says what no result knows
     * @param folder where they go
     * @param formats the formats, empty for the usual one
     */
    public record Papers(String settings, String folder, List<String> formats) {
        Papers filled(UnaryOperator<String> filled) {
            return new Papers(filled.apply(settings), filled.apply(folder), formats);
        }
    }

    /** Returns the command line that evaluates, the name of the verb first. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("evaluate", "--standard", standard, "--year", "" + year));
        Stream.of(files, words, outputs).flatMap(List::stream).forEach(setting -> {
            arguments.add(setting.option());
            arguments.add(setting.value());
        });
        arguments.addAll(sheets);
        return arguments;
    }

    /**
     * Returns the command line that makes the papers, if there are any.
     *
     * @param target the folder that they are written to
     */
    Optional<List<String>> papersArguments(String target) {
        if (papers == null) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>(
                List.of("notices", result().orElseThrow(), "--papers", papers.settings(), "--output", target));
        papers.formats().forEach(format -> arguments.addAll(List.of("--format", format)));
        files.stream()
                .filter(file -> file.option().equals("--roster"))
                .forEach(file -> arguments.addAll(List.of(file.option(), file.value())));
        words.stream()
                .filter(word -> word.option().equals("--lang"))
                .forEach(word -> arguments.addAll(List.of(word.option(), word.value())));
        return Optional.of(arguments);
    }

    /** Returns the result as it is archived, if it is written. */
    Optional<String> result() {
        return result(outputs);
    }

    static Optional<String> result(List<Setting> outputs) {
        return outputs.stream()
                .map(Setting::value)
                .filter(file -> file.toLowerCase(Locale.ROOT).endsWith(".json"))
                .findFirst();
    }

    /** Returns what it reads beside the sheets, in the order of the plan. */
    List<String> read() {
        Stream<String> settings = papers == null ? Stream.of() : Stream.of(papers.settings());
        return Stream.concat(files.stream().map(Setting::value), settings).toList();
    }

    /** Returns what it writes by name, in the order of the plan. */
    List<String> written() {
        return outputs.stream().map(Setting::value).toList();
    }

    /** Returns the files and the folder that no other run may write. */
    List<String> taken() {
        Stream<String> folder = papers == null ? Stream.of() : Stream.of(papers.folder());
        return Stream.concat(written().stream(), folder).toList();
    }

    /** Returns whether it reads something that {@code other} writes. */
    boolean follows(Run other, Path folder) {
        List<Path> made = other.written().stream()
                .map(file -> folder.resolve(file).normalize())
                .toList();
        return Stream.concat(sheets.stream(), read().stream())
                .anyMatch(read -> made.stream().anyMatch(file -> SheetFiles.mayName(read, folder, file)));
    }
}
