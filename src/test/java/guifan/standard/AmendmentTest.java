package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import guifan.source.InputException;
import guifan.standard.Indicator.Wording;
import guifan.standard.Standard.ChangeKind;
import guifan.standard.StandardLibrary.Folder;
import guifan.standard.StandardLibrary.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmendmentTest {

    private static final String BASE = Standards.HEAD.replace("small", "2019") + """
        total: 100
        areas:
          - id: first
            name: 第一方面
            points: 60
            indicators:
              - {id: visits, name: 视察, points: 40, measured-in: 次, rule: {kind: shortfall, target: 4}}
              - {id: plan, name: 计划, points: 20, rule: {kind: yes-no}}
          - id: second
            name: 第二方面
            points: 40
            indicators:
              - {id: talks, name: 约见, points: 40, measured-in: 次, rule: {kind: count, each: 20}}
        """ + Standards.GRADES + """
          caps:
            - {id: no-visits, when: {indicator: visits, below: 1}, at-most: 合格, reason: 未视察}
        ...
        """;

    @TempDir
    Path scratch;

    @BeforeEach
    void writeBase() throws IOException {
        Files.writeString(scratch.resolve("2019.yaml"), BASE);
    }

    @Test
    void itSetsAddsAndRetires() throws Exception {
        Standard standard =
                amended("""
                    changes:
                      - {set: visits, points: {was: 40, now: 30}, reason: 腾出分值}
                      - {add: vote, to: first, after: visits, name: 票决, points: 20, measured-in: 项, rule: {kind: count, each: 5}, reason: 新增}
                      - {retire: plan, reason: 不再评价}
                    areas: {first: 50, second: 50}
                    """.replace("areas:", "  - {set: talks, points: {was: 40, now: 50}, reason: 加重}\nareas:"));
        assertThat(standard.indicators().map(Indicator::id)).containsExactly("visits", "vote", "talks");
        assertThat(standard.areas().get(0).points()).hasToString("50");
        assertThat(standard.identity().id()).isEqualTo("2019.1");
        assertThat(standard.identity().effective()).hasToString("2019-07-01");
        assertThat(standard.identity().amendments().get(0).changes())
                .extracting(Standard.ChangeNote::kind)
                .containsExactly(ChangeKind.SET, ChangeKind.ADD, ChangeKind.RETIRE, ChangeKind.SET);
        assertThat(standard.identity().amendments().get(0).originalIndicators()).isEqualTo(3);
    }

    @Test
    void aRuleWhosePointsChangeKeepsItsShape() throws Exception {
        Standard standard = amended("""
            changes:
              - {set: visits, points: {was: 40, now: 30}, reason: 腾出分值}
              - {set: plan, points: {was: 20, now: 30}, reason: 加重}
            """);
        Wording visits = standard.indicator("visits").orElseThrow().base();
        assertThat(visits.rule().sentence().en()).contains("30 at 4").contains("loses 7.5");
    }

    @Test
    void whatIsAddedWithoutAPlaceComesLast() throws Exception {
        Standard standard = amended("""
            changes:
              - {add: vote, to: second, name: 票决, points: 10, measured-in: 项, rule: {kind: count, each: 5}, reason: 新增}
              - {set: talks, points: {was: 40, now: 30}, reason: 腾出分值}
            """);
        assertThat(standard.indicators().map(Indicator::id)).containsExactly("visits", "plan", "talks", "vote");
    }

    @Test
    void aVariantMayComeWithIt() throws Exception {
        Standard standard = amended("""
            changes:
              - set: visits
                variants:
                  now: {街道: {name: 街道视察, rule: {kind: shortfall, target: 2}}}
                reason: 街道口径
            """);
        Indicator visits = standard.indicator("visits").orElseThrow();
        assertThat(visits.wording("镇").name()).isEqualTo("视察");
        assertThat(visits.wording("街道").name()).isEqualTo("街道视察");
        assertThat(visits.wording("街道").points()).hasToString("40");
        assertThat(visits.wording("街道").rule().sentence().en()).contains("40 at 2");
    }

    @Test
    void theShippedVariantGivesOnlyWhatDiffers() {
        Indicator vote = Standards.shipped("2019.1").indicator("decide-vote").orElseThrow();
        assertThat(vote.wording("镇").items().get(3).name()).isEqualTo("大会票决");
        assertThat(vote.wording("街道").items().get(3).name()).isEqualTo("代表票决推荐");
        assertThat(vote.wording("街道").points()).isEqualTo(vote.wording("镇").points());
        assertThat(vote.wording("街道").basis()).isEqualTo(vote.wording("镇").basis());
    }

    @Test
    void aCorrectionThatChangesARuleIsRefused() throws Exception {
        assertThat(refusal("""
            correction: true
            changes:
              - {set: visits, rule: {was: {kind: shortfall, target: 4}, now: {kind: shortfall, target: 5}}, reason: x}
            """)).contains("2019.1.yaml:7:13 correction ");
        assertThat(amended("""
            correction: true
            changes:
              - {set: visits, name: {was: 视察, now: 视察和调研}, reason: x}
            """).identity().amendments()).hasSize(1);
    }

    @Test
    void aCorrectionKeepsTheHashOfTheRules() throws Exception {
        Standard before = library().find("2019.0", When.LATEST, scratch);
        Standard standard = amended("""
            changes:
              - {set: visits, name: {was: 视察, now: 视察和调研}, note: {now: 文字更正}, reason: 勘误}
            """);
        assertThat(standard.indicator("visits").orElseThrow().base().name()).isEqualTo("视察和调研");
        assertThat(standard.identity().rulesHash()).isEqualTo(before.identity().rulesHash());
        assertThat(standard.identity().textHash())
                .isNotEqualTo(before.identity().textHash());
    }

    @Test
    void partsOutsideTheIndicatorsCanBeSetToo() throws Exception {
        Standard standard = amended("""
            changes:
              - {set: no-visits, at-most: {was: 合格, now: 良好}, reason: 从宽}
              - {set: standard, missing: {now: zero}, reason: 未填计零分}
            """);
        assertThat(standard.grades().caps().get(0).atMost()).isEqualTo(1);
        assertThat(standard.indicator("plan").orElseThrow().missing()).isEqualTo(Indicator.Missing.ZERO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{set: visits, points: {was: 41, now: 40}, reason: x} | was | 8:33",
                "{set: visits, points: {now: 40}, reason: x} | was | 8:27",
                "{set: visits, note: {was: 旧, now: 新}, reason: x} | was | 8:31",
                "{set: visits, rule: {was: {kind: shortfall, target: 5}, now: {kind: yes-no}}, reason: x} | was | 8:31",
                "{set: visits, points: 40, reason: x} | was | 8:27",
                "{set: visits, points: {was: 40, now: 40, new: 3}, reason: x} | unknown-key | 8:46",
                "{set: visit, points: {was: 40, now: 40}, reason: x} | unknown-id | 8:11",
                "{retire: visit, reason: x} | unknown-id | 8:14",
                "{retire: visits, points: 40, reason: x} | unknown-key | 8:22",
                "{add: vote, to: third, name: 票决, points: 1, rule: {kind: yes-no}, reason: x} | unknown-id | 8:21",
                "{add: vote, to: first, after: talks, name: 票决, points: 1, rule: {kind: yes-no}, reason: x} | after |"
                        + " 8:35",
                "{add: plan, to: first, name: 又一计划, points: 1, rule: {kind: yes-no}, reason: x} | duplicate-id | 8:11",
                "{add: vote, to: first, name: 票决, points: 1, ruel: {kind: yes-no}, reason: x} | unknown-key | 8:49",
                "{add: vote, to: first, name: 票决, points: 1, rule: {kind: yes-no}, reason: x} | areas | 1:1",
                "{set: visits, points: {was: 40, now: 30}, reason: x} | areas | 1:1",
                "{set: visits, points: {was: 40, now: 40}} | missing-key | 8:5",
                "{move: visits, reason: x} | change | 8:28"
            })
    void aChangeThatDoesNotFitIsRefusedWithItsPlace(String change, String code, String place) throws IOException {
        assertThat(refusal("changes:\n  - " + change + "\n")).contains(":" + place + " " + code + " ");
    }

    @Test
    void whatWasIsSaidInTheLanguageOfTheMessage() throws IOException {
        assertThat(refusal("changes:\n  - {set: visits, note: {was: 旧, now: 新}, reason: x}\n"))
                .contains("\"note\" was nothing, not");
        assertThat(refusal("changes:\n  - {set: visits, rule: {was: 1, now: {kind: yes-no}}, reason: x}\n"))
                .contains("\"rule\" was what stands at here/2019.yaml:14:");
    }

    @Test
    void everyChangeThatDoesNotFitIsToldInOneRun() throws IOException {
        String said = refusal("""
            changes:
              - {set: visit, points: {was: 40, now: 30}, reason: x}
              - {retire: nothing, reason: x}
              - {set: plan, points: {was: 21, now: 20}, reason: x}
            """);
        assertThat(said).contains("8:11 unknown-id", "9:14 unknown-id", "10:31 was");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "areas: {first: 61, second: 40} | points-sum | 8:16",
                "areas: {first: 60, secnd: 40} | unknown-id | 8:20",
                "areas: {visits: 40} | unknown-id | 8:9",
                "areas: {first: x} | not-a-number | 8:16",
                "areas: [first] | not-a-mapping | 8:8",
                "totl: 100 | unknown-key | 8:1"
            })
    void theSumsOfTheAreasAreAsserted(String line, String code, String place) throws IOException {
        assertThat(refusal("# changes\n" + line + "\n").replace("2019.1.yaml:9", "2019.1.yaml:8"))
                .contains("2019.1.yaml:" + place + " " + code + " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format: 1 | format: 2 | format",
                "standard: \"2019.1\" | standard: \"2019.2\" | file-name",
                "amends: \"2019.0\" | amends: \"2019\" | amends",
                "amends: \"2019.0\" | amends: \"2018.0\" | amends",
                "status: issued | note: x | missing-key",
                "effective: 2019-07-01 | note: x | missing-key",
                "effective: 2019-07-01 | effective: 2019-13-01 | not-a-date",
                "status: issued | status: isued | unknown-word"
            })
    void anAmendmentSaysWhatItIs(String from, String to, String code) throws IOException {
        assertThat(refusal("", from, to)).contains(" " + code + " ");
    }

    @Test
    void aChangeOfWhatItAmendsIsNoticed() throws IOException {
        Files.writeString(scratch.resolve("2019.yaml"), BASE.replace("each: 20", "each: 10"));
        assertThat(refusal("")).contains("2019.1.yaml:4:13 rules-hash ");
        Files.writeString(scratch.resolve("2019.yaml"), BASE.replace("name: 视察", "name: 调研"));
        assertThat(catchThrowableOfType(InputException.class, () -> amended("")))
                .isNull();
    }

    private StandardLibrary library() {
        return new StandardLibrary(List.of(new Folder(scratch, "here")));
    }

    private static String patch(String rest) {
        return """
            format: 1
            standard: "2019.1"
            amends: "2019.0"
            rules-hash: %s
            status: issued
            effective: 2019-07-01
            %s...
            """.formatted(Standards.of(BASE).identity().rulesHash(), rest);
    }

    private Standard amended(String rest) throws InputException, IOException {
        Files.writeString(scratch.resolve("2019.1.yaml"), patch(rest));
        return library().find("2019.1", When.LATEST, scratch);
    }

    private String refusal(String rest) throws IOException {
        return refusal(rest, "format: 1", "format: 1");
    }

    private String refusal(String rest, String from, String to) throws IOException {
        Files.writeString(scratch.resolve("2019.1.yaml"), patch(rest).replace(from, to));
        InputException refused =
                catchThrowableOfType(InputException.class, () -> library().find("2019.1", When.LATEST, scratch));
        assertThat(refused).as("refusal").isNotNull();
        return Standards.said(refused.diagnostics());
    }
}
