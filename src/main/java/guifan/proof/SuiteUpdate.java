package guifan.proof;

import guifan.proof.Verdict.Difference;
import guifan.source.Location;
import guifan.source.Node.Scalar;
import guifan.source.YamlWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts what came of the cases in the place of what a test file expected, and leaves everything else as it is. */
public final class SuiteUpdate {

    private SuiteUpdate() {}

    /** Returns the differences that can be put into the file: single values that stand in it. */
    public static List<Difference> possible(Trial trial) {
        List<Difference> possible = new ArrayList<>();
        for (Verdict verdict : trial.verdicts()) {
            for (Difference difference : verdict.differences()) {
                Location place = difference.expected().place();
                boolean here = place.file().equals(trial.suite().source().file());
                boolean single = place.width() > 0 && !difference.actual().contains("、");
                if (here && single && difference.about().zh().isEmpty()) {
                    possible.add(difference);
                }
            }
        }
        return possible;
    }

    /** Returns the text of the test file with the differences put in. */
    public static String text(Trial trial) {
        List<String> lines = new ArrayList<>(trial.suite().source().lines());
        List<Difference> last = new ArrayList<>(possible(trial));
        last.sort(
                Comparator.comparing((Difference one) -> one.expected().place().line())
                        .thenComparing(one -> one.expected().place().column())
                        .reversed());
        for (Difference difference : last) {
            Location place = difference.expected().place();
            String line = lines.get(place.line() - 1);
            int start = line.offsetByCodePoints(0, place.column() - 1);
            int end = line.offsetByCodePoints(start, place.width());
            String value = YamlWriter.line(new Scalar(difference.actual(), place));
            lines.set(place.line() - 1, line.substring(0, start) + value + line.substring(end));
        }
        return String.join("\n", lines) + "\n";
    }
}
