package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guifan.diff.Decompositions;
import guifan.diff.ResultDiff;
import guifan.diff.StandardDiff;
import guifan.diff.Trends;
import guifan.evaluate.Evaluation;
import guifan.source.InputException;
import guifan.source.Language;
import guifan.standard.Standards;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of trends and of both kinds of differences. */
class HtmlComparisonsTest {

    private static final Pattern HANZI = Pattern.compile("\\p{IsHan}");

    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</script><b>x", "مرحبا镇", "a\u202Ebc");

    private static Evaluation archived(int year) throws IOException, InputException {
        return archived(year, UnaryOperator.identity());
    }

    private static Evaluation archived(int year, UnaryOperator<String> change) throws IOException, InputException {
        String json = Files.readString(Path.of("examples", String.valueOf(year), "results.json"));
        return JsonReader.read("results.json", change.apply(json));
    }

    private static Trends trends(Evaluation... results) {
        return Trends.of(List.of(results), card -> Optional.of(Standards.shipped(card.id())), UnaryOperator.identity());
    }

    private static String trendsPage(Trends trends, Language language) throws IOException {
        StringBuilder out = new StringBuilder();
        HtmlTrends.write(trends, List.of(), language, out);
        return out.toString();
    }

    private static String resultsPage(Evaluation old, Evaluation now, Language language) throws IOException {
        ResultDiff diff = ResultDiff.of(old, now);
        Decompositions parts = diff.isBySameRules()
                ? null
                : Decompositions.of(
                        diff,
                        Standards.shipped(old.standard().id()),
                        Standards.shipped(now.standard().id()));
        StringBuilder out = new StringBuilder();
        HtmlResultDiff.write(diff, parts, language, out);
        return out.toString();
    }

    private static String standardsPage(String old, String now, Language language) throws IOException {
        StringBuilder out = new StringBuilder();
        HtmlStandardDiff.write(StandardDiff.of(Standards.shipped(old), Standards.shipped(now)), language, out);
        return out.toString();
    }

    private static List<String> zh = List.of();

    @BeforeAll
    static void writeOnce() throws IOException, InputException {
        zh = pages(Language.ZH);
    }

    private static List<String> pages(Language language) throws IOException, InputException {
        return List.of(
                trendsPage(trends(archived(2018), archived(2019), archived(2020)), language),
                resultsPage(archived(2018), archived(2019), language),
                standardsPage("2018", "2019", language));
    }

    private static BigDecimal data(Element cell) {
        return new BigDecimal(cell.attr("data-v"));
    }

    /** A number of the JSON as the page has it: exact, or else to four decimals. */
    private static void assertNumber(Element cell, JsonNode expected, int times) {
        if (expected.has("fraction")) {
            String[] parts = expected.get("fraction").asText().split("/");
            BigDecimal exact = new BigDecimal(parts[0])
                    .multiply(BigDecimal.valueOf(times))
                    .divide(new BigDecimal(parts[1]), 20, RoundingMode.HALF_UP);
            assertThat(data(cell).subtract(exact).abs()).isLessThan(new BigDecimal("0.0001"));
        } else {
            assertThat(data(cell)).isEqualByComparingTo(expected.decimalValue().multiply(BigDecimal.valueOf(times)));
        }
    }

    @Test
    void everyFigureOfTheYearsEqualsTheJson() throws IOException, InputException {
        Trends trends = trends(archived(2018), archived(2019), archived(2020));
        StringBuilder text = new StringBuilder();
        TrendsJson.write(trends, List.of(), text);
        JsonNode json = new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(text.toString());
        Document page = Jsoup.parse(trendsPage(trends, Language.ZH));
        Elements ranks = page.select("#ranks tbody tr");
        Elements steps = page.select("#totals table");
        assertThat(steps).hasSize(2);
        for (int i = 0; i < 17; i++) {
            JsonNode unit = json.get("units").get(i);
            assertThat(ranks.get(i).selectFirst("bdi").text())
                    .isEqualTo(unit.get("unit").asText());
            for (int year = 0; year < 3; year++) {
                assertNumber(
                        ranks.get(i).select("td.n").get(year),
                        unit.get("years").get(year).get("rank"),
                        1);
            }
            Elements crossed = steps.get(0).select("tbody tr").get(i).select("td.n");
            JsonNode change = unit.get("changes").get(0);
            assertNumber(crossed.get(0), unit.get("years").get(0).get("final"), 1);
            assertNumber(crossed.get(1), change.get("work"), 1);
            assertNumber(crossed.get(2), change.get("standard"), 1);
            assertNumber(crossed.get(3), change.get("incomparable"), 1);
            assertNumber(crossed.get(4), unit.get("years").get(1).get("final"), 1);
            assertAreas(page.select("article.unit").get(i).select("table.rates tbody tr"), unit.get("areas"));
        }
        assertAreas(page.select("#areas table.rates tbody tr"), json.get("means"));
    }

    private static void assertAreas(Elements rows, JsonNode areas) {
        assertThat(rows).hasSize(areas.size());
        for (int i = 0; i < areas.size(); i++) {
            List<Element> filled = rows.get(i).select("td[data-v]");
            List<JsonNode> expected = new ArrayList<>();
            areas.get(i).get("rates").forEach(rate -> expected.add(rate.get("rate")));
            for (JsonNode change : areas.get(i).get("changes")) {
                expected.add(change.get("work"));
                if (change.get("from").asInt() == 2018) {
                    expected.add(change.get("standard"));
                    expected.add(change.get("incomparable"));
                }
            }
            assertThat(filled).hasSameSizeAs(expected);
            for (int cell = 0; cell < filled.size(); cell++) {
                assertNumber(filled.get(cell), expected.get(cell), 100);
            }
        }
    }

