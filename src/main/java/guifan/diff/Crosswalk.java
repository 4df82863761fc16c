package guifan.diff;

import guifan.source.Text;
import guifan.standard.Indicator;
import guifan.standard.Indicator.Derivation;
import guifan.standard.Indicator.Link;
import guifan.standard.Standard;
import guifan.standard.StandardId;
import java.util.ArrayList;
import java.util.List;

/**
 * Which indicators of one standard became which of another (新旧指标对照).
 *
 * @param basis where that is known from
 * @param links in the order of the newer standard
 */
public record Crosswalk(Basis basis, List<Pair> links) {

    /**
     * One line: an old indicator and one that came of it.
     *
     * @param measure how the measure of the preceding edition follows from those of the succeeding one
     */
    public record Pair(String before, String after, Derivation measure) {}

    /** Where a crosswalk is known from. */
    public enum Basis {
        /** Two texts of one edition: an id means the same in both. */
        SAME_EDITION("同一版次，按编号对照", "two texts of one edition, matched by id"),
        /** What the newer standard says under {@code from:}. */
        STATED("按新标准载明的来源（from）对照", "matched by what the new standard states under \"from\""),
        /** What the older standard says, read backwards, because the newer edition is on the left. */
        STATED_BACKWARDS(
                "按左侧标准载明的来源（from）倒查", "matched backwards by what the standard on the left states under \"from\""),
        /** Nothing is stated, so that equal ids are taken for the same. */
        IDS("没有载明新旧对照，按编号对照", "no crosswalk is stated; matched by id");

        private final String zh;
        private final String en;

        Basis(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Text words() {
            return new Text(zh, en);
        }
    }

    /** Returns the crosswalk from {@code before} to {@code after}. */
    public static Crosswalk of(Standard before, Standard after) {
        String old = before.identity().edition();
        String now = after.identity().edition();
        if (old.equals(now)) {
            return new Crosswalk(Basis.SAME_EDITION, byId(before, after));
        }
        if (succeeds(after, old) && states(after)) {
            return new Crosswalk(Basis.STATED, stated(before, after, false));
        }
        if (succeeds(before, now) && states(before)) {
            return new Crosswalk(Basis.STATED_BACKWARDS, stated(after, before, true));
        }
        return new Crosswalk(Basis.IDS, byId(before, after));
    }

    private static boolean succeeds(Standard standard, String edition) {
        String predecessor = standard.identity().succeeds();
        return !predecessor.isEmpty() && StandardId.parse(predecessor).edition().equals(edition);
    }

    private static boolean states(Standard standard) {
        return standard.indicators().anyMatch(indicator -> !indicator.from().isEmpty());
    }

    private static List<Pair> byId(Standard before, Standard after) {
        return after.indicators()
                .map(Indicator::id)
                .filter(id -> before.indicator(id).isPresent())
                .map(id -> new Pair(id, id, Derivation.SAME))
                .toList();
    }

    private static List<Pair> stated(Standard predecessor, Standard successor, boolean backwards) {
        List<Pair> pairs = new ArrayList<>();
        successor.indicators().forEach(indicator -> {
            for (Link link : indicator.from()) {
                if (predecessor.indicator(link.indicator()).isPresent()) {
                    pairs.add(
                            backwards
                                    ? new Pair(indicator.id(), link.indicator(), link.measure())
                                    : new Pair(link.indicator(), indicator.id(), link.measure()));
                }
            }
        });
        return List.copyOf(pairs);
    }
}
