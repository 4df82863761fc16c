package guifan.diff;

import guifan.diff.IndicatorChange.Relation;
import guifan.standard.Standard;
import java.util.List;

/**
 * What one standard changes against another: by id and crosswalk, not by line. What a text says of itself (its title,
 * status and dates) is no change; {@link Standard.Identity} has it.
 *
 * @param before the old standard
 * @param after the new one
 * @param crosswalk which indicators of the old one became which of the new one
 * @param indicators every indicator of both, changed or not
 * @param parts whatever else changed
 * @param flow where the points of the areas went
 * @param lesser how many indicators that were kept changed in nothing but what was filtered out
 */
public record StandardDiff(
        Standard before,
        Standard after,
        Crosswalk crosswalk,
        List<IndicatorChange> indicators,
        List<PartChange> parts,
        PointsFlow flow,
        long lesser) {

    /** Returns what {@code after} changes against {@code before}. */
    public static StandardDiff of(Standard before, Standard after) {
        Crosswalk crosswalk = Crosswalk.of(before, after);
        List<IndicatorChange> indicators = new IndicatorGroups(before, after, crosswalk).groups();
        List<PartChange> parts = new PartGroups(before, after).changes();
        return new StandardDiff(
                before, after, crosswalk, indicators, parts, PointsFlow.of(before, after, indicators), 0);
    }

    /** Returns the indicators that changed. */
    public List<IndicatorChange> changes() {
        return indicators.stream().filter(IndicatorChange::isChange).toList();
    }

    /** Returns how many groups of indicators are related like that and changed. */
    public long count(Relation relation) {
        return changes().stream()
                .filter(change -> change.relation() == relation)
                .count();
    }

    /** Returns whether nothing changed. */
    public boolean isEmpty() {
        return parts.isEmpty() && indicators.stream().noneMatch(IndicatorChange::isChange);
    }

    /** Returns this without what matters less than {@code least}. */
    public StandardDiff filtered(Severity least) {
        List<PartChange> left = parts.stream()
                .filter(part -> part.severity().isAtLeast(least))
                .map(part -> part.filtered(least))
                .toList();
        List<IndicatorChange> kept =
                indicators.stream().map(change -> change.filtered(least)).toList();
        StandardDiff filtered = new StandardDiff(before, after, crosswalk, kept, left, flow, lesser);
        long hidden = count(Relation.KEPT) - filtered.count(Relation.KEPT);
        return new StandardDiff(before, after, crosswalk, kept, left, flow, lesser + hidden);
    }
}
