package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.NamedNumber;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Points written out for each count; the last also holds for more.
 *
 * @param steps from the lowest count up
 * @param type the type of the measure, a count unless the standard says otherwise
 * @param in what is counted, such as 次
 */
public record Steps(List<Step> steps, MeasureType type, String in) implements Rule {

    /**
     * One count and its points.
     *
     * @param count from which on the points are given
     */
    public record Step(Rational count, Rational points) {}

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("steps", Text.of("按次数逐级计分", "points written out for each count"), Steps::read);

    private static Steps read(Fields fields, Worth worth) {
        List<Step> steps = read(fields, "steps");
        if (steps.isEmpty() || !steps.get(0).count().isZero()) {
            fields.error("step", "steps", Text.of("应从 0 次写起", "the steps must start at 0"));
        }
        return new Steps(steps, worth.typeOr(MeasureType.count()), worth.in());
    }

    /** Returns counts with their points, from the lowest up; what is no count, or stands there twice, is reported. */
    static List<Step> read(Fields fields, String key) {
        List<Step> steps = new ArrayList<>();
        for (NamedNumber pair : fields.points(key)) {
            Rational.parse(pair.name())
                    .filter(count -> count.isWhole() && count.signum() >= 0)
                    .ifPresentOrElse(
                            count -> steps.add(new Step(count, pair.number())),
                            () -> fields.problems()
                                    .error(
                                            "step",
                                            pair.place(),
                                            Text.of("“%s”不是整数", "\"%s\" is not a whole number", pair.name())));
        }
        steps.sort(Comparator.comparing(Step::count));
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).count().equals(steps.get(i - 1).count())) {
                fields.error(
                        "step",
                        key,
                        Text.of(
                                "“%s”写了两次",
                                "%s stands there twice", steps.get(i).count()));
            }
        }
        return List.copyOf(steps);
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Form form() {
        Curve curve = Curve.constant(Rational.ZERO);
        for (Step step : steps) {
            curve = curve.then(step.count(), step.points(), Rational.ZERO);
        }
        return Form.of(type, curve);
    }

    @Override
    public Text sentence() {
        List<Text> said = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean last = i == steps.size() - 1;
            said.add(Text.of(
                    last ? "%s%s及以上得 %s 分" : "%s%s得 %s 分",
                    last ? "%1$s or more: %3$s" : "%1$s: %3$s",
                    steps.get(i).count(),
                    in.isEmpty() ? "" : " " + in,
                    steps.get(i).points()));
        }
        return Text.join(said, "，", ", ");
    }
}
