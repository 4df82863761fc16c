package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Items that are met or missing, some possibly late.
 *
 * @param points full points
 * @param items what is asked for
 * @param mode how items become points
 * @param each points of one item met, or lost by one missing
 * @param lateLoses points lost by an item that is late, or null where lateness is not asked about
 * @param met points by the number of items met, for {@link Mode#MET}; otherwise empty
 * @param counting whether a bare number in a cell means the items met or those missing, or null if it means neither
 */
public record Checklist(
        Rational points,
        List<Entry> items,
        Mode mode,
        Rational each,
        @Nullable Rational lateLoses,
        List<Steps.Step> met,
        @Nullable Counted counting)
        implements Rule {

    /** How items become points. */
    public enum Mode {
        EACH,
        MISSING_LOSES,
        ALL,
        MET
    }

    /** What a bare number counts. */
    public enum Counted {
        MET,
        MISSING
    }

    /** One item of the list. */
    public record Entry(String id, String name, boolean mayNotArise) {}

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("checklist", Text.of("逐项核对", "items that are met or missing"), Checklist::read);

    private static Checklist read(Fields fields, Worth worth) {
        Rational points = worth.required(fields);
        List<Entry> items = fields.sections("items").stream()
                .map(item -> new Entry(item.text("id"), item.text("name"), item.flag("may-not-arise")))
                .toList();
        if (items.isEmpty()) {
            fields.error("no-items", "items", Text.of("至少要有一个子项", "there must be at least one item"));
        }
        List<String> modes = Stream.of("each", "missing-loses", "all", "met")
                .filter(fields::has)
                .toList();
        if (modes.size() > 1) {
            fields.error(
                    "checklist-mode",
                    modes.get(1),
                    Text.of("“%s”与“%s”只能用一个", "use either \"%s\" or \"%s\"", modes.get(0), modes.get(1)));
        }
        Rational share = points.dividedBy(Rational.of(Math.max(items.size(), 1)));
        Mode mode = fields.flag("all")
                ? Mode.ALL
                : fields.has("met") ? Mode.MET : fields.has("missing-loses") ? Mode.MISSING_LOSES : Mode.EACH;
        Rational each = mode == Mode.MISSING_LOSES ? fields.positive("missing-loses") : fields.positive("each", share);
        List<Steps.Step> met = mode == Mode.MET ? Steps.read(fields, "met") : List.of();
        @Nullable Rational late = fields.optionalPositive("late-loses").orElse(null);
        Counted counted = fields.choice(
                        "counted",
                        Map.of("met", Optional.of(Counted.MET), "missing", Optional.of(Counted.MISSING)),
                        Optional.<Counted>empty())
                .orElse(null);
        if ((mode == Mode.MET || counted != null) && items.stream().anyMatch(Entry::mayNotArise)) {
            fields.error(
                    "may-not-arise",
                    "items",
                    Text.of(
                            "按达标项数计分时不能有不涉及的子项",
                            "where the number of items counts, none may be left out as not arising"));
        }
        if (late != null && (mode == Mode.ALL || mode == Mode.MET || counted != null)) {
            fields.error(
                    "late-loses",
                    "late-loses",
                    Text.of("此种计分不能再分迟报", "this form of checklist cannot ask about lateness"));
        } else if (late != null && late.compareTo(each) > 0) {
            fields.error(
                    "late-loses",
                    "late-loses",
                    Text.of("迟报扣分多于缺项的 %s 分", "a late item would lose more than the %s of a missing one", each));
        }
        return new Checklist(points, items, mode, each, late, met, counted);
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Shape shape() {
        return Shape.CHECKLIST;
    }

    @Override
    public Form form() {
        List<Form.Part> parts = items.stream()
                .map(item -> new Form.Part(
                        new Item(
                                item.id(),
                                item.name(),
                                lateLoses == null ? MeasureType.yesNo() : MeasureType.timely(),
                                item.mayNotArise()),
                        lateLoses == null ? metCurve() : timelyCurve(lateLoses)))
                .toList();
        return switch (mode) {
            case EACH -> Form.sum(parts, null);
            case MISSING_LOSES, ALL -> Form.deductions(points, parts);
            case MET -> new Form(parts, Rational.ZERO, metPoints(), Rational.ZERO, null);
        };
    }

    /** Returns the points of one item that is met (1) or missing (0). */
    private Curve metCurve() {
        Rational missing = switch (mode) {
            case EACH, MET -> Rational.ZERO;
            case MISSING_LOSES -> each.negate();
            case ALL -> points.negate();
        };
        Rational there = mode == Mode.EACH ? each : mode == Mode.MET ? Rational.ONE : Rational.ZERO;
        return Curve.constant(missing).then(Rational.ONE, there, Rational.ZERO);
    }

    private Curve timelyCurve(Rational late) {
        Rational there = mode == Mode.EACH ? each : Rational.ZERO;
        return Curve.constant(there.minus(each))
                .then(Rational.ONE, there.minus(late), Rational.ZERO)
                .then(Rational.of(2), there, Rational.ZERO);
    }

    private Curve metPoints() {
        Curve curve = Curve.constant(Rational.ZERO);
        for (Steps.Step step : met) {
            curve = curve.then(step.count(), step.points(), Rational.ZERO);
        }
        return curve;
    }

    @Override
    public Optional<Form> counted() {
        if (counting == null) {
            return Optional.empty();
        }
        Curve byMet = switch (mode) {
            case EACH -> Curve.line(Rational.ZERO, Rational.ZERO, each);
            case MISSING_LOSES -> Curve.line(Rational.ZERO, points.minus(each.times(Rational.of(items.size()))), each);
            case ALL -> Curve.constant(Rational.ZERO).then(Rational.of(items.size()), points, Rational.ZERO);
            case MET -> metPoints();
        };
        Curve curve = Curve.constant(Rational.ZERO);
        for (int n = 0; n <= items.size(); n++) {
            int itemsMet = counting == Counted.MET ? n : items.size() - n;
            Rational value = byMet.at(Rational.of(itemsMet)).max(Rational.ZERO).min(points);
            curve = curve.then(Rational.of(n), value, Rational.ZERO);
        }
        return Optional.of(Form.of(MeasureType.countTo(items.size()), curve));
    }

    @Override
    public Text sentence() {
        Text list = Text.list(items.stream().map(Entry::name).toList());
        Text rule = switch (mode) {
            case EACH -> Text.of("共 %1$s 项，每项 %2$s 分", "%1$s items, %2$s each", items.size(), Numbers.shown(each));
            case MISSING_LOSES ->
                Text.of(
                        "共 %1$s 项，满分 %2$s 分，每缺 1 项扣 %3$s 分，扣完为止",
                        "%1$s items, %2$s, each one missing loses %3$s, not below 0", items.size(), points, each);
            case ALL ->
                Text.of(
                        "%1$s 项全部达到得 %2$s 分，否则不得分",
                        "%2$s if all %1$s items are met, otherwise 0", items.size(), points);
            case MET ->
                Text.join(
                        met.stream()
                                .map(step -> Text.of("达到 %s 项得 %s 分", "%s items met: %s", step.count(), step.points()))
                                .toList(),
                        "，",
                        ", ");
        };
        Text late = lateLoses == null ? Text.of("") : Text.of("，迟报每项扣 %s 分", ", a late one loses %s", lateLoses);
        return rule.plus(late).plus(Text.of("：%s", ": %s", list)).plus(whatMayNotArise());
    }

    private Text whatMayNotArise() {
        List<String> names =
                items.stream().filter(Entry::mayNotArise).map(Entry::name).toList();
        if (names.isEmpty()) {
            return Text.of("");
        }
        return mode == Mode.EACH
                ? Text.of(
                        "；可不涉及（分值由其余项分担）：%s",
                        "; need not arise (the others then share its points): %s", Text.list(names))
                : Text.of("；可不涉及：%s", "; need not arise: %s", Text.list(names));
    }
}
