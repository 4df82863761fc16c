package guifan.evaluate;

import guifan.number.Rational;
import guifan.standard.Standards;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A made-up panel of assessors with their marks, as plain data that can be written as a standard and a sheet and that
 * {@link PlainJury} can score.
 *
 * @param whole whether the panel stands on the whole, otherwise on the first of two areas
 * @param median whether the median is taken, otherwise the mean of what is left
 * @param high how many of the highest sums are dropped
 * @param low how many of the lowest
 * @param minimum how many assessors it takes to drop any
 * @param fewer how many it takes for a plain mean
 * @param weighted whether a leader weighs twice as much
 * @param each decimals of the sum of one assessor, -1 for exact
 * @param together decimals of the combined sum
 * @param factor the fact that it is multiplied by, or 0 where there is none; at most 4
 * @param leaves how many indicators of 10 points everybody marks
 */
record RandomJury(
        boolean whole,
        boolean median,
        int high,
        int low,
        int minimum,
        int fewer,
        boolean weighted,
        int each,
        int together,
        int factor,
        int leaves,
        List<Judge> judges) {

    /**
     * An assessor.
     *
     * @param away 缺席 or 回避, empty for one who gives marks
     */
    record Judge(String name, boolean leader, String away, List<Rational> marks) {

        Judge with(int leaf, Rational mark) {
            List<Rational> changed = new ArrayList<>(marks);
            changed.set(leaf, mark);
            return new Judge(name, leader, away, changed);
        }
    }

    static RandomJury of(Random random) {
        boolean median = random.nextInt(4) == 0;
        int high = median ? 0 : random.nextInt(3);
        int low = median ? 0 : random.nextInt(3);
        int minimum = high + low + 1 + random.nextInt(2);
        int leaves = 1 + random.nextInt(3);
        List<Judge> judges = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            String away = random.nextInt(6) == 0 ? random.nextBoolean() ? "缺席" : "回避" : "";
            // Few different marks make many equal sums.
            List<Rational> marks = IntStream.range(0, leaves)
                    .mapToObj(leaf -> Rational.of(12 + random.nextInt(9), 2))
                    .toList();
            judges.add(new Judge("评委" + i, random.nextInt(3) == 0, away, marks));
        }
        return new RandomJury(
                random.nextBoolean(),
                median,
                high,
                low,
                minimum,
                1 + random.nextInt(minimum),
                !median && random.nextInt(3) == 0,
                random.nextInt(3) - 1,
                random.nextInt(4) - 1,
                random.nextInt(5),
                leaves,
                List.copyOf(judges));
    }

    RandomJury with(List<Judge> others) {
        return new RandomJury(
                whole,
                median,
                high,
                low,
                minimum,
                fewer,
                weighted,
                each,
                together,
                factor,
                leaves,
                List.copyOf(others));
    }

    RandomJury unrounded() {
        return new RandomJury(whole, median, high, low, minimum, fewer, weighted, -1, -1, factor, leaves, judges);
    }

    int most() {
        return factor == 0 ? 1 : 4;
    }

    /** Returns full marks; where the panel stands on an area, another one has 10 points. */
    Rational total() {
        return Rational.of(10L * leaves * most() + (whole ? 0 : 10));
    }

    /** Returns the same assessors where they mark one indicator and the panel stands on that. */
    RandomJury ofOneMark() {
        List<Judge> marking = judges.stream()
                .map(judge -> new Judge(
                        judge.name(),
                        judge.leader(),
                        judge.away(),
                        judge.marks().subList(0, 1)))
                .toList();
        return new RandomJury(true, median, high, low, minimum, fewer, weighted, -1, together, factor, 1, marking);
    }

    /** Returns the standard in which the panel, and the factor beside it, stand on the only indicator. */
    String yamlOnIndicator() {
        String multiplied = factor > 0 ? ", factor: {fact: difficulty}" : "";
        return Standards.HEAD
                + Standards.oneArea(
                        "id: m0, name: 项0, points: 10, rule: {kind: given}, " + panel().replace(multiplied, "")
                                + multiplied,
                        "id: other, name: 其他, points: 90, missing: zero, rule: {kind: given}")
                + "facts: [{id: difficulty, name: 难度, type: decimal, min: 1, max: 4}]\n"
                + Standards.GRADES
                + "...\n";
    }

    /** Returns the same panel with a sum for each of the assessors, all on the whole and without a factor. */
    RandomJury ofSums(List<Rational> sums) {
        List<Judge> summed = IntStream.range(0, judges.size())
                .mapToObj(i -> new Judge(
                        judges.get(i).name(),
                        judges.get(i).leader(),
                        judges.get(i).away(),
                        List.of(sums.get(i))))
                .toList();
        return new RandomJury(true, median, high, low, minimum, fewer, weighted, each, together, 0, 1, summed);
    }

    /** Returns an assessor as columns name one. */
    String heading(Judge judge) {
        return judge.name() + (weighted ? judge.leader() ? "（组长）" : "（组员）" : "");
    }

    String panel() {
        List<String> parts = new ArrayList<>();
        parts.add(median ? "combine: median" : "combine: mean, drop-highest: " + high + ", drop-lowest: " + low);
        parts.add("minimum: " + minimum);
        if (fewer < minimum) {
            parts.add("fewer: [{combine: mean, minimum: " + fewer + "}]");
        }
        parts.add("too-few: no-score");
        if (weighted) {
            parts.add("roles: {组长: 2, 组员: 1}");
        }
        List<String> round = new ArrayList<>();
        if (each >= 0) {
            round.add("each: {scale: " + each + ", mode: half-up}");
        }
        if (together >= 0) {
            round.add("together: {scale: " + together + ", mode: half-up}");
        }
        if (!round.isEmpty()) {
            parts.add("round: {" + String.join(", ", round) + "}");
        }
        if (factor > 0) {
            parts.add("factor: {fact: difficulty}");
        }
        return "panel: {" + String.join(", ", parts) + "}";
    }

    String yaml() {
        String marked = IntStream.range(0, leaves)
                .mapToObj(i -> "{id: m%1$s, name: 项%1$s, points: 10, rule: {kind: given}}".formatted(i))
                .collect(Collectors.joining(", "));
        StringBuilder yaml = new StringBuilder(Standards.HEAD + "total: " + total() + "\n");
        int points = 10 * leaves;
        if (whole) {
            yaml.append(panel())
                    .append("\nareas:\n  - {id: a, name: 甲, points: %s, indicators: [%s]}\n".formatted(points, marked));
        } else {
            yaml.append("areas:\n  - {id: a, name: 甲, points: %s, %s, indicators: [%s]}\n"
                    .formatted(points * most(), panel(), marked));
            yaml.append("  - {id: b, name: 乙, points: 10, indicators: [{id: plain, name: 普通, points: 10, "
                    + "rule: {kind: given}}]}\n");
        }
        return yaml + "facts: [{id: difficulty, name: 难度, type: decimal, min: 1, max: 4}]\n" + Standards.GRADES
                + "...\n";
    }

    String sheet() {
        StringBuilder header = new StringBuilder("单位,类别,难度").append(whole ? "" : ",普通");
        StringBuilder row =
                new StringBuilder("甲镇,镇,").append(Math.max(1, factor)).append(whole ? "" : ",7");
        for (int i = 0; i < leaves; i++) {
            for (Judge judge : judges) {
                header.append(",项").append(i).append('·').append(heading(judge));
                row.append(',').append(judge.away().isEmpty() ? judge.marks().get(i) : judge.away());
            }
        }
        return header + "\n" + row + "\n";
    }
}
