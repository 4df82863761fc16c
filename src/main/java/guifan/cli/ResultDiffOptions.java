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
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** How two results are compared. */
final class ResultDiffOptions {

    @Option(names = "--unit", paramLabel = "NAME", description = "比较结果时逐项列出这个单位；可重复")
    private List<String> units = new ArrayList<>();

    @Option(names = "--details", description = "比较结果时逐项列出各单位")
    private boolean details;

    /**
     * Prints what differs between two archived results, or writes it to files, and returns whether nothing does.
     *
     * @param outputs the content of each file, to be filled in
     */
    boolean compare(
            String before,
            String after,
            String format,
            List<String> outputs,
            Map<String, String> written,
            Language language,
            Surroundings world)
            throws InputException, IOException, UsageException {
        ResultDiff diff = ResultDiff.of(read(before, world), read(after, world));
        for (String unit : units) {
            if (diff.unit(unit).isEmpty()) {
                List<String> known = diff.units().stream().map(UnitDiff::unit).toList();
                throw new UsageException(
                        Text.of("没有单位“%s”", "there is no unit \"%s\"", unit).plus(Similar.suggestion(unit, known)));
            }
        }
        for (String output : outputs) {
            String ending = output.substring(output.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            StringBuilder text = new StringBuilder();
            write(diff, ending.equals("txt") ? "text" : ending, language, text);
            written.put(output, text.toString());
        }
        if (outputs.isEmpty()) {
            write(diff, format, language, world.out());
        }
        return diff.isEmpty();
    }

    private void write(ResultDiff diff, String format, Language language, Appendable out)
            throws IOException, UsageException {
        switch (format) {
            case "json" -> ResultDiffPage.writeJson(diff, out);
            case "text", "md" ->
                ResultDiffPage.write(diff, unit -> isInDetail(diff, unit), format.equals("md"), language, out);
            default ->
                throw new UsageException(Text.of(
                        "没有“%s”这种格式，可用：text、json、md", "there is no format \"%s\"; there are text, json, md", format));
        }
    }

    private boolean isInDetail(ResultDiff diff, UnitDiff unit) {
        return details
                || units.stream().flatMap(name -> diff.unit(name).stream()).anyMatch(unit::equals);
    }

    private static Evaluation read(String file, Surroundings world) throws InputException, IOException {
        return JsonReader.read(file, Files.readString(world.resolve(file)));
    }
}
