package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several items, each with a rule of its own, added up and kept within bounds.
 *
 * @param parts the items with their rules
 * @param cap the most that is given, or null for the sum of the parts
 */
public record Parts(List<One> parts, @Nullable Rational cap) implements Rule {

    /**
     * An item.
     *
     * @param rule a rule on a single measure
     * @param takes whether its points are taken away
     * @param onlyIf the item that has to reach something first, empty for none
     * @param atLeast what that item has to reach
     */
    public record One(String id, String name, Rule rule, boolean takes, String onlyIf, Rational atLeast) {

        private Item item() {
            return new Item(id, name, inner().item().type(), false);
        }

        private Form.Part inner() {
            return rule.form().parts().get(0);
        }

        private Form.Part part() {
            Form form = rule.form();
            Curve curve = inner().curve().clamped(form.floor(), form.cap());
            Form.@Nullable Gate gate = onlyIf.isEmpty() ? null : new Form.Gate(onlyIf, atLeast, null);
            return new Form.Part(item(), takes ? curve.negated() : curve, gate);
        }
    }

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("parts", Text.of("分项各按规则计分后相加", "items with rules of their own, added up"), Parts::read);

    private static Parts read(Fields fields, Worth worth) {
        int before = fields.problems().all().size();
        List<One> parts = new ArrayList<>();
        for (Fields part : fields.sections("parts")) {
            one(part, worth, parts).ifPresent(parts::add);
        }
        if (parts.isEmpty() && fields.problems().all().size() == before) {
            fields.error("no-parts", "parts", Text.of("至少要有一个分项", "there must be at least one part"));
        }
        return new Parts(List.copyOf(parts), fields.has("cap") ? fields.positive("cap") : null);
    }

    private static Optional<One> one(Fields part, Worth worth, List<One> earlier) {
        int before = part.problems().all().size();
        String id = part.text("id");
        String name = part.text("name");
        boolean takes = part.has("takes-away") && part.flag("takes-away");
        @Nullable Rational points = takes ? null : part.positive("points");
        String in = part.optionalProse("measured-in").orElse("");
        Fields section = part.section("rule");
        Optional<Rule> rule = Rule.read(section, new Worth(points, in, null, worth.facts()));
        Optional<Fields> condition = part.optionalSection("only-if");
        String onlyIf = condition.map(one -> one.text("part")).orElse("");
        Rational atLeast = condition
                .filter(one -> one.has("at-least"))
                .map(one -> one.number("at-least"))
                .orElse(Rational.ONE);
        boolean known = earlier.stream()
                .anyMatch(one -> one.id().equals(onlyIf) && one.onlyIf().isEmpty());
        if (condition.isPresent() && !known) {
            condition
                    .get()
                    .error(
                            "only-if",
                            "part",
                            Text.of(
                                    "“%s”不是前面的、自身没有条件的分项",
                                    "\"%s\" is no part before this one that has no condition itself", onlyIf));
        }
        rule.ifPresent(read -> {
            if (read.shape() != Shape.SINGLE || !read.facts().isEmpty()) {
                section.error("part-rule", "kind", Text.of("分项只能按一个数计分", "a part has a rule on a single measure"));
            } else if (points != null
                    && part.problems().all().size() == before
                    && !read.form().most().equals(Optional.of(points))) {
                section.error(
                        "unreachable",
                        "kind",
                        Text.of(
                                "这个分项最多得 %s 分，与分值 %s 不符",
                                "this part gives at most %s, not its %s points",
                                read.form().most().map(Rational::toString).orElse("∞"),
                                points));
            }
        });
        return rule.filter(read -> read.shape() == Shape.SINGLE)
                .map(read -> new One(id, name, read, takes, onlyIf, atLeast));
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Shape shape() {
        return Shape.ITEMS;
    }

    @Override
    public Form form() {
        return Form.sum(parts.stream().map(One::part).toList(), cap);
    }

    @Override
    public Text sentence() {
        List<Text> said = new ArrayList<>();
        for (One one : parts) {
            Text rule = Text.of(
                    one.takes() ? "%s：扣分，%s" : "%s：%s",
                    one.takes() ? "less for %s: %s" : "%s: %s",
                    one.name(),
                    one.rule().sentence());
            said.add(one.onlyIf().isEmpty() ? rule : rule.plus(condition(one)));
        }
        Text sum = Text.join(said, "；", "; ");
        return cap == null
                ? sum.plus(Text.of("；合计不低于 0 分", "; not below 0 together"))
                : sum.plus(Text.of("；合计最高 %s 分，不低于 0 分", "; together at most %s, not below 0", cap));
    }

    private Text condition(One one) {
        One first = parts.stream()
                .filter(other -> other.id().equals(one.onlyIf()))
                .findFirst()
                .orElseThrow();
        String word = first.item().type().show(one.atLeast());
        if (first.item().type().kind() == MeasureType.Kind.YES_NO) {
            return Text.of("（“%s”为“%s”时才计）", " (only if \"%s\" is %s)", first.name(), word);
        }
        return Text.of("（“%s”达到 %s 时才计）", " (only if \"%s\" is %s or more)", first.name(), word);
    }
}
