package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equal hashes of the rules evaluate equally; the hash of the text tells one file from another. */
class HashTest {

    private static final String TEXT = Standards.HEAD + """
            total: 100
            rounding: {final: {scale: 2, mode: half-up}}
            areas:
              - id: first
                name: 第一方面
                points: 60
                indicators:
                  - id: visits
                    name: 视察
                    points: 10
                    measured-in: 次
                    rule: {kind: shortfall, target: 4, loses: 2.5}
                  - id: reply
                    name: 答复率
                    points: 50
                    measured-in: "%"
                    measure: {part: 答复, whole: 应答复, when-zero: full}
                    rule: {kind: linear, full-at: 100, loses: 0.1, per: 1, part-of-step: pro-rata}
                    note: 附注
                    evidence: [台账]
                    basis:
                      - {law: 代表法, text: 2015, article: 42, status: verified}
              - id: second
                name: 第二方面
                points: 40
                indicators:
                  - {id: list, name: 清单, points: 40, rule: {kind: checklist, items: [{id: one, name: 甲}, {id: two, name: 乙}]}}
            adjustments:
              bonus: {cap: 5, items: [{id: plus, name: 加, rule: {kind: count, each: 1}}]}
            facts:
              - {id: veto, name: 否决, type: yes-no}
            """ + Standards.GRADES + "...\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "loses: 2.5 | loses: 2.50",
                "loses: 0.1, | loses: 0.10,",
                "loses: 0.1, | loses: 1/10,",
                "points: 60 | points: \"60.00\"",
                "points: 60 | 'points': 60 # 六十",
                "target: 4, loses: 2.5 | loses: 2.5, target: 4",
                "target: 4, loses: 2.5 | target: 4",
                "at-least: 90 | \"at-least\": 90.0",
                "{name: 优秀, at-least: 90} | {at-least: 90, name: 优秀}",
                "per: 1, | ",
                "total: 100 | `total: 100\nmissing: error`",
                "total: 100 | `total: 100\nnot-applicable: {treat: scale, within: total}`",
                "total: 100 | `total: 100\nranking: {ties: share, chain: []}`",
                "levels: | `by: final\n  compare: rounded\n  levels:`",
                "name: 视察 | `name: 视察\n        applies-to: [街道, 镇]`",
                "name: 视察 | `name: 视察\n        missing: error`",
                "{kind: count, each: 1} | {each: 1.0, kind: count}",
                "title: 试验标准 | title: 另一名称",
                "name: 视察 | name: 调研",
                "note: 附注 | note: 另一附注",
                "evidence: [台账] | evidence: [簿册, 照片]",
                "article: 42, status: verified | article: 43, status: unverified",
                "name: 否决 | name: 一票否决",
                "status: issued | status: draft",
                "provenance: reconstructed | provenance: published",
                "effective: 2020-01-01 | effective: 2021-01-01",
                "effective: 2020-01-01 | `effective: 2020-01-01\nyears: {from: 2019, to: 2022}`"
            })
    void theWritingAndTheProseKeepTheHashOfTheRules(String from, @Nullable String to) {
        String changed = replace(TEXT, from, to == null ? "" : to);
        assertThat(rules(changed)).isEqualTo(rules(TEXT));
        assertThat(textHash(changed)).isNotEqualTo(textHash(TEXT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "loses: 0.1, | loses: 0.11,",
                "full-at: 100 | full-at: 99",
                "part-of-step: pro-rata | part-of-step: begun",
                "when-zero: full | when-zero: exclude",
                "measured-in: \"%\" | `measured-in: \"%\"\n        missing: zero`",
                "name: 视察 | `name: 视察\n        applies-to: [镇]`",
                "id: visits | id: visit",
                "scale: 2 | scale: 1",
                "half-up | half-even",
                "total: 100 | `total: 100\nmissing: zero`",
                "total: 100 | `total: 100\nnot-applicable: {treat: full}`",
                "total: 100 | `total: 100\nnot-applicable: {treat: scale, within: area}`",
                "total: 100 | `total: 100\nranking: {ties: dense}`",
                "total: 100 | `total: 100\nranking: {chain: [{area: first}]}`",
                "cap: 5 | cap: 4",
                "{kind: count, each: 1} | {kind: count, each: 1, cap: 3}",
                "name: 加, | name: 加, evidence-required: true,",
                "type: yes-no | type: yes-no, evidence: 文号",
                "at-least: 80 | at-least: 79.5",
                "levels: | `compare: exact\n  levels:`",
                "levels: | `by: base\n  levels:`",
                "kinds: [镇, 街道] | kinds: [镇]",
                "rule: {kind: shortfall, target: 4, loses: 2.5} | `rule: {kind: shortfall, target: 4, loses: 2.5}\n        variants: {街道: {rule: {kind: shortfall, target: 2}}}`",
                "id: two, name: 乙} | id: two, name: 乙, may-not-arise: true}",
            })
    void whateverDecidesAboutAScoreChangesTheHashOfTheRules(String from, String to) {
        assertThat(rules(replace(TEXT, from, to))).isNotEqualTo(rules(TEXT));
    }

    @Test
    void aVariantWrittenInFullIsTheSameAsItsDifferences() {
        String differences = variants("街道: {rule: {kind: shortfall, target: 2}}");
        String full = variants("街道: {points: 10, measured-in: 场, rule: {kind: shortfall, target: 2, loses: 5}}");
        assertThat(rules(full)).isEqualTo(rules(differences)).isNotEqualTo(rules(TEXT));
    }

    @Test
    void theOrderOfVariantsDoesNotMatter() {
        String one = variants("街道: {rule: {kind: shortfall, target: 2}}, 镇: {name: 镇视察}");
        String other = variants("镇: {name: 镇视察}, 街道: {rule: {kind: shortfall, target: 2}}");
        assertThat(rules(one)).isEqualTo(rules(other));
    }

    @Test
    void lineEndsChangeNeitherHash() throws IOException {
        for (String text : new String[] {TEXT, Files.readString(Standards.SHIPPED.resolve("2019.yaml"))}) {
            Standard unix = Standards.of(text);
            for (String end : new String[] {"\r\n", "\r"}) {
                Standard other = Standards.of(text.replace("\n", end));
                assertThat(other.identity().rulesHash())
                        .isEqualTo(unix.identity().rulesHash());
                assertThat(other.identity().textHash())
                        .isEqualTo(unix.identity().textHash());
            }
        }
    }

    @Test
    void anAmendmentHasAHashOfItsOwn() {
        assertThat(Standards.shipped("2019.1").identity().rulesHash())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(Standards.shipped("2019.0").identity().rulesHash());
    }

    private static String variants(String variants) {
        return replace(TEXT, "name: 视察", "name: 视察\n        variants: {" + variants + "}");
    }

    private static String textHash(String text) {
        return Standards.of(text).identity().textHash();
    }

    private static String rules(String text) {
        return Standards.of(text).identity().rulesHash();
    }

    private static String replace(String text, String from, String to) {
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }
}
