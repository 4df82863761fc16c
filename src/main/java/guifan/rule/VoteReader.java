package guifan.rule;

import guifan.number.Rational;
import guifan.rule.Rule.Fallback;
import guifan.rule.Vote.Of;
import guifan.rule.Vote.Quorum;
import guifan.source.Fields;
import guifan.source.NamedNumber;
import guifan.source.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Vote}, and finds what its text says twice or leaves open. */
final class VoteReader {

    static final Map<String, Fallback> FALLBACKS =
            Map.of("error", Fallback.ERROR, "zero", Fallback.ZERO, "exclude", Fallback.EXCLUDE, "full", Fallback.FULL);

    private final Fields fields;
    private final Worth worth;

    VoteReader(Fields fields, Worth worth) {
        this.fields = fields;
        this.worth = worth;
    }

    Vote read() {
        List<String> options = fields.texts("options");
        if (options.size() < 2 || new HashSet<>(options).size() < options.size()) {
            fields.error(
                    "vote-options", "options", Text.of("至少要有两个不同的选项", "at least two different options are needed"));
        }
        options.stream()
                .filter(Vote::isOther)
                .forEach(option -> fields.error(
                        "vote-options",
                        "options",
                        Text.of(
                                "“%s”另有含义（人数、发出票数、无效票），选项请用别的名称",
                                "\"%s\" means another number of the vote; give the option another name", option)));
        Of of = fields.requiredChoice("of", Of.WORDS, Of.VALID);
        List<String> leftOut = known("leave-out", fields.texts("leave-out"), options);
        if (!leftOut.isEmpty() && of != Of.VALID) {
            fields.error(
                    "vote-options",
                    "leave-out",
                    Text.of(
                            "只有按有效票计算时才能不计入某种票（of: valid）",
                            "only of the valid ballots can some be left out (of: valid)"));
        }
        boolean issued = fields.flag("issued");
        @Nullable
        Quorum quorum = fields.optionalPositive("quorum")
                .map(share -> quorum(share, of, issued))
                .orElse(null);
        Fallback whenVoid = quorum == null
                ? fields.choice("when-void", FALLBACKS, Fallback.ERROR)
                : fields.requiredChoice("when-void", FALLBACKS, Fallback.ERROR);
        boolean invalid = fields.flag("invalid");
        return new Vote(options, of, leftOut, invalid, issued, outcome(options, leftOut), quorum, whenVoid);
    }

    private Quorum quorum(Rational share, Of of, boolean issued) {
        Of usual = issued ? Of.VALID : of;
        Of asked = fields.has("quorum-of")
                ? fields.choice("quorum-of", Map.of("members", Of.MEMBERS, "present", Of.PRESENT), usual)
                : usual;
        if ((asked == Of.VALID && !issued) || share.compareTo(Rational.ONE) > 0) {
            fields.error(
                    "quorum",
                    "quorum",
                    Text.of(
                            "应为不大于 1 的份额（如 2/3），并要知道发出的票数（issued: true）或人数（quorum-of: members）",
                            "a share of at most 1 (such as 2/3), of the ballots handed out (issued: true) or of people"
                                    + " (quorum-of: members)"));
        }
        boolean valid = fields.has("quorum-counts")
                && fields.choice("quorum-counts", Map.of("ballots", false, "valid", true), false);
        return new Quorum(share, asked, valid);
    }

    private List<String> known(String key, List<String> words, List<String> options) {
        words.stream()
                .filter(word -> !options.contains(word))
                .forEach(word -> fields.error(
                        "vote-options", key, Text.of("“%s”不是选项", "\"%s\" is not among the options", word)));
        return words;
    }

    private VoteOutcome outcome(List<String> options, List<String> leftOut) {
        List<String> ways =
                Stream.of("satisfied", "marks", "majority").filter(fields::has).toList();
        if (ways.size() != 1) {
            fields.error(
                    "vote-outcome",
                    ways.isEmpty() ? "kind" : ways.get(1),
                    Text.of(
                            "应有且只有一个：satisfied（按比率）、marks（按加权分）、majority（按过半数）",
                            "one of satisfied (a rate), marks (a weighted score) and majority is needed"));
        }
        List<String> counted =
                options.stream().filter(option -> !leftOut.contains(option)).toList();
        return fields.has("majority") ? majority(counted) : rated(counted);
    }

