package guifan.evaluate;

import static guifan.evaluate.RandomCases.each;
import static guifan.evaluate.RandomCases.evaluate;
import static guifan.evaluate.RandomCases.forAll;
import static guifan.evaluate.RandomCases.only;
import static guifan.evaluate.RandomCases.outcome;
import static guifan.evaluate.RandomCases.ranks;
import static guifan.evaluate.RandomCases.total;
import static guifan.evaluate.RandomCases.totals;
import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.RandomStandard.Row;
import guifan.number.Rational;
import guifan.standard.Grades;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds of grades, places and ranks when scores, lines and units change. */
class StandingPropertiesTest {

    /** Property 17: nobody else gains by it, and where nothing is at a bound the total rises. */
    @Test
    void aBetterAnswerImprovesNobodyElseAndRaisesATotalThatNothingBounds() {
        forAll(17_1, (standard, random) -> {
            RandomStandard exact = each(standard.with("total", RandomCases.EXACT), leaf -> leaf.with(false, null))
                    .unchained();
            List<Row> rows = new ArrayList<>(exact.rows(random, 4).stream()
                    .map(row -> new Row(row.unit(), "镇", row.cells(), "", "", "否"))
                    .toList());
            int index = random.nextInt(exact.leaves().size());
            RandomLeaf leaf = exact.leaves().get(index);
            List<String> rising = leaf.rising();
            int from = random.nextInt(rising.size() - 1);
            rows.set(0, rows.get(0).with(index, rising.get(from)));
            List<UnitResult> before = evaluate(exact, rows);
            rows.set(0, rows.get(0).with(index, rising.get(from + 1)));
            List<UnitResult> after = evaluate(exact, rows);
            Map<String, Rational> then = ranks(before);
            Map<String, Rational> now = ranks(after);
            String one = rows.get(0).unit();
            for (Row other : rows.subList(1, rows.size())) {
                int was = Objects.requireNonNull(then.get(other.unit())).compareTo(then.get(one));
                int is = Objects.requireNonNull(now.get(other.unit())).compareTo(now.get(one));
                assertThat(is).isGreaterThanOrEqualTo(was);
            }
            Rational scoreThen =
                    before.get(0).indicator(leaf.id()).orElseThrow().score();
            Rational scoreNow = after.get(0).indicator(leaf.id()).orElseThrow().score();
            int totalsRise = total(after.get(0)).compareTo(total(before.get(0)));
            assertThat(totalsRise).isEqualTo(scoreNow.compareTo(scoreThen));
            if (leaf.kind() == RandomLeaf.Kind.GIVEN) {
                assertThat(totalsRise).isPositive();
            }
        });
    }

    /**
     * Property 19: under {@code missing: exclude} a value below the rate of the rest lowers the total, one above raises
     * it.
     */
    @Test
    void fillingABlankThatIsLeftOutMovesTheTotalTowardsItsOwnRate() {
        forAll(19, (standard, random) -> {
            RandomStandard lenient = each(
                    standard.with("total", RandomCases.EXACT),
                    leaf -> new RandomLeaf(leaf.id(), RandomLeaf.Kind.GIVEN, leaf.points(), false, "exclude", 1, 1));
            if (lenient.leaves().size() < 2) {
                return;
            }
            Row row = new Row("甲", "镇", cells(lenient, random), "", "", "否");
            UnitResult blank = only(lenient, row.with(0, ""));
            Rational rate = totals(blank).raw().dividedBy(totals(blank).possible());
            Rational points = lenient.leaves().get(0).points();
            for (int tenths = 0; tenths <= 10; tenths++) {
                Rational mark = points.times(Rational.of(tenths, 10));
                UnitResult filled = only(lenient, row.with(0, mark.toString()));
                assertThat(totals(filled).exact().compareTo(totals(blank).exact()))
                        .isEqualTo(Rational.of(tenths, 10).compareTo(rate));
            }
        });
    }

    private static List<String> cells(RandomStandard standard, Random random) {
        return standard.leaves().stream()
                .map(leaf ->
                        leaf.points().times(Rational.of(random.nextInt(11), 10)).toString())
                .toList();
    }

    /** Property 33: what reaches a line only by rounding has the grade if the rounded number is compared, else not. */
    @Test
    void aTotalThatReachesALineOnlyByRoundingHasTheGradeAsDeclared() {
        Random random = new Random(33);
        for (int round = 0; round < 200; round++) {
            int scale = random.nextInt(3);
            int line = 50 + random.nextInt(50);
            Rational unit = Rational.of(1, (long) Math.pow(10, scale));
            Rational half = unit.dividedBy(Rational.of(2));
            List<Rational> around = List.of(
                    Rational.of(line),
                    Rational.of(line).minus(half),
                    Rational.of(line).minus(half).minus(unit.dividedBy(Rational.of(1000))),
                    Rational.of(line).minus(unit),
                    Rational.of(line).plus(unit));
            for (Rational mark : around) {
                for (String compare : List.of("rounded", "exact")) {
                    String yaml = Standards.HEAD + "rounding: {final: {scale: " + scale + ", mode: half-up}}\n"
                            + Standards.oneArea("id: a, name: 甲, points: 100, rule: {kind: given}")
                            + "grades:\n  compare: " + compare + "\n  levels: [{name: 上, at-least: " + line
                            + "}, {name: 下, otherwise: true}]\n...\n";
                    UnitResult result = Sheets.only(Standards.of(yaml), "单位,类别,甲\n某镇,镇," + mark + "\n");
                    Rational reached = compare.equals("exact") ? mark : halfUp(mark, unit);
                    assertThat(outcome(result).grade())
                            .as("%s at %s, %s", mark, line, compare)
                            .isEqualTo(reached.compareTo(Rational.of(line)) >= 0 ? 0 : 1);
                    assertThat(outcome(result).compared()).isEqualTo(reached);
                }
            }
        }
    }

