package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Full points, less some for each fault, not below 0.
 *
 * @param points full points
 * @param each points lost for one fault
 * @param type the type of the measure, a count unless the standard says otherwise
 * @param in what is counted, such as 件
 * @param name what the faults are called, empty where nothing else is asked
 * @param doubling when more is lost for each, or null if never
 */
public record Deduct(
        Rational points,
        Rational each,
        MeasureType type,
        String in,
        String name,
        @Nullable Doubling doubling) implements Rule {

    /**
     * A condition under which every fault loses more (被市领导指出则加倍扣分).
     *
     * @param name what is asked with 是 or 否
     * @param times by what the loss is multiplied
     */
    public record Doubling(String name, Rational times) {

        private Item item() {
            return new Item("when", name, MeasureType.yesNo(), false);
        }
    }

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("deduct", Text.of("每发生一次扣分，扣完为止", "loses points for each fault"), Deduct::read);

    /** Makes a rule by which every fault loses the same. */
    public Deduct(Rational points, Rational each, MeasureType type, String in) {
        this(points, each, type, in, "", null);
    }

    private static Deduct read(Fields fields, Worth worth) {
        @Nullable
        Doubling doubling = fields.optionalSection("multiplied-when")
                .map(section -> new Doubling(section.text("name"), section.positive("times", Rational.of(2))))
                .orElse(null);
        return new Deduct(
                worth.required(fields),
                fields.positive("each"),
                worth.typeOr(MeasureType.count()),
                worth.in(),
                doubling == null ? "" : fields.text("measure"),
                doubling);
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Shape shape() {
        return doubling == null ? Shape.SINGLE : Shape.ITEMS;
    }

    @Override
    public Form form() {
        if (doubling == null) {
            return Form.of(
                    type, Curve.line(Rational.ZERO, points, each.negate()).clamped(Rational.ZERO, points));
        }
        Item faults = new Item(Item.MEASURE, name, type, false);
        Item when = doubling.item();
        Form.Gate no = new Form.Gate(when.id(), Rational.ZERO, Rational.ONE);
        Form.Gate yes = new Form.Gate(when.id(), Rational.ONE, null);
        Curve once = Curve.line(Rational.ZERO, Rational.ZERO, each.negate());
        Curve more = Curve.line(
                Rational.ZERO, Rational.ZERO, each.times(doubling.times()).negate());
        return Form.deductions(
                points,
                List.of(
                        new Form.Part(faults, once, no),
                        new Form.Part(faults, more, yes),
                        new Form.Part(when, Curve.constant(Rational.ZERO))));
    }

    @Override
    public Text sentence() {
        Text rule = Text.of(
                "满分 %1$s 分，每 1%2$s扣 %3$s 分",
                "%1$s, less %3$s for each%4$s",
                points,
                in.isEmpty() ? " " : " " + in,
                each,
                in.isEmpty() ? "" : " " + in);
        Text more = doubling == null
                ? Text.of("")
                : Text.of(
                        "（%3$s；%1$s的乘以 %2$s）",
                        " (%3$s; times %2$s when %1$s)", doubling.name(), Numbers.shown(doubling.times()), name);
        return rule.plus(more).plus(Text.of("，扣完为止", ", not below 0"));
    }
}
