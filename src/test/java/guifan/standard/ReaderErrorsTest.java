package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import guifan.source.Diagnostic;
import guifan.source.InputException;
import guifan.standard.StandardLibrary.Folder;
import guifan.standard.StandardLibrary.When;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a standard is refused with its code, line and column. */
class ReaderErrorsTest {

    private static final String TEXT = """
        format: 1
        standard: "small"
        title: 试验标准
        status: issued
        provenance: reconstructed
        units: {kinds: [镇, 街道]}
        total: 10
        areas:
          - id: first
            name: 第一方面
            points: 6
            indicators:
              - {id: visits, name: 视察, points: 4, measured-in: 次, rule: {kind: shortfall, target: 4}}
              - {id: rate, name: 比率, points: 2, rule: {kind: bands, bands: [{at-least: 80, points: 2}, {otherwise: true, points: 0}]}}
          - {id: second, name: 第二方面, points: 4, indicators: [{id: plan, name: 计划, points: 4, rule: {kind: yes-no}}]}
        facts: [{id: veto, name: 否决, type: yes-no}]
        grades:
          levels:
            - {name: 优秀, at-least: 9}
            - {name: 良好, at-least: 8}
            - {name: 合格, otherwise: true}
          caps: [{id: cap, when: {fact: veto, is: 是}, at-most: 良好, reason: 否决}]
        ...
        """;

    private static final String ENCODING = "here/small.yaml encoding must be text in UTF-8; save it as UTF-8";

