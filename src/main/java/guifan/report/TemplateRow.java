package guifan.report;

import guifan.rule.Rule;
import guifan.source.Text;
import guifan.standard.Adjustments.Adjustment;
import guifan.standard.Area;
import guifan.standard.Blank;
import guifan.standard.BlankColumn;
import guifan.standard.FromStandard;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Wording;
import guifan.standard.Question;
import guifan.standard.Question.Role;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the sheet of one unit: what is asked for, and beside it what it is worth.
 *
 * @param number the ordinal of the question, 0 in its further rows
 * @param area the area, or what stands in its place outside the areas
 * @param spoken what the question is called in a sheet
 * @param name the question with its item
 * @param terms what it is worth; nothing in further rows
 * @param applies whether the unit has to answer
 */
record TemplateRow(
        int number, String area, Blank blank, String spoken, String name, Optional<Terms> terms, boolean applies) {

    /**
     * What a question is worth.
     *
     * @param points full points, empty where there is no limit or nothing is scored
     * @param clause the rule in words, with its note
     * @param evidence what has to be shown, empty if nothing is said
     */
    record Terms(String points, Text clause, String evidence) {

        /** Returns the terms of {@code question} for a unit of {@code kind}. */
        static Terms of(Standard standard, Question question, String kind) {
            Optional<Indicator> indicator = standard.indicator(question.id());
            if (indicator.isPresent()) {
                Wording wording = indicator.get().wording(kind);
                String points = wording.points().toString();
                return new Terms(
                        points,
                        clause(wording.rule(), indicator.get().fromStandard(), wording.note()),
                        list(wording.evidence()));
            }
            Optional<Adjustment> item = standard.adjustments().find(question.id());
            if (item.isPresent()) {
                Rule rule = item.get().rule();
                String most = rule.form().most().map(Object::toString).orElse("");
                return new Terms(
                        most,
                        clause(rule, item.get().fromStandard(), item.get().note()),
                        list(item.get().evidence()));
            }
            return new Terms("", new Text("不计分，影响等次", "not scored; bears on the grade"), question.evidence());
        }

        private static Text clause(Rule rule, @Nullable FromStandard from, String note) {
            Text sentence = FromStandard.after(rule.sentence(), from);
            return note.isEmpty() ? sentence : sentence.plus(Text.of("。%s", ". %s", note));
        }

        private static String list(List<String> evidence) {
            return String.join("、", evidence);
        }

        /** Returns the rule with what has to be shown. */
        Text full() {
            return evidence.isEmpty() ? clause : clause.plus(Text.of("\n佐证：%s", "\nevidence: %s", evidence));
        }
    }

    /** Returns the rows of the sheet of a unit of {@code kind}; what does not apply to it has one row. */
    static List<TemplateRow> of(Standard standard, String kind, int assessors) {
        Map<String, Area> areas = areas(standard);
        Map<String, String> names = BlankColumn.names(standard, kind);
        List<TemplateRow> rows = new ArrayList<>();
        int number = 0;
        for (Question question : standard.questions(kind)) {
            boolean applies = standard.applies(question, kind);
            List<Blank> blanks = applies ? Blank.itemised(question, assessors) : List.of(Blank.whole(question));
            Area area = areas.get(question.id());
            number++;
            for (int i = 0; i < blanks.size(); i++) {
                Optional<Terms> terms = i == 0 ? Optional.of(Terms.of(standard, question, kind)) : Optional.empty();
                rows.add(new TemplateRow(
                        i == 0 ? number : 0,
                        area(area, question.role(), i == 0),
                        blanks.get(i),
                        names.getOrDefault(question.id(), question.id()),
                        name(blanks.get(i), i == 0),
                        terms,
                        applies));
            }
        }
        return rows;
    }

    /** Further rows of a question say short names, so that they take one line. */
    private static String name(Blank blank, boolean first) {
        String name = first ? blank.question().name() : blank.question().shortName();
        return blank.itemName().isEmpty() ? name : name + "·" + blank.itemName();
    }

    /** Returns the area of each indicator by its id. */
    static Map<String, Area> areas(Standard standard) {
        Map<String, Area> areas = new HashMap<>();
        for (Area area : standard.areas()) {
            area.leaves().forEach(indicator -> areas.put(indicator.id(), area));
        }
        return areas;
    }

    /** Returns the name of {@code area}, which may be none, in full or in short. */
    static String area(@Nullable Area area, Role role, boolean full) {
        if (area == null) {
            return role == Role.FACT ? "不计分事项" : role.prefix();
        }
        return full ? area.name() : area.shortName();
    }

    /** Returns what the sheet says of the cell before it is filled in. */
    String prefilled() {
        return applies ? "" : Template.NOT_APPLICABLE;
    }
}
