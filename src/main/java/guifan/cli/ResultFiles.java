package guifan.cli;

import guifan.evaluate.Evaluation;
import guifan.evaluate.OtherResult;
import guifan.evaluate.OtherResult.KnownText;
import guifan.report.ArchivedResult;
import guifan.source.InputException;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.When;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads archived results that another evaluation looks at. */
final class ResultFiles {

    private final StandardLibrary library;
    private final Surroundings world;

    ResultFiles(StandardLibrary library, Surroundings world) {
        this.library = library;
        this.world = world;
    }

    /** Returns the result in {@code file}; one that cannot be read is reported. */
    Optional<OtherResult> read(String file, Problems problems) throws IOException, UsageException {
        Optional<InputFile> found = SheetOptions.read(file, problems, world);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try {
            Evaluation evaluation = evaluation(found.get());
            return Optional.of(new OtherResult(file, found.get().sha256(), evaluation, known(evaluation)));
        } catch (InputException e) {
            e.diagnostics().forEach(problems::add);
            return Optional.empty();
        }
    }

    /** Returns a result whose standard was checked when it was taken. */
    static OtherResult recorded(InputFile file) throws InputException {
        return new OtherResult(file.name(), file.sha256(), evaluation(file), KnownText.SAME);
    }

    private static Evaluation evaluation(InputFile file) throws InputException {
        return ArchivedResult.read(file.name(), new String(file.content(), StandardCharsets.UTF_8))
                .evaluation();
    }

    private KnownText known(Evaluation evaluation) throws IOException {
        try {
            Standard standard = library.find(evaluation.standard().id(), When.LATEST, world.directory());
            boolean same =
                    standard.identity().rulesHash().equals(evaluation.standard().rulesHash());
            return same ? KnownText.SAME : KnownText.OTHER;
        } catch (InputException unknown) {
            return KnownText.NONE;
        }
    }
}
