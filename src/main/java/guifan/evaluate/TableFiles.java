package guifan.evaluate;

import guifan.source.CellPlace;
import guifan.source.CsvReader;
import guifan.source.Decoded;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.SheetTable;
import guifan.source.Text;
import guifan.source.XlsxReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads the tables that files hold, workbooks and text alike. */
final class TableFiles {

    private TableFiles() {}

    /** Returns the tables of a file whose header {@code isHeader} knows. */
    static List<SheetTable> read(
            InputFile file,
            @Nullable String encoding,
            List<String> worksheets,
            Predicate<List<String>> isHeader,
            Problems problems) {
        if (XlsxReader.isMeant(file)) {
            return XlsxReader.read(file, worksheets, isHeader, problems);
        }
        Optional<Decoded> decoded = file.decode(encoding, problems);
        decoded.filter(text -> encoding == null && !text.encoding().equals("UTF-8"))
                .ifPresent(text -> problems.note(
                        "encoding",
                        new CellPlace(file.name(), "", 0, 0, 0, ""),
                        Text.of("按 %s 编码读取", "read as %s", text.encoding())));
        return decoded.flatMap(text -> CsvReader.read(file.name(), text, isHeader, problems)).stream()
                .toList();
    }

    /** Returns the tables of a file that is not a sheet of measures. */
    static List<SheetTable> others(
            InputFile file, @Nullable String encoding, Predicate<List<String>> isHeader, Problems problems) {
        List<SheetTable> found = read(file, encoding, List.of(), isHeader, problems);
        found.forEach(table -> table.noteTitles(problems));
        return found;
    }
}
