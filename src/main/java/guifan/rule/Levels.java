package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.NamedNumber;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Points for each thing by its level.
 *
 * @param levels with the points for one of each
 * @param cap the most that is given, or null for no limit
 * @param in what is counted, such as 篇
 * @param stacking whether one thing counts at each of its levels, otherwise once at its highest
 * @param decay what things after the one worth most count
 * @param caps the most that some levels give, by name
 * @param shared what shared work counts, or null where it is not told apart
 */
public record Levels(
        List<NamedNumber> levels,
        @Nullable Rational cap,
        String in,
        boolean stacking,
        Decay decay,
        Map<String, Rational> caps,
        @Nullable Shared shared)
        implements Rule {

    /**
     * Work that was done together with others.
     *
     * @param name what it is called, such as 合写
     * @param counts the share of the points, such as a half
     */
    public record Shared(String name, Rational counts) {}

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("levels", Text.of("按级别和数量计分，封顶", "points for each by its level, up to a cap"), Levels::read);

    /** Makes a rule by which each thing counts once, at its highest level. */
    public Levels(List<NamedNumber> levels, @Nullable Rational cap, String in) {
        this(levels, cap, in, false, Decay.NONE, Map.of(), null);
    }

    private static Levels read(Fields fields, Worth worth) {
        List<NamedNumber> levels = fields.has("times") ? multiples(fields) : fields.pairs("values");
        @Nullable Rational cap = worth.capOf(fields);
        boolean stacking = fields.has("stacking")
                && fields.requiredChoice("stacking", Map.of("allowed", true, "none", false), false);
        Decay decay = fields.has("others-count") ? decay(fields) : Decay.NONE;
        Map<String, Rational> caps = new HashMap<>();
        if (fields.has("caps")) {
            fields.pairs("caps").forEach(one -> caps.put(one.name(), one.number()));
        }
        caps.keySet().stream()
                .filter(name -> levels.stream().noneMatch(level -> level.name().equals(name)))
                .forEach(name ->
                        fields.error("unknown-level", "caps", Text.of("没有级别“%s”", "there is no level \"%s\"", name)));
        if (!decay.factors().isEmpty() && (stacking || !caps.isEmpty())) {
            fields.error(
                    "others-count",
                    "others-count",
                    Text.of("依次酌减时不能重复计分，也不能分级封顶", "with \"others-count\" nothing stacks, and no level has a cap"));
        }
        if (fields.has("shared") && !caps.isEmpty()) {
            fields.error(
                    "caps", "caps", Text.of("分级封顶不能与合写折半并用", "no level has a cap where shared work is told apart"));
        }
        @Nullable
        Shared shared = fields.optionalSection("shared")
                .map(section -> new Shared(section.text("name"), section.positive("counts")))
                .orElse(null);
        return new Levels(levels, cap, worth.in(), stacking, decay, Map.copyOf(caps), shared);
    }

    /** Reads {@code each: 0.5, times: {市: 2, 省: 3}}: a base multiplied by level. */
    private static List<NamedNumber> multiples(Fields fields) {
        Rational each = fields.positive("each");
        return fields.pairs("times").stream()
                .map(one -> new NamedNumber(one.name(), one.number().times(each), one.place()))
                .toList();
    }

    private static Decay decay(Fields fields) {
        List<Rational> factors = new ArrayList<>();
        for (String text : fields.texts("others-count")) {
            Rational factor = Rational.parse(text).orElse(Rational.of(-1));
            if (factor.signum() < 0 || factor.compareTo(Rational.ONE) > 0) {
                fields.error(
                        "others-count",
                        "others-count",
                        Text.of("“%s”应为 0 到 1 的系数", "\"%s\" must be a factor from 0 to 1", text));
            }
            factors.add(factor.max(Rational.ZERO));
        }
        return new Decay(factors);
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
        List<Form.Part> parts = levels.stream()
                .flatMap(level -> Stream.concat(
                        Stream.of(part(level.name(), level.number(), caps.get(level.name()))), shared(level)))
                .toList();
        return Form.sum(parts, cap).with(decay);
    }

    private Stream<Form.Part> shared(NamedNumber level) {
        return shared == null
                ? Stream.of()
                : Stream.of(part(
                        level.name() + shared.name(), level.number().times(shared.counts()), caps.get(level.name())));
    }

    private static Form.Part part(String name, Rational each, @Nullable Rational most) {
        Curve curve = Curve.line(Rational.ZERO, Rational.ZERO, each);
        return new Form.Part(
                new Item(name, name, MeasureType.count(), false),
                most == null ? curve : curve.clamped(Rational.ZERO, most));
    }

    @Override
    public Text sentence() {
        Text each = Text.join(
                levels.stream()
                        .map(level -> Text.of("%s %s 分", "%s %s", level.name(), Numbers.shown(level.number()))
                                .plus(capOf(level)))
                        .toList(),
                "、",
                ", ");
        String thing = in.isEmpty() ? "项" : in;
        Text once = stacking
                ? Text.of("（各级可重复计分）", " (counted at each of its levels)")
                : decay.factors().isEmpty()
                        ? Text.of("（同一%s只按最高级别计一次）", " (each counted once, at its highest level)", thing)
                        : Text.of(
                                "（最高的一%1$s全计，其余依次乘以 %2$s）",
                                " (the highest counts in full, the others times %2$s)",
                                thing,
                                String.join(
                                        "、",
                                        decay.factors().stream()
                                                .map(Numbers::shown)
                                                .toList()));
        Text rule = Text.of("每%s按级别计：%s", "for each by its level: %2$s", thing, each)
                .plus(once);
        if (shared != null) {
            rule = rule.plus(Text.of("，%s的按 %s 计", ", %s counts %s", shared.name(), Numbers.shown(shared.counts())));
        }
        return rule.plus(cap == null ? Text.of("，上不封顶", ", without a cap") : Text.of("，最高 %s 分", ", at most %s", cap));
    }

    private Text capOf(NamedNumber level) {
        @Nullable Rational most = caps.get(level.name());
        return most == null ? Text.of("") : Text.of("（最多 %s 分）", " (at most %s)", Numbers.shown(most));
    }
}
