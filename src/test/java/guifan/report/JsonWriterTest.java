package guifan.report;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.source.Language;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    private static final String JSON = Samples.written(new JsonWriter(), SampleUnits.all(), Language.ZH);

    @Test
    void theHeadSaysWhatWroteItAndWhatWasApplied() {
        assertThat(JSON)
                .startsWith("""
                        {
                          "formatVersion": "1.0",
                          "producedBy": {
                            "name": "guifan",
                            "version": "0.1.0-SNAPSHOT"
                          },
                          "standard": {
                            "id": "2019.1",
                        """)
                .contains("\"status\": \"issued\"", "\"provenance\": \"reconstructed\"", "\"year\": 2019")
                .endsWith("\n}\n")
                .doesNotContain("\r");
    }

    @Test
    void anIndicatorCarriesItsCellsItsWorkingAndItsNumbers() {
        assertThat(JSON.replaceAll("\\n +", "\n")).contains("""
                        {
                        "id": "study",
                        "basis": "rule",
                        "entries": [{"raw": "3", "state": "value", "value": 3, "cell": {"file": "scores.csv", \
                        "record": 2, "line": 2, "column": 3, "letters": "C"}}],
                        "measure": 3,
                        "working": {"terms": [{"measure": 3, "piece": {"from": 0, "value": 0, "slope": 0.75, "to": 4}, \
                        "points": 2.25}], "base": 0, "sum": 2.25, "scale": 1, "beforeBounds": 2.25, "score": 2.25},
                        "score": 2.25,
                        "possible": 3,
                        "contribution": 2.25,
                        "most": 3
                        }""");
    }

    @Test
    void aNumberWithoutFiniteDecimalsIsAFractionBesideItsRoundedForm() {
        assertThat(JSON).contains("\"measure\": {\"fraction\": \"275/3\", \"rounded\": 91.6667}");
    }

    @Test
    void folderNamesStayOut() {
        assertThat(UnitJson.baseName("/home/x/填报.csv")).isEqualTo("填报.csv");
        assertThat(UnitJson.baseName("C:\\data\\填报.csv")).isEqualTo("填报.csv");
        assertThat(UnitJson.baseName("填报.csv")).isEqualTo("填报.csv");
    }

    @Test
    void theSameEvaluationGivesTheSameBytesInAnyLocale() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            for (ReportFormat format : ReportFormat.values()) {
                byte[] there = format.render(SampleUnits.all(), Language.EN);
                Locale.setDefault(Locale.ROOT);
                assertThat(format.render(SampleUnits.all(), Language.EN)).isEqualTo(there);
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
