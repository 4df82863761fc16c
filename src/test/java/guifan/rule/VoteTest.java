package guifan.rule;

import static guifan.rule.RuleText.measures;
import static guifan.rule.RuleText.number;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.rule.Rule.Complaint;
import guifan.rule.Rule.Fallback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoteTest {

    private static final String MAJORITY =
            "{kind: vote, options: [好, 中, 差], points: {好: 10, 中: 6, 差: 0}, of: members, majority: ";
    private static final String RATE =
            "{kind: vote, options: [好, 差, 不了解], satisfied: [好], then: {kind: bands, bands: [{at-least: 50, points:"
                    + " 10}, {otherwise: true, points: 0}]}, ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # 镇海: 29 present of 35 or 34 members
        half      | members=35 好=17 中=11 差=1 | 6
        half      | members=34 好=17 中=11 差=1 | 10
        over-half | members=34 好=17 中=11 差=1 | 6
        over-half | members=33 好=17 中=11 差=1 | 10
        # exactly half together
        half      | members=34 好=10 中=7 差=12 | 6
        over-half | members=34 好=10 中=7 差=12 | 0
        half      | members=35 好=10 中=7 差=12 | 0
        half      | members=3 好=0 中=0 差=3    | 0
        """)
    void aMajorityIsOfAllMembers(String majority, String ballots, String score) {
        assertScore(MAJORITY + majority + "}", ballots, score);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        of: present                             | present=10 好=5 差=1 不了解=1 | 10
        of: present                             | present=11 好=5 差=1 不了解=1 | 0
        of: valid                               | 好=5 差=4 不了解=2           | 0
        'of: valid, leave-out: [不了解]'        | 好=5 差=4 不了解=2           | 10
        'of: valid, invalid: true'              | 好=5 差=4 不了解=1 invalid=9 | 10
        """)
    void aRateIsOfWhomTheTextSays(String of, String ballots, String score) {
        assertScore(RATE + of + "}", ballots, score);
    }

    @ParameterizedTest
    @CsvSource({"好=1 中=1 差=1, 22/3", "好=3 中=0 差=0, 10", "好=0 中=0 差=7, 3", "好=1 中=0 差=0, 10"})
    void marksAreAveraged(String ballots, String score) {
        String yaml = "{kind: vote, options: [好, 中, 差], of: valid, marks: {好: 100, 中: 90, 差: 30}, "
                + "then: {kind: proportional, full-at: 100}}";
        assertScore(yaml, ballots, score);
    }

    @Test
    void moreBallotsThanMembersAreRefused() {
        Rule rule = new RuleText("10", "票", MAJORITY + "half}").rule();
        assertThat(rule.complaints(measures(rule.form(), "members=10 好=5 中=5 差=0")))
                .isEmpty();
        assertThat(rule.complaints(measures(rule.form(), "members=10 好=5 中=5 差=1")))
                .extracting(Complaint::item, Complaint::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("members", "too-many-ballots"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        issued=60 好=40 差=0 不了解=0 |
        issued=60 好=39 差=0 不了解=0 | ZERO
        issued=61 好=40 差=0 不了解=0 | ZERO
        issued=0 好=0 差=0 不了解=0   | ZERO
        """)
    void tooFewBallotsMakeAVoteVoid(String ballots, Fallback fallback) {
        Rule rule = new RuleText("10", "票", RATE + "of: valid, issued: true, quorum: 2/3, when-void: zero}").rule();
        assertThat(rule.fallback(measures(rule.form(), ballots)).orElse(null)).isEqualTo(fallback);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # valid ballots of all members: 不了解 and invalid ones do not count
        valid   | members=100 好=50 差=0 不了解=30 invalid=20 |
        valid   | members=100 好=49 差=0 不了解=31 invalid=20 | EXCLUDE
        valid   | members=101 好=50 差=0 不了解=0 invalid=0   | EXCLUDE
        ballots | members=100 好=20 差=0 不了解=10 invalid=20 |
        ballots | members=100 好=20 差=0 不了解=10 invalid=19 | EXCLUDE
        """)
    void aRateOfValidBallotsMayNeedAQuorumOfAllMembers(String counts, String ballots, Fallback fallback) {
        String quorum = "of: valid, leave-out: [不了解], invalid: true, quorum: 1/2, quorum-of: members, ";
        Rule rule =
                new RuleText("10", "票", RATE + quorum + "quorum-counts: " + counts + ", when-void: exclude}").rule();
        assertThat(rule.fallback(measures(rule.form(), ballots)).orElse(null)).isEqualTo(fallback);
        assertThat(rule.sentence().zh()).contains("不足全体成员的 0.5 的，投票无效");
    }

    @Test
    void noValidBallotAtAllHasNoRate() {
        Rule rule = new RuleText("10", "票", RATE + "of: valid, leave-out: [不了解]}").rule();
        assertThat(rule.fallback(measures(rule.form(), "好=0 差=0 不了解=5"))).contains(Fallback.ERROR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {kind: vote, options: [好, 中], points: {好: 10, 中: 0}, of: members, majority: half, otherwise: half-or-less}   | vote-contradiction
        {kind: vote, options: [好, 中], points: {好: 10, 中: 0}, of: members, majority: over-half, otherwise: below-half} | vote-gap
        {kind: vote, options: [好, 中], points: {好: 10, 中: 0}, of: members}                                            | vote-outcome unknown-key missing-key
        {kind: vote, options: [好, 中], points: {好: 10}, of: members, majority: half}                                   | vote-options
        {kind: vote, options: [好, 中], points: {好: 0, 中: 10}, of: members, majority: half}                            | vote-order
        {kind: vote, options: [好, 好], points: {好: 10}, of: members, majority: half}                                   | vote-options
        {kind: vote, options: [好, 中], points: {好: 10, 中: 0}, majority: half}                                         | missing-key
        {kind: vote, options: [好, present], points: {好: 10, present: 0}, of: members, majority: half}                  | vote-options
        {kind: vote, options: [invalid, issued], points: {invalid: 10, issued: 0}, of: members, majority: half}          | vote-options vote-options
        {kind: vote, options: [好, 中], points: {好: 10, 中: 0}, of: members, majority: half, leave-out: [中]}           | vote-options vote-options
        {kind: vote, options: [好, 中], satisfied: [优], of: valid, then: {kind: yes-no}}                                | vote-options
        {kind: vote, options: [好, 中], satisfied: [好], of: valid, quorum: 1/2, when-void: zero, then: {kind: proportional, full-at: 100}} | quorum
        {kind: vote, options: [好, 中], satisfied: [好], of: members, quorum: 1/2, then: {kind: proportional, full-at: 100}} | missing-key
        {kind: vote, options: [好, 中], marks: {好: 100}, of: valid, then: {kind: proportional, full-at: 100}}           | vote-options
        """)
    void whatIsWrongWithAVoteIsToldByItsCode(String yaml, String codes) {
        assertThat(new RuleText("10", "票", yaml).complaints()).containsExactlyInAnyOrder(codes.split(" "));
    }

    private static void assertScore(String yaml, String ballots, String score) {
        Form form = new RuleText("10", "票", yaml).rule().form();
        assertThat(form.score(measures(form, ballots)).score()).as(yaml).isEqualTo(number(score));
        assertThat(form.most()).contains(number("10"));
    }
}
