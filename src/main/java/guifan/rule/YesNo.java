package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;

/**
 * Full points for yes, none for no.
 *
 * @param points what yes gives
 */
public record YesNo(Rational points) implements Rule {

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("yes-no", Text.of("是得满分，否不得分", "full points for yes, none for no"), YesNo::read);

    private static YesNo read(Fields fields, Worth worth) {
        return new YesNo(worth.points() == null ? fields.positive("points") : worth.points());
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Form form() {
        return Form.of(MeasureType.yesNo(), Curve.constant(Rational.ZERO).then(Rational.ONE, points, Rational.ZERO));
    }

    @Override
    public Text sentence() {
        return Text.of("是得 %s 分，否不得分", "yes gives %s, no gives 0", points);
    }
}
