package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Deriving.Quotient;
import guifan.rule.Deriving.Share;
import guifan.source.NamedNumber;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule on the share of some options, in percent, or on the mean mark.
 *
 * @param weights what a ballot counts by option
 * @param marks whether they are marks, otherwise each is 1 and the share is taken
 * @param then the rule
 */
public record VoteRate(List<NamedNumber> weights, boolean marks, Rule then) implements VoteOutcome {

    @Override
    public Form form(Vote vote) {
        Form inner = then.form();
        List<Quotient> made = new ArrayList<>();
        for (Item item : inner.items()) {
            boolean main = item.id().isEmpty() || item.id().equals(Item.MEASURE);
            List<Share> over = main
                    ? weights.stream()
                            .map(one -> new Share(one.name(), one.number()))
                            .toList()
                    : shareOf().stream()
                            .map(option -> new Share(option, Rational.ONE))
                            .toList();
            String name = main ? measureName(item) : item.name();
            Rational times = main && marks ? Rational.ONE : Rational.HUNDRED;
            Item named = new Item(item.id(), name, item.type(), false);
            made.add(new Quotient(named, Joining.SUM, over, vote.whole(), times));
        }
        return inner.with(new Deriving(vote.asked(), made));
    }

    private String measureName(Item item) {
        return !item.name().isEmpty()
                ? item.name()
                : marks ? "满意度" : weights.size() == 1 ? weights.get(0).name() + "率" : "满意率";
    }

    private List<String> shareOf() {
        return then.alsoShareOf();
    }

    @Override
    public Text sentence(Vote vote) {
        List<Text> said = weights.stream()
                .map(one -> Text.of(marks ? one.name() + " " + one.number() : one.name()))
                .toList();
        Text list = Text.join(said, "、", ", ");
        Text measure = marks
                ? Text.of(
                        "每票计：%s，按%s平均",
                        "mean of a ballot's marks (%s) over %s", list, vote.of().words())
                : Text.of(
                        "选票分%3$s，其中%1$s票占%2$s的百分比",
                        "of the ballots (%3$s) the share of %1$s in %2$s, in percent",
                        list,
                        vote.of().words(),
                        Text.list(vote.options()));
        return measure.plus(Text.of("：", ": ")).plus(then.sentence());
    }
}
