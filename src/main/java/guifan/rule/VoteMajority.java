package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Deriving.Quotient;
import guifan.rule.Deriving.Share;
import guifan.source.NamedNumber;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * A grade by cumulative majority: the first option that, with all better ones, has it.
 *
 * @param overHalf whether exactly half is not enough (过半数), otherwise it is (半数以上)
 * @param points by option, from the best down; the last is for votes without majority
 */
public record VoteMajority(boolean overHalf, List<NamedNumber> points) implements VoteOutcome {

    @Override
    public Form form(Vote vote) {
        List<Quotient> made = new ArrayList<>();
        List<Form.Part> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < points.size() - 1; i++) {
            names.add(points.get(i).name());
            Item share = new Item("share-" + (i + 1), String.join("＋", names), MeasureType.percent(), false);
            List<Share> over =
                    names.stream().map(name -> new Share(name, Rational.ONE)).toList();
            made.add(new Quotient(share, Joining.SUM, over, vote.whole(), Rational.HUNDRED));
            Rational more = points.get(i).number().minus(points.get(i + 1).number());
            Curve none = Curve.constant(Rational.ZERO);
            Rational half = Rational.of(50);
            parts.add(new Form.Part(
                    share,
                    overHalf ? none.thenAfter(half, more, Rational.ZERO) : none.then(half, more, Rational.ZERO)));
        }
        Rational least = points.get(points.size() - 1).number();
        return new Form(parts, least, null, Rational.ZERO, null).with(new Deriving(vote.asked(), made));
    }

    @Override
    public Text sentence(Vote vote) {
        List<Text> said = new ArrayList<>();
        String soFar = "";
        for (int i = 0; i < points.size(); i++) {
            NamedNumber one = points.get(i);
            soFar = soFar.isEmpty() ? one.name() : soFar + "＋" + one.name();
            boolean last = i == points.size() - 1;
            said.add(
                    last
                            ? Text.of("否则为%s，得 %s 分", "otherwise %s: %s", one.name(), one.number())
                            : Text.of(
                                    "%1$s票%2$s的为%3$s，得 %4$s 分",
                                    "%3$s with %1$s of %2$s: %4$s", soFar, majority(vote), one.name(), one.number()));
        }
        return Text.join(said, "；", "; ");
    }

    private Text majority(Vote vote) {
        return overHalf
                ? Text.of("超过%s半数", "more than half of %s", vote.of().words())
                : Text.of("达到%s半数以上（含半数）", "half or more of %s", vote.of().words());
    }
}
