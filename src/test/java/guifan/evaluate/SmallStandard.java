package guifan.evaluate;

import guifan.evaluate.Ways.Change;
import guifan.evaluate.Ways.Shift;
import guifan.number.Rational;
import guifan.rule.MeasureType;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A standard of four indicators with few answers each, so that all of them can be tried, and a sheet. */
final class SmallStandard {

    record Cost(int indicators, Rational steps) implements Comparable<Cost> {
        @Override
        public int compareTo(Cost other) {
            int order = Integer.compare(indicators, other.indicators);
            return order != 0 ? order : steps.compareTo(other.steps);
        }
    }

    private static final List<String> RULES = List.of(
            "measured-in: 次, rule: {kind: shortfall, target: 4}",
            "measured-in: 件, rule: {kind: deduct, each: 7}",
            "measured-in: 次, rule: {kind: count, each: 6}",
            "measured-in: 次, rule: {kind: steps, steps: {0: 0, 1: 3, 3: 25}}",
            "rule: {kind: yes-no}",
            "rule: {kind: level, values: {五星: 25, 四星: 14, 三星: 5, 无: 0}}",
            "rule: {kind: checklist, items: [{id: a, name: 甲}, {id: b, name: 乙}]}",
            "rule: {kind: checklist, all: true, items: [{id: a, name: 甲}, {id: b, name: 乙}]}",
            "rule: {kind: checklist, late-loses: 10, items: [{id: a, name: 甲}, {id: b, name: 乙}]}",
            "rule: {kind: checklist, met: {2: 25, 1: 6, 0: 0}, items: [{id: a, name: 甲}, {id: b, name: 乙}]}",
            "rule: {kind: deduct-by-class, classes: [{id: a, name: 甲, each: 4}, {id: b, name: 乙, each: 9}]}",
            "rule: {kind: levels, values: {台山: 4, 省: 9}}",
            "rule: {kind: given, step: 5}");

    private final List<Integer> rules;
    private final List<String> answers;
    private final String rounding;
    private final boolean capped;

    /** 0 for grades by the total, 1 for grades by an area, 2 for grades that require something besides. */
    private final int grading;

    SmallStandard(Random random) {
        rules = random.ints(4, 0, RULES.size()).boxed().toList();
        capped = random.nextBoolean();
        answers =
                new ArrayList<>(rules.stream().map(rule -> answer(rule, random)).toList());
        if (capped && rules.get(0) < 5 && random.nextInt(3) == 0) {
            answers.set(0, "未报");
        }
        rounding = List.of(
                        "",
                        "rounding: {final: {scale: 0, mode: half-up}}\n",
                        "rounding: {area: {scale: 0, mode: half-up}, final: {scale: 1, mode: up}}\n",
                        "rounding: {indicator: {scale: 0, mode: half-even}}\n")
                .get(random.nextInt(4));
        grading = random.nextInt(3);
    }

    private static String answer(int rule, Random random) {
        int n = random.nextInt(3);
        if (random.nextInt(8) == 0 && rule != 8) {
            return "未报";
        }
        return switch (rule) {
            case 4 -> n == 0 ? "否" : "是";
            case 5 -> List.of("无", "三星", "四星").get(n);
            case 6, 7, 9 -> List.of("无", "缺：甲", "缺：乙").get(n);
            case 8 -> List.of("甲 未报、乙 迟报", "甲 迟报、乙 按时", "甲 未报、乙 未报").get(n);
            case 10 -> "甲" + n + " 乙" + random.nextInt(3);
            case 11 -> "台山" + n;
            case 12 -> String.valueOf(5 * n);
            default -> String.valueOf(n);
        };
    }

    String yaml() {
        String[] indicators = IntStream.range(0, 4)
                .mapToObj(i -> "id: i" + i + ", name: 指标" + i + ", points: 25, " + RULES.get(rules.get(i)))
                .toArray(String[]::new);
        String cap = capped && (rules.get(0) < 5 || rules.get(0) == 12)
                ? "  caps:\n    - {id: cap, when: {indicator: i0, below: " + (rules.get(0) == 12 ? 20 : 1)
                        + "}, at-most: 合格, reason: 未做}\n"
                : "";
        String areas = grading == 1 ? twoAreas(indicators) : Standards.oneArea(indicators);
        return Standards.HEAD + rounding + areas + grades() + cap + "...\n";
    }

