package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.evaluate.Evaluation;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Outcome;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.source.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text, Markdown, CSV and the explanation say of every archived result what its JSON says. */
class FormatsAgreeTest {

    static List<Path> results() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            return files.filter(file -> file.endsWith("results.json")).sorted().toList();
        }
    }

    private static String render(Evaluation evaluation, String word) throws IOException {
        byte[] bytes = ReportFormat.ofWord(word).orElseThrow().render(evaluation, Language.ZH);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Evaluation read(Path file) throws Exception {
        return JsonReader.read(file.toString(), Files.readString(file));
    }

    /** Returns the one line of {@code text} that is about {@code unit}, in cells. */
    private static List<String> line(String text, String unit, String between) {
        List<List<String>> lines = text.lines()
                .map(line -> Arrays.stream(line.strip().split(between))
                        .map(String::strip)
                        .toList())
                .filter(cells -> cells.contains(unit) && cells.size() > 5)
                .toList();
        assertThat(lines).as(unit).hasSize(1);
        return lines.get(0);
    }

    @ParameterizedTest
    @MethodSource("results")
    void theTotalsAreThoseOfTheJson(Path file) throws Exception {
        Evaluation evaluation = read(file);
        String table = render(evaluation, "table");
        String markdown = render(evaluation, "md");
        for (UnitResult unit : evaluation.units()) {
            Totals totals = Objects.requireNonNull(unit.totals());
            Outcome outcome = Objects.requireNonNull(unit.outcome());
            String grade = evaluation.standard().grades().get(outcome.grade()).name();
            String last = evaluation.standard().finalRounding() == null
                    ? totals.finalTotal().toString()
                    : evaluation.standard().finalRounding().format(totals.finalTotal());
            for (List<String> cells :
                    List.of(line(table, unit.unit(), " {2,}"), line(markdown, unit.unit(), " *\\| *"))) {
                assertThat(cells)
                        .contains(outcome.rank().toString(), unit.kind(), last, grade)
                        .contains(totals.bonus().toString(), totals.penalty().toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyFigureOfTheSpreadsheetIsThatOfTheJson(Path file) throws Exception {
        Evaluation evaluation = read(file);
        List<List<String>> rows = rows(render(evaluation, "csv"));
        int areas = evaluation.standard().areas().size();
        int compared = 0;
        for (UnitResult unit : evaluation.units()) {
            List<String> row = rows.stream()
                    .filter(one -> one.get(1).equals(unit.unit()))
                    .findFirst()
                    .orElseThrow();
            Totals totals = Objects.requireNonNull(unit.totals());
            List<Rational> expected =
                    List.of(totals.raw(), totals.possible(), totals.base(), totals.bonus(), totals.penalty());
            for (int i = 0; i < expected.size(); i++) {
                assertThat(same(row.get(3 + areas + i), expected.get(i))).isTrue();
            }
            List<IndicatorResult> indicators = unit.indicators().toList();
            for (int i = 0; i < indicators.size(); i++) {
                IndicatorResult one = indicators.get(i);
                if (!one.possible().isZero()) {
                    String cell = row.get(3 + areas + 11 + i);
                    assertThat(same(cell, one.score()))
                            .as(unit.unit() + " " + one.id() + ": " + cell)
                            .isTrue();
                    compared++;
                }
            }
        }
        assertThat(compared).isPositive();
    }

    /** A number without finite decimal form is printed to some digits. */
    private static boolean same(String cell, Rational value) {
        Optional<Rational> read = Rational.parse(cell);
        if (read.isEmpty()) {
            return false;
        }
        Rational apart = read.get().minus(value).abs();
        return value.isDecimal() ? apart.isZero() : apart.compareTo(Rational.of(1, 1000)) < 0;
    }

    private static List<List<String>> rows(String csv) {
        return csv.lines()
                .map(line -> Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                        .map(cell -> cell.replaceAll("^\"|\"$", ""))
                        .toList())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("results")
    void theExplanationAccountsForEveryIndicatorOnce(Path file) throws Exception {
        Evaluation evaluation = read(file);
        for (UnitResult unit : evaluation.units()) {
            StringBuilder text = new StringBuilder();
            Explanation.write(evaluation, unit, Language.ZH, text);
            List<String> heads = text.toString()
                    .lines()
                    .filter(line -> line.startsWith("  "))
                    .toList();
            evaluation.standard().indicators().forEach(card -> {
                IndicatorResult one = unit.indicator(card.id()).orElseThrow();
                String name = card.wording(unit.kind()).name();
                List<String> about = heads.stream()
                        .filter(line -> line.strip().startsWith(name + "："))
                        .toList();
                assertThat(about).as(unit.unit() + " " + name).hasSize(1);
                if (!one.possible().isZero() && one.score().isDecimal()) {
                    assertThat(about.get(0)).contains("：" + one.score() + " / " + one.possible());
                }
            });
        }
    }
}
