package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import org.jspecify.annotations.Nullable;

/**
 * A mark given by an assessor, counted as it is.
 *
 * @param points the highest mark
 * @param step the distance of allowed marks, or null for any decimal
 */
public record Given(Rational points, @Nullable Rational step) implements Rule {

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("given", Text.of("考评员评分", "a mark given by an assessor"), Given::read);

    private static Given read(Fields fields, Worth worth) {
        Rational points = worth.required(fields);
        @Nullable Rational step = fields.optionalPositive("step").orElse(null);
        if (step != null && !points.dividedBy(step).isWhole()) {
            fields.error(
                    "step", "step", Text.of("分值 %s 不是 %s 的倍数", "the points %s are not a multiple of %s", points, step));
        }
        return new Given(points, step);
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public boolean isMark() {
        return true;
    }

    @Override
    public Form form() {
        return Form.of(MeasureType.mark(points, step), Curve.line(Rational.ZERO, Rational.ZERO, Rational.ONE));
    }

    @Override
    public Text sentence() {
        Text rule = Text.of("由考评员在 0–%s 分内评定", "a mark from 0 to %s by an assessor", points);
        return step == null ? rule : rule.plus(Text.of("，以 %s 分为一级", ", in steps of %s", step));
    }
}
