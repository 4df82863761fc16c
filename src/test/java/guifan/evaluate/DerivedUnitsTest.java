package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.SheetReading.Terms;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sheets of so many units that results are not held: they are what they would be if they were. */
class DerivedUnitsTest {

    private static final Standard STANDARD = Standards.of("""
        format: 1
        standard: small
        title: 大表
        status: issued
        provenance: reconstructed
        effective: 2020-01-01
        units: {kinds: [镇, 街道]}
        total: 100
        rounding: {final: {scale: 1, mode: half-up}}
        not-applicable: {treat: scale, within: total}
        areas:
          - id: first
            name: 甲
            points: 60
            indicators:
              - {id: visits, name: 走访, points: 10, measured-in: 次, rule: {kind: count, each: 1}}
              - {id: hold, name: 召开, points: 10, measured-in: 次, missing: zero, rule: {kind: shortfall, target: 4}}
              - {id: star, name: 星级, points: 10, rule: {kind: level, values: {优: 10, 良: 6, 无: 0}}}
              - {id: town, name: 镇的, points: 10, applies-to: [镇], rule: {kind: yes-no}}
              - {id: best, name: 比较, points: 10, measured-in: 次, rule: {kind: share-of-best}}
              - {id: goal, name: 目标, points: 10, measured-in: 次, rule: {kind: shortfall, target: {fact: size, times: 2}}}
          - id: second
            name: 乙
            points: 40
            indicators:
              - {id: list, name: 清单, points: 20, rule: {kind: checklist, items: [{id: a, name: 子}, {id: b, name: 丑}, {id: c, name: 寅, may-not-arise: true}]}}
              - {id: rate, name: 比率, points: 20, measured-in: "%", rule: {kind: proportional, full-at: 100}}
        facts:
          - {id: size, name: 规模, type: count, min: 1}
          - {id: veto, name: 否决, type: yes-no}
        adjustments:
          bonus:
            cap: 3
            items:
              - {id: extra, name: 加分项, measured-in: 次, rule: {kind: count, each: 1}}
        grades:
          levels:
            - {name: 优秀, at-least: 75, quota: {percent: 10, within: kind, heads: down, ties: exclude, unused: lapse}}
            - {name: 良好, at-least: 60}
            - {name: 合格, otherwise: true}
          caps:
            - {id: veto, when: {fact: veto, is: 是}, at-most: 合格, reason: 一票否决}
        ranking: {ties: share, chain: [{area: second}, {measure: visits}]}
        ...
        """);

    private static final String HEADER = "单位,类别,visits,hold,star,town,best,goal,list,rate,size,veto,加分·extra";

    /** Returns rows of units, whose answers repeat, some of which no other unit gives. */
    private static List<String> rows(int units) {
        Random random = new Random(7);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            boolean town = i % 3 > 0;
            rows.add(String.join(
                    ",",
                    "单位" + i,
                    town ? "镇" : "街道",
                    i % 50 == 0 ? "未报" : "" + random.nextInt(14),
                    random.nextInt(5) == 0 ? "" : "" + random.nextInt(6),
                    List.of("优", "良", "无").get(random.nextInt(3)),
                    town ? random.nextBoolean() ? "是" : "否" : "",
                    "" + random.nextInt(40),
                    "" + random.nextInt(9),
                    List.of("全", "缺：丑", "\"缺：子、丑；不涉及：寅\"", "作假").get(random.nextInt(4)),
                    (1 + random.nextInt(99)) + "." + random.nextInt(1_000),
                    "" + (1 + random.nextInt(5)),
                    random.nextInt(20) == 0 ? "是" : "否",
                    random.nextInt(3) == 0 ? "" : "" + random.nextInt(5)));
        }
        return rows;
    }

    private static List<Reported> read(List<String> rows) {
        Problems problems = new Problems();
        String sheet = HEADER + "\n" + String.join("\n", rows) + "\n";
        List<Reported> units = SheetReading.read(
                        STANDARD, Sheets.tables(problems, sheet), Terms.PLAIN, List.of(), problems)
                .units();
        assertThat(problems.errors()).isZero();
        return units;
    }

    @Test
    void resultsThatAreNotHeldAreTheSameAsThoseThatAre() {
        int units = DerivedUnits.MOST_KEPT / 8 + 1;
        List<Filing> filings = Reported.filings(read(rows(units)));
        List<UnitResult> derived = Evaluator.together(STANDARD, filings);
        assertThat(derived).isInstanceOf(DerivedUnits.class);
        Evaluator evaluator = new Evaluator(STANDARD, Population.of(STANDARD, filings));
        List<UnitResult> held = new Ranker(STANDARD)
                .rank(filings.stream().map(evaluator::evaluate).toList());
        assertThat(held).hasSize(units);
        for (int i = 0; i < units; i++) {
            assertThat(derived.get(i)).isEqualTo(held.get(i));
            assertThat(DerivedUnits.standings(derived).get(i))
                    .isEqualTo(DerivedUnits.standings(held).get(i));
        }
        assertThat(held.stream()
                        .map(unit ->
                                unit.outcome() == null ? -1 : unit.outcome().grade())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void resultsOfPartOfTheUnitsAreTheSameTooAndHaveNoRanks() {
        List<Filing> filings = Reported.filings(read(rows(DerivedUnits.MOST_KEPT / 8 + 1)));
        List<UnitResult> derived = Evaluator.apart(STANDARD, filings, Map.of());
        Evaluator evaluator = new Evaluator(STANDARD);
        for (int i = 0; i < filings.size(); i += 97) {
            assertThat(derived.get(i)).isEqualTo(evaluator.evaluate(filings.get(i)));
        }
    }

    @Test
    void aCellSaysTheSameWhetherItsTextWasMetBeforeOrNot() {
        List<String> rows = rows(400);
        List<Reported> together = read(rows);
        for (int i = 0; i < rows.size(); i++) {
            // Blank rows before it leave the row where it was.
            Problems problems = new Problems();
            String alone = HEADER + "\n".repeat(i + 1) + rows.get(i) + "\n";
            Filing filing = SheetReading.read(STANDARD, Sheets.tables(problems, alone), problems)
                    .get(0)
                    .filing();
            assertThat(together.get(i).filing()).isEqualTo(filing);
            assertThat(together.get(i).made().apply(together.get(i).draft())).isEqualTo(filing);
        }
    }

    @Test
    void whatIsWrongInACellIsToldAtEveryCellThatSaysIt() {
        List<String> wrong = new ArrayList<>();
        for (String row : rows(5)) {
            wrong.add(row.replaceFirst(",(优|良|无),", ",中,"));
        }
        assertThat(Sheets.errors(STANDARD, HEADER + "\n" + String.join("\n", wrong) + "\n"))
                .hasSize(5)
                .allMatch(line -> line.contains("unknown-word"));
    }
}
