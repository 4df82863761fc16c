package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import org.jspecify.annotations.Nullable;

/**
 * Points for each occurrence, up to a cap.
 *
 * @param each points for one
 * @param cap the most that is given, or null for no limit
 * @param type the type of the measure, a count unless the standard says otherwise
 * @param in what is counted, such as 次
 */
public record Count(Rational each, @Nullable Rational cap, MeasureType type, String in) implements Rule {

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("count", Text.of("按次计分，封顶", "points for each, up to a cap"), Count::read);

    private static Count read(Fields fields, Worth worth) {
        Rational each = fields.positive("each");
        @Nullable Rational cap = worth.capOf(fields);
        return new Count(each, cap, worth.typeOr(MeasureType.count()), worth.in());
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public boolean mayExceed() {
        return cap == null;
    }

    @Override
    public Form form() {
        return Form.of(type, Curve.line(Rational.ZERO, Rational.ZERO, each).clamped(Rational.ZERO, cap));
    }

    @Override
    public Text sentence() {
        Text rule = Text.of("每%s计 %s 分", "%2$s for each%1$s", spaced(in), each);
        return cap == null
                ? rule.plus(Text.of("，上不封顶", ", without a cap"))
                : rule.plus(Text.of("，最高 %s 分", ", at most %s", cap));
    }

    private static Text spaced(String in) {
        return new Text(in.isEmpty() ? "次" : in, in.isEmpty() ? "" : " " + in);
    }
}