    @TempDir
    Path scratch;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {kind: normalise, low: 5, high: 5}                             | goalposts
        {kind: linear, full-at: 100, loses: 0.000000000001, per: 0.000001, part-of-step: begun} | too-many-steps
        {kind: vote, options: [好, 差], of: valid, majority: half, points: 3} | not-a-mapping
        """)
    void aRuleThatCannotBeWorkedOutIsToldAndDoesNotEndTheReading(String rule, String code) {
        String text = Standards.area("id: a, name: 甲, points: 100, measured-in: 次, rule: " + rule);
        assertThat(Standards.problems(text)).extracting(Diagnostic::code).contains(code);
    }

    @Test
    void theTextItselfIsSound() {
        assertThat(Standards.problems(TEXT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "points: 6 | `points: 6\n    points: 7` | 12:5 | duplicate-key",
                "target: 4} | target: 4, target: 5} | 13:94 | duplicate-key",
                "total: 10 | `total: 10\n'total': 10` | 8:1 | duplicate-key",
                "total: 10 | total: &ten 10 | 7:8 | anchor",
                "total: 10 | total: *ten | 7:8 | anchor",
                "title: 试验标准 | `title: &a [x, x]\nattested: [*a, *a, *a]` | 3:8 | anchor",
                "total: 10 | total: !!int 10 | 7:8 | tag",
                "total: 10 | total: !!java.net.URL [\"http://x\"] | 7:8 | tag",
                "total: 10 | total: !!binary MTA= | 7:8 | tag",
                "title: 试验标准 | `<<: {title: x}\ntitle: 试验标准` | 3:1 | merge-key",
                "title: 试验标准 | `~: x\ntitle: 试验标准` | 3:1 | unknown-key",
                "title: 试验标准 | `: x\ntitle: 试验标准` | 3:1 | yaml",
                "title: 试验标准 | `? [a, b]\n: x\ntitle: 试验标准` | 3:3 | key",
                "title: 试验标准 | titel: 试验标准 | 3:1 | unknown-key",
                "rule: {kind: shortfall | ruel: {kind: shortfall | 13:59 | unknown-key",
                "target: 4} | target: 4, taget: 4} | 13:94 | unknown-key",
                "is: 是} | is: 是, state: 作假} | 22:46 | unknown-key",
                "kind: shortfall | kind: shortfal | 13:72 | unknown-word",
                "kind: yes-no | kind: yes_no | 15:99 | unknown-word",
                "status: issued | status: final | 4:9 | unknown-word",
                "is: 是 | is: 1 | 22:43 | unknown-word",
                "at-most: 良好 | at-most: 良 | 22:56 | unknown-word",
                "total: 10 | total: １０ | 7:8 | not-a-number",
                "total: 10 | total: 1e1 | 7:8 | not-a-number",
                "total: 10 | total: 1_0 | 7:8 | not-a-number",
                "total: 10 | total: 0x0A | 7:8 | not-a-number",
                "total: 10 | total: 10,0 | 7:8 | not-a-number",
                "total: 10 | total: .inf | 7:8 | not-a-number",
                "total: 10 | total: 12:30 | 7:8 | not-a-number",
                "total: 10 | total: [10] | 7:8 | not-a-word",
                "total: 10 | total: {a: 10} | 7:8 | not-a-word",
                "total: 10 | total: | 7:7 | not-a-number",
                "total: 10 | total: -10 | 7:8 | not-positive",
                "points: 6 | points: 0 | 11:13 | not-positive",
                "target: 4 | target: 0 | 13:91 | not-positive",
                "format: 1 | format: 2 | 1:9 | format",
                "format: 1 | form: 1 | 1:1 | unknown-key",
                "units: {kinds: [镇, 街道]} | units: [镇, 街道] | 6:8 | not-a-mapping",
                "kinds: [镇, 街道] | kinds: [] | 6:8 | no-kinds",
                "provenance: reconstructed | effective: 2019-02-30 | 5:12 | not-a-date",
                "provenance: reconstructed | effective: 2019-02-28 | 1:1 | missing-key",
                "id: visits, | | 13:9 | missing-key",
                "target: 4 | | 13:65 | missing-key",
                "id: rate | id: visits | 14:14 | duplicate-id",
                "id: rate | id: first | 14:14 | duplicate-id",
                "id: veto | id: plan | 16:14 | duplicate-id",
                "points: 6 | points: 7 | 11:13 | points-sum",
                "total: 10 | total: 11 | 7:8 | points-sum",
                "`points: 4, measured-in` | `points: 4.0001, measured-in` | 11:13 | points-sum",
                "`at-least: 80, points: 2` | `at-least: 80, points: 3` | 14:54 | unreachable",
                "`, {otherwise: true, points: 0}` | | 14:68 | band-gap",
                "`{otherwise: true, points: 0}` | `{at-least: 80, points: 0}, {otherwise: true, points: 0}` | 14:107 |"
                        + " band-overlap",
                "`otherwise: true, points: 0` | `otherwise: true, at-least: 5, points: 0` | 14:124 | band",
                "at-least: 8} | at-least: 9} | 20:28 | grade-order",
                "at-least: 8} | at-least: 9.5} | 20:28 | grade-order",
                "at-least: 8} | otherwise: true} | 20:29 | grade-otherwise",
                "name: 合格, otherwise: true | name: 合格, at-least: 0 | 21:7 | grade-otherwise",
                "name: 良好 | name: 优秀 | 20:14 | duplicate-id",
                "reason: 否决} | `reason: 否决}, {id: cap, when: {state: 作假}, at-most: 合格, reason: x}` | 22:78 |"
                        + " duplicate-id",
                "fact: veto | fact: vito | 22:33 | unknown-id",
                "fact: veto, is: 是 | indicator: visit, below: 1 | 22:38 | unknown-id",
                "measured-in: 次 | applies-to: [县] | 13:55 | unknown-kind",
                "measured-in: 次 | variants: {县: {name: x}} | 13:53 | unknown-kind",
                "rule: {kind: yes-no} | `measure: {part: 甲, whole: 乙, when-zero: full}, rule: {kind: yes-no}` | 15:95"
                        + " | measure",
                "rule: {kind: yes-no} | `panel: {combine: mean}, rule: {kind: checklist, items: [{id: a, name: 甲}]}` |"
                        + " 15:93 | panel",
                "rule: {kind: yes-no} | `rule: {kind: checklist, items: [{id: a, name: 甲}, {id: a, name: 乙}]}` |"
                        + " 15:117 | duplicate-item",
                "rule: {kind: yes-no} | `rule: {kind: checklist, items: []}` | 15:117 | no-items"
            })
    void aMistakeIsToldWithItsPlace(String from, String to, String place, String code) {
        String said = Standards.said(Standards.problems(replaced(from, to == null ? "" : to)));
        assertThat(said.lines()).anyMatch(line -> line.startsWith("small.yaml:" + place + " " + code + " "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title: 试验标准 | title：试验标准 | 3:6 | full-width",
                "title: 试验标准 | `title: “试验”: 标准` | 3:8 | full-width",
                "kind: shortfall, target: 4 | kind: shortfall， target: 4 | 13:81 | full-width",
                "kind: shortfall, target: 4 | `kind: shortfall, target： 4` | 13:83 | full-width",
                "name: 视察, | name: 视察，调研, | 13:28 | full-width",
                "    name: 第一方面 | `\tname: 第一方面` | 10:5 | yaml",
                "total: 10 | `total: 10\n---\ntotal: 10` | 8:1 | documents",
                "... | `...\n---\ntotal: 10\n...` | 24:1 | documents",
                "... | | 23 | no-end-mark",
                "... | .. | 24:1 | yaml",
                "... | .... | 24:1 | yaml",
                "title: 试验标准 | `title: \"\\e[31m\"` | 3:8 | character",
                "title: 试验标准 | `title: 试\u200b验` | 3:8 | character",
                "title: 试验标准 | `title: 试\uFEFF验` | 3:8 | character",
                "title: 试验标准 | `title: 试\u202E验` | 3:8 | character",
                "title: 试验标准 | `\"ti\\e\": x` | 3:1 | character",
                "title: 试验标准 | title: [试验标准 | 4:7 | yaml"
            })
    void whatMakesItUnreadableIsToldWithItsPlace(String from, String to, String place, String code) {
        String text = replaced(from, to == null ? "" : to);
        assertThat(Standards.said(Standards.problems(text)).lines())
                .anyMatch(line -> line.startsWith("small.yaml:" + place + " " + code + " "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | empty",
                "`\n \n` | empty",
                "`# nothing\n` | empty",
                "`...\n` | yaml",
                "`---\n...\n` | not-a-mapping",
                "`- a\n- b\n...\n` | not-a-mapping",
                "`text\n...\n` | not-a-mapping"
            })
    void aFileThatHoldsNoStandardIsRefused(String text, String code) throws IOException {
        assertThat(refusal(text.getBytes(StandardCharsets.UTF_8))).contains(" " + code + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u001b[31m", "\uFFFE"})
    void controlCharactersAreRefused(String odd) throws IOException {
        assertThat(refusal(replaced("试验", "试" + odd + "验").getBytes(StandardCharsets.UTF_8)))
                .contains(" yaml ");
    }

    @Test
    void otherEncodingsAreRefused() throws IOException {
        assertThat(refusal(TEXT.getBytes(Charset.forName("GBK")))).isEqualTo(ENCODING);
        assertThat(refusal(TEXT.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(ENCODING);
        byte[] cut = TEXT.substring(0, TEXT.indexOf("试验") + 1).getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(Arrays.copyOf(cut, cut.length - 1))).isEqualTo(ENCODING);
    }

    @Test
    void aByteOrderMarkIsNoMistake() throws Exception {
        Files.writeString(scratch.resolve("small.yaml"), "\uFEFF" + TEXT);
        assertThat(library().find("small", When.LATEST, scratch).identity().title())
                .isEqualTo("试验标准");
    }

    @Test
    void deepAndLargeTextsAreRefused() {
        assertThat(Standards.problems(replaced("title: 试验标准", "title: " + "[".repeat(51) + "]".repeat(51))))
                .hasSize(1);
        String large = replaced("试验标准", "试".repeat(4 << 20));
        assertThat(Standards.said(Standards.problems(large)))
                .isEqualTo("small.yaml too-large the file is larger than 1 MiB");
    }

    @Test
    void aBombOfAliasesIsRefusedAtOnce() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 50; i++) {
            bomb.append("a%s: &a%s [*a%s, *a%s]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(Standards.problems(bomb + "...\n"))
                .allMatch(one -> one.code().equals("anchor"));
    }

    @Test
    void everyMistakeIsToldInOneRun() {
        String text = TEXT.replace("status: issued", "status: isued")
                .replace("points: 6", "points: x")
                .replace("kind: shortfall", "kind: shortfal")
                .replace("points: 4, rule: {kind: yes-no}", "point: 4, rule: {kind: yes-no}")
                .replace("type: yes-no", "type: number")
                .replace("at-least: 8}", "at-least: 10}");
        assertThat(Standards.problems(text))
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder(
                        "unknown-word",
                        "not-a-number",
                        "unknown-word",
                        "missing-key",
                        "unknown-key",
                        "unknown-word",
                        "grade-order");
    }

    @Test
    void everySumThatIsWrongIsToldInOneRun() {
        String text = TEXT.replace("points: 6", "points: 7").replace("第二方面, points: 4", "第二方面, points: 5");
        assertThat(Standards.problems(text)).extracting(Diagnostic::code).containsExactly("points-sum", "points-sum");
    }

    @ParameterizedTest
    @CsvSource({"pionts, points", "namee, name", "mesured-in, measured-in", "Rule, rule", "applies_to, applies-to"})
    void anUnknownKeyComesWithTheOneThatWasMeant(String typed, String meant) {
        String said = Standards.said(Standards.problems(replaced("measured-in: 次", typed + ": x")));
        assertThat(said).contains("unknown key \"" + typed + "\", did you mean \"" + meant + "\"?");
    }

    @Test
    void anUnknownKeyThatIsLikeNoneComesWithTheList() {
        String said = Standards.said(Standards.problems(replaced("measured-in: 次", "权重: 3")));
        assertThat(said).contains("unknown key \"权重\"; known are: id, points, measured-in");
    }

    private StandardLibrary library() {
        return new StandardLibrary(List.of(new Folder(scratch, "here")));
    }

    private String refusal(byte[] bytes) throws IOException {
        Files.write(scratch.resolve("small.yaml"), bytes);
        InputException refused =
                catchThrowableOfType(InputException.class, () -> library().find("small", When.LATEST, scratch));
        assertThat(refused).as("refusal").isNotNull();
        return Standards.said(refused.diagnostics());
    }

    private static String replaced(String from, String to) {
        assertThat(TEXT).contains(from);
        return TEXT.substring(0, TEXT.indexOf(from)) + to + TEXT.substring(TEXT.indexOf(from) + from.length());
    }
}
