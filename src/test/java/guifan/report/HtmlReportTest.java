package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guifan.evaluate.Evaluation;
import guifan.source.InputException;
import guifan.source.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {

    private static Evaluation archived(String year) throws IOException, InputException {
        return JsonReader.read("results.json", Files.readString(Path.of("examples", year, "results.json")));
    }

    private static JsonNode json(String year) throws IOException {
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(Path.of("examples", year, "results.json").toFile());
    }

    private static String html(Evaluation evaluation, Language language) throws IOException {
        StringBuilder out = new StringBuilder();
        new HtmlReport(NextGrades.UNKNOWN).write(evaluation, language, out);
        return out.toString();
    }

    private static Document page(String year) throws IOException, InputException {
        return Jsoup.parse(html(archived(year), Language.ZH));
    }

    /** A number of the JSON, which gives those that no decimal can show as a fraction and rounded. */
    private static BigDecimal number(JsonNode node) {
        return (node.has("rounded") ? node.get("rounded") : node).decimalValue();
    }

    private static void assertFigure(Element cell, JsonNode expected) {
        assertThat(new BigDecimal(cell.attr("data-v"))).as(cell.outerHtml()).isEqualByComparingTo(number(expected));
    }

    private static Element article(Document page, String unit) {
        return page.select("article.unit").stream()
                .filter(one -> one.attr("data-name").equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> all(JsonNode parent, String member) {
        List<JsonNode> found = new ArrayList<>();
        parent.path("areas").forEach(area -> {
            area.path(member).forEach(found::add);
            found.addAll(all(area, member));
        });
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018", "2019", "2020"})
    void everyFigureOfAUnitEqualsTheJson(String year) throws IOException, InputException {
        Document page = page(year);
        for (JsonNode unit : json(year).get("units")) {
            Element article = article(page, unit.get("unit").asText());
            JsonNode totals = unit.get("totals");
            assertFigure(article.selectFirst("[data-figure=final total]"), totals.get("final"));
            assertFigure(article.selectFirst("[data-figure=base total]"), totals.get("base"));
            assertFigure(article.selectFirst("[data-figure=bonus]"), totals.get("bonus"));
            assertFigure(article.selectFirst("[data-figure=penalty]"), totals.get("penalty"));
            assertFigure(
                    article.selectFirst("[data-figure=rank]"),
                    unit.get("outcome").get("rank"));
            List<JsonNode> indicators = all(unit, "indicators");
            assertThat(article.select("tr[data-indicator]")).hasSameSizeAs(indicators);
            for (JsonNode indicator : indicators) {
                assertPoints(
                        article.selectFirst(
                                "tr[data-indicator=" + indicator.get("id").asText() + "]"),
                        indicator);
            }
            for (JsonNode area : unit.get("areas")) {
                assertPoints(
                        article.selectFirst("tr[data-area=" + area.get("id").asText() + "]"), area);
            }
        }
    }

    private static void assertPoints(Element row, JsonNode expected) {
        Elements cells = row.select("td.n");
        if (number(expected.get("possible")).signum() == 0) {
            assertThat(cells.eachText()).containsExactly("不适用");
            return;
        }
        assertThat(cells).hasSize(3);
        assertFigure(cells.get(0), expected.get("score"));
        assertFigure(cells.get(1), expected.get("possible"));
        assertFigure(cells.get(2), expected.get("contribution"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018", "2019", "2020"})
    void theRankingHoldsTheFinalTotalsInTheOrderOfTheRanks(String year) throws IOException, InputException {
        Elements rows = page(year).select("table.league tbody tr");
        List<JsonNode> units = StreamSupport.stream(json(year).get("units").spliterator(), false)
                .toList();
        assertThat(rows).hasSameSizeAs(units);
        int last = 0;
        for (Element row : rows) {
            JsonNode unit = units.stream()
                    .filter(one -> one.get("unit")
                            .asText()
                            .equals(row.selectFirst("th").text()))
                    .findFirst()
                    .orElseThrow();
            int rank = Integer.parseInt(row.child(0).text());
            assertThat(rank)
                    .isGreaterThanOrEqualTo(last)
                    .isEqualTo(unit.at("/outcome/rank").intValue());
            last = rank;
            Elements cells = row.select("td.n");
            assertThat(new BigDecimal(cells.get(cells.size() - 1).text()))
                    .isEqualByComparingTo(number(unit.at("/totals/final")));
            assertThat(new BigDecimal(cells.get(cells.size() - 4).attr("data-v")))
                    .isEqualByComparingTo(number(unit.at("/totals/base")));
        }
    }

    @Test
    void eachRateIsTheQuotientOfTheJson() throws IOException, InputException {
        Elements rows = page("2020").select("#areas tbody tr");
        for (JsonNode unit : json("2020").get("units")) {
            Element row = rows.stream()
                    .filter(one -> one.child(0).text().equals(unit.get("unit").asText()))
                    .findFirst()
                    .orElseThrow();
            int column = 1;
            for (JsonNode area : unit.get("areas")) {
                Element cell = row.child(column);
                BigDecimal possible = number(area.get("possible"));
                if (possible.signum() == 0) {
                    assertThat(cell.text()).isEqualTo("不适用");
                } else {
                    BigDecimal hundredfold = number(area.get("score")).movePointRight(2);
                    assertThat(new BigDecimal(cell.attr("data-v")).multiply(possible))
                            .isCloseTo(hundredfold, org.assertj.core.api.Assertions.within(new BigDecimal("0.01")));
                }
                column++;
            }
        }
    }

    @Test
    void gradesAreCountedAndNamed() throws IOException, InputException {
        Elements rows = page("2020").select("#grades tbody tr");
        assertThat(rows.eachText()).hasSize(3).first().asString().startsWith("优秀 6 35.3 90 通报表扬 水步镇、白沙镇、");
        assertThat(rows.select("td:nth-of-type(1)").eachAttr("data-v")).containsExactly("6", "7", "4");
    }

    @Test
    void lostPointsStandLargestFirst() throws IOException, InputException {
        for (Element article : page("2019").select("article.unit")) {
            List<BigDecimal> losses = article.select("table.losses td.n").stream()
                    .map(cell -> new BigDecimal(cell.attr("data-v")))
                    .toList();
            assertThat(losses).isNotEmpty().isSortedAccordingTo((a, b) -> b.compareTo(a));
        }
    }

    @Test
    void whoAsksForAReportTwiceGetsTheSameBytes() throws IOException, InputException {
        assertThat(html(archived("2019"), Language.EN)).isEqualTo(html(archived("2019"), Language.EN));
    }

    @Test
    void seventeenUnitsTakeLessThanTwoAndAHalfMegabytes() throws IOException, InputException {
        assertThat(html(archived("2020"), Language.ZH).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(2_500_000);
    }

    @Test
    void nothingIsLoadedFromAnywhere() throws IOException, InputException {
        Document page = page("2020");
        assertThat(page.select("[src], object, iframe, embed, base, form")).isEmpty();
        assertThat(page.select("link").eachAttr("href")).containsExactly("data:,");
        assertThat(page.select("[href]").eachAttr("href")).allMatch(href -> href.matches("#[a-z0-9-]+|data:,"));
        assertThat(page.select("style").html()).doesNotContain("url(", "@import", "http");
        assertThat(page.select("[onclick], [onload], [onerror]")).isEmpty();
        assertThat(page.select("meta[http-equiv]").attr("content")).startsWith("default-src 'none'; ");
    }

    @Test
    void theOneScriptIsAllowedByItsHash() throws Exception {
        String html = html(archived("2018"), Language.ZH);
        Matcher script =
                Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(html);
        assertThat(script.find()).isTrue();
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(Jsoup.parse(html).select("meta[http-equiv]").attr("content"))
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';");
        assertThat(script.find()).isFalse();
        assertThat(html).contains("Apache ECharts", "Copyright 2017-2024 The Apache Software Foundation");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTableHasACaptionAndEveryHeadingItsScope(Language language) throws IOException, InputException {
        Document page = Jsoup.parse(html(archived("2019"), language));
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language == Language.ZH ? "zh-CN" : "en");
        assertThat(page.select("table")).isNotEmpty().allSatisfy(table -> {
            assertThat(table.select("caption").text()).isNotBlank();
            assertThat(table.select("th:not([scope])")).isEmpty();
        });
        assertThat(page.select("figure[data-chart]")).hasSize(2).allSatisfy(figure -> {
            assertThat(figure.select("[role=img][aria-label]")).hasSize(1);
            assertThat(figure.select("table tbody tr")).isNotEmpty();
        });
        assertThat(page.select("#words span"))
                .isNotEmpty()
                .allMatch(word -> !word.text().isBlank());
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void theReconstructionIsNamed() throws IOException, InputException {
        assertThat(page("2020").select("header p").eachText()).contains("本标准为重构示例，非台山市人大常委会正式文本");
    }

    @Test
    void whereThereAreManyUnitsEachPageIsPutTogetherFromItsPieces() throws IOException, InputException {
        Evaluation few = archived("2020");
        HtmlParts parts = new HtmlParts();
        StringBuilder plain = new StringBuilder();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Html page = new Html(Language.ZH);
            HtmlArticles.write(
                    "u-1", HtmlReport.article(few, few.units().get(i), HtmlMeans.of(few), Optional.empty()), page);
            plain.append(page.toString().replace("\n", ""));
            numbers.add(parts.add(page.toString()));
        }
        Html store = new Html(Language.ZH);
        parts.write(store);
        String[] pieces =
                Jsoup.parse(store.toString()).selectFirst("#parts").data().split("\n", -1);
        StringBuilder joined = new StringBuilder();
        numbers.forEach(page ->
                List.of(page.split(" ")).forEach(number -> joined.append(pieces[Integer.parseInt(number, 36)])));
        assertThat(joined.toString()).isEqualTo(plain.toString());
        assertThat(store.toString().length()).isLessThan(plain.length() * 3 / 4);
    }
}
