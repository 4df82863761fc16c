package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The year's chain: results of stations and brands, taken by the evaluation of the towns. */
class ResultsOptionTest {

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void stationsAndBrandsAreEvaluated() throws IOException {
        console = new Console(folder)
                .with("scores.csv", Path.of("examples/2019/scores.csv"))
                .with("stations.csv", Path.of("examples/chain/stations.csv"))
                .with("brands.csv", Path.of("examples/brand/brands.csv"));
        assertThat(console.run("evaluate", "--standard", "liaison-station/2019", "stations.csv", "-o", "stations.json")
                        .exit())
                .isZero();
        assertThat(console.run("evaluate", "--standard", "brand/2019", "brands.csv", "-o", "brands.json")
                        .exit())
                .isZero();
    }

    private Run towns(String... more) {
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {"evaluate", "--standard", "2019", "scores.csv"}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return console.run(args);
    }

    private void archive() {
        Run run = towns("--results", "stations.json", "--results", "brands.json", "-o", "towns.json");
        assertThat(run.exit()).as(run.err()).isZero();
    }

    @Test
    void theOrderOfTheFilesChangesNothing() throws IOException {
        archive();
        byte[] one = Files.readAllBytes(folder.resolve("towns.json"));
        towns("--results", "brands.json", "--results", "stations.json", "-o", "towns.json");
        assertThat(Files.readAllBytes(folder.resolve("towns.json"))).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json", "md", "html"})
    void everyOutputShowsWhereAResultIsNotWhatTheSheetSays(String format) {
        Run run = towns("--results", "stations.json", "--format", format);
        assertThat(run.out()).contains("五星").contains("四星");
        assertThat(run.out()).containsAnyOf("四星→五星", "\"countsAs\": \"五星\"");
        assertThat(towns("--format", format).out()).doesNotContain("四星→五星").doesNotContain("\"countsAs\"");
    }

    @Test
    void aFigureCanBeFollowedThroughBoth() {
        archive();
        Run town = console.run("explain", "towns.json", "--unit", "大江镇", "--indicator", "plat-star");
        String command = town.out()
                .lines()
                .filter(line -> line.contains("guifan explain"))
                .findFirst()
                .orElseThrow();
        assertThat(command).endsWith("guifan explain stations.json --unit 大江中心联络站");
        Run station = console.run("explain", "stations.json", "--unit", "大江中心联络站");
        assertThat(station.out()).contains("等次：五星");
        assertThat(console.run("explain", "towns.json", "--unit", "大江镇").out())
                .contains("guifan explain brands.json --unit 乡村振兴齐聚力");
    }

    @Test
    void verifyConfirmsAndNamesAResultThatIsNotTheOneThatWasTaken() throws IOException {
        archive();
        assertThat(console.run("verify", "towns.json").out()).contains("逐字一致");
        assertThat(console.run(
                                "verify",
                                "towns.json",
                                "scores.csv",
                                "--results",
                                "brands.json",
                                "--results",
                                "stations.json")
                        .exit())
                .isZero();
        Path stations = folder.resolve("stations.json");
        String before = Files.readString(stations);
        Files.writeString(stations, before.replace("\"unit\": \"大江中心联络站\"", "\"unit\": \"大江中心站\""));
        Run changed = console.run("verify", "towns.json");
        assertThat(changed.exit()).isEqualTo(1);
        assertThat(changed.out()).contains("所取的评价结果 stations.json 与结果所记不同").contains("大江中心站");
        Files.writeString(stations, before.substring(0, before.length() / 2));
        Run broken = console.run("verify", "towns.json");
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.out()).contains("所取的评价结果读不出来：stations.json");
        Files.delete(stations);
        Run missing = console.run("verify", "towns.json");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("--results").contains("stations.json");
        assertThat(console.run("verify", "stations.json", "--results", "brands.json")
                        .exit())
                .isNotZero();
    }

    @Test
    void aTamperedTakingIsNotConfirmed() throws IOException {
        archive();
        Path towns = folder.resolve("towns.json");
        String text = Files.readString(towns);
        String changed = text.replaceFirst("\"countsAs\": \"五星\"", "\"countsAs\": \"四星\"");
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(towns, changed);
        assertThat(console.run("verify", "towns.json").exit()).isEqualTo(1);
    }

    @Test
    void anApprovedChangeStandsAboveAResult() throws IOException {
        console.with("o.csv", "单位,指标,子项,原值,新值,理由,批准人,日期,文号\n大江镇,plat-star,,四星,三星,复核,主任会议,2020-01-15,示例〔2020〕3号\n");
        towns("--results", "stations.json", "--overrides", "o.csv", "-o", "towns.json");
        Run run = console.run("explain", "towns.json", "--unit", "大江镇", "--indicator", "plat-star");
        assertThat(run.out()).contains("取用：经批准的更正").contains("得分：1 / 2");
        assertThat(console.run("verify", "towns.json").exit()).isZero();
    }

    @Test
    void whatIsNoResultIsToldWithItsFile() throws IOException {
        console.with("no.json", "{}");
        Run run = towns("--results", "no.json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("no.json: error[result-format]");
        assertThat(towns("--results", "nowhere.json").exit()).isEqualTo(5);
    }

    @Test
    void aResultThatIsReadIsNotWrittenOver() {
        assertThat(towns("--results", "stations.json", "-o", "stations.json").exit())
                .isEqualTo(2);
    }

    @Test
    void rulesThatAreNotThoseAtHandAreRefused() throws IOException {
        Path stations = folder.resolve("stations.json");
        String text = Files.readString(stations);
        Files.writeString(stations, text.replaceFirst("\"rulesHash\": \"....", "\"rulesHash\": \"0000"));
        Run run = towns("--results", "stations.json");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("stations.json: error[results-text]");
    }
}
