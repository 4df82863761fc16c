package guifan.diff;

import guifan.diff.Part.Subject;
import guifan.number.Rational;
import guifan.rule.Rule;
import guifan.standard.Adjustments.Adjustment;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Compares everything in a standard that is no indicator. */
final class PartGroups {

    private final Standard before;
    private final Standard after;
    private final Map<String, Part> old;
    private final Map<String, Part> now;

    PartGroups(Standard before, Standard after) {
        this.before = before;
        this.after = after;
        this.old = Part.byName(Part.of(before.identity().text()));
        this.now = Part.byName(Part.of(after.identity().text()));
    }

    /** Returns the parts that changed, in the order of the new standard, then those that are gone. */
    List<PartChange> changes() {
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        List<PartChange> changes = new ArrayList<>();
        for (String name : names) {
            Part was = old.get(name);
            Part is = now.get(name);
            Part one = Objects.requireNonNull(is != null ? is : was);
            if (one.subject() == Subject.INDICATOR) {
                continue;
            }
            List<Detail> details = was == null || is == null ? List.of() : details(was, is);
            if (was == null || is == null || !details.isEmpty()) {
                changes.add(new PartChange(one.subject(), one.id(), was, is, details));
            }
        }
        return changes;
    }

    private List<Detail> details(Part was, Part is) {
        List<Detail> details = new ArrayList<>();
        Set<String> handled = new LinkedHashSet<>(List.of("id"));
        if (is.subject() == Subject.AREA) {
            handled.add("points"); // they follow from the indicators, and stand in the flow of points
            if (!was.parent().equals(is.parent())) {
                details.add(Detail.of("area", Severity.MINOR, was.parent(), is.parent()));
            }
        }
        if (is.subject() == Subject.BONUS || is.subject() == Subject.PENALTY) {
            rule(is).ifPresent(details::add);
            handled.add("rule");
        }
        KeyChanges.between(was.text(), is.text(), handled)
                .forEach(key -> details.add(bound(is, key, KeyChanges.detail(key, was.text(), is.text()))));
        order(is).ifPresent(details::add);
        return details;
    }

    /** The bounds of a score have the keys of a grade's line, and mean something else. */
    private static Detail bound(Part part, String key, Detail detail) {
        boolean score = part.subject() == Subject.AREA || part.subject() == Subject.STANDARD;
        boolean bound = key.equals("at-least") || key.equals("at-most");
        return score && bound ? detail.labelled(Labels.of("score." + key)) : detail;
    }

    private Optional<Detail> rule(Part part) {
        Optional<Adjustment> was = before.adjustments().find(part.id());
        Optional<Adjustment> is = after.adjustments().find(part.id());
        if (was.isEmpty() || is.isEmpty()) {
            return Optional.empty();
        }
        Rule earlier = was.get().rule();
        Rule later = is.get().rule();
        Rational sign = part.subject() == Subject.PENALTY ? Rational.of(-1) : Rational.ONE;
        RuleComparison comparison = RuleComparison.of(earlier, sign, later, sign);
        if (comparison.isSame() && earlier.sentence().equals(later.sentence())) {
            return Optional.empty();
        }
        Severity severity = comparison.isSame() ? Severity.WORDING : Severity.MAJOR;
        return Optional.of(Detail.of("rule", severity, earlier.sentence(), later.sentence())
                .noting(WordingComparison.note(comparison, sign, sign))
                .with(comparison));
    }

    /** Tells where the parts in this one, or those of a kind, stand in another order. */
    private Optional<Detail> order(Part part) {
        Map<String, List<String>> was = children(old, part);
        Map<String, List<String>> is = children(now, part);
        List<String> earlier = new ArrayList<>();
        List<String> later = new ArrayList<>();
        was.forEach((subject, ids) -> {
            List<String> left = new ArrayList<>(ids);
            List<String> right = new ArrayList<>(is.getOrDefault(subject, List.of()));
            left.retainAll(right);
            right.retainAll(ids);
            if (!left.equals(right)) {
                earlier.addAll(left);
                later.addAll(right);
            }
        });
        return earlier.isEmpty()
                ? Optional.empty()
                : Optional.of(Detail.of("order", Severity.WORDING, String.join("、", earlier), String.join("、", later)));
    }

    private static Map<String, List<String>> children(Map<String, Part> parts, Part holder) {
        Map<String, List<String>> children = new LinkedHashMap<>();
        for (Part part : parts.values()) {
            boolean inArea = holder.subject() == Subject.AREA && part.parent().equals(holder.id());
            boolean atTop = holder.subject() == Subject.STANDARD
                    && part.parent().isEmpty()
                    && part.subject() != Subject.STANDARD;
            if (inArea || atTop) {
                children.computeIfAbsent(part.subject().key(), key -> new ArrayList<>())
                        .add(part.id());
            }
        }
        return children;
    }
}
