package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import guifan.standard.StandardLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sheet without a verb, as the launcher passes one that was dropped onto it. */
class OpenedSheetTest {

    private static final Path SHEETS = Path.of("examples");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"2018,2018", "2019,2019", "2020,2019"})
    void isEvaluatedByTheStandardOfItsYearWhichIsSaid(String year, String standard) throws IOException {
        Console console =
                new Console(folder).with("白沙 & 水步.csv", SHEETS.resolve(year).resolve("scores.csv"));
        Run opened = console.run(folder.resolve("白沙 & 水步.csv").toString());
        assertThat(opened.exit()).as(opened.err()).isZero();
        assertThat(opened.out())
                .isEqualTo(console.run("evaluate", "--standard", standard, "白沙 & 水步.csv")
                        .out());
        assertThat(opened.err()).contains("没有指定评价标准，按填报表的年度 " + year + " 采用 --standard " + standard);
    }

    @Test
    void withoutAYearItNamesNoStandard() throws IOException {
        Run run = new Console(folder).with("scores.csv", "单位,类别\n白沙镇,镇\n").run("scores.csv");
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run.err()).contains("没有写明年度").contains("guifan evaluate --standard 2019 scores.csv");
    }

    @Test
    void ofAYearBeforeAllStandardsIsRefused() throws IOException {
        Run run = new Console(folder).with("scores.csv", "单位,年度\n白沙镇,1999\n").run("scores.csv", "--lang", "en");
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run.err()).contains("there is no standard of 1999 or earlier");
    }

    @Test
    void takesTheOptionsOfEvaluateAndAStandardThatIsNamed() throws IOException {
        Console console = new Console(folder).with("scores.csv", SHEETS.resolve("2019/scores.csv"));
        Run run = console.run("scores.csv", "--standard", "2019.0", "-o", "out.json");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("out.json"))).contains("\"id\": \"2019.0\"");
    }

    @Test
    void isNotMistakenForAVerb() throws IOException {
        Run run = new Console(folder).with("schema", "单位\n").run("schema");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("$schema");
        assertThat(new Console(folder).run("nothing.csv").exit()).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void isNotEvaluatedByADraft() throws IOException {
        Files.writeString(folder.resolve("2018.yaml"), "status: issued\n");
        Files.writeString(folder.resolve("2019.yaml"), "status: draft\n");
        StandardLibrary library = new StandardLibrary(List.of(new StandardLibrary.Folder(folder, "standards")));
        assertThat(library.editionOf(2019)).contains("2018");
        assertThat(library.editionOf(2017)).isEmpty();
    }

    @Test
    void theFirstScreenOfTheHelpShowsWhatMostPeopleNeedFirst() {
        String help = new Console(folder).run("--help").out();
        assertThat(help).containsSubsequence("evaluate", "explain", "diff", "template", "batch", "更多命令：", "verify");
    }
}
