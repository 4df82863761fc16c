package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.List;

/**
 * Full points, less some for each fault by its class, not below 0.
 *
 * @param points full points
 * @param classes the classes of faults
 * @param in what is counted, such as 件
 */
public record DeductByClass(Rational points, List<FaultClass> classes, String in) implements Rule {

    /**
     * A class of faults.
     *
     * @param each points lost for one
     */
    public record FaultClass(String id, String name, Rational each) {}

    /** The kind as standards name it. */
    public static final RuleKind KIND = new RuleKind(
            "deduct-by-class", Text.of("按情形扣分，扣完为止", "loses points for each fault by its class"), DeductByClass::read);

    private static DeductByClass read(Fields fields, Worth worth) {
        List<FaultClass> classes = fields.sections("classes").stream()
                .map(one -> new FaultClass(one.text("id"), one.text("name"), one.positive("each")))
                .toList();
        if (classes.isEmpty()) {
            fields.error("no-classes", "classes", Text.of("至少要有一种情形", "there must be at least one class"));
        }
        return new DeductByClass(worth.required(fields), classes, worth.in());
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Shape shape() {
        return Shape.CLASSES;
    }

    @Override
    public Form form() {
        return Form.deductions(
                points,
                classes.stream()
                        .map(one -> new Form.Part(
                                new Item(one.id(), one.name(), MeasureType.count(), false),
                                Curve.line(
                                        Rational.ZERO, Rational.ZERO, one.each().negate())))
                        .toList());
    }

    @Override
    public Text sentence() {
        Text each = Text.join(
                classes.stream()
                        .map(one -> Text.of(
                                "%s每%s扣 %s 分", "%1$s loses %3$s each", one.name(), in.isEmpty() ? "次" : in, one.each()))
                        .toList(),
                "，",
                ", ");
        return Text.of("满分 %s 分，%s，扣完为止", "%s; %s, not below 0", points, each);
    }
}
