package guifan.cli;

import guifan.diff.Decompositions;
import guifan.diff.ResultDiff;
import guifan.diff.UnitDiff;
import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.report.HtmlResultDiff;
import guifan.report.JsonReader;
import guifan.report.ResultDiffPage;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.source.Problems;
import guifan.source.Similar;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.source.Utf8File;
import guifan.standard.Standard;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.When;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How two results are compared. */
final class ResultDiffOptions {

    /** What is told of two results: how they differ, where that comes from, and which units are told in detail. */
    private record Told(ResultDiff diff, @Nullable Decompositions parts, Predicate<UnitDiff> inDetail) {

        void write(boolean markdown, Language language, Appendable out) throws IOException {
            ResultDiffPage.write(diff, parts, inDetail, markdown, language, out);
        }
    }

    private static final PageForms<Told> FORMS = new PageForms<Told>()
            .with(PageForm.TEXT, (told, language, out) -> told.write(false, language, out))
            .with(PageForm.JSON, (told, language, out) -> ResultDiffPage.writeJson(told.diff(), told.parts(), out))
            .with(PageForm.MARKDOWN, (told, language, out) -> told.write(true, language, out))
            .with(
                    PageForm.HTML,
                    (told, language, out) -> HtmlResultDiff.write(told.diff(), told.parts(), language, out));

    @Option(names = "--unit", paramLabel = "NAME", description = "比较结果时逐项列出这个单位；可重复")
    private List<String> units = new ArrayList<>();

    @Option(names = "--details", description = "比较结果时逐项列出各单位")
    private boolean details;

    /** Returns whether something is said that only results have. */
    boolean isAsked() {
        return details || !units.isEmpty();
    }

    /** Prints what differs between two archived results, and returns whether nothing does. */
    boolean compare(
            String before,
            String after,
            String format,
            List<String> outputs,
            boolean noClobber,
            CommonOptions common,
            StandardLibrary library,
            Surroundings world)
            throws InputException, IOException, UsageException {
        PageForms.Chosen<Told> forms = FORMS.choose(format, outputs);
        ResultDiff diff = ResultDiff.of(read(before, world), read(after, world));
        Problems problems = new Problems();
        EditionNote.tell(before, diff.before().standard(), diff.before().year(), library, world, problems);
        EditionNote.tell(after, diff.after().standard(), diff.after().year(), library, world, problems);
        @Nullable Decompositions parts = parts(diff, library, problems, world);
        common.print(problems, world);
        for (String unit : units) {
            if (diff.unit(unit).isEmpty()) {
                List<String> known = diff.units().stream().map(UnitDiff::unit).toList();
                throw new UsageException(
                        Text.of("没有单位“%s”", "there is no unit \"%s\"", unit).plus(Similar.suggestion(unit, known)));
            }
        }
        forms.write(new Told(diff, parts, unit -> isInDetail(diff, unit)), noClobber, common, world);
        return diff.isEmpty();
    }

    /** Takes the differences apart where the rules differ and both standards are still here as they were. */
    private static @Nullable Decompositions parts(
            ResultDiff diff, StandardLibrary library, Problems problems, Surroundings world) throws IOException {
        if (diff.isBySameRules()) {
            return null;
        }
        Optional<Standard> before = standard(diff.before().standard(), library, problems, world);
        Optional<Standard> after = standard(diff.after().standard(), library, problems, world);
        return before.isEmpty() || after.isEmpty() ? null : Decompositions.of(diff, before.get(), after.get());
    }

    /** Returns the standard of a result; where it is gone or has other rules, nothing, and a warning. */
    static Optional<Standard> standard(
            StandardCard card, StandardLibrary library, Problems problems, Surroundings world) throws IOException {
        Optional<Standard> found;
        try {
            found = Optional.of(library.find(card.id(), When.LATEST, world.directory()));
        } catch (InputException e) {
            found = Optional.empty();
        }
        Optional<Standard> same =
                found.filter(standard -> standard.identity().rulesHash().equals(card.rulesHash()));
        if (same.isEmpty()) {
            problems.warning(
                    "standard-differs",
                    SourceText.of(card.id(), "").whole(),
                    Text.of(
                            "评价标准 %s 不在，或规则已不是结果所用的，增减不作分解",
                            "the standard %s is not here, or its rules are not those of the result; the change is not"
                                    + " taken apart",
                            card.id()));
        }
        return same;
    }

    private boolean isInDetail(ResultDiff diff, UnitDiff unit) {
        return details
                || units.stream().flatMap(name -> diff.unit(name).stream()).anyMatch(unit::equals);
    }

    private static Evaluation read(String file, Surroundings world) throws InputException, IOException {
        return JsonReader.read(Utf8File.require(world.resolve(file), file));
    }
}
