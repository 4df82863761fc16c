package guifan.evaluate;

import guifan.evaluate.RandomStandard.Group;
import guifan.evaluate.RandomStandard.Row;
import guifan.number.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores a {@link RandomStandard} as a person would with pencil and paper: slow, exact, and without the program's
 * rules.
 */
final class PlainOracle {

    /**
     * What a unit comes to.
     *
     * @param scores by leaf
     * @param possible by leaf, 0 where it is left out
     * @param contributions by leaf
     * @param exact the re-based total before the base is rounded
     * @param grade 0 for the best
     */
    record Result(
            Map<String, Rational> scores,
            Map<String, Rational> possible,
            Map<String, Rational> contributions,
            boolean scored,
            Rational exact,
            Rational total,
            int grade) {}

    private final RandomStandard standard;

    PlainOracle(RandomStandard standard) {
        this.standard = standard;
    }

    Result evaluate(Row row) {
        Map<String, Rational> scores = new LinkedHashMap<>();
        Map<String, Rational> possible = new LinkedHashMap<>();
        int index = 0;
        for (RandomLeaf leaf : standard.leaves()) {
            String cell = row.cells().get(index++);
            boolean out = leaf.townsOnly() && row.kind().equals("街道");
            String state = out ? (standard.notApplicable().equals("full") ? "full" : "exclude") : cell;
            if (!out && cell.isEmpty()) {
                state = leaf.missing();
            }
            scores.put(leaf.id(), score(leaf, state == null ? "" : state));
            possible.put(leaf.id(), "exclude".equals(state) ? Rational.ZERO : leaf.points());
        }
        return total(row, scores, possible);
    }

    private Rational score(RandomLeaf leaf, String answer) {
        return switch (answer) {
            case "未报", "作假", "zero", "exclude" -> Rational.ZERO;
            case "full" -> leaf.points();
            default -> round(0, rule(leaf, answer));
        };
    }

    private static Rational rule(RandomLeaf leaf, String answer) {
        Rational full = leaf.points();
        Rational a = Rational.of(leaf.a());
        Rational b = Rational.of(leaf.b());
        switch (leaf.kind()) {
            case YES_NO:
                return answer.equals("是") ? full : Rational.ZERO;
            case CHECKLIST:
                Rational items = a.plus(Rational.ONE);
                Rational met = answer.equals("全") ? items : answer.equals("无") ? Rational.ZERO : a;
                return full.times(met).dividedBy(items);
            default:
                break;
        }
        Rational x = RandomStandard.number(answer);
        return switch (leaf.kind()) {
            case COUNT -> full.dividedBy(a).times(x).min(full);
            case SHORTFALL ->
                less(full, full.times(b).dividedBy(a).times(a.minus(x).max(Rational.ZERO)));
            case DEDUCT -> less(full, full.times(b).dividedBy(Rational.of(10)).times(x));
            case LINEAR ->
                less(
                        full,
                        full.times(b)
                                .dividedBy(Rational.of(20))
                                .times(Rational.of(60 + 8L * leaf.a()).minus(x).max(Rational.ZERO)));
            case PROPORTIONAL ->
                full.times(x).dividedBy(Rational.of(20L * leaf.a())).min(full);
            case BANDS ->
                atLeast(x, 80) ? full : atLeast(x, 10L * leaf.a()) ? full.dividedBy(Rational.of(2)) : Rational.ZERO;
            case STEPS ->
                atLeast(x, leaf.a() + 1L) ? full : atLeast(x, 1) ? full.dividedBy(Rational.of(2)) : Rational.ZERO;
            default -> x;
        };
    }

    private static boolean atLeast(Rational x, long bound) {
        return x.compareTo(Rational.of(bound)) >= 0;
    }

    private static Rational less(Rational full, Rational lost) {
        return full.minus(lost).max(Rational.ZERO);
    }

