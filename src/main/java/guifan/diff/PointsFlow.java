package guifan.diff;

import guifan.number.Rational;
import guifan.standard.Area;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the points of the old areas went, and where those of the new areas came from. Both sides close: what left an
 * area and what stayed is what it had, what came and what stayed is what it has.
 *
 * <p>An indicator hands its points to what came of it, in proportion to their points, as far as they have room. What is
 * left over is given up; what they have more than that is new. Where points are not just added, none flow.
 *
 * @param before the points of the old areas
 * @param after the points of the new ones
 * @param moved by old area, then by new area; areas that gave nothing are left out
 * @param givenUp by old area
 * @param added by new area
 */
public record PointsFlow(
        Map<String, Rational> before,
        Map<String, Rational> after,
        Map<String, Map<String, Rational>> moved,
        Map<String, Rational> givenUp,
        Map<String, Rational> added) {

    static PointsFlow of(Standard before, Standard after, List<IndicatorChange> changes) {
        if (!before.isPlain() || !after.isPlain()) {
            return new PointsFlow(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
        }
        PointsFlow flow = new PointsFlow(
                sums(before), sums(after), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        changes.forEach(flow::add);
        return flow;
    }

    private static Map<String, Rational> sums(Standard standard) {
        Map<String, Rational> sums = new LinkedHashMap<>();
        standard.areas().forEach(area -> sums.put(area.id(), sum(area)));
        return sums;
    }

    private static Rational sum(Area area) {
        return area.leaves().map(indicator -> indicator.base().points()).reduce(Rational.ZERO, Rational::plus);
    }

    private void add(IndicatorChange change) {
        Rational had = IndicatorChange.sum(change.before());
        Rational has = IndicatorChange.sum(change.after());
        Rational kept = had.min(has);
        for (IndicatorChange.Side old : change.before()) {
            Rational share = had.isZero() ? Rational.ZERO : old.points().dividedBy(had);
            for (IndicatorChange.Side now : change.after()) {
                Rational part = has.isZero() ? Rational.ZERO : now.points().dividedBy(has);
                put(
                        moved.computeIfAbsent(old.topArea(), area -> new LinkedHashMap<>()),
                        now.topArea(),
                        kept.times(share).times(part));
            }
            put(givenUp, old.topArea(), had.minus(kept).times(share));
        }
        for (IndicatorChange.Side now : change.after()) {
            Rational part = has.isZero() ? Rational.ZERO : now.points().dividedBy(has);
            put(added, now.topArea(), has.minus(kept).times(part));
        }
    }

    private static void put(Map<String, Rational> sums, String area, Rational points) {
        if (!points.isZero()) {
            sums.merge(area, points, Rational::plus);
        }
    }

    /** Returns what went from one area to another, 0 if nothing did. */
    public Rational moved(String from, String to) {
        return moved.getOrDefault(from, Map.of()).getOrDefault(to, Rational.ZERO);
    }

    /** Returns whether what went from one area to another is at least half of what the one had or the other has. */
    boolean isMain(String from, String to) {
        Rational twice = moved(from, to).times(Rational.of(2));
        return twice.signum() > 0
                && (twice.compareTo(before.getOrDefault(from, Rational.ZERO)) >= 0
                        || twice.compareTo(after.getOrDefault(to, Rational.ZERO)) >= 0);
    }

    /** Returns whether any points changed their area, were given up or are new. */
    public boolean isEmpty() {
        return givenUp.isEmpty()
                && added.isEmpty()
                && moved.entrySet().stream()
                        .allMatch(from -> from.getValue().keySet().stream().allMatch(from.getKey()::equals));
    }

    /** Returns the old areas that points of {@code area} came from, without itself. */
    public List<String> sources(String area) {
        List<String> sources = new ArrayList<>();
        moved.forEach((from, to) -> {
            if (to.containsKey(area) && !from.equals(area)) {
                sources.add(from);
            }
        });
        return sources;
    }
}
