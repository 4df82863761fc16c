package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Comparison.Aspect;
import guifan.rule.Comparison.Figure;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Points in proportion to the best unit: the measure divided by the best one, or the best one divided by the measure
 * where the lowest is the best.
 *
 * @param points the points of the best
 * @param higher whether the highest measure is the best
 * @param fullIfAllZero whether all get full points where the highest is 0, otherwise none does
 * @param withinKind whether units are compared only with those of their kind
 * @param type the type of the measure
 */
public record ShareOfBest(Rational points, boolean higher, boolean fullIfAllZero, boolean withinKind, MeasureType type)
        implements Rule, Relative {

    /** The kind as standards name it. */
    public static final RuleKind KIND = new RuleKind(
            "share-of-best", Text.of("按与最好单位之比得分", "points in proportion to the best unit"), ShareOfBest::read);

    private static ShareOfBest read(Fields fields, Worth worth) {
        MeasureType type = worth.typeOr(MeasureType.decimal());
        if (type.least().signum() < 0) {
            fields.error(
                    "negative-measure",
                    "kind",
                    Text.of("实绩可为负数时不能按比例比较", "a measure that may be negative has no share of the best"));
        }
        return new ShareOfBest(
                worth.required(fields),
                Others.higherIsBetter(fields),
                fields.choice("all-zero", Map.of("zero", false, "full", true), false),
                Others.withinKind(fields),
                type);
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
        Rational best =
                measures.stream().reduce(higher ? Rational::max : Rational::min).orElse(Rational.ZERO);
        Rational units = Rational.of(measures.size());
        Curve curve = Curve.line(Rational.ZERO, Rational.ZERO, points);
        return measure -> new Comparison(List.of(
                        new Figure(Aspect.UNITS, units),
                        new Figure(Aspect.BEST, best),
                        new Figure(Aspect.SHARE, share(measure, best))))
                .working(curve, Rational.ZERO, points);
    }

    /** Of a lowest measure of 0, only what is 0 itself has a share. */
    private Rational share(Rational measure, Rational best) {
        if (higher && best.isZero()) {
            return fullIfAllZero ? Rational.ONE : Rational.ZERO;
        }
        if (higher) {
            return measure.dividedBy(best);
        }
        return measure.isZero() ? Rational.ONE : best.dividedBy(measure);
    }

    @Override
    public Text sentence() {
        Text share = higher
                ? Text.of("得分 = %s × 实绩 ÷ 最高实绩", "%s × measure ÷ highest measure", points)
                : Text.of("得分 = %s × 最低实绩 ÷ 实绩", "%s × lowest measure ÷ measure", points);
        Text zero = !higher
                ? Text.of("")
                : fullIfAllZero
                        ? Text.of("；全部为 0 时得满分", "; full points for all where all are 0")
                        : Text.of("；全部为 0 时不得分", "; nothing where all are 0");
        return Others.label(withinKind).plus(share).plus(zero);
    }
}
