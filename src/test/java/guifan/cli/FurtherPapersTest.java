package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import guifan.evaluate.Evaluation;
import guifan.evaluate.UnitResult;
import guifan.evaluate.UnitResult.IndicatorResult;
import guifan.evaluate.UnitResult.Totals;
import guifan.number.Rational;
import guifan.number.Rounding;
import guifan.number.Rounding.Mode;
import guifan.report.JsonReader;
import guifan.standard.Indicator;
import guifan.standard.Standard;
import guifan.standard.StandardLibrary;
import guifan.standard.StandardLibrary.Folder;
import guifan.standard.StandardLibrary.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists that go with a result. */
class FurtherPapersTest {

    @TempDir
    Path folder;

    private PaperDesk desk;

    @BeforeEach
    void aResult() throws IOException {
        desk = new PaperDesk(folder).withPapers();
    }

    /** The list, from the totals: whoever is at most half a point from 80 or 90. */
    @ParameterizedTest
    @ValueSource(strings = {"md", "html", "docx"})
    void whoIsCloseToALineIsThatOfTheResult(String format) throws Exception {
        desk.notices("papers.yaml", "--only", "near", "--format", format);
        List<String> said = desk.paper("临界与争议清单." + format);
        List<String> expected = new ArrayList<>();
        Rounding two = new Rounding(2, Mode.HALF_UP);
        for (UnitResult unit : desk.evaluation().units()) {
            Totals totals = Objects.requireNonNull(unit.totals());
            for (int line : new int[] {80, 90}) {
                Rational margin = totals.exactFinal().minus(Rational.of(line));
                if (margin.abs().times(Rational.of(2)).compareTo(Rational.ONE) <= 0) {
                    expected.add(unit.unit() + " | " + two.format(totals.finalTotal()) + " | " + totals.exactFinal()
                            + " | " + margin);
                }
            }
        }
        List<String> listed = said.stream()
                .filter(line -> line.matches("[0-9]+ \\|.*"))
                .map(line -> line.split(" \\| "))
                .map(cells -> String.join(" | ", cells[1], cells[3], cells[5], cells[6]))
                .toList();
        assertThat(expected).hasSize(3);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(said).anyMatch(line -> line.contains("不超过0.5分的，共3处"));
        assertThat(said).contains("本标准为重构示例，非台山市人大常委会正式文本");
    }

    @Test
    void howCloseIsPutDownAndWhatDecidedIsSaid() throws Exception {
        desk.change();
        desk.withPapers("note:", "near: 0.2\nnote:");
        desk.notices("papers.yaml", "--only", "临界与争议清单");
        assertThat(desk.paper("临界与争议清单.md"))
                .filteredOn(line -> line.startsWith("1 |"))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("四九镇", "89.90", "差“优秀”线（90）0.1 分", "示例〔2020〕3号", "影响：得分 90.00→89.90，等次 优秀→良好");
        assertThat(desk.paper("临界与争议清单.md")).noneMatch(line -> line.startsWith("2 |"));
    }

    @Test
    void withoutCheckedAnswersThereIsNoListOfReductions() {
        Run none = desk.notices("papers.yaml", "--only", "reductions");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("没有可出的公文");
    }

