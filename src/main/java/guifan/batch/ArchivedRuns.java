package guifan.batch;

import guifan.source.Fields;
import guifan.source.FileFormat;
import guifan.source.InputException;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.source.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What an archive says about its runs: how each result is verified from what the archive holds. */
public final class ArchivedRuns {

    static final String NAME = "archive.yaml";
    private static final int LIMIT = 1 << 20;

    /** The options of {@code evaluate} that {@code verify} has as well; the others are in the result itself. */
    private static final Set<String> WORDS = Set.of("--encoding", "--worksheet");

    private static final Map<String, String> FILES =
            Plan.FILES.stream().map(key -> "--" + key).collect(Collectors.toMap(option -> option, option -> option));

    private ArchivedRuns() {}

    /**
     * A run of the archive.
     *
     * @param id its name in the plan
     * @param arguments the command line that verifies its result, the verb first, relative to the archive
     */
    public record ArchivedRun(String id, List<String> arguments) {}

    /**
     * Returns the runs of an archive.
     *
     * @throws InputException if what it says about them cannot be read
     * @throws IOException if the file is missing or cannot be read
     */
    public static List<ArchivedRun> of(Path archive) throws InputException, IOException {
        Path file = archive.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(NAME);
        }
        Problems problems = new Problems();
        List<ArchivedRun> runs = new ArrayList<>();
        InputFile.read(file, NAME, LIMIT, problems)
                .map(read -> SourceText.of(NAME, new String(read.content(), StandardCharsets.UTF_8)))
                .flatMap(source -> YamlReader.read(source, problems))
                .ifPresent(document -> {
                    Fields fields = Fields.of(document, problems);
                    FileFormat.require(fields);
                    fields.text("guifan");
                    fields.optionalProse("plan");
                    fields.sections("runs").forEach(run -> runs.add(run(run)));
                    fields.finish();
                    if (runs.stream().map(ArchivedRun::id).distinct().count() < Math.max(1, runs.size())) {
                        fields.error("runs", "runs", Text.of("没有评价，或有两项同名", "no run, or two of one name"));
                    }
                });
        problems.throwIfErrors(InputException.Subject.DATA);
        return runs;
    }

    private static ArchivedRun run(Fields fields) {
        String id = fields.text("id");
        List<String> arguments = new ArrayList<>(List.of("verify", "--standards", path(fields, "standards")));
        arguments.addAll(List.of("--standard", path(fields, "standard"), "--year", fields.text("year")));
        for (Fields file : fields.sections("files")) {
            String option = file.requiredChoice("option", FILES, "");
            arguments.addAll(List.of(option, path(file, "value")));
        }
        for (Fields word : fields.sections("words")) {
            String option = word.text("option");
            String value = word.text("value");
            if (WORDS.contains(option)) {
                arguments.addAll(List.of(option, value));
            }
        }
        // What follows is no option, whatever it looks like.
        arguments.addAll(List.of("--", path(fields, "result")));
        List<String> sheets = fields.texts("sheets");
        sheets.forEach(sheet -> check(fields, "sheets", sheet));
        arguments.addAll(sheets);
        return new ArchivedRun(id, arguments);
    }

    /** What an archive says must not lead out of it, or something else would be verified. */
    private static String path(Fields fields, String key) {
        String path = fields.text(key);
        check(fields, key, path);
        return path;
    }

    private static void check(Fields fields, String key, String path) {
        if (!path.isEmpty() && !ArchiveList.isInside(path)) {
            fields.error("outside", key, Text.of("“%s”不在存档之内", "\"%s\" is not within the archive", path));
        }
    }
}
