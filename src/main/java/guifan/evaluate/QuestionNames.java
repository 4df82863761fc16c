package guifan.evaluate;

import guifan.rule.Item;
import guifan.rule.MeasureType;
import guifan.source.Names;
import guifan.standard.Question;
import guifan.standard.Standard;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** The names by which people call the questions of a standard and their items. */
final class QuestionNames {

    /** Targets by normalised header. */
    private final Map<String, Target> known = new LinkedHashMap<>();
    /** The names as people write them, for suggestions, by normalised header. */
    private final Map<String, String> spoken = new LinkedHashMap<>();

    private final Map<String, Question> questions = new HashMap<>();
    private final Map<String, Set<String>> hints = new HashMap<>();

    QuestionNames(Standard standard) {
        for (String kind : standard.kinds()) {
            for (Question question : standard.questions(kind)) {
                add(question);
            }
        }
        Map<String, Integer> shorts = new HashMap<>();
        List<Question> base = standard.questions(standard.kinds().get(0));
        base.forEach(question -> shorts.merge(Names.normalise(question.shortName()), 1, Integer::sum));
        base.stream()
                .filter(question -> shorts.getOrDefault(Names.normalise(question.shortName()), 0) == 1)
                .forEach(question -> addName(question, question.shortName()));
    }

    private void add(Question question) {
        questions.putIfAbsent(question.id(), question);
        Set<String> accepted = hints.computeIfAbsent(question.id(), id -> new HashSet<>());
        accepted.add(Names.normalise(question.measuredIn()));
        if (question.only()
                .filter(item -> item.type().kind() == MeasureType.Kind.YES_NO)
                .isPresent()) {
            accepted.add(Names.normalise("是/否"));
        }
        addName(question, question.id());
        addName(question, question.name());
        String prefix = question.role().prefix();
        if (!prefix.isEmpty()) {
            addName(question, prefix + "·" + question.name());
            addName(question, prefix + "·" + question.id());
        }
    }

    private void addName(Question question, String name) {
        put(name, new Target(question.id(), "", ""));
        for (Item item : question.items()) {
            if (!item.id().isEmpty()) {
                put(name + "·" + item.name(), new Target(question.id(), item.id(), ""));
                put(name + "·" + item.id(), new Target(question.id(), item.id(), ""));
            }
        }
        if (question.ratio() != null) {
            put(name + "·" + question.ratio().part(), new Target(question.id(), Question.PART, ""));
            put(name + "·" + question.ratio().whole(), new Target(question.id(), Question.WHOLE, ""));
            put(name + "·" + Question.PART, new Target(question.id(), Question.PART, ""));
            put(name + "·" + Question.WHOLE, new Target(question.id(), Question.WHOLE, ""));
        }
    }

    private void put(String name, Target target) {
        known.putIfAbsent(Names.normalise(name), target);
        spoken.putIfAbsent(Names.normalise(name), name);
    }

    Question question(Target target) {
        return Objects.requireNonNull(questions.get(target.question()));
    }

    /** Returns what {@code name} means as it stands. */
    Optional<Target> find(String name) {
        return Optional.ofNullable(known.get(Names.normalise(name)));
    }

    /** Returns all names, normalised. */
    Collection<String> all() {
        return known.keySet();
    }

    /** Returns a normalised name as people write it. */
    String spoken(String normal) {
        return spoken.getOrDefault(normal, normal);
    }

    /** Returns the item of a question that {@code name} names, if there is one; a bracket may name what it counts. */
    Optional<Target> itemOf(Target whole, String name) {
        String normal = Names.normalise(name);
        Matcher matcher = Columns.BRACKET.matcher(name.strip());
        String bare = matcher.matches() ? Names.normalise(matcher.group(1)) : normal;
        String start = Names.normalise(whole.question() + "·");
        Target found = known.get(start + normal);
        return Optional.ofNullable(found == null ? known.get(start + bare) : found);
    }

    /** Returns how a header of {@code target} is written: the name, the item, the assessor. */
    String label(Target target) {
        Question question = question(target);
        String name = (question.role().prefix().isEmpty() ? "" : question.role().prefix() + "·") + question.name();
        return name + itemLabel(question, target.item()) + (target.assessor().isEmpty() ? "" : "·" + target.assessor());
    }

    private static String itemLabel(Question question, String id) {
        if (question.ratio() != null && (id.equals(Question.PART) || id.equals(Question.WHOLE))) {
            return "·"
                    + (id.equals(Question.PART)
                            ? question.ratio().part()
                            : question.ratio().whole());
        }
        return question.items().stream()
                .filter(item -> !id.isEmpty() && item.id().equals(id))
                .map(item -> "·" + item.name())
                .findFirst()
                .orElse("");
    }

    /** A bracket may hold the measure's unit or how to fill in. */
    boolean isHint(Target target, String bracket) {
        String normal = Names.normalise(bracket);
        if (target.item().equals(Question.PART) || target.item().equals(Question.WHOLE)) {
            return !normal.equals("%");
        }
        Set<String> accepted = hints.getOrDefault(target.question(), Set.of());
        return normal.isEmpty()
                || accepted.contains(normal)
                || normal.startsWith("填")
                || normal.contains("满分")
                || (question(target).counted() != null && normal.contains("数"));
    }
}
