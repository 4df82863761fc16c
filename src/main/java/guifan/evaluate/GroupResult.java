package guifan.evaluate;

import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.source.Names;
import guifan.standard.Grouping;
import guifan.standard.Standard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What several bodies come to together.
 *
 * @param name what they belong to, as the first of them says it
 * @param members the bodies in the order of the sheets
 * @param mean their mean, or null where none of them has a score
 */
public record GroupResult(
        String name, List<Member> members, @Nullable Mean mean) {

    /**
     * A body.
     *
     * @param weight what it weighs, more than 0
     * @param total its final total, or null where it has none, so that it does not count
     */
    public record Member(
            String unit, Rational weight, @Nullable Rational total) {}

    /**
     * The weighted mean of final totals.
     *
     * @param total the mean as it is compared and shown: rounded if the standard says so
     * @param grade the index of its grade, the best being 0
     * @param rank 1 for the highest mean; equal ones share it
     */
    public record Mean(Rational exact, Rational total, int grade, Rational rank, boolean tied) {}

    public GroupResult {
        members = List.copyOf(members);
    }

    /** Returns what the members that count weigh together. */
    public Rational weight() {
        return members.stream()
                .filter(member -> member.total() != null)
                .map(Member::weight)
                .reduce(Rational.ZERO, Rational::plus);
    }

    /** Returns the groups of {@code units} in the order of their first members; none if the standard makes none. */
    public static List<GroupResult> of(Standard standard, List<UnitResult> units) {
        Grouping grouping = standard.grouping();
        if (grouping == null) {
            return List.of();
        }
        Map<String, List<UnitResult>> together = new LinkedHashMap<>();
        for (UnitResult unit : units) {
            together.computeIfAbsent(Names.normalise(group(unit, grouping)), key -> new ArrayList<>())
                    .add(unit);
        }
        List<GroupResult> groups = together.values().stream()
                .map(members -> new GroupResult(
                        group(members.get(0), grouping),
                        members.stream().map(unit -> member(unit, grouping)).toList(),
                        null))
                .map(group -> group.with(grouping))
                .toList();
        return groups.stream().map(group -> group.among(groups)).toList();
    }

    private static String group(UnitResult unit, Grouping grouping) {
        return unit.details().getOrDefault(grouping.by(), "");
    }

    private static Member member(UnitResult unit, Grouping grouping) {
        Map<String, Rational> facts = new HashMap<>();
        unit.facts().stream()
                .filter(fact -> fact.entry().value() != null)
                .forEach(fact ->
                        facts.put(fact.id(), Objects.requireNonNull(fact.entry().value())));
        Totals totals = unit.totals();
        return new Member(unit.unit(), grouping.weight(facts), totals == null ? null : totals.finalTotal());
    }

    private GroupResult with(Grouping grouping) {
        if (weight().isZero()) {
            return this;
        }
        Rational sum = members.stream()
                .filter(member -> member.total() != null)
                .map(member -> Objects.requireNonNull(member.total()).times(member.weight()))
                .reduce(Rational.ZERO, Rational::plus);
        Rational exact = sum.dividedBy(weight());
        Rational total =
                grouping.rounding() == null ? exact : grouping.rounding().apply(exact);
        int grade = grouping.grades().reached(grouping.grades().compareRounded() ? total : exact);
        return new GroupResult(name, members, new Mean(exact, total, grade, Rational.ZERO, false));
    }

    private GroupResult among(List<GroupResult> all) {
        if (mean == null) {
            return this;
        }
        int better = 0;
        int equal = 0;
        for (GroupResult other : all) {
            int order = other.mean == null ? -1 : other.mean.total().compareTo(mean.total());
            better += order > 0 ? 1 : 0;
            equal += order == 0 ? 1 : 0;
        }
        return new GroupResult(
                name, members, new Mean(mean.exact(), mean.total(), mean.grade(), Rational.of(better + 1L), equal > 1));
    }
}
