package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import guifan.evaluate.Evaluation;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.AdjustmentResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.number.Rounding.Mode;
import guifan.paper.PaperText;
import guifan.report.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every figure of the papers is that of the archived result. */
class PaperFiguresTest {

    private static final Rounding ONE = new Rounding(1, Mode.HALF_UP);
    private static final Rounding TWO = new Rounding(2, Mode.HALF_UP);

    @TempDir
    Path folder;

    private PaperDesk desk;

    @BeforeEach
    void aResultWithItsPapers() throws IOException {
        desk = new PaperDesk(folder).withPapers();
    }

    private Run notices(String... more) {
        return desk.notices("papers.yaml", more);
    }

    private String paper(String name) throws IOException {
        return desk.written(name);
    }

    private Evaluation evaluation() throws Exception {
        return desk.evaluation();
    }

    @Test
    void everyFigureOfEveryUnitIsThatOfTheResult() throws Exception {
        assertThat(notices().exit()).isZero();
        Evaluation evaluation = evaluation();
        assertThat(evaluation.units()).hasSize(17);
        List<String> summary = paper("成绩汇总表.md").lines().toList();
        for (UnitResult unit : evaluation.units()) {
            String total = TWO.format(Objects.requireNonNull(unit.totals()).finalTotal());
            Rational rank = Objects.requireNonNull(unit.outcome()).rank();
            String grade =
                    evaluation.standard().grades().get(unit.outcome().grade()).name();
            assertThat(paper("反馈函-" + unit.unit() + ".md"))
                    .contains("最终得分" + total + "分，第" + rank + "名"
                            + (unit.outcome().tied() ? "（并列）" : ""))
                    .contains("等次为“" + grade + "”");
            assertThat(summary)
                    .anyMatch(line -> line.startsWith("| " + rank + " | " + unit.unit() + " |")
                            && line.contains("| " + total + " | " + grade + " |"));
            details(unit, rows(paper("得分明细-" + unit.unit() + ".md")));
            areas(unit, rows(paper("反馈函-" + unit.unit() + ".md")));
            summary(unit, rows(paper("成绩汇总表.md")));
        }
    }

