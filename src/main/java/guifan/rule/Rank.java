package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Comparison.Aspect;
import guifan.rule.Comparison.Figure;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Points by the place among the units: the first gets full points, each place after it less.
 *
 * @param points the points of the first
 * @param loses points lost for each place, or null where {@code last} says what is left at the end
 * @param last the points of the last place, reached evenly, or null
 * @param floor the least points
 * @param higher whether the highest measure is the best
 * @param ties which place equal measures get
 * @param withinKind whether units are compared only with those of their kind
 * @param type the type of the measure
 */
public record Rank(
        Rational points,
        @Nullable Rational loses,
        @Nullable Rational last,
        Rational floor,
        boolean higher,
        Ties ties,
        boolean withinKind,
        MeasureType type)
        implements Rule, Relative {

    /** Which place equal measures get. */
    public enum Ties {
        SHARE("同为靠前的名次", "equal ones share the better place"),
        AVERAGE("取名次的平均", "equal ones get the mean of their places"),
        DENSE("同名次，其后不空位", "equal ones share a place, and none is left out after them");

        private static final Map<String, Ties> WORDS = Map.of("share", SHARE, "average", AVERAGE, "dense", DENSE);

        private final String zh;
        private final String en;

        Ties(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("rank", Text.of("按名次得分", "points by the place among the units"), Rank::read);

    private static Rank read(Fields fields, Worth worth) {
        Rational points = worth.required(fields);
        int before = fields.problems().all().size();
        @Nullable Rational loses = fields.optionalPositive("loses").orElse(null);
        @Nullable Rational percent = fields.optionalPositive("loses-percent").orElse(null);
        @Nullable Rational last = fields.optionalNumber("last").orElse(null);
        long ways =
                List.of(Optional.ofNullable(loses), Optional.ofNullable(percent), Optional.ofNullable(last)).stream()
                        .filter(Optional::isPresent)
                        .count();
        if (ways != 1 && fields.problems().all().size() == before) {
            fields.error(
                    "rank-steps",
                    "kind",
                    Text.of(
                            "“loses”（每名扣分）、“loses-percent”（每名扣百分之几）、“last”（末名得分）须且只能有一个",
                            "say one of loses (points for each place), loses-percent and last (points of the last)"));
        }
        if (last != null && last.compareTo(points) >= 0) {
            fields.error(
                    "rank-last",
                    "last",
                    Text.of("末名得分应低于分值 %s", "the points of the last must be less than %s", points));
        }
        if (percent != null) {
            loses = points.times(percent).dividedBy(Rational.HUNDRED);
        }
        return new Rank(
                points,
                loses,
                last,
                fields.number("floor", Rational.ZERO.min(last == null ? Rational.ZERO : last)),
                Others.higherIsBetter(fields),
                fields.choice("ties", Ties.WORDS, Ties.SHARE),
                Others.withinKind(fields),
                worth.typeOr(MeasureType.decimal()));
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Form form() {
        return Form.of(type, Curve.constant(points));
    }

    @Override
    public Optional<Relative> relative() {
        return Optional.of(this);
    }

    @Override
    public Scale among(List<Rational> measures) {
        Comparator<Rational> bestFirst = higher ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<Rational> sorted = measures.stream().sorted(bestFirst).toList();
        Map<Rational, Place> places = new HashMap<>();
        for (int first = 0; first < sorted.size(); ) {
            int end = first + 1;
            while (end < sorted.size() && sorted.get(end).equals(sorted.get(first))) {
                end++;
            }
            places.put(sorted.get(first), new Place(place(first, end, places.size() + 1), end - first));
            first = end;
        }
        Curve curve = curve(sorted.size());
        return measure -> {
            Place place = Objects.requireNonNull(places.get(measure));
            return new Comparison(List.of(
                            new Figure(Aspect.UNITS, Rational.of(sorted.size())),
                            new Figure(Aspect.BEST, sorted.get(0)),
                            new Figure(Aspect.SHARING, Rational.of(place.sharing())),
                            new Figure(Aspect.PLACE, place.number())))
                    .working(curve, floor, points);
        };
    }

    /** A place with how many units share it. */
    private record Place(Rational number, int sharing) {}

    /** Returns the place of the units from {@code first} to {@code end}, which are equal. */
    private Rational place(int first, int end, int distinct) {
        return switch (ties) {
            case SHARE -> Rational.of(first + 1L);
            case AVERAGE -> Rational.of(first + 1L + end, 2);
            case DENSE -> Rational.of(distinct);
        };
    }

    /** Returns the points of the places of {@code units} units; the only one is the first. */
    private Curve curve(int units) {
        Rational each = Rational.ZERO;
        if (loses != null) {
            each = loses;
        } else if (last != null && units > 1) {
            each = points.minus(last).dividedBy(Rational.of(units - 1L));
        }
        return Curve.line(Rational.ONE, points, each.negate());
    }

    @Override
    public Text sentence() {
        Text steps = loses != null
                ? Text.of(
                        "第 1 名 %1$s 分，每后一名扣 %2$s 分，最低 %3$s 分",
                        "the first gets %1$s, each place after it %2$s less, at least %3$s", points, loses, floor)
                : Text.of(
                        "第 1 名 %s 分，末名 %s 分，其间按名次均分",
                        "the first gets %s, the last %s, evenly in between", points, last == null ? points : last);
        return Others.label(withinKind)
                .plus(Text.of("按名次，", "by place, "))
                .plus(Others.better(higher))
                .plus(Text.of("；", "; "))
                .plus(steps)
                .plus(Text.of("；%s", "; %s", Text.of("实绩相同的" + ties.zh, ties.en)));
    }
}
