package guifan.evaluate;

import guifan.evaluate.Target.Part;
import guifan.rule.Item;
import guifan.rule.Rule.Shape;
import guifan.source.CellPlace;
import guifan.source.Diagnostic;
import guifan.source.Diagnostic.Severity;
import guifan.source.Problems;
import guifan.source.Text;
import guifan.standard.Question;
import guifan.standard.Question.Role;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that the sheets of an evaluation hold as one sheet with a row per unit, which reads as they do. */
public final class WideSheet {

    private static final CellPlace NOWHERE = new CellPlace("", "", 0, 0, 0, "");

    private final Standard standard;
    private final Columns scratch;
    private final Columns columns;
    private final List<Draft> drafts;

    WideSheet(Standard standard, Columns columns, List<Draft> drafts) {
        this.standard = standard;
        this.columns = columns;
        this.scratch = new Columns(standard, new Problems());
        this.drafts = List.copyOf(drafts);
    }

    /** Returns the header and a row per unit; {@code year} has a column of its own unless it is null. */
    public List<List<String>> rows(@Nullable Integer year) {
        Set<Target> targets = targets();
        boolean grouped = drafts.stream().anyMatch(draft -> !draft.group().isEmpty());
        List<String> header = new ArrayList<>(List.of(standard.bodies().called(), Columns.KIND));
        List<String> details = standard.bodies().details();
        header.addAll(1, details);
        if (year != null) {
            header.add(Columns.YEAR);
        }
        if (grouped) {
            header.add(Columns.GROUP);
        }
        targets.forEach(target -> header.add(header(target)));
        List<List<String>> rows = new ArrayList<>();
        rows.add(header);
        for (Draft draft : drafts) {
            Map<Target, String> texts = new HashMap<>();
            for (Filled filled : draft.cells()) {
                if (targets.contains(filled.target())) {
                    texts.put(filled.target(), filled.text());
                } else if (!filled.isBlank()) {
                    texts.putAll(byItems(draft, filled));
                }
            }
            List<String> row = new ArrayList<>(List.of(draft.unit(), draft.kind()));
            row.addAll(1, details.stream().map(draft.details()::text).toList());
            if (year != null) {
                row.add(year.toString());
            }
            if (grouped) {
                row.add(draft.group());
            }
            targets.forEach(target -> row.add(texts.getOrDefault(target, "")));
            rows.add(row);
        }
        return rows;
    }

