package guifan.batch;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.batch.Run.Setting;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan is refused where it would spoil or lose something, and only there. */
class PlanTest {

    private static final Path FOLDER = Path.of("work").toAbsolutePath();

    private static String[] withArchive(String archive) {
        return new String[] {
            "archive: \"" + archive + "\"",
            "standards: norms",
            "runs:",
            "  - years: [2018, 2019]",
            "    standard: \"{year}\"",
            "    sheets: [\"in/{year}/s.csv\", \"more/{year}-*.csv\", \"folder/{year}\"]",
            "    roster: lists/roster.csv",
            "    decisions: \"lists/{year}/decisions.csv\"",
            "    outputs: \"out/{year}/results.json\"",
            "    papers: letters/papers.yaml",
            "    papers-output: \"papers/{year}\"",
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in/{year}",
                "x/../in/{year}",
                "in/{year}/s.csv",
                "more/{year}-a.csv",
                "folder/{year}",
                "folder/{year}/archive",
                "lists/{year}",
                "out/{year}",
                "out/{year}/results.json",
                "papers/{year}",
                "papers/{year}/kept",
            })
    void anArchiveOnOrAroundWhatARunUsesIsRefused(String archive) {
        assertThat(Plans.codes(FOLDER, withArchive(archive))).isNotEmpty().containsOnly("archive-overlaps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "archive/{year}",
                "in/{year}-archive",
                "more/{year}",
                "lists/archive/{year}",
                "{year}.zip",
                "norms/{year}"
            })
    void anArchiveBesideItIsNot(String archive) {
        assertThat(Plans.codes(FOLDER, withArchive(archive))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({".,s.csv", "..,s.csv", "../norms,s.csv", "in,'in/s.csv'", "more,'more/*.csv'"})
    void anArchiveAroundThePlanOrAFolderOfSheetsIsRefused(String archive, String sheets) {
        String run = "runs: [{years: 2019, standard: \"2019\", outputs: r.json, sheets: \"" + sheets + "\"}]";
        assertThat(Plans.codes(FOLDER, "archive: \"" + archive + "\"", "standards: ../norms/all", run))
                .containsExactly("archive-overlaps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"archive", "{year}/../archive"})
    void twoYearsCannotShareAnArchive(String archive) {
        assertThat(Plans.codes(FOLDER, withArchive(archive))).containsExactly("archive-of-years");
    }

    @Test
    void decisionsAreReadAndPassedOn() {
        Run run = Plans.plan(FOLDER, withArchive("")).runs().get(1);
        assertThat(run.files())
                .containsExactly(
                        new Setting("--roster", "lists/roster.csv"),
                        new Setting("--decisions", "lists/2019/decisions.csv"));
        assertThat(run.arguments()).containsSubsequence("--decisions", "lists/2019/decisions.csv");
        assertThat(run.read()).contains("lists/2019/decisions.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "out/first.csv,true",
        "out,true",
        "out/*.csv,true",
        "./out/f?rst.csv,true",
        "'out/{first,second}.csv',true",
        "out/*.xlsx,false",
        "*.csv,false",
        "o*/first.csv,false",
        "out/[.csv,false",
        "out2,false",
    })
    void aRunFollowsTheOneThatWritesWhatItsSheetsName(String sheets, boolean follows) {
        String[] lines = {
            "runs:",
            "  - {id: a, years: 2019, standard: \"2019\", sheets: in.csv, outputs: r.json, merged: out/first.csv}",
            "  - {id: b, years: 2019, standard: \"2019\", sheets: \"" + sheets + "\", outputs: b.json}",
        };
        Plan plan = Plans.plan(FOLDER, lines);
        Run first = plan.runs().get(0);
        Run second = plan.runs().get(1);
        assertThat(second.follows(first, FOLDER)).isEqualTo(follows);
        assertThat(first.follows(second, FOLDER)).isFalse();
    }

    @Test
    void aPatternThatNamesItsOwnOutputIsACircle() {
        String run = "runs: [{years: 2019, standard: \"2019\", sheets: \"a/*.csv\", outputs: a/r.csv}]";
        assertThat(Plans.codes(FOLDER, run)).containsExactly("circle");
    }
}
