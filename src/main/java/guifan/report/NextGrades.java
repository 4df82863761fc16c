package guifan.report;

import guifan.evaluate.Evaluation;
import guifan.evaluate.UnitResult;
import guifan.evaluate.WaySearch;
import guifan.evaluate.Ways;
import guifan.standard.Standard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What would bring each unit to the next better grade; searched when it is asked for, and once only. */
public final class NextGrades {

    /** For an evaluation whose standard is not at hand. */
    static final NextGrades UNKNOWN = new NextGrades(null);

    /** With more units nothing is searched, since that takes about half a second for each. */
    private static final int MOST = 100;

    private final @Nullable Standard standard;
    private final Map<String, Optional<Ways>> found = new ConcurrentHashMap<>();

    private NextGrades(@Nullable Standard standard) {
        this.standard = standard;
    }

    /** Returns those under {@code standard}, by which the evaluation was made. */
    public static NextGrades under(Standard standard) {
        return new NextGrades(standard);
    }

    /** Returns whether there are too many units to search. */
    boolean leavesOut(Evaluation evaluation) {
        return standard != null && (evaluation.isPartial() || evaluation.units().size() > MOST);
    }

    /** Returns the ways of each of {@code units}, empty where there is no better grade or nothing is searched. */
    List<Optional<Ways>> of(Evaluation evaluation, List<UnitResult> units) {
        return leavesOut(evaluation)
                ? units.stream().map(unit -> Optional.<Ways>empty()).toList()
                : units.parallelStream()
                        .map(unit -> found.computeIfAbsent(unit.unit(), name -> search(unit)))
                        .toList();
    }

    private Optional<Ways> search(UnitResult unit) {
        return standard == null || unit.outcome() == null || unit.outcome().grade() == 0
                ? Optional.empty()
                : Optional.of(WaySearch.of(standard, unit, unit.outcome().grade() - 1));
    }
}
