package guifan.diff;

import guifan.diff.Crosswalk.Pair;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Derivation;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Indicators of an older and a newer standard that belong together by the crosswalk.
 *
 * @param before ids in the older standard, none if nothing went before
 * @param after ids in the newer standard, none if nothing came after
 * @param sources by the id of an older indicator, how its measure follows and from which; only where all follow
 * @param related whether the crosswalk relates them at all; what is unrelated was added or retired
 */
record MeasureLine(List<String> before, List<String> after, Map<String, Source> sources, boolean related) {

    /** How the measure of an older indicator follows from newer ones. */
    record Source(Derivation derivation, List<String> from) {}

    MeasureLine {
        before = List.copyOf(before);
        after = List.copyOf(after);
        sources = Map.copyOf(sources);
    }

    /** Returns whether the older measures follow from the newer ones. */
    boolean isDerivable() {
        return !sources.isEmpty();
    }

    /** Returns the lines of two standards; every indicator is in one of them, those of the newer standard in order. */
    static List<MeasureLine> of(Standard before, Standard after, List<Pair> pairs) {
        Map<String, Source> sources = sources(pairs);
        List<Set<String>> groups = new ArrayList<>();
        after.indicators().forEach(one -> groups.add(new LinkedHashSet<>(List.of("+" + one.id()))));
        before.indicators().forEach(one -> groups.add(new LinkedHashSet<>(List.of("-" + one.id()))));
        sources.forEach((old, source) -> source.from().forEach(now -> join(groups, "-" + old, "+" + now)));
        Set<String> taken = new LinkedHashSet<>();
        sources.forEach((old, source) -> {
            taken.add("-" + old);
            source.from().forEach(now -> taken.add("+" + now));
        });
        pairs.stream()
                .filter(pair -> !taken.contains("-" + pair.before()) && !taken.contains("+" + pair.after()))
                .forEach(pair -> join(groups, "-" + pair.before(), "+" + pair.after()));
        return groups.stream().map(group -> line(group, sources, pairs)).toList();
    }

    private static MeasureLine line(Set<String> group, Map<String, Source> sources, List<Pair> pairs) {
        List<String> old = members(group, '-');
        List<String> now = members(group, '+');
        Map<String, Source> own = new LinkedHashMap<>();
        old.stream().filter(sources::containsKey).forEach(id -> own.put(id, sources.get(id)));
        boolean related = pairs.stream().anyMatch(pair -> old.contains(pair.before()) || now.contains(pair.after()));
        return new MeasureLine(old, now, own, related);
    }

    private static List<String> members(Set<String> group, char side) {
        return group.stream()
                .filter(member -> member.charAt(0) == side)
                .map(member -> member.substring(1))
                .toList();
    }

    private static void join(List<Set<String>> groups, String one, String other) {
        Set<String> first = group(groups, one);
        Set<String> second = group(groups, other);
        if (first != second) {
            int at = Math.min(groups.indexOf(first), groups.indexOf(second));
            Set<String> joined = new LinkedHashSet<>(first);
            joined.addAll(second);
            groups.set(at, joined);
            groups.removeIf(group -> group != joined && (group == first || group == second));
        }
    }

    private static Set<String> group(List<Set<String>> groups, String member) {
        return groups.stream()
                .filter(group -> group.contains(member))
                .findFirst()
                .orElseThrow();
    }

    /** An older measure follows if the crosswalk gives one derivation for it, and {@code same} from one indicator. */
    private static Map<String, Source> sources(List<Pair> pairs) {
        Map<String, List<Pair>> byOld = new LinkedHashMap<>();
        pairs.stream()
                .filter(pair -> pair.measure() != Derivation.NONE)
                .forEach(pair -> byOld.computeIfAbsent(pair.before(), id -> new ArrayList<>())
                        .add(pair));
        Map<String, Source> sources = new LinkedHashMap<>();
        byOld.forEach((old, all) -> {
            Derivation derivation = all.get(0).measure();
            boolean one = all.stream().allMatch(pair -> pair.measure() == derivation)
                    && (derivation != Derivation.SAME || all.size() == 1);
            if (one) {
                sources.put(
                        old,
                        new Source(derivation, all.stream().map(Pair::after).toList()));
            }
        });
        return sources;
    }

    /** Returns whether some of {@code ids} apply to units of {@code kind}. */
    static boolean applies(Standard standard, List<String> ids, String kind) {
        return ids.stream()
                .flatMap(id -> standard.indicator(id).stream())
                .anyMatch((Indicator indicator) -> indicator.appliesTo(kind));
    }
}
