package guifan.evaluate;

import guifan.standard.Area;
import guifan.standard.Panel;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What units of one kind are asked.
 *
 * @param questions by their ids, in the order of the standard
 * @param panels those that combine the sums of assessors, by the area whose sums they are
 * @param joined the questions whose answers depend on more than their cells: on facts, or on other results
 * @param remembered what cells were found to say
 * @param plans how rows are answered, by what the columns of their sheet are about
 */
record Asked(
        Map<String, Question> questions,
        Map<Area, Panel> panels,
        Set<String> joined,
        Remembered remembered,
        IdentityHashMap<Map<Integer, Target>, Optional<RowPlan>> plans) {

    static Asked of(Standard standard, String kind) {
        Map<String, Question> questions = new LinkedHashMap<>();
        standard.questions(kind).forEach(question -> questions.put(question.id(), question));
        Set<String> joined = new HashSet<>(standard.fromStandards().keySet());
        standard.indicators()
                .filter(one -> !one.wording(kind).rule().facts().isEmpty())
                .forEach(one -> joined.add(one.id()));
        return new Asked(questions, standard.panels(), joined, new Remembered(), new IdentityHashMap<>());
    }

    /** Returns this with no other questions than {@code some}. */
    Asked only(Collection<String> some) {
        Map<String, Question> those = new LinkedHashMap<>(questions);
        those.keySet().retainAll(some);
        return new Asked(those, panels, joined, remembered, new IdentityHashMap<>());
    }

    /**
     * Returns the plan of a sheet, if every answer in it is a cell by itself.
     *
     * @param targets what its columns are about
     * @param untold the questions that are not looked at because no sheet asks them, always the same
     */
    Optional<RowPlan> plan(Map<Integer, Target> targets, Set<String> untold) {
        return plans.computeIfAbsent(targets, those -> RowPlan.of(this, those, untold));
    }

    /** Returns whether the answer depends on nothing but its cells. */
    boolean isByItself(Question question) {
        return !joined.contains(question.id());
    }
}
