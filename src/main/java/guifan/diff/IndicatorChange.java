package guifan.diff;

import guifan.number.Rational;
import guifan.standard.Indicator;
import java.util.List;

/**
 * What became of some indicators: one that stays, one that is new or retired, or several that were split or merged.
 *
 * @param before the old indicators, empty for one that is new
 * @param after the new ones, empty for one that is retired
 * @param details what changed
 */
public record IndicatorChange(Relation relation, List<Side> before, List<Side> after, List<Detail> details) {

    /** How old and new indicators are related. */
    public enum Relation {
        KEPT,
        SPLIT,
        MERGED,
        /** Several became several, which cannot be told apart. */
        REGROUPED,
        ADDED,
        RETIRED
    }

    /**
     * An indicator on one side.
     *
     * @param area the id of the area that it stands in
     * @param areaName the name of that area
     * @param topArea the id of the outermost area around it
     */
    public record Side(Indicator indicator, String area, String areaName, String topArea) {

        public String id() {
            return indicator.id();
        }

        public String name() {
            return indicator.base().name();
        }

        public Rational points() {
            return indicator.base().points();
        }
    }

    public IndicatorChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
        details = List.copyOf(details);
    }

    /** Returns the points of {@code sides} together. */
    public static Rational sum(List<Side> sides) {
        return sides.stream().map(Side::points).reduce(Rational.ZERO, Rational::plus);
    }

    /** Returns the id of the first new indicator, or of the old one where there is none. */
    public String id() {
        return after.isEmpty() ? before.get(0).id() : after.get(0).id();
    }

    /** Returns whether anything changed. */
    public boolean isChange() {
        return relation != Relation.KEPT || !details.isEmpty();
    }

    /** Returns how much the change matters; indicators that come, go, split or merge matter most. */
    public Severity severity() {
        return relation != Relation.KEPT
                ? Severity.MAJOR
                : details.stream()
                        .map(Detail::severity)
                        .min(Severity::compareTo)
                        .orElse(Severity.WORDING);
    }

    /** Returns this with the details that matter at least so much. */
    IndicatorChange filtered(Severity least) {
        List<Detail> left = details.stream()
                .filter(detail -> detail.severity().isAtLeast(least))
                .toList();
        return new IndicatorChange(relation, before, after, left);
    }
}
