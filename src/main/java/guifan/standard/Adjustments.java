package guifan.standard;

import guifan.number.Rational;
import guifan.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is added to and taken from the base total; never re-based.
 *
 * @param bonus items that add
 * @param bonusCap the most that they add together, or null for no limit
 * @param penalties items that take
 * @param penaltyCap the most that they take together, or null for no limit
 */
public record Adjustments(
        List<Adjustment> bonus,
        @Nullable Rational bonusCap,
        List<Adjustment> penalties,
        @Nullable Rational penaltyCap) {

    /** A standard without bonus and penalty. */
    public static final Adjustments NONE = new Adjustments(List.of(), null, List.of(), null);

    /**
     * One bonus or penalty.
     *
     * @param measuredIn what it is counted in, empty if not said
     * @param evidenceRequired whether a document must be named for it to count
     * @param fromStandard the other standard that its measure may come from, or null
     * @param countsFalse whether its measure is the number of indicators marked 作假, so that it is not filled in
     */
    public record Adjustment(
            String id,
            String name,
            String measuredIn,
            Rule rule,
            List<String> evidence,
            boolean evidenceRequired,
            @Nullable FromStandard fromStandard,
            boolean countsFalse,
            String note) {}

    public Stream<Adjustment> all() {
        return Stream.concat(bonus.stream(), penalties.stream());
    }

    public Optional<Adjustment> find(String id) {
        return all().filter(item -> item.id().equals(id)).findFirst();
    }
}
