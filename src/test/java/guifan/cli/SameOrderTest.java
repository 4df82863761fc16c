package guifan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import guifan.standard.Standards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every start of the program puts things into the same order. */
class SameOrderTest {

    private static final int MANY = 9;

    @TempDir
    Path folder;

    private static String many(String pattern) {
        return String.join(
                ", ",
                IntStream.rangeClosed(1, MANY)
                        .mapToObj(i -> pattern.replace("#", "" + i))
                        .toList());
    }

    private void write(String id, String word, String factor) throws IOException {
        String text = Standards.HEAD.replace("small", id).replace("[镇, 街道]", "[" + many("类#") + "]")
                + "facts: [" + many("{id: fact-#, name: 数#, type: decimal, min: 0.1, max: 1}") + "]\n"
                + Standards.oneArea("id: a, name: 甲, points: 100, rule: {kind: yes-no}, factor: {fact: " + factor
                        + "}, variants: {" + many("类#: {name: 甲" + word + "#}") + "}")
                + Standards.GRADES
                + "...\n";
        Files.writeString(folder.resolve(id + ".yaml"), text);
    }

    /** Returns what a program that is started anew prints. */
    private String started(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "guifan.Main"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Test
    void variantsStandInTheOrderOfTheKinds() throws IOException, InterruptedException {
        write("old", "旧", "fact-1");
        write("new", "新", "fact-2");
        String[] command = {"diff", "old.yaml", "new.yaml", "--format", "revision-table"};
        String here = new Console(folder).run(command).out();
        assertThat(here).containsSubsequence(many("类#口径").split(", "));
        assertThat(started(command)).isEqualTo(here);
    }

    @Test
    void factsAreListedInTheOrderOfTheText() throws IOException, InterruptedException {
        write("bad", "旧", "某某某某某某某某");
        String[] command = {"standards", "check", "bad.yaml"};
        Console.Run here = new Console(folder).run(command);
        assertThat(here.out() + here.err()).containsSubsequence(many("fact-#").split(", "));
        assertThat(started(command)).isEqualTo(here.out() + here.err());
    }
}
