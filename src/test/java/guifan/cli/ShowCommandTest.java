package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import guifan.standard.Standard;
import guifan.standard.Standards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShowCommandTest {

    private static final Pattern PLACE =
            Pattern.compile("  (\\S+?) {2,}(.+?) {2,}\\S*?(2019[.0-9]*yaml):([0-9]+)(?:（.*)?");

    @TempDir
    Path folder;

    private Run show(String... more) {
        String[] args = new String[more.length + 2];
        System.arraycopy(more, 0, args, 2, more.length);
        args[0] = "standards";
        args[1] = "show";
        return new Console(folder).run(args);
    }

    @Test
    void asIssuedIsTheTextWithoutAmendments() {
        assertThat(show("2019", "--as-issued").out()).isEqualTo(show("2019.0").out());
        assertThat(show("2019", "--consolidated").out())
                .isEqualTo(show("2019.1").out());
        assertThat(show("2019.0", "--as-issued").out()).isEqualTo(show("2019.0").out());
    }

    @Test
    void aFileAsIssuedIsTheFileThatItAmends() throws IOException {
        for (String file : new String[] {"2019.yaml", "2019.1.yaml"}) {
            Files.copy(Standards.SHIPPED.resolve(file), folder.resolve(file));
        }
        assertThat(show("2019.1.yaml", "--as-issued").out())
                .isEqualTo(show("2019.yaml").out());
    }

    @Test
    void everyValueStandsInTheLineThatIsNamed() throws IOException {
        Standard standard = Standards.shipped("2019.1");
        int checked = 0;
        for (String id : standard.indicators().map(one -> one.id()).toList()) {
            for (String line : show("2019", "--indicator", id).out().lines().toList()) {
                Matcher place = PLACE.matcher(line);
                if (place.matches() && !place.group(2).contains("{")) {
                    String there = Files.readAllLines(Standards.SHIPPED.resolve(place.group(3)))
                            .get(Integer.parseInt(place.group(4)) - 1);
                    assertThat(there.replace("\"", "")).contains(place.group(2).replace("\"", ""));
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(300);
    }

    @Test
    void whatAnAmendmentSetIsToldWithItsReason() {
        assertThat(show("2019", "--indicator", "decide-major").out())
                .containsPattern("rule\\.each +1 +.*standards/2019\\.1\\.yaml:61（修订 2019\\.1：为票决指标腾出分值）")
                .containsPattern("measured-in +项 +.*standards/2019\\.yaml:245\n")
                .contains("镇 2 分；街道不适用");
    }

    @Test
    void weightsAreGivenForEveryKind() {
        assertThat(show("2019", "--weights", "--lang", "en").out())
                .containsPattern("decide-vote +4 +4 +≈4\\.88 ")
                .containsPattern("session-hold +3 +3 +– ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "html"})
    void theBookHoldsEveryClause(String format) {
        String book = show("2019", "--format", format).out().replace("\\", "");
        Standard standard = Standards.shipped("2019.1");
        standard.indicators().forEach(indicator -> {
            assertThat(book).contains(indicator.id(), indicator.base().name());
            assertThat(book).contains(indicator.base().rule().sentence().zh());
            assertThat(book).contains(indicator.base().evidence());
        });
        standard.adjustments()
                .all()
                .forEach(item -> assertThat(book)
                        .contains(item.name(), item.rule().sentence().zh()));
        assertThat(book)
                .contains("规范民生实事项目票决推荐", "台账统计：执法检查", "加分合计最高 5 分", "90 分及以上", "一票否决［veto］：若“严重违纪违法案件”为是，则不高于良好")
                .contains("严重违纪违法案件", "几名考评员评分的取平均", "“监督工作”得分率、“代表工作”得分率", "街道 ≈4.88");
    }

    @Test
    void theBookIsOnePageThatNeedsNothingElse() throws IOException {
        Files.writeString(
                folder.resolve("small.yaml"), Standards.area("id: a, name: <b>&甲, points: 100, rule: {kind: yes-no}"));
        Run run = show("small.yaml", "--format", "html", "-o", "book.html", "--lang", "en");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("book.html")))
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .endsWith("</html>\n")
                .contains("&lt;b&gt;&amp;甲", "@media print")
                .doesNotContain("<b>", "http", "src=", "href=", "url(");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --indicator party-her             | party-hear
        --format pdf                      | md
        --as-issued --consolidated        | --consolidated
        --weights --format html           | text
        """)
    void whatCannotBeShownIsRefused(String options, String told) {
        Run run = show(("2019 " + options).split(" "));
        assertThat(run.err()).contains(told);
        assertThat(run.exit()).isEqualTo(2);
    }

    @Test
    void theEndingOfAFileSaysItsForm() throws IOException {
        assertThat(show("2019", "-o", "book.html", "-o", "book.md").exit()).isZero();
        assertThat(Files.readString(folder.resolve("book.html")))
                .isEqualTo(show("2019", "--format", "html").out())
                .startsWith("<!DOCTYPE html>");
        assertThat(Files.readString(folder.resolve("book.md")))
                .isEqualTo(show("2019", "--format", "markdown").out());
        assertThat(show("2019", "-o", "book.docx").exit()).isEqualTo(2);
        assertThat(show("2019", "--weights", "-o", "weights.html").exit()).isEqualTo(2);
        assertThat(show("2019", "-o", "book.html", "--no-clobber").exit()).isEqualTo(5);
    }
}