    /** Returns a target for every column, in the order of the standard; what nobody was asked has a blank column. */
    private Set<Target> targets() {
        Map<String, Set<Target>> there = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            draft.cells()
                    .forEach(filled -> there.computeIfAbsent(filled.target().question(), id -> new LinkedHashSet<>())
                            .add(filled.target()));
        }
        Set<Target> targets = new LinkedHashSet<>();
        for (String kind : standard.kinds()) {
            for (Question question : standard.questions(kind)) {
                boolean adjustment = question.role() == Role.BONUS || question.role() == Role.PENALTY;
                Set<Target> given = there.getOrDefault(question.id(), Set.of());
                if (given.stream().noneMatch(target -> target.part().isMeasure()) && !adjustment) {
                    targets.add(new Target(question.id(), "", ""));
                }
                targets.addAll(inOrder(question, mixed(given) ? byItems(question, given) : given));
            }
        }
        return targets;
    }

    private static boolean mixed(Set<Target> given) {
        return given.stream()
                .filter(target -> target.part().isMeasure() && target.isWhole())
                .anyMatch(whole -> given.stream().anyMatch(other -> !other.isWhole() && other.part() == whole.part()));
    }

    /** Where some units answer as a whole and others by items there is a column for every item. */
    private static Set<Target> byItems(Question question, Set<Target> given) {
        Set<Target> targets = new LinkedHashSet<>();
        for (Target target : given) {
            if (!target.isWhole() || !target.part().isMeasure()) {
                targets.add(target);
            } else {
                question.items().stream()
                        .filter(item -> !item.id().isEmpty())
                        .forEach(item -> targets.add(new Target(question.id(), item.id(), "", target.part())));
            }
        }
        return targets;
    }

    /** Returns an answer given as a whole, item by item; a state holds for all of them. */
    private Map<Target, String> byItems(Draft draft, Filled whole) {
        Map<Target, String> texts = new HashMap<>();
        Question question = question(draft, whole);
        List<Entry> entries = EntryReader.read(question, whole, new Problems());
        for (Item item : question.items()) {
            for (Entry entry : entries) {
                if (entry.item().isEmpty() || entry.item().equals(item.id())) {
                    texts.put(
                            new Target(
                                    question.id(), item.id(), "", whole.target().part()),
                            text(item, entry));
                }
            }
        }
        return texts;
    }

    private static String text(Item item, Entry entry) {
        if (entry.value() == null) {
            return entry.state().word();
        }
        String value = item.type().show(entry.value());
        return entry.evidence().isEmpty() || entry.value().isZero() ? value : value + "（" + entry.evidence() + "）";
    }

    private Question question(Draft draft, Filled filled) {
        return standard.questions(draft.kind()).stream()
                .filter(question -> question.id().equals(filled.target().question()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns what keeps the sheets from being one: a percentage of one unit and two counts of another, a mark of one
     * and the marks of several assessors of another, a bare number of items and the items themselves.
     */
    public Optional<Diagnostic> obstacle() {
        Set<Target> targets = targets();
        for (Draft draft : drafts) {
            for (Filled filled : draft.cells()) {
                Question question = question(draft, filled);
                boolean single = question.shape() == Shape.SINGLE
                        || EntryReader.read(question, filled, new Problems()).stream()
                                .anyMatch(entry -> entry.item().equals(Question.COUNTED));
                if (!filled.isBlank() && !targets.contains(filled.target()) && single) {
                    return Optional.of(new Diagnostic(
                            Severity.ERROR,
                            "merge-forms",
                            filled.place(),
                            Text.of(
                                    "“%s”有的单位填整项，有的填分项，不能合并成一张宽表",
                                    "some units answer \"%s\" as a whole and others by items; they make no one wide"
                                            + " sheet",
                                    question.name())));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Target> inOrder(Question question, Set<Target> given) {
        List<String> items = new ArrayList<>(List.of("", Question.PART, Question.WHOLE));
        question.items().forEach(item -> items.add(item.id()));
        List<Target> ordered = new ArrayList<>();
        for (String item : new LinkedHashSet<>(items)) {
            Set<String> assessors = new LinkedHashSet<>();
            Predicate<Target> ofItem = target -> target.item().equals(item);
            given.stream().filter(ofItem).forEach(target -> assessors.add(target.assessor()));
            for (String assessor : assessors) {
                for (Part part : Part.values()) {
                    Target target = new Target(question.id(), item, assessor, part);
                    if (given.contains(target)) {
                        ordered.add(target);
                    }
                }
            }
        }
        return ordered;
    }

    /** Returns a header that reads as {@code target}: by name, or by id where a name means several things. */
    private String header(Target target) {
        Question question = columns.question(target);
        String part = target.part().word().isEmpty() ? "" : "·" + target.part().word();
        boolean measured = target.isWhole()
                && target.part().isMeasure()
                && question.shape() == Shape.SINGLE
                && !question.measuredIn().isEmpty();
        String bracket = measured ? "（" + question.measuredIn() + "）" : "";
        for (String header : List.of(
                columns.names().label(target) + part + bracket, columns.names().label(target) + part)) {
            if (reads(header, target)) {
                return header;
            }
        }
        String item = target.item().isEmpty() ? "" : "·" + target.item();
        String assessor = target.assessor().isEmpty() ? "" : "·" + target.assessor();
        return target.question() + item + assessor + part;
    }

    private boolean reads(String header, Target target) {
        return scratch.target(header, NOWHERE).filter(target::equals).isPresent();
    }
}
