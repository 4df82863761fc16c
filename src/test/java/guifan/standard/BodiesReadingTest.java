package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesReadingTest {

    private static String text(String units, String caps) {
        return Standards.area("id: i, name: 项, points: 100, rule: {kind: yes-no}")
                .replace("units: {kinds: [镇, 街道]}", "units: {kinds: [镇, 街道]" + units + "}")
                .replace("...\n", "  caps: [" + caps + "]\n...\n");
    }

    @Test
    void aStandardAboutUnitsSaysNothing() {
        assertThat(Standards.of(text("", "")).bodies()).isEqualTo(Bodies.UNITS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", called: 站 | | missing-key",
                ", owner: 单位 | | missing-key",
                ", called: 站, owner: 站 | | duplicate-column",
                ", called: 站, owner: 单位, columns: [主题, 主 题] | | duplicate-column",
                ", called: 站, owner: 单位, limits: [{id: a, per: [主题], reason: 一}] | | unknown-column",
                ", called: 站, owner: 单位, limits: [{id: a, per: [], reason: 一}] | | missing-key",
                ", called: 站, owner: 单位, limits: [{id: a, per: [单位], first-by: 日, reason: 一}] | | unknown-column",
                ", called: 站, owner: 单位, limits: [{id: a, per: [单位], most: 0, reason: 一}] | | not-whole",
                ", called: 站, owner: 单位, limits: [{id: a, per: [单位], reason: 一}, {id: a, per: [单位], reason: 一}] | | duplicate-id",
                ", called: 站, owner: 单位, limits: [{id: a, per: [单位], reason: 一}] | {id: c, when: {beyond: a}, at-most: 合格, reason: 二} | unknown-id",
            })
    void whatCannotBeMeantIsRefused(String units, String caps, String code) {
        assertThat(Standards.problems(text(units, caps == null ? "" : caps)))
                .extracting(problem -> problem.code())
                .contains(code);
    }

    @Test
    void limitsArePartOfTheRulesAndReasonsAreNot() {
        String one = ", called: 站, owner: 单位, limits: [{id: a, per: [单位], most: %s, reason: %s}]";
        String hash = Standards.of(text(one.formatted(1, "一"), "")).identity().rulesHash();
        assertThat(Standards.of(text(one.formatted(1, "二"), "")).identity().rulesHash())
                .isEqualTo(hash);
        assertThat(Standards.of(text(one.formatted(2, "一"), "")).identity().rulesHash())
                .isNotEqualTo(hash);
    }
}
