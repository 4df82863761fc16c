package guifan.evaluate;

import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.Overrides.Standing;
import guifan.evaluate.SheetReading.Readings;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.source.CellPlace;
import guifan.source.CsvReader;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.SheetTable;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sheets of one evaluation. */
public final class SheetSet {

    private final List<SheetTable> tables = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final Problems problems;
    private List<OverrideSheet.Line> overrides = List.of();
    private @Nullable Input overrideFile;

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

    /**
     * Sets the file of manual changes, which are put in the place of what the sheets say.
     *
     * @param encoding the name of its encoding, or null to find out
     */
    public void override(InputFile file, @Nullable String encoding) {
        overrideFile = new Input(baseName(file.name()), file.sha256());
        overrides = file.decode(encoding, problems)
                .flatMap(decoded -> CsvReader.read(file.name(), decoded, OverrideSheet::isHeader, problems))
                .map(table -> OverrideSheet.read(table, problems))
                .orElse(List.of());
    }

    /** Returns the year that the sheets state, if they do. */
    public Optional<Integer> year() {
        return SheetReading.year(tables, problems);
    }

    /** Returns the evaluation under {@code standard}; it is complete only if there are no errors among the problems. */
    public Evaluation evaluate(Standard standard, @Nullable Integer year) {
        Readings readings = SheetReading.read(standard, tables, overrides, problems);
        List<UnitResult> units = problems.hasErrors()
                ? List.of()
                : new Ranker(standard)
                        .rank(scored(standard, readings.units().stream().map(Reported::filing)));
        return evaluation(standard, year, units, List.of(), readings);
    }

    /**
     * Returns the evaluation of the units that are sound, unranked, the others listed with their reasons; without any
     * unit where an error is not that of one unit, or no unit is sound.
     */
    public Evaluation evaluatePartly(Standard standard, @Nullable Integer year) {
        Readings readings = SheetReading.read(standard, tables, overrides, problems);
        Soundness soundness = Soundness.of(readings.units(), problems);
        List<UnitResult> units = soundness.leavesSomeUnits() ? scored(standard, soundness.sound().stream()) : List.of();
        List<Unrated> unrated = units.isEmpty() ? List.of() : soundness.unrated();
        List<UnitResult> ranked = unrated.isEmpty() ? new Ranker(standard).rank(units) : units;
        return evaluation(standard, year, ranked, unrated, readings);
    }

    private Evaluation evaluation(
            Standard standard,
            @Nullable Integer year,
            List<UnitResult> units,
            List<Unrated> unrated,
            Readings readings) {
        @Nullable
        Overrides changed = overrideFile == null
                ? null
                : new Overrides(overrideFile, readings.changes(), without(standard, units, readings));
        return new Evaluation(StandardCard.of(standard), inputs, year, units, unrated, changed);
    }

    /** Evaluates once more without the manual changes, and returns the units for which that makes a difference. */
    private List<Standing> without(Standard standard, List<UnitResult> units, Readings readings) {
        Problems unheard = new Problems();
        Soundness soundness = Soundness.of(SheetReading.read(standard, tables, unheard), unheard);
        List<UnitResult> sound = scored(standard, soundness.sound().stream());
        boolean whole = sound.size() == readings.units().size() && units.size() == sound.size();
        Map<String, UnitResult> before = new HashMap<>();
        (whole ? new Ranker(standard).rank(sound) : sound).forEach(unit -> before.put(unit.unit(), unit));
        Set<String> changed =
                readings.changes().stream().map(Overrides.Change::unit).collect(Collectors.toSet());
        List<Standing> standings = new ArrayList<>();
        for (UnitResult unit : units) {
            Standing without = Optional.ofNullable(before.get(unit.unit()))
                    .map(SheetSet::standing)
                    .orElse(new Standing(unit.unit(), null, null, Rational.ZERO));
            if (changed.contains(unit.unit()) || (whole && !without.equals(standing(unit)))) {
                standings.add(without);
            }
        }
        return standings;
    }

    private static Standing standing(UnitResult unit) {
        Totals totals = unit.totals();
        Outcome outcome = unit.outcome();
        return totals == null || outcome == null
                ? new Standing(unit.unit(), null, null, Rational.ZERO)
                : new Standing(unit.unit(), totals.finalTotal(), outcome.grade(), outcome.rank());
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