    private VoteRate rated(List<String> counted) {
        boolean marks = fields.has("marks");
        List<NamedNumber> weights = new ArrayList<>();
        if (marks) {
            weights.addAll(fields.pairs("marks"));
            everyOption("marks", weights, counted);
        } else {
            for (String option : known("satisfied", fields.texts("satisfied"), counted)) {
                weights.add(new NamedNumber(option, Rational.ONE, fields.place("satisfied")));
            }
        }
        Rational least =
                weights.stream().map(NamedNumber::number).reduce(Rational::min).orElse(Rational.ZERO);
        Rational most =
                weights.stream().map(NamedNumber::number).reduce(Rational::max).orElse(Rational.ONE);
        MeasureType type = marks ? MeasureType.decimal().within(least, most) : MeasureType.percent();
        Fields then = fields.section("then");
        Optional<Rule> rule = Rule.read(then, new Worth(worth.points(), marks ? "" : "%", type, worth.facts()));
        rule.ifPresent(read -> {
            List<String> shares = read.alsoShareOf();
            known("then", shares, counted);
            boolean sound = read.shape() == Rule.Shape.SINGLE || !shares.isEmpty();
            if (!sound) {
                then.error(
                        "vote-then", "kind", Text.of("只能是按一个数计分的规则", "only a rule on a single number can stand here"));
            }
        });
        return new VoteRate(List.copyOf(weights), marks, rule.orElse(new Bands(List.of(), type, "")));
    }

    private VoteMajority majority(List<String> counted) {
        boolean overHalf = fields.requiredChoice("majority", Map.of("half", false, "over-half", true), false);
        List<NamedNumber> points = new ArrayList<>(fields.points("points"));
        everyOption("points", points, counted);
        points.removeIf(one -> !counted.contains(one.name()));
        points.sort(Comparator.comparing(one -> counted.indexOf(one.name())));
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).number().compareTo(points.get(i - 1).number()) > 0) {
                fields.error(
                        "vote-order",
                        "points",
                        Text.of(
                                "选项应从好到差：“%s”的分高于“%s”",
                                "options go from the best down: \"%s\" gives more than \"%s\"",
                                points.get(i).name(),
                                points.get(i - 1).name()));
            }
        }
        if (fields.has("otherwise")) {
            boolean halfIncluded =
                    fields.requiredChoice("otherwise", Map.of("half-or-less", true, "below-half", false), !overHalf);
            checkHalf(overHalf, halfIncluded);
        }
        if (points.isEmpty()) {
            points.add(
                    new NamedNumber("", Rational.ZERO, fields.place("points"))); // told above; a stand-in to go on with
        }
        return new VoteMajority(overHalf, List.copyOf(points));
    }

    /** The clause on the votes without majority must end where the clause on those with it begins. */
    private void checkHalf(boolean overHalf, boolean halfIncluded) {
        if (!overHalf && halfIncluded) {
            fields.error(
                    "vote-contradiction",
                    "otherwise",
                    Text.of(
                            "恰好半数时两条都成立：“半数以上”（majority: half）说达到，“不足半数（含半数）”说未达到",
                            "at exactly half both clauses hold: \"majority: half\" says reached, \"otherwise:"
                                    + " half-or-less\" says not"));
        } else if (overHalf && !halfIncluded) {
            fields.error(
                    "vote-gap",
                    "otherwise",
                    Text.of(
                            "恰好半数时没有规定：“过半数”不包括它，“不足半数”也不包括它",
                            "nothing is said at exactly half: \"over-half\" leaves it out, and so does"
                                    + " \"below-half\""));
        }
    }

    private void everyOption(String key, List<NamedNumber> pairs, List<String> counted) {
        List<String> named = pairs.stream().map(NamedNumber::name).toList();
        known(key, named, counted);
        counted.stream()
                .filter(option -> !named.contains(option))
                .forEach(option ->
                        fields.error("vote-options", key, Text.of("没有写“%s”", "nothing is said of \"%s\"", option)));
    }
}
