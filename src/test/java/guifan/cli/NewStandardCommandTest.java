package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewStandardCommandTest {

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void theStandardsAreCopied() throws IOException {
        Files.createDirectories(folder.resolve("standards"));
        for (String name : new String[] {"2018.yaml", "2019.yaml", "2019.1.yaml"}) {
            Files.copy(Path.of("standards", name), folder.resolve("standards").resolve(name));
        }
        console = new Console(folder).withEnvironment(Map.of());
    }

    @Test
    void nextYearsEditionIsSoundAndDiffersInNothing() {
        Run made = console.run("standards", "new", "2020", "--from", "2019", "-o", "standards/2020.yaml", "-q");
        assertThat(made.err()).isEmpty();
        assertThat(made.exit()).isZero();
        assertThat(console.run("standards", "check", "2020.0").out()).contains("48项指标");
        Run diff = console.run("diff", "2019", "2020.0", "--format", "json", "--severity", "minor");
        assertThat(diff.out()).contains("\"crosswalk\": \"stated\"", "\"same\": true");
    }

    @Test
    void theNewEditionSaysWhatItIs() throws IOException {
        console.run("standards", "new", "2020", "--from", "2019", "-o", "standards/2020.yaml");
        String text = Files.readString(folder.resolve("standards/2020.yaml"));
        assertThat(text)
                .contains(
                        "standard: \"2020\"",
                        "title: 规范镇（街）人大工作和建设评价标准（2020年）\n",
                        "status: draft",
                        "effective: 2020-01-01",
                        "years: {from: 2020}",
                        "succeeds: \"2019.1\"",
                        "- {indicator: decide-vote, measure: same}")
                .doesNotContain("attested");
    }

    /** Plants a mistake in a standard and returns what is said of it. */
    private String checked(String file, String from, String to, String... ids) throws IOException {
        Path path = folder.resolve("standards").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
        String[] args =
                Stream.concat(Stream.of("standards", "check"), Stream.of(ids)).toArray(String[]::new);
        return console.run(args).err();
    }

    @Test
    void aPredecessorThatIsNotHereIsMissed() throws IOException {
        assertThat(checked("2019.yaml", "succeeds: \"2018.0\"", "succeeds: \"2017.0\"", "2019.0"))
                .contains("warning[predecessor-missing]", "“2017.0”")
                .doesNotContain("crosswalk");
    }

    @Test
    void anAmendmentBeforeWhatItAmendsIsFound() throws IOException {
        assertThat(checked("2019.1.yaml", "effective: 2019-07-01", "effective: 2018-07-01"))
                .contains("warning[effective-order]", "2019.1 自 2018-07-01 起施行，早于所修订的 2019.0（2019-01-01 起施行）");
    }

    @Test
    void anAmendmentStartsWithTheHashOfWhatItAmends() throws IOException {
        Run made =
                console.run("standards", "new", "2019.2", "--effective", "2020-03-01", "-o", "standards/2019.2.yaml");
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(Files.readString(folder.resolve("standards/2019.2.yaml")))
                .contains("amends: \"2019.1\"", "第2次修订", "changes: []");
        assertThat(console.run("standards", "check", "2019.2").exit()).isZero();
        assertThat(console.run("diff", "2019.1", "2019.2", "--exit-code").exit())
                .isZero();
        assertThat(console.run("standards", "show", "2019").out()).contains("编号2019.1");
    }

    @Test
    void anEditedTextBecomesAnAmendment() throws IOException {
        String text = Files.readString(folder.resolve("standards/2019.yaml"));
        Files.writeString(
                folder.resolve("edited.yaml"),
                text.replace("standard: \"2019\"", "standard: \"edited\"").replace("at-least: 80", "at-least: 75"));
        Run run = console.run("diff", "2019.0", "edited.yaml", "--format", "amendment");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("amends: \"2019.0\"", "set: standard", "at-least: 75");
    }

    @Test
    void whatIsMissingIsAskedFor() {
        assertThat(console.run("standards", "new", "2020").exit()).isEqualTo(2);
        assertThat(console.run("standards", "new", "2019.2").exit()).isEqualTo(2);
        assertThat(console.run("standards", "new", "2019.2", "--from", "2018", "--effective", "2020-01-01")
                        .exit())
                .isEqualTo(2);
        assertThat(console.run("standards", "new", "2020", "--from", "2077").exit())
                .isEqualTo(4);
        assertThat(console.run("standards", "new", "2020", "--from", "2019", "-o", "standards/2019.yaml")
                        .exit())
                .as("nothing is overwritten")
                .isEqualTo(5);
    }
}
