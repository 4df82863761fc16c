package guifan.rule;

import guifan.number.Rational;
import guifan.source.Fields;
import guifan.source.Similar;
import guifan.source.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A rule whose score is multiplied by a fact of the unit, such as a difficulty (难度系数). It is of the kind of the rule
 * that it carries.
 *
 * @param rule the rule
 * @param fact the id of the fact
 * @param name what the fact is called
 * @param factor what the score is multiplied by, 1 for what is said of all units
 * @param mayExceed whether it may be more than 1, so that there can be more than the points of the indicator
 */
public record Factored(Rule rule, String fact, String name, Rational factor, boolean mayExceed) implements Rule {

    /** Returns {@code rule} times the fact that {@code factor} names. */
    public static Rule of(Rule rule, Fields factor, Map<String, Worth.Known> facts) {
        String id = factor.text("fact");
        Optional<Worth.Known> known = Optional.ofNullable(facts.get(id));
        if (known.isEmpty() && !id.isEmpty()) {
            factor.error(
                    "unknown-id",
                    "fact",
                    Text.of("没有数字事实项“%s”", "there is no fact \"%s\" that is a number", id)
                            .plus(Similar.suggestion(id, List.copyOf(facts.keySet()))));
        }
        known.filter(fact -> fact.least().signum() <= 0)
                .ifPresent(fact -> factor.error(
                        "factor-not-positive",
                        "fact",
                        Text.of(
                                "“%s”可以不大于 0；请给它规定下限（min: 0.1）",
                                "\"%s\" need not be above 0; give it a least value (min: 0.1)", fact.name())));
        boolean exceeds = known.map(Worth.Known::most)
                .filter(most -> most.compareTo(Rational.ONE) <= 0)
                .isEmpty();
        return new Factored(rule, id, known.map(Worth.Known::name).orElse(id), Rational.ONE, exceeds);
    }

    @Override
    public RuleKind kind() {
        return rule.kind();
    }

    @Override
    public Shape shape() {
        return rule.shape();
    }

    @Override
    public Form form() {
        return rule.form().times(factor);
    }

    @Override
    public boolean isMark() {
        return rule.isMark();
    }

    @Override
    public List<String> alsoShareOf() {
        return rule.alsoShareOf();
    }

    @Override
    public Optional<Relative> relative() {
        return rule.relative();
    }

    @Override
    public Optional<Form> counted() {
        return rule.counted();
    }

    @Override
    public Set<String> facts() {
        Set<String> facts = new HashSet<>(rule.facts());
        facts.add(fact);
        return facts;
    }

    @Override
    public Rational factor(Map<String, Rational> facts) {
        return facts.getOrDefault(fact, Rational.ONE);
    }

    @Override
    public Rule forUnit(Map<String, Rational> facts) {
        return new Factored(rule.forUnit(without(facts)), fact, name, factor(facts), mayExceed);
    }

    @Override
    public List<Working.Made> targets(Map<String, Rational> facts) {
        return rule.facts().isEmpty() ? List.of() : rule.targets(without(facts));
    }

    private Map<String, Rational> without(Map<String, Rational> facts) {
        Map<String, Rational> others = new HashMap<>(facts);
        others.keySet().retainAll(rule.facts());
        return others;
    }

    @Override
    public List<Complaint> complaints(Map<String, Rational> measures) {
        return rule.complaints(measures);
    }

    @Override
    public Optional<Fallback> fallback(Map<String, Rational> measures) {
        return rule.fallback(measures);
    }

    @Override
    public List<Map<String, Rational>> leadingTo(Rational mark) {
        return rule.leadingTo(mark);
    }

    @Override
    public List<Map<String, Rational>> aboutResult() {
        return rule.aboutResult();
    }

    @Override
    public Text sentence() {
        return rule.sentence().plus(Text.of("；得分再乘以“%s”", "; the score is multiplied by \"%s\"", name));
    }
}
