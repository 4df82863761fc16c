package guifan.evaluate;

import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Step;
import guifan.evaluate.UnitResult.Why;
import guifan.rule.Numbers;
import guifan.source.Text;
import guifan.standard.Grades;
import guifan.standard.Quota;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Gives the places of grades with a quota to those who reach them, the best first; whoever gets none has the next grade
 * whose conditions are met. A unit that is capped below a grade does not ask for a place in it.
 */
final class Places {

    private final Grades grades;
    private final Comparator<Contender> bestFirst;
    private final IdentityHashMap<Contender, Outcome> outcomes = new IdentityHashMap<>();

    /**
     * Prepares the giving of places.
     *
     * @param bestFirst the order of the ranking
     */
    Places(Grades grades, Comparator<Contender> bestFirst) {
        this.grades = grades;
        this.bestFirst = bestFirst;
    }

    /**
     * Units among whom the places of a grade are shared out.
     *
     * @param passedOn the places that the grade above left
     */
    private record Group(String kind, List<Contender> asking, int units, int passedOn) {}

    /** Returns {@code given} after the quotas. */
    IdentityHashMap<Contender, Outcome> give(List<Contender> units, IdentityHashMap<Contender, Outcome> given) {
        outcomes.putAll(given);
        Map<String, Integer> left = new HashMap<>();
        for (int grade = 0; grade < grades.levels().size(); grade++) {
            Quota quota = grades.levels().get(grade).quota();
            if (quota != null) {
                left = give(grade, quota, units, left);
            }
        }
        return outcomes;
    }

    /** Gives the places of one grade, and returns those that go on to the next by group. */
    private Map<String, Integer> give(int grade, Quota quota, List<Contender> units, Map<String, Integer> passedOn) {
        Map<String, List<Contender>> groups = units.stream()
                .collect(Collectors.groupingBy(
                        unit -> quota.withinKind() ? unit.kind() : "", LinkedHashMap::new, Collectors.toList()));
        Map<String, Integer> left = new HashMap<>();
        groups.forEach((kind, members) -> {
            List<Contender> asking = members.stream()
                    .filter(unit -> outcome(unit).grade() == grade)
                    .sorted(bestFirst)
                    .toList();
            int more = passedOn.getOrDefault(kind, 0);
            int places = quota.places(kind, members.size()) + more;
            int taken = admitted(quota, asking, places);
            Group group = new Group(kind, asking, members.size(), more);
            for (int i = 0; i < asking.size(); i++) {
                decide(grade, quota, group, i, places, taken);
            }
            if (quota.passOn()) {
                left.put(kind, Math.max(0, places - taken));
            }
        });
        return left;
    }

    /** Returns how many of those who ask, the best first, get a place. */
    private int admitted(Quota quota, List<Contender> asking, int places) {
        if (asking.size() <= places) {
            return asking.size();
        }
        int end = places;
        boolean split = places > 0 && isTied(quota, asking.get(places - 1), asking.get(places));
        if (split && quota.ties() == Quota.Ties.OVERFLOW) {
            while (end < asking.size() && isTied(quota, asking.get(places - 1), asking.get(end))) {
                end++;
            }
        } else if (split) {
            while (end > 0 && isTied(quota, asking.get(end - 1), asking.get(places))) {
                end--;
            }
        }
        return end;
    }

    /** With a tie-break, only units that the whole chain leaves equal are tied. */
    private boolean isTied(Quota quota, Contender one, Contender other) {
        return quota.ties() == Quota.Ties.TIE_BREAK
                ? bestFirst.compare(one, other) == 0
                : outcome(one).compared().equals(outcome(other).compared());
    }

    private void decide(int grade, Quota quota, Group group, int index, int places, int taken) {
        Contender unit = group.asking().get(index);
        Outcome outcome = outcome(unit);
        String name = grades.levels().get(grade).name();
        Text who = quota.withinKind() ? Text.of(group.kind()) : Text.of("单位", "units");
        Text place = Text.of(
                "“%1$s”名额 %2$s 个%3$s：在达到条件的 %4$s 个%5$s中排第 %6$s",
                "places of %1$s: %2$s%3$s; place %6$s of the %4$s %5$s that reach it",
                name,
                places,
                share(quota, group),
                group.asking().size(),
                who,
                place(quota, group.asking(), index));
        boolean in = index < taken;
        boolean tied = places > 0
                && places < group.asking().size()
                && isTied(quota, unit, group.asking().get(places - 1))
                && isTied(quota, unit, group.asking().get(places));
        Text verdict = in
                ? tied ? new Text("，与末位同分，一并列入", ", tied with the last place and taken in") : new Text("，列入", ", in")
                : tied
                        ? new Text("，同分的单位超过所余名额，均不列入", ", tied units exceed the places left: all of them are out")
                        : new Text("，名额已满", ", no place left");
        int left = grade;
        if (!in) {
            left++;
            while (GradeDecision.fails(outcome.steps(), left)) {
                left++;
            }
        }
        outcomes.put(unit, outcome.placed(left, new Step(Why.QUOTA, grade, left, place.plus(verdict))));
    }

    /** Returns the place of a unit among those who ask, equal ones sharing it. */
    private int place(Quota quota, List<Contender> asking, int index) {
        int first = index;
        while (first > 0 && isTied(quota, asking.get(first - 1), asking.get(index))) {
            first--;
        }
        return first + 1;
    }

    /** Returns how the number of places came about, where it is not simply stated. */
    private static Text share(Quota quota, Group group) {
        List<Text> parts = new ArrayList<>();
        if (quota.percent() != null) {
            parts.add(Text.of(
                    "%1$s 个单位的 %2$s%%，%3$s",
                    "%2$s %% of %1$s units, %3$s", group.units(), Numbers.shown(quota.percent()), quota.heads()));
        }
        if (group.passedOn() > 0) {
            parts.add(Text.of("含上一等次转入 %s 个", "%s of them left by the grade above", group.passedOn()));
        }
        return parts.isEmpty() ? Text.of("") : Text.of("（%s）", " (%s)", Text.join(parts, "；", "; "));
    }

    private Outcome outcome(Contender unit) {
        return Objects.requireNonNull(outcomes.get(unit));
    }
}
