package guifan.standard;

import guifan.source.InputException;
import guifan.source.InputException.Subject;
import guifan.source.Problems;
import guifan.source.Similar;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.source.Utf8File;
import guifan.source.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folders in which standards are looked for. */
public final class StandardLibrary {

    /**
     * A folder of standards.
     *
     * @param path where it is
     * @param name how messages name it
     */
    public record Folder(Path path, String name) {}

    /**
     * What decides which text an edition's id means.
     *
     * @param year the year evaluated, or null if it is not known
     * @param asOf the day whose text is wanted, or null for the highest amendment
     */
    public record When(@Nullable Integer year, @Nullable LocalDate asOf) {

        /** No year and no day: the highest issued amendment. */
        public static final When LATEST = new When(null, null);

        private boolean allows(Standard amended) {
            LocalDate effective = amended.identity().effective();
            Integer from = amended.identity().fromYear();
            Integer to = amended.identity().toYear();
            if (asOf != null) {
                return effective != null && !effective.isAfter(asOf);
            }
            return year == null || ((from == null || from <= year) && (to == null || to >= year));
        }
    }

    /** A name that no file system takes for something else. */
    private static final Pattern NAME = Pattern.compile("(?!\\.)[^\\\\:*?\"<>|\\p{Cntrl}]+");

    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

    private final List<Folder> folders;

