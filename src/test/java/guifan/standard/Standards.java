package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Diagnostic;
import guifan.source.InputException;
import guifan.source.Node;
import guifan.source.Node.Mapping;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.YamlReader;
import guifan.standard.StandardLibrary.Folder;
import guifan.standard.StandardLibrary.When;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Standards for tests: those that are shipped, and small ones. */
public final class Standards {

    /** The folder of the standards that are shipped. */
    public static final Path SHIPPED = Path.of("standards");

    /** What every small standard begins with. */
    public static final String HEAD = """
        format: 1
        standard: "small"
        title: 试验标准
        status: issued
        provenance: reconstructed
        effective: 2020-01-01
        units: {kinds: [镇, 街道]}
        """;

    public static final String GRADES = """
        grades:
          levels:
            - {name: 优秀, at-least: 90}
            - {name: 良好, at-least: 80}
            - {name: 合格, otherwise: true}
        """;

    private Standards() {}

    /** Returns the ids of all texts that are shipped, each edition as issued and each of its amendments. */
    public static List<String> shipped() {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            return files.map(file -> SHIPPED.relativize(file).toString())
                    .filter(name -> name.endsWith(".yaml") && !name.endsWith(".test.yaml"))
                    .map(name -> name.replace(File.separatorChar, '/').replaceFirst("\\.yaml$", ""))
                    .map(id -> id.matches(".*\\d\\.\\d+") ? id : id + ".0")
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the shipped standard of that id, with its highest amendment where the id names an edition. */
    public static Standard shipped(String id) {
        return load(new StandardLibrary(List.of(new Folder(SHIPPED, "standards"))), id);
    }

    /** Returns the standard in {@code file}, or nothing if something is wrong with it. */
    public static Optional<Standard> file(Path file) {
        try {
            return Optional.of(new StandardLibrary(List.of()).find(file.toString(), When.LATEST, Path.of("")));
        } catch (InputException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the shipped standard of that id, if there is one. */
    static Standard found(String id) throws InputException, IOException {
        return new StandardLibrary(List.of(new Folder(SHIPPED, "standards"))).find(id, When.LATEST, Path.of(""));
    }

    private static Standard load(StandardLibrary library, String id) {
        try {
            return library.find(id, When.LATEST, Path.of(""));
        } catch (InputException e) {
            throw new AssertionError(said(e.diagnostics()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a text with one area of 100 points, which {@code indicators} have to add up to. */
    public static String area(String... indicators) {
        return HEAD + oneArea(indicators) + GRADES + "...\n";
    }

    /** Returns the full marks and the one area of a text. */
    public static String oneArea(String... indicators) {
        StringBuilder text = new StringBuilder("total: 100\nareas:\n");
        text.append("  - {id: area, name: 方面, points: 100, indicators: [\n");
        for (String indicator : indicators) {
            text.append("      {").append(indicator).append("},\n");
        }
        return text.append("    ]}\n").toString();
    }

    /** Returns the standard that {@code yaml} writes, in which nothing may be wrong. */
    public static Standard of(String yaml) {
        Problems problems = new Problems();
        Optional<Standard> standard = read(yaml, problems);
        assertThat(said(problems.all())).isEmpty();
        return standard.orElseThrow();
    }

    /** Returns what is wrong with {@code yaml}. */
    public static List<Diagnostic> problems(String yaml) {
        Problems problems = new Problems();
        read(yaml, problems);
        return problems.all();
    }

    private static Optional<Standard> read(String yaml, Problems problems) {
        Optional<Node> node = YamlReader.read(SourceText.of("small.yaml", yaml), problems);
        return node.filter(found -> !problems.hasErrors())
                .map(found ->
                        StandardReader.read((Mapping) found, "small.0", List.of(), Hashes.ofText(yaml), problems));
    }

    /** Returns what is wrong with {@code text}. */
    static List<Diagnostic> problems(Mapping text) {
        Problems problems = new Problems();
        StandardReader.read(text, "mutant.0", List.of(), "", problems);
        return problems.all();
    }

    /** Returns the standard that {@code text} says, or nothing if something is wrong with it. */
    public static Optional<Standard> read(Mapping text) {
        Problems problems = new Problems();
        Standard standard = StandardReader.read(text, "mutant.0", List.of(), "", problems);
        return problems.hasErrors() ? Optional.empty() : Optional.of(standard);
    }

    /** Returns diagnostics as {@code line:column code message}, a line each. */
    public static String said(List<Diagnostic> diagnostics) {
        return String.join(
                "\n",
                diagnostics.stream()
                        .map(one -> one.place().words().en() + " " + one.code() + " "
                                + one.message().en())
                        .toList());
    }
}
