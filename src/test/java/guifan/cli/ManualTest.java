package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.cli.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manual pages and completion know every verb and option that the help shows. */
class ManualTest {

    @TempDir
    Path folder;

    @Test
    void thereIsAPageForEveryVerbInBothLanguages() throws IOException {
        assertThat(new Console(folder).run("manual", "zh").exit()).isZero();
        assertThat(new Console(folder).run("manual", "en", "--lang", "en").exit())
                .isZero();
        assertThat(names("en"))
                .isEqualTo(names("zh"))
                .contains("guifan.1", "guifan-evaluate.1", "guifan-standards-check.1")
                .doesNotContain("guifan-manual.1", "guifan-completion.1");
        String page = Files.readString(folder.resolve("en/guifan-verify.1"));
        assertThat(page)
                .startsWith(".TH \"GUIFAN\\-VERIFY\" \"1\"")
                .containsSubsequence(
                        ".SH \"NAME\"", ".SH \"SYNOPSIS\"", ".SH \"OPTIONS\"", "\\-\\-roster FILE", "guifan(1)");
        assertThat(Files.readString(folder.resolve("zh/guifan.1"))).containsSubsequence("名称", "评分", "退出码", "另见");
    }

    @Test
    void noLineOfAPageIsTakenForAnUnknownRequest() throws IOException {
        new Console(folder).run("manual", "zh");
        Pattern known = Pattern.compile("\\.((TH|SH|TP|nf|fi)( \".*\")*|mso zh\\.tmac|ad l)");
        for (String name : names("zh")) {
            assertThat(Files.readAllLines(folder.resolve("zh").resolve(name)).stream()
                            .filter(line -> line.startsWith(".") || line.startsWith("'")))
                    .as(name)
                    .allMatch(line -> known.matcher(line).matches());
        }
    }

    @Test
    void theCompletionKnowsVerbsAndOptions() {
        Run run = new Console(folder).run("completion");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("evaluate").contains("--standard").contains("complete -F _complete_guifan");
        assertThat(new Console(folder).run("--help").out())
                .doesNotContain("completion")
                .doesNotContain("manual");
    }

    private List<String> names(String language) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(language))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
