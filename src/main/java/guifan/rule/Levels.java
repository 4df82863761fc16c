package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.NamedNumber;
import guifan.source.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points for each thing by its level, every thing counted once at its highest level.
 *
 * @param levels with the points for one of each
 * @param cap the most that is given, or null for no limit
 * @param in what is counted, such as 篇
 */
public record Levels(List<NamedNumber> levels, @Nullable Rational cap, String in) implements Rule {

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("levels", Text.of("按级别和数量计分，封顶", "points for each by its level, up to a cap"), Levels::read);

    private static Levels read(Fields fields, Worth worth) {
        return new Levels(fields.pairs("values"), worth.capOf(fields), worth.in());
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
    public Shape shape() {
        return Shape.LEVELS;
    }

    @Override
    public Form form() {
        return Form.sum(
                levels.stream()
                        .map(level -> new Form.Part(
                                new Item(level.name(), level.name(), MeasureType.count(), false),
                                Curve.line(Rational.ZERO, Rational.ZERO, level.number())))
                        .toList(),
                cap);
    }

    @Override
    public Text sentence() {
        Text each = Text.join(
                levels.stream()
                        .map(level -> Text.of("%s %s 分", "%s %s", level.name(), level.number()))
                        .toList(),
                "、",
                ", ");
        Text rule = Text.of(
                "每%s按级别计：%s（同一%s只按最高级别计一次）",
                "for each by its level: %2$s (each counted once, at its highest level)",
                in.isEmpty() ? "项" : in,
                each,
                in.isEmpty() ? "项" : in);
        return cap == null
                ? rule.plus(Text.of("，上不封顶", ", without a cap"))
                : rule.plus(Text.of("，最高 %s 分", ", at most %s", cap));
    }
}
