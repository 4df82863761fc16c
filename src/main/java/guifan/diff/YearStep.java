package guifan.diff;

import guifan.evaluate.StandardCard;
import guifan.source.Text;
import guifan.standard.Area;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From one year to the next: how the methods of their standards compare.
 *
 * @param before the card of the earlier standard
 * @param after the card of the later one
 * @param method how they compare
 * @param decomposer what takes differences apart, null unless by a crosswalk
 * @param areas which areas go on as which
 */
public record YearStep(
        StandardCard before,
        StandardCard after,
        Method method,
        @Nullable Decomposer decomposer,
        List<Link> areas) {

    /** How the methods of two years compare. */
    public enum Method {
        /** The rules are the same, so that every difference is work. */
        SAME("规则相同，增减都是工作变化", "the same rules: every difference is work"),
        /** The rules differ, and a crosswalk says how they relate. */
        CROSSWALK("规则不同，按新旧指标对照分解", "other rules: taken apart by the crosswalk"),
        /** The rules differ, and nothing says how they relate. */
        BROKEN("规则不同，没有新旧指标对照，不可比", "other rules without a crosswalk: not comparable");

        private final String zh;
        private final String en;

        Method(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /** Returns what that means. */
        public Text words() {
            return new Text(zh, en);
        }
    }

    /** An area at the top that goes on as another one, by their ids. */
    public record Link(String before, String after) {}

    public YearStep {
        areas = List.copyOf(areas);
    }

    /**
     * Returns the step between two standards.
     *
     * @param older the text of {@code before}, if it is at hand
     * @param newer the text of {@code after}, if it is at hand
     */
    static YearStep of(StandardCard before, StandardCard after, Optional<Standard> older, Optional<Standard> newer) {
        if (before.rulesHash().equals(after.rulesHash())) {
            List<Link> same = before.areas().stream()
                    .map(area -> new Link(area.id(), area.id()))
                    .toList();
            return new YearStep(before, after, Method.SAME, null, same);
        }
        Optional<Decomposer> decomposer = older.flatMap(old -> newer.flatMap(now -> Decomposer.of(old, now)));
        return decomposer
                .map(one -> new YearStep(
                        before, after, Method.CROSSWALK, one, links(older.orElseThrow(), newer.orElseThrow())))
                .orElseGet(() -> new YearStep(before, after, Method.BROKEN, null, List.of()));
    }

    /** An area goes on as another where that is at least half of what the one had or the other has. */
    private static List<Link> links(Standard older, Standard newer) {
        PointsFlow flow =
                PointsFlow.of(older, newer, new IndicatorGroups(older, newer, Crosswalk.of(older, newer)).groups());
        List<Link> links = new ArrayList<>();
        for (Area from : older.areas()) {
            for (Area to : newer.areas()) {
                if (flow.isMain(from.id(), to.id())) {
                    links.add(new Link(from.id(), to.id()));
                }
            }
        }
        return links;
    }
}
