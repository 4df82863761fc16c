package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.CellPlace;
import guifan.source.CsvReader;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.source.SheetTable;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;

/** Sheets for tests, written as CSV. */
final class Sheets {

    static final CellPlace PLACE = new CellPlace("scores.csv", "", 2, 2, 3, "header");

    private Sheets() {}

    /** Returns the tables that the files hold, named {@code 1.csv}, {@code 2.csv} and so on. */
    static List<SheetTable> tables(Problems problems, String... files) {
        List<SheetTable> tables = new ArrayList<>();
        for (String file : files) {
            CsvReader.read((tables.size() + 1) + ".csv", file, SheetReading::isHeader, problems)
                    .ifPresent(tables::add);
        }
        return tables;
    }

    /** Returns what each unit filled in, in sheets with which nothing may be wrong. */
    static List<Filing> filings(Standard standard, String... files) {
        Problems problems = new Problems();
        List<Filing> filings = SheetReading.read(standard, tables(problems, files), problems).stream()
                .map(Reported::filing)
                .toList();
        assertThat(said(problems, Severity.ERROR)).isEmpty();
        return filings;
    }

    /** Returns what is wrong with sheets, a line each: where, which code, in English. */
    static List<String> errors(Standard standard, String... files) {
        return said(standard, Severity.ERROR, files);
    }

    /** Returns what is worth a warning or note in sheets. */
    static List<String> said(Standard standard, Severity severity, String... files) {
        Problems problems = new Problems();
        SheetReading.read(standard, tables(problems, files), problems);
        return said(problems, severity);
    }

    static List<String> said(Problems problems, Severity severity) {
        return problems.all().stream()
                .filter(one -> one.severity() == severity)
                .map(Sheets::said)
                .toList();
    }

    private static String said(Diagnostic diagnostic) {
        CellPlace at = (CellPlace) diagnostic.place();
        String cell = (at.column() == 0 ? "" : CellPlace.letters(at.column())) + at.line();
        return at.file().replace(".csv", "!") + cell + " " + diagnostic.code() + " "
                + diagnostic.message().en();
    }

    /** Returns the results of sheets with which nothing may be wrong, ranked. */
    static List<UnitResult> evaluate(Standard standard, String... files) {
        List<Filing> filings = filings(standard, files);
        Evaluator evaluator = new Evaluator(standard, Population.of(standard, filings));
        return new Ranker(standard)
                .rank(filings.stream().map(evaluator::evaluate).toList());
    }

    /** Returns the result of the only unit. */
    static UnitResult only(Standard standard, String... files) {
        List<UnitResult> units = evaluate(standard, files);
        assertThat(units).hasSize(1);
        return units.get(0);
    }
}
