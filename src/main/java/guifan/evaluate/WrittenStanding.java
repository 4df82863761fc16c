package guifan.evaluate;

import guifan.number.Rational;
import guifan.source.Problems;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.standard.Grades.Level;
import guifan.standard.Standard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of {@link WrittenUnit}s beside what they filled in: earlier grades, and decisions about equal ones. */
record WrittenStanding(Standard standard) {

    /** What stands for the grade of a year in which a unit had none. */
    private static final String NONE = "无";

    /** Notes in {@code draft} which conditions on earlier years hold; a grade that does not exist is reported. */
    void note(WrittenUnit unit, Draft draft, Problems problems) {
        List<String> known =
                standard.grades().levels().stream().map(Level::name).toList();
        for (String grade : unit.earlier()) {
            if (!known.contains(grade) && !grade.equals(NONE)) {
                problems.error(
                        "unknown-grade",
                        unit.place(),
                        Text.of("没有等次“%s”", "there is no grade \"%s\"", grade).plus(Similar.suggestion(grade, known)));
            }
        }
        List<Optional<String>> had = unit.earlier().stream().map(Optional::of).toList();
        PastResults.streaks(standard).stream()
                .filter(streak -> streak.holds(had))
                .forEach(streak -> draft.details().exceed(streak.key()));
    }

    /**
     * Returns the order that was decided upon by unit; a decision that the ranking does not provide for is reported.
     */
    Map<String, Rational> orders(List<WrittenUnit> units, Problems problems) {
        Map<String, Rational> orders = new HashMap<>();
        for (WrittenUnit unit : units) {
            if (unit.decided() > 0) {
                orders.put(unit.unit(), Rational.of(unit.decided()));
                if (standard.ranking().decider().isEmpty()) {
                    problems.error("decision-not-provided", unit.place(), DecisionSheet.NOT_PROVIDED);
                }
            }
        }
        return orders;
    }
}
