package guifan.standard;

import guifan.source.Fields;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How units are ranked.
 *
 * @param ties which ranks equal units get
 * @param withinKind whether every kind of unit is ranked by itself
 * @param chain what decides between equal totals, in order
 */
public record Ranking(Ties ties, boolean withinKind, List<Link> chain) {

    /** Which ranks equal units get. */
    public enum Ties {
        SHARE,
        DENSE,
        AVERAGE
    }

    /** What a link of the chain looks at. */
    public enum Subject {
        /** The share of its points that an area reached. */
        AREA("area"),
        /** The share of its points that an indicator reached. */
        INDICATOR("indicator"),
        /** The measure of an indicator. */
        MEASURE("measure"),
        /** The base total. */
        BASE("base"),
        /** The final total before it is rounded. */
        EXACT("exact"),
        /** The sum of all marks that assessors gave, those included that a panel drops. */
        MARKS("marks"),
        /** The order that a body decided upon, as it was recorded. */
        DECISION("decision");

        private final String word;

        Subject(String word) {
            this.word = word;
        }
    }

    /**
     * One link of the chain.
     *
     * @param id the area or indicator, or who decides; empty for a number of the whole
     * @param higher whether the higher number comes first
     */
    public record Link(Subject subject, String id, boolean higher) {

        /** Returns a word for the link: the id of an area, otherwise what it looks at and the id, as {@code base:}. */
        public String key() {
            return subject == Subject.AREA ? id : subject.word + ":" + id;
        }
    }

    /** Equal totals share a rank among all units. */
    static final Ranking PLAIN = new Ranking(Ties.SHARE, false, List.of());

    private static final Map<String, Subject> TOTALS =
            Map.of("base", Subject.BASE, "exact", Subject.EXACT, "marks", Subject.MARKS);

    static Ranking read(Fields fields, ClaimReader known) {
        Ties ties = fields.choice(
                "ties", Map.of("share", Ties.SHARE, "dense", Ties.DENSE, "average", Ties.AVERAGE), Ties.SHARE);
        boolean withinKind = fields.choice("within", Map.of("all", false, "kind", true), false);
        List<Link> chain = new ArrayList<>();
        for (Fields link : fields.sections("chain")) {
            if (!chain.isEmpty() && chain.get(chain.size() - 1).subject() == Subject.DECISION) {
                link.error(
                        "ranking-link", "decision", Text.of("决定只能是最后一环", "a decision is the last link of the chain"));
            }
            chain.add(link(link, known));
        }
        return new Ranking(ties, withinKind, List.copyOf(chain));
    }

    private static Link link(Fields fields, ClaimReader known) {
        long subjects = List.of("area", "indicator", "measure", "total", "decision").stream()
                .filter(fields::has)
                .count();
        if (subjects > 1) {
            fields.error(
                    "ranking-link",
                    "area",
                    Text.of("每一环只写一项", "a link of the chain has one of area, indicator, measure, total and decision"));
        }
        if (fields.has("indicator")) {
            return new Link(Subject.INDICATOR, known.indicator(fields, "indicator"), true);
        }
        if (fields.has("measure")) {
            String id = known.indicator(fields, "measure");
            known.requireMeasure(fields, id);
            boolean higher = fields.choice("better", Map.of("higher", true, "lower", false), true);
            return new Link(Subject.MEASURE, id, higher);
        }
        if (fields.has("decision")) {
            return new Link(Subject.DECISION, fields.text("decision"), false);
        }
        if (fields.has("total")) {
            return new Link(fields.requiredChoice("total", TOTALS, Subject.BASE), "", true);
        }
        return new Link(Subject.AREA, known.area(fields), true);
    }

    /** Returns who decides between units that are equal by all other links, if somebody does. */
    public Optional<String> decider() {
        return chain.stream()
                .filter(link -> link.subject() == Subject.DECISION)
                .map(Link::id)
                .findFirst();
    }

    /** Returns what it says for the hash of the rules; a chain of areas among all units reads as it always did. */
    String canonical() {
        List<String> keys = chain.stream()
                .map(link -> link.key() + (link.higher() ? "" : " lower"))
                .toList();
        return "Ranking[ties=" + ties + ", chain=" + keys + "]" + (withinKind ? " within kind" : "");
    }
}
