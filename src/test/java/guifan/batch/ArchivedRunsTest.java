package guifan.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guifan.source.Diagnostic;
import guifan.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An archive says how its results are verified, and nothing that it says leads elsewhere. */
class ArchivedRunsTest {

    private static final String RUN = """
        format: 1
        guifan: "1"
        plan: "x"
        runs:
          - id: "a"
            year: "2019"
            standard: "2019.1"
            standards: "a/standards"
            result: "a/results/r.json"
            sheets: ["a/sheets/s.csv"]
            files: [{option: "--decisions", value: "a/sheets/d.csv"}]
        """;

    @TempDir
    Path folder;

    private List<String> arguments(String text) throws IOException, InputException {
        Files.writeString(folder.resolve("archive.yaml"), text + "...\n");
        return ArchivedRuns.of(folder).get(0).arguments();
    }

    @Test
    void namesEveryFileAndNoneOfThemIsTakenForAnOption() throws IOException, InputException {
        assertThat(arguments(RUN.replace("a/results", "-a/results")))
                .startsWith("verify")
                .containsSubsequence("--standards", "a/standards", "--standard", "2019.1", "--year", "2019")
                .containsSubsequence("--decisions", "a/sheets/d.csv")
                .endsWith("--", "-a/results/r.json", "a/sheets/s.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: 1 | format: 2 | format",
                "a/results/r.json | ../r.json | outside",
                "a/results/r.json | /r.json | outside",
                "a/sheets/s.csv | a/../../s.csv | outside",
                "a/sheets/d.csv | C:/d.csv | outside",
                "a/standards | .. | outside",
                "\"2019.1\" | ../2019.yaml | outside",
                "--decisions | --help | unknown-word",
            })
    void whatLeadsElsewhereIsRefused(String part, String other, String code) {
        assertThatThrownBy(() -> arguments(RUN.replace(part, other)))
                .isInstanceOfSatisfying(
                        InputException.class,
                        refused -> assertThat(refused.diagnostics())
                                .extracting(Diagnostic::code)
                                .contains(code));
    }

    @Test
    void twoRunsOfOneNameAreRefused() {
        String twice = RUN + RUN.substring(RUN.indexOf("  - id"));
        assertThatThrownBy(() -> arguments(twice)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> arguments(RUN.substring(0, RUN.indexOf("runs:")) + "runs: []\n"))
                .isInstanceOf(InputException.class);
    }
}
