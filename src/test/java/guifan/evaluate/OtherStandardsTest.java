package guifan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The other systems of the article, as the standards that are shipped. */
class OtherStandardsTest {

    private static final Standard STATIONS = Standards.shipped("liaison-station/2019");
    private static final Standard BRANDS = Standards.shipped("brand/2019");

    private static String sample(String name) throws IOException {
        return Files.readString(Path.of("examples", name));
    }

    private static Map<String, String> grades(Standard standard, String sheet) {
        return Sheets.evaluate(standard, sheet).stream()
                .collect(Collectors.toMap(
                        UnitResult::unit,
                        unit -> standard.grades()
                                .levels()
                                .get(unit.outcome().grade())
                                .name()));
    }

    /** The grade is by all deputies, strictly over half; the score is by valid ballots. */
    @Test
    void theSatisfactionOfAProjectIsThatOfMoreThanHalfOfAllDeputies() throws IOException {
        Map<String, String> grades =
                grades(Standards.shipped("livelihood-project/2019"), sample("livelihood-project/projects.csv"));
        assertThat(grades).hasSize(32);
        // 130, 131 and 130 of 260
        assertThat(grades).containsEntry("四九长者饭堂", "满意");
        assertThat(grades).containsEntry("图书流动车", "非常满意");
        assertThat(grades).containsEntry("川岛海底供水管维护", "不满意");
    }

    /** The article: 台城、大江、水步、四九、三合、白沙、冲蒌、广海、深井、北陡 have five-star centre stations. */
    @Test
    void theTenCentreStationsOfTheArticleHaveFiveStars() throws IOException {
        List<UnitResult> stations = Sheets.evaluate(STATIONS, sample("liaison-station/stations.csv"));
        assertThat(stations)
                .filteredOn(station ->
                        station.kind().equals("中心站") && station.outcome().grade() == 0)
                .extracting(station -> station.details().get("单位").substring(0, 2))
                .containsExactlyInAnyOrder("台城", "大江", "水步", "四九", "三合", "白沙", "冲蒌", "广海", "深井", "北陡");
        assertThat(stations)
                .filteredOn(station -> station.kind().equals("中心站"))
                .extracting(station -> station.details().get("单位"))
                .hasSize(17)
                .doesNotHaveDuplicates();
    }

    private static String station(String hardware, String other, int receive, String idle) {
        String full = "完全达到";
        List<String> names =
                STATIONS.indicators().map(indicator -> indicator.base().name()).toList();
        List<String> cells = STATIONS.indicators()
                .map(indicator -> switch (indicator.id()) {
                    case "hardware-books" -> hardware;
                    case "open-days" -> other;
                    case "regular-receive" -> String.valueOf(receive);
                    case "regular-study", "regular-inspect", "regular-feedback" -> "4";
                    case "regular-account" -> "1";
                    default -> full;
                })
                .toList();
        return "联络站,单位,类别," + String.join(",", names) + ",连续六个月未开展活动\n甲站,白沙镇,中心站," + String.join(",", cells) + ","
                + idle + "\n";
    }

    @ParameterizedTest
    @CsvSource({
        "完全达到, 完全达到, 12, 否, 五星",
        "完全达到, 未达到, 12, 否, 五星",
        "完全达到, 完全达到, 11, 否, 四星",
        "部分达到, 完全达到, 12, 否, 四星",
        "未达到, 完全达到, 12, 否, 四星",
        "完全达到, 未达到, 11, 否, 四星",
        "完全达到, 完全达到, 12, 是, 无",
    })
    void fiveStarsNeedAllHardwareAndTwelveReceptions(
            String hardware, String other, int receive, String idle, String star) {
        assertThat(grades(STATIONS, station(hardware, other, receive, idle))).containsEntry("甲站", star);
    }

    @Test
    void everyBrandOfTheArticleIsInTheSampleAndNoThemeIsNamedTwice() throws IOException {
        List<UnitResult> brands = Sheets.evaluate(BRANDS, sample("brand/brands.csv"));
        assertThat(brands)
                .extracting(UnitResult::unit)
                .contains("海上人大代表联络站", "人大代表游客联络站", "五个层级联动平台", "代表“包干”", "四条代表专线", "六步闭环");
        List<UnitResult> accepted =
                brands.stream().filter(brand -> brand.outcome().grade() == 0).toList();
        assertThat(accepted)
                .extracting(brand -> brand.details().get("主题").replace(" ", ""))
                .doesNotHaveDuplicates();
        assertThat(accepted).extracting(brand -> brand.details().get("单位")).doesNotHaveDuplicates();
        assertThat(brands)
                .filteredOn(brand -> brand.outcome().caps().contains("same-theme"))
                .extracting(UnitResult::unit)
                .containsExactly("示例品牌（虚构）");
    }

    @ParameterizedTest
    @CsvSource({"20, 20, 30, 5, 5, 通过", "20, 20, 29.5, 5, 5, 整改后再评", "20, 0, 30, 15, 15, 不通过", "20, 0.5, 30, 15, 15, 通过"
    })
    void aBrandNeedsEightyPointsAndSomeSystem(
            String theme, String system, String effect, String known, String press, String grade) {
        assertThat(grades(
                        BRANDS,
                        "品牌,单位,主题,申报日期,次序,类别,主题鲜明,制度支撑,活动成效,群众知晓,宣传影响,品牌活动已停止\n甲,白沙镇,专线,2019-03-05,1,验收,"
                                + String.join(",", theme, system, effect, known, press) + ",否\n"))
                .containsEntry("甲", grade);
    }
}
