package guifan.cli;

import guifan.diff.Decompositions;
import guifan.diff.ResultDiff;
import guifan.diff.UnitDiff;
import guifan.evaluate.Evaluation;
import guifan.evaluate.StandardCard;
import guifan.report.HtmlResultDiff;
import guifan.report.JsonReader;
import guifan.report.OutputFile;
import guifan.report.ResultDiffPage;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.source.Problems;
import guifan.source.Similar;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.standard.Standard;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.When;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How two results are compared. */
final class ResultDiffOptions {

    @Option(names = "--unit", paramLabel = "NAME", description = "比较结果时逐项列出这个单位；可重复")
    private List<String> units = new ArrayList<>();

    @Option(names = "--details", description = "比较结果时逐项列出各单位")
    private boolean details;

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
        Language language = common.language(world.environment());
        Map<Path, byte[]> written = new LinkedHashMap<>();
        for (String output : outputs) {
            String page = page(diff, parts, OutputForm.ofFile(Form.class, output), language);
            written.put(world.resolve(output), page.getBytes(StandardCharsets.UTF_8));
        }
        String printed = page(diff, parts, OutputForm.ofWord(Form.class, format), language);
        OutputFile.writeAll(written, noClobber);
        if (outputs.isEmpty()) {
            world.out().print(printed);
        }
        return diff.isEmpty();
    }

    /** The forms of a comparison of results. */
    private enum Form implements OutputForm {
        TEXT("text", ".txt"),
        JSON("json", ".json"),
        MARKDOWN("md", ".md"),
        HTML("html", ".html");

        private final String word;
        private final String ending;

        Form(String word, String ending) {
            this.word = word;
            this.ending = ending;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String ending() {
            return ending;
        }
    }

    private String page(ResultDiff diff, @Nullable Decompositions parts, Form form, Language language)
            throws IOException {
        StringBuilder page = new StringBuilder();
        switch (form) {
            case JSON -> ResultDiffPage.writeJson(diff, parts, page);
            case HTML -> HtmlResultDiff.write(diff, parts, language, page);
            case TEXT, MARKDOWN ->
                ResultDiffPage.write(
                        diff, parts, unit -> isInDetail(diff, unit), form == Form.MARKDOWN, language, page);
        }
        return page.toString();
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
        return JsonReader.read(file, Files.readString(world.resolve(file)));
    }
}