    public StandardLibrary(List<Folder> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * Returns the standard that {@code argument} names: a file if it ends in {@code .yaml}, otherwise an id. An
     * edition's id never means a draft.
     *
     * @throws InputException if there is none, or something is wrong with it
     * @throws IOException if a file cannot be read
     */
    public Standard find(String argument, When when, Path directory) throws InputException, IOException {
        if (argument.endsWith(".yaml")) {
            Path file = directory.resolve(argument);
            String name =
                    Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
            StandardId id = StandardId.ofFile(name).orElseThrow();
            Path folder = Optional.ofNullable(file.getParent()).orElse(directory);
            String said = argument.substring(0, argument.length() - name.length());
            return load(new Folder(folder, said.isEmpty() ? "" : said.substring(0, said.length() - 1)), id, file);
        }
        StandardId id = StandardId.parse(argument);
        for (Folder folder : folders) {
            if (!isSafe(argument) || !Files.isRegularFile(folder.path().resolve(id.edition() + ".yaml"))) {
                continue;
            }
            if (id.amendment() != null) {
                Path file = folder.path().resolve(id.fileName());
                if (Files.isRegularFile(file)) {
                    return load(folder, id, file);
                }
            } else {
                return asAmended(folder, id, when);
            }
        }
        throw unknown(argument);
    }

    /**
     * Returns the file that holds the tests of a standard, whether or not it is there: the name of the standard's own
     * file with {@code .test.yaml} at its end.
     *
     * @param argument what {@link #find} found the standard by
     * @param resolved the id of the standard that was found
     */
    public TestFile tests(String argument, String resolved, Path directory) {
        if (argument.endsWith(".yaml")) {
            String name = testName(argument);
            return new TestFile(directory.resolve(name), name);
        }
        StandardId id = StandardId.parse(resolved);
        String name = testName(id.fileName());
        Folder home = folders.stream()
                .filter(folder -> Files.isRegularFile(folder.path().resolve(id.fileName())))
                .findFirst()
                .orElse(folders.get(0));
        return new TestFile(home.path().resolve(name), home.name() + "/" + name);
    }

    /**
     * Returns the files of a standard: the edition and every amendment up to it.
     *
     * @param argument what {@link #find} found the standard by
     * @param resolved the id of the standard that was found
     */
    public List<TextFile> texts(String argument, String resolved, Path directory) {
        Stream<Path> places = argument.endsWith(".yaml")
                ? Stream.ofNullable(directory.resolve(argument).getParent())
                : folders.stream().map(Folder::path);
        return TextFile.of(StandardId.parse(resolved), places.toList());
    }

    private static String testName(String file) {
        return file.substring(0, file.length() - ".yaml".length()) + ".test.yaml";
    }

    /**
     * A file of tests.
     *
     * @param name how messages name it
     */
    public record TestFile(Path path, String name) {

        /** Returns the file of the tests of another text in the same folder. */
        public TestFile of(String id) {
            String other = testName(StandardId.parse(id).fileName());
            String folder = name.substring(0, name.lastIndexOf('/') + 1);
            return new TestFile(path.resolveSibling(other), folder + other);
        }

        /**
         * Returns the text, or nothing if there is no such file or it is no text in UTF-8, which is reported.
         *
         * @throws IOException if it cannot be read
         */
        public Optional<SourceText> read(Problems problems) throws IOException {
            return Files.isRegularFile(path) ? Utf8File.read(path, name, problems) : Optional.empty();
        }
    }

    /** An id is a path below the folder and nothing else. */
    private static boolean isSafe(String id) {
        return Stream.of(id.split("/", -1)).allMatch(name -> NAME.matcher(name).matches());
    }

    private Standard asAmended(Folder folder, StandardId edition, When when) throws InputException, IOException {
        Standard chosen = load(folder, edition.at(0), folder.path().resolve(edition.fileName()));
        if (chosen.identity().draft()) {
            Text why = Text.of(
                    "“%1$s”还是草案，不作为这一版取用；要用草案，请写明编号 %2$s",
                    "\"%1$s\" is still a draft and not taken as the edition; to use the draft, name it: %2$s",
                    edition,
                    chosen.identity().id());
            throw refused("draft-edition", chosen, why);
        }
        LocalDate effective = chosen.identity().effective();
        if (when.asOf() != null && effective != null && effective.isAfter(when.asOf())) {
            Text why = Text.of(
                    "%s 时“%s”尚未施行（%s 起施行）",
                    "on %s \"%s\" was not in force yet (from %s)", when.asOf(), edition, effective);
            throw refused("not-in-force", chosen, why);
        }
        for (StandardId id : amendments(folder, edition)) {
            Path file = folder.path().resolve(id.fileName());
            if (new Consolidation(folder).isDraft(id, file)) {
                continue;
            }
            Standard amended = load(folder, id, file);
            if (when.allows(amended)) {
                chosen = amended;
            }
        }
        return chosen;
    }

    private static InputException refused(String code, Standard standard, Text why) {
        Problems problems = new Problems();
        problems.error(code, standard.identity().place(), why);
        return new InputException(Subject.STANDARD, problems.all());
    }

    private List<StandardId> amendments(Folder folder, StandardId edition) throws IOException {
        return ids(folder).stream()
                .filter(id -> id.edition().equals(edition.edition()) && number(id) > 0)
                .sorted(Comparator.comparing(StandardLibrary::number))
                .toList();
    }

    private static int number(StandardId id) {
        return Optional.ofNullable(id.amendment()).orElse(0);
    }

    private InputException unknown(String argument) throws IOException {
        List<String> known = ids();
        Problems problems = new Problems();
        Text places = Text.list(folders.stream().map(Folder::name).toList());
        Text found = known.isEmpty()
                ? Text.of("；在 %s 中没有找到任何评价标准", "; no standard was found in %s", places)
                : Text.of("；现有：%s（%s）", "; there are %s (%s)", Text.list(known), places);
        problems.error(
                "unknown-standard",
                SourceText.of("--standard " + argument, "").whole(),
                Text.of("没有评价标准“%s”", "there is no standard \"%s\"", Width.visible(argument))
                        .plus(Similar.nearest(argument, known)
                                .map(near -> Text.of("，是否应为“%s”？", ", did you mean \"%s\"?", near))
                                .orElse(Text.of("")))
                        .plus(found));
        return new InputException(Subject.STANDARD, problems.all());
    }

    /**
     * Returns the ids of all standards, each edition as {@code 2019} and every text of it as {@code 2019.0},
     * {@code 2019.1}.
     */
    public List<String> ids() throws IOException {
        TreeSet<String> all = new TreeSet<>();
        for (Folder folder : folders) {
            for (StandardId id : ids(folder)) {
                all.add(id.edition());
                all.add(id.toString());
            }
        }
        return List.copyOf(all);
    }

    /** Returns every text in the first folder that has any, as issued and amended, in order. */
    public List<StandardId> texts() throws IOException {
        for (Folder folder : folders) {
            List<StandardId> ids = ids(folder);
            if (!ids.isEmpty()) {
                return ids;
            }
        }
        return List.of();
    }

    /**
     * Returns the edition that is named after {@code year} or, without one, after the last year before it that has one.
     * Drafts do not count.
     */
    public Optional<String> editionOf(int year) throws IOException {
        for (Folder folder : folders) {
            List<StandardId> named = ids(folder).stream()
                    .filter(id -> YEAR.matcher(id.edition()).matches() && number(id) == 0)
                    .toList();
            Optional<String> latest = Optional.empty();
            for (StandardId id : named) {
                Path file = folder.path().resolve(id.fileName());
                if (Integer.parseInt(id.edition()) <= year && !new Consolidation(folder).isDraft(id, file)) {
                    latest = Optional.of(id.edition());
                }
            }
            if (!named.isEmpty()) {
                return latest;
            }
        }
        return Optional.empty();
    }

    private static List<StandardId> ids(Folder folder) throws IOException {
        if (!Files.isDirectory(folder.path())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder.path(), 4)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.path().relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.endsWith(".test.yaml"))
                    .flatMap(name -> StandardId.ofFile(name).stream())
                    .sorted(Comparator.comparing(StandardId::edition).thenComparing(StandardLibrary::number))
                    .toList();
        }
    }

    private Standard load(Folder folder, StandardId id, Path file) throws InputException, IOException {
        return new Consolidation(folder).standard(id, file);
    }
}
