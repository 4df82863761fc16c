package guifan;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Cli;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every README under {@code examples/}, and those of the project, show terminal sessions, and must show what really
 * happens.
 *
 * <p>A {@code console} block holds commands, each after {@code "$ "}, and what they print. Run {@code scripts/accept}
 * to rewrite what they print.
 */
class ExamplesTest {

    private static final boolean ACCEPT = Boolean.getBoolean("accept");

    private static final Path ROOT = Path.of("").toAbsolutePath();

    private static final String HOME = "guifan.home";

    private static String homeBefore;

    @BeforeAll
    static void theRepositoryIsTheHome() throws IOException {
        homeBefore = System.setProperty(HOME, ROOT.toString());
        if (ACCEPT) {
            rewriteArchivedResults();
        }
    }

    /** Results that lie beside their sheet are archived ones; other pages read them. */
    private static void rewriteArchivedResults() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
            for (Path file :
                    files.filter(path -> path.endsWith("results.json")).sorted().toList()) {
                Matcher id = Pattern.compile("\"id\": \"([^\"]+)\"").matcher(Files.readString(file));
                assertThat(id.find()).isTrue();
                StringWriter said = new StringWriter();
                PrintWriter out = new PrintWriter(said);
                String[] args = {"evaluate", "--standard", id.group(1), "scores.csv", "-o", "results.json"};
                int exit = Cli.run(file.getParent(), InputStream.nullInputStream(), out, out, Map.of(), args);
                assertThat(exit).as(said.toString()).isZero();
            }
        }
    }

    @AfterAll
    static void theHomeIsAsBefore() {
        if (homeBefore == null) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, homeBefore);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyReadmeShowsWhatHappens(@TempDir Path scratch) throws IOException {
        List<Path> readmes;
        try (Stream<Path> files =
                Stream.concat(Stream.of(ROOT.resolve("README.md"), ROOT.resolve("README.zh-CN.md")), examples())) {
            readmes = files.filter(Files::exists).toList();
        }
        assertThat(readmes).isNotEmpty();
        return readmes.stream()
                .map(readme -> DynamicTest.dynamicTest(
                        ROOT.relativize(readme).toString(), readme.toUri(), () -> check(readme, scratch)));
    }

    private static Stream<Path> examples() throws IOException {
        Path examples = ROOT.resolve("examples");
        if (!Files.exists(examples)) {
            return Stream.of();
        }
        return Files.walk(examples).filter(file -> file.endsWith("README.md")).sorted();
    }

    /** Replays a page in a copy of what it may use, so that the files its commands write leave no trace. */
    private static void check(Path readme, Path scratch) throws IOException {
        Path copy = Files.createTempDirectory(scratch.toRealPath(), "run");
        for (String folder : List.of("examples", "standards")) {
            copyFolder(ROOT.resolve(folder), copy.resolve(folder));
        }
        Path directory = copy.resolve(ROOT.relativize(readme)).getParent();
        String expected = Files.readString(readme);
        String actual = new Session(directory, List.of(directory, copy, ROOT)).replay(expected);
        if (ACCEPT) {
            if (!actual.equals(expected)) {
                Files.writeString(readme, actual);
            }
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
