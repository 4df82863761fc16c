package guifan.evaluate;

import guifan.evaluate.Evaluation.Input;
import guifan.evaluate.Overrides.Standing;
import guifan.evaluate.SheetReading.Terms;
import guifan.number.Rational;
import guifan.source.CellPlace;
import guifan.source.FileKind;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.source.SheetTable;
import guifan.source.Text;
import guifan.source.XlsxReader;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sheets of one evaluation. */
public final class SheetSet {

    private final List<SheetTable> tables = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private final List<String> old = new ArrayList<>();
    private final Problems problems;
    private final List<OtherResult> results = new ArrayList<>();
    private final List<OtherResult> earlier = new ArrayList<>();
    private OtherResults others = OtherResults.NONE;
    private PastResults past = PastResults.NONE;
    private List<OverrideSheet.Line> overrides = List.of();
    private @Nullable Input overrideFile;
    private @Nullable DecisionSheet decisionSheet;
    private @Nullable Input decisionFile;
    private @Nullable Roster roster;
    private List<String> worksheets = List.of();
    private boolean workbooks;
    private @Nullable Input rosterFile;
    private Stage stage = Stage.FINAL;
    private boolean partial;
    private Optional<WideSheet> merged = Optional.empty();
    private List<String> missing = List.of();

    /** Creates an empty set; what is wrong with the sheets goes to {@code problems}. */
    public SheetSet(Problems problems) {
        this.problems = problems;
    }

    /**
     * Adds a file with its sheets; one of a kind that cannot be read is named by {@link #refuseOld} with the others.
     *
     * @param encoding the name of the encoding of text, or null to find out
     */
    public void add(InputFile file, @Nullable String encoding) {
        if (file.kind() == FileKind.OLD_WORKBOOK) {
            old.add(file.name());
            return;
        }
        inputs.add(new Input(baseName(file.name()), file.sha256()));
        workbooks |= XlsxReader.isMeant(file);
        List<SheetTable> found = TableFiles.read(file, encoding, worksheets, SheetReading::isHeader, problems);
        found.forEach(table -> SheetReading.noteTitles(table, problems));
        tables.addAll(found);
    }

    /** Sets the only worksheets that are read of the workbooks added later; all visible ones unless it is called. */
    public void onlyWorksheets(List<String> names) {
        worksheets = List.copyOf(names);
    }

    /** Returns whether a workbook was added. */
    public boolean hasWorkbooks() {
        return workbooks;
    }

    /** Reports the files of old kinds, all at once. */
    public void refuseOld() {
        if (!old.isEmpty()) {
            problems.error(
                    "old-workbook",
                    new CellPlace(old.get(0), "", 0, 0, 0, ""),
                    Text.of(
                            "这些文件是%s：%s；%s",
                            "of these files each is %s: %s; %s",
                            FileKind.OLD_WORKBOOK.words(),
                            Text.list(old),
                            FileKind.OLD_WORKBOOK.cure()));
        }
    }

    /** Takes the list of units from the first sheet of {@code file}. */
    public void readRoster(InputFile file, @Nullable String encoding) {
        rosterFile = new Input(baseName(file.name()), file.sha256());
        TableFiles.others(file, encoding, Roster::isHeader, problems).stream()
                .findFirst()
                .ifPresent(table -> roster = Roster.read(table, problems));
    }

    /** Sets which facts count; those that were checked unless it is called. */
    public void at(Stage chosen) {
        stage = chosen;
    }

    /** Leaves out the units of the roster that have no sheet, which are an error otherwise. */
    public void allowMissing() {
        partial = true;
    }

    /** Returns the list of units, if one was read. */
    public Optional<Roster> roster() {
        return Optional.ofNullable(roster);
    }

    /**
     * Sets the file of manual changes, which are put in the place of what the sheets say.
     *
     * @param encoding the name of its encoding, or null to find out
     */
    public void override(InputFile file, @Nullable String encoding) {
        overrideFile = new Input(baseName(file.name()), file.sha256());
        overrides = TableFiles.others(file, encoding, OverrideSheet::isHeader, problems).stream()
                .flatMap(table -> OverrideSheet.read(table, problems).stream())
                .toList();
    }

    /** Sets the file of decisions about the order of equal units. */
    public void decide(InputFile file, @Nullable String encoding) {
        decisionFile = new Input(baseName(file.name()), file.sha256());
        decisionSheet =
                DecisionSheet.read(TableFiles.others(file, encoding, DecisionSheet::isHeader, problems), problems);
    }

    /** Adds an earlier result of the same units. */
    public void addEarlier(OtherResult result) {
        earlier.add(result);
    }

    /** Adds a result under another standard, which questions of the standard may take. */
    public void addResult(OtherResult result) {
        results.add(result);
    }

    /** Returns the year that the sheets state, if they do. */
    public Optional<Integer> year() {
        return SheetYear.of(tables, problems);
    }

    /** Reports what states another year than {@code evaluated}. */
    public void checkYear(int evaluated) {
        SheetYear.check(tables, evaluated, problems);
    }