    /**
     * What is taken off is what lies between the scores of two results: of what was reported, and of what was found.
     */
    @ParameterizedTest
    @ValueSource(strings = {"md", "html", "docx"})
    void everyFigureOfTheReductionsIsThatOfTheResults(String format) throws Exception {
        Evaluation reported = desk.evaluation();
        Map<String, String> found = new LinkedHashMap<>();
        found.put("四九镇", "0,没有通知和记录,乙组");
        found.put("白沙镇", "0,没有记录,甲组");
        found.put("大江镇", "0,没有通知,甲组");
        desk.console().with("checked.csv", checked(found));
        Files.delete(folder.resolve("results.json"));
        desk.console().run("evaluate", "--standard", "2019", "checked.csv", "-o", "results.json");
        assertThat(desk.notices("papers.yaml", "--only", "reductions", "--format", format)
                        .err())
                .isEmpty();
        List<String> said = desk.paper("核减清单." + format);
        Map<String, List<Rational>> groups = new TreeMap<>();
        List<String> expected = new ArrayList<>();
        for (UnitResult unit : desk.evaluation().units()) {
            if (!found.containsKey(unit.unit())) {
                continue;
            }
            IndicatorResult before = inquiry(reported.unit(unit.unit()).orElseThrow());
            IndicatorResult after = inquiry(unit);
            Rational points = before.score().minus(after.score());
            String[] words = Objects.requireNonNull(found.get(unit.unit())).split(",");
            Rational measure = Objects.requireNonNull(before.measure());
            Rational less = measure.minus(number(words[0]));
            expected.add(String.join(" | ", unit.unit(), "" + measure, words[0], "" + less, "" + points, words[1]));
            groups.computeIfAbsent(words[2], group -> new ArrayList<>()).add(points);
        }
        assertThat(cells(said, "super-inquiry", 0, 4, 6, 8, 9, 10)).containsExactlyInAnyOrderElementsOf(expected);
        groups.forEach((group, points) -> {
            Rational sum = points.stream().reduce(Rational.ZERO, Rational::plus);
            assertThat(said)
                    .anyMatch(line -> line.startsWith(group + " | " + points.size() + " | " + points.size() + " | "
                            + sum + " | " + sum.dividedBy(Rational.of(points.size()))));
        });
        assertThat(said).contains("按考评组", "本标准为重构示例，非台山市人大常委会正式文本").anyMatch(line -> line.contains("共3项"));
    }

    private static IndicatorResult inquiry(UnitResult unit) {
        return unit.indicator("super-inquiry").orElseThrow();
    }

    /** Returns some columns of the rows in which {@code word} stands in the second. */
    private static List<String> cells(List<String> said, String word, int... columns) {
        return said.stream()
                .map(line -> line.split(" \\| ", -1))
                .filter(row -> row.length > 1 && row[1].equals(word))
                .map(row -> String.join(
                        " | ", Arrays.stream(columns).mapToObj(i -> row[i]).toList()))
                .toList();
    }

    /** Returns the sheet of the year with a column of what was found, by unit: number, reason and group. */
    private static String checked(Map<String, String> found) throws IOException {
        List<String> lines = Files.readAllLines(PaperDesk.EXAMPLES.resolve("2019/scores.csv"));
        int column = List.of(lines.get(0).split(",", -1)).indexOf("专题询问（次）");
        StringBuilder sheet = new StringBuilder();
        for (String line : lines) {
            List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
            boolean header = sheet.isEmpty();
            if (header) {
                cells.set(column, "专题询问（次）·自评");
            }
            cells.add(column + 1, header ? "专题询问·核定,专题询问·核减理由,专题询问·核定人" : found.getOrDefault(cells.get(0), ",,"));
            sheet.append(String.join(",", cells)).append('\n');
        }
        return sheet.toString();
    }

    @Test
    void whatTheStandardRevisedIsSetSideBySide() throws Exception {
        assertThat(desk.notices("papers.yaml", "--only", "revision").exit()).isEqualTo(2);
        desk.notices("papers.yaml", "--only", "revision", "--revised-from", "2019.0");
        List<String> said = desk.paper("修订对照表.md");
        assertThat(said.get(1)).contains("修订前", "编号2019.0");
        assertThat(said.get(2)).contains("修订后", "编号2019.1");
        StandardLibrary library = new StandardLibrary(List.of(new Folder(Path.of("standards"), "standards")));
        Standard before = library.find("2019.0", When.LATEST, folder);
        Standard after = library.find("2019.1", When.LATEST, folder);
        List<String> expected = new ArrayList<>();
        after.indicators().forEach(now -> {
            Optional<Indicator> was =
                    before.indicators().filter(one -> one.id().equals(now.id())).findFirst();
            if (was.isEmpty()) {
                expected.add("（新增） | " + named(now));
            } else if (!was.get().base().points().equals(now.base().points())) {
                expected.add(named(was.get()) + " | " + named(now));
            }
        });
        assertThat(expected).hasSize(5);
        assertThat(said.stream()
                        .filter(line -> line.matches("[0-9]+ \\|.*"))
                        .map(line -> line.replaceAll("^[0-9]+ \\| ", "").replaceAll("）：[^|]* \\| ", "） | "))
                        .map(line -> line.replaceAll("(\\| [^|]*?（[0-9.]+ 分）)：.*", "$1")
                                .replaceAll(" \\| [^|（]*$", "")))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(said)
                .contains("共5处修订。")
                .filteredOn(line -> line.matches("[0-9]+ \\|.*"))
                .hasSize(5);
        assertThat(said)
                .anyMatch(line -> line.contains("（新增） | 规范民生实事项目票决（4 分）") && line.endsWith("适应民生实事项目人大代表票决工作全面推开"));
        desk.notices("papers.yaml", "--only", "revision", "--revised-from", "2019");
        assertThat(desk.paper("修订对照表.md")).contains("两份标准的条文没有差别。");
        Run unknown = desk.notices("papers.yaml", "--revised-from", "2017");
        assertThat(unknown.exit()).isEqualTo(4);
    }

