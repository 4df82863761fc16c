package guifan.proof;

import guifan.evaluate.WrittenUnits;
import guifan.proof.Suite.Case;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;

/**
 * The tests of a standard after they have run.
 *
 * @param verdicts one for each case, in order
 */
public record Trial(Suite suite, Standard standard, List<Verdict> verdicts) {

    public Trial {
        verdicts = List.copyOf(verdicts);
    }

    /** Runs all cases. */
    public static Trial of(Suite suite, Standard standard) {
        WrittenUnits evaluation = new WrittenUnits(standard);
        List<Verdict> verdicts = new ArrayList<>();
        suite.cases().forEach(one -> verdicts.add(Verdict.of(one, standard, evaluation)));
        return new Trial(suite, standard, verdicts);
    }

    /** Returns whether {@code standard} fails a case; no further ones are run then. */
    public static boolean finds(Suite suite, Standard standard) {
        WrittenUnits evaluation = new WrittenUnits(standard);
        for (Case one : suite.cases()) {
            if (!Verdict.of(one, standard, evaluation).isPassed()) {
                return true;
            }
        }
        return false;
    }

    public long failed() {
        return verdicts.stream().filter(verdict -> !verdict.isPassed()).count();
    }

    /** Returns what of the standard the cases reached. */
    public Coverage coverage() {
        Coverage coverage = new Coverage(standard);
        verdicts.forEach(verdict -> verdict.units().forEach(coverage::visit));
        return coverage;
    }
}
