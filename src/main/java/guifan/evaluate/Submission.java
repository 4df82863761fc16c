package guifan.evaluate;

import guifan.source.Problems;
import java.util.List;

/**
 * What the sheets of one evaluation hold.
 *
 * @param units what each unit filled in, and where
 * @param changes what was changed by hand
 * @param checks what was changed where it was checked
 * @param takings what was found in results under other standards
 * @param stated the scores that stand in the sheets
 * @param pointsTyped the units that seem to have filled in points instead of counts
 * @param missing the units of the roster without a sheet
 * @param merged all of it as one sheet
 */
record Submission(
        List<Reported> units,
        List<Overrides.Change> changes,
        List<UnitCheck> checks,
        List<Taken.Taking> takings,
        List<StatedScore> stated,
        Problems pointsTyped,
        List<String> missing,
        WideSheet merged) {}
