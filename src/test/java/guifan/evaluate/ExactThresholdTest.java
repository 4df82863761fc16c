package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.number.Rational;
import guifan.source.InputException;
import guifan.source.InputFile;
import guifan.source.Problems;
import guifan.standard.Standard;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.When;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A total of exactly 90 is 优秀, however the areas are ordered and however the total came about; the same sums in binary
 * floating point miss it.
 */
class ExactThresholdTest {

    private static final int[] POINTS = {10, 11, 11, 18, 7, 18, 10, 6, 9};
    private static final int CASES = 60;

    @TempDir
    Path folder;

    /** One sheet whose marks, in steps of 1/{@code grid}, add up to the threshold. */
    private record Case(int[] points, int[] steps, int grid) {

        /** Returns the mark of an area as it is typed. */
        String mark(int area) {
            return Rational.of(steps[area], grid).toString();
        }

        /** Returns the re-based total as a program would compute it that keeps scores in {@code double}. */
        double inBinary(List<Integer> order) {
            double sum = 0;
            double possible = 0;
            for (int area : order) {
                sum += Double.parseDouble(mark(area));
                possible += points[area];
            }
            return sum * 100 / possible;
        }
    }

    @ParameterizedTest
    @CsvSource({"10,9", "20,9", "10,8", "20,8"})
    void exactly90IsExcellentInEveryOrder(int grid, int areas) throws Exception {
        Random random = new Random(grid * 31L + areas);
        int missedInBinary = 0;
        for (int i = 0; i < CASES; i++) {
            Case one = randomCase(random, grid, areas);
            List<Integer> order = new ArrayList<>();
            for (int area = 0; area < areas; area++) {
                order.add(area);
            }
            Collections.shuffle(order, random);
            UnitResult result = evaluate(one, order);
            assertThat(Objects.requireNonNull(result.totals()).exact()).isEqualTo(Rational.of(90));
            assertThat(Objects.requireNonNull(result.outcome()).grade()).isZero();
            missedInBinary += one.inBinary(order) < 90 ? 1 : 0;
        }
        assertThat(missedInBinary)
                .as("of %s totals of exactly 90, those that doubles put below it", CASES)
                .isPositive();
    }

    /** Marks that add up to 90 % of what is possible, so that the re-based total is 90. */
    private static Case randomCase(Random random, int grid, int areas) {
        int[] points = Arrays.copyOf(POINTS, areas);
        int target = Arrays.stream(points).sum() * grid * 9 / 10;
        while (true) {
            int[] steps = new int[areas];
            int sum = 0;
            for (int area = 0; area < areas; area++) {
                steps[area] = points[area] * grid * 7 / 10 + random.nextInt(points[area] * grid * 3 / 10 + 1);
                sum += steps[area];
            }
            int rest = target - sum;
            int last = steps[areas - 1] + rest;
            if (last >= 0 && last <= points[areas - 1] * grid) {
                steps[areas - 1] = last;
                return new Case(points, steps, grid);
            }
        }
    }

    private UnitResult evaluate(Case one, List<Integer> order) throws IOException, InputException {
        StringBuilder text = new StringBuilder("""
                format: 1
                standard: "exact"
                title: 恰为界线
                status: issued
                provenance: reconstructed
                units: {kinds: [镇]}
                total: 100
                rounding: {final: {scale: 2, mode: half-up}}
                areas:
                """);
        StringBuilder header = new StringBuilder("单位,类别");
        StringBuilder row = new StringBuilder("甲镇,镇");
        int rest = 100;
        for (int area : order) {
            rest -= one.points()[area];
            area(text, "a" + area, one.points()[area], "镇");
            header.append(",i-a").append(area);
            row.append(',').append(one.mark(area));
        }
        if (rest > 0) {
            area(text, "other", rest, "街道");
            header.append(",i-other");
            row.append(',');
        }
        String standard = text.append("""
                grades:
                  levels:
                    - {name: 优秀, at-least: 90}
                    - {name: 良好, otherwise: true}
                ...
                """).toString();
        if (rest > 0) {
            standard = standard.replace("kinds: [镇]", "kinds: [镇, 街道]");
        }
        Files.writeString(folder.resolve("exact.yaml"), standard);
        Standard read = new StandardLibrary(List.of()).find("exact.yaml", When.LATEST, folder);
        Problems problems = new Problems();
        SheetSet sheets = new SheetSet(problems);
        byte[] csv = (header + "\n" + row + "\n").getBytes(StandardCharsets.UTF_8);
        sheets.add(InputFile.of("exact.csv", csv), null);
        Evaluation evaluation = sheets.evaluate(read, null);
        assertThat(problems.all()).isEmpty();
        return evaluation.units().get(0);
    }

    private static void area(StringBuilder text, String id, int points, String kind) {
        text.append("""
                  - id: %1$s
                    name: 方面%1$s
                    points: %2$d
                    indicators:
                      - {id: i-%1$s, name: 指标%1$s, points: %2$d, applies-to: [%3$s], rule: {kind: given}}
                """.formatted(id, points, kind));
    }

    @Test
    void oneHundredthBelowIsNotExcellent() throws Exception {
        Case below = new Case(new int[] {100}, new int[] {8999}, 100);
        assertThat(Objects.requireNonNull(evaluate(below, List.of(0)).outcome()).grade())
                .isOne();
    }
}
