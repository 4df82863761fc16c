package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trial is printed, marked, and never passes for a result. */
class WhatIfCommandTest {

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void putASheetIntoTheFolder() throws IOException {
        console = new Console(folder).with("scores.csv", Path.of("examples/2019/scores.csv"));
    }

    private Run evaluate(String... more) {
        return console.run(Stream.concat(Stream.of("evaluate", "--standard", "2019", "scores.csv"), Stream.of(more))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--set 优秀=88",
                "--robustness --samples 3",
                "--set 优秀=88 --format json",
                "--robustness --samples 3 --format json"
            })
    void everyOutputIsMarkedInBothLanguages(String options) {
        assertThat(evaluate(options.split(" ", -1)).out()).contains("试算，不是评价结果");
        assertThat(evaluate((options + " --lang en").split(" ", -1)).out()).contains("A trial, not a result");
    }

    @Test
    void aMeasureOfOneUnitMovesTheOthersWhereTheyAreCompared() throws IOException {
        Path example = Path.of("examples/rules/share-of-best");
        console.with("example.yaml", example.resolve("example.yaml")).with("shares.csv", example.resolve("scores.csv"));
        Run trial = console.run("evaluate", "--standard", "example.yaml", "shares.csv", "--set", "甲镇/完成量=1050");
        // The best is now 1050.5 of 乙镇: 丁街道 has 600 × 900 ÷ 1050.5 + 60.
        assertThat(trial.out()).contains("甲镇").contains("乙镇    525.25 → 600.00").contains("丁街道  510.00 → 574.04");
    }

    private Run decided(String... more) {
        return console.run(Stream.concat(
                        Stream.of("evaluate", "--standard", "example.yaml", "tied.csv", "--decisions", "decisions.csv"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void whatWasDecidedAboutEqualUnitsHoldsInATrial() throws IOException {
        Path example = Path.of("examples/grades/decision");
        console.with("example.yaml", example.resolve("example.yaml"))
                .with("tied.csv", example.resolve("scores.csv"))
                .with("decisions.csv", example.resolve("decisions.csv"));
        assertThat(decided("--set", "丁镇/mark=51").out())
                .contains("丁镇", "90 → 91")
                .doesNotContain("甲镇", "乙镇");
        // Who becomes equal in the trial was not decided about: all of them share, and the only place goes to nobody.
        assertThat(decided("--set", "丙镇/mark=55", "--set", "丙镇/files=40").out())
                .containsPattern("乙镇 .*优秀 → 合格")
                .containsPattern("甲镇 .*2 → 1")
                .containsPattern("丙镇 .*3 → 1");
        assertThat(decided("--robustness", "--samples", "4", "--spread", "0").out())
                .contains("乙镇：名次第 1，始终不变；等次始终为优秀", "甲镇：名次第 2，始终不变；等次始终为合格");
    }

    @Test
    void whatIsKnownOfEarlierYearsHoldsInATrial() throws IOException {
        Path example = Path.of("examples/grades/history");
        console.with("example.yaml", example.resolve("example.yaml"));
        for (String year : List.of("2017", "2018", "2019", "2020")) {
            console.with(year + ".csv", example.resolve(year + ".csv"));
        }
        for (String year : List.of("2018", "2019")) {
            console.run("evaluate", "--standard", "example.yaml", year + ".csv", "-o", year + ".json");
        }
        Run trial = console.run(
                "evaluate",
                "--standard",
                "example.yaml",
                "2020.csv",
                "--history",
                "2019.json",
                "--history",
                "2018.json",
                "--set",
                "丙镇/mark=95");
        // Capped at 良好 by two years of 合格; without them 95 would be 优秀.
        assertThat(trial.out())
                .containsPattern("丙镇 .*合格 → 良好")
                .containsPattern("乙镇 .* 良好 .*2 → 3")
                .doesNotContain("甲镇");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--set 优秀=88", "--robustness --samples 3"})
    void aTrialIsNotReadAsAResult(String options) throws IOException {
        Run trial = evaluate((options + " --format json").split(" ", -1));
        Files.writeString(folder.resolve("trial.json"), trial.out());
        Run explained = console.run("explain", "trial.json", "--unit", "大江镇");
        assertThat(explained.exit()).isEqualTo(3);
        assertThat(explained.err()).contains("这是试算，不是评价结果");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--set 优秀=88 -o r.json",
                "--robustness -o r.csv",
                "--set 优秀=88 --partial",
                "--set 优秀=88 --merged all.csv",
                "--set 优秀=88 --robustness",
                "--set 优秀=88 --format csv",
                "--robustness --samples 0",
                "--robustness --spread 100",
                "--robustness --spread wide",
                "--set 优秀=高",
                "--set 优秀"
            })
    void whatIsNoTrialIsRefusedAndNothingIsWritten(String options) throws IOException {
        Run refused = evaluate(options.split(" ", -1));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("evaluate --help");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whoMovesIsToldBeforeAndAfter() {
        assertThat(evaluate("--set", "大江镇/新闻信息采用·全国=1").out())
                .contains("大江镇  88.62 → 90.12  +1.50  良好 → 优秀  5 → 4")
                .contains("四九镇  90.00          0.00   优秀         4 → 5")
                .contains("共 17 个单位：2 个有变化，其中等次变 1 个、名次变 2 个");
    }
}
