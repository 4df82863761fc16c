package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Deriving.Share;
import guifan.source.Fields;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ballots become a rate, a weighted score or a grade by majority (满意度测评、民主评议).
 *
 * @param options what a ballot may say, from the best down
 * @param of what the ballots are compared with
 * @param leftOut options that do not count among the valid ballots, such as 不了解
 * @param invalid whether invalid ballots are asked about
 * @param issued whether the ballots handed out are asked about
 * @param outcome what is made of the ballots
 * @param quorum how many have to vote, or null
 * @param whenVoid what a void vote counts as
 */
public record Vote(
        List<String> options,
        Of of,
        List<String> leftOut,
        boolean invalid,
        boolean issued,
        VoteOutcome outcome,
        @Nullable Quorum quorum,
        Fallback whenVoid)
        implements Rule {

    /** What ballots are compared with. */
    public enum Of {
        MEMBERS("members", "全体人数", "全体成员", "all members"),
        PRESENT("present", "到会人数", "到会人员", "those present"),
        VALID("valid", "", "有效票", "the valid ballots");

        static final Map<String, Of> WORDS = Map.of("members", MEMBERS, "present", PRESENT, "valid", VALID);

        private final String id;
        private final String column;
        private final String zh;
        private final String en;

        Of(String id, String column, String zh, String en) {
            this.id = id;
            this.column = column;
            this.zh = zh;
            this.en = en;
        }

        Text words() {
            return new Text(zh, en);
        }
    }

    /**
     * How many have to vote.
     *
     * @param share the least share of those asked, at most 1
     * @param of who is asked; {@link Of#VALID} for those who were handed a ballot
     * @param valid whether only valid ballots count
     */
    public record Quorum(Rational share, Of of, boolean valid) {

        String asked() {
            return of == Of.VALID ? ISSUED : of.id;
        }
    }

    static final String INVALID = "invalid";
    static final String ISSUED = "issued";

    /** The kind as standards name it. */
    public static final RuleKind KIND =
            new RuleKind("vote", Text.of("按投票结果计分", "points by the ballots of a vote"), Vote::read);

    /** Returns whether {@code id} is that of a number beside the options: of people, or of other ballots. */
    static boolean isOther(String id) {
        return isWhole(id) || id.equals(INVALID);
    }

    private static boolean isWhole(String id) {
        return id.equals(ISSUED) || Of.WORDS.containsKey(id);
    }

    private static Vote read(Fields fields, Worth worth) {
        return new VoteReader(fields, worth).read();
    }

    @Override
    public RuleKind kind() {
        return KIND;
    }

    @Override
    public Shape shape() {
        return Shape.ITEMS;
    }

    /** Returns what is filled in. */
    List<Item> asked() {
        Map<String, String> names = new LinkedHashMap<>();
        if (of != Of.VALID) {
            names.put(of.id, of.column);
        }
        if (quorum != null && quorum.of() != Of.VALID) {
            names.put(quorum.of().id, quorum.of().column);
        }
        if (issued) {
            names.put(ISSUED, "发出票数");
        }
        options.forEach(option -> names.put(option, option));
        if (invalid) {
            names.put(INVALID, "无效票");
        }
        return names.entrySet().stream()
                .map(one -> new Item(one.getKey(), one.getValue(), MeasureType.count(), false))
                .toList();
    }

    /** Returns what stands under the line. */
    List<Share> whole() {
        return of != Of.VALID ? List.of(new Share(of.id, Rational.ONE)) : valid();
    }

    private List<Share> valid() {
        return options.stream()
                .filter(option -> !leftOut.contains(option))
                .map(option -> new Share(option, Rational.ONE))
                .toList();
    }

    @Override
    public Form form() {
        return outcome.form(this);
    }

    private Rational ballots(Map<String, Rational> measures) {
        Rational sum = measures.getOrDefault(INVALID, Rational.ZERO);
        for (String option : options) {
            sum = sum.plus(measures.getOrDefault(option, Rational.ZERO));
        }
        return sum;
    }

    @Override
    public List<Complaint> complaints(Map<String, Rational> measures) {
        List<Complaint> complaints = new ArrayList<>();
        for (Item item : asked()) {
            @Nullable Rational most = isWhole(item.id()) ? measures.get(item.id()) : null;
            Rational ballots = ballots(measures);
            if (most != null && ballots.compareTo(most) > 0) {
                complaints.add(new Complaint(
                        item.id(),
                        "too-many-ballots",
                        Text.of(
                                "收回 %s 票，多于%s %s，投票无效",
                                "%s ballots are more than %s %s: the vote is void", ballots, item.name(), most)));
            }
        }
        return complaints;
    }

    @Override
    public Optional<Fallback> fallback(Map<String, Rational> measures) {
        return sum(whole(), measures).isZero() || isTooFew(measures) ? Optional.of(whenVoid) : Optional.empty();
    }

    private boolean isTooFew(Map<String, Rational> measures) {
        if (quorum == null) {
            return false;
        }
        @Nullable Rational asked = measures.get(quorum.asked());
        Rational cast = quorum.valid() ? sum(valid(), measures) : ballots(measures);
        return asked != null && cast.compareTo(asked.times(quorum.share())) < 0;
    }

    private static Rational sum(List<Share> shares, Map<String, Rational> measures) {
        return shares.stream()
                .map(share -> measures.getOrDefault(share.item(), Rational.ZERO))
                .reduce(Rational.ZERO, Rational::plus);
    }

    /** How many people vote: enough for halves, tenths of a percent and thirds. */
    private static final int[] VOTERS = {1000, 300};

    @Override
    public List<Map<String, Rational>> leadingTo(Rational mark) {
        List<Map<String, Rational>> answers = new ArrayList<>();
        for (int voters : VOTERS) {
            for (String one : options) {
                for (String other : options) {
                    for (int i = 0; i <= voters && !one.equals(other); i++) {
                        answers.add(ballots(voters, Map.of(one, i, other, voters - i)));
                    }
                }
            }
        }
        return answers;
    }

    @Override
    public List<Map<String, Rational>> aboutResult() {
        Rational voters = Rational.of(VOTERS[0]);
        List<Map<String, Rational>> answers = new ArrayList<>(List.of(ballots(0, Map.of())));
        if (quorum != null) {
            int least = voters.times(quorum.share()).ceiling().intValueExact();
            answers.add(ballots(VOTERS[0], Map.of(options.get(0), least - 1)));
            answers.add(ballots(VOTERS[0], Map.of(options.get(0), least)));
        }
        return answers;
    }

    /** Returns ballots of {@code voters} people, none for the options that are not named. */
    private Map<String, Rational> ballots(int voters, Map<String, Integer> cast) {
        Map<String, Rational> ballots = new LinkedHashMap<>();
        for (Item item : asked()) {
            ballots.put(item.id(), Rational.of(isWhole(item.id()) ? voters : cast.getOrDefault(item.id(), 0)));
        }
        return ballots;
    }

    @Override
    public Text sentence() {
        Text said = outcome.sentence(this);
        if (!leftOut.isEmpty()) {
            said = said.plus(Text.of("；%s票不计入有效票", "; %s does not count as valid", Text.list(leftOut)));
        }
        if (invalid) {
            said = said.plus(Text.of("；无效票不计入有效票", "; invalid ballots are not valid"));
        }
        return quorum == null
                ? said
                : said.plus(Text.of(
                        "；%4$s不足%1$s %2$s 的，投票无效（%3$s）",
                        "; void if fewer than %2$s of %1$s %5$s (%3$s)",
                        quorum.of() == Of.VALID
                                ? Text.of("发出票数的", "the ballots handed out")
                                : quorum.of().words().plus(Text.of("的", "")),
                        quorum.share(),
                        switch (whenVoid) {
                            case ERROR -> new Text("不能评分", "no score");
                            case ZERO -> new Text("计 0 分", "0");
                            case EXCLUDE -> new Text("不计入", "left out");
                            case FULL -> new Text("计满分", "full points");
                        },
                        quorum.valid() ? "有效票" : "收回的票",
                        quorum.valid() ? "cast a valid one" : "vote"));
    }
}
