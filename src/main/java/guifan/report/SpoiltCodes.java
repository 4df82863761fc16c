package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.SourceText;
import guifan.source.Text;
import guifan.source.Width;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Warns of names that a spreadsheet changes where it opens a CSV file: it takes them for numbers. */
public final class SpoiltCodes {

    private static final int MOST_NAMED = 3;

    /** Zeros in front are lost, digits beyond the fifteenth become 0, 1E5 becomes 100000. */
    private static final Pattern CODE = Pattern.compile("0[0-9]+|[0-9]{16,}|[0-9]+[eE][0-9]+");

    private SpoiltCodes() {}

    /** Returns a warning about {@code file}, if a spreadsheet would spoil units or what is said of them in it. */
    public static Optional<Diagnostic> in(String file, Evaluation evaluation) {
        Stream<String> units = evaluation.units().stream()
                .flatMap(unit -> Stream.concat(Stream.of(unit.unit()), unit.details().values().stream()));
        Stream<String> unrated = evaluation.unrated().stream().map(unit -> unit.unit());
        List<String> codes = Stream.concat(units, unrated)
                .filter(text -> CODE.matcher(text).matches())
                .distinct()
                .toList();
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        List<Text> named = codes.stream()
                .limit(MOST_NAMED)
                .map(code -> Text.of(Width.visible(code)))
                .toList();
        Text rest = codes.size() > MOST_NAMED ? Text.of("等 %s 个", " and others, %s in all", codes.size()) : Text.of("");
        return Optional.of(new Diagnostic(
                Severity.WARNING,
                "csv-codes",
                SourceText.of(file, "").whole(),
                Text.of(
                        "用 Excel 或 WPS 直接打开会改变编号 %s（去掉前面的 0，第 15 位以后变成 0）；请改用 -o 文件.xlsx，或用“数据 → 自文本”导入并把该列设为文本",
                        "opened in a spreadsheet, codes change: %s (zeros in front are lost, digits beyond the 15th"
                                + " become 0); write -o file.xlsx instead, or import it as text",
                        Text.join(named, "、", ", ").plus(rest))));
    }
}
