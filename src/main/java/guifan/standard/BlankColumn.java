package guifan.standard;

import guifan.source.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A column of an empty sheet that has a row per unit.
 *
 * @param heading its heading, which reading understands
 * @param cells what is asked for in it by kind of unit; nothing of kinds that it does not apply to
 */
public record BlankColumn(String heading, Map<String, Blank> cells) {

    /** Returns the cell of a unit of {@code kind}, empty where it does not apply. */
    public Optional<Blank> cell(String kind) {
        return Optional.ofNullable(cells.get(kind));
    }

    /** Returns any of its cells. */
    public Blank any() {
        return cells.values().iterator().next();
    }

    /** Returns the columns that {@code standard} asks for, in its order. */
    public static List<BlankColumn> of(Standard standard, int assessors) {
        Map<String, Map<String, Question>> byId = new LinkedHashMap<>();
        for (String kind : standard.kinds()) {
            for (Question question : standard.questions(kind)) {
                Map<String, Question> byKind = byId.computeIfAbsent(question.id(), id -> new LinkedHashMap<>());
                if (standard.applies(question, kind)) {
                    byKind.put(kind, question);
                }
            }
        }
        byId.values().removeIf(Map::isEmpty);
        Set<String> shared = shared(standard);
        List<BlankColumn> columns = new ArrayList<>();
        byId.values().forEach(byKind -> {
            Question first = byKind.values().iterator().next();
            add(columns, spoken(first, shared), byKind, assessors);
        });
        return columns;
    }

    /** Returns by id what a sheet calls each question to a unit of {@code kind}. */
    public static Map<String, String> names(Standard standard, String kind) {
        Set<String> shared = shared(standard);
        Map<String, String> names = new LinkedHashMap<>();
        standard.questions(kind).forEach(question -> names.put(question.id(), spoken(question, shared)));
        return names;
    }

    /** Returns the name of a question, or its id where another has the same name. */
    private static String spoken(Question question, Set<String> shared) {
        return shared.contains(Names.normalise(question.name())) ? question.id() : question.name();
    }

    /** Returns the normalised names that more than one question has. */
    private static Set<String> shared(Standard standard) {
        Map<String, String> owners = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (String kind : standard.kinds()) {
            for (Question question : standard.questions(kind)) {
                String name = Names.normalise(question.name());
                String owner = owners.putIfAbsent(name, question.id());
                if (owner != null && !owner.equals(question.id())) {
                    shared.add(name);
                }
            }
        }
        return shared;
    }

    /** Adds a column for each item where all kinds ask for the same ones, otherwise one for the question. */
    private static void add(List<BlankColumn> columns, String name, Map<String, Question> byKind, int assessors) {
        Map<String, List<Blank>> cells = new LinkedHashMap<>();
        byKind.forEach((kind, question) -> cells.put(kind, Blank.compact(question, assessors)));
        List<Blank> first = cells.values().iterator().next();
        if (cells.values().stream().anyMatch(blanks -> !targets(blanks).equals(targets(first)))) {
            byKind.forEach((kind, question) -> cells.put(kind, List.of(Blank.whole(question))));
        }
        List<Blank> shown = cells.values().iterator().next();
        for (int i = 0; i < shown.size(); i++) {
            Map<String, Blank> column = new LinkedHashMap<>();
            for (Map.Entry<String, List<Blank>> entry : cells.entrySet()) {
                column.put(
                        entry.getKey(), Objects.requireNonNull(entry.getValue().get(i)));
            }
            columns.add(new BlankColumn(shown.get(i).heading(name), column));
        }
    }

    private static List<String> targets(List<Blank> blanks) {
        return blanks.stream()
                .map(blank -> blank.code() + "·" + blank.assessor())
                .toList();
    }
}
