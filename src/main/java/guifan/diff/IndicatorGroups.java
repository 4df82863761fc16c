package guifan.diff;

import guifan.diff.Crosswalk.Pair;
import guifan.diff.IndicatorChange.Relation;
import guifan.diff.IndicatorChange.Side;
import guifan.diff.Part.Subject;
import guifan.rule.Item;
import guifan.source.Text;
import guifan.standard.Area;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Derivation;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Groups the indicators of both sides by the crosswalk: what belongs together is told together. */
final class IndicatorGroups {

    private final Standard before;
    private final Standard after;
    private final Crosswalk crosswalk;
    private final Map<String, Side> old;
    private final Map<String, Side> now;
    private final Map<String, Part> oldParts;
    private final Map<String, Part> newParts;
    private final Map<String, Item> known;

    IndicatorGroups(Standard before, Standard after, Crosswalk crosswalk) {
        this.before = before;
        this.after = after;
        this.crosswalk = crosswalk;
        this.old = sides(before);
        this.now = sides(after);
        this.oldParts = Part.byName(Part.of(before.identity().text()));
        this.newParts = Part.byName(Part.of(after.identity().text()));
        this.known = WordingComparison.facts(before, after);
    }

    private static Map<String, Side> sides(Standard standard) {
        Map<String, Side> sides = new LinkedHashMap<>();
        standard.areas().forEach(area -> collect(area, area.id(), sides));
        return sides;
    }

    private static void collect(Area area, String top, Map<String, Side> sides) {
        area.areas().forEach(inner -> collect(inner, top, sides));
        for (Indicator indicator : area.indicators()) {
            sides.put(indicator.id(), new Side(indicator, area.id(), area.name(), top));
        }
    }

    /** Returns every group: those with old indicators in their order, then what is new. */
    List<IndicatorChange> groups() {
        List<IndicatorChange> groups = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String id : old.keySet()) {
            if (seen.add(id)) {
                Set<String> olds = new LinkedHashSet<>(List.of(id));
                Set<String> news = new LinkedHashSet<>();
                grow(olds, news);
                seen.addAll(olds);
                groups.add(group(olds, news));
            }
        }
        Set<String> linked = new LinkedHashSet<>();
        crosswalk.links().forEach(pair -> linked.add(pair.after()));
        now.keySet().stream().filter(id -> !linked.contains(id)).forEach(id -> groups.add(group(Set.of(), Set.of(id))));
        return groups;
    }

    /** Adds everything that is linked with what is there, however far. */
    private void grow(Set<String> olds, Set<String> news) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Pair pair : crosswalk.links()) {
                if (olds.contains(pair.before()) || news.contains(pair.after())) {
                    grown |= olds.add(pair.before());
                    grown |= news.add(pair.after());
                }
            }
        }
    }

    private IndicatorChange group(Set<String> olds, Set<String> news) {
        List<Side> left =
                old.values().stream().filter(side -> olds.contains(side.id())).toList();
        List<Side> right =
                now.values().stream().filter(side -> news.contains(side.id())).toList();
        Relation relation = relation(left.size(), right.size());
        List<Detail> details = switch (relation) {
            case ADDED, RETIRED -> List.of();
            case KEPT -> kept(left.get(0), right.get(0));
            case SPLIT, MERGED, REGROUPED -> regrouped(left, right);
        };
        return new IndicatorChange(relation, left, right, details);
    }

    private static Relation relation(int olds, int news) {
        if (olds == 0) {
            return Relation.ADDED;
        }
        if (news == 0) {
            return Relation.RETIRED;
        }
        if (olds == 1) {
            return news == 1 ? Relation.KEPT : Relation.SPLIT;
        }
        return news == 1 ? Relation.MERGED : Relation.REGROUPED;
    }

    private List<Detail> kept(Side left, Side right) {
        boolean sameEdition = crosswalk.basis() == Crosswalk.Basis.SAME_EDITION;
        return IndicatorComparison.of(left, part(oldParts, left), right, part(newParts, right), sameEdition, known);
    }

    private static Part part(Map<String, Part> parts, Side side) {
        return Objects.requireNonNull(parts.get(Subject.INDICATOR + " " + side.id()));
    }

    /** Tells the points of both sides, the rule where a measure goes on alike, and for whom nothing is left. */
    private List<Detail> regrouped(List<Side> left, List<Side> right) {
        List<Detail> details = new ArrayList<>();
        String had = IndicatorChange.sum(left).toString();
        String has = IndicatorChange.sum(right).toString();
        if (!had.equals(has)) {
            details.add(Detail.of("points", Severity.MAJOR, had, has));
        }
        for (Pair pair : crosswalk.links()) {
            Side one = old.get(pair.before());
            Side other = now.get(pair.after());
            if (pair.measure() == Derivation.SAME && left.contains(one) && right.contains(other)) {
                rules(Objects.requireNonNull(one), Objects.requireNonNull(other))
                        .forEach(details::add);
            }
        }
        Stream.concat(before.kinds().stream(), after.kinds().stream())
                .distinct()
                .forEach(kind -> {
                    boolean applied =
                            left.stream().anyMatch(side -> side.indicator().appliesTo(kind));
                    boolean applies =
                            right.stream().anyMatch(side -> side.indicator().appliesTo(kind));
                    if (applied != applies) {
                        Text yes = new Text("适用", "applies");
                        Text no = new Text("不适用", "does not apply");
                        details.add(Detail.of("applies-to", Severity.MAJOR, applied ? yes : no, applies ? yes : no)
                                .in(kind));
                    }
                });
        return details;
    }

    private Stream<Detail> rules(Side one, Side other) {
        return WordingComparison.of(one.indicator().base(), other.indicator().base(), known).stream()
                .filter(detail -> detail.key().equals("rule"));
    }
}
