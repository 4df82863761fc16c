package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Deriving.Quotient;
import guifan.rule.Deriving.Share;
import guifan.source.Fields;
import guifan.source.NamedNumber;
import guifan.source.Node.Sequence;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A rule on a measure that is gathered from several answers: the mean of four quarters, long and short articles
 * converted into one count. It is of the kind of the rule that it carries.
 *
 * @param rule the rule on the gathered measure
 * @param items what is filled in
 * @param weights what one of each item counts
 * @param joining how the answers become one measure, or the scores of the periods one score
 * @param scores whether every period is scored by itself
 * @param periods whether the items are periods, otherwise they are converted
 */
public record Gathered(
        Rule rule, List<Item> items, List<Rational> weights, Joining joining, boolean scores, boolean periods)
        implements Rule {

    private static final Map<String, List<String>> PERIODS = Map.of(
            "月", IntStream.rangeClosed(1, 12).mapToObj(month -> month + "月").toList(),
            "季", List.of("一季度", "二季度", "三季度", "四季度"),
            "半年", List.of("上半年", "下半年"));

    /** Returns whether {@code measure} says that the measure is gathered. */
    public static boolean isGathered(Fields measure) {
        return measure.has("periods") || measure.has("counts-as");
    }

    /** Returns {@code rule} on what {@code measure} gathers. */
    public static Rule of(Rule rule, Fields measure) {
        List<Item> items = new ArrayList<>();
        List<Rational> weights = new ArrayList<>();
        MeasureType type =
                rule.shape() == Shape.SINGLE ? rule.form().items().get(0).type() : MeasureType.decimal();
        if (rule.shape() != Shape.SINGLE) {
            measure.error(
                    "measure",
                    "periods",
                    Text.of("只有按一个数计分的规则才能分期或折算", "only a rule on a single measure can gather it"));
        }
        if (measure.has("counts-as")) {
            for (NamedNumber one : measure.pairs("counts-as")) {
                items.add(new Item(one.name(), one.name(), MeasureType.count(), false, Item.WhenBlank.ZERO));
                weights.add(counted(measure, one));
            }
            return new Gathered(rule, items, weights, Joining.SUM, false, false);
        }
        Item.WhenBlank blank = measure.has("missing")
                ? measure.requiredChoice(
                        "missing",
                        Map.of(
                                "error", Item.WhenBlank.REFUSED,
                                "zero", Item.WhenBlank.ZERO,
                                "exclude", Item.WhenBlank.LEFT_OUT),
                        Item.WhenBlank.REFUSED)
                : Item.WhenBlank.REFUSED;
        for (String name : names(measure)) {
            items.add(new Item(name, name, type, false, blank));
            weights.add(Rational.ONE);
        }
        boolean scores = measure.has("combine-scores");
        Joining joining = measure.requiredChoice(scores ? "combine-scores" : "combine", Joining.WORDS, Joining.MEAN);
        if (scores && rule.relative().isPresent()) {
            measure.error(
                    "measure",
                    "combine-scores",
                    Text.of(
                            "与其他单位比较的规则只能先合成各期的实绩（combine）再比较",
                            "a rule that compares units can only compare what the periods come to (combine)"));
        }
        if (scores && joining == Joining.LAST) {
            measure.error(
                    "measure", "combine-scores", Text.of("各期得分不能只取最后一期", "scores cannot be combined by the last"));
        }
        return new Gathered(rule, items, weights, joining, scores, true);
    }

    /** Returns what one of an item counts; it is divided by that, and takes nothing away. */
    private static Rational counted(Fields measure, NamedNumber one) {
        if (one.number().signum() > 0) {
            return one.number();
        }
        measure.problems()
                .error(
                        "not-positive",
                        one.place(),
                        Text.of(
                                "“%s”折算的数应大于 0；不计的请不要写",
                                "what \"%s\" counts as must be above 0; leave out what does not count", one.name()));
        return Rational.ONE;
    }

    private static List<String> names(Fields measure) {
        boolean listed = measure.mapping()
                .get("periods")
                .filter(Sequence.class::isInstance)
                .isPresent();
        List<String> words = measure.texts("periods");
        if (listed) {
            return words;
        }
        Optional<List<String>> known = Optional.ofNullable(PERIODS.get(words.isEmpty() ? "" : words.get(0)));
        if (known.isEmpty()) {
            measure.error(
                    "unknown-word", "periods", Text.of("应为 月、季、半年，或各期的名称", "expected 月, 季, 半年 or a list of names"));
        }
        return known.orElse(words);
    }

    @Override
    public RuleKind kind() {
        return rule.kind();
    }

    @Override
    public Shape shape() {
        return Shape.ITEMS;
    }

    @Override
    public boolean mayExceed() {
        return rule.mayExceed();
    }

    @Override
    public boolean isMark() {
        return rule.isMark();
    }

    @Override
    public Optional<Relative> relative() {
        return rule.relative();
    }

    @Override
    public Set<String> facts() {
        return rule.facts();
    }

    @Override
    public Rule forUnit(Map<String, Rational> facts) {
        return new Gathered(rule.forUnit(facts), items, weights, joining, scores, periods);
    }

    @Override
    public List<Working.Made> targets(Map<String, Rational> facts) {
        return rule.targets(facts);
    }

    @Override
    public Form form() {
        Form form = rule.form();
        Form.Part only = form.parts().get(0);
        if (scores) {
            List<Form.Part> parts = items.stream()
                    .map(item -> new Form.Part(item, only.curve().clamped(form.floor(), form.cap())))
                    .toList();
            return new Form(parts, Rational.ZERO, null, form.floor(), null).with(joining, parts);
        }
        List<Share> over = IntStream.range(0, items.size())
                .mapToObj(i -> new Share(items.get(i).id(), weights.get(i)))
                .toList();
        return form.with(
                new Deriving(items, List.of(new Quotient(only.item(), joining, over, List.of(), Rational.ONE))));
    }

    @Override
    public List<Map<String, Rational>> leadingTo(Rational mark) {
        if (scores) {
            return List.of();
        }
        List<Map<String, Rational>> answers = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            MeasureType type = items.get(i).type();
            Rational beside = type.step() == null ? Rational.of(1, 100) : type.step();
            Rational share = joining == Joining.SUM ? mark.dividedBy(weights.get(i)) : mark;
            Rational on = type.step() == null
                    ? share
                    : type.least().plus(steps(share, type).times(beside));
            for (Rational value : List.of(on.minus(beside), on, on.plus(beside))) {
                for (int other = 0; other < items.size(); other++) {
                    for (Rational rest : List.of(type.least(), type.least().plus(beside), value)) {
                        answers.add(answer(i, value, other, rest));
                    }
                }
            }
        }
        return answers;
    }

    private static Rational steps(Rational value, MeasureType type) {
        return value.minus(type.least())
                .dividedBy(type.step() == null ? Rational.ONE : type.step())
                .floor();
    }

    /** Returns answers of which one is {@code value}; another, or all others of a mean, is {@code rest}. */
    private Map<String, Rational> answer(int one, Rational value, int other, Rational rest) {
        Map<String, Rational> answer = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Rational usual = joining == Joining.SUM ? items.get(i).type().least() : value;
            answer.put(items.get(i).id(), i == one ? value : i == other ? rest : usual);
        }
        return answer;
    }

    @Override
    public Text sentence() {
        if (!periods) {
            List<Text> said = IntStream.range(0, items.size())
                    .mapToObj(i -> Text.of(items.get(i).name() + " ×" + Numbers.shown(weights.get(i))))
                    .toList();
            return Text.of("折算后计（%s）：", "converted first (%s): ", Text.join(said, "、", ", "))
                    .plus(rule.sentence());
        }
        Text blank = switch (items.get(0).whenBlank()) {
            case REFUSED -> Text.of("");
            case ZERO -> Text.of("，缺报的期计 0", ", a missing one counts as 0");
            case LEFT_OUT -> Text.of("，缺报的期不计入", ", a missing one is left out");
        };
        Text names =
                Text.of(items.get(0).name() + "–" + items.get(items.size() - 1).name());
        return Text.of(
                        scores ? "各期（%1$s）分别计分后取%2$s%3$s：" : "按各期（%1$s）的%2$s计%3$s：",
                        scores
                                ? "every period (%1$s) is scored, then the %2$s is taken%3$s: "
                                : "on the %2$s of the periods (%1$s)%3$s: ",
                        names,
                        joining.words(),
                        blank)
                .plus(rule.sentence());
    }
}
