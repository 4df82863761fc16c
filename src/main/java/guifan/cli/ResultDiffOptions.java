package guifan.cli;

import guifan.diff.ResultDiff;
import guifan.diff.UnitDiff;
import guifan.evaluate.Evaluation;
import guifan.report.JsonReader;
import guifan.report.ResultDiffPage;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.source.Similar;
import guifan.source.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How two results are compared. */
final class ResultDiffOptions {

    @Option(names = "--unit", paramLabel = "NAME", description = "比较结果时逐项列出这个单位；可重复")
    private List<String> units = new ArrayList<>();

    @Option(names = "--details", description = "比较结果时逐项列出各单位")
    private boolean details;

    /** Prints what differs between two archived results, and returns whether nothing does. */
    boolean compare(String before, String after, String format, Language language, Surroundings world)
            throws InputException, IOException, UsageException {
        ResultDiff diff = ResultDiff.of(read(before, world), read(after, world));
        for (String unit : units) {
            if (diff.unit(unit).isEmpty()) {
                List<String> known = diff.units().stream().map(UnitDiff::unit).toList();
                throw new UsageException(
                        Text.of("没有单位“%s”", "there is no unit \"%s\"", unit).plus(Similar.suggestion(unit, known)));
            }
        }
        switch (format) {
            case "json" -> ResultDiffPage.writeJson(diff, world.out());
            case "text", "md" ->
                ResultDiffPage.write(diff, unit -> isInDetail(diff, unit), format.equals("md"), language, world.out());
            default ->
                throw new UsageException(Text.of(
                        "没有“%s”这种格式，可用：text、json、md", "there is no format \"%s\"; there are text, json, md", format));
        }
        return diff.isEmpty();
    }

    private boolean isInDetail(ResultDiff diff, UnitDiff unit) {
        return details
                || units.stream().flatMap(name -> diff.unit(name).stream()).anyMatch(unit::equals);
    }

    private static Evaluation read(String file, Surroundings world) throws InputException, IOException {
        return JsonReader.read(file, Files.readString(world.resolve(file)));
    }
}
