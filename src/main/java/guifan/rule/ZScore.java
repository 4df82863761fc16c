package guifan.rule;

import guifan.number.Irrational;
import guifan.number.Rational;
import guifan.rule.Comparison.Aspect;
import guifan.rule.Comparison.Figure;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Points by the distance from the mean of all units, in standard deviations.
 *
 * @param points the most points; the least are 0
 * @param mean the points of the mean, which all get where all are equal
 * @param each the points of one standard deviation
 * @param higher whether a measure above the mean is better
 * @param sample whether the variance is divided by the number of units less one, otherwise by their number
 * @param digits the decimals to which the distance is computed
 * @param withinKind whether units are compared only with those of their kind
 * @param type the type of the measure
 */
public record ZScore(
        Rational points,
        Rational mean,
        Rational each,
        boolean higher,
        boolean sample,
        int digits,
        boolean withinKind,
        MeasureType type)
        implements Rule, Relative {

    /** The kind as standards name it. */
    public static final RuleKind KIND = new RuleKind(
            "z-score", Text.of("按离平均几个标准差得分", "points by standard deviations from the mean"), ZScore::read);

    private static ZScore read(Fields fields, Worth worth) {
        Rational points = worth.required(fields);
        Rational mean = fields.number("mean-gives");
        if (mean.signum() < 0 || mean.compareTo(points) > 0) {
            fields.error(
                    "mean-gives", "mean-gives", Text.of("应在 0 与分值 %s 之间", "must be from 0 to the points, %s", points));
        }
        return new ZScore(
                points,
                mean,
                fields.positive("deviation-gives"),
                Others.higherIsBetter(fields),
                fields.choice("deviation", Map.of("population", false, "sample", true), false),
                Others.digits(fields),
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
        Rational units = Rational.of(measures.size());
        Rational average = sum(measures).dividedBy(units);
        Rational squares = sum(measures.stream()
                .map(measure -> measure.minus(average))
                .map(distance -> distance.times(distance))
                .toList());
        Rational divisor = sample ? units.minus(Rational.ONE).max(Rational.ONE) : units;
        Rational variance = squares.dividedBy(divisor);
        Curve curve = Curve.line(Rational.ZERO, mean, each);
        return measure -> {
            Rational distance = higher ? measure.minus(average) : average.minus(measure);
            return new Comparison(List.of(
                            new Figure(Aspect.UNITS, units),
                            new Figure(Aspect.MEAN, average),
                            new Figure(Aspect.VARIANCE, variance),
                            new Figure(Aspect.DEVIATIONS, deviations(distance, variance))))
                    .working(curve, Rational.ZERO, points);
        };
    }

    /** Returns the distance divided by the root of the variance, as the root of its square. */
    private Rational deviations(Rational distance, Rational variance) {
        if (variance.isZero()) {
            return Rational.ZERO;
        }
        Rational root = Irrational.root(distance.times(distance).dividedBy(variance), digits);
        return distance.signum() < 0 ? root.negate() : root;
    }

    private static Rational sum(List<Rational> numbers) {
        return numbers.stream().reduce(Rational.ZERO, Rational::plus);
    }

    @Override
    public Text sentence() {
        return Others.label(withinKind)
                .plus(Text.of(
                        "平均得 %1$s 分，每%2$s平均 1 个标准差加 %3$s 分，反之扣减，在 0–%4$s 分内；标准差以单位数%5$s为除数，算到 %6$s 位小数",
                        "%1$s for the mean, %3$s more for each standard deviation %2$s it and less on the other side,"
                                + " from 0 to %4$s; deviations over the number of units%5$s, to %6$s decimals",
                        mean,
                        higher ? Text.of("高出", "above") : Text.of("低于", "below"),
                        each,
                        points,
                        sample ? Text.of("减 1 ", " less one") : Text.of(""),
                        digits));
    }
}