    @ParameterizedTest
    @CsvSource({"zh, '通报,成绩汇总表,向市委的报告,临界与争议清单,整改提醒函,反馈函,得分明细', 43", "en, 'notice,summary,report,near,reminder', 9"})
    void everyFormatSaysTheSame(String language, String papers, int number) throws IOException {
        String[] formats = {
            "--lang", language, "--only", papers, "--format", "md", "--format", "html", "--format", "docx"
        };
        assertThat(notices(formats).err()).isEmpty();
        List<Path> files = files();
        assertThat(files).hasSize(number);
        for (Path file : files) {
            List<String> said = PaperText.of(file);
            assertThat(said).isNotEmpty();
            for (String ending : List.of(".html", ".docx")) {
                Path other = Path.of(file.toString().replaceAll("\\.md$", ending));
                assertThat(PaperText.of(other)).as(other.toString()).isEqualTo(said);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    private static void details(UnitResult unit, List<List<String>> rows) {
        List<IndicatorResult> indicators = unit.indicators().toList();
        List<AdjustmentResult> adjustments = unit.adjustments();
        assertThat(rows).hasSize(indicators.size() + adjustments.size());
        for (int i = 0; i < indicators.size(); i++) {
            Rational possible = indicators.get(i).possible();
            figure(rows.get(i).get(4), indicators.get(i).score(), possible);
            figure(rows.get(i).get(5), possible, possible);
        }
        for (int i = 0; i < adjustments.size(); i++) {
            Rational points = adjustments.get(i).points();
            Rational signed = adjustments.get(i).penalty() ? points.negate() : points;
            figure(rows.get(indicators.size() + i).get(4).replace('−', '-'), signed, Rational.ONE);
        }
    }

    private static void areas(UnitResult unit, List<List<String>> rows) {
        assertThat(rows).hasSameSizeAs(unit.areas());
        for (int i = 0; i < rows.size(); i++) {
            Rational score = unit.areas().get(i).score();
            Rational possible = unit.areas().get(i).possible();
            figure(rows.get(i).get(1), score, possible);
            figure(rows.get(i).get(2), possible, possible);
            if (!possible.isZero()) {
                Rational percent = score.dividedBy(possible).times(Rational.HUNDRED);
                assertThat(rows.get(i).get(3)).isEqualTo(ONE.format(percent) + "%");
            }
        }
    }

    /** The columns after the name and the kind are the areas, the base total, bonus, penalty and the final total. */
    private static void summary(UnitResult unit, List<List<String>> rows) {
        List<String> row = rows.stream()
                .filter(one -> one.get(1).equals(unit.unit()))
                .findFirst()
                .orElseThrow();
        int number = unit.areas().size();
        for (int i = 0; i < number; i++) {
            Rational possible = unit.areas().get(i).possible();
            String shown = row.get(3 + i).replaceAll("/.*", "");
            assertThat(shown)
                    .isEqualTo(
                            possible.isZero()
                                    ? "不适用"
                                    : Figures.brief(unit.areas().get(i).score()));
        }
        Totals totals = Objects.requireNonNull(unit.totals());
        String base = row.get(3 + number);
        assertThat(base.substring(base.indexOf('→') + 1)).isEqualTo(Figures.brief(totals.base()));
        figure(row.get(4 + number), totals.bonus(), Rational.ONE);
        figure(row.get(5 + number), totals.penalty(), Rational.ONE);
    }

    @Test
    void whatIsLostAddsUpToWhatIsMissingFromTheFullBaseTotal() throws Exception {
        notices();
        for (UnitResult unit : evaluation().units()) {
            Path letter = folder.resolve("out").resolve("整改提醒函-" + unit.unit() + ".md");
            if (!Files.exists(letter)) {
                continue;
            }
            Map<String, Rational> lost = new TreeMap<>();
            for (List<String> row : rows(Files.readString(letter))) {
                lost.put(row.get(1), Rational.parse(row.get(2).replace("≈", "")).orElseThrow());
                assertThat(row.get(4)).as(row.get(1)).isNotEmpty();
            }
            assertThat(lost).as(unit.unit()).isEqualTo(lost(unit));
        }
    }

    private Map<String, Rational> lost(UnitResult unit) throws Exception {
        Evaluation evaluation = evaluation();
        Map<String, Rational> lost = new TreeMap<>();
        evaluation
                .standard()
                .indicators()
                .forEach(card -> unit.indicator(card.id())
                        .filter(one -> one.lost().signum() > 0)
                        .ifPresent(one -> lost.put(
                                card.wording(unit.kind()).name(),
                                one.lost().isDecimal()
                                        ? one.lost()
                                        : new Rounding(4, Mode.HALF_UP).apply(one.lost()))));
        evaluation
                .standard()
                .adjustments()
                .forEach(card -> unit.adjustments().stream()
                        .filter(one -> one.penalty()
                                && one.id().equals(card.id())
                                && !one.points().isZero())
                        .forEach(one -> lost.put("扣分·" + card.name(), one.points())));
        return lost;
    }

    /** A figure is exact, or marked as rounded and as close as its decimals allow. */
    private static void figure(String shown, Rational exact, Rational possible) {
        if (possible.isZero()) {
            assertThat(shown).isIn("不计入", "不适用", "—");
        } else if (shown.startsWith("≈")) {
            assertThat(new Rounding(4, Mode.HALF_UP).apply(exact))
                    .isEqualTo(Rational.parse(shown.substring(1)).orElseThrow());
        } else {
            assertThat(Rational.parse(shown)).contains(exact);
        }
    }

    /** Returns the rows of all tables without their headers. */
    private static List<List<String>> rows(String markdown) {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = markdown.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean header = i + 1 < lines.size() && lines.get(i + 1).startsWith("| ---");
            if (lines.get(i).startsWith("| ") && !lines.get(i).startsWith("| ---") && !header) {
                rows.add(List.of(lines.get(i).substring(2).split(" \\| | \\|$")));
            }
        }
        return rows;
    }
}
