package guifan.evaluate;

import guifan.evaluate.Target.Part;
import guifan.source.SheetRow;
import guifan.standard.Question;
import guifan.standard.Question.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of a sheet in which every answer is a single cell and depends on nothing else. */
final class RowPlan {

    private final List<Column> columns;

    private RowPlan(List<Column> columns) {
        this.columns = columns;
    }

    /**
     * A column.
     *
     * @param known what its cells are known to say, by their texts
     */
    private record Column(String question, int index, Map<String, List<Entry>> known) {}

    /**
     * Returns the plan of a sheet, if it is such a one.
     *
     * @param targets what its columns are about
     * @param untold the questions that are not looked at because no sheet asks them
     */
    static Optional<RowPlan> of(Asked asked, Map<Integer, Target> targets, Set<String> untold) {
        Map<String, Integer> byQuestion = new HashMap<>();
        for (Map.Entry<Integer, Target> target : targets.entrySet()) {
            boolean alone = byQuestion.putIfAbsent(target.getValue().question(), target.getKey()) == null;
            if (!alone || target.getValue().part() != Part.PLAIN) {
                return Optional.empty();
            }
        }
        List<Column> columns = new ArrayList<>();
        for (Question question : asked.questions().values()) {
            Integer index = byQuestion.get(question.id());
            boolean adjustment = question.role() == Role.BONUS || question.role() == Role.PENALTY;
            boolean sound = index == null
                    ? adjustment || untold.contains(question.id())
                    : asked.isByItself(question) && !untold.contains(question.id());
            if (!sound) {
                return Optional.empty();
            }
            if (index != null) {
                Target target = Objects.requireNonNull(targets.get(index));
                columns.add(new Column(question.id(), index, asked.remembered().of(target)));
            }
        }
        return Optional.of(new RowPlan(columns));
    }

    /** Returns the answers of a unit by their questions, or null if one of its cells was not met before. */
    @Nullable
    Map<String, List<Entry>> answers(SheetRow row) {
        Map<String, List<Entry>> answers = new LinkedHashMap<>(columns.size() * 2);
        for (Column column : columns) {
            List<Entry> said = column.known().get(row.texts().get(column.index()));
            if (said == null) {
                return null;
            }
            if (!said.isEmpty()) {
                answers.put(column.question(), new Placed(said, row.place(column.index())));
            }
        }
        return answers;
    }
}
