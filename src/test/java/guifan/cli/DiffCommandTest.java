package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiffCommandTest {

    @TempDir
    Path folder;

    @Test
    void aDifferenceIsNoFailureUnlessThatIsAskedFor() {
        assertThat(new Console(folder).run("diff", "2018", "2019").exit()).isZero();
        assertThat(new Console(folder)
                        .run("diff", "2018", "2019", "--exit-code")
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void aStandardDoesNotDifferFromItself() {
        Run run = new Console(folder).run("diff", "2019", "2019.1", "--exit-code");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whatIsUnknownIsRefused() {
        assertThat(new Console(folder).run("diff", "2018", "2077").exit()).isEqualTo(4);
        assertThat(new Console(folder).run("diff", "2018").exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "md", "revision-table", "csv"})
    void nothingIsPrintedWhereNothingDiffers(String format) {
        assertThat(new Console(folder)
                        .run("diff", "2019.0", "2019.0", "--format", format)
                        .out())
                .isEmpty();
        assertThat(new Console(folder)
                        .run("diff", "2019.0", "2019.1", "--format", format)
                        .out())
                .contains("人民代表大会");
    }

    @Test
    void theJsonOfNoDifferenceSaysSo() {
        String same = new Console(folder)
                .run("diff", "2019", "2019", "--format", "json")
                .out();
        assertThat(same).contains("\"same\": true").doesNotContain("\"indicators\": [");
        String other = new Console(folder)
                .run("diff", "2018", "2019", "--format", "json")
                .out();
        assertThat(other).contains("\"relation\": \"split\"").doesNotContain("\"same\"");
    }

    @Test
    void theEndingOfAFileNamesTheFormat() throws IOException {
        Run run = new Console(folder)
                .run("diff", "2018", "2019", "-o", "a.json", "-o", "a.md", "-o", "a.csv", "-o", "a.txt");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(folder.resolve("a.json"))).startsWith("{");
        assertThat(Files.readString(folder.resolve("a.md"))).contains("| ---: |");
        assertThat(Files.readString(folder.resolve("a.csv"))).contains("序号,原条文,修订后,理由");
        assertThat(new Console(folder)
                        .run("diff", "2018", "2019", "-o", "a.doc")
                        .exit())
                .isEqualTo(2);
        assertThat(new Console(folder)
                        .run("diff", "2018", "2019", "-o", "a.md", "--no-clobber")
                        .exit())
                .isEqualTo(5);
    }

    @Test
    void aWrongWordIsRefused() {
        assertThat(new Console(folder)
                        .run("diff", "2018", "2019", "--severity", "grave")
                        .exit())
                .isEqualTo(2);
        assertThat(new Console(folder)
                        .run("diff", "2018", "2019", "--format", "doc")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void whatIsNotListedIsNotTakenForUnchanged() throws IOException {
        Path text = folder.resolve("2018.yaml");
        Files.copy(Path.of("standards/2018.yaml"), text);
        String other = Files.readString(text).replace("name: 工作评议、专题询问、约见", "name: 工作评议、专题询问和约见");
        Files.writeString(Files.createDirectory(folder.resolve("later")).resolve("2018.yaml"), other);
        Run all = new Console(folder).run("diff", "2018.yaml", "later/2018.yaml");
        Run major = new Console(folder).run("diff", "2018.yaml", "later/2018.yaml", "--severity", "major");
        assertThat(all.out()).contains("18项不变，调整1项");
        assertThat(major.out()).doesNotContain("19项不变");
    }

    @ParameterizedTest
    @CsvSource({
        "2018 2019 --unit 白沙镇, --unit",
        "2018 2019 --details, --details",
        "a.json b.json --severity major, --severity",
        "2018 2019 --scores x.csv --no-clobber, --no-clobber"
    })
    void whatHasNoEffectIsRefused(String words, String named) {
        Run run = new Console(folder).run(("diff " + words).split(" "));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(named);
    }

    @Test
    void sentencesInTheListsOfARevisionEndWithoutAStop() {
        String table = new Console(folder)
                .run("diff", "2018", "2019", "--format", "revision-table")
                .out();
        assertThat(table).contains("注：当年没有预算调整的填“不涉及：预算调整”；").doesNotContain("。；");
    }
}
