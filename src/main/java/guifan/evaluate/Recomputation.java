package guifan.evaluate;

import guifan.source.InputException;
import guifan.source.InputException.Subject;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.standard.Standard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of an archived result, to be evaluated once more.
 *
 * @param sheets in the order of the result
 * @param roster the list of units, or null if there was none
 * @param overrides the manual changes, or null if there were none
 * @param decisions the decisions about equal units, or null if there were none
 * @param results the results under other standards that it took from
 * @param history the earlier results that it looked back at
 * @param encoding the name of the encoding that was asked for, or null
 * @param worksheets the only worksheets that were read; none where all were
 * @param year the year that was asked for; null takes that of the sheets, or of the result where they state none
 */
public record Recomputation(
        List<InputFile> sheets,
        @Nullable InputFile roster,
        @Nullable InputFile overrides,
        @Nullable InputFile decisions,
        List<OtherResult> results,
        List<OtherResult> history,
        @Nullable String encoding,
        List<String> worksheets,
        @Nullable Integer year) {

    public Recomputation {
        sheets = List.copyOf(sheets);
        results = List.copyOf(results);
        history = List.copyOf(history);
        worksheets = List.copyOf(worksheets);
    }

    /** Returns this with the results under other standards that it took from, and earlier ones. */
    public Recomputation with(List<OtherResult> others, List<OtherResult> before) {
        return new Recomputation(sheets, roster, overrides, decisions, others, before, encoding, worksheets, year);
    }

    /**
     * Returns the evaluation under {@code standard} as {@code archived} was made: at its stage, with units left out
     * where it left some out.
     *
     * @throws InputException if the inputs can no longer be evaluated
     */
    public Evaluation evaluate(Standard standard, Evaluation archived) throws InputException {
        Problems problems = new Problems();
        SheetSet set = new SheetSet(problems);
        set.at(archived.stage());
        set.onlyWorksheets(worksheets);
        sheets.forEach(sheet -> set.add(sheet, encoding));
        set.refuseOld();
        if (roster != null) {
            set.readRoster(roster, null);
        }
        if (overrides != null) {
            set.override(overrides, encoding);
        }
        if (decisions != null) {
            set.decide(decisions, encoding);
        }
        results.forEach(set::addResult);
        history.forEach(set::addEarlier);
        problems.throwIfErrors(Subject.DATA);
        @Nullable Integer stated = set.year().orElse(archived.year());
        @Nullable Integer evaluated = year == null ? stated : year;
        if (archived.isPartial()) {
            return set.evaluatePartly(standard, evaluated);
        }
        Evaluation evaluation = set.evaluate(standard, evaluated);
        problems.throwIfErrors(Subject.DATA);
        return evaluation;
    }
}