    private static String twoAreas(String... indicators) {
        return "total: 100\nareas:\n"
                + "  - {id: first, name: 一, points: 50, indicators: [{" + indicators[0] + "}, {" + indicators[1]
                + "}]}\n"
                + "  - {id: second, name: 二, points: 50, indicators: [{" + indicators[2] + "}, {" + indicators[3]
                + "}]}\n";
    }

    private String grades() {
        return switch (grading) {
            case 1 ->
                Standards.GRADES
                        .replace("  levels:", "  by: area\n  area: second\n  levels:")
                        .replace("90", "45")
                        .replace("80", "30");
            case 2 ->
                Standards.GRADES.replace(
                        "at-least: 80}", "at-least: 40, requires: [{every: indicator, rate-above: 20}]}");
            default -> Standards.GRADES;
        };
    }

    String sheet() {
        StringBuilder sheet = new StringBuilder("单位,类别,指标,子项,实绩\n");
        for (int i = 0; i < 4; i++) {
            boolean items = rules.get(i) == 8;
            for (String answer : items ? List.of(answers.get(i).split("、", -1)) : List.of(answers.get(i))) {
                String[] parts = items ? answer.split(" ", -1) : new String[] {"", answer};
                sheet.append("某镇,镇,i" + i + "," + parts[0] + "," + parts[1] + "\n");
            }
        }
        return sheet.toString();
    }

    /** Returns the least cost of all changes that reach the grade, or null if none does. */
    Cost cheapest(Standard standard, UnitResult unit, int target) {
        List<List<Change>> options = standard.indicators()
                .map(one -> options(standard, unit, one.id()))
                .toList();
        return least(standard, unit, target, options, new ArrayList<>(), null);
    }

    private Cost least(
            Standard standard,
            UnitResult unit,
            int target,
            List<List<Change>> options,
            List<Change> chosen,
            Cost best) {
        Cost cost = new Cost(
                (int) chosen.stream()
                        .filter(change -> !change.shifts().isEmpty())
                        .count(),
                chosen.stream().map(Change::steps).reduce(Rational.ZERO, Rational::plus));
        if (best != null && cost.compareTo(best) >= 0) {
            return best;
        }
        if (chosen.size() == options.size()) {
            Map<String, List<Entry>> changed = new HashMap<>();
            chosen.forEach(change -> changed.put(change.indicator(), WaysPropertyTest.entries(unit, change)));
            UnitResult result =
                    new Evaluator(standard).evaluate(Filing.of(standard, unit).with(changed));
            return WaysPropertyTest.grade(result) <= target ? cost : best;
        }
        Cost least = best;
        for (Change option : options.get(chosen.size())) {
            chosen.add(option);
            least = least(standard, unit, target, options, chosen, least);
            chosen.remove(chosen.size() - 1);
        }
        return least;
    }

    /** Returns every change of one indicator, none of an assessor's mark. */
    private List<Change> options(Standard standard, UnitResult unit, String id) {
        List<Change> options = new ArrayList<>(List.of(new Change(id, List.of(), Rational.ZERO)));
        if (rules.get(Integer.parseInt(id.substring(1))) == 12) {
            return options;
        }
        for (Entry entry : unit.indicator(id).orElseThrow().entries()) {
            if (entry.value() == null) {
                return options;
            }
            MeasureType type = WaysPropertyTest.type(standard, unit, id, entry.item());
            Rational from = entry.value();
            List<Change> more = new ArrayList<>();
            for (Change option : options) {
                for (int to = 0; to <= (type.most() == null ? 6 : type.most().intValueExact()); to++) {
                    List<Shift> shifts = new ArrayList<>(option.shifts());
                    Rational steps = Rational.of(to).minus(from).abs();
                    if (!steps.isZero()) {
                        shifts.add(new Shift(entry.item(), from, Rational.of(to)));
                    }
                    more.add(new Change(id, shifts, option.steps().plus(steps)));
                }
            }
            options = more;
        }
        return options;
    }
}
