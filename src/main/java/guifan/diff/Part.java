package guifan.diff;

import guifan.source.Node;
import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Sequence;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a standard that has an id of its own, as its text has it.
 *
 * @param id the id; the name for a grade, {@code standard} for the standard as a whole
 * @param parent the id of the area that it stands in, empty at the top
 * @param text its keys, without the parts in it
 */
public record Part(Subject subject, String id, String parent, Mapping text) {

    /** What a part is. */
    public enum Subject {
        STANDARD("standard", "总则", "the standard as a whole"),
        AREA("areas", "方面", "area"),
        INDICATOR("indicators", "指标", "indicator"),
        BONUS("bonus", "加分", "bonus"),
        PENALTY("penalty", "扣分", "penalty"),
        FACT("facts", "事实", "fact"),
        GRADE("levels", "等次", "grade"),
        CAP("caps", "等次上限", "grade cap");

        private final String key;
        private final String zh;
        private final String en;

        Subject(String key, String zh, String en) {
            this.key = key;
            this.zh = zh;
            this.en = en;
        }

        /** Returns the word for where such parts stand in a file. */
        public String key() {
            return key;
        }

        public Text words() {
            return new Text(zh, en);
        }
    }

    /** What a text says of itself: which text it is, not what it says. */
    private static final List<String> IDENTITY = List.of(
            "format",
            "standard",
            "title",
            "issuer",
            "status",
            "provenance",
            "effective",
            "years",
            "succeeds",
            "source",
            "attested",
            "note");

    /** Returns all parts of a text, in its order. */
    static List<Part> of(Mapping text) {
        List<Part> parts = new ArrayList<>();
        Mapping whole = without(text, IDENTITY);
        whole = lifted(whole, "adjustments", "bonus", List.of("items"));
        whole = lifted(whole, "adjustments", "penalty", List.of("items"));
        whole = lifted(whole, "", "grades", List.of("levels", "caps"));
        parts.add(new Part(Subject.STANDARD, "standard", "", without(whole, List.of("areas", "facts", "adjustments"))));
        areas(text, "", parts);
        Optional<Mapping> adjustments = mapping(text, "adjustments");
        adjustments.flatMap(found -> mapping(found, "bonus")).ifPresent(of -> add(Subject.BONUS, of, "items", parts));
        adjustments
                .flatMap(found -> mapping(found, "penalty"))
                .ifPresent(of -> add(Subject.PENALTY, of, "items", parts));
        add(Subject.FACT, text, "facts", parts);
        mapping(text, "grades").ifPresent(grades -> {
            add(Subject.GRADE, grades, "levels", parts);
            add(Subject.CAP, grades, "caps", parts);
        });
        return parts;
    }

    /** Returns the parts of a text by subject and id. */
    static Map<String, Part> byName(List<Part> parts) {
        Map<String, Part> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.put(part.subject() + " " + part.id(), part));
        return byName;
    }

    private static Mapping without(Mapping text, List<String> keys) {
        Mapping left = text;
        for (String key : keys) {
            left = left.without(key);
        }
        return left;
    }

    /** Returns {@code text} with the keys of a section, apart from {@code parts}, as keys such as {@code bonus.cap}. */
    private static Mapping lifted(Mapping text, String outer, String key, List<String> parts) {
        Optional<Mapping> holder = outer.isEmpty() ? Optional.of(text) : mapping(text, outer);
        Mapping result = outer.isEmpty() ? text.without(key) : text;
        Mapping section = holder.flatMap(found -> mapping(found, key)).orElse(new Mapping(Map.of(), text.place()));
        for (Map.Entry<String, Entry> entry : without(section, parts).entries().entrySet()) {
            result = result.with(key + "." + entry.getKey(), entry.getValue());
        }
        return result;
    }

    static Optional<Mapping> mapping(Mapping text, String key) {
        return text.get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    static List<Mapping> mappings(Mapping text, String key) {
        List<Node> items = text.get(key)
                .filter(Sequence.class::isInstance)
                .map(node -> ((Sequence) node).items())
                .orElse(List.of());
        return items.stream()
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .toList();
    }

    private static void add(Subject subject, Mapping holder, String key, List<Part> parts) {
        for (Mapping text : mappings(holder, key)) {
            String id = text.text(subject == Subject.GRADE ? "name" : "id").orElse("");
            parts.add(new Part(subject, id, "", text));
        }
    }

    private static void areas(Mapping holder, String parent, List<Part> parts) {
        for (Mapping area : mappings(holder, "areas")) {
            String id = area.text("id").orElse("");
            parts.add(new Part(Subject.AREA, id, parent, without(area, List.of("areas", "indicators"))));
            areas(area, id, parts);
            for (Mapping indicator : mappings(area, "indicators")) {
                parts.add(new Part(Subject.INDICATOR, indicator.text("id").orElse(""), id, indicator));
            }
        }
    }

    /** Returns the name, or the id where there is none. */
    public String name() {
        return text.text("name").or(() -> text.text("reason")).orElse(id);
    }
}
