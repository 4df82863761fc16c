package guifan.standard;

import guifan.number.Rational;
import guifan.rule.Numbers;
import guifan.source.Fields;
import guifan.source.Similar;
import guifan.source.Text;
import guifan.standard.Standard.Fact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the combined mark of a panel is multiplied by: a fact of the unit, such as how difficult a dive is.
 *
 * @param fact the id of the fact
 * @param name what the fact is called
 * @param times what the fact is multiplied by, above 0
 * @param most the largest that the factor can be: full marks are reached with it
 */
public record Factor(String fact, String name, Rational times, Rational most) {

    /** Reads {@code {fact: difficulty, times: 3}}; the fact is a number above 0 that has a largest value. */
    static Optional<Factor> read(Fields fields, List<Fact> facts) {
        String id = fields.text("fact");
        Rational times = fields.has("times") ? fields.positive("times") : Rational.ONE;
        Optional<Fact> fact = facts.stream()
                .filter(one -> one.id().equals(id) && one.isNumber())
                .findFirst();
        if (fact.isEmpty()) {
            fields.error(
                    "unknown-id",
                    "fact",
                    Text.of("没有可计数的事实“%s”", "there is no fact \"%s\" that is a number", id)
                            .plus(Similar.suggestion(
                                    id,
                                    facts.stream()
                                            .filter(Fact::isNumber)
                                            .map(Fact::id)
                                            .toList())));
            return Optional.empty();
        }
        @Nullable Rational most = fact.get().type().most();
        if (most == null
                || fact.get().type().least().signum() <= 0
                || fact.get().mayNotApply()) {
            fields.error(
                    "factor",
                    "fact",
                    Text.of(
                            "“%s”须写明大于 0 的下限（min）和上限（max），不得不适用，满分才能算定",
                            "\"%s\" needs a least value above 0 (min) and a most (max), and has to apply, "
                                    + "so that full marks are known",
                            id));
            return Optional.empty();
        }
        return Optional.of(new Factor(id, fact.get().name(), times, times.times(most)));
    }

    /** Returns the factor of a unit whose fact is {@code value}. */
    public Rational of(Rational value) {
        return times.times(value);
    }

    Text words() {
        return times.equals(Rational.ONE)
                ? Text.of("“%s”", "\"%s\"", name)
                : Text.of("“%s”×%s", "\"%s\" × %s", name, Numbers.shown(times));
    }
}
