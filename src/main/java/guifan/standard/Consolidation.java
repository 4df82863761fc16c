package guifan.standard;

import guifan.source.InputException;
import guifan.source.InputException.Subject;
import guifan.source.Node;
import guifan.source.Node.Mapping;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.source.Utf8File;
import guifan.source.YamlReader;
import guifan.standard.Standard.AmendmentNote;
import guifan.standard.StandardLibrary.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a text with all amendments up to it applied, and everything that is wrong with them. */
final class Consolidation {

    private final Folder folder;
    private final Problems problems = new Problems();

    Consolidation(Folder folder) {
        this.folder = folder;
    }

    /**
     * Returns the standard in {@code file}.
     *
     * @throws InputException if something is wrong with it, or with what it amends
     * @throws IOException if a file cannot be read
     */
    Standard standard(StandardId id, Path file) throws InputException, IOException {
        Optional<Consolidated> text = consolidated(id, file);
        problems.throwIfErrors(Subject.STANDARD);
        return text.orElseThrow().standard();
    }

    /** Returns whether {@code file} says that it is a draft, however unfinished the rest of it is. */
    boolean isDraft(StandardId id, Path file) throws IOException {
        return mapping(id, file)
                .flatMap(read -> read.mapping().text("status"))
                .filter("draft"::equals)
                .isPresent();
    }

    private record Read(Mapping mapping, String text) {}

    private record Consolidated(Mapping mapping, Standard standard, String texts) {}

    private Optional<Consolidated> consolidated(StandardId id, Path file) throws IOException {
        Optional<Read> read = mapping(id, file);
        if (read.isEmpty() || problems.hasErrors()) {
            return Optional.empty();
        }
        Mapping mapping = read.get().mapping();
        checkId(mapping, id);
        if (mapping.get("amends").isEmpty()) {
            return finish(mapping, id, List.of(), read.get().text());
        }
        StandardId earlier = id.at(number(id) - 1);
        Path earlierFile =
                file.resolveSibling(new StandardId(lastName(earlier.edition()), earlier.amendment()).fileName());
        if (number(id) == 0 || !Files.isRegularFile(earlierFile)) {
            problems.error(
                    "amends", mapping.place(), Text.of("找不到所修订的“%s”", "what it amends is not there: \"%s\"", earlier));
            return Optional.empty();
        }
        Optional<Consolidated> before = consolidated(earlier, earlierFile);
        if (before.isEmpty() || problems.hasErrors()) {
            return Optional.empty();
        }
        return amended(before.get(), read.get(), id);
    }

    private Optional<Consolidated> amended(Consolidated before, Read patch, StandardId id) {
        Standard standard = before.standard();
        List<AmendmentNote> notes = new ArrayList<>(standard.identity().amendments());
        int original = notes.isEmpty()
                ? (int) standard.indicators().count()
                : notes.get(0).originalIndicators();
        String earlier = standard.identity().id();
        Amendment.Amended amended = Amendment.apply(
                before.mapping(),
                patch.mapping(),
                lastName(earlier),
                standard.identity().rulesHash(),
                original,
                problems);
        if (standard.identity().draft()
                && amended.text().text("status").filter("issued"::equals).isPresent()) {
            problems.error(
                    "amends-draft",
                    patch.mapping().place(),
                    Text.of("所修订的“%s”还是草稿", "what it amends is still a draft: \"%s\"", earlier));
        }
        notes.add(amended.note());
        Optional<Consolidated> result = finish(amended.text(), id, notes, before.texts() + "\n" + patch.text());
        askForSums(patch.mapping());
        boolean changed = result.filter(now -> !now.standard()
                        .identity()
                        .rulesHash()
                        .equals(standard.identity().rulesHash()))
                .isPresent();
        if (amended.correction() && changed && !problems.hasErrors()) {
            problems.error(
                    "correction",
                    patch.mapping().get("correction").orElse(patch.mapping()).place(),
                    new Text(
                            "勘误不得改变规则；改变规则的是修订，请删去“correction”",
                            "a correction must not change the rules; what does is an amendment, without"
                                    + " \"correction\""));
        }
        return result;
    }

    /** A sum that is wrong only since the amendment would be told at a place where nothing is wrong. */
    private void askForSums(Mapping patch) {
        String file = patch.place().file();
        boolean elsewhere = problems.all().stream()
                .anyMatch(one ->
                        one.code().equals("points-sum") && !one.place().file().equals(file));
        if (elsewhere) {
            problems.error(
                    "areas",
                    patch.get("areas").orElse(patch).place(),
                    Text.of(
                            "修订改变了方面的分值合计，请在“areas”中写明新的合计",
                            "this changes what areas add up to; state the new sums under \"areas\""));
        }
    }

    private Optional<Consolidated> finish(Mapping mapping, StandardId id, List<AmendmentNote> notes, String texts) {
        Standard standard = StandardReader.read(mapping, id.toString(), notes, Hashes.ofText(texts), problems);
        return Optional.of(new Consolidated(mapping, standard, texts));
    }

    /** The file says what it is called, without its folder; a file under another name would be another text. */
    private void checkId(Mapping mapping, StandardId id) {
        String expected = lastName(id.edition()) + (number(id) == 0 ? "" : "." + id.amendment());
        Optional<String> written = mapping.text("standard");
        if (written.isPresent() && !written.get().equals(expected)) {
            problems.error(
                    "file-name",
                    mapping.get("standard").orElseThrow().place(),
                    Text.of(
                            "文件名是“%s”，这里却是“%s”",
                            "the file is named for \"%s\", but this says \"%s\"", expected, written.get()));
        }
    }

    private static int number(StandardId id) {
        return Optional.ofNullable(id.amendment()).orElse(0);
    }

    private static String lastName(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private Optional<Read> mapping(StandardId id, Path file) throws IOException {
        String name =
                folder.name().isEmpty() ? String.valueOf(file.getFileName()) : folder.name() + "/" + id.fileName();
        Optional<SourceText> source = Utf8File.read(file, name, problems);
        return source.flatMap(text -> YamlReader.read(text, problems))
                .flatMap(this::asMapping)
                .map(mapping -> new Read(mapping, source.orElseThrow().text()));
    }

    private Optional<Mapping> asMapping(Node node) {
        if (node instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.error("not-a-mapping", node.place(), Text.of("最上层应为“键: 值”", "the top level must be \"key: value\""));
        return Optional.empty();
    }
}
