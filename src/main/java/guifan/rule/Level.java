package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.NamedNumber;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Points by a named level.
 *
 * @param levels from the one with the fewest points up
 */
public record Level(List<NamedNumber> levels) implements Rule {

    /** The kind as standards name it. */
    public static final RuleKind KIND = new RuleKind("level", Text.of("按等级计分", "points by a named level"), Level::read);

    private static Level read(Fields fields, Worth worth) {
        List<NamedNumber> levels = new ArrayList<>(fields.points("values"));
        boolean bestFirst = !levels.isEmpty()
                && levels.get(0)
                                .number()
                                .compareTo(levels.get(levels.size() - 1).number())
                        > 0;
        if (bestFirst) {
            Collections.reverse(levels); // so that levels of equal points keep their order
        }
        levels.sort(Comparator.comparing(NamedNumber::number));
        return new Level(List.copyOf(levels));
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Form form() {
        Curve curve = Curve.constant(Rational.ZERO);
        for (int i = 0; i < levels.size(); i++) {
            curve = curve.then(Rational.of(i), levels.get(i).number(), Rational.ZERO);
        }
        return Form.of(MeasureType.level(levels.stream().map(NamedNumber::name).toList()), curve);
    }

    @Override
    public Text sentence() {
        List<Text> said = new ArrayList<>();
        for (int i = levels.size() - 1; i >= 0; i--) {
            said.add(Text.of(
                    "%s得 %s 分", "%s: %s", levels.get(i).name(), levels.get(i).number()));
        }
        return Text.join(said, "，", ", ");
    }
}