    @Test
    void theChartsOfAPageDrawWhatItsTableSays() {
        for (String text : zh) {
            Document page = Jsoup.parse(text);
            Elements figures = page.select("figure[data-chart]");
            assertThat(figures).isNotEmpty();
            for (Element figure : figures) {
                Elements heads = figure.select("thead th");
                Stream.of(figure.attr("data-columns").split(" "))
                        .forEach(column -> assertThat(
                                        heads.get(Integer.parseInt(column)).className())
                                .isEqualTo("n"));
                assertThat(figure.select(".chart[role=img][aria-label]")).hasSize(1);
                assertThat(figure.select("table caption")).hasSize(1);
            }
        }
        Document years = Jsoup.parse(zh.get(0));
        assertThat(years.selectFirst("#ranks figure").attr("data-breaks")).isEqualTo("1");
    }

    @Test
    void thePartsOfEveryUnitLeadFromTheOldTotalToTheNewOne() {
        Document page = Jsoup.parse(zh.get(1));
        Elements rows = page.select("#parts tbody tr");
        assertThat(rows).hasSize(17);
        for (Element row : rows) {
            Elements cells = row.select("td.n");
            BigDecimal sum = data(cells.get(0))
                    .add(data(cells.get(1)))
                    .add(data(cells.get(2)))
                    .add(data(cells.get(7)));
            assertThat(sum.subtract(data(cells.get(8))).abs()).isLessThan(new BigDecimal("0.0005"));
        }
    }

    @Test
    void theFlowOfPointsCloses() {
        Document page = Jsoup.parse(zh.get(2));
        for (Element row : page.select("#flow tbody tr")) {
            List<BigDecimal> cells = row.select("td[data-v]").stream()
                    .map(HtmlComparisonsTest::data)
                    .toList();
            BigDecimal sum = cells.subList(0, cells.size() - 1).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal end = cells.get(cells.size() - 1);
            assertThat(row.hasClass("sum") ? sum.subtract(data(row.select("td").get(9))) : sum)
                    .isEqualByComparingTo(end);
        }
        assertThat(page.select("#indicators tbody tr")).hasSize(24);
    }

    @Test
    void whatIsAlikeIsSaidToBeWithoutATableOrScript() throws IOException, InputException {
        String standards = standardsPage("2019", "2019", Language.ZH);
        String results = resultsPage(archived(2019), archived(2019), Language.ZH);
        assertThat(Jsoup.parse(standards).select("header p").eachText()).contains("两份标准没有差别");
        assertThat(Jsoup.parse(results).select("header p").eachText()).contains("结果没有差别");
        for (String text : List.of(standards, results)) {
            assertThat(text.length()).isLessThan(50_000);
            assertThat(Jsoup.parse(text).select("script, table")).isEmpty();
        }
    }

    @Test
    void hostileNamesAreText() throws IOException, InputException {
        UnaryOperator<String> rename = json -> {
            String changed = json;
            List<String> towns = List.of("白沙镇", "水步镇", "大江镇", "四九镇", "三合镇");
            for (int i = 0; i < HOSTILE.size(); i++) {
                changed = changed.replace(
                        "\"" + towns.get(i) + "\"", "\"" + HOSTILE.get(i).replace("\"", "\\\"") + "\"");
            }
            return changed;
        };
        Evaluation old = archived(2019, rename);
        Evaluation now = archived(2020, rename);
        for (String text : List.of(trendsPage(trends(old, now), Language.ZH), resultsPage(old, now, Language.ZH))) {
            Document page = Jsoup.parse(text);
            List<String> names = page.select("article.unit h3 bdi").eachText();
            HOSTILE.forEach(name -> assertThat(names).contains(name.replace("\u202E", "\\u{202E}")));
            assertThat(page.select("img, b, article script")).isEmpty();
            assertThat(page.select("body script")).hasSize(1);
            assertThat(text).doesNotContain("\u202E");
        }
    }

    @Test
    void nothingIsLoadedAndOnlyTheScriptOfThePageMayRun() throws Exception {
        for (String text : zh) {
            Document page = Jsoup.parse(text);
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(page.selectFirst("body > script").data().getBytes(StandardCharsets.UTF_8));
            assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]")
                            .attr("content"))
                    .startsWith("default-src 'none'; script-src 'sha256-"
                            + Base64.getEncoder().encodeToString(hash) + "';");
            assertThat(page.select("[src], link[href]:not([href='data:,']), [onclick], iframe, object"))
                    .isEmpty();
            assertThat(page.select("a[href]").eachAttr("href")).allMatch(address -> address.startsWith("#"));
            List<String> ids = page.select("[id]").eachAttr("id");
            assertThat(ids).doesNotHaveDuplicates();
            page.select("a[href]")
                    .eachAttr("href")
                    .forEach(address -> assertThat(ids).contains(address.substring(1)));
            assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_500_000);
        }
    }

    /** What stays Chinese in English pages is what standards and sheets say. */
    @Test
    void theEnglishPagesAreInEnglish() throws IOException, InputException {
        for (String text : pages(Language.EN)) {
            Document page = Jsoup.parse(text);
            assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
            Stream.of("h1", "h2", "nav a", "figcaption", "p.fine", "#ranks thead th", "#parts thead th", "dt", "#words")
                    .flatMap(selector -> page.select(selector).eachText().stream())
                    .forEach(words -> assertThat(words).doesNotContainPattern(HANZI));
        }
    }

    @Test
    void theSameInputsGiveTheSameBytes() throws IOException, InputException {
        assertThat(pages(Language.ZH)).isEqualTo(zh);
    }
}