    private static Rational halfUp(Rational value, Rational unit) {
        return value.dividedBy(unit).plus(Rational.of(1, 2)).floor().times(unit);
    }

    /** Property 34. */
    @Test
    void shiftingAllLinesAndTotalsChangesNoGrade() {
        forAll(34, (standard, random) -> {
            Grades grades = Standards.of(standard.yaml(null)).grades();
            Rational shift = Rational.of(random.nextInt(2001) - 1000, 100);
            Grades shifted = grades;
            for (int i = 0; i < 2; i++) {
                Rational line = Objects.requireNonNull(grades.levels().get(i).atLeast());
                shifted = shifted.withLine(i, line.plus(shift));
            }
            for (int i = 0; i < 200; i++) {
                Rational total = standard.total().times(Rational.of(random.nextInt(1001), 1000));
                assertThat(shifted.reached(total.plus(shift))).isEqualTo(grades.reached(total));
            }
        });
    }

    /** Property 39, and 36: ranks and places look at the order of totals only. */
    @Test
    void aRisingTransformationOfTheTotalsChangesNoRankAndNoPlace() {
        Random random = new Random(39);
        String yaml = Standards.HEAD + """
                total: 10000
                areas: [{id: a, name: 方面, points: 10000, indicators: [{id: i, name: 甲, points: 10000, rule: {kind: given}}]}]
                grades:
                  levels:
                    - {name: 一, at-least: 1, quota: {QUOTA}}
                    - {name: 二, at-least: 0, quota: {number: 2, ties: exclude}}
                    - {name: 三, otherwise: true}
                ranking: {ties: TIES}
                ...
                """;
        List<String> quotas = List.of(
                "number: 2, ties: exclude",
                "number: 2, ties: overflow",
                "percent: 30, heads: down, ties: exclude",
                "number: 0, ties: overflow",
                "percent: 100, heads: half-up, ties: exclude");
        for (int round = 0; round < 60; round++) {
            int units = round % 3 == 0 ? random.nextInt(2) : random.nextInt(9);
            List<Integer> marks = random.ints(units, 0, 6).boxed().toList();
            String quota = quotas.get(round % quotas.size());
            Standard standard = Standards.of(yaml.replace("{QUOTA}", "{" + quota + "}")
                    .replace("TIES", List.of("share", "dense", "average").get(round % 3)));
            Map<String, String> plain = standing(standard, marks);
            // strictly increasing, and 0 stays below the line of 1
            Map<String, String> bent = standing(
                    standard,
                    marks.stream().map(mark -> mark * mark * 7 + mark * 3).toList());
            assertThat(bent).as("%s of %s", quota, marks).isEqualTo(plain);
            for (int i = 0; i < units; i++) {
                for (int j = 0; j < units; j++) {
                    if (marks.get(i).equals(marks.get(j))) {
                        assertThat(plain.get("U" + i)).isEqualTo(plain.get("U" + j));
                    }
                }
            }
            if (quota.startsWith("number: 0")) {
                assertThat(plain.values()).noneMatch(standing -> standing.endsWith(" 0"));
            }
        }
    }

    private static Map<String, String> standing(Standard standard, List<Integer> marks) {
        Map<String, String> standing = new TreeMap<>();
        StringBuilder sheet = new StringBuilder("单位,类别,甲\n");
        for (int i = 0; i < marks.size(); i++) {
            sheet.append("U" + i + ",镇," + marks.get(i) + "\n");
        }
        if (!marks.isEmpty()) {
            Sheets.evaluate(standard, sheet.toString())
                    .forEach(unit -> standing.put(
                            unit.unit(),
                            outcome(unit).rank() + " " + outcome(unit).grade()));
        }
        return standing;
    }

    /** Property 6, against counting: what a unit gets from places is what counting those before it gives. */
    @Test
    void placesAmongUnitsAreFoundByCounting() {
        Random random = new Random(6);
        Standard standard = Standards.of(Standards.area("id: a, name: 甲, points: 100, rule: {kind: rank, loses: 5}"));
        for (int round = 0; round < 60; round++) {
            List<Integer> marks =
                    random.ints(1 + random.nextInt(8), 0, 9).boxed().toList();
            StringBuilder sheet = new StringBuilder("单位,类别,甲\n");
            for (int i = 0; i < marks.size(); i++) {
                sheet.append("U" + i + ",镇," + marks.get(i) + "\n");
            }
            List<UnitResult> units = Sheets.evaluate(standard, sheet.toString());
            for (int i = 0; i < marks.size(); i++) {
                int mark = marks.get(i);
                long before = marks.stream().filter(other -> other > mark).count();
                assertThat(units.get(i).indicator("a").orElseThrow().score()).isEqualTo(Rational.of(100 - 5 * before));
            }
        }
    }
}
