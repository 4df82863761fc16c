package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports as HTML: of every example, with whatever names, and as a page for each unit. */
class HtmlCommandTest {

    private static final String STANDARD = """
            format: 1
            standard: towns
            title: Towns
            status: issued
            provenance: published
            effective: 2020-01-01
            units: {kinds: [town]}
            total: 10
            areas:
              - id: work
                name: Work
                points: 10
                indicators:
                  - {id: visits, name: Visits, points: 6, rule: {kind: shortfall, target: 3}}
                  - {id: talks, name: Talks, points: 4, rule: {kind: count, each: 2, cap: 4}}
            adjustments:
              penalty:
                items:
                  - {id: late, name: Late, measured-in: days, rule: {kind: count, each: 0.2, cap: 1}}
            grades:
              by: final
              levels:
                - {name: Good, at-least: 8}
                - {name: Fair, otherwise: true}
            ...
            """;

    @TempDir
    Path folder;

    private Document page(String file) throws IOException {
        return Jsoup.parse(Files.readString(folder.resolve(file)));
    }

    private Console towns(String sheet) throws IOException {
        return new Console(folder).with("towns.yaml", STANDARD).with("scores.csv", sheet);
    }

    static List<Path> standards() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> Files.exists(file.resolveSibling("scores.csv")))
                    .filter(file -> !file.startsWith("examples/errors"))
                    .filter(file -> List.of("example.yaml", "ruian.yaml", "shenzhen.yaml", "zhenhai.yaml")
                            .contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("standards")
    void everyExampleHasAReportAndPagesThatNameNoOtherUnit(Path standard) throws IOException {
        Console console = new Console(folder)
                .with(standard.getFileName().toString(), standard)
                .with("scores.csv", standard.resolveSibling("scores.csv"));
        for (String language : List.of("zh", "en")) {
            Run run = console.run(
                    "evaluate",
                    "--standard",
                    standard.getFileName().toString(),
                    "scores.csv",
                    "--lang",
                    language,
                    "-o",
                    "r.html",
                    "-o",
                    "r.json",
                    "--unit-pages",
                    language);
            assertThat(run.exit()).as(run.err()).isZero();
            List<String> units =
                    Results.of(Files.readString(folder.resolve("r.json"))).units();
            assertThat(page("r.html").select("article.unit").eachAttr("data-name"))
                    .containsExactlyInAnyOrderElementsOf(units);
            assertThat(page("r.html").select("table.league th[scope=row]").eachText())
                    .containsExactlyInAnyOrderElementsOf(units);
            for (String unit : units) {
                assertOnlyAbout(unit, units, page(language + "/" + unit + ".html"));
            }
        }
    }

    private static void assertOnlyAbout(String unit, List<String> units, Document page) {
        String text = page.outerHtml();
        assertThat(page.select("h3 bdi").first().text()).isEqualTo(unit);
        assertThat(page.select("script")).isEmpty();
        assertThat(units)
                .filteredOn(other -> !unit.contains(other))
                .allSatisfy(other -> assertThat(text).doesNotContain(other));
    }

    @Test
    void thePageOfATownHoldsNothingOfOtherTownsButTheMean() throws IOException {
        Console console = new Console(folder).with("scores.csv", Path.of("examples/2020/scores.csv"));
        Run run = console.run(
                "evaluate",
                "--standard",
                "2019",
                "scores.csv",
                "-o",
                "r.json",
                "-o",
                "r.html",
                "--unit-pages",
                "pages");
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> units =
                Results.of(Files.readString(folder.resolve("r.json"))).units();
        for (String unit : units) {
            Document page = page("pages/" + unit + ".html");
            assertOnlyAbout(unit, units, page);
            assertThat(page.selectFirst("[data-figure=rank]").text()).endsWith("（共 17 个单位）");
            assertThat(page.text()).contains("本标准为重构示例", "全部单位平均 86.97");
        }
        assertThat(page("pages/川岛镇.html").text()).contains("怎样达到“优秀”", "工作评议：0 次 → 1 次");
        assertThat(page("pages/水步镇.html").text()).doesNotContain("怎样达到");
    }

    @Test
    void twoUnitsAreNotToldTheirMean() throws IOException {
        towns("单位,类别,Visits,Talks\nNorth,town,3,2\nSouth,town,2,1\n")
                .run(
                        "evaluate",
                        "--standard",
                        "towns.yaml",
                        "scores.csv",
                        "--lang",
                        "en",
                        "--unit-pages",
                        "p",
                        "-o",
                        "r.html");
        assertThat(page("p/North.html").text()).doesNotContain("mean of all units");
        assertThat(page("r.html").text()).contains("mean of all units");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</script><script>alert(1)</script>",
                "\"onmouseover=\"alert(1)",
                "'><img src=x onerror=alert(1)>",
                "<!--",
                "&lt;b&gt;&amp;",
                "a\u2028b\u202Ec",
                "javascript:alert(1)",
                "${x}{{y}}"
            })
    void aHostileNameIsText(String name) throws IOException {
        String cell = "\"" + name.replace("\"", "\"\"") + "\"";
        Run run = towns("单位,类别,Visits,Talks\n" + cell + ",town,3,2\nSouth,town,2,1\nWest,town,2,2\n")
                .run("evaluate", "--standard", "towns.yaml", "scores.csv", "-o", "r.html", "--unit-pages", "pages");
        assertThat(run.exit()).as(run.err()).isZero();
        String shown = name.replace("\u2028", "\\u{2028}").replace("\u202E", "\\u{202E}");
        List<Document> pages = new ArrayList<>(List.of(page("r.html")));
        try (Stream<Path> files = Files.list(folder.resolve("pages"))) {
            assertThat(files).hasSize(3).allMatch(file -> file.toString().endsWith(".html"));
        }
        try (Stream<Path> files = Files.list(folder.resolve("pages"))) {
            for (Path file : files.toList()) {
                Document page = Jsoup.parse(Files.readString(file));
                if (page.select("h3 bdi").first().text().equals(shown)) {
                    pages.add(page);
                }
            }
        }
        assertThat(pages).hasSize(2).allSatisfy(page -> {
            assertThat(page.select("bdi").eachText()).contains(shown);
            assertThat(page.select("script:not([type])").size()).isEqualTo(page == pages.get(0) ? 1 : 0);
            assertThat(page.select("img, [onmouseover], [onerror], [href^=javascript]"))
                    .isEmpty();
        });
        assertThat(pages.get(0).select("article.unit").eachAttr("data-name")).contains(shown);
    }

    @Test
    void inEnglishThereIsNoChineseButThatOfTheSheet() throws IOException {
        towns("单位,类别,Visits,Talks,扣分·Late（days）\nNorth,town,3,2,1\nSouth,town,2,0,\nWest,town,2,2,\n")
                .run(
                        "evaluate",
                        "--standard",
                        "towns.yaml",
                        "scores.csv",
                        "--lang",
                        "en",
                        "-o",
                        "r.html",
                        "--unit-pages",
                        "p");
        for (String file : List.of("r.html", "p/North.html", "p/South.html")) {
            Document page = page(file);
            page.select("script, style").remove();
            assertThat(page.outerHtml()).doesNotContainPattern("\\p{IsHan}");
            assertThat(page.text()).contains("Points lost");
        }
        assertThat(page("p/South.html").text()).contains("What would reach \"Good\" (for reference only)");
    }

    @Test
    void moreThanTwoHundredUnitsAreLaidOutWhenTheyAreAskedFor() throws IOException {
        StringBuilder sheet = new StringBuilder("单位,类别,Visits,Talks\n");
        IntStream.range(0, 201)
                .forEach(i -> sheet.append("Unit ")
                        .append(i)
                        .append(",town,")
                        .append(i % 4)
                        .append(",1\n"));
        Run run = towns(sheet.toString()).run("evaluate", "--standard", "towns.yaml", "scores.csv", "-o", "r.html");
        assertThat(run.exit()).as(run.err()).isZero();
        Document page = page("r.html");
        assertThat(page.select("article.unit")).isEmpty();
        assertThat(page.select("script[data-unit]").eachAttr("data-name"))
                .hasSize(201)
                .contains("Unit 200");
        assertThat(page.select("table.league tbody tr")).hasSize(201);
        Element first = page.selectFirst("table.league tbody a");
        assertThat(page.select("script[data-unit=" + first.attr("href").substring(1) + "]")
                        .attr("data-name"))
                .isEqualTo(first.text());
        assertThat(page.select("#units noscript, #units .fine").text()).contains("--unit-pages", "explain --to");
    }

    @Test
    void unitsThatCouldNotBeRatedAreNamedAndNobodyHasARank() throws IOException {
        Run run = towns("单位,类别,Visits,Talks\nNorth,town,3,2\nSouth,town,x,1\nWest,town,2,2\n")
                .run("evaluate", "--standard", "towns.yaml", "scores.csv", "--partial", "-o", "r.html");
        assertThat(run.exit()).isEqualTo(3);
        Document page = page("r.html");
        assertThat(page.select("table.league thead th").eachText()).doesNotContain("名次");
        assertThat(page.select("[data-figure=rank]")).isEmpty();
        assertThat(page.select("#league").text()).contains("South").contains("未评");
        assertThat(page.select("#grades tbody tr").eachText()).anyMatch(row -> row.matches("未评 1 +South"));
    }

    @Test
    void whatOverridesChangedStandsOnThePageOfTheUnit() throws IOException {
        Console console = new Console(folder)
                .with("scores.csv", Path.of("examples/commands/overrides/scores.csv"))
                .with("overrides.csv", Path.of("examples/commands/overrides/overrides.csv"));
        Run run = console.run(
                "evaluate",
                "--standard",
                "2019",
                "scores.csv",
                "--overrides",
                "overrides.csv",
                "-o",
                "r.html",
                "--format",
                "csv");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(page("r.html").select("article.unit").text()).contains("更正").contains("影响：");
        assertThat(page("r.html").select("#about").text()).contains("更正 overrides.csv SHA-256");
    }
}
