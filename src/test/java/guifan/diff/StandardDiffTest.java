package guifan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.diff.IndicatorChange.Relation;
import guifan.number.Rational;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StandardDiffTest {

    private static StandardDiff shipped(String before, String after) {
        return StandardDiff.of(Standards.shipped(before), Standards.shipped(after));
    }

    private static StandardDiff small(String before, String after) {
        return StandardDiff.of(Standards.of(Standards.area(before)), Standards.of(Standards.area(after)));
    }

    @Test
    void theEditionOf2018BecameThatOf2019AsTheCrosswalkHasIt() {
        StandardDiff diff = shipped("2018", "2019.0");
        assertThat(diff.count(Relation.KEPT)).isEqualTo(5);
        assertThat(diff.count(Relation.SPLIT)).isEqualTo(14);
        assertThat(diff.count(Relation.ADDED)).isEqualTo(4);
        assertThat(diff.count(Relation.RETIRED)).isZero();
        long successors = diff.indicators().stream()
                .filter(change -> change.relation() != Relation.ADDED)
                .mapToLong(change -> change.after().size())
                .sum();
        assertThat(successors).isEqualTo(43);
        IndicatorChange station = change(diff, "plat-six");
        assertThat(station.before()).extracting(IndicatorChange.Side::id).containsExactly("dep-station");
        assertThat(station.after()).hasSize(5);
        assertThat(IndicatorChange.sum(station.after())).isEqualTo(Rational.of(10));
    }

    @Test
    void whatNoLongerAppliesToAKindOfUnitIsTold() {
        IndicatorChange norm = change(shipped("2018", "2019.0"), "session-prep");
        assertThat(norm.details())
                .anySatisfy(detail -> assertThat(detail.key() + " " + detail.kinds() + " "
                                + detail.now().en())
                        .isEqualTo("applies-to 街道 does not apply"));
    }

    @Test
    void theFirstAmendmentIsFiveIndicatorsAndNothingElse() {
        StandardDiff diff = shipped("2019.0", "2019.1");
        assertThat(diff.changes())
                .extracting(IndicatorChange::id)
                .containsExactlyInAnyOrder(
                        "decide-vote", "session-hold", "decide-major", "recess-report", "self-rules");
        assertThat(diff.parts()).isEmpty();
        assertThat(diff.changes())
                .allSatisfy(change -> assertThat(change.details().stream()
                                .map(Detail::key)
                                .filter(key -> !key.equals("points"))
                                .toList())
                        .isEmpty());
    }

    static List<String> shipped() {
        return Standards.shipped();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aStandardDoesNotDifferFromItself(String id) {
        StandardDiff diff = shipped(id, id);
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.flow().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2018,2019.0", "2019.0,2018", "2019.0,2019.1", "2019.1,2019.0", "2018,2019.1", "2019.1,2018"})
    void theFlowOfPointsClosesOnBothSides(String before, String after) {
        StandardDiff diff = shipped(before, after);
        PointsFlow flow = diff.flow();
        flow.before().forEach((area, points) -> {
            Rational left = sum(flow.moved().getOrDefault(area, Map.of()));
            assertThat(left.plus(flow.givenUp().getOrDefault(area, Rational.ZERO)))
                    .as(area)
                    .isEqualTo(points);
        });
        flow.after().forEach((area, points) -> {
            Rational came = flow.before().keySet().stream()
                    .map(from -> flow.moved(from, area))
                    .reduce(Rational.ZERO, Rational::plus);
            assertThat(came.plus(flow.added().getOrDefault(area, Rational.ZERO)))
                    .as(area)
                    .isEqualTo(points);
        });
        assertThat(sum(flow.before())).isEqualTo(Standards.shipped(before).total());
    }

    private static Rational sum(Map<String, Rational> points) {
        return points.values().stream().reduce(Rational.ZERO, Rational::plus);
    }

    private static IndicatorChange change(StandardDiff diff, String id) {
        return diff.indicators().stream()
                .filter(one -> one.after().stream().anyMatch(side -> side.id().equals(id)))
                .findFirst()
                .orElseThrow();
    }

    private static final String REST = "id: rest, name: 其余, points: 90, rule: {kind: given}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'rule: {kind: count, each: 1}' | 'rule: {kind: count, each: 2}' | rule MAJOR",
                "'rule: {kind: count, each: 1}' | 'rule: {kind: count, each: 1.0}' | rule WORDING",
                "'rule: {kind: count, each: 1}' | 'rule: {kind: count, each: 1, cap: 10}' | rule WORDING",
                "'rule: {kind: rank, loses: 1}' | 'rule: {kind: rank, loses: 2}' | rule MAJOR",
                "'rule: {kind: rank, loses: 1}' | 'rule: {kind: share-of-best}' | rule MAJOR",
                "'rule: {kind: yes-no}' | 'rule: {kind: yes-no}, missing: error' | missing WORDING",
                "'rule: {kind: yes-no}' | 'rule: {kind: yes-no}, missing: zero' | missing MAJOR",
                "'rule: {kind: yes-no}' | 'rule: {kind: yes-no}, evidence: [纪要]' | evidence MINOR",
                "'rule: {kind: yes-no}' | 'rule: {kind: yes-no}, note: 说明' | note WORDING",
                "'rule: {kind: yes-no}' | 'rule: {kind: yes-no}, applies-to: [镇]' | applies-to MAJOR",
                "'rule: {kind: yes-no}' | 'rule: {kind: yes-no}, basis: [{law: 代表法, status: verified}]' | basis MINOR",
                "'rule: {kind: yes-no}' | 'rule: {kind: yes-no}, variants: {街道: {name: 另名}}' | name WORDING",
                "'rule: {kind: given, step: 1}' | 'rule: {kind: given, step: 1}, panel: {combine: median}' | panel MAJOR",
            })
    void everyKeyIsToldWithItsSeverity(String before, String after, String expected) {
        String start = "id: one, name: 甲, points: 10, ";
        StandardDiff diff = StandardDiff.of(
                Standards.of(Standards.area(start + before, REST)), Standards.of(Standards.area(start + after, REST)));
        boolean sameNumbers = after.contains("1.0");
        assertThat(diff.changes()).hasSize(sameNumbers ? 0 : 1);
        if (!sameNumbers) {
            assertThat(diff.changes().get(0).details())
                    .extracting(detail -> detail.key() + " " + detail.severity())
                    .containsExactly(expected);
            assertThat(diff.parts()).isEmpty();
        }
    }

    @Test
    void whatMattersLessIsLeftOut() {
        String one = "id: one, name: 甲, points: 100, rule: {kind: yes-no}";
        StandardDiff diff = small(one, one.replace("甲", "乙") + ", evidence: [纪要]");
        assertThat(diff.changes().get(0).details()).extracting(Detail::key).containsExactly("name", "evidence");
        assertThat(diff.filtered(Severity.MINOR).changes().get(0).details())
                .extracting(Detail::key)
                .containsExactly("evidence");
        assertThat(diff.filtered(Severity.MAJOR).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at-least: 90 | at-least: 85 | GRADE 优秀 at-least MAJOR",
                "name: 良好 | name: 较好 | GRADE 良好",
                "total: 100 | 'rounding: {final: {scale: 1, mode: half-up}}\ntotal: 100' | STANDARD standard rounding MAJOR",
                "grades: | 'facts: [{id: f, name: 事实, type: yes-no}]\ngrades:' | FACT f",
                "grades: | 'ranking: {ties: dense}\ngrades:' | STANDARD standard ranking MAJOR",
                "'name: 方面' | 'name: 另一方面' | AREA area name WORDING",
            })
    void everyOtherPartIsTold(String before, String after, String expected) {
        String text = Standards.area("id: one, name: 甲, points: 100, rule: {kind: yes-no}");
        StandardDiff diff = StandardDiff.of(Standards.of(text), Standards.of(text.replace(before, after)));
        List<String> told = diff.parts().stream()
                .map(part -> part.subject() + " " + part.id()
                        + String.join(
                                "",
                                part.details().stream()
                                        .map(detail -> " " + detail.key() + " " + detail.severity())
                                        .toList()))
                .toList();
        assertThat(told).contains(expected);
        assertThat(diff.changes()).isEmpty();
    }

    @Test
    void anIndicatorThatMovesIsToldOnce() {
        String moved = Standards.HEAD + """
                total: 100
                areas:
                  - {id: area, name: 方面, points: 60, indicators: [{id: one, name: 甲, points: 60, rule: {kind: yes-no}}]}
                  - {id: other, name: 另一方面, points: 40, indicators: [{id: two, name: 乙, points: 40, rule: {kind: yes-no}}]}
                """ + Standards.GRADES + "...\n";
        Standard before = Standards.of(Standards.area(
                "id: one, name: 甲, points: 60, rule: {kind: yes-no}",
                "id: two, name: 乙, points: 40, rule: {kind: yes-no}"));
        StandardDiff diff = StandardDiff.of(before, Standards.of(moved));
        assertThat(diff.changes()).hasSize(1);
        assertThat(diff.changes().get(0).details()).extracting(Detail::key).containsExactly("area");
        assertThat(diff.flow().moved("area", "other")).isEqualTo(Rational.of(40));
        assertThat(diff.parts()).extracting(PartChange::id).containsExactly("other");
    }
}
