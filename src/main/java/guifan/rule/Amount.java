package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Working.Addend;
import guifan.rule.Working.Made;
import guifan.source.Fields;
import guifan.source.Node.Mapping;
import guifan.source.Similar;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number that the standard states, or one that follows from a fact of the unit: 每县 8 件，另加 20 件.
 *
 * @param fact the id of the fact, or null where the number is the same for all units
 * @param name what the fact is called
 * @param times by what the fact is multiplied
 * @param plus what is added; the number itself where there is no fact
 * @param standIn a value that it can have, for what is said of all units
 */
public record Amount(@Nullable String fact, String name, Rational times, Rational plus, Rational standIn) {

    /** Returns the number that is the same for all units. */
    static Amount of(Rational number) {
        return new Amount(null, "", Rational.ZERO, number, number);
    }

    /** Reads a number greater than 0, or {@code {fact: counties, times: 8, plus: 20}}. */
    static Amount read(Fields fields, String key, Worth worth) {
        boolean follows =
                fields.mapping().get(key).filter(Mapping.class::isInstance).isPresent();
        return follows ? fromFact(fields.section(key), worth) : of(fields.positive(key));
    }

    private static Amount fromFact(Fields fields, Worth worth) {
        Worth.Known known = known(fields, worth);
        Rational times = fields.has("times") ? fields.positive("times") : Rational.ONE;
        Rational plus = fields.has("plus") ? fields.number("plus") : Rational.ZERO;
        if (times.times(known.least()).plus(plus).signum() <= 0) {
            fields.error(
                    "target-not-positive",
                    "fact",
                    Text.of(
                            "“%1$s”可以是 %2$s，那时目标不大于 0；请给它规定下限（min: 1）",
                            "\"%1$s\" may be %2$s, and the target would not be above 0; give it a least value (min: 1)",
                            known.name(),
                            known.least()));
        }
        Rational typical = known.least().signum() > 0 ? known.least() : Rational.ONE;
        return new Amount(
                fields.text("fact"),
                known.name(),
                times,
                plus,
                times.times(typical).plus(plus));
    }

    /** Returns what is known of the fact that {@code fact:} names; one that is not there is reported. */
    static Worth.Known known(Fields fields, Worth worth) {
        String id = fields.text("fact");
        Worth.@Nullable Known known = worth.facts().get(id);
        if (known == null && !id.isEmpty()) {
            fields.error(
                    "unknown-id",
                    "fact",
                    Text.of("没有可计数的事实“%s”", "there is no fact \"%s\" that is a number", id)
                            .plus(Similar.suggestion(id, worth.facts().keySet())));
        }
        return known == null ? new Worth.Known(id, Rational.ONE, null, false) : known;
    }

    boolean isPerUnit() {
        return fact != null;
    }

    Set<String> facts() {
        return Optional.ofNullable(fact).map(Set::of).orElse(Set.of());
    }

    /** Returns this for a unit of which {@code facts} are known. */
    Amount in(Map<String, Rational> facts) {
        @Nullable Rational value = fact == null ? null : facts.get(fact);
        return value == null ? this : of(times.times(value).plus(plus));
    }

    /** Returns how the number of a unit is worked out, nothing where it is the same for all. */
    List<Made> made(Map<String, Rational> facts) {
        @Nullable Rational value = fact == null ? null : facts.get(fact);
        if (fact == null || value == null) {
            return List.of();
        }
        List<Addend> over = new ArrayList<>(List.of(new Addend(fact, value, times)));
        if (!plus.isZero()) {
            over.add(new Addend(Working.PLUS, plus, Rational.ONE));
        }
        Rational result = times.times(value).plus(plus);
        String said = "目标（按" + name + "）";
        return List.of(new Made(Working.TARGET, said, Joining.SUM, over, List.of(), Rational.ONE, result));
    }

    /** Returns the number, or how it is worked out. */
    Text words() {
        if (fact == null) {
            return Text.of(Numbers.shown(plus));
        }
        String product = times.equals(Rational.ONE) ? "" : "×" + Numbers.shown(times);
        String sum = plus.isZero() ? "" : (plus.signum() < 0 ? "−" : "+") + Numbers.shown(plus.abs());
        return Text.of("（“%s”" + product + sum + "）", "(\"%s\"" + product + sum + ")", name);
    }
}
