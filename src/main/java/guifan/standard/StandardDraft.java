package guifan.standard;

import guifan.source.Location;
import guifan.source.Node;
import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a new text starts from: next year's edition or an amendment, as a draft. */
public final class StandardDraft {

    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

    private final Standard original;
    private final Location place;

    private StandardDraft(Standard original) {
        this.original = original;
        this.place = original.identity().place();
    }

    /**
     * Returns an edition that says what {@code original} says, amendments included. Every indicator names where it came
     * from; what the source document attests is left out, because it attests the original only.
     *
     * @param id the id of the new edition, without its folder
     * @param effective the day on which it comes into force
     */
    public static Mapping edition(Standard original, String id, LocalDate effective) {
        return new StandardDraft(original).edition(id, effective);
    }

    /**
     * Returns an amendment of {@code original} that changes nothing yet.
     *
     * @param id the id of the amendment, without its folder
     * @param effective the day on which it comes into force
     */
    public static Mapping amendment(Standard original, String id, LocalDate effective) {
        return new StandardDraft(original).amendment(id, effective);
    }

    private Mapping edition(String id, LocalDate effective) {
        Mapping years = empty().with("from", entry(String.valueOf(effective.getYear())));
        Mapping source = empty().with("note", entry("以" + original.identity().id() + "为底本"));
        Mapping text = original.identity()
                .text()
                .without("attested")
                .without("amends")
                .with("standard", entry(id))
                .with("title", entry(title(effective)))
                .with("status", entry("draft"))
                .with("effective", entry(effective.toString()))
                .with("years", new Entry(place, years))
                .with("succeeds", entry(lastName(original.identity().id())))
                .with("source", new Entry(place, source));
        return (Mapping) linked(text);
    }

    /** Returns the title for the new year; an amendment's number is left out. */
    private String title(LocalDate effective) {
        String title = original.identity().title().replaceAll("第[0-9一二三四五六七八九十]+次修订$", "");
        Matcher year = YEAR.matcher(title);
        return year.find() ? year.replaceFirst(String.valueOf(effective.getYear())) : title;
    }

    private Mapping amendment(String id, LocalDate effective) {
        int number = Optional.ofNullable(StandardId.parse(id).amendment()).orElse(1);
        String title = original.identity().title().replaceAll("第[0-9一二三四五六七八九十]+次修订$", "");
        return empty().with("format", entry("1"))
                .with("standard", entry(id))
                .with("amends", entry(lastName(original.identity().id())))
                .with("rules-hash", entry(original.identity().rulesHash()))
                .with("title", entry(title + "第" + number + "次修订"))
                .with("status", entry("draft"))
                .with("effective", entry(effective.toString()))
                .with("changes", new Entry(place, new Sequence(List.of(), place)));
    }

    private static String lastName(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    /** Returns {@code node} with the predecessor of every indicator named, and without what was attested. */
    private Node linked(Node node) {
        if (node instanceof Sequence sequence) {
            return new Sequence(sequence.items().stream().map(this::linked).toList(), sequence.place());
        }
        if (!(node instanceof Mapping mapping)) {
            return node;
        }
        Mapping result = mapping.without("attested");
        for (Map.Entry<String, Entry> part : result.entries().entrySet()) {
            boolean branch = List.of("areas", "grades", "levels").contains(part.getKey());
            if (branch) {
                result = result.with(
                        part.getKey(), new Entry(place, linked(part.getValue().value())));
            }
        }
        Optional<Node> indicators = result.get("indicators");
        if (indicators.isPresent() && indicators.get() instanceof Sequence list) {
            List<Node> all = new ArrayList<>();
            list.items().forEach(one -> all.add(one instanceof Mapping indicator ? from(indicator) : one));
            result = result.with("indicators", new Entry(place, new Sequence(all, list.place())));
        }
        return result;
    }

    private Mapping from(Mapping indicator) {
        Mapping link = empty().with("indicator", entry(indicator.text("id").orElse("")))
                .with("measure", entry("same"));
        return indicator.without("attested").with("from", new Entry(place, new Sequence(List.of(link), place)));
    }

    private Mapping empty() {
        return new Mapping(Map.of(), place);
    }

    private Entry entry(String text) {
        return new Entry(place, new Scalar(text, place));
    }
}
