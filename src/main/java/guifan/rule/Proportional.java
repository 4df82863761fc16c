package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Points in proportion to the measure, full from a mark on unless the standard knows no cap.
 *
 * @param points full points
 * @param fullAt the measure that gives full points
 * @param capped whether more than full points are never given
 * @param type the type of the measure
 * @param in what the measure is counted in
 */
public record Proportional(Rational points, Amount fullAt, boolean capped, MeasureType type, String in)
        implements Rule {

    /** The kind as standards name it. */
    public static final RuleKind KIND = new RuleKind(
            "proportional", Text.of("按完成比例得分", "points in proportion to what was reached"), Proportional::read);

    /** Makes a rule that gives no more than full points. */
    public Proportional(Rational points, Rational fullAt, MeasureType type, String in) {
        this(points, Amount.of(fullAt), true, type, in);
    }

    private static Proportional read(Fields fields, Worth worth) {
        boolean capped = true;
        if (fields.has("cap")) {
            capped = fields.requiredChoice("cap", Map.of("none", false, "points", true), true);
        }
        return new Proportional(
                worth.required(fields),
                Amount.read(fields, "full-at", worth),
                capped,
                worth.typeOr(MeasureType.decimal()),
                worth.measuredIn());
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public boolean mayExceed() {
        return !capped;
    }

    @Override
    public Set<String> facts() {
        return fullAt.facts();
    }

    @Override
    public List<Working.Made> targets(Map<String, Rational> facts) {
        return fullAt.made(facts);
    }

    @Override
    public Rule forUnit(Map<String, Rational> facts) {
        return new Proportional(points, fullAt.in(facts), capped, type, in);
    }

    @Override
    public Form form() {
        Curve rising = Curve.line(Rational.ZERO, Rational.ZERO, points.dividedBy(fullAt.standIn()));
        return Form.of(type, rising.clamped(Rational.ZERO, capped ? points : null));
    }

    @Override
    public Text sentence() {
        Text rule = Text.of(
                "得分 = %1$s × 实绩 ÷ %2$s",
                "%1$s × measure ÷ %2$s",
                points,
                fullAt.words().plus(Text.of(in.equals("%") ? "%" : in.isEmpty() ? "" : " " + in)));
        return rule.plus(capped ? Text.of("，最高 %s 分", ", at most %s", points) : Text.of("，上不封顶", ", without a cap"));
    }
}
