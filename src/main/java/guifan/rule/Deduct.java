package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;

/**
 * Full points, less some for each fault, not below 0.
 *
 * @param points full points
 * @param each points lost for one fault
 * @param type the type of the measure, a count unless the standard says otherwise
 * @param in what is counted, such as 件
 */
public record Deduct(Rational points, Rational each, MeasureType type, String in) implements Rule {

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("deduct", Text.of("每发生一次扣分，扣完为止", "loses points for each fault"), Deduct::read);

    private static Deduct read(Fields fields, Worth worth) {
        return new Deduct(
                worth.required(fields), fields.positive("each"), worth.typeOr(MeasureType.count()), worth.in());
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Form form() {
        return Form.of(type, Curve.line(Rational.ZERO, points, each.negate()).clamped(Rational.ZERO, points));
    }

    @Override
    public Text sentence() {
        return Text.of(
                "满分 %1$s 分，每 1%2$s扣 %3$s 分，扣完为止",
                "%1$s, less %3$s for each%4$s, not below 0",
                points,
                in.isEmpty() ? " " : " " + in,
                each,
                in.isEmpty() ? "" : " " + in);
    }
}