    private Result total(Row row, Map<String, Rational> scores, Map<String, Rational> possible) {
        Rational sum = Rational.ZERO;
        Rational most = Rational.ZERO;
        Map<String, Rational> inArea = new LinkedHashMap<>();
        for (Group group : standard.groups()) {
            Rational got = sum(group, scores);
            Rational could = sum(group, possible);
            boolean scaled = standard.notApplicable().equals("area") && could.signum() > 0;
            Rational factor = scaled ? group.points().dividedBy(could) : Rational.ONE;
            sum = sum.plus(round(1, got.times(factor)));
            most = most.plus(could.times(factor));
            group.leaves()
                    .forEach(leaf -> inArea.put(leaf.id(), scores.get(leaf.id()).times(factor)));
        }
        if (most.isZero()) {
            return new Result(scores, possible, inArea, false, Rational.ZERO, Rational.ZERO, 0);
        }
        Rational factor = standard.total().dividedBy(most);
        inArea.replaceAll((id, value) -> value.times(factor));
        Rational exact = sum.times(factor);
        Rational bonus = count(row.bonus()).min(standard.bonusCap());
        Rational penalty = count(row.penalty()).dividedBy(Rational.of(2));
        Rational total = round(2, exact).plus(bonus).minus(penalty).max(Rational.ZERO);
        total = round(3, total.min(standard.total().plus(standard.bonusCap())));
        return new Result(
                scores,
                possible,
                inArea,
                true,
                exact,
                total,
                grade(total, row.veto().equals("是")));
    }

    int grade(Rational total, boolean vetoed) {
        int grade = total.compareTo(standard.bounds().get(0)) >= 0
                ? 0
                : total.compareTo(standard.bounds().get(1)) >= 0 ? 1 : 2;
        return vetoed ? Math.max(grade, 1) : grade;
    }

    private static Rational sum(Group group, Map<String, Rational> values) {
        Rational sum = Rational.ZERO;
        for (RandomLeaf leaf : group.leaves()) {
            sum = sum.plus(values.get(leaf.id()));
        }
        return sum;
    }

    private static Rational count(String cell) {
        return cell.isEmpty() ? Rational.ZERO : RandomStandard.number(cell);
    }

    /** Rounds half up, what is not negative, at one of the four places where the standard may say so. */
    Rational round(int place, Rational value) {
        int scale = standard.roundTo().get(place);
        if (scale < 0) {
            return value;
        }
        Rational ten = Rational.ONE;
        for (int i = 0; i < scale; i++) {
            ten = ten.times(Rational.of(10));
        }
        return value.times(ten).plus(Rational.of(1, 2)).floor().dividedBy(ten);
    }

    /** Returns the share of its points that the first area reached, of all points where that area does not apply. */
    Rational firstRate(Result result) {
        Group first = standard.groups().get(0);
        Rational could = sum(first, result.possible());
        if (could.signum() > 0) {
            return sum(first, result.scores()).dividedBy(could);
        }
        Rational all = result.scores().values().stream().reduce(Rational.ZERO, Rational::plus);
        return all.dividedBy(result.possible().values().stream().reduce(Rational.ZERO, Rational::plus));
    }

    /** Returns the rank of every scored unit by counting who is better. */
    List<Rational> ranks(List<Result> results) {
        List<Rational> ranks = new ArrayList<>();
        for (Result one : results) {
            List<Result> better =
                    results.stream().filter(other -> order(other, one) > 0).toList();
            long equal =
                    results.stream().filter(other -> order(other, one) == 0).count();
            long distinct = better.stream().map(this::key).distinct().count();
            ranks.add(
                    switch (standard.ties()) {
                        case "share" -> Rational.of(1L + better.size());
                        case "dense" -> Rational.of(1 + distinct);
                        default -> Rational.of(2L * better.size() + 1 + equal, 2);
                    });
        }
        return ranks;
    }

    /** Returns what units are ordered by. */
    private List<Rational> key(Result one) {
        return standard.chained() ? List.of(one.total(), firstRate(one)) : List.of(one.total());
    }

    private int order(Result one, Result other) {
        int byTotal = one.total().compareTo(other.total());
        return byTotal != 0 || !standard.chained() ? byTotal : firstRate(one).compareTo(firstRate(other));
    }
}
