package guifan.evaluate;

import guifan.evaluate.Evaluation.Input;
import guifan.source.CellPlace;
import guifan.source.CsvReader;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.SheetTable;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        List<Reported> reported = SheetReading.read(standard, tables, problems);
        List<UnitResult> units = problems.hasErrors()
                ? List.of()
                : new Ranker(standard).rank(scored(standard, reported.stream().map(Reported::filing)));
        return new Evaluation(StandardCard.of(standard), inputs, year, units);
    }

    /**
     * Returns the evaluation of the units that are sound, unranked, the others listed with their reasons; without any
     * unit where an error is not that of one unit, or no unit is sound.
     */
    public Evaluation evaluatePartly(Standard standard, @Nullable Integer year) {
        List<Reported> reported = SheetReading.read(standard, tables, problems);
        Soundness soundness = Soundness.of(reported, problems);
        List<UnitResult> units = soundness.leavesSomeUnits() ? scored(standard, soundness.sound().stream()) : List.of();
        List<Unrated> unrated = units.isEmpty() ? List.of() : soundness.unrated();
        return new Evaluation(
                StandardCard.of(standard),
                inputs,
                year,
                unrated.isEmpty() ? new Ranker(standard).rank(units) : units,
                unrated);
    }

    private static List<UnitResult> scored(Standard standard, Stream<Filing> filings) {
        Evaluator evaluator = new Evaluator(standard);
        return filings.map(evaluator::evaluate).toList();
    }

    /** No folder gets into a result. */
    static CellPlace withoutFolder(CellPlace place) {
        return new CellPlace(
                baseName(place.file()),
                place.worksheet(),
                place.record(),
                place.line(),
                place.column(),
                place.header());
    }

    private static String baseName(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