    /** Returns the evaluation under {@code standard}; it is complete only if there are no errors among the problems. */
    public Evaluation evaluate(Standard standard, @Nullable Integer year) {
        look(standard, year);
        Submission read = read(standard, overrides, partial, problems);
        List<UnitResult> units = problems.hasErrors()
                ? List.of()
                : Evaluator.together(standard, Reported.filings(read.units()), ranked -> orders(standard, ranked));
        return evaluation(standard, year, problems.hasErrors() ? List.of() : units, List.of(), read);
    }

    /**
     * Returns the evaluation of the units that are sound, unranked, the others listed with their reasons; without any
     * unit where an error is not that of one unit, or no unit is sound. A unit of the roster that has no sheet is one
     * of the others.
     */
    public Evaluation evaluatePartly(Standard standard, @Nullable Integer year) {
        look(standard, year);
        Submission read = read(standard, overrides, true, problems);
        Soundness soundness = Soundness.of(read.units(), problems);
        List<Filing> sound = soundness.leavesSomeUnits() ? soundness.sound() : List.of();
        List<Unrated> unrated = new ArrayList<>();
        if (!sound.isEmpty() || !problems.hasErrors()) {
            unrated.addAll(soundness.unrated());
            unrated.addAll(Unrated.absent(roster, read.missing()));
        }
        List<UnitResult> units = unrated.isEmpty()
                ? Evaluator.together(standard, sound, ranked -> orders(standard, ranked))
                : Evaluator.apart(standard, sound, Map.of());
        return evaluation(standard, year, units, unrated, read);
    }

    private Map<String, Rational> orders(Standard standard, List<UnitResult> ranked) {
        return decisionSheet == null ? Map.of() : decisionSheet.orders(standard, ranked);
    }

    private void look(Standard standard, @Nullable Integer year) {
        others = OtherResults.of(standard, year, results, problems);
        past = PastResults.of(standard, year, earlier, roster, problems);
    }

    private Submission read(Standard standard, List<OverrideSheet.Line> changes, boolean partly, Problems found) {
        return SheetReading.read(standard, tables, new Terms(roster, stage, others, past, partly), changes, found);
    }

    private Evaluation evaluation(
            Standard standard, @Nullable Integer year, List<UnitResult> units, List<Unrated> unrated, Submission read) {
        merged = Optional.of(read.merged());
        missing = read.missing();
        problems.addAll(read.pointsTyped());
        new SheetDoubts(standard, problems).compare(read.stated(), units);
        Set<String> graded = DerivedUnits.standings(units).stream()
                .map(DerivedUnits.Standing::unit)
                .collect(Collectors.toSet());
        List<UnitCheck> checks = read.checks().stream()
                .filter(check -> graded.contains(check.unit()))
                .toList();
        @Nullable
        Overrides changed = overrideFile == null
                ? null
                : new Overrides(overrideFile, read.changes(), without(standard, units, read));
        Taken taken = new Taken(
                others.used().stream().map(OtherResult::source).toList(),
                others.absent(),
                read.takings().stream()
                        .filter(taking -> graded.contains(taking.unit()))
                        .toList());
        return new Evaluation(
                StandardCard.of(standard),
                inputs,
                year,
                stage,
                units,
                unrated,
                changed,
                checks,
                rosterFile,
                unrated.isEmpty() ? GroupResult.of(standard, units) : List.of(),
                taken,
                past.history(standard, units),
                decisionSheet == null || decisionFile == null
                        ? null
                        : new Decisions(decisionFile, decisionSheet.decided()));
    }

    /** Evaluates once more without the manual changes, and returns the units for which that makes a difference. */
    private List<Standing> without(Standard standard, List<UnitResult> units, Submission read) {
        Problems unheard = new Problems();
        Submission plain = read(standard, List.of(), true, unheard);
        merged = Optional.of(plain.merged());
        Soundness soundness = Soundness.of(plain.units(), unheard);
        List<Filing> sound = soundness.sound();
        boolean whole = sound.size() == read.units().size() && units.size() == sound.size();
        Map<String, UnitResult> before = new HashMap<>();
        (whole
                        ? Evaluator.together(standard, sound, ranked -> orders(standard, ranked))
                        : Evaluator.apart(standard, sound, Map.of()))
                .forEach(unit -> before.put(unit.unit(), unit));
        Set<String> changed =
                read.changes().stream().map(Overrides.Change::unit).collect(Collectors.toSet());
        List<Standing> standings = new ArrayList<>();
        for (UnitResult unit : units) {
            Standing without = Optional.ofNullable(before.get(unit.unit()))
                    .map(Standing::of)
                    .orElse(new Standing(unit.unit(), null, null, Rational.ZERO));
            if (changed.contains(unit.unit()) || (whole && !without.equals(Standing.of(unit)))) {
                standings.add(without);
            }
        }
        return standings;
    }

    /** Returns all that was read as one sheet, without manual changes, once there is an evaluation. */
    public Optional<WideSheet> merged() {
        return merged;
    }

    /** Returns the units of the roster that have no sheet, once there is an evaluation. */
    public List<String> missing() {
        return missing;
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
