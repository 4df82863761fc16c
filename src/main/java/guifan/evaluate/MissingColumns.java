package guifan.evaluate;

import guifan.rule.Item;
import guifan.rule.Item.WhenBlank;
import guifan.rule.Rule.Shape;
import guifan.source.CellPlace;
import guifan.source.Problems;
import guifan.source.SheetTable;
import guifan.source.Text;
import guifan.standard.Indicator;
import guifan.standard.Question;
import guifan.standard.Question.Role;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of columns that a sheet with a row per unit lacks: once, at the header, not at every unit. */
final class MissingColumns {

    private final Standard standard;
    private final OtherResults others;
    private final Problems problems;
    /** The items that columns ask of a question, an empty one for the question as a whole. */
    private final Map<String, Set<String>> asked = new HashMap<>();

    private final Set<String> meant = new HashSet<>();
    private boolean unknown;

    MissingColumns(Standard standard, OtherResults others, Problems problems) {
        this.standard = standard;
        this.others = others;
        this.problems = problems;
    }

    /** Notes what the columns of a sheet ask. */
    void ask(Collection<Target> targets) {
        targets.stream()
                .filter(target -> target.part().isMeasure())
                .forEach(target -> asked.computeIfAbsent(target.question(), id -> new HashSet<>())
                        .add(target.item()));
    }

    /** Notes the questions that columns probably mean, which was told. */
    void mean(Collection<Target> targets) {
        targets.forEach(target -> meant.add(target.question()));
    }

    /** Notes a sheet of which it is not known what its columns ask. */
    void giveUp() {
        unknown = true;
    }

    /**
     * Tells of what no column asks although a unit must answer it, and returns those questions.
     *
     * @param kinds those of the units
     */
    Set<String> tell(List<SheetTable> tables, Set<String> kinds) {
        Set<String> told = new HashSet<>();
        List<SheetTable> wide = tables.stream()
                .filter(table -> Columns.isHeader(table.header()) && !RowSheet.isHeader(table.header()))
                .toList();
        if (unknown || wide.isEmpty() || wide.size() < tables.size()) {
            return told;
        }
        CellPlace place = wide.get(0).place();
        List<String> adjustments = new ArrayList<>();
        for (Question question : standard.questions(standard.kinds().get(0))) {
            if (others.concerns(question.id())) {
                continue;
            }
            List<Question> forms = kinds.stream()
                    .flatMap(kind -> standard.questions(kind).stream()
                            .filter(one -> one.id().equals(question.id()) && standard.applies(one, kind)))
                    .toList();
            if (asked.containsKey(question.id())) {
                forms.forEach(form -> items(form, place, told));
            } else if (question.role() == Role.BONUS || question.role() == Role.PENALTY) {
                adjustments.add(question.role().prefix() + "·" + question.name());
            } else if (!forms.isEmpty() && isRequired(question)) {
                told.add(question.id());
                if (!meant.contains(question.id())) {
                    tell(
                            question.name() + "”（" + question.id() + "）",
                            question.name() + "\" (" + question.id() + ")",
                            place);
                }
            }
        }
        if (!adjustments.isEmpty()) {
            problems.note(
                    "no-adjustments",
                    place,
                    Text.of("没有以下加扣分列，按无计：%s", "no columns for these, taken as none: %s", Text.list(adjustments)));
        }
        return told;
    }

    private boolean isRequired(Question question) {
        return standard.indicator(question.id()).map(Indicator::missing).orElse(Indicator.Missing.ERROR)
                == Indicator.Missing.ERROR;
    }

    /** A question of which columns ask some items and not the others cannot be answered by any unit. */
    private void items(Question question, CellPlace place, Set<String> told) {
        Set<String> there = asked.getOrDefault(question.id(), Set.of());
        if (there.contains("") || there.contains(Question.COUNTED)) {
            return;
        }
        names(question).forEach((item, name) -> {
            if (!there.contains(item)) {
                told.add(question.id());
                tell(question.name() + "·" + name + "”", question.name() + "·" + name + "\"", place);
            }
        });
    }

    /** Returns the names of the items that must all be filled in, by their ids. */
    private static Map<String, String> names(Question question) {
        Map<String, String> names = new LinkedHashMap<>();
        if (question.ratio() != null) {
            names.put(Question.PART, question.ratio().part());
            names.put(Question.WHOLE, question.ratio().whole());
        } else if (question.role() == Role.INDICATOR && question.shape() != Shape.LEVELS) {
            for (Item item : question.items()) {
                if (item.whenBlank() == WhenBlank.REFUSED) {
                    names.put(item.id(), item.name());
                }
            }
        }
        return names;
    }

    private void tell(String zh, String en, CellPlace place) {
        problems.error("missing-column", place, Text.of("缺少“%s一列", "column \"%s is missing", new Text(zh, en)));
    }
}
