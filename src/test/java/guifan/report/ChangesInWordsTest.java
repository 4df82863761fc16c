package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.diff.StandardDiff;
import guifan.source.Language;
import guifan.standard.Standards;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed in a standard is said in the words of a rule book; the text of the file stays in the JSON. */
class ChangesInWordsTest {

    private static final String TEXT = """
        format: 1
        standard: "small"
        title: 试验标准
        status: issued
        provenance: reconstructed
        effective: 2020-01-01
        units: {kinds: [镇, 街道]}
        total: 100
        rounding: {final: {scale: 2, mode: half-up}}
        not-applicable: {treat: scale, within: total}
        areas:
          - id: one
            name: 甲方面
            points: 50
            combine: mean
            round: {scale: 1, mode: half-up}
            indicators:
              - id: level
                name: 级别
                points: 20
                weight: 1
                rule: {kind: level, values: {好: 20, 中: 10, 无: 0}}
                from-standard: {standard: other/2019, which: best, sheet: higher, none: sheet, counts: [{grade: 优秀, as: 好}]}
              - id: mark
                name: 评定
                points: 30
                weight: 2
                rule: {kind: given, step: 0.5}
                panel: {combine: mean}
          - id: two
            name: 乙方面
            points: 50
            indicators:
              - id: count
                name: 次数
                points: 50
                rule: {kind: count, each: 5}
                tally: {forms: [调研, 视察]}
                basis: [{law: 代表法, text: 2015, article: 42, status: unverified}]
        adjustments:
          bonus:
            items:
              - {id: bon, name: 加分, rule: {kind: levels, values: {省: 2, 市: 1}}, from-standard: {standard: case/2019, which: each, sheet: replaced, none: sheet}}
        facts:
          - {id: veto, name: 严重案件, type: yes-no}
          - {id: people, name: 人口, type: count, min: 1}
        grades:
          by: final
          levels:
            - {name: 优秀, at-least: 90, requires: [{area: one, rate-at-least: 80}], quota: {percent: 20, heads: down, ties: exclude}}
            - {name: 良好, at-least: 80}
            - {name: 合格, otherwise: true, rectify-within: 30d}
          caps:
            - {id: fact, when: {fact: veto, is: 是}, at-most: 良好, reason: 一票否决}
            - {id: few, when: {indicator: count, below: 1}, at-most: 合格, reason: 没有开展}
            - {id: done, when: {indicator: count, exhausted: true}, at-most: 合格, reason: 扣完}
          consequences:
            - {id: talk, history: 合格, years: 2, then: 约谈}
        ranking: {ties: share, chain: [{area: one}, {total: base}]}
        ...
        """;

    private static StandardDiff diff(String was, String now) {
        assertThat(TEXT).contains(was);
        return StandardDiff.of(Standards.of(TEXT), Standards.of(TEXT.replace(was, now)));
    }

    private static String text(StandardDiff diff, Language language) {
        StringBuilder out = new StringBuilder();
        try {
            StandardDiffPage.text(diff, language, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "which: best | which: only | 一个单位有几个的，取最好的 | 一个单位只能有一个 | a unit may have one",
                "as: 好 | as: 中 | “优秀”计好 | “优秀”计中 | \"优秀\" counts as 中",
                "which: each, sheet: replaced | which: each, sheet: higher | 代替填报的 | 与填报的只计一次，就高 | the higher",
                "'panel: {combine: mean}' | 'panel: {combine: median}' | 取平均 | 取中位数 | the median",
                "'[调研, 视察]' | '[调研, 座谈]' | 调研、视察 | 调研、座谈 | 调研, 座谈",
                "scale: 2, mode: half-up | scale: 1, mode: down | 最终得分四舍五入到 2 位小数 | 最终得分舍去尾数到 1 位小数 | the final total"
                        + " rounded towards zero",
                "scale: 1, mode: half-up | scale: 1, mode: half-even | 四舍五入到 1 位小数 | 四舍六入五成双到 1 位小数 | rounded half to"
                        + " even",
                "'treat: scale, within: total' | 'treat: full' | 由其余指标按比例分担 | 不适用的指标给满分 | given full points",
                "rate-at-least: 80 | rate-at-least: 85 | 甲方面得分率不低于 80% | 甲方面得分率不低于 85% | rate at least 85%",
                "percent: 20 | percent: 30 | 名额为有得分单位的 20% | 名额为有得分单位的 30% | 30 % of the units",
                "rectify-within: 30d | rectify-within: 20d | 30 天 | 20 天 | 20 days",
                "'veto, is: 是' | 'veto, is: 否' | “严重案件”为是 | “严重案件”为否 | \"严重案件\" is no",
                "below: 1 | below: 2 | “次数”实绩低于 1 | “次数”实绩低于 2 | measure below 2",
                "exhausted: true | at-most: 0 | “次数”没有得分 | 次数实绩不高于 0 | measure at most 0",
                "years: 2, then | years: 3, then | 连续 2 年为合格的，约谈 | 连续 3 年为合格的，约谈 | 3 years running",
                "ties: share | ties: dense | 1、2、2、4 | 1、2、2、3 | 1, 2, 2, 3",
                "total: base | total: exact | 基础分 | 未舍入的最终得分 | the final total before rounding",
                "by: final | by: base | 最终得分 | 基础分 | the base total",
                "status: unverified | status: verified | 第42条［未核实］ | 第42条［已核对］ | art. 42 [verified]",
                "name: 乙方面 | 'name: 乙方面\n    combine: min' | （无） | 取各部分得分率的最低 | the lowest of the parts' rates",
            })
    void aChangedValueIsSaidInWords(String was, String now, String zhWas, String zhNow, String en) {
        StandardDiff diff = diff(was, now);
        String zh = text(diff, Language.ZH);
        assertThat(zh.substring(zh.indexOf("调整 ")))
                .contains(zhWas)
                .contains(zhNow)
                .doesNotContain("{");
        assertThat(text(diff, Language.EN)).contains(en).doesNotContain("{");
        String table = String.valueOf(RevisionTable.rows(diff, Language.ZH));
        assertThat(table).contains(zhWas).contains(zhNow).doesNotContain("{");
        assertThat(String.valueOf(RevisionTable.rows(diff, Language.EN)))
                .contains(en)
                .doesNotContain("{");
    }

    @Test
    void theTextOfTheFileStaysInTheJson() throws IOException {
        StringBuilder out = new StringBuilder();
        StandardDiffJson.write(diff("which: best", "which: only"), out);
        assertThat(out.toString())
                .contains("\"new\": \"{standard: other/2019, which: only, sheet: higher, none: sheet");
    }

    @Test
    void signsOfMarkupInAValueAreTextInEveryFormat() throws IOException {
        StandardDiff diff = diff("[调研, 视察]", "[调研, '座谈|会 {x} <b>']");
        StringBuilder markdown = new StringBuilder();
        StandardDiffPage.markdown(diff, Language.ZH, markdown);
        assertThat(markdown.toString()).contains("座谈\\|会 \\{x\\} &lt;b&gt;");
        StringBuilder table = new StringBuilder();
        RevisionTable.markdown(diff, Language.ZH, table);
        assertThat(table.toString().lines())
                .allSatisfy(line -> assertThat(line.replace("\\|", "").chars().filter(c -> c == '|'))
                        .hasSize(5));
        StringBuilder html = new StringBuilder();
        HtmlStandardDiff.write(diff, Language.ZH, html);
        assertThat(html.toString()).contains("座谈|会 {x} &lt;b&gt;").doesNotContain("<b>");
    }
}
