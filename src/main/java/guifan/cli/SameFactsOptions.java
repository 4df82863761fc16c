package guifan.cli;

import guifan.diff.Crosswalk;
import guifan.diff.SameFacts;
import guifan.evaluate.Evaluation;
import guifan.evaluate.SheetSet;
import guifan.report.SameFactsPage;
import guifan.source.InputException;
import guifan.source.InputException.Subject;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.SheetFiles;
import guifan.source.Text;
import guifan.standard.Standard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which facts two standards are compared on. */
final class SameFactsOptions {

    @Option(names = "--scores", paramLabel = "SHEET", description = "同一实绩按两份标准各评一次：按新标准填的填报表；可重复")
    private List<String> scores = new ArrayList<>();

    boolean isAsked() {
        return !scores.isEmpty();
    }

    /** Prints what two standards make of the same facts. */
    void compare(
            String before,
            String after,
            StandardOptions standards,
            String format,
            CommonOptions common,
            Surroundings world)
            throws InputException, IOException, UsageException {
        if (!List.of("text", "md").contains(format)) {
            throw new UsageException(Text.of(
                    "--scores 没有“%s”这种格式，可用：text、md", "--scores has no format \"%s\"; there are text, md", format));
        }
        Problems problems = new Problems();
        SheetSet sheets = new SheetSet(problems);
        for (String file : SheetFiles.expand(scores, world.directory())) {
            InputFile.read(world.resolve(file), file, InputFile.SHEET_LIMIT, problems)
                    .ifPresent(sheet -> sheets.add(sheet, null));
        }
        sheets.refuseOld();
        problems.throwIfErrors(Subject.DATA);
        Optional<Integer> year = sheets.year();
        @Nullable Integer evaluated = year.orElse(null);
        Standard older = standards.find(before, null, world);
        Standard newer = standards.find(after, evaluated, world);
        Crosswalk.Basis basis = Crosswalk.of(older, newer).basis();
        if (basis != Crosswalk.Basis.SAME_EDITION && basis != Crosswalk.Basis.STATED) {
            throw new UsageException(Text.of(
                    "%s 没有载明 %s 的实绩怎样由它的实绩推得；旧标准在前，新标准在后",
                    "%s does not state how the measures of %s follow from its own; the older standard comes first",
                    newer.identity().id(),
                    older.identity().id()));
        }
        Evaluation evaluation = sheets.evaluate(newer, evaluated);
        problems.throwIfErrors(Subject.DATA);
        common.print(problems, world);
        SameFacts facts = SameFacts.of(older, newer, evaluation);
        SameFactsPage.write(
                facts, older, newer, format.equals("md"), common.language(world.environment()), world.out());
    }
}
