package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Full points at a target; each one short loses points, not below 0.
 *
 * @param points full points
 * @param target the count that gives full points
 * @param loses points lost for each one short, or null for points ÷ target
 * @param type the type of the measure, a count unless the standard says otherwise
 * @param in what is counted, such as 次
 */
public record Shortfall(
        Rational points, Amount target, @Nullable Rational loses, MeasureType type, String in) implements Rule {

    /** The kind as standards name it. */
    public static final RuleKind KIND = new RuleKind(
            "shortfall", Text.of("达到目标得满分，每少一次扣分", "loses points for each one short of a target"), Shortfall::read);

    /** Makes a rule with the same target for all units. */
    public Shortfall(Rational points, Rational target, Rational loses, MeasureType type, String in) {
        this(points, Amount.of(target), loses, type, in);
    }

    private static Shortfall read(Fields fields, Worth worth) {
        Rational points = worth.required(fields);
        Amount target = Amount.read(fields, "target", worth);
        @Nullable
        Rational loses = target.isPerUnit()
                ? fields.optionalPositive("loses").orElse(null)
                : fields.positive("loses", points.dividedBy(target.plus()));
        return new Shortfall(points, target, loses, worth.typeOr(MeasureType.count()), worth.in());
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Set<String> facts() {
        return target.facts();
    }

    @Override
    public List<Working.Made> targets(Map<String, Rational> facts) {
        return target.made(facts);
    }

    @Override
    public Rule forUnit(Map<String, Rational> facts) {
        return new Shortfall(points, target.in(facts), loses, type, in);
    }

    private Rational each() {
        return loses == null ? points.dividedBy(target.standIn()) : loses;
    }

    @Override
    public Form form() {
        Rational full = target.standIn();
        Curve below = Curve.line(Rational.ZERO, points.minus(each().times(full)), each());
        return Form.of(type, below.then(full, points, Rational.ZERO).clamped(Rational.ZERO, points));
    }

    @Override
    public Text sentence() {
        return Text.of(
                "达到 %1$s%2$s得 %3$s 分，每少 1%2$s扣 %4$s 分，扣完为止",
                "%3$s at %1$s%5$s or more; each one short loses %4$s, not below 0",
                target.words(),
                in.isEmpty() ? " " : " " + in,
                Numbers.shown(points),
                loses == null
                        ? Text.of(Numbers.shown(points) + " ÷ ").plus(target.words())
                        : Text.of(Numbers.shown(loses)),
                in.isEmpty() ? "" : " " + in);
    }
}
