package guifan.evaluate;

import static guifan.evaluate.RandomCases.evaluate;
import static guifan.evaluate.RandomCases.forAll;

import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A result holds its reasons: whoever follows them with a pencil arrives at every number in it. */
class TraceReplayTest {

    @ParameterizedTest
    @CsvSource({
        "2018.0, examples/2018/scores.csv",
        "2019.0, examples/2019/scores.csv",
        "2019.1, examples/2019/scores.csv",
        "2019.1, examples/2020/scores.csv",
        "liaison-station/2019.0, examples/liaison-station/stations.csv",
        "brand/2019.0, examples/brand/brands.csv",
        "livelihood-project/2019.0, examples/livelihood-project/projects.csv",
    })
    void theSheetsOfTheExamples(String id, String sheet) throws IOException {
        Standard standard = Standards.shipped(id);
        for (UnitResult unit : Sheets.evaluate(standard, Files.readString(Path.of(sheet)))) {
            TraceReplay.check(standard, unit);
        }
    }

    @Test
    void madeUpStandards() {
        forAll(51, (standard, random) -> {
            Standard read = Standards.of(standard.yaml(null));
            evaluate(standard, standard.rows(random, 5)).forEach(unit -> TraceReplay.check(read, unit));
        });
    }
}
