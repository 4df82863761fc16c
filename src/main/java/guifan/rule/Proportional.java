package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;

/**
 * Points in proportion to the measure, full from a mark on.
 *
 * @param points full points
 * @param fullAt the measure that gives full points
 * @param type the type of the measure
 * @param in what the measure is counted in
 */
public record Proportional(Rational points, Rational fullAt, MeasureType type, String in) implements Rule {

    /** The kind as standards name it. */
    public static final RuleKind KIND = new RuleKind(
            "proportional", Text.of("按完成比例得分", "points in proportion to what was reached"), Proportional::read);

    private static Proportional read(Fields fields, Worth worth) {
        return new Proportional(
                worth.required(fields),
                fields.positive("full-at"),
                worth.typeOr(MeasureType.decimal()),
                worth.measuredIn());
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Form form() {
        Curve rising = Curve.line(Rational.ZERO, Rational.ZERO, points.dividedBy(fullAt));
        return Form.of(type, rising.clamped(Rational.ZERO, points));
    }

    @Override
    public Text sentence() {
        return Text.of(
                "得分 = %1$s × 实绩 ÷ %2$s，最高 %1$s 分",
                "%1$s × measure ÷ %2$s, at most %1$s",
                points,
                fullAt + (in.equals("%") ? "%" : in.isEmpty() ? "" : " " + in));
    }
}
