package guifan.evaluate;

import guifan.evaluate.Evaluation.Input;
import guifan.source.CsvReader;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.SheetTable;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sheets of one evaluation. */
public final class SheetSet {

    private final List<SheetTable> tables = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final Problems problems;

    /** Creates an empty set; what is wrong with the sheets goes to {@code problems}. */
    public SheetSet(Problems problems) {
        this.problems = problems;
    }

    /**
     * Adds a sheet.
     *
     * @param encoding the name of its encoding, or null to find out
     */
    public void add(InputFile file, @Nullable String encoding) {
        inputs.add(new Input(baseName(file.name()), file.sha256()));
        file.decode(encoding, problems)
                .flatMap(decoded -> CsvReader.read(file.name(), decoded, SheetReading::isHeader, problems))
                .ifPresent(tables::add);
    }

    /** Returns the year that the sheets state, if they do. */
    public Optional<Integer> year() {
        return SheetReading.year(tables, problems);
    }

    /** Returns the evaluation under {@code standard}; it is complete only if there are no errors among the problems. */
    public Evaluation evaluate(Standard standard, @Nullable Integer year) {
        List<Filing> filings = SheetReading.read(standard, tables, problems);
        Evaluator evaluator = new Evaluator(standard);
        List<UnitResult> units = problems.hasErrors()
                ? List.of()
                : new Ranker(standard)
                        .rank(filings.stream().map(evaluator::evaluate).toList());
        return new Evaluation(StandardCard.of(standard), inputs, year, units);
    }

    private static String baseName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
