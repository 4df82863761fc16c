package guifan.cli;

import guifan.report.OutputFile;
import guifan.source.Language;
import guifan.source.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The forms in which one thing can be told, each with what writes it.
 *
 * @param <T> what is told
 */
final class PageForms<T> {

    /**
     * Writes a page in one form.
     *
     * @param <T> what is told
     */
    @FunctionalInterface
    interface Writer<T> {

        void write(T told, Language language, Appendable out) throws IOException;

        /** Returns what it writes. */
        default String page(T told, Language language) throws IOException {
            StringBuilder out = new StringBuilder();
            write(told, language, out);
            return out.toString();
        }
    }

    private final Map<PageForm, Writer<T>> writers = new EnumMap<>(PageForm.class);

    PageForms<T> with(PageForm form, Writer<T> writer) {
        writers.put(form, writer);
        return this;
    }

    /**
     * Chooses the form of each file by its name, and that of the page which is printed where there is no file.
     *
     * @throws UsageException if a word or an ending is not among the forms
     */
    Chosen<T> choose(String format, List<String> outputs) throws UsageException {
        Writer<T> printed = find(form -> form.isCalled(format))
                .orElseThrow(() -> new UsageException(Text.of(
                        "没有格式“%s”，可用：%s", "there is no format \"%s\"; there are %s", format, words(PageForm::word))));
        Map<String, Writer<T>> files = new LinkedHashMap<>();
        for (String output : outputs) {
            Writer<T> writer = find(form -> form.isOf(output))
                    .orElseThrow(() -> new UsageException(Text.of(
                            "“%s”的后缀不在其列：%s", "\"%s\" does not end in one of %s", output, words(PageForm::ending))));
            files.put(output, writer);
        }
        return new Chosen<>(printed, files);
    }

    private Optional<Writer<T>> find(Predicate<PageForm> wanted) {
        return writers.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Text words(Function<PageForm, String> word) {
        return Text.list(writers.keySet().stream()
                .map(word)
                .filter(name -> !name.isEmpty())
                .toList());
    }

    /**
     * The forms that were asked for.
     *
     * @param printed what is printed if there are no files
     * @param files the files, by name
     * @param <T> what is told
     */
    record Chosen<T>(Writer<T> printed, Map<String, Writer<T>> files) {

        /** Writes all files or none; without any, prints. */
        void write(T told, boolean noClobber, CommonOptions common, Surroundings world) throws IOException {
            Language language = common.language(world.environment());
            Map<Path, byte[]> contents = new LinkedHashMap<>();
            for (Map.Entry<String, Writer<T>> file : files.entrySet()) {
                String page = file.getValue().page(told, language);
                contents.put(world.resolve(file.getKey()), page.getBytes(StandardCharsets.UTF_8));
            }
            OutputFile.writeAll(contents, noClobber);
            common.announce(files.keySet().stream().map(Text::of).toList(), world);
            if (files.isEmpty()) {
                world.out().print(printed.page(told, language));
            }
        }
    }
}
