package guifan.rule;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Language;
import guifan.source.Text;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sentence of a rule goes into letters, so it must leave out no number and no name that the standard states. */
class SentenceTest {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?");
    private static final Pattern NAME = Pattern.compile("\\p{IsHan}+");
    private static final String ITEMS = "items: [{id: a, name: 场所}, {id: b, name: 设备}, {id: c, name: 经费}]";

    static List<RuleText> rules() {
        return List.of(
                new RuleText("7.31", "-", "{kind: yes-no}"),
                new RuleText("-", "-", "{kind: yes-no, points: 0.73}"),
                new RuleText("7.31", "次", "{kind: count, each: 1.7}"),
                new RuleText("7.31", "-", "{kind: count, each: 1.7, cap: 7.31}"),
                new RuleText("-", "项", "{kind: count, each: 1.7}"),
                new RuleText("7.31", "次", "{kind: shortfall, target: 13, loses: 0.57}"),
                new RuleText("7.31", "-", "{kind: shortfall, target: 13, loses: 0.57}"),
                new RuleText("7.31", "件", "{kind: deduct, each: 0.57}"),
                new RuleText("7.31", "-", "{kind: deduct, each: 0.57}"),
                new RuleText(
                        "7.31", "%", "{kind: linear, full-at: 93.5, loses: 0.57, per: 2.5, part-of-step: pro-rata}"),
                new RuleText("7.31", "户", "{kind: linear, full-at: 41, loses: 0.57, per: 3, part-of-step: begun}"),
                new RuleText(
                        "7.31",
                        "%",
                        "{kind: linear, full-at: 93.5, loses: 0.57, per: 2.5, part-of-step: full-steps, zero-below: 61.2}"),
                new RuleText(
                        "7.31", "-", "{kind: linear, full-at: 93, loses: 0.57, part-of-step: begun, zero-below: 61}"),
                new RuleText(
                        "7.31",
                        "%",
                        "{kind: linear, target: 61.5, gains: 0.43, gains-at-most: 1.29, loses: 0.57, per: 2.5, part-of-step: begun}"),
                new RuleText(
                        "7.31",
                        "户",
                        "{kind: linear, target: 41, at-target: 5.2, gains: 0.43, gains-at-most: none, loses: 0.57, per: 3, floor: none, part-of-step: pro-rata}"),
                new RuleText(
                        "7.31",
                        "%",
                        "{kind: linear, target: 61.5, gains: 0.43, gains-at-most: points, loses: 0.57, per: 12.5%, floor: -2.6, part-of-step: full-steps}"),
                new RuleText("7.31", "户", "{kind: proportional, full-at: 29, cap: none}"),
                new RuleText("7.31", "%", "{kind: proportional, full-at: 83.5}"),
                new RuleText("7.31", "户", "{kind: proportional, full-at: 29}"),
                new RuleText(
                        "7.31",
                        "%",
                        "{kind: bands, bands: [{at-least: 83.5, points: 7.31}, {at-least: 41, points: 3.9}, {otherwise: true, points: 0.17}]}"),
                new RuleText("7.31", "-", "{kind: bands, bands: [{at-least: 0, points: 7.31}]}"),
                new RuleText(
                        "7.31",
                        "户",
                        "{kind: bands, bands: [{otherwise: true, points: 1.1}, {at-least: 19, points: 7.31}]}"),
                new RuleText("7.31", "次", "{kind: steps, steps: {0: 0.17, 4: 3.9, 11: 7.31}}"),
                new RuleText("7.31", "-", "{kind: level, values: {五星: 7.31, 四星: 5.3, 三星: 2.9, 无: 0}}"),
                new RuleText("7.5", "分", "{kind: given, step: 1.25}"),
                new RuleText("7.31", "-", "{kind: given}"),
                new RuleText("7.31", "-", "{kind: checklist, " + ITEMS + "}"),
                new RuleText("7.2", "-", "{kind: checklist, each: 2.4, late-loses: 0.9, " + ITEMS + "}"),
                new RuleText("7.31", "-", "{kind: checklist, missing-loses: 1.9, " + ITEMS + "}"),
                new RuleText("7.31", "-", "{kind: checklist, missing-loses: 1.9, late-loses: 0.45, " + ITEMS + "}"),
                new RuleText("7.31", "-", "{kind: checklist, met: {3: 7.31, 2: 4.7, 0: 0.3}, " + ITEMS + "}"),
                new RuleText("7.31", "-", "{kind: checklist, all: true, " + ITEMS + "}"),
                new RuleText(
                        "7.31",
                        "-",
                        "{kind: checklist, items: [{id: a, name: 预算, may-not-arise: true}, {id: b, name: 决算}]}"),
                new RuleText("7.31", "篇", "{kind: levels, values: {台山: 0.23, 江门: 0.47, 省: 0.89}}"),
                new RuleText("-", "-", "{kind: levels, values: {台山: 0.23, 省: 0.89}, cap: 2.6}"),
                new RuleText(
                        "7.31",
                        "件",
                        "{kind: deduct-by-class, classes: [{id: unfinished, name: 未完成, each: 0.53}, {id: late, name: 逾期, each: 0.29}]}"),
                new RuleText("7.31", "-", "{kind: rank, loses: 1.7, floor: 0.9}"),
                new RuleText("731", "-", "{kind: rank, better: lower, last: 512, ties: dense, within: kind}"),
                new RuleText("7.31", "-", "{kind: share-of-best}"),
                new RuleText("7.31", "-", "{kind: share-of-best, better: lower, within: kind}"),
                new RuleText("7.31", "-", "{kind: normalise, when-equal: half}"),
                new RuleText("7.31", "-", "{kind: normalise, low: 2.9, high: 84.3, better: lower}"),
                new RuleText("7.31", "-", "{kind: normalise, low: 2.9, high: 84.3, log: true, digits: 14}"),
                new RuleText("7.31", "-", "{kind: z-score, mean-gives: 4.4, deviation-gives: 1.3, digits: 12}"),
                new RuleText(
                        "7.31",
                        "-",
                        "{kind: z-score, mean-gives: 4.4, deviation-gives: 1.3, digits: 12, deviation: sample}"),
                new RuleText(
                        "7.31",
                        "%",
                        "{kind: bands, measure: 优秀票率, second: {id: weak, name: 较差票率, measured-in: \"%\"}, bands: [{at-least: 83.5, points: 7.31}, {otherwise: true, by-second: [{at-least: 31.5, points: 1.9}, {otherwise: true, points: 3.7}]}]}"),
                new RuleText(
                        "7.31",
                        "%",
                        "{kind: bands, measure: 出勤率, mark: {name: 评定分, step: 0.17}, bands: [{at-least: 83.5, points: {from: 4.1, to: 7.31}}, {otherwise: true, points: {from: 0.9, to: 3.3}}]}"),
                new RuleText(
                        "7.31",
                        "票",
                        "{kind: vote, options: [满意, 一般, 差, 不了解], of: valid, leave-out: [不了解], invalid: true, satisfied: [满意, 一般], then: {kind: linear, full-at: 93.5, loses: 0.57, per: 2.5, part-of-step: pro-rata}}"),
                new RuleText(
                        "7.31",
                        "票",
                        "{kind: vote, options: [满意, 一般, 差], of: members, quorum: 0.83, when-void: zero, marks: {满意: 97, 一般: 71, 差: 29}, then: {kind: proportional, full-at: 83}}"),
                new RuleText(
                        "7.31",
                        "票",
                        "{kind: vote, options: [满意, 一般, 差], of: present, majority: over-half, points: {满意: 7.31, 一般: 3.7, 差: 0.9}}"),
                new RuleText(
                        "-",
                        "项",
                        "{kind: levels, values: {国家: 2.3, 省: 1.7}, others-count: [0.55, 0.21], shared: {name: 合写, counts: 0.47}, cap: 5.9}"),
                new RuleText("-", "项", "{kind: levels, values: {国家: 2.3, 省: 1.7}, stacking: allowed, caps: {省: 3.4}}"),
                new RuleText(
                        "7.31",
                        "次",
                        "{kind: deduct, each: 0.57, measure: 差错, multiplied-when: {name: 被指出, times: 2.5}}"),
                new RuleText(
                        "7.3",
                        "-",
                        "{kind: parts, cap: 7.3, parts: [{id: a, name: 计划, points: 2.7, rule: {kind: yes-no}}, {id: b, name: 次数, points: 5.1, measured-in: 次, rule: {kind: shortfall, target: 13}, only-if: {part: a}}, {id: c, name: 差错, takes-away: true, rule: {kind: count, each: 0.29}}]}"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyNumberOfTheRuleIsSaidInBothLanguages(RuleText text) {
        Set<String> fields = found(NUMBER, text.yaml());
        for (Language language : Language.values()) {
            String sentence = text.rule().sentence().in(language);
            assertThat(found(NUMBER, sentence)).as(sentence).containsAll(fields);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyNameOfAnItemOrLevelIsSaidInBothLanguages(RuleText text) {
        for (Language language : Language.values()) {
            String sentence = text.rule().sentence().in(language);
            assertThat(found(NAME, text.yaml()))
                    .as(sentence)
                    .allSatisfy(name -> assertThat(sentence).contains(name));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void nothingIsLeftUnfilledOrPrintedAsAProgramWould(RuleText text) {
        Text sentence = text.rule().sentence();
        for (String said : List.of(sentence.zh(), sentence.en())) {
            assertThat(said)
                    .isNotBlank()
                    .doesNotContain("%s", "$s", "null", "Optional", "Rational", "Text[", "  ", "E-", "E+");
        }
    }

    @Test
    void everyKindIsAmongTheSentences() {
        assertThat(rules().stream().map(text -> text.rule().kind()).distinct().toList())
                .containsExactlyElementsOf(Rule.kinds());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # what is derived from the points is said as well
                    3 | 次 | {kind: count, each: 1}      | 每次计 1 分，最高 3 分 | 1 for each 次, at most 3
                    4 | 次 | {kind: shortfall, target: 2} | 达到 2 次得 4 分，每少 1 次扣 2 分，扣完为止 | 4 at 2 次 or more; each one short loses 2, not below 0
                    1 | 次 | {kind: shortfall, target: 3} | 达到 3 次得 1 分，每少 1 次扣 ≈0.3333 分，扣完为止 | 1 at 3 次 or more; each one short loses ≈0.3333, not below 0
                    3 | %  | {kind: linear, full-at: 100, loses: 0.3, part-of-step: pro-rata} | 达到 100% 得 3 分，每低 1 个百分点扣 0.3 分，扣完为止（不足部分按比例扣） | 3 from 100% on; each 1 percentage point below loses 0.3, not below 0 (parts of a step pro rata)
                    # levels of equal points keep the order of the standard, whichever way it goes
                    2 | -  | {kind: level, values: {二星: 2, 一星: 0, 无: 0}} | 二星得 2 分，一星得 0 分，无得 0 分 | 二星: 2, 一星: 0, 无: 0
                    2 | -  | {kind: level, values: {无: 0, 一星: 0, 二星: 2}} | 二星得 2 分，一星得 0 分，无得 0 分 | 二星: 2, 一星: 0, 无: 0
                    # what may not arise
                    2 | -  | '{kind: checklist, items: [{id: a, name: 预算, may-not-arise: true}, {id: b, name: 决算}]}' | 共 2 项，每项 1 分：预算、决算；可不涉及（分值由其余项分担）：预算 | 2 items, 1 each: 预算, 决算; need not arise (the others then share its points): 预算
                    # no figure touches a word, whether or not the measure has a unit
                    4 | -  | {kind: shortfall, target: 2} | 达到 2 得 4 分，每少 1 扣 2 分，扣完为止 | 4 at 2 or more; each one short loses 2, not below 0
                    2 | -  | {kind: deduct, each: 0.5}    | 满分 2 分，每 1 扣 0.5 分，扣完为止 | 2, less 0.5 for each, not below 0
                    2 | 户 | {kind: linear, full-at: 9, loses: 1, per: 3, part-of-step: full-steps, zero-below: 4} | 达到 9 户得 2 分，每低 3 户扣 1 分，扣完为止（不足 1 步不扣）；低于 4 户不得分 | 2 from 9 户 on; each 3 户 below loses 1, not below 0 (only full steps count); nothing below 4 户
                    2 | -  | {kind: linear, full-at: 9, loses: 1, per: 3, part-of-step: begun, zero-below: 4} | 达到 9 得 2 分，每低 3 扣 1 分，扣完为止（不足 1 步按 1 步扣）；低于 4 不得分 | 2 from 9 on; each 3 below loses 1, not below 0 (a step that has begun counts in full); nothing below 4
                    2 | %  | {kind: linear, full-at: 95, loses: 1, per: 10, part-of-step: begun, zero-below: 80} | 达到 95% 得 2 分，每低 10 个百分点扣 1 分，扣完为止（不足 1 步按 1 步扣）；低于 80% 不得分 | 2 from 95% on; each 10 percentage points below loses 1, not below 0 (a step that has begun counts in full); nothing below 80%
                    """)
    void sentencesReadLikeThoseOfThePaper(String points, String in, String yaml, String zh, String en) {
        assertThat(new RuleText(points, in, yaml).rule().sentence()).isEqualTo(new Text(zh, en));
    }

    @Test
    void aFullWidthPercentSignIsAPercentSign() {
        String yaml = "{kind: linear, full-at: 90, loses: 0.2, part-of-step: begun}";
        assertThat(new RuleText("2", "％", yaml).rule()).isEqualTo(new RuleText("2", "%", yaml).rule());
    }

    private static Set<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
