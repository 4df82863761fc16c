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
import org.jspecify.annotations.Nullable;

/**
 * Points by the position of a measure between two others: the least and the most of all units (min–max), or two marks
 * that the standard states (goalposts); on request between their logarithms.
 *
 * @param points the points at the better end
 * @param low the mark at the lower end, or null for the least measure of all
 * @param high the mark at the upper end, or null for the most
 * @param higher whether the higher end is the better one
 * @param logDigits the decimals to which a position between logarithms is computed, or null without logarithms
 * @param whenEqual the position where all measures are equal, from 0 to 1
 * @param withinKind whether units are compared only with those of their kind
 * @param type the type of the measure
 */
public record Normalise(
        Rational points,
        @Nullable Rational low,
        @Nullable Rational high,
        boolean higher,
        @Nullable Integer logDigits,
        Rational whenEqual,
        boolean withinKind,
        MeasureType type)
        implements Rule, Relative {

    /** The kind as standards name it. */
    public static final RuleKind KIND = new RuleKind(
            "normalise", Text.of("按所处位置得分", "points by the position between two measures"), Normalise::read);

    private static final Map<String, Rational> EQUAL =
            Map.of("zero", Rational.ZERO, "half", Rational.of(1, 2), "full", Rational.ONE);

    private static Normalise read(Fields fields, Worth worth) {
        boolean goalposts = fields.has("low") || fields.has("high");
        MeasureType type = worth.typeOr(MeasureType.decimal());
        Rational points = worth.required(fields);
        @Nullable Rational low = goalposts ? fields.number("low") : null;
        @Nullable Rational high = goalposts ? fields.number("high") : null;
        boolean log = fields.flag("log");
        @Nullable Integer digits = log ? (Integer) Others.digits(fields) : null;
        if (low != null && high != null && low.compareTo(high) >= 0) {
            fields.error(
                    "goalposts", "high", Text.of("“high”应大于“low”（%s）", "\"high\" must be above \"low\" (%s)", low));
            high = low.plus(Rational.ONE); // a stand-in to go on with
        }
        Rational least = low == null ? type.least() : low;
        if (log && least.signum() <= 0) {
            fields.error(
                    "logarithm",
                    "log",
                    Text.of(
                            "取对数的实绩必须大于 0：请写“low”，或在“measure”中写“min”",
                            "a logarithm needs measures above 0: state \"low\", or \"min\" under \"measure\""));
        }
        Rational whenEqual = goalposts ? Rational.ZERO : fields.requiredChoice("when-equal", EQUAL, Rational.ZERO);
        boolean within = !goalposts && Others.withinKind(fields);
        return new Normalise(points, low, high, Others.higherIsBetter(fields), digits, whenEqual, within, type);
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Form form() {
        if (needsOthers() || logDigits != null || low == null || high == null) {
            return Form.of(type, Curve.constant(points));
        }
        Rational slope = points.dividedBy(high.minus(low));
        Curve curve = higher ? Curve.line(low, Rational.ZERO, slope) : Curve.line(low, points, slope.negate());
        Rational before = higher ? Rational.ZERO : points;
        return Form.of(
                type,
                Curve.line(low.min(type.least()), before, Rational.ZERO)
                        .then(low, curve.at(low), curve.pieces().get(0).slope())
                        .then(high, points.minus(before), Rational.ZERO));
    }

    @Override
    public Optional<Relative> relative() {
        return needsOthers() || logDigits != null ? Optional.of(this) : Optional.empty();
    }

    @Override
    public boolean needsOthers() {
        return low == null || high == null;
    }

    @Override
    public Scale among(List<Rational> measures) {
        Rational from =
                low != null ? low : measures.stream().reduce(Rational::min).orElse(Rational.ZERO);
        Rational to =
                high != null ? high : measures.stream().reduce(Rational::max).orElse(Rational.ZERO);
        Figure lower = new Figure(low == null ? Aspect.LEAST : Aspect.LOW, from);
        Figure upper = new Figure(high == null ? Aspect.MOST : Aspect.HIGH, to);
        Rational units = Rational.of(measures.size());
        Curve curve = Curve.line(Rational.ZERO, Rational.ZERO, points);
        return measure -> {
            Figure position = new Figure(Aspect.POSITION, position(measure, from, to));
            List<Figure> figures = needsOthers()
                    ? List.of(new Figure(Aspect.UNITS, units), lower, upper, position)
                    : List.of(lower, upper, position);
            return new Comparison(figures).working(curve, Rational.ZERO, points);
        };
    }

    /** Returns where a measure lies, from 0 at the worse end to 1 at the better one. */
    private Rational position(Rational measure, Rational from, Rational to) {
        if (from.equals(to)) {
            return whenEqual;
        }
        Rational inside = measure.max(from).min(to);
        Rational position = logDigits == null
                ? inside.minus(from).dividedBy(to.minus(from))
                : Irrational.logarithm(inside.dividedBy(from), to.dividedBy(from), logDigits);
        return higher ? position : Rational.ONE.minus(position);
    }

    @Override
    public Text sentence() {
        Text ends = low == null || high == null
                ? Text.of("最小实绩与最大实绩", "the least and the most measure")
                : Text.of(" %s 与 %s ", "%s and %s", low, high);
        Text log = logDigits == null
                ? Text.of("")
                : Text.of("（取对数，算到 %s 位小数）", " (of logarithms, to %s decimals)", logDigits);
        Text equal = needsOthers()
                ? Text.of("；全部相同时得 %s 分", "; %s where all are equal", points.times(whenEqual))
                : Text.of("；出界按界", "; beyond a mark as at the mark");
        Text label = needsOthers() ? Others.label(withinKind) : Text.of("");
        return label.plus(Text.of("得分 = %s × 在", "%s × the position between ", points))
                .plus(ends)
                .plus(Text.of("之间的位置", ""))
                .plus(log)
                .plus(Text.of("，", ", "))
                .plus(Others.better(higher))
                .plus(equal);
    }
}
