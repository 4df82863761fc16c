package guifan.batch;

import guifan.report.Verification.Finding;
import guifan.source.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The list of the files of an archive with their hashes, in the form that {@code sha256sum -c} reads. */
public final class ArchiveList {

    static final String NAME = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private ArchiveList() {}

    static String line(String sha256, String file) {
        return sha256 + "  " + file;
    }

    /** Returns the hashes by file, those that can be read; empty if there is no list. */
    static Map<String, String> read(Path archive) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String line : lines(archive)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && isInside(matcher.group(2))) {
                hashes.put(matcher.group(2), matcher.group(1));
            }
        }
        return hashes;
    }

    private static List<String> lines(Path archive) throws IOException {
        Path list = archive.resolve(NAME);
        try {
            return Files.isRegularFile(list) ? Files.readAllLines(list, StandardCharsets.UTF_8) : List.of();
        } catch (CharacterCodingException e) {
            return List.of();
        }
    }

    /** Returns whether {@code file} names a path within the folder that it is relative to. */
    static boolean isInside(String file) {
        return Stream.of(file.split("[/\\\\]", -1))
                .noneMatch(name -> name.isEmpty() || name.equals("..") || name.equals(".") || name.contains(":"));
    }

    /**
     * Returns what is not as the list says: files that differ, are missing or were added, and lines that cannot be
     * read.
     *
     * @throws IOException if a file cannot be read
     */
    public static List<Finding> findings(Path archive) throws IOException {
        if (!Files.isRegularFile(archive.resolve(NAME))) {
            return List.of(new Finding(
                    "list", Text.of("缺少清单 %s，不是年度存档", "the list %s is missing: this is no archive of a year", NAME)));
        }
        List<Finding> findings = new ArrayList<>();
        List<String> lines = lines(archive);
        Map<String, String> listed = read(archive);
        if (lines.isEmpty() || lines.size() != listed.size()) {
            findings.add(new Finding(
                    "list", Text.of("清单 %s 有读不懂或重复的行", "the list %s has lines that cannot be read, or twice", NAME)));
        }
        for (Map.Entry<String, String> file : listed.entrySet()) {
            Path path = archive.resolve(file.getKey());
            if (!Files.isRegularFile(path)) {
                findings.add(new Finding("missing", Text.of("缺少 %s", "%s is missing", file.getKey())));
                continue;
            }
            String now = Inputs.hash(path);
            if (!now.equals(file.getValue())) {
                findings.add(new Finding(
                        "altered",
                        Text.of(
                                "%s 的内容与清单不符（sha256 %s，清单 %s）",
                                "%s is not the one listed (sha256 %s, listed %s)",
                                file.getKey(),
                                now,
                                file.getValue())));
            }
        }
        for (String name : present(archive)) {
            if (!listed.containsKey(name) && !name.equals(NAME)) {
                findings.add(new Finding("added", Text.of("多出 %s", "%s is not in the list", name)));
            }
        }
        return List.copyOf(findings);
    }

    /** Returns the files that are there, listed or not. */
    static Set<String> present(Path archive) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(archive)) {
            files.filter(file -> !Files.isDirectory(file))
                    .forEach(file ->
                            names.add(archive.relativize(file).toString().replace('\\', '/')));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return names;
    }
}
