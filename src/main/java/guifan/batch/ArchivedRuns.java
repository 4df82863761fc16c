package guifan.batch;

import guifan.source.Fields;
import guifan.source.InputException;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.SourceText;
import guifan.source.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an archive says about its runs: how each result is verified from what the archive holds. */
public final class ArchivedRuns {

    private static final String NAME = "archive.yaml";
    private static final int LIMIT = 1 << 20;

    /** The options of {@code evaluate} that {@code verify} has as well; the others are in the result itself. */
    private static final Set<String> WORDS = Set.of("--encoding");

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
                    fields.text("format");
                    fields.text("guifan");
                    fields.optionalProse("plan");
                    fields.sections("runs").forEach(run -> runs.add(run(run)));
                    fields.finish();
                });
        problems.throwIfErrors(InputException.Subject.DATA);
        return runs;
    }

    private static ArchivedRun run(Fields fields) {
        String id = fields.text("id");
        List<String> arguments = new ArrayList<>(List.of("verify", fields.text("result")));
        arguments.addAll(fields.texts("sheets"));
        arguments.addAll(List.of("--standards", fields.text("standards"), "--standard", fields.text("standard")));
        arguments.addAll(List.of("--year", fields.text("year")));
        for (Fields file : fields.sections("files")) {
            arguments.addAll(List.of(file.text("option"), file.text("value")));
        }
        for (Fields word : fields.sections("words")) {
            String option = word.text("option");
            String value = word.text("value");
            if (WORDS.contains(option)) {
                arguments.addAll(List.of(option, value));
            }
        }
        return new ArchivedRun(id, arguments);
    }
}