    private static String named(Indicator indicator) {
        return indicator.base().name() + "（" + indicator.base().points() + " 分）";
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "docx"})
    void yearsAreComparedByRatesAndEveryChangeIsTakenApart(String format) throws Exception {
        desk.console().with("old.json", PaperDesk.EXAMPLES.resolve("2018/results.json"));
        Run run = desk.notices("papers.yaml", "--earlier", "old.json", "--only", "years", "--format", format);
        assertThat(run.err()).isEmpty();
        List<String> said = desk.paper("年度对比." + format);
        Evaluation old = JsonReader.read("old.json", Files.readString(folder.resolve("old.json")));
        String means = "加强党的领导 | " + meanRate(old, 0) + " | " + meanRate(desk.evaluation(), 0) + " | ";
        assertThat(said).anyMatch(line -> line.startsWith(means));
        assertThat(said)
                .contains("2018‖2019：规则不同，按新旧指标对照分解。")
                .anyMatch(line -> line.endsWith("不可比：由新实绩推不出旧实绩"))
                .anyMatch(line -> line.startsWith("2018、2019 | 镇 | — | 规范民生实事项目票决 | 新增"));
        int units = 0;
        for (UnitResult unit : desk.evaluation().units()) {
            String row = said.stream()
                    .filter(line -> line.startsWith(unit.unit() + " | "))
                    .findFirst()
                    .orElseThrow();
            String[] cells = row.replace('−', '-').replace("+", "").split(" \\| ");
            Rational change = number(cells[3]).minus(number(cells[2]));
            Rational parts = number(cells[5]).plus(number(cells[6])).plus(number(cells[7]));
            Rational rounding = change.minus(parts).abs().times(Rational.HUNDRED);
            assertThat(rounding.compareTo(Rational.of(2))).as(row).isLessThanOrEqualTo(0);
            assertThat(number(cells[3]))
                    .isEqualTo(Objects.requireNonNull(unit.totals()).finalTotal());
            units++;
        }
        assertThat(units).isEqualTo(17);
    }

    private static Rational number(String shown) {
        return Rational.parse(shown.strip()).orElseThrow();
    }

    private static String meanRate(Evaluation evaluation, int area) {
        Rational sum = evaluation.units().stream()
                .map(unit -> unit.areas().get(area))
                .map(one -> one.score().dividedBy(one.possible()))
                .reduce(Rational.ZERO, Rational::plus);
        Rational mean = sum.dividedBy(Rational.of(evaluation.units().size()));
        return new Rounding(1, Mode.HALF_UP).format(mean.times(Rational.HUNDRED));
    }

    @ParameterizedTest
    @CsvSource({
        "2018, '\"stage\": \"final\"', '\"stage\": \"self\"', not-final",
        "2019, x, x, not-earlier",
        "2020, x, x, not-earlier"
    })
    void onlyEarlierFinalResultsAreCompared(String year, String now, String wrong, String code) throws Exception {
        String old = Files.readString(PaperDesk.EXAMPLES.resolve(year + "/results.json"));
        desk.console().with("old.json", old.replace(now, wrong));
        Run run = desk.notices("papers.yaml", "--earlier", "old.json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("old.json").contains("error[" + code + "]");
    }

    @Test
    void papersAreNamedInBothLanguages() throws Exception {
        desk.notices("papers.yaml", "--only", "通报,summary");
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("通报.md", "成绩汇总表.md");
        }
        assertThat(desk.notices("papers.yaml", "--only", "letter").err())
                .contains("没有“letter”这种公文")
                .contains("notice（通报）");
    }
}
