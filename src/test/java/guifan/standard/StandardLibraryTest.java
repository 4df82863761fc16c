package guifan.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import guifan.source.Diagnostic;
import guifan.source.InputException;
import guifan.standard.StandardLibrary.Folder;
import guifan.standard.StandardLibrary.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardLibraryTest {

    private static final StandardLibrary SHIPPED =
            new StandardLibrary(List.of(new Folder(Standards.SHIPPED, "standards")));

    @TempDir
    Path scratch;

    @ParameterizedTest
    @CsvSource({
        "2018, 2018.0, 6, 19",
        "2018.0, 2018.0, 6, 19",
        "2019.0, 2019.0, 9, 47",
        "2019.1, 2019.1, 9, 48",
        "2019, 2019.1, 9, 48"
    })
    void theShippedTextsHaveTheAreasAndIndicatorsOfTheSource(String asked, String id, int areas, long indicators) {
        Standard standard = Standards.shipped(asked);
        assertThat(standard.identity().id()).isEqualTo(id);
        assertThat(standard.areas()).hasSize(areas);
        assertThat(standard.indicators()).hasSize((int) indicators);
        assertThat(standard.total()).hasToString("100");
    }

    @Test
    void theTextAsIssuedDoesNotKnowWhatTheAmendmentAdds() {
        assertThat(Standards.shipped("2019.0").indicator("decide-vote")).isEmpty();
        assertThat(Standards.shipped("2019").indicator("decide-vote")).isPresent();
        assertThat(Standards.shipped("2019").identity().amendments().get(0).originalIndicators())
                .isEqualTo(47);
    }

    @ParameterizedTest
    @CsvSource({"2018, 2019.0", "2019, 2019.1", "2020, 2019.1"})
    void theYearEvaluatedDecidesWhichAmendmentsApply(int year, String id) throws Exception {
        assertThat(found("2019", new When(year, null))).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"2019-01-01, 2019.0", "2019-06-30, 2019.0", "2019-07-01, 2019.1", "2025-12-31, 2019.1"})
    void asOfADayTheTextInForceThenIsTaken(LocalDate day, String id) throws Exception {
        assertThat(found("2019", new When(null, day))).isEqualTo(id);
        assertThat(found("2019", new When(2020, day))).isEqualTo(id);
    }

    @Test
    void aDayBeforeTheEditionIsRefused() {
        assertThat(refusal(SHIPPED, "2019", new When(null, LocalDate.parse("2018-12-31")))
                        .code())
                .isEqualTo("not-in-force");
    }

    @ParameterizedTest
    @CsvSource({"2019.0, 2025-01-01", "2019.1, 2019-01-01"})
    void aPinnedTextIsTakenWhateverTheDay(String id, LocalDate day) throws Exception {
        assertThat(found(id, new When(2017, day))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999", "2019.2", "2019.01", "2019.00", "2019.", "２０１９", "2019 ", "2019.0.0"})
    void anUnknownIdListsWhatExists(String id) {
        Diagnostic said = refusal(SHIPPED, id, When.LATEST);
        assertThat(said.code()).isEqualTo("unknown-standard");
        assertThat(said.message().zh())
                .contains("2018、2018.0、2019、2019.0、2019.1")
                .contains("standards");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../standards/2019",
                "..",
                "./2019",
                "/etc/passwd",
                "a/../2019",
                "a//b",
                "2019/",
                "..\\2019",
                "C:2019",
                "C:/2019",
                "\\\\server\\2019",
                "20*",
                "2019\u0000",
                ".hidden/2019"
            })
    void anIdCannotLeadOutOfTheFolder(String id) throws IOException {
        copyShipped();
        Files.createDirectories(scratch.resolve("a"));
        assertThat(refusal(library(), id, When.LATEST).code()).isEqualTo("unknown-standard");
    }

    @Test
    void anIdIsAPathBelowTheFolder() throws Exception {
        write("case/2019.yaml", text("2019"));
        write("case/2019.1.yaml", amendment("2019", 1, "issued", "2019-07-01"));
        Standard standard = library().find("case/2019", When.LATEST, scratch);
        assertThat(standard.identity().id()).isEqualTo("case/2019.1");
        assertThat(standard.identity().edition()).isEqualTo("case/2019");
        assertThat(library().ids()).containsExactly("case/2019", "case/2019.0", "case/2019.1");
    }

    @Test
    void draftsAreNeverPicked() throws Exception {
        write("2019.yaml", text("2019"));
        write("2019.1.yaml", amendment("2019", 1, "issued", "2019-07-01"));
        write("2019.2.yaml", amendment("2019", 2, "draft", "2019-08-01"));
        assertThat(library().find("2019", When.LATEST, scratch).identity().id()).isEqualTo("2019.1");
        assertThat(library().find("2019.2", When.LATEST, scratch).identity().draft())
                .isTrue();
    }

    @Test
    void anEditionThatIsADraftIsFoundByItsOwnIdOnly() throws Exception {
        write("2020.yaml", text("2020").replace("status: issued", "status: draft"));
        assertThat(library().find("2020.0", When.LATEST, scratch).identity().draft())
                .isTrue();
        assertThat(refusal(library(), "2020", When.LATEST).code()).isEqualTo("draft-edition");
        assertThat(refusal(library(), "2020", When.LATEST).message().en()).contains("name it: 2020.0");
    }

    @Test
    void aDraftThatDoesNotFitYetIsNobodysTrouble() throws Exception {
        write("2019.yaml", text("2019"));
        write(
                "2019.1.yaml",
                amendment("2019", 1, "draft", "2019-07-01").replaceAll("rules-hash: .*", "rules-hash: pending"));
        assertThat(library().find("2019", When.LATEST, scratch).identity().id()).isEqualTo("2019.0");
        assertThat(refusal(library(), "2019.1", When.LATEST).code()).isEqualTo("rules-hash");
    }

    @Test
    void anIssuedAmendmentCannotRestOnADraft() throws Exception {
        write("2019.yaml", text("2019"));
        write("2019.1.yaml", amendment("2019", 1, "draft", "2019-07-01"));
        write("2019.2.yaml", amendment("2019", 2, "issued", "2019-08-01"));
        assertThat(refusal(library(), "2019.2", When.LATEST).code()).isEqualTo("amends-draft");
        assertThat(refusal(library(), "2019", When.LATEST).code()).isEqualTo("amends-draft");
    }

    @Test
    void aBrokenIssuedAmendmentIsNotPassedOver() throws Exception {
        write("2019.yaml", text("2019"));
        write("2019.1.yaml", amendment("2019", 1, "issued", "2019-07-01").replace("...", ""));
        assertThat(refusal(library(), "2019", When.LATEST).code()).isEqualTo("no-end-mark");
        assertThat(library().find("2019.0", When.LATEST, scratch).identity().id())
                .isEqualTo("2019.0");
    }

    @Test
    void anAmendmentNeedsWhatItAmends() throws Exception {
        write("2019.yaml", text("2019"));
        write("2019.2.yaml", amendment("2019", 2, "issued", "2019-07-01"));
        assertThat(refusal(library(), "2019.2", When.LATEST).code()).isEqualTo("amends");
    }

    @Test
    void aFileIsNamedForWhatItSays() throws Exception {
        write("2020.yaml", text("2019"));
        Diagnostic said = refusal(library(), "2020", When.LATEST);
        assertThat(said.code()).isEqualTo("file-name");
        assertThat(said.place().words().zh()).isEqualTo("here/2020.yaml:2:11");
        assertThat(refusal(library(), "2020.yaml", When.LATEST).code()).isEqualTo("file-name");
    }

    @Test
    void anArgumentThatEndsInYamlIsAFile() throws Exception {
        write("own/2021.yaml", text("2021"));
        assertThat(library()
                        .find("own/2021.yaml", When.LATEST, scratch)
                        .identity()
                        .id())
                .isEqualTo("2021.0");
        assertThat(catchThrowableOfType(
                        NoSuchFileException.class, () -> library().find("own/2022.yaml", When.LATEST, scratch)))
                .isNotNull();
    }

    @Test
    void theFirstFolderThatHasTheTextWins() throws Exception {
        write("one/2019.yaml", text("2019").replace("title: 试验标准", "title: 先"));
        write("two/2019.yaml", text("2019").replace("title: 试验标准", "title: 后"));
        write("two/2018.yaml", text("2018"));
        StandardLibrary library = new StandardLibrary(
                List.of(new Folder(scratch.resolve("one"), "one"), new Folder(scratch.resolve("two"), "two")));
        assertThat(library.find("2019", When.LATEST, scratch).identity().title())
                .isEqualTo("先");
        assertThat(library.find("2018", When.LATEST, scratch).identity().id()).isEqualTo("2018.0");
    }

    private StandardLibrary library() {
        return new StandardLibrary(List.of(new Folder(scratch, "here")));
    }

    private static String found(String id, When when) throws Exception {
        return SHIPPED.find(id, when, Path.of("")).identity().id();
    }

    private Diagnostic refusal(StandardLibrary library, String id, When when) {
        InputException refused = catchThrowableOfType(InputException.class, () -> library.find(id, when, scratch));
        assertThat(refused).as("refusal of " + id).isNotNull();
        assertThat(refused.subject()).isEqualTo(InputException.Subject.STANDARD);
        return refused.diagnostics().get(0);
    }

    private void copyShipped() throws IOException {
        for (String name : List.of("2018.yaml", "2019.yaml", "2019.1.yaml")) {
            Files.copy(Standards.SHIPPED.resolve(name), scratch.resolve(name));
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = scratch.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String text(String id) {
        return Standards.area("id: one, name: 甲, points: 100, rule: {kind: yes-no}")
                .replace("\"small\"", "\"" + id + "\"");
    }

    /** Returns an amendment that changes nothing but a name. */
    private static String amendment(String edition, int number, String status, String effective) {
        String hash = Standards.of(text(edition)).identity().rulesHash();
        return """
            format: 1
            standard: "%1$s.%2$s"
            amends: "%1$s.%3$s"
            rules-hash: %4$s
            status: %5$s
            effective: %6$s
            changes:
              - {set: one, name: {was: %7$s, now: %8$s}, reason: 更名}
            ...
            """.formatted(
                        edition, number, number - 1, hash, status, effective, number == 1 ? "甲" : "甲1", "甲" + number);
    }
}
