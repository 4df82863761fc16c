package guifan.diff;

import guifan.diff.RuleComparison.Witness;
import guifan.diff.Trials.Answer;
import guifan.diff.Trials.Other;
import guifan.diff.Trials.Situation;
import guifan.number.Rational;
import guifan.rule.Item;
import guifan.rule.Numbers;
import guifan.rule.Relative;
import guifan.rule.Rule;
import guifan.rule.Rule.Fallback;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rules that look at several answers together, at facts of the unit or at other units, compared by trying them. A
 * difference that is found is one; that there is no other is not proved, so it is said how many situations were tried.
 */
final class TriedComparison {

    private final Side old;
    private final Side now;
    private final Map<String, Item> known;
    private @Nullable Witness lower;
    private @Nullable Witness higher;

    /**
     * A rule as it is tried.
     *
     * @param points what a share is taken of
     * @param reads how it reads an answer
     */
    private record Side(Rule rule, Rational points, Function<Answer, Rational> reads) {

        /** Returns the points in a situation, or nothing if there are none or the rule refuses it. */
        Optional<Rational> score(Situation situation) {
            Rule own = rule.forUnit(situation.facts());
            Map<String, Rational> measures = new HashMap<>();
            situation.filled().forEach(answer -> measures.put(answer.item().id(), reads.apply(answer)));
            if (!own.complaints(measures).isEmpty()) {
                return Optional.empty();
            }
            Optional<Fallback> fallback = own.fallback(measures);
            if (fallback.isPresent()) {
                return switch (fallback.get()) {
                    case ZERO -> Optional.of(Rational.ZERO);
                    case FULL -> Optional.of(points);
                    case EXCLUDE, ERROR -> Optional.empty();
                };
            }
            Optional<Relative> relative = own.relative();
            if (relative.isEmpty()) {
                return Optional.of(own.form().score(measures).score());
            }
            Rational measure = reads.apply(situation.filled().get(0));
            List<Rational> all = new ArrayList<>(List.of(measure));
            situation.others().stream()
                    .filter(other -> other.alike() || !relative.get().withinKind())
                    .forEach(other -> all.add(reads.apply(other.answer())));
            return Optional.of(relative.get().among(all).score(measure).score());
        }
    }

    private TriedComparison(Side old, Side now, Map<String, Item> known) {
        this.old = old;
        this.now = now;
        this.known = known;
    }

    /** Compares rules on which the same items are filled in. */
    static RuleComparison of(
            Rule before, Rational beforePoints, Rule after, Rational afterPoints, Map<String, Item> known) {
        return new TriedComparison(
                        new Side(before, beforePoints, Answer::before),
                        new Side(after, afterPoints, Answer::after),
                        known)
                .compare();
    }

    private RuleComparison compare() {
        int tried = 0;
        for (Situation situation : Trials.of(old.rule(), now.rule(), known)) {
            Optional<Rational> earlier = old.score(situation);
            Optional<Rational> later = now.score(situation);
            if (earlier.isPresent() && later.isPresent()) {
                tried++;
                look(situation, earlier.get(), later.get());
            }
        }
        return tried == 0
                ? RuleComparison.NOT_COMPARED
                : new RuleComparison(Strictness.of(lower != null, higher != null), lower, higher, tried);
    }

    private void look(Situation situation, Rational earlier, Rational later) {
        int gain = later.dividedBy(now.points()).compareTo(earlier.dividedBy(old.points()));
        if (gain < 0 && lower == null) {
            lower = new Witness(shown(situation), earlier, later);
        } else if (gain > 0 && higher == null) {
            higher = new Witness(shown(situation), earlier, later);
        }
    }

    private Text shown(Situation situation) {
        List<Text> said = new ArrayList<>();
        situation.facts().forEach((fact, value) -> {
            Item item = known.get(fact);
            said.add(Text.of((item == null ? fact : item.name()) + " " + Numbers.shown(value)));
        });
        situation.filled().forEach(answer -> said.add(Text.of(RuleComparison.shown(answer.item(), answer.shown()))));
        List<Other> others = situation.others();
        if (!others.isEmpty()) {
            said.add(Text.of("其他单位", "others ")
                    .plus(Text.join(
                            others.stream()
                                    .map(other -> Text.of(other.answer().shown())
                                            .plus(other.alike() ? Text.of("") : Text.of("（他类）", " (of another kind)")))
                                    .toList(),
                            "、",
                            ", ")));
        }
        return Text.join(said, "、", ", ");
    }
}
