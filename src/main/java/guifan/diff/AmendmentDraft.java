package guifan.diff;

import guifan.source.Node;
import guifan.source.Node.Entry;
import guifan.source.Node.Mapping;
import guifan.source.Node.Scalar;
import guifan.source.Node.Sequence;
import guifan.standard.Standard;
import guifan.standard.StandardId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The amendment that turns one standard into another: applied to the old text, it gives the rules of the new one. The
 * reasons are left for people to write.
 */
public final class AmendmentDraft {

    /** What stands where a reason has to be written. */
    public static final String REASON = "（待写明理由）";

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
            "note",
            "areas");

    private final Standard before;
    private final Mapping old;
    private final Mapping now;
    private final List<Node> changes = new ArrayList<>();
    private final Map<String, Node> sums = new LinkedHashMap<>();

    private AmendmentDraft(Standard before, Standard after) {
        this.before = before;
        this.old = before.identity().text();
        this.now = after.identity().text();
    }

    /** Returns the amendment as a document that can be written. */
    public static Mapping of(Standard before, Standard after) {
        AmendmentDraft draft = new AmendmentDraft(before, after);
        draft.compare();
        return draft.document(after);
    }

    /** Returns the id of the amendment that would follow {@code standard}. */
    public static StandardId next(Standard standard) {
        StandardId id = StandardId.parse(standard.identity().id());
        Integer number = id.amendment();
        return id.at(number == null ? 1 : number + 1);
    }

    private Mapping document(Standard after) {
        String effective = after.identity().effective() == null
                ? ""
                : String.valueOf(after.identity().effective());
        Mapping document = mapping()
                .with("format", entry(scalar("1")))
                .with("standard", entry(scalar(lastName(next(before).toString()))))
                .with("amends", entry(scalar(lastName(before.identity().id()))))
                .with("rules-hash", entry(scalar(before.identity().rulesHash())))
                .with("title", entry(scalar(after.identity().title())))
                .with("status", entry(scalar("draft")))
                .with("effective", entry(scalar(effective)))
                .with("changes", entry(new Sequence(changes, old.place())));
        return sums.isEmpty() ? document : document.with("areas", entry(mapping(sums)));
    }

    private static String lastName(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private void compare() {
        Mapping differences = mapping();
        for (String key : keys(old, now)) {
            if (!IDENTITY.contains(key) && !same(old.get(key), now.get(key))) {
                differences = differences.with(key, wasNow(old.get(key), now.get(key)));
            }
        }
        List<Mapping> areas = areas(old);
        List<Mapping> newAreas = areas(now);
        if (!skeleton(old).equals(skeleton(now))) {
            differences = differences.with("areas", wasNow(old.get("areas"), now.get("areas")));
        }
        if (!differences.entries().isEmpty()) {
            change("set", "standard", differences);
        }
        if (skeleton(old).equals(skeleton(now))) {
            retire();
            for (int i = 0; i < areas.size(); i++) {
                area(areas.get(i), newAreas.get(i));
            }
        }
    }

    /** Indicators that leave their area go first, so that those that move can be added elsewhere. */
    private void retire() {
        Map<String, String> homes = homes(now);
        homes(old).forEach((id, area) -> {
            if (!area.equals(homes.get(id))) {
                change("retire", id, mapping());
            }
        });
    }

    private static Map<String, String> homes(Mapping text) {
        Map<String, String> homes = new LinkedHashMap<>();
        areas(text).forEach(area -> ids(indicators(area)).forEach(id -> homes.put(id, id(area))));
        return homes;
    }

    private void area(Mapping was, Mapping is) {
        List<String> ids = ids(indicators(was));
        List<String> newIds = ids(indicators(is));
        List<String> kept = new ArrayList<>(ids);
        kept.retainAll(newIds);
        List<String> keptNow = new ArrayList<>(newIds);
        keptNow.retainAll(ids);
        boolean ordered = kept.equals(keptNow) && (newIds.isEmpty() || kept.contains(newIds.get(0)) || kept.isEmpty());
        Mapping differences = differences(was, is, Set.of("id", "points", "areas", "indicators"));
        if (!ordered) {
            Optional<Node> left = Optional.of(new Sequence(
                    indicators(was).stream()
                            .filter(one -> kept.contains(id(one)))
                            .map(Node.class::cast)
                            .toList(),
                    was.place()));
            differences = differences.with("indicators", wasNow(left, is.get("indicators")));
        }
        if (!differences.entries().isEmpty()) {
            change("set", id(is), differences);
        }
        if (ordered) {
            indicators(was, is);
        }
        if (!same(was.get("points"), is.get("points"))) {
            is.get("points").ifPresent(points -> sums.put(id(is), points));
        }
    }

    private void indicators(Mapping was, Mapping is) {
        String after = "";
        for (Mapping indicator : indicators(is)) {
            Optional<Mapping> earlier = indicators(was).stream()
                    .filter(one -> id(one).equals(id(indicator)))
                    .findFirst();
            if (earlier.isEmpty()) {
                add(indicator, id(is), after);
            } else {
                Mapping differences = differences(earlier.get(), indicator, Set.of("id"));
                if (!differences.entries().isEmpty()) {
                    change("set", id(indicator), differences);
                }
            }
            after = id(indicator);
        }
    }

    private void add(Mapping indicator, String area, String after) {
        Mapping change = mapping().with("to", entry(scalar(area)));
        if (!after.isEmpty()) {
            change = change.with("after", entry(scalar(after)));
        }
        for (Map.Entry<String, Entry> one : indicator.without("id").entries().entrySet()) {
            change = change.with(one.getKey(), one.getValue());
        }
        change("add", id(indicator), change);
    }

    private void change(String verb, String id, Mapping rest) {
        Mapping change = mapping().with(verb, entry(scalar(id)));
        for (Map.Entry<String, Entry> one : rest.entries().entrySet()) {
            change = change.with(one.getKey(), one.getValue());
        }
        changes.add(change.with("reason", entry(scalar(REASON))));
    }

    private Mapping differences(Mapping was, Mapping is, Set<String> without) {
        Mapping differences = mapping();
        for (String key : keys(was, is)) {
            if (!without.contains(key) && !same(was.get(key), is.get(key))) {
                differences = differences.with(key, wasNow(was.get(key), is.get(key)));
            }
        }
        return differences;
    }

    private Entry wasNow(Optional<Node> was, Optional<Node> is) {
        Mapping both = mapping();
        if (was.isPresent()) {
            both = both.with("was", entry(was.get()));
        }
        return entry(is.isPresent() ? both.with("now", entry(is.get())) : both);
    }

    /** Numbers written in another way are the same, and so is another order of keys; that of free words is not. */
    private static boolean same(Optional<Node> one, Optional<Node> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || KeyChanges.same(one.get(), other.orElseThrow()));
    }

    private static Set<String> keys(Mapping one, Mapping other) {
        Set<String> keys = new LinkedHashSet<>(one.entries().keySet());
        keys.addAll(other.entries().keySet());
        return keys;
    }

    /** Returns the areas with their nesting, to tell whether they are the same. */
    private static List<String> skeleton(Mapping text) {
        List<String> skeleton = new ArrayList<>();
        for (Mapping area : Part.mappings(text, "areas")) {
            skeleton.add(id(area) + (area.get("indicators").isPresent() ? "*" : ""));
            skeleton.add("<");
            skeleton.addAll(skeleton(area));
            skeleton.add(">");
        }
        return skeleton;
    }

    private static List<Mapping> areas(Mapping text) {
        List<Mapping> areas = new ArrayList<>();
        for (Mapping area : Part.mappings(text, "areas")) {
            areas.add(area);
            areas.addAll(areas(area));
        }
        return areas;
    }

    private static List<Mapping> indicators(Mapping area) {
        return Part.mappings(area, "indicators");
    }

    private static List<String> ids(List<Mapping> parts) {
        return parts.stream().map(AmendmentDraft::id).toList();
    }

    private static String id(Mapping part) {
        return part.text("id").orElse("");
    }

    private Mapping mapping() {
        return new Mapping(Map.of(), old.place());
    }

    private Mapping mapping(Map<String, Node> values) {
        Mapping mapping = mapping();
        for (Map.Entry<String, Node> value : values.entrySet()) {
            mapping = mapping.with(value.getKey(), entry(Objects.requireNonNull(value.getValue())));
        }
        return mapping;
    }

    private Entry entry(Node node) {
        return new Entry(old.place(), node);
    }

    private Scalar scalar(String text) {
        return new Scalar(text, old.place());
    }
}
